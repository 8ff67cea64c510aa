"""Kinds of thing that an attack or a fight is about, by the words that name them: a market, a convoy, a wedding.

The list is linking's (`data/linking.yaml`); what a deed is done with (a car bomb, a drone) is a kind, but no thing.
"""

import re
from functools import cache

from msgspec import Struct

from crossreport.words.loader import load
from crossreport.words.spelled import any_of


class _Things(Struct, frozen=True):
    things: dict[str, tuple[str, ...]]
    done_with: frozenset[str]


def kinds_in(text: str) -> frozenset[str]:
    """The kinds that a passage names, those that a deed is done with among them.

    >>> sorted(kinds_in("A drone hit the bazaar"))
    ['drone', 'market']
    """
    return frozenset(_kinds()[" ".join(match.group().casefold().split())] for match in _pattern().finditer(text))


def things_in(text: str) -> frozenset[str]:
    """The kinds that a passage names, but for those that a deed is done with.

    >>> sorted(things_in("Jets hit the bazaar; a convoy with a drone was leaving for the dormitory"))
    ['convoy', 'market', 'school']
    """
    return kinds_in(text) - _known().done_with


@cache
def _known() -> _Things:
    return load("linking.yaml", _Things)


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in _known().things.items() for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_kinds(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b{any_of(words)}\b".replace(r"\ ", r"\s+"), re.IGNORECASE)
