"""Captures to pages: main text, furniture, title, dateline, the page's own date."""
