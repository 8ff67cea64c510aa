"""Clues from what a page says about itself: header lines, dateline, copyright, its address."""

import re
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from crossreport.model import Span
from crossreport.reading.published.clue import Clue, Passage, Reading, in_words
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
    add_months,
    day_at,
    free,
    index_of,
    lag_since,
    month_days,
    outside,
    stepped,
)
from crossreport.reading.written_dates import WrittenDate, written_dates

_PATH_DATE = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-](?P<m>\d{1,2})[/_-](?P<d>\d{1,2})(?!\d)")
# "/2018/07/title-of-a-post": as most sites of newspapers and ministries build their addresses.
_PATH_MONTH = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/(?!\d{1,2}(?:/|$))")
_ISSUED = re.compile(
    r"(?i)(?:^|[.;:|\n]\s*|\bthis (?:report|bulletin|update|statement|list|note|flash update|sitrep) (?:is|was) )"
    r"(?:issued|released|compiled|published)(?: (?:in|at|by|from) [^.;:\n]{2,40}?)?,? on (?:\w+day,? )?(?:the )?$|"
    r"(?:[(\[]|, )(?:issued|released|compiled|published|updated):?(?: on)? (?:\w+day,? )?(?:the )?$"
)
_LEAST_POSTS, _LEAST_DAYS = 3, 2  # lines with days above what was posted; different days of them
LOOK = 90  # characters before a day that can say what was issued on it
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\D{0,30}(?:(?:19|20)\d\d ?[-–] ?)?(?P<y>(?:19|20)\d\d)")
# What the reading "month-day-year" of 6-09-2013 costs against "day-month-year", and on a page that else writes the
# month first ("March 10"): the weekdays that the report names may outvote both.
_MONTH_FIRST, _MONTH_FIRST_WRITER = RARE + 1, TOLERANCE + 1
_MONTH_OUT = 75  # days from the first of a month by which a monthly bulletin is out
_BESIDE = EXCLUDED + TOLERANCE  # the days beside a header's day: the weekdays that the text names do not outvote it
_DAY = timedelta(days=1)
_MOST_LABEL = 40  # characters before a date that can say what it is of
_BULLETIN = ("situation", "as of", "as at")
_SINCE_BULLETIN = ((0, 0), (2, TOLERANCE + 1), (7, RARE))
# A footer carries the year of the page or, built by the site, of its capture: a page is rarely much older.
_OLDER_THAN_COPYRIGHT = ((1, 1), (3, 3), (5, 5), (12, RARE + 1))
_UPDATED = ("update", "modified")
_BEFORE_UPDATE = ((0, 0), (1, TOLERANCE + 1), (7, RARE), (60, EXCLUDED), (400, EXCLUDED + RARE))
# A page whose markup tells of its last change alone was mostly written then, often days before.
_BEFORE_CHANGE = ((0, 0), (1, 2), (7, TOLERANCE), (60, RARE + UNLIKELY), (400, EXCLUDED))


def header_clues(reading: Reading) -> list[Clue]:
    """All clues of this kind."""
    clues: list[Clue] = []
    others = _posts(reading)[:-1] or _of_comments(reading)
    for passage in reading.passages:
        if passage.role == "header" and passage not in others:
            clues += _header(reading, passage)
        if passage.role == "legal":
            clues += _copyright(reading, passage)
    return [*clues, *_dateline(reading), *_issued(reading), *_address(reading)]


def _posts(reading: Reading) -> list[Passage]:
    """The lines with the days of a channel's posts, the latest last; none if they do not stand above text in order.

    Days of comments stand above what is dropped, and so are none.
    """
    lines = []
    for passage, behind in pairwise(reading.passages):
        if passage.role == "header" and behind.role == "body":
            lines += [(day, passage) for day in _full_days(reading, passage)[:1]]
    days = [day for day, _ in lines]
    if len(lines) < _LEAST_POSTS or len(set(days)) < _LEAST_DAYS or days not in (sorted(days), sorted(days)[::-1]):
        return []
    return [passage for _, passage in (lines if days == sorted(days) else lines[::-1])]


def _of_comments(reading: Reading) -> list[Passage]:
    """Lines with days below a report that has one above it: of comments, if they are several and differ."""
    body = next((passage.start for passage in reading.passages if passage.role == "body"), 0)
    lines = [passage for passage in reading.passages if passage.role == "header" and _full_days(reading, passage)]
    below = [passage for passage in lines if passage.start > body]
    many = len({day for passage in below for day in _full_days(reading, passage)}) >= _LEAST_DAYS
    return below if many and len(below) < len(lines) else []


def _full_days(reading: Reading, passage: Passage) -> list[date]:
    return [day for found in written_dates(reading.text, passage.start, passage.end) for day in days_of(found)]


def _issued(reading: Reading) -> list[Clue]:
    """The day on which a bulletin says of itself that it was issued: "Issued in Port Amal on 2 August 2022."."""
    for passage in reading.passages:
        if passage.role not in ("header", "body"):
            continue
        for found in written_dates(reading.text, passage.start, passage.end):
            before = reading.text[max(passage.start, found.start - LOOK) : found.start]
            days = _in_order(reading, found)
            if days and _ISSUED.search(before):
                span = Span.of(reading.text, found.start, found.end)
                says = f"The page says that it was issued on {in_words(days[0])}."
                return [Clue("issued", span, says, on_day(days[:1], _BESIDE, _BESIDE))]
    return []


def on_day(days: list[date], day_before: int, day_after: int) -> Costs:
    """Costs nothing on the days themselves, `day_before`/`day_after` next to them, CERTAIN elsewhere."""
    costs = free() + CERTAIN
    for offset, cost in ((-1, day_before), (1, day_after), (0, 0)):
        for day in days:
            index = index_of(day) + offset
            if 0 <= index < len(costs):
                costs[index] = cost
    return costs


def until(day: date, *, shown: bool = True) -> Costs:
    """Written on or before the day of the last change, mostly on it or the day before."""
    back = lag_since([N_DAYS - 1 - index_of(day)])[::-1]
    costs = stepped(back.copy(), _BEFORE_UPDATE if shown else _BEFORE_CHANGE, CERTAIN)
    if index_of(day) + 1 < N_DAYS:
        costs[index_of(day) + 1] = RARE  # a change logged in another time zone
    return costs


def days_of(written: WrittenDate) -> list[date]:
    """The days that a full written date can mean."""
    if written.day is None or written.year is None:
        return []
    readings = [(written.day, written.month), *([written.other] if written.other else [])]
    days = [date(written.year, month, day) for day, month in readings]
    return [day for day in days if FIRST <= day <= LAST]


def _header(reading: Reading, passage: Passage) -> list[Clue]:
    clues = []
    at = passage.start
    for found in written_dates(reading.text, passage.start, passage.end):
        label = reading.text[at : found.start].casefold()
        span = Span.of(reading.text, found.start, found.end)
        at = found.end
        clue = _line_date(reading, found, span, label)
        if clue:
            clues.append(clue)
    return clues


def _line_date(reading: Reading, found: WrittenDate, span: Span, label: str) -> Clue | None:
    """A date line: the page's day; its last change; the day that a bulletin describes; a day without a year."""
    days = _in_order(reading, found)
    if not days:
        return _month(found, span) if found.day is None and found.year is not None else _yearless(found, span)
    if any(word in label for word in _UPDATED):
        return Clue("updated_line", span, f"The page was last updated on {in_words(days[0])}.", until(days[0]))
    if any(word in label for word in _BULLETIN):
        costs = stepped(lag_since([index_of(days[0])]), _SINCE_BULLETIN, CERTAIN)
        return Clue("bulletin_day", span, f"The bulletin describes {in_words(days[0])}: written then.", costs)
    named = " or ".join(in_words(day) for day in days)
    if len(days) > 1 and _told_in_words(reading, days[0]):
        second = EXCLUDED
    else:
        second = _MONTH_FIRST_WRITER if _writes_month_first(reading) else _MONTH_FIRST
    near = min(found.slack, 1) * UNLIKELY or _BESIDE
    costs = np.minimum(on_day(days[:1], near, near), on_day(days, _BESIDE, _BESIDE) + second)
    return Clue("header_date", span, f"The page's header gives {named}.", costs.astype(np.int32))


def _in_order(reading: Reading, found: WrittenDate) -> list[date]:
    """The days that a date line can mean, that which the page writes out elsewhere ("11th September 2008") first."""
    days = days_of(found)
    return sorted(days, key=lambda day: not _told_in_words(reading, day)) if len(days) > 1 else days


def _told_in_words(reading: Reading, day: date) -> bool:
    return any(found.other is None and day in days_of(found) for found in written_dates(reading.text))


def _month(found: WrittenDate, span: Span) -> Clue | None:
    """A header's month, of a bulletin or an issue: written in it, or in the weeks in which such bulletins come out."""
    if found.year is None or not FIRST.year < found.year < LAST.year:
        return None
    first = date(found.year, found.month, 1)
    costs = outside(first, first + timedelta(days=_MONTH_OUT), EXCLUDED, EXCLUDED)
    return Clue("header_month", span, f"The page's header gives {span.quote}: written then or soon after.", costs)


def _yearless(found: WrittenDate, span: Span) -> Clue | None:
    """A header's day without a year returns every year, with a weekday in some years only."""
    if found.day is None or found.year is not None:
        return None
    costs = stepped(lag_since(_starts(found, found.day)), ((0, 0), (1, EXCLUDED)), CERTAIN)
    return Clue("header_day", span, f"The page's header gives {span.quote}, without a year.", costs)


def _starts(found: WrittenDate, day: int) -> list[int]:
    """The day in every year; with its weekday, in the years in which it fell on it."""
    starts = month_days(found.month, day)
    if found.weekday is None:
        return starts
    return [start for start in starts if day_at(start).weekday() == found.weekday] or starts


def _writes_month_first(reading: Reading) -> bool:
    """Whether the report writes "March 10" and never "10 March"."""
    written = [
        reading.text[found.start]
        for passage in reading.body()
        for found in written_dates(reading.text, passage.start, passage.end)
        if found.day and found.other is None and found.weekday is None
    ]
    return bool(written) and not any(first.isdigit() for first in written)


def _copyright(reading: Reading, passage: Passage) -> list[Clue]:
    clues = []
    for found in _COPYRIGHT.finditer(passage.text):
        year = int(found.group("y"))
        if FIRST.year <= year <= LAST.year:
            back = lag_since([N_DAYS - 1 - index_of(date(year, 1, 1))])[::-1].copy()
            steps = tuple((366 * years, cost) for years, cost in _OLDER_THAN_COPYRIGHT)
            older = np.where(back > N_DAYS, 0, stepped(back, ((0, 0), *steps), RARE + UNLIKELY))
            costs = older + outside(None, date(year, 12, 31), 0, EXCLUDED)
            span = reading.span(passage, *found.span())
            says = f"The copyright line is of {year}: not written later, mostly in that year."
            clues.append(Clue("copyright_year", span, says, costs.astype(np.int32)))
    return clues[:1]


def _dateline(reading: Reading) -> list[Clue]:
    """The dateline's day; the page comes out on it or on the day after."""
    if reading.dateline is None or reading.dateline.date is None:
        return []
    span = reading.dateline.date
    found = next(iter(written_dates(reading.text, span.start, span.end)), None)
    if found is None or found.day is None:
        return []
    days = days_of(found)
    if days:
        return [
            Clue("dateline", span, f"The dateline gives {in_words(days[0])}.", on_day(days, EXCLUDED, EXCLUDED + RARE))
        ]
    steps = ((0, 0), (1, RARE + 1), (3, EXCLUDED))  # the day after only where no year has the dateline's own
    costs = stepped(lag_since(_starts(found, found.day)), steps, CERTAIN)
    return [Clue("dateline", span, f"The dateline gives the day {span.quote}, without a year.", costs)]


def _address(reading: Reading) -> list[Clue]:
    """A date in the page's address or file name, as blogs and newspapers build them."""
    for found in _PATH_DATE.finditer(reading.name):
        try:
            day = date(int(found.group("y")), int(found.group("m")), int(found.group("d")))
        except ValueError:
            continue
        if FIRST <= day <= LAST:
            says = f"The address has {found.group()}: {in_words(day)}."
            costs = capped(on_day([day], UNLIKELY, UNLIKELY), EXCLUDED)
            return [Clue("address_date", None, says, costs)]
    month = _PATH_MONTH.search(reading.name)
    return [_address_month(month)] if month else []


def _address_month(found: re.Match[str]) -> Clue:
    """Posted in that month where the server stands."""
    first = date(int(found.group("y")), int(found.group("m")), 1)
    last = add_months(first, 1) - _DAY
    costs = outside(first - _DAY, last + _DAY, EXCLUDED, EXCLUDED) + outside(first, last, UNLIKELY, UNLIKELY)
    says = f"The address has {found.group().strip('/')}: posted in that month."
    return Clue("address_month", None, says, capped(costs, EXCLUDED))


def capped(costs: Costs, most: int) -> Costs:
    """Costs capped at `most`."""
    costs[costs > most] = most
    return costs
