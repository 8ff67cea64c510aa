"""Words that count and measure, and those that only seem to."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Amounts(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/amounts.yaml`, which says what each class is."""

    counts: frozenset[str]
    some: frozenset[str]
    ages: frozenset[str]
    area: frozenset[str]
    ground: frozenset[str]
    coins: frozenset[str]
    years: frozenset[str]
    times: frozenset[str]
    millions: frozenset[str]
    shares: frozenset[str]


@cache
def amounts() -> Amounts:
    """The shipped classes."""
    return load("classes/amounts.yaml", Amounts)
