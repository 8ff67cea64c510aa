"""Clues from weekdays: "on Tuesday" is the last Tuesday before the page, mostly the page's own day or the day before.

Weekdays alone date nothing; with a day of the month, a bound or a duration they choose among the days that are left.
"""

import re

import numpy as np

from crossreport.reading.published.clue import Clue, Passage, Reading
from crossreport.reading.published.days import (
    RARE,
    TOLERANCE,
    UNLIKELY,
    Costs,
    free,
    index_of,
    lag_since,
    month_days,
    stepped,
    weekday_days,
)
from crossreport.reading.published.headers import days_of
from crossreport.reading.written_dates import weekday_number, written_dates

_WEEKDAY = re.compile(
    r"(?<!\bon )\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]?s)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_NOT_LAST = re.compile(
    r"(?i)(?:\bnext|\bcoming|\bevery|\beach|\buntil|\bby|\bdue|\bwill\b.{0,40}|\bscheduled\b.{0,30}|"
    r"\blast week)\s*(?:on )?$"
)
_NOT_LAST_AFTER = re.compile(r"(?i)\s+(?:of )?(?:prayers?|sermons?|last week|next week|each week|a week ago)\b")
_SAID = re.compile(r"\b(?:said|says|told|reported|announced|stated|confirmed|added|according)\b")
_SAID_ON = re.compile(rf"{_SAID.pattern}(?: (?!that\b)\w+){{0,5}} ?,? ?$")
# Days from a weekday to the page, on 410 FA-KES dev pages with a header date. The first weekday that a report names:
# 70 % the page's own day, 22 % the day before, 6 % two days before. The latest of all: within two days on 99 %.
_SINCE_FIRST = ((0, 0), (1, 2), (2, 4))
# A round-up of the last 24 hours comes out when they are over: the day after the weekday that it names.
_SINCE_ROUND_UP = ((0, 5), (1, 0), (2, 3))
_ROUND_UP = re.compile(r"(?i)\b(?:in|over|during|of) (?:the )?(?:last|past) (?:24|twenty[- ]four) hours\b")
_SINCE_LATEST = ((1, 0), (2, 1))
_BEYOND = 8
_MANY = 3  # weekdays that make a report an account of several days
_BEYOND_LATEST = 4


def weekday_clues(reading: Reading, *, bulletin: bool = False) -> list[Clue]:
    """Clues from the weekdays of the report, and from those named beside a day of the month.

    A `bulletin` that says which days it tells, or up to which, surveys them: its weekdays may be a week old.
    """
    named = [(passage, found) for passage in reading.body() for found in _past(passage)]
    if not named:
        return []
    if bulletin:
        return _anchored(reading)
    few = len({weekday_number(found.group()) for _, found in named}) < _MANY
    return [_first(reading, *_of_saying(named), few=few), _latest(reading, named), *_anchored(reading)]


def _of_saying(named: list[tuple[Passage, re.Match[str]]]) -> tuple[Passage, re.Match[str]]:
    """The first weekday; behind it in its sentence, that on which the news was told: "on Saturday, police said Monday".

    Nobody tells a deed before it is done, so the news is of the day of the telling.
    """
    passage, first = named[0]
    for other, found in named[1:]:
        if other is passage and _SAID_ON.search(passage.text, first.end(), found.start()):
            return passage, found
    return passage, first


def _past(passage: Passage) -> list[re.Match[str]]:
    """Weekdays that are told as past."""
    return [
        found
        for found in _WEEKDAY.finditer(passage.text)
        if not _NOT_LAST.search(passage.text[: found.start()]) and not _NOT_LAST_AFTER.match(passage.text, found.end())
    ]


def _first(reading: Reading, passage: Passage, found: re.Match[str], *, few: bool) -> Clue:
    """A report's first weekday is that of its news: mostly the page's own day, but in accounts of several days."""
    lags = lag_since(weekday_days(weekday_number(found.group())))
    span = reading.span(passage, *found.span())
    if _ROUND_UP.search(reading.title):
        says = f"A round-up of 24 hours with news of {found.group()}: written the day after."
        return Clue("news_weekday", span, says, stepped(lags, _SINCE_ROUND_UP, _BEYOND))
    costs = stepped(lags, _SINCE_FIRST, _BEYOND if few else TOLERANCE)
    says = f"The news is of {found.group()}: written on that day or soon after."
    return Clue("news_weekday", reading.span(passage, *found.span()), says, costs)


def _latest(reading: Reading, named: list[tuple[Passage, re.Match[str]]]) -> Clue:
    """Whichever of the named weekdays came last came just before the page."""
    nearest: Costs = free() + 10**6
    days = list(dict.fromkeys(found.group() for _, found in named))
    for day in days:
        nearest = np.minimum(nearest, lag_since(weekday_days(weekday_number(day))))
    passage, found = named[0]
    costs = stepped(nearest, _SINCE_LATEST, _BEYOND_LATEST)
    says = f"The report tells of {', '.join(days)}: written on the last of these days or soon after."
    return Clue("weekday", reading.span(passage, *found.span()), says, costs)


def _anchored(reading: Reading) -> list[Clue]:
    """A day of the month and a weekday in one sentence: "announced on October 17 … effect on Tuesday".

    The weekday lies within the week after the day, and the page within the week after the weekday.
    """
    clues = []
    begins = reading.dateline.span.end if reading.dateline else 0  # the day before it is the page's, not its matter's
    for passage in reading.body():
        dates = [d for d in written_dates(reading.text, passage.start, passage.end) if d.day and d.weekday is None]
        dates = [d for d in dates if d.start >= begins]
        weekdays = list(_WEEKDAY.finditer(passage.text))
        if len(dates) != 1 or not weekdays or dates[0].start - passage.start > weekdays[-1].start():
            continue
        written, weekday = dates[0], weekdays[-1]
        starts = (
            [index_of(day) for day in days_of(written)] if written.year else month_days(written.month, written.day or 1)
        )
        wanted = weekday_number(weekday.group())
        targets = [start + ((wanted - _weekday_of(start)) % 7) for start in starts]
        costs = stepped(lag_since(targets), ((1, 0), (2, 1), (6, UNLIKELY)), RARE)
        span = reading.span(passage, written.start - passage.start, weekday.end())
        says = (
            f"{reading.text[written.start : written.end]} and the {weekday.group()} after it: written within that week."
        )
        clues.append(Clue("day_and_weekday", span, says, costs))
    return clues[:2]


def _weekday_of(index: int) -> int:
    return index % 7  # FIRST is a Monday
