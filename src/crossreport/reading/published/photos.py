"""Clues from photo ids: a day, perhaps in another calendar, and only a lower bound, for pictures are reused."""

import re
from datetime import date

from crossreport.reading.calendars import solar_hijri
from crossreport.reading.published.clue import Clue, Reading, in_words
from crossreport.reading.published.days import EXCLUDED, FIRST, LAST, index_of, lag_since, outside, stepped

_ID = re.compile(
    r"(?<!\d)(?P<y>1[34]\d\d|20[0-3]\d)-?(?P<m>0[1-9]|1[0-2])-?(?P<d>0[1-9]|[12]\d|3[01])(?:\d{4,8}|[_-]\w+)"
)
# A fresh picture is of the page's day or the day before; old ones spread over weeks, so no day of those is likely.
_SINCE_PHOTO = ((1, 0), (3, 3), (45, 7), (180, 9), (400, 12))
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
