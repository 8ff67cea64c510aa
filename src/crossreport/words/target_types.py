"""Target types and weapon types by the nouns that name them; reads `data/target_types.yaml`.

`words.things` has other kinds: finer ones, by which two accounts are seen to tell of the same thing.
"""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class TargetTypes(Struct, frozen=True):
    """The file as it is; `hit` and `means` give nouns by kind."""

    hit: dict[str, tuple[str, ...]]
    means: dict[str, tuple[str, ...]]
    owned: frozenset[str]
    parts: frozenset[str]
    harm: frozenset[str]
    towards_verbs: frozenset[str]
    towards: frozenset[str]


@cache
def target_types() -> TargetTypes:
    """The lexicon."""
    return load("target_types.yaml", TargetTypes)


@cache
def target_kinds() -> dict[str, str]:
    """Kind of target by noun."""
    return {word: kind for kind, words in target_types().hit.items() for word in words}


@cache
def weapon_kinds() -> dict[str, str]:
    """Kind of weapon by noun."""
    return {word: kind for kind, words in target_types().means.items() for word in words}
