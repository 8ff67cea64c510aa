"""Two happenings of one sentence that a counted time sets apart: "shelled X a day after rebels killed six in Y".

What is told under the "after" or "before" has its own place, day and toll; its day is counted from the other's.
"""

import datetime as dt
import re
from typing import NamedTuple

from crossreport.coding.page.document import Document, Word
from crossreport.model import When
from crossreport.words.edtf import precision
from crossreport.words.numerals import count_of

_SIGN = {"after": 1, "before": -1}
_DAYS = {"hour": 0, "minute": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "month": None, "year": None}
_COUNT = 4  # tokens in front of the unit in which its count and what qualifies it stand


class Gap(NamedTuple):
    """`head` is the word whose clause is set apart; the other happening is `days` later (None: nobody says)."""

    head: Word
    days: int | None


def gap_of(doc: Document, word: Word) -> Gap | None:
    """The counted time that sets the word's clause apart from the rest of its sentence."""
    for step in doc.path(word):
        for mark in doc.kids(step, "mark", "case"):
            unit = Word(mark.sentence, mark.token - 1)
            counted = mark.token and doc.text(mark) in _SIGN and doc.lemma(unit) in _DAYS
            if counted and all(mention.value is None for mention in doc.covering(unit, "time")):
                return Gap(step, _days(doc, mark, unit))
    return None


def same_side(doc: Document, one: Word, other: Word) -> bool:
    """Whether no counted time stands between two words of a sentence."""
    left, right = gap_of(doc, one), gap_of(doc, other)
    return (left and left.head) == (right and right.head)


def _days(doc: Document, mark: Word, unit: Word) -> int | None:
    """How many days later the main clause tells; negative with "before"."""
    length = _DAYS[doc.lemma(unit)]
    if length is None:
        return None
    before = [doc.text(Word(unit.sentence, index)) for index in range(max(0, unit.token - _COUNT), unit.token)]
    if not length and not _long(before):
        return 0  # "hours after": the same day
    if "than" in before or not before:
        return None
    count = 1 if before[-1] == "the" else count_of(before[-1])
    return None if count is None else _SIGN[doc.text(mark)] * (count * length or round(count / HOURS))


HOURS = 24  # of a day: "48 hours after" is two days after


def _long(before: list[str]) -> bool:
    """Whether a count of hours is of days."""
    return bool(before) and before[-1].isdecimal() and int(before[-1]) >= HOURS


_OFF = re.compile(
    r"(?i)(?:the )?(?P<one>previous|following|next) day"
    r"|(?:the |an? )?(?P<count>\w+ )?(?:days?|nights?) (?P<way>before|earlier|later)"
    r"|(?P<soon>(?:(?:just|only|a few|several|some|an?|\w+) )?(?:hours?|minutes?) later)"
)


def days_off(words: str) -> int | None:
    """How many days later a time lies that counts from another; negative if earlier.

    >>> days_off("the previous day"), days_off("a day later"), days_off("three days earlier"), days_off("that day")
    (-1, 1, -3, None)
    >>> days_off("hours later")
    0
    """
    found = _OFF.fullmatch(words.strip())
    if found is None:
        return None
    if found["soon"]:
        return 0
    if found["one"]:
        return -1 if found["one"].lower() == "previous" else 1
    count = (found["count"] or "one").strip().lower()
    number = 1 if count == "the" else count_of(count)
    return None if number is None else number if found["way"].lower() == "later" else -number


def moved(when: When, days: int) -> When | None:
    """The day so many days off; None for what is no day."""
    if when.precision != "day" or when.earliest is None:
        return None
    day = dt.date.fromisoformat(when.earliest) + dt.timedelta(days=days)
    mark = "~" if when.edtf.endswith("~") or abs(days) > EXACT or not days else ""
    text = day.isoformat()
    return When(f"{text}{mark}", text, text, precision(day, day), "counted_from", when.span)


EXACT = 6  # days up to which a count of days is kept exactly; "a week after" may be a day more or less
