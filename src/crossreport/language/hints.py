"""Words to what the registers know of them: one row of marks a word, for heads that may believe or overrule them.

A mark says that the word begins or continues a name of one class in the shipped register of actors or the shipped
gazetteer, or that it stands in one of the short lists of words that make or never make names. Which entry it is plays
no part. A user's own lists are not looked at: an analysis depends on the page alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from crossreport.gazetteer.store import shipped_gazetteer
from crossreport.words.loader import load
from crossreport.words.register import Ref, Word, fold_word, is_article, shipped_register

CLASSES: Final = ("group", "office", "person", "surname", "country", "adjective", "town", "large_town")
NOUNS: Final = ("organisation", "title", "place", "article", "never")
WIDTH: Final = 2 * len(CLASSES) + len(NOUNS)  # begins, continues; noun
LONGEST: Final = 4  # words of a place's name
LARGE: Final = 100_000  # people; GeoNames
_ARMED: Final = frozenset(
    {"rebel_group", "political_militia", "identity_militia", "state_forces", "external_forces", "unidentified_armed"}
)
_CLITIC: Final = re.compile(r"(?i)n?['’](?:s|t|re|ve|ll|d|m)")
_HYPHENS: Final = frozenset({"-", "‐", "‑"})


class HintWords(Struct, frozen=True):
    """Of `words/data/place_words.yaml`, the nouns that names are made of."""

    organisation: frozenset[str]
    titles: frozenset[str]
    kinds: dict[str, frozenset[str]]
    articles: frozenset[str]
    particles: frozenset[str]
    never: frozenset[str]


def hints(words: Sequence[str]) -> NDArray[np.float32]:
    """Marks of every word, [words, WIDTH], each 0 or 1."""
    marks = np.zeros((len(words), WIDTH), np.float32)
    for first, last, name in (*_registered(words), *_placed(words)):
        column = 2 * CLASSES.index(name)
        marks[first, column] = 1.0
        marks[first + 1 : last, column + 1] = 1.0
    if words:
        marks[:, 2 * len(CLASSES) :] = [_noun(word) for word in words]
    return marks


def _registered(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, end word and class of every name in the register of actors."""
    listed = [
        Word(fold_word(plain), plain, is_article(plain, at + 1 < len(words) and words[at + 1] in _HYPHENS), at)
        for at, word in enumerate(words)
        if not _CLITIC.fullmatch(word) and (plain := word.replace(".", ""))[:1].isalnum()
    ]
    for hit in shipped_register().hits(listed):
        if name := _class(hit.refs[0]):
            yield listed[hit.first].at, listed[hit.last - 1].at + 1, name


@lru_cache(maxsize=65536)
def _class(ref: Ref) -> str | None:
    if ref.kind in ("alias", "near", "loaded"):
        if not any(cap != "*" for cap in ref.caps):
            return None  # a generic noun ("gunmen") is no name
        entry = shipped_register().actors.get(ref.id)
        return "group" if entry is not None and entry.kind in _ARMED else "office"
    if ref.kind in ("person", "surname", "adjective"):
        return ref.kind
    return None if ref.kind == "description" else "country"


def _placed(words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, end word and class of every capitalised name in the gazetteer, the longest from left to right."""
    at = 0
    while at < len(words):
        last = at + 1
        if _may_open(words, at):
            for end in _ends(words, at):
                people = _people(_joined(words[at:end]))
                if people is not None:
                    yield at, end, "large_town" if people >= LARGE else "town"
                    last = end
                    break
        at = last


def _may_open(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if word in hint_words().never:
        return False
    article = word.lower() in hint_words().articles and at + 2 < len(words) and words[at + 1] in _HYPHENS
    return word[:1].isupper() or article


def _ends(words: Sequence[str], at: int) -> list[int]:
    """Where a name that begins at `at` may end, the furthest first: behind a capital or a small word and a capital."""
    ends, size, here = [], 0, at
    while here < len(words) and size < LONGEST:
        word = words[here]
        if word[:1].isupper():
            size += 1
            ends.append(here + 1)
        elif not (
            word in _HYPHENS or (word.lower() in hint_words().articles | hint_words().particles and word.isalpha())
        ):
            break
        here += 1
    return ends[::-1]


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" - ", "-")


@lru_cache(maxsize=65536)
def _people(name: str) -> int | None:
    return shipped_gazetteer().largest(name)


@lru_cache(maxsize=65536)
def _noun(word: str) -> tuple[float, ...]:
    table, low = hint_words(), word.lower()
    kind = any(low in nouns for nouns in table.kinds.values())
    of_names = (word in table.organisation, word.rstrip(".") in table.titles, kind, low in table.articles)
    return tuple(float(sign) for sign in (*of_names, word in table.never))


@cache
def hint_words() -> HintWords:
    """The nouns that names are made of."""
    return load("place_words.yaml", HintWords)
