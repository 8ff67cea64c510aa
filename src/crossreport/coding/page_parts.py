"""Where a page of posts, statements or countries begins a new part: behind a heading, or a line of day or hour.

In: a page as read. Out: the number of the part for each block. One or two such lines are a story's own crossheads,
under which it goes on; from the third on they divide a digest, a bulletin or a live page.
"""

import re

from crossreport.model import Page

DIVIDED = 3  # lines that stand between paragraphs; fewer are the crossheads of one story
LONGEST = 60  # characters of a line that heads what stands below it
_SET_ASIDE = ("not_main_text", "date_line", "section_label", "timestamp", "repeat")
_WORDS = re.compile(r"\w")


def parts(page: Page) -> tuple[int, ...]:
    """The part of each block, counted from 0; all 0 for a page that is not divided."""
    begins = [_begins(page, block) for block in range(len(page.blocks))]
    if sum(begins) < DIVIDED:
        return (0,) * len(begins)
    return tuple(sum(begins[: block + 1]) for block in range(len(begins)))


def _begins(page: Page, block: int) -> bool:
    """Whether a line that heads the block stands between it and the paragraph before."""
    told = [n for n in range(block) if page.blocks[n].kind == "paragraph"]
    if page.blocks[block].kind != "paragraph" or not told:
        return False
    before, here = page.blocks[told[-1]].end, page.blocks[block].start
    if any(each.kind == "subtitle" for each in page.blocks[told[-1] + 1 : block]):
        return True
    between = [each for each in page.dropped if before <= each.start and each.end <= here]
    return any(
        each.reason.startswith(_SET_ASIDE)
        and each.end - each.start <= LONGEST
        and _WORDS.search(page.text[each.start : each.end]) is not None
        for each in between
    )
