"""Words for people: anybody, those without a name, those who speak for a body."""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class Folk(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/classes/folk.yaml`, which says what each class is."""

    anybody: frozenset[str]
    one_who: frozenset[str]
    strangers: frozenset[str]
    bands: frozenset[str]
    equipped: frozenset[str]
    looks: frozenset[str]
    worn_or_ridden: frozenset[str]
    hostile: frozenset[str]
    doubted: frozenset[str]
    unnamed: frozenset[str]
    by_the_deed: frozenset[str]
    attackers: frozenset[str]
    public: frozenset[str]
    reporters: frozenset[str]
    own_men: frozenset[str]
    natives: frozenset[str]
    in_command: frozenset[str]
    seated: frozenset[str]
    outlawed: frozenset[str]
    heads: frozenset[str]
    authorities: frozenset[str]
    local: frozenset[str]
    insiders: frozenset[str]
    pairs: frozenset[str]
    sides: frozenset[str]
    resistance: frozenset[str]
    labour: frozenset[str]
    following: frozenset[str]
    bystanders: frozenset[str]


@cache
def folk() -> Folk:
    """The shipped classes."""
    return load("classes/folk.yaml", Folk)
