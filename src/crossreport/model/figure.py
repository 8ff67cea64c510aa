"""How many: the words, the literal interval, and who counts whom."""

from typing import Literal

from msgspec import Struct

from crossreport.model.report import Attribution, Confidence, Status
from crossreport.model.span import Span

Measure = Literal[
    "killed",
    "wounded",
    "killed_and_wounded",
    "neutralised",  # the word itself: killed, hurt, caught or given up
    "missing",
    "detained",
    "abducted",
    "displaced",
    "defected",
    "troops",
    "money",
    "territory",
    "other",
]
Bound = Literal["exact", "at_least", "more_than", "up_to", "nearly", "about", "vague", "unreported"]


class Quantity(Struct, frozen=True):
    """A number expression, literally: "at least N" is [N, N, -]; "dozens" [24, -, 99]; None = open."""

    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    wording: str
    unit: str | None = None  # "USD", "percent", "km2", … if the words name one
    rule: str = "exact"


class Counted(Struct, frozen=True):
    """Who or what is counted: the words, and civilians | combatants | children | women | people | …"""

    text: str
    kind: str


class Scope(Struct, frozen=True):
    """Place name and EDTF time that a figure speaks about; None = not said."""

    place: str | None
    when: str | None


class Figure(Struct, frozen=True, tag_field="record", tag="figure"):
    """One reported number. A cumulative figure never lands on one event."""

    id: str
    page: str
    event_report: str | None
    measure: Measure
    of: Counted
    low: float | None
    best: float | None
    high: float | None
    wording: str
    bound: Bound
    scope: Scope
    cumulative: bool
    part_of: str | None
    attribution: tuple[Attribution, ...]
    status: Status
    span: Span
    confidence: Confidence

    @property
    def most(self) -> float:
        """The largest number that it gives; ValueError if it gives none."""
        return max(value for value in (self.low, self.best, self.high) if value is not None)
