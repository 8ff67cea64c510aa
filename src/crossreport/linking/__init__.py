"""Reports to events, pages to source groups."""

from crossreport.linking.judged import contradicted
from crossreport.linking.link import link
from crossreport.linking.local import Local, open_local

__all__ = ["Local", "contradicted", "link", "open_local"]
