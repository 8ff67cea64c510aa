"""Between which days a list or bulletin was written whose title names the days that it covers: "…, 1-9 May 2022".

In: a page of which nobody knows the year, and what its title says. Out: the span from which "3 May" counts there.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from crossreport.grounding.times.calendar import Context
from crossreport.grounding.times.read import Expression
from crossreport.grounding.times.resolve import Anchor, resolve
from crossreport.model import Page, Sentence

LONGEST = 31  # days: what covers more is a review, which comes out whenever it is ready
SOON = 92  # days after the last one covered in which such a list has come out
UNKNOWN = 366  # days between the first and the last on which a page may have been written, if its year is not known


def titled_anchor(page: Page, read: Iterable[tuple[Sentence, list[Expression]]], whole: Anchor) -> Anchor:
    """The page's anchor, narrowed to the season of the days in its title if its own year is not known."""
    if whole.first is None or whole.last is None or (whole.last - whole.first).days < UNKNOWN:
        return whole
    for sentence, expressions in read:
        if page.blocks[sentence.block].kind != "title":
            continue
        for expression in expressions:
            days = _covered(expression)
            if days is not None and days[1] >= whole.first and days[1] <= whole.last:
                return Anchor(max(whole.first, days[1]), min(whole.last, days[1] + timedelta(days=SOON)))
    return whole


def _covered(expression: Expression) -> tuple[date, date] | None:
    """Several days in a row with their year."""
    if expression.op != "day_range":
        return None
    when = resolve(expression, Anchor(None, None), Context(date.min)).when
    if when is None or when.earliest is None or when.latest is None or expression.edge:
        return None
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    return (first, last) if 0 < (last - first).days < LONGEST else None
