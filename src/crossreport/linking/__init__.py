"""Reports to events, pages to source groups."""

from crossreport.linking.link import link

__all__ = ["link"]
