"""Clues from what a container says about a page's day: a feed, a JSON record, a mail, an archive.

None of them is the page's own word, so none outvotes its dated header. A day of capture or sending says only that the
page was there by then.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from crossreport.model import Statement
from crossreport.reading.published.clue import Clue, Reading, in_words
from crossreport.reading.published.days import (
    CERTAIN,
    EXCLUDED,
    FIRST,
    LAST,
    N_DAYS,
    RARE,
    TOLERANCE,
    UNLIKELY,
    Costs,
    index_of,
    lag_since,
    stepped,
)

# A page goes out by mail on its day or soon after; a change is logged on it or days later.
_BEFORE_SENT = ((0, 0), (1, UNLIKELY), (4, RARE), (31, EXCLUDED), (400, EXCLUDED + RARE))
_BEFORE_UPDATE = ((0, 0), (1, TOLERANCE + 1), (7, RARE), (60, EXCLUDED), (400, EXCLUDED + RARE))
# What is captured from the web was seldom written so long before: pages go with their sites.
_BEFORE_CAPTURE = ((366 * 18, 0),)
_BESIDE = RARE + TOLERANCE  # a feed's day against its neighbours: enough to choose, not enough against the page's word
_ISO = re.compile(r"\s*((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d{1,5}(?!\d))")
_EPOCH = re.compile(r"\s*(\d{9,10})(?:\d{3})?(?:\.\d+)?\s*$")


def container_clues(reading: Reading) -> list[Clue]:
    """One clue for each kind of day that the container states."""
    clues: list[Clue] = []
    for one in reading.said:
        day = day_of(one.value)
        if day is not None and FIRST <= day <= LAST and (clue := _clue(one, day)):
            clues.append(clue)
    return clues


def day_of(value: str) -> date | None:
    """The day of a statement as written, in its own time zone: ISO 8601, RFC 2822 or seconds since 1970.

    >>> day_of("2016-09-08T23:30:00Z"), day_of("Thu, 08 Sep 2016 23:30:00 +0300"), day_of("1473370200")
    (datetime.date(2016, 9, 8), datetime.date(2016, 9, 8), datetime.date(2016, 9, 8))
    """
    try:
        if found := _ISO.match(value):
            year, month, day = map(int, found.groups())
            return date(year, month, day)
        if found := _EPOCH.match(value):
            return datetime.fromtimestamp(int(found.group(1)), UTC).date()
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _clue(one: Statement, day: date) -> Clue | None:
    said = f"{one.source[:1].upper()}{one.source[1:]}"
    if one.kind == "published":
        return Clue("container_published", None, f"{said} gives {in_words(day)} as the day of publication.", _on(day))
    if one.kind in ("sent", "updated"):
        steps = _BEFORE_SENT if one.kind == "sent" else _BEFORE_UPDATE
        says = f"{said} is of {in_words(day)}: not written later."
        return Clue(f"container_{one.kind}", None, says, _until(day, steps, CERTAIN))
    if one.kind == "captured":
        says = f"{said} is of {in_words(day)}: the page was there by then."
        return Clue("container_captured", None, says, _until(day, _BEFORE_CAPTURE, TOLERANCE + 1))
    return None


def _on(day: date) -> Costs:
    """The day itself; its neighbours, for time zones, at a price; any other only against the page's own word."""
    costs = stepped(lag_since([index_of(day)]), ((0, 0), (1, _BESIDE)), EXCLUDED)
    costs[: index_of(day)] = EXCLUDED
    if index_of(day) > 0:
        costs[index_of(day) - 1] = _BESIDE
    return costs


def _until(day: date, steps: tuple[tuple[int, int], ...], before: int) -> Costs:
    """By how many days before `day`; `before` what lies still further back; nothing is left behind it."""
    back = lag_since([N_DAYS - 1 - index_of(day)])[::-1]
    costs = stepped(back.copy(), steps, before)
    costs[max(index_of(day) + 1, 0) :] = CERTAIN
    if index_of(day) + 1 < N_DAYS:
        costs[index_of(day) + 1] = RARE  # another time zone
    return costs
