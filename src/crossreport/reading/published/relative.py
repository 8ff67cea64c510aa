"""How long after a dated fact a sentence is told: "weeks after", "three days after", "the second anniversary of"."""

import re
from datetime import date, timedelta

from crossreport.reading.published.days import (
    EXCLUDED,
    RARE,
    UNLIKELY,
    Costs,
    add_months,
    outside,
)
from crossreport.words.numerals import UP_TO_TWELFTH, UP_TO_TWELVE

_COUNTS = UP_TO_TWELVE | {"a": 1, "an": 1}
_AFTER = re.compile(
    rf"(?i)\b(?:(?P<n>{'|'.join(_COUNTS)}|\d{{1,3}}) )?(?P<unit>hour|day|week|month|year)s? (?:after|since|following)\b"
)
_ANNIVERSARY = re.compile(
    rf"(?i)\b(?P<nth>{'|'.join(UP_TO_TWELFTH)}|\d{{1,2}}(?:st|nd|rd|th)|one-year|two-year|three-year) anniversary\b"
)
# Days for each unit, and the loosest reading of the bare plural: "days after" is within a fortnight.
_DAYS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
_BARE = {"hour": (0, 2), "day": (1, 14), "week": (7, 75), "month": (28, 400), "year": (365, 366 * 6)}
_AROUND_ANNIVERSARY = 12  # days: told from some days before it on


def time_since(text: str, first: date, last: date) -> Costs | None:
    """Costs from the words of a sentence that tell how long ago its dated fact was; None without such words."""
    anniversary = _ANNIVERSARY.search(text)
    if anniversary:
        day = add_months(first, 12 * _nth(anniversary.group("nth").casefold()))
        slack = timedelta(days=_AROUND_ANNIVERSARY)
        return outside(day - slack, day + slack, EXCLUDED, EXCLUDED)
    after = _AFTER.search(text)
    if after is None:
        return None
    unit = after.group("unit").casefold()
    if after.group("n") is None:
        least, most = _BARE[unit]
        return outside(first + timedelta(days=least), last + timedelta(days=most), RARE, EXCLUDED)
    length = _DAYS[unit] * _count(after.group("n"))
    slack_days = max(1, _DAYS[unit] if unit != "day" else 1)
    early = 1 if unit == "day" else slack_days // 2  # whoever counts the first day, too, is a day ahead
    begin, end = first + timedelta(days=length - early), last + timedelta(days=length + slack_days)
    return outside(begin, end, RARE + UNLIKELY, EXCLUDED)


def month_after(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    return add_months(day.replace(day=1), months)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.casefold()]


def _nth(word: str) -> int:
    if word in UP_TO_TWELFTH:
        return UP_TO_TWELFTH[word]
    if word.endswith("-year"):
        return _COUNTS[word.removesuffix("-year")]
    return int(word[:-2])
