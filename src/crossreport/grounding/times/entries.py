"""Entries of a live page or a log: a bare hour that opens a paragraph ("14:35 – A drone hit …"), and of which day.

The day is that of the last line above that is nothing but a day ("10 March"), else the page's own.
"""

import re
from datetime import date
from functools import lru_cache

from crossreport.grounding.times.calendar import Context
from crossreport.grounding.times.read import Expression, read_expressions
from crossreport.grounding.times.resolve import Anchor, resolve
from crossreport.model import Page, Sentence

_LONGEST_HEADING = 40  # characters of a line that is nothing but a day
_LINE = re.compile(r"[^\n]+")
_EDGES = " \t*•–—-:[(])."
_BEHIND = re.compile(r"\s*[)\]]?\s*(?:[-–—:|.]\s*)?(?:$|\n|[\"“‘'(]?[A-Z])")


def opens_entry(page: Page, sentence: Sentence, expression: Expression) -> bool:
    """Whether a bare hour opens a paragraph and what is told begins right behind it."""
    block = page.blocks[sentence.block]
    at = sentence.start + expression.start
    if expression.op != "clock" or page.text[block.start : at].strip(_EDGES):
        return False
    return _BEHIND.match(page.text[sentence.start + expression.end : block.end]) is not None


def below_hour(page: Page, sentence: Sentence) -> bool:
    """Whether the line above the sentence's paragraph is nothing but an hour."""
    if sentence.start != page.blocks[sentence.block].start:
        return False
    above = page.text[: sentence.start].rstrip().rpartition("\n")[2].strip(_EDGES)
    return _HOUR.fullmatch(above) is not None


_HOUR = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|hrs|[A-Z]{2,4}))?")


def day_of_entry(page: Page, at: int, anchor: Anchor) -> tuple[date, date] | None:
    """The day of the entry at this offset; None if neither a heading nor the page says one."""
    days = [day for line in _LINE.finditer(page.text, 0, at) if (day := _heading(line.group(), anchor))]
    if days:
        return days[-1], days[-1]
    if anchor.first is None or anchor.first != anchor.last:
        return None
    return anchor.first, anchor.first


@lru_cache(maxsize=4096)  # a live page asks for the same lines with every entry
def _heading(line: str, anchor: Anchor) -> date | None:
    """The day that a line is."""
    words = line.strip(_EDGES)
    if not words or len(words) > _LONGEST_HEADING:
        return None
    found = read_expressions(words)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)) or found[0].op == "clock":
        return None
    when = resolve(found[0], anchor, Context(date.min)).when
    if when is None or when.earliest is None or when.earliest != when.latest:
        return None
    return date.fromisoformat(when.earliest)
