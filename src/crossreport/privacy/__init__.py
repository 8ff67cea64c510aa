"""Do no harm: which names leave the house, and what stands in place of the others."""

from crossreport.privacy.contexts import is_body
from crossreport.privacy.of_page import is_public
from crossreport.privacy.redact import Redacted, redacted
from crossreport.privacy.withheld import SOMEBODY, WITHHELD, Privacy

__all__ = ["SOMEBODY", "WITHHELD", "Privacy", "Redacted", "is_body", "is_public", "redacted"]
