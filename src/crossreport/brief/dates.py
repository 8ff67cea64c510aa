"""Times as a reader says them: EDTF bounds in, "14 September 2016" or "between 12 and 14 June 2023" out."""

from calendar import monthrange
from datetime import date

from crossreport.model import Published, When

MONTHS = (  # not the locale's: same bytes everywhere
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """`14 September 2016`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


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
        return f"until {day(last)}" if last else f"since {day(first)}" if first else ""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return f"{MONTHS[first.month - 1]} {first.year}" if whole else f"{first.day}–{day(last)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    start = day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} – {day(last)}"


def when_phrase(when: When | None) -> str:
    """The time with its preposition, as it stands in a sentence; empty if none is given."""
    if when is None:
        return ""
    first, last = parse(when.earliest), parse(when.latest)
    about = "around " if "~" in when.edtf else ""
    if first is None or last is None:
        return spread(when.earliest, when.latest) if first or last else ""
    if first == last:
        return about + day(first) if about else f"on {day(first)}"
    text = spread(when.earliest, when.latest)
    if "–" not in text:
        return f"{about or 'in '}{text}"
    start = day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    start = str(first.day) if (first.year, first.month) == (last.year, last.month) else start
    return f"{'some time ' if about else ''}between {start} and {day(last)}"


def days_between(earliest: str | None, latest: str | None) -> int | None:
    """How many days an interval spans, one for a single day; None if a side is open."""
    first, last = parse(earliest), parse(latest)
    return (last - first).days + 1 if first and last else None


def published_phrase(published: Published) -> str:
    """The day a page was written, with its doubt."""
    text = spread(published.earliest, published.latest)
    return f"about {text}" if "~" in published.edtf else text
