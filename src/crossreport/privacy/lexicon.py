"""The words round names that tell whether a person's office makes the name public: `words/data/privacy.yaml`."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True):
    """All lists are in small letters but `addresses`; what each means stands in the file."""

    unofficial: frozenset[str]
    groups: frozenset[str]
    groups_before: frozenset[str]
    of_members: frozenset[str]
    crowds: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    kin: frozenset[str]
    trades: frozenset[str]
    fates: frozenset[str]
    addresses: frozenset[str]
    of_persons: frozenset[str]
    owned: frozenset[str]
    particles: frozenset[str]
    place_before: frozenset[str]
    place_verbs: frozenset[str]
    settled: frozenset[str]
    things: frozenset[str]
    weapons: frozenset[str]
    matters: frozenset[str]
    state_bodies: frozenset[str]
    told: frozenset[str]
    joiners: frozenset[str]
    openers: frozenset[str]
    place_heads: frozenset[str]
    place_tails: frozenset[str]
    deeds: frozenset[str]

    @property
    def persons(self) -> frozenset[str]:
        """Nouns that a private person's name stands beside."""
        return self.kin | self.trades | self.fates


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return load("privacy.yaml", Lexicon)


def either(words: frozenset[str]) -> str:
    """An alternative of a pattern, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
