"""What reading is unsure of, in words: pages whose day is not known, and sentences that were set aside as furniture."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from crossreport.model import CodedPage, Page

WIDE = 7  # days: an interval of more is no date to count "Monday" from
SENTENCE = 8  # words from which a line that ends as a sentence does is one
SHOWN = 90  # characters
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


def doubts(coded: Iterable[CodedPage]) -> Iterator[tuple[str, list[str]]]:
    """Kinds of doubt, each with its lines, in the order of the pages; a kind without a line is left out."""
    pages = [one.page for one in coded]
    undated = [line for page in pages if (line := _day(page))]
    prose = [line for page in pages for line in _prose(page)]
    if undated:
        yield "pages without a sure day (if you know it: crossreport read PAGE --published DATE --again)", undated
    if prose:
        yield "passages with sentences that were set aside and not read for events", prose


def _day(page: Page) -> str | None:
    """The page and what is known of its day, if that is a week or more wide."""
    first, last = page.published.earliest, page.published.latest
    if first is None and last is None:
        return f"{page.name}: day not known"
    if first is None or last is None or (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days >= WIDE:
        return f"{page.name}: some day of {first or 'an open beginning'} to {last or 'an open end'}, inferred"
    return None


def _prose(page: Page) -> Iterator[str]:
    for dropped in page.dropped:
        text = " ".join(dropped.quote.split())
        if len(text.split()) >= SENTENCE and _ENDS.search(text):
            short = text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
            yield f"{page.name}: {dropped.reason.removeprefix('furniture:').replace('_', ' ')}: “{short}”"
