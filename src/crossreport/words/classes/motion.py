"""Words of motion: who comes and goes, how, and by what way. They say where things happen, not what happens."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Motion(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/motion.yaml`, which says what each class is."""

    coming_in: frozenset[str]
    turning_up: frozenset[str]
    getting_there: frozenset[str]
    striking_up: frozenset[str]
    bursting_in: frozenset[str]
    came: frozenset[str]
    arriving: frozenset[str]
    departing: frozenset[str]
    journeys: frozenset[str]
    travelling: frozenset[str]
    roads: frozenset[str]
    homes: frozenset[str]
    escaping: frozenset[str]
    hands: frozenset[str]
    moving: frozenset[str]
    running_over: frozenset[str]
    brought_in: frozenset[str]
    under_way: frozenset[str]
    carrying: frozenset[str]
    outliving: frozenset[str]
    falling: frozenset[str]


@cache
def motion() -> Motion:
    """The shipped classes."""
    return load("classes/motion.yaml", Motion)
