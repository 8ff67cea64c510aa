"""Extended Date/Time Format (ISO 8601-2:2019), levels 0 and 1: text in, calendar bounds out, and back.

Read are years, months, days, day-times, seasons (21-24), the marks `?`, `~` and `%`, unspecified digits (`201X`,
`2004-XX`), intervals, and open (`..`) or unknown (empty) ends. Years run from 1 to 9999; what lies outside and
level 2 is refused with an error. Nothing is guessed: a mark changes what a value says, never its bounds.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple, cast

Mark = Literal["", "?", "~", "%"]
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # first and last month, northern hemisphere

_PART = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?:T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?P<zone>Z|[+-]\d{2}(?::\d{2})?)?)?"
    r"(?P<mark>[?~%]?)"
)


class EdtfError(ValueError):
    """A text that is no EDTF value of level 0 or 1, or lies outside the years 1 to 9999."""


class Part(NamedTuple):
    """One date, as written: `year` "2015", "201X" or "20XX"; `month` and `day` two digits, "XX" or None."""

    year: str
    month: str | None = None
    day: str | None = None
    time: str | None = None  # "hh:mm:ss" with the zone behind it, if any
    mark: Mark = ""

    def __str__(self) -> str:
        text = "-".join(piece for piece in (self.year, self.month, self.day) if piece is not None)
        return text + (f"T{self.time}" if self.time else "") + self.mark

    @property
    def earliest(self) -> date:
        """The first day that the part can mean."""
        year = max(1, int(self.year.replace("X", "0")))
        if self.month in (None, "XX"):
            return date(year, 1, 1)
        month = SEASONS.get(int(self.month or 0), (int(self.month or 0), 0))[0]
        return date(year, month, 1 if self.day in (None, "XX") else int(self.day or 1))

    @property
    def latest(self) -> date:
        """The last day that the part can mean."""
        year = int(self.year.replace("X", "9"))
        if self.month in (None, "XX"):
            return date(year, 12, 31)
        number = int(self.month or 0)
        month = SEASONS[number][1] if number in SEASONS else number
        year += number in SEASONS and month < SEASONS[number][0]
        if self.day in (None, "XX"):
            return last_of_month(year, month)
        return date(year, month, int(self.day or 1))


Open = Literal["..", ""]
End = Part | Open


class Edtf(NamedTuple):
    """A date (`end` None) or an interval; ".." is an open end, "" an unknown one."""

    start: End
    end: End | None = None

    def __str__(self) -> str:
        return str(self.start) if self.end is None else f"{self.start}/{self.end}"

    @property
    def earliest(self) -> date | None:
        """The first day, both ends included; None if that side is open or unknown."""
        return self.start.earliest if isinstance(self.start, Part) else None

    @property
    def latest(self) -> date | None:
        """The last day, both ends included; None if that side is open or unknown."""
        last = self.start if self.end is None else self.end
        return last.latest if isinstance(last, Part) else None


def parse(text: str) -> Edtf:
    """The value that `text` writes.

    Raises:
        EdtfError: no EDTF of level 0 or 1, no such day, or an interval that ends before it begins.

    >>> parse("2014-09~/2015-01-16").earliest.isoformat()
    '2014-09-01'
    """
    pieces = text.split("/")
    if len(pieces) > 2:
        raise EdtfError(f"{text!r} has more than two ends")
    if len(pieces) == 1:
        return Edtf(_part(text))
    start, end = (_end(piece) for piece in pieces)
    if not isinstance(start, Part) and not isinstance(end, Part):
        raise EdtfError(f"{text!r} has no end that says anything")
    value = Edtf(start, end)
    if value.earliest and value.latest and value.earliest > value.latest:
        raise EdtfError(f"{text!r} ends before it begins")
    return value


def _end(text: str) -> End:
    if text == "..":
        return ".."
    return _part(text) if text else ""


def _part(text: str) -> Part:
    found = _PART.fullmatch(text)
    if found is None:
        raise EdtfError(f"{text!r} is no EDTF date of level 0 or 1")
    year, month, day, time, zone = found.group("year", "month", "day", "time", "zone")
    mark = cast(Mark, found.group("mark"))
    blurred_month = month == "XX" and day not in (None, "XX")
    if (time and (day is None or "X" in text)) or ("X" in year and month is not None) or blurred_month:
        raise EdtfError(f"{text!r}: finer than what is known above it")
    part = Part(year, month, day, time and time + (zone or ""), mark)
    try:
        if int(year.replace("X", "9")) < 1 or (month and month != "XX" and int(month) in SEASONS and day):
            raise ValueError("no such date")
        part.earliest, part.latest  # noqa: B018 - the calendar refuses days that do not exist
    except (KeyError, ValueError) as error:
        raise EdtfError(f"{text!r}: {error}") from error
    return part


def last_of_month(year: int, month: int) -> date:
    """The last day of a month.

    >>> last_of_month(2016, 2).day
    29
    """
    return date(year, month, monthrange(year, month)[1])


def bounds(text: str) -> tuple[str | None, str | None]:
    """First and last day of an EDTF text as ISO dates; None on an open side.

    >>> bounds("2014-12")
    ('2014-12-01', '2014-12-31')
    """
    value = parse(text)
    return (
        value.earliest.isoformat() if value.earliest else None,
        value.latest.isoformat() if value.latest else None,
    )


def span_days(first: date | None, last: date | None, mark: Mark = "", *, shorten: bool = True) -> str:
    """The shortest EDTF that says exactly the days from `first` to `last`, both included.

    A whole year or month becomes that year or month; `mark` goes on every end that is given.

    Raises:
        EdtfError: both sides open, or `last` before `first`.

    >>> span_days(date(2015, 1, 1), date(2015, 12, 31))
    '2015'
    >>> span_days(date(2015, 1, 26), date(2015, 1, 29))
    '2015-01-26/2015-01-29'
    """
    if first is None or last is None:
        return str(parse(f"{_day(first, mark)}/{_day(last, mark)}"))
    if first == last:
        return f"{first.isoformat()}{mark}"
    if shorten and first.day == 1 and last == last_of_month(last.year, last.month):
        return _whole(first, last, mark)
    return str(parse(f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"))


def _day(day: date | None, mark: Mark) -> str:
    return ".." if day is None else f"{day.isoformat()}{mark}"


def _whole(first: date, last: date, mark: Mark) -> str:
    """Days that begin and end with a month: the year, the years, the month, or the months."""
    if (first.month, last.month) == (1, 12):
        ends = [f"{first.year:04d}", f"{last.year:04d}"]
    else:
        ends = [f"{first.year:04d}-{first.month:02d}", f"{last.year:04d}-{last.month:02d}"]
    same = ends[0] == ends[1]
    return str(parse("/".join(f"{end}{mark}" for end in (ends[:1] if same else ends))))


def days_between(one: str, other: str) -> int | None:
    """Days that lie between two EDTF values: 0 if they share a day; None if an open side leaves it undecided.

    >>> days_between("2015-01", "2015-02-03")
    3
    """
    a, b = parse(one), parse(other)
    if a.earliest and b.latest and a.earliest > b.latest:
        return (a.earliest - b.latest).days
    if b.earliest and a.latest and b.earliest > a.latest:
        return (b.earliest - a.latest).days
    sides = (a.earliest, a.latest, b.earliest, b.latest)
    return None if None in sides else 0


def overlap(one: str, other: str) -> bool:
    """Whether two EDTF values can share a day; an open side reaches for ever.

    >>> overlap("2015-01-16", "2014-09/2015-01-16")
    True
    """
    a, b = parse(one), parse(other)
    a_first = a.latest and b.earliest and a.latest < b.earliest
    b_first = b.latest and a.earliest and b.latest < a.earliest
    return not (a_first or b_first)


def within(inner: str, outer: str) -> bool:
    """Whether every day of `inner` is a day of `outer`.

    >>> within("2015-09-22", "2015-09")
    True
    """
    a, b = parse(inner), parse(outer)
    starts = b.earliest is None or (a.earliest is not None and b.earliest <= a.earliest)
    ends = b.latest is None or (a.latest is not None and a.latest <= b.latest)
    return starts and ends


def precision(first: date | None, last: date | None) -> Literal["day", "days", "week", "month", "year"]:
    """UCDP GED's date_prec 1-5 in words, by the number of days from `first` to `last`.

    >>> precision(date(2015, 1, 26), date(2015, 1, 29))
    'days'
    """
    if first is None or last is None:
        return "year"
    length = (last - first) / timedelta(days=1) + 1
    if length <= 1:
        return "day"
    if length <= 6:
        return "days"
    return "week" if length <= 7 else "month" if length <= 31 else "year"
