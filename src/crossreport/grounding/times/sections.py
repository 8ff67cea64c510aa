"""Several releases on one page: from which day the words "on Friday" count in each of them.

A release has a day of its own if a paragraph opens with place, day and year ("Bangui, 4 May 2023 –"), and the page
has at least two such days. What follows counts from it up to the next one, or to a line of dashes. The posts of a
channel have the days that stand above them ("[30 July 2024, 22:10]").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from crossreport.grounding.times.calendar import Context
from crossreport.grounding.times.read import Expression, read_expressions
from crossreport.grounding.times.resolve import Anchor, Resolved, resolve
from crossreport.model import Page, Sentence

_LEAST_DAYS = 2  # different days of releases; beside a page's own dateline one
_LEAST_POSTS = 3  # lines with days above paragraphs that make a page one of posts
_MOST_BEFORE = 60  # characters of the place in front of the day
# Possessive: a word falls into words in many ways.
_PLACE = re.compile(r"(?:[^\W\d_][\w'’.-]*+|[(,/\s])++\[?")
_BEHIND = re.compile(r"[)\]]?\s*(?:[(\[][^()\[\]]{1,45}[)\]]\s*)?(?:--|[–—:]|-\s)")
_RULE = re.compile(r"(?m)^[ \t]*[-–—_=*~#]{3,}[ \t]*$")


class Post(NamedTuple):
    """The line above a post: its offsets and its day."""

    start: int
    end: int
    day: date


def section_anchors(
    page: Page, read: Sequence[tuple[Sentence, list[Expression]]], opened: Sequence[Resolved | None]
) -> list[Anchor | None]:
    """For each sentence the anchor of its release; None where the page's own day counts.

    `opened` holds what the first expression of each sentence says by itself, if it is a day of the calendar.
    """
    posted = posts(page)
    if posted:
        starts = [post.end for post in posted]
        return [_last_before(posted, starts, sentence.start) for sentence, _ in read]
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


def posts(page: Page) -> list[Post]:
    """Where the posts of a channel begin, and their days: one line with a day above each, above the first, too.

    The days run on or back, or each has its hour. Nothing if it is no such page: dates in its head or between
    paragraphs may be of others.
    """
    stamps = [part for part in page.dropped if part.reason == "date_line"]
    lines = [Post(part.start, part.end, day) for part in stamps if (day := _day_in(part.quote))]
    lines = sorted({*lines, *_with_hours(page)})
    blocks = [block.start for block in page.blocks if block.kind != "title"]
    heads = [line for line, following in zip_longest(lines, lines[1:]) if _heads_block(blocks, line, following)]
    days = [post.day for post in heads]
    ordered = days in (sorted(days), sorted(days, reverse=True))
    opens = bool(heads and blocks) and (heads[0].end <= blocks[0] or _with_hour(page, heads[0].end))
    several = len(set(days)) >= _LEAST_DAYS or all(_with_hour(page, post.end) for post in heads)
    return heads if len(heads) >= _LEAST_POSTS and several and ordered and opens else []


def _with_hours(page: Page) -> Iterator[Post]:
    """The paragraphs that are nothing but a full day and an hour: "5 August 2024 at 08:14"."""
    for block in page.blocks:
        line = page.text[block.start : block.end]
        if len(line) <= _MOST_BEFORE and _STAMP.search(line) and (day := _day_in(line)):
            rest = line
            for one in reversed(read_expressions(line)):
                rest = rest[: one.start] + rest[one.end :]
            if set(re.findall(r"[^\W\d_]+", rest.lower())) <= _BETWEEN:
                yield Post(block.start, block.end, day)


def _with_hour(page: Page, end: int) -> bool:
    """Whether the line that ends there has an hour, as a post has: what stands above the first is the channel's."""
    return _STAMP.search(page.text[:end].rpartition("\n")[2]) is not None


_STAMP = re.compile(r"\b[0-2]?\d[:.h][0-5]\d\b")
_BETWEEN = frozenset({"at", "on", "posted", "edited", "utc", "gmt", "local", "time", "h", "hrs", "am", "pm"})


def _heads_block(blocks: list[int], line: Post, following: Post | None) -> bool:
    at = bisect_left(blocks, line.end)
    return at < len(blocks) and (following is None or blocks[at] < following.end)


def _day_in(line: str) -> date | None:
    """The one full day that a line names, with its year."""
    days = {_calendar(one) for one in read_expressions(line) if one.op != "clock"}
    return days.pop() if len(days) == 1 else None


def _calendar(expression: Expression) -> date | None:
    when = resolve(expression, Anchor(None, None), Context(date.min)).when
    known = when is not None and when.earliest is not None and when.earliest == when.latest
    return date.fromisoformat(when.earliest) if known and when is not None and when.earliest is not None else None


def _last_before(posted: list[Post], starts: list[int], at: int) -> Anchor | None:
    index = bisect_right(starts, at) - 1
    return Anchor(posted[index].day, posted[index].day) if index >= 0 else None


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
