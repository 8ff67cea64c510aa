"""Words of harm: what befalls people, and what is done with and for them afterwards."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Harm(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/harm.yaml`, which says what each class is."""

    bodies: frozenset[str]
    finding: frozenset[str]
    burying: frozenset[str]
    remains: frozenset[str]
    fallen: frozenset[str]
    victims: frozenset[str]
    hurt: frozenset[str]
    of_a_body: frozenset[str]
    wounding: frozenset[str]
    hurts: frozenset[str]
    found_to_be: frozenset[str]
    rubble: frozenset[str]
    condemning: frozenset[str]
    condemned: frozenset[str]
    medical: frozenset[str]
    care: frozenset[str]
    treatment: frozenset[str]
    perils: frozenset[str]
    elements: frozenset[str]
    captives: frozenset[str]
    taken: frozenset[str]
    dying: frozenset[str]
    deaths: frozenset[str]
    causing: frozenset[str]
    driving: frozenset[str]
    leaving: frozenset[str]
    outcomes: frozenset[str]
    raising: frozenset[str]
    trapped: frozenset[str]
    under_fire: frozenset[str]
    custody: frozenset[str]
    held_for: frozenset[str]
    sought: frozenset[str]
    trials: frozenset[str]
    caring: frozenset[str]
    afterwards: frozenset[str]
    befalling: frozenset[str]
    harmless: frozenset[str]


@cache
def harm() -> Harm:
    """The shipped classes."""
    return load("classes/harm.yaml", Harm)
