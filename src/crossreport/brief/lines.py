"""A sentence of the brief, with the records that it says and the passages that it opens."""

from msgspec import Struct

from crossreport.model import Span


class Evidence(Struct, frozen=True):
    """A way into a page: the record whose passage it is, the page, the passages, and the masthead to click on."""

    record: str
    page: str
    spans: tuple[Span, ...]
    label: str


class Line(Struct, frozen=True):
    """One or more plain sentences; every one of `records` exists, every passage re-reads."""

    text: str
    records: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
