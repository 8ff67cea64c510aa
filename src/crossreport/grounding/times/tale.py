"""Tales of years long past: which pages and paragraphs are such, and what moves them on.

In: the expressions of a page, and what they resolve to. Out: whether dates without a year follow the time told before
rather than the page's own day. Which year that is, is decided in calendar.py.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from crossreport.grounding.times.count import ONE_DAY
from crossreport.grounding.times.read import Expression
from crossreport.grounding.times.resolve import Anchor, Resolved
from crossreport.model import Sentence

# A page is a chronicle if this many of its dates name a year long past, and so large a part of all that name one
# (set by eye on WikiWars training).
CHRONICLE_DATES = 4
CHRONICLE_SHARE = 0.5
_DEICTIC_OPS = frozenset({"weekday", "week", "weekend", "relative_month", "ago", "past", "offset"})


def is_chronicle(anchor: Anchor, expressions: Sequence[Expression]) -> bool:
    """Whether the page tells of years long past: many dates with such years, few that count from the report day."""
    if anchor.first is None:
        return False
    years = [int(expression.words["year"] or 0) for expression in expressions if expression.words.get("year")]
    past = sum(year < anchor.first.year - 1 for year in years)
    kinds = Counter(expression.op for expression in expressions)
    deictic = sum(kinds[op] for op in _DEICTIC_OPS)
    return past >= CHRONICLE_DATES and past >= CHRONICLE_SHARE * len(years) and deictic <= past / 6


def names_year(expression: Expression) -> bool:
    """Whether the words name a year in figures."""
    return any(value for name, value in expression.words.items() if name.startswith("year"))


def tale_of(
    sentence: Sentence, expression: Expression, resolved: Resolved, anchor: Anchor, tale: int | None
) -> int | None:
    """The paragraph that tells of years long past, once it has named one; what counts from the report ends the tale."""
    if expression.op in _DEICTIC_OPS:
        return None
    when = resolved.when
    if expression.edge or when is None or when.latest is None or anchor.first is None:
        return tale
    if not names_year(expression):
        return tale
    return sentence.block if int(when.latest[:4]) < anchor.first.year - 1 else None


def of_the_tale(resolved: Resolved) -> bool:
    """Whether a value is a step of a tale: what counts from the page's own day stands beside it."""
    return not any(reason.rule in ("report_day", "anchor_interval") for reason in resolved.reasons)


def anchor_in_tale(expression: Expression, told: tuple[date, date] | None) -> Anchor | None:
    """Where "overnight", "recently" and "the past week" count from in a chronicle: the day told before.

    No day of it is near the page's own; None for times that count as they do elsewhere.
    """
    if expression.op not in ("past", "offset_range"):
        return None
    if told is None or told[0] != told[1]:
        return Anchor(None, None)
    day = told[0] + ONE_DAY if expression.name == "overnight" else told[0]  # that day's evening to the next morning
    return Anchor(day, day)
