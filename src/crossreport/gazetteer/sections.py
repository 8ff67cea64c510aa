"""A page's blocks in, the runs of them that stand under a country's name out: a digest tells one war after the other.

A heading is a short line of nothing but countries, with their parts in brackets: "Somalia", "Chad / Sudan", "INDIA
(MANIPUR)". Refuses to cut a page under which fewer than two countries something is told, and lists of countries.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from crossreport.gazetteer.countries import country_code
from crossreport.model import Page

MOST_LINE = 60  # characters of a line that heads others
LEAST_TOLD = 60  # characters of a block that tells something: longer than a heading
LEAST_SECTIONS = 2
_BRACKETS = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"\s*(?:[/,;&+–—|:]|\s-\s|\band\b)\s*")
_NUMBER = re.compile(r"^\s*(?:[0-9IVX]{1,4}|[A-Z])[.)]\s+|^[\W_]+|[\W_]+$")
_RUN_IN = re.compile(r"([A-Z]{4,}(?: [A-Z]+)*)\b[^:\n]{0,40}:\s")
_CODE = 3  # letters


class Section(NamedTuple):
    """A run of a page's blocks, and the line above it where that names countries, be it a block or not."""

    blocks: range
    heading: tuple[int, int] | None = None


def country_sections(page: Page) -> tuple[Section, ...]:
    """The page's blocks, cut before each line that names countries; one run for a page without such lines."""
    lines = {block.start: block.end for block in page.blocks if block.kind != "title"}
    lines |= {each.start: each.end for each in page.dropped}  # a site's label by its looks
    heads = {start: named for start in sorted(lines) if (named := _countries(page.text[start : lines[start]]))}
    starts = [start for start, told in _told(page, list(heads)) if told]
    if len({heads[start] for start in starts}) < LEAST_SECTIONS:
        return (Section(range(len(page.blocks))),)
    cuts: dict[int, tuple[int, int] | None] = {0: None, len(page.blocks): None}
    cuts |= dict.fromkeys(_ends(page, [(start, lines[start]) for start in starts]))
    firsts = [block.start for block in page.blocks]
    cuts |= {bisect_left(firsts, start): (start, lines[start]) for start in starts}
    return tuple(Section(range(first, last), cuts[first]) for first, last in pairwise(sorted(cuts)))


def _countries(line: str) -> frozenset[str]:
    """The countries of which a line is the heading."""
    parts = _BETWEEN.split(_NUMBER.sub("", _BRACKETS.sub(" ", line))) if len(line) <= MOST_LINE else []
    codes = [country_code(part.removeprefix("the ").removeprefix("The ")) for part in parts if len(part) > _CODE]
    return frozenset(code or "" for code in codes) if codes and all(codes) and len(codes) == len(parts) else frozenset()


def _told(page: Page, starts: list[int]) -> Iterator[tuple[int, bool]]:
    """Each heading, with whether something is told before the next."""
    long = [block.start for block in page.blocks if block.end - block.start > LEAST_TOLD]
    for start, end in pairwise([*starts, len(page.text)]):
        at = bisect_right(long, start)
        yield start, at < len(long) and long[at] < end


def _ends(page: Page, headings: list[tuple[int, int]]) -> list[int]:
    """Lines in capitals that are no countries, where the countries are in capitals: "TOTALS" ends the last part."""
    if not all(_in_capitals(page.text[start:end]) for start, end in headings):
        return []
    behind = (at for at, block in enumerate(page.blocks) if block.start > headings[0][0])
    return [at for at in behind if _in_capitals(page.text[page.blocks[at].start : page.blocks[at].end])]


def _in_capitals(block: str) -> bool:
    """Whether a block is a line in capitals, or opens with such words: "TOTALS FOR THE WEEK: three carts"."""
    run_in = _RUN_IN.match(block.strip())
    line = run_in.group(1) if run_in is not None else block.strip()
    return len(line) <= MOST_LINE and line.isupper() and line[:1].isalpha()
