"""Captures to pages: main text, furniture, title, dateline, the page's own date."""

from crossreport.reading.page import date_page, outlet_of, read_page

__all__ = ["date_page", "outlet_of", "read_page"]
