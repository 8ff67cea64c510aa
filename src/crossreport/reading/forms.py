"""The lines of a form, "Location: Banibangou", "Alleged perpetrators: gunmen": kept from what drops a site's labels.

Spot reports of police, guards and clusters say where, by whom and to whom in lines of their own, which are short and
have no verb. The page's day, on a line "Date: …", goes as any date line does.
"""

import re

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.written_dates import is_date_line
from crossreport.words.columns import label_kind

LEAST = 3  # different labels that make a form
_LABEL = re.compile(r"[\W\d]*(?P<label>[A-Z][\w /-]{2,40}?) ?: ?(?=\S)")


def mark_form(draft: Draft) -> None:
    """Keeps the labelled lines of a form, for what they are."""
    lines = [
        (piece, *field) for piece in draft.pieces if piece.dropped is None and (field := _field(piece)) is not None
    ]
    if len({label for _, label, _ in lines}) < LEAST or not any(kind == "place" for *_, kind in lines):
        return
    for piece, _, kind in lines:
        if not (kind == "day" or is_date_line(piece.text)):
            piece.heads = piece.entry = True


def _field(piece: Piece) -> tuple[str, str] | None:
    """The label that opens a line, and of what it is one."""
    found = _LABEL.match(piece.text)
    label = found.group("label").casefold() if found else ""
    kind = label_kind(label)
    return (label, kind) if kind is not None else None
