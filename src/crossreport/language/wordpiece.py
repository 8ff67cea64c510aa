"""Words to the ids of the encoder's word pieces: lower-cased, without accents, longest match first.

Gives what the `tokenizers` package gives for an uncased BERT vocabulary, without that package.
"""

import unicodedata
from collections.abc import Iterable

UNKNOWN, START, END = 100, 101, 102  # [UNK], [CLS], [SEP] of the vocabulary
MAX_LETTERS = 100  # a longer part of a word is unknown as a whole
MAX_PIECES = 24  # of one word; the encoder was trained with this cut
_MAX_CACHED = 200_000


class WordPiece:
    """The vocabulary with a cache of the words it has cut."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """At least one id for any word, at most `MAX_PIECES`."""
        found = self._known.get(word)
        if found is None:
            found = tuple(i for part in _parts(word) for i in self._cut(part))[:MAX_PIECES] or (UNKNOWN,)
            if len(self._known) >= _MAX_CACHED:
                self._known.clear()
            self._known[word] = found
        return found

    def _cut(self, part: str) -> list[int]:
        if len(part) > MAX_LETTERS:
            return [UNKNOWN]
        ids, start = [], 0
        while start < len(part):
            end = self._longest(part, start)
            if end == start:
                return [UNKNOWN]
            ids.append(self._ids[_piece(part, start, end)])
            start = end
        return ids

    def _longest(self, part: str, start: int) -> int:
        return next((end for end in range(len(part), start, -1) if _piece(part, start, end) in self._ids), start)


def _piece(part: str, start: int, end: int) -> str:
    return ("##" if start else "") + part[start:end]


def _parts(word: str) -> list[str]:
    """The word cleaned and cut at punctuation marks and ideographs, which stand alone."""
    cleaned = "".join(_clean(char) for char in word)
    decomposed = unicodedata.normalize("NFD", cleaned)
    plain = "".join(char for char in decomposed if unicodedata.category(char) != "Mn").lower()
    return "".join(f" {char} " if _stands_alone(char) else char for char in plain).split(" ")


def _clean(char: str) -> str:
    if char in "\t\n\r" or unicodedata.category(char) == "Zs":
        return " "
    return "" if char in "\0\ufffd" or unicodedata.category(char).startswith("C") else char


def _stands_alone(char: str) -> bool:
    code = ord(char)
    ideograph = 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF
    symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ideograph or symbol or unicodedata.category(char).startswith("P")
