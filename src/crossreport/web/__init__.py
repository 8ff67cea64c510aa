"""The review app: a record's queue, pages, events, map and sources in a browser, on this machine only."""

from crossreport.web.app import application
from crossreport.web.desk import Desk
from crossreport.web.guard import Keys

__all__ = ["Desk", "Keys", "application"]
