"""Clues from photo ids: a day, perhaps in another calendar, and only a lower bound, for pictures are reused."""

import re
from datetime import date

from crossreport.reading.published.clue import Clue, Reading, in_words
from crossreport.reading.published.days import EXCLUDED, FIRST, LAST, index_of, lag_since, outside, stepped

_ID = re.compile(
    r"(?<!\d)(?P<y>1[34]\d\d|20[0-3]\d)-?(?P<m>0[1-9]|1[0-2])-?(?P<d>0[1-9]|[12]\d|3[01])(?:\d{4,8}|[_-]\w+)"
)
_SINCE_PHOTO = ((1, 0), (3, 1), (6, 3), (45, 6), (180, 8), (400, 10))
_STALE = 14


def photo_clues(reading: Reading) -> list[Clue]:
    """The latest day that a photo id names."""
    found = [
        (day, passage, match)
        for passage in reading.passages
        if passage.role == "photo"
        for match in _ID.finditer(passage.text)
        if (day := _day(match)) is not None
    ]
    if not found:
        return []
    day, passage, match = max(found, key=lambda entry: (entry[0], entry[1].start))
    calendar = "of the Solar Hijri calendar, " if int(match.group("y")) < 1900 else ""
    costs = outside(day, None, EXCLUDED, 0) + stepped(lag_since([index_of(day)]), _SINCE_PHOTO, _STALE)
    parts = "-".join(match.group("y", "m", "d"))
    says = f"The photo id holds {parts} {calendar}which is {in_words(day)}: not written before, perhaps later."
    return [Clue("photo_id", reading.span(passage, *match.span()), says, costs)]


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (int(match.group(part)) for part in ("y", "m", "d"))
    try:
        found = solar_hijri(year, month, day) if year < 1900 else date(year, month, day)
    except ValueError:
        return None
    return found if FIRST <= found <= LAST else None


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
    return date.fromordinal(days + _EPOCH)


# 1 Farvardin 1394 was 21 March 2015.
_EPOCH = date(2015, 3, 21).toordinal() - (365 * 1393 + (8 * 1393 + 29) // 33)
