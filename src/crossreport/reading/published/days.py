"""The days on which a page can have been written, and what each costs by the clues, in whole numbers.

A cost says how much a clue would be surprised by a day: UNLIKELY about one page in five, RARE one in thirty, EXCLUDED
only against the page's own word, CERTAIN against its own dated header. Clues add up; the days within TOLERANCE of the
cheapest day are those that remain. Whole numbers, so that every machine agrees.
"""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.int32]

FIRST = date(1945, 1, 1)  # a Monday
LAST = date(2035, 12, 31)
N_DAYS = (LAST - FIRST).days + 1

UNLIKELY = 3
RARE = 6
EXCLUDED = 14
CERTAIN = 40
TOLERANCE = 4  # a day that only one UNLIKELY clue speaks against remains

_ALL = np.arange(N_DAYS, dtype=np.int32)


def index_of(day: date) -> int:
    """Days since FIRST; negative before it."""
    return (day - FIRST).days


def day_at(index: int) -> date:
    """The day of an index."""
    return FIRST + timedelta(days=int(index))


def free() -> Costs:
    """No day costs anything."""
    return np.zeros(N_DAYS, dtype=np.int32)


def outside(earliest: date | None, latest: date | None, before: int, after: int) -> Costs:
    """`before` for days before `earliest`, `after` for days after `latest`."""
    costs = free()
    if earliest is not None:
        costs[: max(index_of(earliest), 0)] = before
    if latest is not None:
        costs[max(index_of(latest) + 1, 0) :] = after
    return costs


def lag_since(starts: list[int]) -> Costs:
    """For each day, how many days ago the last of `starts` was; a large number where none was."""
    lags = np.full(N_DAYS, 10**6, dtype=np.int32)
    marks = np.full(N_DAYS, -(10**6), dtype=np.int32)
    usable = [start for start in starts if 0 <= start < N_DAYS]
    marks[usable] = usable
    last = np.maximum.accumulate(marks)
    np.copyto(lags, _ALL - last, where=last >= 0)
    return lags


def stepped(lags: Costs, steps: tuple[tuple[int, int], ...], beyond: int) -> Costs:
    """Costs by lag: `steps` are (largest lag, cost) in rising order; `beyond` after the last."""
    costs = np.full(N_DAYS, beyond, dtype=np.int32)
    for most, cost in reversed(steps):
        costs[lags <= most] = cost
    return costs


def month_days(month: int, day: int) -> list[int]:
    """Indices of this calendar day in every year in which it exists."""
    found = []
    for year in range(FIRST.year, LAST.year + 1):
        try:
            found.append(index_of(date(year, month, day)))
        except ValueError:
            continue
    return found


def weekday_days(weekday: int) -> list[int]:
    """Indices of this weekday (0 = Monday)."""
    first = (weekday - FIRST.weekday()) % 7
    return list(range(first, N_DAYS, 7))


def add_months(day: date, months: int) -> date:
    """The day so many months later, the last of the month where it is shorter."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
