"""Times as a reader says them: EDTF bounds in, "14 September 2016" or "between 12 and 14 June 2023" out."""

from calendar import monthrange
from datetime import date

from crossreport.model import Published, Status, When
from crossreport.words import edtf
from crossreport.words.spoken import MONTHS, full_day

ROUGH = 60  # days: a wider interval gets no heading of its own and is said to be rough
UNCERTAIN = "the page's own date is not certain"
EDGES = frozenset({"until", "by", "before"})  # rules of `words/`: the page itself says up to when


def parse(value: str | None) -> date | None:
    """An ISO day; None for an open bound, or one that the calendar does not hold."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def spread(earliest: str | None, latest: str | None) -> str:
    """The bounds as a phrase without preposition: a day, a month, a year, or from-to.

    >>> spread("2023-06-12", "2023-06-14")
    '12–14 June 2023'
    """
    first, last = parse(earliest), parse(latest)
    if first is None and last is None:
        return "time not given"
    if first is None or last is None:
        return f"on or before {full_day(last)}" if last else f"on or after {full_day(first)}" if first else ""
    if first == last:
        return full_day(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return f"{MONTHS[first.month - 1]} {first.year}" if whole else f"{first.day}–{full_day(last)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start = full_day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} – {full_day(last)}"


def when_phrase(when: When | None, status: Status = "happened") -> str:
    """The time with its preposition, as it stands in a sentence; empty if none is given.

    "Since" is said of what goes on, never of what happened on some day of an interval.
    """
    if when is None:
        return ""
    first, last = parse(when.earliest), parse(when.latest)
    if first is None or last is None:
        return _one_sided(when, first, last, status)
    if status == "ongoing" and "since" in when.rule and first != last:
        return f"since {full_day(first)}"
    about = "around " if "~" in when.edtf else ""
    if first == last:
        return about + full_day(first) if about else f"on {full_day(first)}"
    text = spread(when.earliest, when.latest)
    if "–" not in text:
        return f"{about or 'in '}{text}"
    return _between(first, last, about=bool(about))


def _one_sided(when: When, first: date | None, last: date | None, status: Status) -> str:
    """The time with one bound: an edge that the page's words give, or one that its own uncertain date leaves open."""
    if first is not None and (status == "ongoing" or "since" in when.rule):
        return f"since {full_day(first)}"
    if last is not None and when.rule in EDGES:
        return f"on or before {full_day(last)}"
    if first is None and last is None:
        return ""
    return f"{spread(when.earliest, when.latest)} ({UNCERTAIN})"


def _between(first: date, last: date, *, about: bool) -> str:
    start = full_day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else start
    bounds = f"between {start} and {full_day(last)}"
    if (last - first).days + 1 > ROUGH:
        return f"at a time known only roughly ({bounds})"
    return f"some time {bounds}" if about else bounds


def days_between(earliest: str | None, latest: str | None) -> int | None:
    """How many days an interval spans, one for a single day; None if a side is open."""
    first, last = parse(earliest), parse(latest)
    return (last - first).days + 1 if first and last else None


def published_phrase(published: Published) -> str:
    """The day a page was written, with its doubt."""
    text = spread(published.earliest, published.latest)
    return f"about {text}" if "~" in published.edtf else text


def dated(text: str) -> str:
    """An EDTF date as people write it; the text itself if it is none.

    >>> dated("2016-09-12/2016-09-20"), dated("2016-09-14~"), dated("2016-09"), dated("whenever")
    ('12–20 September 2016', 'about 14 September 2016', 'September 2016', 'whenever')
    """
    try:
        bounds = edtf.bounds(text)
    except edtf.EdtfError:
        return text
    return ("about " if "~" in text else "") + spread(*bounds) if any(bounds) else text
