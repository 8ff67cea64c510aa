"""Plain text in, pieces out: one piece a line, hard-wrapped lines joined to the paragraph that they are."""

import re
from dataclasses import dataclass
from itertools import pairwise

from crossreport.model import Capture
from crossreport.reading.dateline import dateline_alone
from crossreport.reading.draft import Draft, Piece, trim

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_ENDS = re.compile(r"""[.!?:;…]["'”’»)\]]*$""")
# A hard wrap breaks between 50 and 100 columns; a line outside that was ended by its writer.
_WRAP_LEAST, _WRAP_MOST = 50, 100
_LEAST_MORE = 20  # columns of a third line and further ones
# A newspaper's column: so many lines of these widths that break in mid-sentence, more than wide ones; what is set in
# type is not ragged by more than so many letters. The columns of a page of 80 letters, two or three side by side.
_COLUMN_LEAST, _COLUMN_LINES, _RAGGED = 25, 6, 6
_OPENING, _LEAST_LETTERS, _MOST_SMALL = 3000, 200, 0.05  # characters, capitals, small letters to one of them
_WRAPPED_PAGE = 3  # lines that go on in small letters: so many make a page whose every line may be broken


def decode(capture: Capture) -> str:
    """The text of the bytes, unchanged but for undecodable bytes (U+FFFD)."""
    return capture.data.decode(capture.encoding, "replace")


def draft_of_text(text: str) -> Draft:
    """The pieces of a plain text."""
    lines = [trim(text, found.start(), found.end()) for found in _LINE.finditer(text)]
    lines = [(start, end) for start, end in lines if start < end]
    page = _Wrapping.of(text, lines)
    pieces: list[Piece] = []
    for start, end in lines:
        if pieces and page.goes_on(pieces, start, end):
            pieces[-1] = _piece(text, pieces[-1].start, end)
        else:
            pieces.append(_piece(text, start, end))
    return Draft(text, pieces)


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, text[start:end])


@dataclass(frozen=True)
class _Wrapping:
    """How a page's lines end. `everywhere`: so many break that any of them may; `capitals`: no letter says where;
    `column`: the width of a narrow column in which the page is set, or 0.
    """

    text: str
    everywhere: bool
    capitals: bool
    column: int = 0

    @classmethod
    def of(cls, text: str, lines: list[tuple[int, int]]) -> "_Wrapping":
        """By all lines of the page."""
        page = cls(text, everywhere=False, capitals=in_capitals(text))
        broken = [
            end - first
            for (first, end), (start, _) in pairwise(lines)
            if not page.apart(end, start) and page.open(first, end, start)
        ]
        wide = sum(map(_wide, broken))
        narrow = [width for width in broken if _COLUMN_LEAST <= width < _WRAP_LEAST]
        column = max(narrow) if len(narrow) >= max(_COLUMN_LINES, wide + 1) else 0
        return cls(text, wide >= _WRAPPED_PAGE, page.capitals, column)

    def apart(self, end: int, start: int) -> bool:
        """Whether a blank line stands between two lines."""
        between = self.text[end:start]
        return between.count("\n") > 1 or between.count("\r") > 1

    def open(self, first: int, end: int, start: int) -> bool:
        """Whether a line has no full stop and a small letter, if there are any, opens the next."""
        return not _ENDS.search(self.text, first, end) and (self.text[start].islower() or self.capitals)

    def goes_on(self, pieces: list[Piece], start: int, end: int) -> bool:
        """Whether a line goes on from those before: no blank line between, no full stop, a small letter next."""
        before = pieces[-1]
        last = before.text.splitlines()[-1]
        if self.apart(before.end, start) or _ENDS.search(last):
            return False
        if self.column and len(last) <= self.column:
            return self._fills(len(last), start, end)
        small, further = self.text[start].islower(), len(before.text) > len(last) and end - start > _LEAST_MORE
        if _wide(len(last)) and (small or further or (self.everywhere and self.capitals)):
            return True
        # A line of any width goes on in one of the page's width: a long word follows, or a dateline was cut from it.
        return self.everywhere and _wide(end - start) and (small or self._below_dateline(pieces))

    def _fills(self, width: int, start: int, end: int) -> bool:
        """Whether a line of the column is as long as it could be: the next one's first word had no room in it."""
        word = len(self.text[start:end].split(None, 1)[0])
        small = self.text[start].islower() and width >= _COLUMN_LEAST
        return small or width + 1 + word > self.column - _RAGGED

    def _below_dateline(self, pieces: list[Piece]) -> bool:
        """Whether the last piece opens the report below a dateline, where no headline stands."""
        return len(pieces) > 1 and dateline_alone(self.text, pieces[-2].start, pieces[-2].end) is not None


def in_capitals(text: str) -> bool:
    """Whether a text's opening has next to no small letter."""
    opening = text[:_OPENING]
    large, small = sum(map(str.isupper, opening)), sum(map(str.islower, opening))
    return large >= _LEAST_LETTERS and small <= _MOST_SMALL * large


def _wide(width: int) -> bool:
    return _WRAP_LEAST <= width <= _WRAP_MOST
