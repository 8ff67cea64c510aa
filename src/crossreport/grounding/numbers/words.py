"""The lexicon of numbers, typed: `words/data/numbers.yaml` as structs and as the patterns that read it."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from crossreport.model import Bound
from crossreport.words.loader import load


class Vague(Struct, frozen=True):
    """A count without a number and what it says literally."""

    words: tuple[str, ...]
    rule: str
    low: float | None = None
    best: float | None = None
    high: float | None = None


class Modifier(Struct, frozen=True):
    """Words before or behind a number that set its bound."""

    bound: Bound
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    rule: str | None = None


class NumberWords(Struct, frozen=True):
    """What `numbers.yaml` holds; its comments say what each part is for."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    short_scales: dict[str, int]
    money_scales: dict[str, int]
    fractions: dict[str, float]
    groups: dict[str, int]
    ordinals: dict[str, int]
    vague: tuple[Vague, ...]
    vague_times: dict[str, int]
    vague_counts_alone: dict[str, int]
    modifiers: tuple[Modifier, ...]
    transparent: tuple[str, ...]
    tails: tuple[str, ...]
    unreported: tuple[str, ...]
    labels: tuple[str, ...]
    function_words: frozenset[str]
    age_words: tuple[str, ...]
    counting_suffixes: tuple[str, ...]
    kin_words: tuple[str, ...]
    changes: tuple[str, ...]
    currencies: dict[str, str]
    units: dict[str, str]
    person_nouns: frozenset[str]
    harm_words: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The lexicon, read once."""
    return load("numbers.yaml", NumberWords)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, longest first, with free white space between their parts.

    >>> alternatives(["up", "up to"])
    '(?:up\\\\s+to|up)'
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) + ")"


def plain(words: str) -> str:
    """`words` in lower case with single spaces: the key of every table.

    >>> plain("Hundreds  of\\nThousands")
    'hundreds of thousands'
    """
    return " ".join(words.lower().replace("’", "'").split())
