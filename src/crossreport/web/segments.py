"""A page's text cut where a passage begins or ends, so that every passage can be coloured and tied to its records.

The segments joined give the page's text again. Refuses to decide which of several overlapping passages counts: each
segment names all that cover it.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from crossreport.model import CodedPage

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "prs", "ps", "sd", "ug", "ur", "yi"})


class Segment(Struct, frozen=True):
    """A stretch of text: `kinds` of what was found there, `records` that it belongs to, the reason if it was dropped.

    `opens` are the records whose passage begins here. A mention with a loaded word is a record, too: profiles open it.
    """

    text: str
    kinds: tuple[str, ...]
    records: tuple[str, ...]
    opens: tuple[str, ...]
    dropped: str | None


class _Passage(Struct, frozen=True):
    start: int
    end: int
    kind: str
    record: str


def direction(language: str) -> str:
    """Which way a page is written: "rtl" or "ltr"; each paragraph of it still finds its own."""
    return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def segments(coded: CodedPage) -> list[Segment]:
    """The page's text as segments."""
    found, text = sorted(_passages(coded), key=lambda one: (one.start, one.end)), coded.page.text
    dropped = sorted(coded.page.dropped, key=lambda one: one.start)
    cuts = {cut for one in found for cut in (one.start, one.end)} | {
        cut for one in dropped for cut in (one.start, one.end)
    }
    edges = sorted({0, len(text)} | {cut for cut in cuts if 0 <= cut <= len(text)})
    starts, covering, waiting, parts = set[str](), list[_Passage](), iter(found), []
    upcoming = next(waiting, None)
    for start, end in pairwise(edges):
        covering = [one for one in covering if one.end > start]
        while upcoming is not None and upcoming.start <= start:
            if upcoming.end > start:
                covering.append(upcoming)
            upcoming = next(waiting, None)
        reason = next((one.reason for one in dropped if one.start <= start and end <= one.end), None)
        records = tuple(dict.fromkeys(one.record for one in covering if one.record))
        opens = tuple(record for record in records if record not in starts)
        starts |= set(opens)
        kinds = tuple(dict.fromkeys(one.kind for one in covering))
        parts.append(Segment(text[start:end], kinds, records, opens, _words(reason)))
    return parts


def _passages(coded: CodedPage) -> Iterator[_Passage]:
    for report in coded.reports:
        for span in dict.fromkeys((report.span, *report.evidence)):
            yield _Passage(span.start, span.end, "report", report.id)
        for voice in report.attribution:
            yield _Passage(voice.span.start, voice.span.end, "voice", report.id)
    for figure in coded.figures:
        yield _Passage(figure.span.start, figure.span.end, "figure", figure.id)
    for claim in coded.claims:
        yield _Passage(claim.span.start, claim.span.end, "claim", claim.id)
    for mention in coded.mentions:
        yield _Passage(mention.span.start, mention.span.end, mention.kind, mention.id if mention.label else "")


def _words(reason: str | None) -> str | None:
    """A reason's code as words: `not_main_text` is "not main text", `repeat:667-902` a "repeat"."""
    return reason.split(":")[0].replace("_", " ") if reason else None
