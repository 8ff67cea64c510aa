"""The pages behind a brief: their text unchanged, cut where a passage or a dropped part begins or ends.

Segments joined give the page's text again. A withheld name is its own segment, whose printed text is a placeholder.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from crossreport.brief.lines import Evidence
from crossreport.model import Dropped, Page
from crossreport.privacy import WITHHELD, Privacy

LONG = 600  # characters of a dropped passage that are shown before it is cut


class Segment(Struct, frozen=True):
    """A stretch of a page: `quote` is the text itself, `shown` what is printed of it; `anchors` open it."""

    start: int
    end: int
    quote: str
    shown: str
    marks: tuple[str, ...]
    opens: tuple[str, ...]
    dropped: str | None


class Sheet(Struct, frozen=True):
    """A page of the evidence."""

    page: Page
    segments: tuple[Segment, ...]
    cited: int


def reason_words(reason: str) -> str:
    """A reason's code as words: `not_main_text` is "not main text", `repeat:667-902` a "repeat"."""
    return reason.split(":")[0].replace("_", " ")


def anchor(record: str) -> str:
    """The HTML id of a record's passage: letters, digits, hyphen and underscore only."""
    return "at-" + re.sub(r"[^A-Za-z0-9_-]", "_", record)


def sheet(page: Page, evidence: Iterable[Evidence], privacy: Privacy) -> Sheet:
    """The page with every passage of it that the brief opens."""
    spans = sorted({(s.start, s.end, anchor(one.record)) for one in evidence for s in one.spans})
    hidden = privacy.ranges(page.text)
    cuts = {0, len(page.text)}
    for start, end in [*((s, e) for s, e, _ in spans), *hidden, *((d.start, d.end) for d in page.dropped)]:
        cuts |= {start, end}
    edges = sorted(cut for cut in cuts if 0 <= cut <= len(page.text))
    opened: set[str] = set()
    segments = []
    for start, end in pairwise(edges):
        marks = tuple(dict.fromkeys(name for s, e, name in spans if s <= start and end <= e))
        opens = tuple(name for name in marks if name not in opened)
        opened |= set(opens)
        dropped = next((d for d in page.dropped if d.start <= start and end <= d.end), None)
        withheld = any(s <= start and end <= e for s, e in hidden)
        segments.append(_segment(page.text[start:end], start, marks, opens, dropped, withheld))
    return Sheet(page, tuple(segments), len({name for _, _, name in spans}))


def _segment(
    quote: str, start: int, marks: tuple[str, ...], opens: tuple[str, ...], dropped: Dropped | None, withheld: bool
) -> Segment:
    shown = WITHHELD if withheld else quote
    if dropped and not marks and len(quote) > LONG:
        shown = f"{quote[:LONG]} … ({len(quote) - LONG:,} more characters of a dropped passage)"
    return Segment(
        start, start + len(quote), quote, shown, marks, opens, reason_words(dropped.reason) if dropped else None
    )
