"""`words/data/linking.yaml` as types: type groups, moods, weights, agencies. Only knowledge, no decision."""

import re
from functools import cache, cached_property

from msgspec import Struct

from crossreport.names import fold_name
from crossreport.words.loader import load


class Lexicon(Struct, frozen=True, dict=True):
    """What linking knows; field by field explained in `linking.yaml`."""

    groups: dict[str, tuple[str, ...]]
    fights_if_armed: dict[str, str]
    fight_words: frozenset[str]
    near: tuple[tuple[str, str], ...]
    force: frozenset[str]
    contested: frozenset[str]
    two_versions: frozenset[str]
    open_words: frozenset[str]
    outcomes: dict[str, tuple[str, ...]]
    needs_actor: frozenset[str]
    announced: frozenset[str]
    carried_out_as: dict[str, tuple[str, ...]]
    specific: tuple[str, ...]
    one_off: frozenset[str]
    rare: frozenset[str]
    moods: dict[str, tuple[str, ...]]
    status_rank: tuple[str, ...]
    weights: dict[str, float]
    threshold: float
    margin: float
    place_classes: frozenset[str]
    ways: frozenset[str]
    things: dict[str, tuple[str, ...]]
    fixed: frozenset[str]
    done_with: frozenset[str]
    no_names: frozenset[str]
    unnamed_credits: tuple[str, ...]
    stock: tuple[str, ...]
    denial_cues: frozenset[str]
    their_enemy: frozenset[str]
    late_hours: tuple[str, ...]
    small_hours: tuple[str, ...]
    swapped: tuple[tuple[str, ...], ...]

    @cached_property
    def group_of(self) -> dict[str, str]:
        """Type label to group."""
        return {label: group for group, labels in self.groups.items() for label in labels}

    @cached_property
    def mood_of(self) -> dict[str, str]:
        """Status to mood."""
        return {status: mood for mood, statuses in self.moods.items() for status in statuses}

    @cached_property
    def near_groups(self) -> frozenset[frozenset[str]]:
        """Pairs of groups that may tell one happening."""
        return frozenset(frozenset(pair) for pair in self.near)

    @cached_property
    def thing_of(self) -> dict[str, str]:
        """Word or words to the kind of thing that they name."""
        return {word: kind for kind, words in self.things.items() for word in words}

    @cached_property
    def small_places(self) -> frozenset[str]:
        """Words for villages and quarters, which stand before the name as often as behind it: "Barangay Kadar"."""
        return load("place_words.yaml", _PlaceWords).small

    @cached_property
    def where_words(self) -> frozenset[str]:
        """Words for where something is: what a place is, save a building or a camp, and the points of the compass."""
        words = load("place_words.yaml", _PlaceWords)
        named = (word for kind, found in words.kinds.items() if kind != "facility" for word in found)
        return frozenset((*named, *words.directions, *self.place_classes, *words.small))

    @cached_property
    def stock_phrase(self) -> re.Pattern[str]:
        """Any phrase that shows no common origin."""
        return re.compile(rf"\b(?:{'|'.join(self.stock)})\b".replace(" ", r"\s+"), re.IGNORECASE)

    @cached_property
    def swapped_for(self) -> dict[str, str]:
        """Word to the first of the words that outlets put in its place."""
        return {word: words[0] for words in self.swapped for word in words}

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Folded credits that name no agency."""
        return frozenset(fold_name(name) for name in self.unnamed_credits)


class _PlaceWords(Struct, frozen=True):
    """What linking takes from the words for places."""

    small: frozenset[str]
    kinds: dict[str, frozenset[str]]
    directions: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return load("linking.yaml", Lexicon)
