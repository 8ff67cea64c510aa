"""Clues from the calendar dates that a report names: what it tells as past lies before it, what it announces after.

A date in a caption is only a lower bound: pictures are reused. A day without a year returns every year.
"""

import re
from calendar import monthrange
from datetime import date

import numpy as np

from crossreport.reading.published.clue import Clue, Passage, Reading, in_words
from crossreport.reading.published.covered import COVERS, LOOK
from crossreport.reading.published.days import (
    EXCLUDED,
    FIRST,
    LAST,
    N_DAYS,
    RARE,
    UNLIKELY,
    Costs,
    free,
    index_of,
    lag_since,
    month_days,
    outside,
    stepped,
)
from crossreport.reading.published.headers import days_of
from crossreport.reading.written_dates import WrittenDate, written_dates

_SCHEDULED = re.compile(
    r"(?i)\b(?:(?:is|are|be|been|was|were)? ?(?:scheduled|due|slated|set|planned|expected|to be held|"
    r"to take place|to begin|"
    r"to start|to convene|to resume)\b.{0,40}\b(?:for|on|from|in)|will .{0,60}\b(?:on|from|in)|"
    r"upcoming .{0,60}\b(?:on|in))\s*$"
)
# "On 12 February the enemy may attempt": no verb of the past between the day and what is still to come.
_MAY = re.compile(
    r"(?i)(?:(?!\b(?:said|says|told|was|were|had|\w+ed)\b)[^.;\n]){0,40}?"
    r"\b(?:may|will|is to|are to|(?:is|are) expected)\b"
)
_YEAR = re.compile(
    r"\b(?P<cue>[Ii]n|[Ss]ince|of|[Ff]rom|[Dd]uring|[Uu]ntil|[Bb]y|late|early|mid-?) ?(?P<y>(?:199|20[0-3])\d)\b(?!-)"
)
# The day without a year that a report names last, by how long before the report it lies. FA-KES dev pages: two in three
# within a week, nine in ten within two months.
_SINCE_NAMED = ((3, 0), (7, 1), (21, 2), (60, 3), (150, 5), (300, 7))
_PLANS = re.compile(
    r"(?i)\b(?:will|would|could|plans?|projected|forecast|expected|target|goal|aims?|scheduled|due|deadline|expires?)\b"
)
# A year is named because it is not the page's own, or to say when a thing began: the years after it are
# a little less likely, but never so that they alone end the stretch.
_AFTER_YEAR = ((1, 1), (5, 1))
# A year by which nothing began ("in 2015") is mostly the page's own or the one before it.
_AFTER_NEWS_YEAR = ((1, 1), (2, 1), (4, 2))
_ORIGIN = re.compile(
    r"(?i)\b(?:since|began|begun|started|erupted|broke out|founded|established|formed|launched|born|from)\b"
)
_SINCE_DAY_WORDS = re.compile(
    r"(?i)(?:\bsince|\b(?:war|siege|conflict|fighting|invasion|offensive|operation|campaign|ceasefire|truce|uprising|coup)\b"
    r"[^.;]{0,40}\b(?:began|begun|broke out|started|erupted|took (?:hold|effect)))(?: on)?\s*$"
)
# "It is almost six months since the attack of 7 October": a day so far back, not one of the weeks before the report.
_COUNTED_FROM = re.compile(r"(?i)\b(?:weeks?|months?|years?) (?:since|after|following)\b[^.;]*$")
_LEAP_DAY = (2, 29)
_SINCE_LEAP_DAY = ((330, 0),)
_SINCE_FULL = ((31, 0), (366, 1))
# The same for whole days: a headline has the day of its news, a caption mostly the day of the picture, which is fresh.
_SINCE_DAY = {
    "title": ((0, 0), (1, 3), (3, 5), (7, 6)),
    "body": ((3, 0), (14, 1), (45, 2), (180, 3), (400, 4)),
    "caption": ((1, 0), (3, 2), (7, 3), (45, 5), (366, 6)),
}
_LONG_SINCE_DAY = 7
_ARCHIVE = re.compile(r"(?i)\b(?:file|archive[ds]?|archival|undated|stock)\b")
# A day with its weekday is told within the week; a week later the same weekday would have its own date.
_SINCE_WEEKDAY_DATE = ((3, 0), (6, 3), (14, 5), (60, 6), (330, 8))
_UNTIL_SCHEDULED = ((4, 1), (30, 0), (60, 1), (120, 3), (200, 6))  # what comes within days is told by its weekday


def mention_clues(reading: Reading) -> list[Clue]:
    """Clues from full dates, days without a year, scheduled days and years."""
    full: list[tuple[Passage, WrittenDate]] = []
    partial: list[tuple[Passage, WrittenDate]] = []
    clues: list[Clue] = []
    for passage in reading.passages:
        if passage.role not in ("title", "body", "caption"):
            continue
        for found in written_dates(reading.text, passage.start, passage.end):
            if passage.role != "caption" and _ahead(reading, passage, found):
                clues += _scheduled(reading, passage, found)
            elif found.year is not None:
                full.append((passage, found))
            elif found.day is not None and passage.role != "caption" and not _begins(reading, passage, found):
                partial.append((passage, found))
    return [
        *clues,
        *_latest_full(reading, full),
        *_latest_partial(reading, partial, [written for _, written in full if written.day is None]),
        *_weekday_pairs(reading, partial),
        *_leap_day(reading, partial),
        *_years(reading),
    ]


def _begins(reading: Reading, passage: Passage, found: WrittenDate) -> bool:
    """Whether a day is told as that from which something is counted or goes on: it can be many months ago."""
    before = reading.text[passage.start : found.start]
    counted = _SINCE_DAY_WORDS.search(before[-50:]) or _COUNTED_FROM.search(before)
    return found.weekday is None and counted is not None


def _ahead(reading: Reading, passage: Passage, found: WrittenDate) -> bool:
    """Whether the date lies ahead of the report: the words before it say so."""
    before = reading.text[max(passage.start, found.start - 70) : found.start]
    if found.year is None and _MAY.match(reading.text, found.end, passage.end):
        return True
    return _SCHEDULED.search(before) is not None and not re.search(r"\b(?:was|were|had been) $", before)


def _scheduled(reading: Reading, passage: Passage, found: WrittenDate) -> list[Clue]:
    """The report was written before a day that it announces, rarely more than a few months."""
    if found.day is None or re.search(
        r"\b(?:was|were|had)\b", reading.text[max(passage.start, found.start - 50) : found.start]
    ):
        return []
    days = [index_of(day) for day in days_of(found)] if found.year else month_days(found.month, found.day)
    ahead = lag_since([len(free()) - 1 - day for day in days])[::-1]
    costs = stepped(ahead.copy(), _UNTIL_SCHEDULED, EXCLUDED - UNLIKELY)
    span = reading.span(passage, found.start - passage.start, found.end - passage.start)
    return [Clue("scheduled", span, f"The report announces something for {span.quote}: written before it.", costs)]


def _latest_full(reading: Reading, found: list[tuple[Passage, WrittenDate]]) -> list[Clue]:
    """The latest date with a year: the report is not older, and mostly not much younger."""
    dated = [
        (_first_day(written), passage, written)
        for passage, written in found
        if FIRST.year <= (written.year or 0) <= LAST.year
    ]
    if not dated:
        return []
    day, passage, written = max(dated, key=lambda entry: (entry[0], entry[1].start))
    lags = lag_since([index_of(day)])
    covered = COVERS.search(reading.text[max(passage.start, written.start - LOOK) : written.start])
    role = "body" if covered else passage.role  # the last day that a weekly covers: it comes out days later
    old = written.day is None or (_ARCHIVE if passage.role == "caption" else _ORIGIN).search(passage.text)
    since = stepped(lags, _SINCE_FULL, 2) if old else stepped(lags, _SINCE_DAY[role], _LONG_SINCE_DAY)
    # A month can be named because it is still to come, and so can any day where no tense tells.
    if reading.read:
        costs = outside(day, None, RARE if written.day is None else EXCLUDED, 0) + since
    else:
        costs = np.where(lags > N_DAYS, UNLIKELY, since).astype(np.int32)
    span = reading.span(passage, written.start - passage.start, written.end - passage.start)
    where = "A caption names" if passage.role == "caption" else "The report names"
    says = f"{where} {span.quote}, the latest date with a year: written on {in_words(day)} at the earliest."
    return [Clue("named_date", span, says, costs)]


def _first_day(written: WrittenDate) -> date:
    days = days_of(written)
    return min(days) if days else date(written.year or FIRST.year, written.month, 1)


def _latest_partial(
    reading: Reading, found: list[tuple[Passage, WrittenDate]], months: list[WrittenDate]
) -> list[Clue]:
    """Of the days without a year the nearest one decides, whatever the year; "May 2024" gives its year to "11 May"."""
    if not found:
        return []
    nearest: Costs = free() + 10**6
    for _, written in found:
        days = month_days(written.month, written.day or 1)
        named = {index_of(day) for month in months if month.month == written.month for day in _whole(month)}
        lags = lag_since([day for day in days if day in named] or days)
        nearest = lags if (lags < nearest).all() else _minimum(nearest, lags)
    costs = stepped(nearest, _SINCE_NAMED, RARE + UNLIKELY)
    passage, written = found[0]
    span = reading.span(passage, written.start - passage.start, written.end - passage.start)
    quotes = list(dict.fromkeys(reading.text[w.start : w.end] for _, w in found))
    says = f"The report tells of {', '.join(quotes[:5])} without a year: written in the weeks after."
    return [Clue("named_day", span, says, costs)]


def _whole(month: WrittenDate) -> list[date]:
    """Every day of a month that is written with its year."""
    year = month.year or 0
    if not FIRST.year <= year <= LAST.year:
        return []
    return [date(year, month.month, day + 1) for day in range(monthrange(year, month.month)[1])]


def _minimum(one: Costs, other: Costs) -> Costs:
    smaller = one.copy()
    smaller[other < one] = other[other < one]
    return smaller


def _weekday_pairs(reading: Reading, found: list[tuple[Passage, WrittenDate]]) -> list[Clue]:
    """ "Wednesday, September 23": only the years in which that day is a Wednesday, and mostly the days after it."""
    clues = []
    pairs = [(passage, written) for passage, written in found if written.weekday is not None and written.day]
    for passage, written in pairs:
        days = [i for i in month_days(written.month, written.day or 1) if (FIRST.weekday() + i) % 7 == written.weekday]
        steps = _SINCE_WEEKDAY_DATE if len(pairs) == 1 else ((330, 0),)
        costs = stepped(lag_since(days), steps, EXCLUDED)
        span = reading.span(passage, written.start - passage.start, written.end - passage.start)
        clues.append(Clue("weekday_date", span, f"{span.quote}: only some years have that day on that weekday.", costs))
    return clues


def _leap_day(reading: Reading, found: list[tuple[Passage, WrittenDate]]) -> list[Clue]:
    """A 29 February without a year is that of the last leap year, and the report of the months after it."""
    for passage, written in found:
        if (written.month, written.day) == _LEAP_DAY and written.weekday is None:
            span = reading.span(passage, written.start - passage.start, written.end - passage.start)
            costs = stepped(lag_since(month_days(*_LEAP_DAY)), _SINCE_LEAP_DAY, EXCLUDED)
            says = f"The report names {span.quote} without a year: only leap years have that day."
            return [Clue("leap_day", span, says, costs)]
    return []


def _years(reading: Reading) -> list[Clue]:
    """The latest year that the report names as past: not written before it, mostly in it or in the next."""
    latest: tuple[int, Passage, re.Match[str]] | None = None
    for passage in reading.body():
        for found in _YEAR.finditer(passage.text):
            year = int(found.group("y"))
            if _PLANS.search(passage.text) or found.group("cue").casefold() in ("by", "until"):
                continue
            if latest is None or year > latest[0]:
                latest = (year, passage, found)
    if latest is None or not FIRST.year <= latest[0] <= LAST.year:
        return []
    year, passage, found = latest
    costs = outside(date(year, 1, 1), None, EXCLUDED, 0)
    for later, cost in _AFTER_YEAR if _ORIGIN.search(passage.text) else _AFTER_NEWS_YEAR:
        costs = costs + outside(None, date(year + later, 12, 31), 0, cost)
    span = reading.span(passage, *found.span("y"))
    return [Clue("named_year", span, f"The report tells of {year} as past or present: not written before.", costs)]
