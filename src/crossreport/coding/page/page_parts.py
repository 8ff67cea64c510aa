"""Where a page of posts, statements or countries begins a new part: behind a heading, or a line of day or hour.

In: a page as read. Out: the number of the part for each block. One or two such lines are a story's own crossheads,
under which it goes on; from the third on they divide a digest, a bulletin or a live page. Lines that name countries
divide it from the second on.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from crossreport.gazetteer.sections import country_sections
from crossreport.model import Dropped, Page

DIVIDED = 3  # lines that stand between paragraphs; fewer are the crossheads of one story
LONGEST = 60  # characters of a line that heads what stands below it
_SET_ASIDE = ("not_main_text", "date_line", "section_label", "timestamp", "repeat")
_WORDS = re.compile(r"\w")


def parts(page: Page) -> tuple[int, ...]:
    """The part of each block, counted from 0; all 0 for a page that is not divided."""
    begins = list(_begins(page))
    divided = sum(begins) >= DIVIDED
    countries = {section.blocks.start for section in country_sections(page)} - {0}
    return tuple(accumulate(int((divided and begun) or at in countries) for at, begun in enumerate(begins)))


def _begins(page: Page) -> Iterator[bool]:
    """For each block whether a line that heads it stands between it and the paragraph before."""
    lines = sorted(each.start for each in page.dropped if _heads(page, each))
    before, headed = None, False
    for block in page.blocks:
        if block.kind != "paragraph":
            headed = headed or block.kind == "subtitle"
            yield False
            continue
        at = bisect_left(lines, before or 0)
        yield before is not None and (headed or (at < len(lines) and lines[at] < block.start))
        before, headed = block.end, False


def _heads(page: Page, line: Dropped) -> bool:
    """Whether what was set aside is a short line that can head what stands below it."""
    short = line.reason.startswith(_SET_ASIDE) and line.end - line.start <= LONGEST
    return short and _WORDS.search(page.text, line.start, line.end) is not None
