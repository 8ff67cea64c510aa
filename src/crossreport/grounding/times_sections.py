"""Several releases on one page: from which day the words "on Friday" count in each of them.

A release has a day of its own if a paragraph opens with place, day and year ("Bangui, 4 May 2023 –"), and the page
has at least two such days. What follows counts from it up to the next one, or to a line of dashes.
"""

import re
from collections.abc import Sequence
from datetime import date

from crossreport.grounding.times_read import Expression
from crossreport.grounding.times_resolve import Anchor, Resolved
from crossreport.model import Page, Sentence

_LEAST_DAYS = 2  # different days of releases; beside a page's own dateline one
_MOST_BEFORE = 60  # characters of the place in front of the day
# Possessive: a word falls into words in many ways.
_PLACE = re.compile(r"(?:[^\W\d_][\w'’.-]*+|[(,/\s])++\[?")
_BEHIND = re.compile(r"[)\]]?\s*(?:[(\[][^()\[\]]{1,45}[)\]]\s*)?(?:--|[–—:]|-\s)")
_RULE = re.compile(r"(?m)^[ \t]*[-–—_=*~#]{3,}[ \t]*$")


def section_anchors(
    page: Page, read: Sequence[tuple[Sentence, list[Expression]]], opened: Sequence[Resolved | None]
) -> list[Anchor | None]:
    """For each sentence the anchor of its release; None where the page's own day counts.

    `opened` holds what the first expression of each sentence says by itself, if it is a day of the calendar.
    """
    days = [_own_day(page, *each, resolved) for each, resolved in zip(read, opened, strict=True)]
    known = {day for day in days if day is not None}
    if len(known) < (_LEAST_DAYS if page.dateline is None else 1):
        return [None] * len(read)
    found: list[Anchor | None] = []
    now, end = None, 0
    for (sentence, _), day in zip(read, days, strict=True):
        if _RULE.search(page.text, end, sentence.start):
            now = None
        now = Anchor(day, day) if day is not None else now
        end = sentence.end
        found.append(now)
    return found


def _own_day(page: Page, sentence: Sentence, expressions: list[Expression], resolved: Resolved | None) -> date | None:
    """The full day with which a paragraph opens as a dateline does."""
    if (
        not expressions
        or resolved is None
        or resolved.when is None
        or sentence.start != page.blocks[sentence.block].start
    ):
        return None
    first, when = expressions[0], resolved.when
    text = page.text[sentence.start : sentence.end]
    before, behind = text[: first.start], page.text[sentence.start + first.end :][:_MOST_BEFORE]
    if len(before) > _MOST_BEFORE or not _names_place(before) or _BEHIND.match(behind) is None:
        return None
    if when.earliest is None or when.earliest != when.latest:
        return None
    return date.fromisoformat(when.earliest)


def _names_place(before: str) -> bool:
    words = re.findall(r"[^\W\d_]+", before)
    return bool(words) and words[0][0].isupper() and words[-1][0].isupper() and _PLACE.fullmatch(before) is not None
