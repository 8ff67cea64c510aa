"""Who told an event and when, who was silent on it, and who takes text or word from whom."""

from typing import Literal

from msgspec import Struct

from crossreport.model.reason import Reason
from crossreport.model.span import Span

LinkKind = Literal["copies", "shares_text", "credits", "cites"]


class Teller(Struct, frozen=True):
    """An outlet that told an event: its first page on it, and by how many days it was behind the first teller.

    `lag_low` and `lag_high` bound the days between the first teller's page and this one; None = a page has no day.
    `first`: no other outlet is surely earlier. `sure`: the outlet is earlier than, or on the same day as, all others.
    """

    outlet: str
    page: str
    reports: tuple[str, ...]
    earliest: str | None
    latest: str | None
    lag_low: int | None
    lag_high: int | None
    first: bool
    sure: bool


class Silence(Struct, frozen=True):
    """An outlet that did not tell an event, with its pages on the same country that were surely written meanwhile."""

    outlet: str
    pages: tuple[str, ...]


class Coverage(Struct, frozen=True, tag_field="record", tag="coverage"):
    """How outlets covered one event. `window` is [first, last] day of pages that can be silent; None = no day known."""

    id: str
    event: str
    window: tuple[str, str] | None
    country: str | None
    told: tuple[Teller, ...]
    silent: tuple[Silence, ...]
    says: str
    reasons: tuple[Reason, ...]


class SourceLink(Struct, frozen=True, tag_field="record", tag="source_link"):
    """`taker` has text or word of `source` on `pages`; `directed` is False where nobody can say who took from whom.

    `evidence` holds a passage of each page: the copied sentence, the credit, or the words that cite.
    """

    id: str
    kind: LinkKind
    source: str
    taker: str
    directed: bool
    pages: tuple[str, ...]
    evidence: tuple[Span, ...]
    reasons: tuple[Reason, ...]
