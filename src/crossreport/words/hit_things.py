"""Nouns of things that attacks hit and of weapons, with their kind; reads `data/things.yaml`."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class HitThings(Struct, frozen=True):
    """The file as it is; `hit` and `means` give nouns by kind."""

    hit: dict[str, tuple[str, ...]]
    means: dict[str, tuple[str, ...]]
    owned: frozenset[str]
    parts: frozenset[str]
    harm: frozenset[str]
    towards_verbs: frozenset[str]
    towards: frozenset[str]


@cache
def hit_things() -> HitThings:
    """The lexicon."""
    return load("things.yaml", HitThings)


@cache
def hit_kinds() -> dict[str, str]:
    """Kind of target by noun."""
    return {word: kind for kind, words in hit_things().hit.items() for word in words}


@cache
def means_kinds() -> dict[str, str]:
    """Kind of weapon by noun."""
    return {word: kind for kind, words in hit_things().means.items() for word in words}
