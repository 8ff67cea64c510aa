"""Words for kinds of ground, as a page uses them beside names."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Terrain(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/terrain.yaml`, which says what each class is."""

    towns: frozenset[str]
    sides: frozenset[str]
    areas: frozenset[str]
    others: frozenset[str]
    same: frozenset[str]
    parts: frozenset[str]
    borders: frozenset[str]
    bordering: frozenset[str]
    lying: frozenset[str]
    scenes: frozenset[str]
    ways: frozenset[str]
    passages: frozenset[str]
    pipes: frozenset[str]
    ores: frozenset[str]


@cache
def terrain() -> Terrain:
    """The shipped classes."""
    return load("classes/terrain.yaml", Terrain)
