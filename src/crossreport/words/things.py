"""Kinds of thing that an attack or a fight is about, by the words that name them: a market, a convoy, a wedding.

The list is linking's (`data/linking.yaml`); what a deed is done with (a car bomb, a drone) is left out here.
"""

import re
from functools import cache

from msgspec import Struct

from crossreport.words.loader import load


class _Things(Struct, frozen=True):
    things: dict[str, tuple[str, ...]]
    done_with: frozenset[str]


def things_in(text: str) -> frozenset[str]:
    """The kinds that a passage names.

    >>> sorted(things_in("Jets hit the bazaar; a convoy was leaving for the dormitory"))
    ['convoy', 'market', 'school']
    """
    found = (match.group().casefold() for match in _pattern().finditer(text))
    return frozenset(_kinds()[" ".join(word.split())] for word in found)


@cache
def _kinds() -> dict[str, str]:
    known = load("linking.yaml", _Things)
    return {word: kind for kind, words in known.things.items() if kind not in known.done_with for word in words}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_kinds(), key=lambda word: (-len(word), word))
    forms = (r"\s+".join(re.escape(part) for part in word.split()) for word in words)
    return re.compile(rf"(?i)\b(?:{'|'.join(forms)})\b")
