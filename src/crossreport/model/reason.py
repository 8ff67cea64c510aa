"""Why a value is what it is, or why it is missing."""

from msgspec import Struct

from crossreport.model.span import Span


class Reason(Struct, frozen=True):
    """A rule that spoke, what it says in words, and the passage that it spoke about."""

    rule: str
    says: str
    span: Span | None = None
