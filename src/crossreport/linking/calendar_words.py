"""A time's own words in, the days of a wide window that they can mean out: its Wednesdays, its 22nds of August.

A page whose day is known only roughly gives every "Wednesday" a window of weeks. The window says little; the weekday,
or the day of the month, still says which of its days are meant. What the words do not say is not filled in.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from crossreport.linking.times import FAR_FUTURE, FAR_PAST, FEW_DAYS, WEEK, Window
from crossreport.words.calendar import calendar

MOST_YEARS = 40  # of an open window that are looked at
MOST_DAYS = 60  # more days than these tell nothing
BEFORE, AFTER = 7, 1  # a page tells of the week before its own day
FRESH = 2  # days by which news without a day of its own can lie before the page's

_WORD = re.compile(r"[^\W\d_]+|\d+")


class Hint(NamedTuple):
    """What the words of a time name: weekdays (1 is Monday), months, days of the month."""

    weekdays: frozenset[int]
    months: frozenset[int]
    days: tuple[int, ...]

    @property
    def dated(self) -> bool:
        """Whether it names a day of one month."""
        return len(self.months) == 1 and bool(self.days)

    @property
    def full(self) -> bool:
        """Whether it names a day of a month and its weekday: few years have it."""
        return self.dated and bool(self.weekdays)

    def fits(self, day: int) -> bool:
        """Whether a day (an ordinal) is one that the words can mean."""
        found = date.fromordinal(day)
        if self.weekdays and found.isoweekday() not in self.weekdays:
            return False
        if not self.dated:
            return bool(self.weekdays)
        return found.month in self.months and min(self.days) <= found.day <= max(self.days)


def hint(words: str) -> Hint | None:
    """The hint in `words`; None if they name neither a weekday nor a day of a month.

    >>> hint("Tuesday, August 22").full, hint("last year")
    (True, None)
    """
    weekdays, months = calendar()
    tokens = [token.casefold() for token in _WORD.findall(words)]
    days = tuple(int(token) for token in tokens if token.isdigit() and 1 <= int(token) <= 31)
    found = Hint(
        frozenset(weekdays[token] for token in tokens if token in weekdays),
        frozenset(months[token] for token in tokens if token in months),
        days,
    )
    return found if found.weekdays or found.dated else None


def page_days(written: Window | None, hints: Iterable[Hint]) -> frozenset[int]:
    """Days near which the page can have been written: those that its full dates without a year allow."""
    found: set[int] = set()
    for one in hints:
        if one.full and written is not None and written.days > WEEK:
            found |= _matches(one, _clipped(written))
    return frozenset(found)


def among(found: Window, own: Hint | None, near: frozenset[int]) -> frozenset[int]:
    """The days of a wide window that are meant; empty if nothing narrows it."""
    if found.days <= FEW_DAYS:
        return frozenset()
    window = _clipped(found)
    if own is not None and own.dated:
        return _matches(own, window)
    days = _weekdays(own, window, near) if own is not None else _around(near, FRESH) & _range(window)
    return days if len(days) <= MOST_DAYS else frozenset()


def _weekdays(own: Hint, window: tuple[int, int], near: frozenset[int]) -> frozenset[int]:
    if near:
        return frozenset(day for day in _around(near, BEFORE) & _range(window) if own.fits(day))
    if window[1] - window[0] > 7 * MOST_DAYS:
        return frozenset()
    return frozenset(day for day in range(window[0], window[1] + 1) if own.fits(day))


def _around(near: Iterable[int], before: int) -> frozenset[int]:
    return frozenset(day for one in near for day in range(one - before, one + AFTER + 1))


def _range(window: tuple[int, int]) -> frozenset[int]:
    return frozenset(range(window[0], window[1] + 1))


def _clipped(window: Window) -> tuple[int, int]:
    """The window with an open end brought in; a page tells of a few days outside its own."""
    years = round(MOST_YEARS * 365.25)
    first, last = window.earliest, window.latest
    if first == FAR_PAST:
        first = max(1, last - years)
    if last == FAR_FUTURE:
        last = first + years
    return first, min(last, first + years)


def _matches(one: Hint, window: tuple[int, int]) -> frozenset[int]:
    first, last = date.fromordinal(window[0]).year, date.fromordinal(window[1]).year
    found = set()
    for year in range(first, last + 1):
        for month in one.months:
            for day in range(min(one.days), max(one.days) + 1):
                number = _ordinal(year, month, day)
                if number is not None and window[0] - WEEK <= number <= window[1] + WEEK and one.fits(number):
                    found.add(number)
    return frozenset(found)


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None  # 30 February
