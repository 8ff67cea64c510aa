"""Plain text in, pieces out: one piece a line, hard-wrapped lines joined to the paragraph that they are."""

import re

from crossreport.model import Capture
from crossreport.reading.draft import Draft, Piece, trim

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_ENDS = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
# A hard wrap breaks between 50 and 100 columns; a line outside that was ended by its writer.
_WRAP_LEAST, _WRAP_MOST = 50, 100


def decode(capture: Capture) -> str:
    """The text of the bytes, unchanged but for undecodable bytes (U+FFFD)."""
    return capture.data.decode(capture.encoding, "replace")


def draft_of_text(text: str) -> Draft:
    """The pieces of a plain text."""
    lines = [trim(text, found.start(), found.end()) for found in _LINE.finditer(text)]
    lines = [(start, end) for start, end in lines if start < end]
    pieces: list[Piece] = []
    for start, end in lines:
        if pieces and _wrapped(text, pieces[-1], start, end):
            pieces[-1] = _piece(text, pieces[-1].start, end)
        else:
            pieces.append(_piece(text, start, end))
    return Draft(text, pieces)


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, text[start:end])


def _wrapped(text: str, before: Piece, start: int, end: int) -> bool:
    """Whether a line goes on from the one before it: no blank line between, no full stop, a small letter next."""
    between = text[before.end : start]
    if between.count("\n") > 1 or between.count("\r") > 1:
        return False
    last_line = before.text.splitlines()[-1]
    if not _WRAP_LEAST <= len(last_line) <= _WRAP_MOST:
        return False
    return not _ENDS.search(last_line) and (
        text[start].islower() or (len(before.text) > len(last_line) and end - start > 20)
    )
