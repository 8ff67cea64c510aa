"""Days of other calendars and months of other languages in, Gregorian days out.

The Islamic calendar is computed; the month that is sighted can begin a day earlier or later.
"""

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from crossreport.words.loader import load

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MonthNames = tuple[tuple[str, ...], ...]

# 1 Farvardin 1394 was 21 March 2015.
_SOLAR_EPOCH = date(2015, 3, 21).toordinal() - (365 * 1393 + (8 * 1393 + 29) // 33)
_ISLAMIC_EPOCH = 227015  # proleptic Gregorian ordinal of 1 Muharram 1 (civil reckoning: 16 July 622, Julian)


class Months(Struct, frozen=True):
    """The lexicon `months.yaml`: twelve lists of names for each calendar."""

    gregorian: _MonthNames
    islamic: _MonthNames
    solar: _MonthNames


class Foreign(Struct, frozen=True):
    """A date of another language or calendar, as a Gregorian day; `calendar` says which it was."""

    start: int
    end: int
    day: date
    calendar: str
    slack: int  # days by which it can be off


@cache
def months() -> Months:
    """The month names."""
    return load("months.yaml", Months)


@cache
def _numbers() -> dict[str, tuple[str, int]]:
    """Calendar and number of a month by its casefolded name."""
    lists = (("gregorian", months().gregorian), ("islamic", months().islamic), ("solar", months().solar))
    return {
        name.casefold(): (calendar, number)
        for calendar, names in lists
        for number, alternatives in enumerate(names, 1)
        for name in alternatives
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_numbers(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?i)(?<![\w-])(?:(?P<w>(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?"
        rf"(?P<d>\d{{1,2}})(?:er|º|\.)?(?: de| of)?[ -](?P<m>{names})(?: del?)?[ ,/-]+"
        r"(?P<y>1[34]\d\d|20\d\d)\b(?: ?(?:A\.?H\.?|H\.?|هـ))?"
        rf"|(?<![\w-])(?:(?P<w2>(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?P<m2>{names}) (?P<d2>\d{{1,2}}),? "
        r"(?P<y2>1[34]\d\d|20\d\d)\b(?: ?(?:A\.?H\.?|H\.?|هـ))?"
    )


def foreign_dates(text: str, start: int = 0, end: int | None = None) -> list[Foreign]:
    """Full dates with a month name of another language or calendar."""
    found = (_day(match) for match in _pattern().finditer(text, start, len(text) if end is None else end))
    return [each for each in found if each is not None]


def _day(match: re.Match[str]) -> Foreign | None:
    weekday, number, name, of = (match.group(part) or match.group(f"{part}2") for part in ("w", "d", "m", "y"))
    calendar, month = _numbers()[name.casefold()]
    year, day = int(of), int(number)
    if (calendar == "gregorian") != (year >= 1900):
        return None
    reckon = {"gregorian": date, "islamic": islamic, "solar": solar_hijri}[calendar]
    try:
        found = reckon(year, month, day)
    except ValueError:
        return None
    slack = 1 if calendar == "islamic" else 0
    near = [found + timedelta(days=off) for off in (0, -1, 1)[: 1 + 2 * slack]]
    sighted = [each for each in near if _WEEKDAYS[each.weekday()] == (weekday or "").casefold()[:3]]
    if sighted:  # the weekday beside it says when that month was sighted
        return Foreign(match.start(), match.end(), sighted[0], calendar, 0)
    return Foreign(match.start(), match.end(), found, calendar, slack)


def islamic(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the tabular Islamic calendar (leap years 2, 5, 7, 10, 13, 16, … of 30).

    >>> islamic(1437, 7, 5)
    datetime.date(2016, 4, 13)

    Raises:
        ValueError: no such day.
    """
    leap = (11 * year + 14) % 30 < 11
    most = 30 if month % 2 or (month == 12 and leap) else 29
    if not (1300 <= year <= 1499 and 1 <= month <= 12 and 1 <= day <= most):
        raise ValueError(f"no day {year}-{month}-{day} in the Islamic calendar")
    days = 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(_ISLAMIC_EPOCH) + timedelta(days=days)


def solar_hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of a day of the Iranian calendar, by its 33-year leap cycle (right from 1206 to 1502).

    >>> solar_hijri(1393, 11, 10)
    datetime.date(2015, 1, 30)

    Raises:
        ValueError: no such day.
    """
    long = month <= 6
    leap = (year * 8 + 29) % 33 < 8
    most = 31 if long else 30 if month < 12 or leap else 29
    if not (1206 <= year <= 1502 and 1 <= month <= 12 and 1 <= day <= most):
        raise ValueError(f"no day {year}-{month}-{day} in the Solar Hijri calendar")
    days = 365 * (year - 1) + (8 * (year - 1) + 29) // 33 + day - 1
    days += 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return date.fromordinal(days + _SOLAR_EPOCH)
