"""Pages' credits: the agencies that a page says it has its text from. They may stand in furniture."""

import re

from crossreport.model import Span
from crossreport.reading.dateline import Dateline
from crossreport.reading.draft import Draft, Piece
from crossreport.reading.sources import SourceKind, names_in

_CUES = (
    re.compile(
        r"(?i)\b(?:sources?|with inputs? from|with (?=[A-Z]{2,})|agencies|(?:additional )?reporting by|"
        r"compiled from|via|credit)\b[: ]{1,3}(?P<who>[^.\n]{2,80})$"
    ),
    re.compile(r"[(\[](?:[Ww]ith |[Ss]ource:? ?|[Bb]y )?(?P<who>[A-Z][^()\[\]]{1,60})[)\]]\.?\s*$"),
    re.compile(r"(?:--|[-–—]|[.\"”]\s)\s?(?P<who>[A-Z][\w /&,]{1,40})\s*$"),
)
_TRUST = re.compile(r"Thomson Reuters Trust Principles|(?:Reporting|Writing) by .{2,200}Editing by")
_PICTURES = re.compile(r"(?i)\b(?:photos?|images?|pictures?|file)\b")
_CREDITED: tuple[SourceKind, ...] = ("agency", "state_media", "party_channel")
_TAIL = 160  # characters of a passage that can hold its closing credit


def find_credits(draft: Draft, dateline: Dateline | None) -> tuple[Span, ...]:
    """Agency names in the dateline, in closing credits and in source lines, in the order of the page."""
    places: set[tuple[int, int]] = set()
    if dateline and dateline.agency:
        agency = dateline.agency
        known = names_in(draft.text, agency.start, agency.end, ("agency", "state_media", "public", "private"))
        places |= set(known) or {(agency.start, agency.end)}
    for piece in draft.pieces:
        if piece.dropped in (None, "credit", "tail", "byline", "boilerplate"):
            places |= _closing(draft.text, piece)
        for cut in piece.cuts:
            if cut.reason in ("credit", "boilerplate", "byline"):
                places |= set(names_in(draft.text, cut.start, cut.end, _CREDITED))
    return tuple(Span.of(draft.text, start, end) for start, end in sorted(places))


def _closing(text: str, piece: Piece) -> set[tuple[int, int]]:
    """Agency names in the last words of a passage and before each cut tail of it."""
    ends = {
        piece.end,
        *(cut.start for cut in piece.cuts if cut.reason in ("byline", "boilerplate", "date_line", "share")),
    }
    found: set[tuple[int, int]] = set()
    for end in ends:
        begin = max(piece.start, end - _TAIL)
        tail = text[begin:end].rstrip()
        for cue in _CUES:
            match = cue.search(tail)
            if match and not _PICTURES.search(match.group("who")):
                found |= set(names_in(text, begin + match.start("who"), begin + match.end("who"), _CREDITED))
    return found
