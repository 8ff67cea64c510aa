"""Ranks and offices that make a name public, and words that make it a place's: `public_names.yaml` as types."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class PublicNames(Struct, frozen=True, forbid_unknown_fields=True):
    """Lower-case words; see the comments of `public_names.yaml`."""

    titles: frozenset[str]
    offices: frozenset[str]
    places: frozenset[str]


@cache
def public_names() -> PublicNames:
    """The shipped words, read once."""
    return load("public_names.yaml", PublicNames)
