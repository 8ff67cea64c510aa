"""A report in, the words of its page that tell it out: at most 240 characters round the deed's word, names withheld."""

import re

from msgspec import Struct

from crossreport.model import EventReport, Page
from crossreport.privacy import Privacy

LONGEST = 240  # characters that a reader takes in without a click
LEAD = 3  # the deed's word stands no further in than a third of a passage that must be cut
CUT = "…"
_BULLET = re.compile(r"(?:[*•▪►·–—-]|\d{1,2}[.)])\s+")  # of a list: none of the sentence's words
_STOP = re.compile(r"[.!?][\"”’']?\s+|\n")


class Passage(Struct, frozen=True):
    """What is printed of `page.text[start:end]`: white space folded, withheld names replaced, cuts marked."""

    report: str
    page: str
    start: int
    end: int
    shown: str


def passage(report: EventReport, page: Page, privacy: Privacy) -> Passage:
    """The passage of `page` that tells `report`, round its trigger."""
    first, last = _sentence(report)
    start, end = first, last
    if last - first > LONGEST:
        start = max(first, min(report.span.start - LONGEST // LEAD, last - LONGEST))
        end = min(last, start + LONGEST)
        start, end = _whole_words(page.text, start, end, first, last)
    bullet = _BULLET.match(page.text, start, end) if start == first else None
    start = bullet.end() if bullet else start
    start, end = _whole_names(start, end, privacy.ranges(page.text))
    shown = privacy.mask(" ".join(page.text[start:end].split()))
    return Passage(
        report.id,
        page.id,
        start,
        end,
        f"{CUT if start > first and not bullet else ''}{shown}{CUT if end < last else ''}",
    )


def sentence_round(text: str, start: int, end: int) -> str:
    """The sentence of a page that holds `text[start:end]`, as far as full stops and line breaks tell.

    >>> sentence_round("It rained. The army, he said, denied it. It left.", 30, 39)
    'The army, he said, denied it.'
    """
    low = max((stop.end() for stop in _STOP.finditer(text, max(0, start - LONGEST), start)), default=0)
    stop = _STOP.search(text, max(low, end - 1))
    return " ".join(text[low if low else max(0, start - LONGEST) : stop.start() + 1 if stop else len(text)].split())


def _sentence(report: EventReport) -> tuple[int, int]:
    """The passage of the evidence that holds the trigger, the trigger itself if none does."""
    holds = [span for span in report.evidence if span.covers(report.span)]
    found = max(holds, key=lambda span: (span.end - span.start, -span.start), default=report.span)
    return found.start, found.end


def _whole_words(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The stretch without the broken words at its ends."""
    if start > first:
        start = next((at + 1 for at in range(start, end) if text[at].isspace()), start)
    if end < last:
        end = next((at for at in range(end, start, -1) if text[at].isspace()), end)
    return start, end


def _whole_names(start: int, end: int, hidden: list[tuple[int, int]]) -> tuple[int, int]:
    """The stretch without a withheld name that it would cut in two: a part of a name is a name."""
    for low, high in hidden:
        if low < start < high:
            start = high
        if low < end < high:
            end = low
    return start, max(start, end)
