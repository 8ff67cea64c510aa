"""The notes below a paper, "[3] SITE, 'Ambush claimed', 11 May 2022": no report, though they quote the titles of some.

Notes run from 1 on at the page's end, and marks in the text above send there: "fishermen.[1]", "fishermen.1".
"""

import re

from crossreport.reading.draft import Draft, Piece

LEAST = 2  # notes; one numbered line may be an item
MARKED = 0.5  # of the notes that a mark in the text sends to; some marks get lost when a page is copied
_NOTE = re.compile(r"\[?(?P<number>\d{1,3})[\].)]{0,2}\s+\S")
_HEAD = re.compile(r"(?i)\W*(?:(?:end|foot)?notes|references|sources|citations)\W*")


def mark_notes(draft: Draft) -> None:
    """Drops the notes and the line that heads them."""
    pieces = [piece for piece in draft.pieces if piece.dropped is None]
    first = _first_of(pieces)
    if first is None:
        return
    notes = pieces[first:]
    above = draft.text[: notes[0].start]
    marked = sum(_mark(number).search(above) is not None for number in range(1, len(notes) + 1))
    if marked < MARKED * len(notes):
        return
    head = pieces[first - 1 : first] if first and _HEAD.fullmatch(pieces[first - 1].text) else []
    for piece in [*head, *notes]:
        piece.dropped = "notes"


def _first_of(pieces: list[Piece]) -> int | None:
    """Where the numbered lines at the end begin, if they count from 1."""
    numbers = []
    for piece in reversed(pieces):
        found = _NOTE.match(piece.text)
        if found is None:
            break
        numbers.append(int(found.group("number")))
    count = len(numbers)
    runs = numbers[::-1] == list(range(1, count + 1))
    return len(pieces) - count if count >= LEAST and runs else None


def _mark(number: int) -> re.Pattern[str]:
    return re.compile(rf"\S\[{number}\]|(?<=[^\W\d][.,;:!?”’\"]){number}(?=\s|$)")
