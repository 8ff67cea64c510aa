"""The store: an append-only journal, tables derived from it, search, judgements."""

from crossreport.record.database import RecordError
from crossreport.record.deciding import decide, rivals, thing_of
from crossreport.record.derive import Erasure
from crossreport.record.judged import LeftOut
from crossreport.record.originals import Originals
from crossreport.record.store import PageState, Record, open_record
from crossreport.record.verify import Fault

__all__ = [
    "Erasure",
    "Fault",
    "LeftOut",
    "Originals",
    "PageState",
    "Record",
    "RecordError",
    "decide",
    "open_record",
    "rivals",
    "thing_of",
]
