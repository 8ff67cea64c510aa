"""Feasts that move from year to year, by arithmetic: Easter of west and east, and the feasts of the Hebrew calendar.

In: a Gregorian year. Out: the days on which a feast begins in it (none or one). Sources: the anonymous Gregorian
computus (Meeus, Astronomical Algorithms, chapter 8; Julian Easter there too), and Reingold and Dershowitz, Calendrical
Calculations, chapter "The Hebrew calendar". The Hebrew day begins on the evening before the day given.
"""

from datetime import date, timedelta

_HEBREW_EPOCH = -1373427  # proleptic Gregorian ordinal of 1 Tishri of year 1
_PASSOVER_BEFORE_NEW_YEAR = 163  # 15 Nisan always lies so many days before 1 Tishri
_JULIAN_LAG = {19: 12, 20: 13, 21: 14}  # days by which the Julian calendar lags, by century (from 1 March)


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    >>> easter(2016).isoformat()
    '2016-03-27'
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, in the Gregorian calendar; 1900 to 2199.

    Raises:
        ValueError: another century.

    >>> orthodox_easter(2016).isoformat()
    '2016-05-01'
    """
    century = 19 if year < 1900 else year // 100 if year >= 2100 else 20
    if century not in (20, 21) or year < 1900:
        raise ValueError(f"no Julian lag known for {year}")
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + week + 114, 31)
    return date(year, month, day + 1) + timedelta(days=_JULIAN_LAG[century])


def hebrew_new_year(year: int) -> date:
    """1 Tishri of a Hebrew year.

    >>> hebrew_new_year(5776).isoformat()
    '2015-09-14'
    """
    before, own, behind = (_elapsed(number) for number in (year - 1, year, year + 1))
    delay = 2 if behind - own == 356 else 1 if own - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + own + delay)


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of a year's Tishri, moved off forbidden weekdays."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _passover(year: int) -> date:
    return hebrew_new_year(year + 3761) - timedelta(days=_PASSOVER_BEFORE_NEW_YEAR)


def _hanukkah(year: int) -> date:
    new_year = hebrew_new_year(year + 3761)
    length = (hebrew_new_year(year + 3762) - new_year).days
    return new_year + timedelta(days=30 + (30 if length % 10 == 5 else 29) + 24)


def feast(name: str, year: int) -> date:
    """The first day of a feast that `times.yaml` names, in a Gregorian year.

    Raises:
        ValueError: no such feast, or a year beyond the arithmetic.
    """
    rules = {
        "easter": easter,
        "orthodox_easter": orthodox_easter,
        "hebrew_new_year": lambda year: hebrew_new_year(year + 3761),
        "passover": _passover,
        "hanukkah": _hanukkah,
    }
    if name not in rules:
        raise ValueError(f"no feast {name!r}: {', '.join(rules)}")
    return rules[name](year)
