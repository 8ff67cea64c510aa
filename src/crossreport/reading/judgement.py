"""Pieces of a plain text in; lines that the scorer takes for furniture dropped, with what spoke against them.

A wrong drop is far worse than a kept menu line: a sentence goes only when all but nothing speaks for it, and a line
that may be the headline is left to those who look for one.
"""

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.line_scorer import Judged, judge

LEAST_LINES = 8  # of a page: fewer are no page with a site around it
UNLIKELY = 0.5  # calibrated on article_extraction dev: near the best line-level F1
SENTENCE_UNLIKELY = (
    0.25  # … at which full sentences go: reference and own pages lose none, FA-KES between menus two of 741
)
MAIN = 0.5
LEAST_POSTS = 3  # days above what was posted on each: fewer may be a date line and that of a comment
HEAD_LINES = 6  # above the first line of the report, among which the headline stands


def mark_unlikely(draft: Draft) -> None:
    """Drop unlikely lines."""
    pieces = draft.pieces
    if len(pieces) < LEAST_LINES:
        return
    judged = judge([" ".join(piece.text.split()) for piece in pieces])
    first = next((at for at, piece in enumerate(pieces) if piece.prose and judged.likely[at] >= MAIN), None)
    if first is None:
        return  # no report in sight: nothing to tell furniture from
    posts = _posts(pieces)
    for at, piece in enumerate(pieces):
        if (
            piece.dropped is None
            and not (piece.entry or at in posts)
            and _unlikely(piece, judged, at)
            and not _may_head(piece, at, first)
        ):
            piece.dropped = "furniture:" + "; ".join(judged.because(at))


def _posts(pieces: list[Piece]) -> set[int]:
    """Indices of the sentences that a channel posted: each below its day, the page's first among them.

    Comments stand below their days, too, but behind a report that no such line opens.
    """
    days = [at for at, piece in enumerate(pieces) if piece.dropped == "date_line"]
    first = next((at for at, piece in enumerate(pieces) if piece.dropped is None and piece.sentence), 0)
    if len(days) < LEAST_POSTS or first - 1 not in days:
        return set()
    return {at + 1 for at in days if at + 1 < len(pieces) and pieces[at + 1].sentence}


def _unlikely(piece: Piece, judged: Judged, at: int) -> bool:
    whole = piece.sentence or piece.prose or piece.tells or piece.short_sentence
    return bool(judged.likely[at] < (SENTENCE_UNLIKELY if whole else UNLIKELY))


def _may_head(piece: Piece, at: int, first: int) -> bool:
    return first - HEAD_LINES <= at < first and 3 <= len(piece.words) <= 30
