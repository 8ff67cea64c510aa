"""Sides of wars and what loaded nouns mean in their mouths: the lexicon `perspectives.yaml` as types."""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Perspective(Struct, frozen=True, forbid_unknown_fields=True):
    """One side of the war in `country`; see the comments of `perspectives.yaml`."""

    country: str
    side: str
    voices: frozenset[str]
    outlets: frozenset[str]
    marks: tuple[str, ...]
    means: Mapping[str, str | None]


@cache
def perspectives() -> tuple[Perspective, ...]:
    """All sides, in the order of the file."""
    return load("perspectives.yaml", tuple[Perspective, ...])


@cache
def of_country(code: str | None) -> tuple[Perspective, ...]:
    """The sides of the war in one country."""
    return tuple(one for one in perspectives() if one.country == code)
