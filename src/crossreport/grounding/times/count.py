"""Arithmetic with days, and counts of units of time ("a couple of weeks", "four years and a half").

In: words and dates. Out: numbers and dates. Months and years shift by the calendar; a day that does not exist is None.
"""

import re
from datetime import date, timedelta

from crossreport.grounding.numbers.numerals import is_numeral, numeral_value
from crossreport.grounding.numbers.words import number_words, plain
from crossreport.grounding.times.words import time_words
from crossreport.words.edtf import last_of_month

ONE_DAY = timedelta(days=1)
DAYS_OF = {"days": 1, "nights": 1, "weeks": 7, "weekends": 7, "fortnights": 14}
MONTHS_OF = {"months": 1, "quarters": 3, "years": 12, "decades": 120, "centuries": 1200}


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day.

    >>> day_of(2015, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_number(words: str) -> int:
    """The day of a month that digits or an ordinal word name.

    >>> day_number("08"), day_number("eighth"), day_number("twenty-first")
    (8, 8, 21)
    """
    bare = plain(words).replace("-", " ")
    if bare.isdigit():
        return int(bare)
    tens = {"twenty": 20, "thirty": 30, "thirtieth": 30}
    ordinals = number_words().ordinals
    return sum(tens.get(word, 0) or ordinals.get(word, 0) for word in bare.split())


def year_number(words: str) -> int:
    """The year that digits or words name.

    >>> year_number("1996"), year_number("nineteen ninety-six"), year_number("two thousand and four")
    (1996, 1996, 2004)
    """
    bare = plain(words).replace("-", " ")
    if bare.isdigit():
        return int(bare)
    if bare.startswith("two thousand"):
        rest = bare.removeprefix("two thousand").replace(" and ", " ").strip()
        return 2000 + (int(numeral_value(rest)) if rest else 0)
    century, _, rest = bare.partition(" ")
    return 100 * int(numeral_value(century)) + int(numeral_value(rest.removeprefix("oh ")))


def count_of(words: str) -> float | None:
    """The number of units that words name; of "two or three" the larger one; None if they name none.

    >>> count_of("a couple of"), count_of("four"), count_of("twenty-four")
    (2.0, 4.0, 24.0)
    """
    bare = plain(words)
    ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", bare)
    if ordinal:
        return float(ordinal[1])
    if bare in number_words().ordinals:
        return float(number_words().ordinals[bare])
    ends = re.split(r"\s+or\s+|\s+to\s+|(?<=\d)-(?=\d)", bare)
    return _single_count(ends[-1])


def counts_of(words: str) -> tuple[float, float] | None:
    """The least and the most units that words name; "a few" are one to three, for they name no number.

    >>> counts_of("two or three"), counts_of("a few"), counts_of("four")
    ((2.0, 3.0), (1.0, 3.0), (4.0, 4.0))
    """
    most, ends = count_of(words), re.split(r"\s+or\s+|\s+to\s+|(?<=\w)-(?=\d)", plain(words))
    if most is None:
        return None
    if is_vague(words):
        return min(1.0, most), most
    least = _single_count(ends[0]) if len(ends) > 1 else most
    return min(least or most, most), most


def is_vague(count: str | None) -> bool:
    """Whether the words for a count name no number."""
    return count is None or any(
        word in plain(count).split() for word in ("few", "several", "some", "number", "many", "handful")
    )


def _single_count(bare: str) -> float | None:
    half = 0.5 if "half" in bare else 0.0
    bare = bare.replace("half a dozen", "six").replace("and a half", "").strip()
    vague = [number for word, number in time_words().vague_counts.items() if word in bare.split()]
    if is_numeral(bare):
        return numeral_value(bare) + half
    if vague:
        return float(
            vague[0] * (numeral_value(bare.split()[0]) if "dozen" in bare and is_numeral(bare.split()[0]) else 1)
        )
    if half:
        return half
    return 1.0 if bare in ("a", "an") else None


def shift_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day.

    >>> shift_months(date(2015, 3, 31), -1).isoformat()
    '2015-02-28'
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def shift_unit(day: date, count: float, unit: str) -> date | None:
    """`count` units (plural name) from `day`; None where the calendar ends or the unit is shorter than a day.

    >>> shift_unit(date(2015, 1, 17), -4, "months").isoformat()
    '2014-09-17'
    """
    try:
        if unit in DAYS_OF:
            return day + timedelta(days=round(count * DAYS_OF[unit]))
        if unit in MONTHS_OF:
            return shift_months(day, round(count * MONTHS_OF[unit]))
    except (ValueError, OverflowError):
        return None
    return None
