"""Pieces of a pasted or exported chat in; the stamps above or before its messages cut, with who posts them."""

import re
from collections import Counter

from crossreport.reading.draft import Draft, Piece
from crossreport.words.stamps import LEAST_STAMPS, STAMP_ABOVE, STAMP_BEFORE


def mark_chat(draft: Draft) -> None:
    """Drops the lines above messages, and cuts what stands before them: the day, and the name of a channel's own."""
    above, before = _stamped(draft, STAMP_ABOVE), _stamped(draft, STAMP_BEFORE)
    if len(above) + len(before) < LEAST_STAMPS:
        return
    own = channel_of(draft)
    for piece, _ in above:
        piece.dropped = "date_line"
    for piece, found in before:
        end = found.end() if found.group("who") == own else found.start("who")
        piece.cut(piece.start, piece.start + end, "date_line")
        piece.entry = True
    for piece, behind in zip(draft.pieces, draft.pieces[1:], strict=False):
        behind.entry = behind.entry or (piece.dropped == "date_line" and behind.dropped is None)


def channel_of(draft: Draft) -> str | None:
    """Who posts more than half of a chat's messages: a channel's page is its own, one of many speakers is nobody's."""
    named = [found.group("who") for form in (STAMP_ABOVE, STAMP_BEFORE) for _, found in _stamped(draft, form)]
    name, times = Counter(named).most_common(1)[0] if len(named) >= LEAST_STAMPS else ("", 0)
    return name if times * 2 > len(named) else None


def _stamped(draft: Draft, form: re.Pattern[str]) -> list[tuple[Piece, re.Match[str]]]:
    whole = form is STAMP_ABOVE
    found = ((piece, form.fullmatch(piece.text.strip()) if whole else form.match(piece.text)) for piece in draft.pieces)
    return [(piece, match) for piece, match in found if match is not None]
