"""Captures to pages: main text, furniture, title, dateline, the page's own date."""

from crossreport.reading.page import read_page

__all__ = ["read_page"]
