"""Pieces of a pasted or exported chat in; the stamps above or before its messages cut, with who posts them.

Two forms: a line of its own, "River Watch, [14.03.2023 18:22]" (Telegram, copied), and what opens a message,
"14/03/2023, 18:22 - River Watch: …" or "[14/03/23, 18:22:05] River Watch: …" (WhatsApp, exported).
"""

import re
from collections import Counter

from crossreport.reading.draft import Draft, Piece

_HOUR = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[ \u202f]?[ap]\.?m\.?)?"
_DAY = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d)"
_AT = rf"(?:{_DAY},? {_HOUR})"
_WHO = r"(?P<who>\+?[^\W_][^:\[\]\n]{1,60}?)"
_ABOVE = re.compile(rf"(?i){_WHO},? \[{_AT}\]:?")
_BEFORE = re.compile(rf"(?i)(?:{_AT} [-–—] |\[{_AT}\] ){_WHO}: ")
LEAST = 2  # messages of a chat: one stamp may be of a quoted post


def mark_chat(draft: Draft) -> None:
    """Drops the lines above messages, and cuts what stands before them: the day, and the name of a channel's own."""
    above, before = _stamped(draft, _ABOVE), _stamped(draft, _BEFORE)
    if len(above) + len(before) < LEAST:
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
    named = [found.group("who") for form in (_ABOVE, _BEFORE) for _, found in _stamped(draft, form)]
    name, times = Counter(named).most_common(1)[0] if len(named) >= LEAST else ("", 0)
    return name if times * 2 > len(named) else None


def _stamped(draft: Draft, form: re.Pattern[str]) -> list[tuple[Piece, re.Match[str]]]:
    whole = form is _ABOVE
    found = ((piece, form.fullmatch(piece.text.strip()) if whole else form.match(piece.text)) for piece in draft.pieces)
    return [(piece, match) for piece, match in found if match is not None]
