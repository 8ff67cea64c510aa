"""Pieces in; lines that hold a page's head and its report taken apart where a dateline begins.

Crawls that lose the line breaks run the outlet's name, the day and the headline into the first sentence.
"""

import re

from crossreport.reading.dateline import dateline_within
from crossreport.reading.draft import Draft, Piece, trim

_REACH = 450  # characters within which the report must begin
_LEAST_WORDS = 40  # of a line that can be a whole report
_MOST_HEAD = 45  # words
_SEPARATOR = re.compile(r"\s+[|•·»«–—-]+\s+|(?<=[.!?])\s+")
_TELLS = re.compile(r"\b(?:said|says|told|reported|announced|according to)\b")


def split_heads(draft: Draft) -> None:
    """Make every part of such a head a piece of its own, and the report another."""
    pieces: list[Piece] = []
    for piece in draft.pieces:
        pieces += _parts(draft.text, piece) if len(piece.words) >= _LEAST_WORDS and not piece.heading else [piece]
    draft.pieces[:] = pieces


def _parts(text: str, piece: Piece) -> list[Piece]:
    begin = dateline_within(text, piece.start, min(piece.end, piece.start + _REACH))
    if begin is None or not _is_head(text[piece.start : begin]):
        return [piece]
    ends = [(found.start(), found.end()) for found in _SEPARATOR.finditer(text, piece.start, begin)]
    starts, stops = [piece.start, *(end for _, end in ends)], [*(start for start, _ in ends), begin]
    spans = [trim(text, start, stop) for start, stop in zip(starts, stops, strict=True)]
    return [_piece(text, piece, start, end) for start, end in [*spans, (begin, piece.end)] if start < end]


def _is_head(head: str) -> bool:
    """Whether what stands before a dateline is short and tells nothing, as a summary would."""
    return 0 < len(head.split()) <= _MOST_HEAD and _TELLS.search(head) is None


def _piece(text: str, whole: Piece, start: int, end: int) -> Piece:
    part = Piece(start, end, text[start:end], links=whole.links)
    part.region = whole.region
    return part
