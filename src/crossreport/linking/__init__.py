"""Reports to events, pages to source groups."""

from crossreport.linking.judged import contradicted
from crossreport.linking.link import link
from crossreport.linking.local import Local

__all__ = ["Local", "contradicted", "link"]
