"""One key for one name in any romanisation, and text folded for search."""

from crossreport.names.key import is_article, key_variants, name_key
from crossreport.names.normalise import fold_name, fold_text
from crossreport.names.same import Sameness, same_name

__all__ = ["Sameness", "fold_name", "fold_text", "is_article", "key_variants", "name_key", "same_name"]
