"""The days that a bulletin says it covers: "covering 15 to 24 April 2024", "reporting period: 3 May to 4 May"."""

import datetime as dt
import re
from functools import cache

from crossreport.coding.page.document import Document, Word
from crossreport.model import Mention, When
from crossreport.words.edtf import precision
from crossreport.words.loader import load

HEAD = 12  # sentences at a page's beginning in which it says what it covers
REACH = 40  # characters from the words that say so to the first day
LONGEST = 31  # days: more is a review of a season, and says nothing about the day of a deed
_TO = re.compile(r"[\s\w:.,()]{0,24}?(?:\bto\b|\buntil\b|\bthrough\b|\btill\b|[-–—])[\s\w:.,()]{0,24}")


def covered_days(doc: Document) -> When | None:
    """The page's own window; None if it names none."""
    end = doc.sentences[min(HEAD, len(doc.sentences)) - 1].end if doc.sentences else 0
    days = [one for one in doc.mentions if one.kind == "time" and one.span.start < end and _bounds(one) is not None]
    for place, first in enumerate(days):
        cued = _cue().search(doc.page.text[max(0, first.span.start - REACH) : first.span.start]) is not None
        if not cued and not _heads_issue(doc, first):
            continue
        last = next((other for other in days[place + 1 : place + 2] if _joined(doc, first, other)), first)
        return _window(first, last)
    return None


def in_week_covered(doc: Document, when: When) -> When:
    """ "On Tuesday" in a weekly's issue: the Tuesday of its week, though it came out on another."""
    window = covered_days(doc) if when.rule == "weekday" and when.precision == "day" else None
    if window is None or not (when.earliest and window.earliest and window.latest):
        return when
    day, first, last = (dt.date.fromisoformat(one) for one in (when.earliest, window.earliest, window.latest))
    if (last - first).days != WEEK - 1 or first <= day <= last:
        return when
    inside = first + dt.timedelta(days=(day - first).days % WEEK)
    text = inside.isoformat()
    return When(text, text, text, when.precision, "weekday_of_week_covered", when.span)


def of_whole_issue(doc: Document, word: Word) -> bool:
    """ "During the week 41 people were arrested", "in the reporting period": on no one day of them."""
    nouns = [kid for step in doc.path(word)[:REACH_UP] for kid in doc.kids(step, "obl")]
    words = load("background.yaml", dict[str, tuple[str, ...]])["whole"]
    return any(doc.lemma(noun) in words and doc.cases(noun) and doc.definite(noun, "which") for noun in nouns)


REACH_UP = 2  # heads from the word to that of its clause
WEEK = 7  # days of an issue in which each weekday comes once


def _heads_issue(doc: Document, days: Mention) -> bool:
    """ "Protection monitor, 1-7 October 2023": the days in the title of what comes out again and again."""
    titles = [block for block in doc.page.blocks[:1] if block.start <= days.span.start < block.end]
    words = {
        word.casefold().strip(",.:()") for block in titles for word in doc.page.text[block.start : block.end].split()
    }
    return bool(words & _issues()) and isinstance(days.value, When) and days.value.precision in ("days", "week")


@cache
def _issues() -> frozenset[str]:
    return frozenset(load("background.yaml", dict[str, tuple[str, ...]])["issues"])


def _joined(doc: Document, first: Mention, last: Mention) -> bool:
    return _TO.fullmatch(doc.page.text[first.span.end : last.span.start]) is not None


def _window(first: Mention, last: Mention) -> When | None:
    begin, end = _bounds(first), _bounds(last)
    if begin is None or end is None or not 0 < (end[1] - begin[0]).days < LONGEST:
        return None
    days = (begin[0], end[1])
    text = "/".join(day.isoformat() for day in days)
    return When(text, days[0].isoformat(), days[1].isoformat(), precision(*days), "days_covered", last.span)


def _bounds(mention: Mention) -> tuple[dt.date, dt.date] | None:
    when = mention.value
    if not isinstance(when, When) or when.earliest is None or when.latest is None:
        return None
    return dt.date.fromisoformat(when.earliest), dt.date.fromisoformat(when.latest)


@cache
def _cue() -> re.Pattern[str]:
    words = load("background.yaml", dict[str, tuple[str, ...]])["covers"]
    either = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{either})\b[^.;\n]*$", re.IGNORECASE)
