"""The store: an append-only journal, tables derived from it, search, judgements."""

from crossreport.record.database import RecordError
from crossreport.record.store import PageState, Record, open_record
from crossreport.record.verify import Fault

__all__ = ["Fault", "PageState", "Record", "RecordError", "open_record"]
