"""One key for one name in any romanisation, and text folded for search."""

from crossreport.names.key import key_variants, name_key
from crossreport.names.normalise import fold_name, fold_text
from crossreport.names.same import Sameness, same_name

__all__ = ["Sameness", "fold_name", "fold_text", "key_variants", "name_key", "same_name"]
