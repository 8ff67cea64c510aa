"""The part of `words/data/linking.yaml` that weighing needs: agencies, voices that are nobody, words of denial."""

import re
from functools import cache, cached_property

from msgspec import Struct

from crossreport.names import fold_name
from crossreport.names.agencies import agency_called
from crossreport.words.loader import load

OWNED = re.compile(r"^owned by (?:the [\w ]*state|the state of)\b")


class StateMedium(Struct, frozen=True):
    """Words that together describe a medium of a state."""

    owner: tuple[str, ...]
    medium: tuple[str, ...]


class Outlet(Struct, frozen=True):
    """What `sources.yaml` says of an outlet or agency."""

    name: str
    kind: str
    side: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


class Lexicon(Struct, frozen=True, dict=True):
    """What weighing knows; field by field explained in `linking.yaml`."""

    groups: dict[str, tuple[str, ...]]
    contested: frozenset[str]
    outcomes: dict[str, tuple[str, ...]]
    means: dict[str, frozenset[str]]
    moods: dict[str, tuple[str, ...]]
    status_rank: tuple[str, ...]
    nobody: tuple[str, ...]
    bodies: frozenset[str]
    sole_offices: frozenset[str]
    place_classes: frozenset[str]
    denial_cues: frozenset[str]
    dispute_cues: frozenset[str]
    counted: frozenset[str]
    blame_cues: frozenset[str]
    stances: frozenset[str]
    sham: frozenset[str]
    deadly: frozenset[str]
    laid_deeds: frozenset[str]
    harm: frozenset[str]
    happenings: dict[str, frozenset[str]]
    accusing: frozenset[str]
    holding: frozenset[str]
    fallen_back: tuple[str, ...]
    not_hit: tuple[str, ...]
    in_part: tuple[str, ...]
    landed: frozenset[str]
    mishap: tuple[str, ...]
    came_free: dict[str, tuple[str, ...]]
    state_medium: StateMedium
    officials: frozenset[str]
    offices: frozenset[str]
    state_offices: frozenset[str]
    issuing: frozenset[str]
    issuing_with: frozenset[str]
    own_news: frozenset[str]
    commands: frozenset[str]
    mouthpieces: frozenset[str]
    ranks: frozenset[str]
    irregulars: frozenset[str]
    membership: frozenset[str]
    civil: frozenset[str]
    mourned: frozenset[str]
    anybody: frozenset[str]
    bystanders: frozenset[str]
    civic: frozenset[str]
    organs: tuple[str, ...]
    about_organs: tuple[str, ...]
    corpses: frozenset[str]
    praised: tuple[str, ...]
    abused: tuple[str, ...]
    our_own: tuple[str, ...]
    their_enemy: tuple[str, ...]

    @cached_property
    def outcome_of(self) -> dict[str, str]:
        """Type of a fight to who holds the place after it: attacker or defender."""
        return {label: holder for holder, labels in self.outcomes.items() for label in labels}

    @cached_property
    def group_of(self) -> dict[str, str]:
        """Type label to group."""
        return {label: group for group, labels in self.groups.items() for label in labels}

    @cached_property
    def fights(self) -> frozenset[str]:
        """Types in which two armed sides lose people: their dead are not all civilians."""
        return frozenset(label for group in self.contested for label in self.groups[group])

    @cached_property
    def violent(self) -> frozenset[str]:
        """Types that kill: what a denial of deaths can be about."""
        return frozenset(label for group in self.deadly for label in self.groups[group])

    @cached_property
    def nobodies(self) -> frozenset[str]:
        """Folded names of voices that cannot be told from one another."""
        return frozenset(fold_name(name) for name in self.nobody)

    def mood(self, status: str) -> str:
        """The mood of a status."""
        return next(mood for mood, statuses in self.moods.items() if status in statuses)


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    return load("linking.yaml", Lexicon)


@cache
def state_outlets() -> dict[str, str]:
    """Folded name or alias of outlets that a state owns or runs to its country."""
    found: dict[str, str] = {}
    for outlet in load("sources.yaml", tuple[Outlet, ...]):
        owned = outlet.kind in ("state_media", "military")
        owned = owned or (outlet.kind == "agency" and OWNED.search(outlet.side) is not None)
        if owned and outlet.country is not None:
            found |= {fold_name(name): outlet.country for name in (outlet.name, *outlet.aliases)}
    return found


def is_newsroom(outlet: str) -> bool:
    """Whether a folded name is that of a known medium that no side of a war runs."""
    return outlet in _newsrooms()


@cache
def _newsrooms() -> frozenset[str]:
    outlets = (one for one in load("sources.yaml", tuple[Outlet, ...]) if one.kind not in ("party_channel", "military"))
    return frozenset(fold_name(name) for outlet in outlets for name in (outlet.name, *outlet.aliases))


@cache
def _channels() -> dict[str, str]:
    outlets = (one for one in load("sources.yaml", tuple[Outlet, ...]) if one.kind == "party_channel")
    return {fold_name(name): outlet.side for outlet in outlets for name in (outlet.name, *outlet.aliases)}


@cache
def channels() -> frozenset[str]:
    """Folded names and aliases of outlets that an armed side or a party runs."""
    return frozenset(_channels())


def channel_of(outlet: str) -> str:
    """What is known of who runs a channel, given by its folded name; empty for any other outlet.

    >>> channel_of("amaq")
    'media outlet of the Islamic State'
    """
    return _channels().get(outlet, "")


def voice_name(name: str) -> str:
    """One name for one voice: an agency's full name for its short one, otherwise the name as it is."""
    return agency_called(name) or name


@cache
def is_denial(cue: str) -> bool:
    """Whether a cue holds a word of denial."""
    return not lexicon().denial_cues.isdisjoint(fold_name(cue).split())
