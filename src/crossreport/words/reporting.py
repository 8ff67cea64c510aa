"""The lexicon of reporting: which verbs give a voice, how they hedge, what kind of voice a noun is."""

from functools import cache
from typing import Literal

from msgspec import Struct

from crossreport.words.loader import load

Hedge = Literal["quote", "claim", "accuse", "deny", "allege", "suspect"]


class StatusCues(Struct, frozen=True):
    """Lemmas that, governing a happening, give it this status."""

    verbs: frozenset[str]
    adjectives: frozenset[str]
    nouns: frozenset[str]
    auxiliaries: frozenset[str]


class Reporting(Struct, frozen=True):
    """`words/data/reporting.yaml`; all lemmas in lower case."""

    verbs: dict[str, Hedge | None]
    clause_only: frozenset[str]
    phrases: tuple[str, ...]
    hedges: dict[str, Hedge]
    report_nouns: frozenset[str]
    kinds: dict[str, frozenset[str]]
    status: dict[str, StatusCues]


@cache
def reporting() -> Reporting:
    """The shipped lexicon."""
    return load("reporting.yaml", Reporting)
