"""Text in, its words as the index holds them out: folded, without articles, each with its place in the text.

Case, diacritics, vowel points and apostrophes do not matter, nor the forms of alef, hamza, ya and ta marbuta, nor the
Arabic article with the letters that are written together with it, nor its romanisations ("al-Raqqa", "ar-Raqqah").
Words are not romanised and not stemmed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from crossreport.model import Span
from crossreport.names import fold_name, is_article

AROUND = 70  # characters on either side of a passage that are shown with it
LONGEST = 200  # characters of a word that count: longer ones are addresses and noise
_LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"  # and marks upon it
_WORD = re.compile(rf"\w{_LETTER}*(?:['’‘`´ʼ]{_LETTER}+)*")
_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
# The article alone, behind wa-, fa-, bi-, ka-, and li- written together with it; at least three letters must follow.
_ARABIC_ARTICLE = re.compile(r"^(?:[وفبك]?ال|لل)(?=[\u0620-\u06ff]{3})")


class Word(NamedTuple):
    """A word of a text: its key, and where it stands."""

    key: str
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in their order, articles left out."""
    found = [
        Word(_ARABIC_ARTICLE.sub("", key)[:LONGEST], *match.span())
        for match in _WORD.finditer(text)
        for key in fold_name(match.group()).split()
    ]
    last = found[-1:]
    for word, following in pairwise(found):
        if not is_article(word.key, following.key):
            yield word
    yield from last


def keys_of(query: str) -> list[str]:
    """What a query asks for, none twice: words, and what stands in quotation marks as words with blanks between."""
    phrases = [" ".join(word.key for word in words_of(quoted)) for quoted in _QUOTED.findall(query)]
    single = [word.key for word in words_of(_QUOTED.sub(" ", query))]
    return list(dict.fromkeys(key for key in (*phrases, *single) if key))


def passages(text: str, keys: Sequence[str]) -> tuple[Span, ...]:
    """Where what `keys_of` gave stands in a text, in the text's order."""
    words = list(words_of(text))
    found: set[tuple[int, int]] = set()
    for key in keys:
        wanted = key.split(" ")
        for at, word in enumerate(words):
            if word.key == wanted[0] and [one.key for one in words[at : at + len(wanted)]] == wanted:
                found.add((word.start, words[at + len(wanted) - 1].end))
    return tuple(Span.of(text, *ends) for ends in sorted(found))


def lines_around(text: str, spans: Sequence[Span]) -> Iterator[str]:
    """The first passages with what stands around them on their lines; white space is one blank."""
    shown = 0
    for span in spans:
        if span.start < shown:
            continue
        line, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        first, last = max(line, span.start - AROUND, shown), len(text) if end < 0 else end
        if first > line:
            first += len(text[first : span.start].partition(" ")[0]) if " " in text[first : span.start] else 0
        if last > span.end + AROUND:
            last = max(span.end, text.rfind(" ", 0, span.end + AROUND))
        yield " ".join(text[first:last].split())
        shown = last
