"""Pieces in; what the page says a second time is dropped, with the place of the first time in the reason.

A passage repeats another if it has the same words, or nearly: small edits that touch no number and no name. "Five died
in Aleppo" does not repeat "Seven died in Aleppo".
"""

import re
from collections import Counter
from itertools import pairwise

from msgspec import Struct
from rapidfuzz.distance import Indel

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.sentences import sentences

_TOKEN = re.compile(r"[^\W_]+")
SHINGLE = 4
LEAST_SENTENCE = 6  # words: shorter sentences ("He gave no details.") come back in honest text
LEAST_LINE = 3  # words: a shorter line can be a crosshead or a name
_NAME_ALONE = re.compile(r"\s*(?:[A-Z][\w'’-]+ ){1,3}?[A-Z][\w'’-]+\.\s+(?=[A-Z])")
_TAIL = re.compile(r"\s+[-–—|]\s+")
_MOST_SLIVER = 5  # words
_TITLE_ZONE = 400  # characters of the report in which its headline may come back
_MOST_CANDIDATES = 24  # passages compared word by word with one
_MOST_PLACES = 8  # passages remembered for one word sequence: a formula in every line tells nothing
LEAST_NEAR = 8  # words: a near match of fewer is chance
NEAR = 0.9  # share of words in common, from which two passages are one with edits
_NUMBER_WORDS = frozenset(
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozen",
        "dozens",
        "scores",
        "hundred",
        "hundreds",
        "thousand",
        "thousands",
        "million",
        "no",
        "not",
        "never",
        "without",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)


class Said(Struct, frozen=True):
    """A passage as it was first said: its words in small letters and as written."""

    start: int
    end: int
    words: tuple[str, ...]
    written: tuple[str, ...]


class Memory:
    """Passages said so far, found again by their word sequences."""

    def __init__(self) -> None:
        self._said: list[Said] = []
        self._exact: dict[tuple[str, ...], int] = {}
        self._by_shingle: dict[tuple[str, ...], list[int]] = {}

    def add(self, said: Said) -> None:
        """Remember a passage under its first place."""
        index = len(self._said)
        self._said.append(said)
        self._exact.setdefault(said.words, index)
        for shingle in _shingles(said.words):
            places = self._by_shingle.setdefault(shingle, [])
            if len(places) < _MOST_PLACES:
                places.append(index)

    def find(self, said: Said) -> Said | None:
        """The earlier passage that this one repeats."""
        if said.words in self._exact:
            return self._said[self._exact[said.words]]
        if len(said.words) < LEAST_NEAR:
            return None
        candidates = {index for shingle in _shingles(said.words) for index in self._by_shingle.get(shingle, ())}
        near = (self._said[index] for index in sorted(candidates)[:_MOST_CANDIDATES])
        return next((other for other in near if _nearly(said, other)), None)


def mark_repeats(draft: Draft, title: Piece | None) -> None:
    """Drop repeated pieces, sentences and the headline where the report begins with it again."""
    lines, told = Memory(), Memory()
    body_started = False
    for piece in draft.pieces:
        if piece.dropped is not None:
            continue
        if title is not None and piece is not title and not body_started and piece.prose:
            _cut_title(draft, piece, title)
            body_started = True
        _mark_piece(draft, piece, lines, told)


def _mark_piece(draft: Draft, piece: Piece, lines: Memory, told: Memory) -> None:
    whole = _said(draft.text, piece.start, piece.end)
    earlier = lines.find(whole) if len(whole.words) >= LEAST_LINE else None
    if earlier is not None:
        piece.dropped = f"repeat:{earlier.start}-{earlier.end}"
        return
    lines.add(whole)
    for start, end in sentences(draft.text, piece.start, piece.end):
        said = _said(draft.text, start, end)
        if len(said.words) < LEAST_SENTENCE or any(cut.start < end and start < cut.end for cut in piece.cuts):
            continue
        first = told.find(said)
        if first is None:
            told.add(said)
        elif piece.kind != "title":
            piece.cut(start, end, f"repeat:{first.start}-{first.end}")


def _cut_title(draft: Draft, piece: Piece, title: Piece) -> None:
    """Cut the headline where the report's first lines begin with it once more, before or behind a date."""
    found = list(_TOKEN.finditer(draft.text, piece.start, min(piece.end, piece.start + _TITLE_ZONE)))
    for said in _headline_forms(title.text):
        again = _again(draft.text, piece, found, _tokens(said))
        if again is not None:
            piece.cut(*again, f"repeat:{title.start}-{title.end}")
            break
    _cut_slivers(draft.text, piece)


def _headline_forms(title: str) -> list[str]:
    """The headline, and without the names of site and section behind it: "Five die in X - World - The Post"."""
    parts = _TAIL.split(title)
    return [title, *(" - ".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))]


def _again(text: str, piece: Piece, found: list[re.Match[str]], wanted: list[str]) -> tuple[int, int] | None:
    """Where the words of the headline open the piece once more."""
    words = [match.group().casefold() for match in found]
    for first in range(len(words) - len(wanted) + 1 if len(wanted) >= LEAST_LINE else 0):
        start, end = found[first].start(), found[first + len(wanted) - 1].end()
        if words[first : first + len(wanted)] == wanted and _opens(text, piece, start):
            while end < piece.end and text[end] in ".:!?'\"”’) ":
                end += 1
            return start, end
    return None


def _opens(text: str, piece: Piece, start: int) -> bool:
    """Whether nothing but cuts and a name or label stands between the head of a piece and `start`."""
    at = piece.start
    for cut in piece.cuts:
        if text[at : cut.start].strip() == "" and cut.start <= start:
            at = max(at, cut.end)
    words = text[at:start].strip(" .:-–—|").split() if at <= start else ["lower"]
    return len(words) <= 3 and not any(word[0].islower() for word in words)


def _cut_slivers(text: str, piece: Piece) -> None:
    """A few capitalised words between two cuts (an agency's name, a section's) are no text of their own."""
    for one, other in pairwise(piece.cuts):
        words = text[one.end : other.start].split()
        if 0 < len(words) <= _MOST_SLIVER and not any(word[0].islower() for word in words):
            piece.cut(one.end, other.start, "byline")
    behind = piece.start
    for cut in piece.cuts:
        behind = cut.end if not text[behind : cut.start].strip() else behind
    name = _NAME_ALONE.match(text, behind, piece.end)
    if name and piece.end - name.end() > 100:
        piece.cut(behind, name.end(), "byline")


def _tokens(text: str) -> list[str]:
    return [word.casefold() for word in _TOKEN.findall(text)]


def _said(text: str, start: int, end: int) -> Said:
    written = tuple(_TOKEN.findall(text[start:end]))
    return Said(start, end, tuple(word.casefold() for word in written), written)


def _shingles(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[i : i + SHINGLE] for i in range(max(len(words) - SHINGLE + 1, 0))}


def _nearly(said: Said, other: Said) -> bool:
    shorter, longer = sorted((len(said.words), len(other.words)))
    if shorter < LEAST_NEAR or shorter < 0.8 * longer:
        return False
    if Indel.normalized_similarity(said.words, other.words) < NEAR:
        return False
    changed = _changed(said, other) | _changed(other, said)
    return not any(_tells(word) for word in changed)


def _changed(said: Said, other: Said) -> set[str]:
    """Words of one passage, as written, that the other lacks (its own first word may be capitalised by position)."""
    known = Counter(other.words)
    changed = set()
    for i, word in enumerate(said.written):
        if known[word.casefold()] > 0:
            known[word.casefold()] -= 1  # counted: "7 … 7" says something else than "7 … 9"
        elif i > 0 or not word.istitle():
            changed.add(word)
    return changed


def _tells(word: str) -> bool:
    """Whether a word carries a fact of its own: a number, a name, a negation."""
    return any(c.isdigit() for c in word) or word[0].isupper() or word.casefold() in _NUMBER_WORDS
