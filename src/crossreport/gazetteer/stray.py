"""The words behind a demonym in; out whether it only says whose or of what make a thing is: "the Gambian border"."""

import re
from functools import cache

from crossreport.words.loader import load
from crossreport.words.spelled import any_of

_JOINED = "joined"
_FORCES = "forces"


@cache
def _nouns() -> re.Pattern[str]:
    lists = load("demonym_nouns.yaml", dict[str, list[str]])
    nouns = [noun for name, words in lists.items() if name not in (_JOINED, _FORCES) for noun in words]
    capitals = [noun.capitalize() for noun in lists["nature"]]  # "Indian Ocean"
    return re.compile(rf"(?:[-‑–](?:{any_of(lists[_JOINED])})|\s(?:{any_of([*nouns, *capitals])}))(?![\w])")


def is_stray(text: str, end: int) -> bool:
    """Whether the demonym that ends at `end` says nothing about where the report is.

    >>> is_stray("Indian hemp", 6), is_stray("Indian troops", 6)
    (True, False)
    """
    return _nouns().match(text, end) is not None


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"[-‑–]{any_of(load('demonym_nouns.yaml', dict[str, list[str]])[_JOINED])}\b")


def is_joined(text: str, end: int) -> bool:
    """Whether a country's name is joined to a word that says what it has to do with a thing from elsewhere.

    >>> is_joined("US-made rockets", 2), is_joined("US rockets", 2)
    (True, False)
    """
    return _joined().match(text, end) is not None


@cache
def _forces() -> re.Pattern[str]:
    nouns = any_of(load("demonym_nouns.yaml", dict[str, list[str]])[_FORCES])
    return re.compile(rf"[ -](?:[a-z]+[ -])?{nouns}\b")  # "Ugandan crusader forces"


def is_of_forces(text: str, start: int, end: int) -> bool:
    """Whether a country's initials only say whose forces are told of.

    >>> is_of_forces("U.S. troops", 0, 4), is_of_forces("US said", 0, 2)
    (True, False)
    """
    return _INITIALS.fullmatch(text, start, end) is not None and _forces().match(text, end) is not None


def of_forces(text: str, start: int, end: int) -> bool:
    """Whether an adjective, or a country behind "of", only says whose forces are told of.

    >>> of_forces("Turkish warplanes", 0, 7), of_forces("Turkish towns", 0, 7), of_forces("troops of Chad", 10, 14)
    (True, False, True)
    """
    return _forces().match(text, end) is not None or _whose().search(text, max(0, start - _REACH), start) is not None


@cache
def _whose() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{any_of(load('demonym_nouns.yaml', dict[str, list[str]])[_FORCES])} (?:of|from) $")


_REACH = 24  # characters that "special forces of" takes
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,4}")
