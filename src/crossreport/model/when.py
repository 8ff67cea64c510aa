"""A time as news gives it: an EDTF value, its bounds, and the rule that read it."""

from typing import Literal

from msgspec import Struct

from crossreport.model.span import Span

# UCDP GED's date_prec 1-5 in words.
DatePrecision = Literal["day", "days", "week", "month", "year"]


POSTED = "posted"  # the rule of the day in the line above a post


class When(Struct, frozen=True):
    """Days from `earliest` to `latest` (ISO dates, both included; None = open on that side).

    `edtf` is an EDTF level 1 value or interval ("2015-01-29", "2014-12", "2015-01-26/2015-01-29",
    "2014-09~/2015-01-16"). `rule` names the rule of `words/` that gave the value.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    precision: DatePrecision
    rule: str
    span: Span | None = None


class Basis(Struct, frozen=True):
    """One clue to the day on which a page was written."""

    rule: str
    span: Span | None
    says: str


class Published(Struct, frozen=True):
    """The page's own date: an inferred claim with its clues. An empty `edtf` never occurs: no clue is an interval.

    `earliest` and `latest` are ISO dates; None = open on that side.
    """

    edtf: str
    earliest: str | None
    latest: str | None
    basis: tuple[Basis, ...] = ()
