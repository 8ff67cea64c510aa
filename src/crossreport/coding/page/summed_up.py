"""Lines that sum up what the page goes on to tell: bullets under "HIGHLIGHTS" or "Key points", or above a story.

In: a page as read, and where days are named on it. Out: the blocks that are such lines. The body is read for what they
say; a line that the body does not take up stands for itself. Refuses bullets behind which nothing is told at length.
"""

import re
from collections.abc import Iterator, Sequence

from crossreport.model import Block, Mention, Page
from crossreport.words.closed_classes import closed_classes

LONGEST = 60  # characters of a line that heads others
_BULLET = re.compile(r"\s{0,9}(?:[•▪●◦·*➡■]|[–—-](?=\s))")
_NUMBERED = re.compile(r"\s{0,9}\d{1,2}[.)]\s")
_BEHIND = re.compile(r"[(:–—\n]")


def summed_up(page: Page, mentions: Sequence[Mention]) -> frozenset[int]:
    """The blocks that only sum up; empty for most pages."""
    heads = _labels(page)
    found: set[int] = set()
    for at in range(len(page.blocks)):
        if at in heads:
            found |= set(_run(page, at, numbered=True))
    opening = next((at for at, block in enumerate(page.blocks) if block.kind != "title"), 0)
    if not found and opening < len(page.blocks):
        run = list(_run(page, opening, numbered=False))
        if run and not _dated(page, run, mentions) and _longer(page, run):
            found |= set(run)
    told = [at for at in range(max(found, default=0) + 1, len(page.blocks)) if not _bullet(page, at, numbered=False)]
    return frozenset(found) if told else frozenset()


def _labels(page: Page) -> set[int]:
    """The blocks right behind a line that says that what follows sums up."""
    lines = [Block(each.start, each.end, "subtitle") for each in page.dropped]
    ends = sorted(line.end for line in (*lines, *page.blocks) if _is_label(page.text[line.start : line.end]))
    after = ((next((at for at, block in enumerate(page.blocks) if block.start >= end), None)) for end in ends)
    return {at for at in after if at is not None}


def _is_label(line: str) -> bool:
    words = _BEHIND.split(line.strip(), maxsplit=1)[0].strip(" #*•.").lower()
    return len(line) <= LONGEST and words in closed_classes().summing_up


def _bullet(page: Page, at: int, *, numbered: bool) -> bool:
    start = page.blocks[at].start
    ahead = page.text.rfind("\n", 0, start) + 1  # the mark may stand in front of the block
    text = page.text[ahead : page.blocks[at].end]
    return _BULLET.match(text) is not None or (numbered and _NUMBERED.match(text) is not None)


def _run(page: Page, first: int, *, numbered: bool) -> Iterator[int]:
    """The bullets from this block on."""
    for at in range(first, len(page.blocks)):
        if not _bullet(page, at, numbered=numbered):
            return
        yield at


def _dated(page: Page, run: list[int], mentions: Sequence[Mention]) -> bool:
    """Whether the lines tell days of their own: then they are the list, not its summary."""
    start, end = page.blocks[run[0]].start, page.blocks[run[-1]].end
    return any(one.kind == "time" and start <= one.span.start < end for one in mentions)


def _longer(page: Page, run: list[int]) -> bool:
    """Whether what stands below them is told at greater length."""
    end = page.blocks[run[-1]].end
    return sum(block.end - block.start for block in page.blocks if block.start >= end) > end - page.blocks[run[0]].start
