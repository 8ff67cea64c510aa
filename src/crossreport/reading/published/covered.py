"""The clue of a bulletin that names the days it covers: written at their end, or soon after.

A bulletin of a day or three is written on the last of them; one of weeks within a week of its end.
"""

import re

from crossreport.reading.published.clue import Clue, Reading, in_words
from crossreport.reading.published.days import EXCLUDED, TOLERANCE, UNLIKELY, index_of, lag_since, stepped
from crossreport.reading.published.headers import days_of
from crossreport.reading.written_dates import written_dates

COVERS = re.compile(
    r"(?i)\b(?:cover(?:s|ing|ed)|(?:reporting|review|coverage) period|period (?:covered|under review)|"
    r"(?:for|during) the period|\bweek(?:ly)?\b)"
    r"[^.;\n]{0,60}?(?:\bto\b|\buntil\b|\bthrough\b|\btill\b|[-–—])[\s\w:]{0,14}$"
)
_ROLES = ("header", "body", "title")
LOOK = 100  # characters before the last day
SHORT = 3  # days
_SINCE_SHORT = ((0, 0), (2, TOLERANCE + 1))
_SINCE_LONG = ((3, 0), (7, UNLIKELY))


def covered_clues(reading: Reading) -> list[Clue]:
    """At most one clue, of the first window that ends in a full date."""
    for passage in reading.passages:
        if passage.role not in _ROLES:
            continue
        dates = written_dates(reading.text, passage.start, passage.end)
        for place, found in enumerate(dates):
            before = reading.text[max(passage.start, found.start - LOOK) : found.start]
            days = days_of(found)
            if not days or COVERS.search(before) is None:
                continue
            first = dates[place - 1] if place else None
            near = first is not None and first.month == found.month and (found.day or 0) - (first.day or 0) < SHORT
            steps = _SINCE_SHORT if near else _SINCE_LONG
            span = reading.span(passage, found.start - passage.start, found.end - passage.start)
            says = f"The bulletin covers the days up to {in_words(days[0])}: written then or soon after."
            return [Clue("days_covered", span, says, stepped(lag_since([index_of(days[0])]), steps, EXCLUDED))]
    return []
