"""A day and the words around it in, the end of it that they mean out: an attack of one night is told of two days.

"Late on Thursday" and "in the small hours of Friday" are one night. Who says "on Friday" means the whole of it.
"""

import re
from functools import cache

from crossreport.linking.lexicon import lexicon
from crossreport.linking.times import LATE, SMALL_HOURS
from crossreport.model import Page, When
from crossreport.words.spelled import any_of

REACH = 30  # characters on each side of a day in which its hour stands: "shortly after midnight on 7 April"
EVENING, MORNING = 20, 6  # o'clock: from when on a night runs into the next day, until when it comes from the last one

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.]\d{2})?\s*(?:(?P<half>[ap])\.?\s?m\b|(?:hrs|hours|h)\b)|\b(?P<day>\d{1,2}):\d{2}\b"
)
_ENDS = re.compile(r"[.;!?](?=\s+[^a-z\s])|\n")


def end_of_day(when: When, page: Page) -> str:
    """`LATE` or `SMALL_HOURS` where the words of `when`, or those right beside them, say so; else nothing."""
    span = when.span
    if span is None or when.precision != "day":
        return ""
    before = _ENDS.split(page.text[max(0, span.start - REACH) : span.start])[-1]
    behind = _ENDS.split(page.text[span.end : span.end + REACH])[0]
    words = f"{before}{span.quote}{behind}"
    early, late = (_named(names).search(words) is not None for names in (lexicon().small_hours, lexicon().late_hours))
    if not (early or late):
        early, late = _by_clock(words)
    return SMALL_HOURS if early else LATE if late else ""


def _by_clock(words: str) -> tuple[bool, bool]:
    """Whether an hour of the clock is one before the morning, and whether it is one of the evening."""
    found = _CLOCK.search(words)
    if found is None:
        return False, False
    hour = int(found["hour"] or found["day"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return hour < MORNING, EVENING <= hour < 24


@cache
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(names)}\b", re.IGNORECASE)
