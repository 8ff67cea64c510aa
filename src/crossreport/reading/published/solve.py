"""Clues in, the page's own date out: a day only where the clues leave one, else the interval that remains."""

from calendar import monthrange
from datetime import date

import numpy as np

from crossreport.model import Basis, Published
from crossreport.reading.published.clue import Clue, in_words
from crossreport.reading.published.days import EXCLUDED, FIRST, LAST, N_DAYS, RARE, TOLERANCE, day_at, free

_EDGE = 370  # days: a stretch that reaches into the last year of the calendar has no end that a clue gave
_TOO_WIDE = 366 * 20  # days: the same day of many years bounds nothing
_OWN_DAY = frozenset(
    {"header_date", "metadata_published", "metadata_published_only", "metadata_changed", "metadata_zone"}
)  # a page with its own day has no open end
_YEARLESS = frozenset({*_OWN_DAY, "header_day", "dateline"})
_GIVING_YEAR = frozenset({"release_number", "copyright_year"})
_DAYS_OF_ONE_YEAR = 2
_MOST_NAMED = 6  # single days that are told one by one


def solve(clues: list[Clue]) -> Published:
    """The days that the clues leave, with every clue as a basis.

    No clue at all gives the open interval "../..".
    """
    total = free()
    for clue in clues:
        total = total + clue.costs
    left = [int(i) for i in np.flatnonzero(total <= int(total.min()) + _tolerance(clues))]
    first, last = day_at(left[0]), day_at(left[-1])
    dated = any(clue.rule in _OWN_DAY for clue in clues)
    earliest = None if (first - FIRST).days < _EDGE and not dated else first
    latest = None if (LAST - last).days < _EDGE and not dated else last
    if (last - first).days > _TOO_WIDE:
        earliest = latest = None
    best = int(np.argmin(total))
    bases = [_basis(clue, best) for clue in clues]
    bases.append(Basis("remaining_days", None, _remaining(left, earliest, latest)))
    return Published(
        edtf_of(earliest, latest),
        earliest.isoformat() if earliest else None,
        latest.isoformat() if latest else None,
        tuple(bases),
    )


def _tolerance(clues: list[Clue]) -> int:
    """More where the page gives its day without a year: the age of facts alone does not choose among years."""
    days = [clue for clue in clues if clue.rule in _YEARLESS]
    many = days and all(np.count_nonzero(clue.costs == 0) > _DAYS_OF_ONE_YEAR for clue in days)
    numbered = any(clue.rule in _GIVING_YEAR for clue in clues)
    return RARE if many and not numbered else TOLERANCE


def edtf_of(earliest: date | None, latest: date | None) -> str:
    """EDTF for a stretch of days: the day, month or year that it fills, else an interval; ".." for an open end.

    >>> edtf_of(date(2015, 1, 1), date(2015, 1, 31))
    '2015-01'
    """
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return f"{earliest.year:04d}"
    same_month = (earliest.year, earliest.month) == (latest.year, latest.month)
    if same_month and earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]:
        return f"{earliest.year:04d}-{earliest.month:02d}"
    return f"{earliest}/{latest}"


def _basis(clue: Clue, best: int) -> Basis:
    return clue.basis(overruled=int(clue.costs[best]) >= EXCLUDED)


def _remaining(left: list[int], earliest: date | None, latest: date | None) -> str:
    """What is left, in words."""
    if len(left) == 1:
        return f"The clues leave one day: {in_words(day_at(left[0]))}."
    if len(left) <= _MOST_NAMED:
        return f"The clues leave {len(left)} days: {', '.join(in_words(day_at(i)) for i in left)}."
    if earliest is None and latest is None and len(left) < N_DAYS - _EDGE:
        return "The clues leave some days of many years."
    if earliest is None and latest is None:
        return "No clue bounds the day on which the page was written."
    since = f"from {in_words(earliest)}" if earliest else "with no first day"
    until = f"to {in_words(latest)}" if latest else "with no last day"
    return f"The clues leave {len(left)} days, {since} {until}."
