"""Nouns that denote actors, and loaded words: the lexicons `actor_nouns.yaml` and `labels.yaml` as types."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from crossreport.model.actor import ActorKind
from crossreport.words.loader import load

# Classes of the file whose nouns are of those who fight, one or many.
FIGHTERS = frozenset({"gunman", "militant", "militia", "rebel"})
ARMED_NOUNS = FIGHTERS | {"group"}


class Pattern(Struct, frozen=True, forbid_unknown_fields=True):
    """How a class becomes an actor of a country: {cc} its code, {X} its name, {A} its adjective."""

    id: str
    name: str
    kind: ActorKind


class ActorNouns(Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments of `actor_nouns.yaml`."""

    classes: Mapping[str, tuple[str, ...]]
    through: frozenset[str]
    plural_only: frozenset[str]
    ties: frozenset[str]
    ties_before: frozenset[str]
    armed_words: frozenset[str]
    state_words: frozenset[str]
    rebel_words: frozenset[str]
    monitor_words: frozenset[str]
    aid_words: frozenset[str]
    media_words: frozenset[str]
    security_words: frozenset[str]
    deeds: frozenset[str]
    things: frozenset[str]
    med_words: frozenset[str]
    relief_words: frozenset[str]
    air_deeds: frozenset[str]
    place_verbs: frozenset[str]
    party_preps: frozenset[str]
    metonym_preps: frozenset[str]
    dealings: frozenset[str]
    not_names: frozenset[str]
    branches: frozenset[str]
    figure_words: frozenset[str]
    peoples: Mapping[str, Mapping[str, str]]
    defaults: Mapping[str, Mapping[str, str | None]]
    earlier: Mapping[str, Mapping[str, str]]
    sets: Mapping[str, frozenset[str]]
    patterns: Mapping[str, Pattern]


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """Loaded words of every side; see the comments of `labels.yaml`."""

    words: Mapping[str, str | None]
    markers: tuple[str, ...]
    ties: tuple[str, ...]
    praise: tuple[str, ...]


@cache
def actor_nouns() -> ActorNouns:
    """The lexicon of actor nouns."""
    return load("actor_nouns.yaml", ActorNouns)


def word_set(name: str) -> frozenset[str]:
    """One of the lexicon's further sets of words."""
    return actor_nouns().sets[name]


@cache
def labels() -> Labels:
    """The lexicon of loaded words."""
    return load("labels.yaml", Labels)


@cache
def noun_classes() -> Mapping[str, str]:
    """Class by lemma; the first class that lists a lemma has it."""
    found: dict[str, str] = {}
    for name, nouns in actor_nouns().classes.items():
        for noun in nouns:
            found.setdefault(noun, name)
    return found
