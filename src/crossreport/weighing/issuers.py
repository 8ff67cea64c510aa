"""The name of an outlet, or of a body that speaks, in; the side of a war whose own it is out; None for a newsroom.

The communiques of a general staff, a ministry, a front or its press centre are the word of that side, whoever is
named on them. A newspaper that merely bears the name of a country is nobody's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from crossreport.model import Actor
from crossreport.model.kinds import BODIES, SIDES
from crossreport.names import fold_name
from crossreport.weighing.lexicon import channel_of, is_newsroom, lexicon
from crossreport.words.actors import ActorEntry, countries, entries, side_of

_BRACKETED = re.compile(r"\(([^()]*)\)")
_LINKS = frozenset({"of", "for", "and", "the", "on", "in", "at", "to"})


class Issuer(NamedTuple):
    """`country` is set where a state speaks; `actor` where the register has it, or an office of it."""

    actor: Actor | None
    country: str | None


@cache
def issuer(name: str) -> Issuer | None:
    """Whose own outlet or office `name` is.

    >>> issuer("General Staff of the Armed Forces of Burkina Faso").country, issuer("Taliban Watch")
    ('BF', None)
    """
    channel = channel_of(fold_name(name))
    if channel:
        found = _named(_words(channel))
        return None if found is None else _of(found[0])
    words = _words(name)
    if is_newsroom(fold_name(name)) or not lexicon().civic.isdisjoint(_without_country(words)):
        return None
    found = _named(words) or _named(_words(_BRACKETED.sub(" ", name)))
    if found is not None and (_issues(*found) or _organ(words, *found[1:]) or _own_news(name, *found[1:])):
        return _of(found[0])
    code = _office_of(words)
    return Issuer(None, code) if code is not None else None


@cache
def body(name: str) -> Actor | None:
    """The body that is no side of a war, as a monitor or an agency of the United Nations, whose own outlet `name` is.

    >>> [one and one.id for one in (body("RNDDH"), body("OCHA Sudan"), body("Amnesty Evening News"))]
    ['national-network-for-human-rights-in-haiti', 'ocha', None]
    """
    words = _words(name)
    entry = _bodies().get(" ".join(words)) or _bodies().get(" ".join(_without_country(words)))
    return entry.actor(affiliation=entry.parent) if entry is not None else None


@cache
def _bodies() -> dict[str, ActorEntry]:
    found: dict[str, ActorEntry] = {}
    for entry in entries().values():
        if entry.kind in BODIES and not entry.generic:
            for known in (entry.name, *entry.aliases):
                found.setdefault(" ".join(_words(known)), entry)
    return found


def bare_office(name: str) -> bool:
    """Whether a body is named without a word on whose it is: "the General Staff", "the Command's spokesman".

    >>> bare_office("the General Staff"), bare_office("General Staff of Freedonia")
    (True, False)
    """
    words = fold_name(name).removeprefix("the ").split()
    known = lexicon().issuing | lexicon().issuing_with | lexicon().offices | lexicon().state_offices | _LINKS
    return bool(words) and not lexicon().issuing.isdisjoint(words) and known.issuperset(words)


def _without_country(words: Sequence[str]) -> list[str]:
    """The words without the longest name of a country: "the Russian Federation" is no federation of workers."""
    for size in range(min(len(words), LONGEST), 0, -1):
        for at in range(len(words) - size + 1):
            if " ".join(words[at : at + size]) in _countries():
                return [*words[:at], *words[at + size :]]
    return list(words)


def _of(entry: ActorEntry) -> Issuer:
    kind, _ = side_of(entry.actor(affiliation=entry.parent))
    return Issuer(entry.actor(affiliation=entry.parent), entry.country if kind == "state" else None)


def _words(name: str) -> list[str]:
    return [word for word in fold_name(name).split() if word != "the"]


def _issues(entry: ActorEntry, rest: Sequence[str], size: int) -> bool:
    """Whether the words beside a name are those of an office: "HPG Press Centre", "Central Command New People's Army".

    One word that names a group ("Taliban") is the name of many things.
    """
    if size > 1 and not lexicon().issuing.isdisjoint(rest):
        return True
    return all(_of_offices(word) or _ally(entry, word) for word in rest)


def _organ(words: Sequence[str], rest: Sequence[str], size: int) -> bool:
    """Whether a name begins with a side's and ends in an organ's, or is that of an organ "of" the side: "NPA Southern
    Mindanao Press", "Peace Secretariat of the LTTE".
    """
    begins = list(words[size:]) == list(rest) and len(rest) > 1
    ends = list(words[:-size]) == list(rest) and rest[-1:] == ["of"]
    head = rest[-1:] if begins else rest[-2:-1] if ends else []
    return not lexicon().issuing.isdisjoint(head)


def _own_news(name: str, rest: Sequence[str], size: int) -> bool:
    """Whether a name is the letters of a side and a word for news alone: "XYZ News", but not "XYZ Watch"."""
    letters = name.split()[0]
    told = bool(rest) and lexicon().own_news.issuperset(rest)
    return size == len(_words(letters)) and letters.isupper() and len(letters) >= LETTERS and told


LETTERS = 3  # of an abbreviation that is a name


def _of_offices(word: str) -> bool:
    return word in lexicon().issuing | lexicon().issuing_with | _LINKS or word.isdigit()


def _ally(entry: ActorEntry, word: str) -> bool:
    """Whether a further word names another body of the same country: "OLF-OLA"."""
    other = _sides().get(word)
    return other is not None and other.country == entry.country


def _named(words: Sequence[str]) -> tuple[ActorEntry, list[str], int] | None:
    """The side that the most words in a row name, the words left, and how many name it; None if none is named."""
    for size in range(min(len(words), LONGEST), 0, -1):
        found = [
            (entry, [*words[:at], *words[at + size :]], size)
            for at in range(len(words) - size + 1)
            if (entry := _sides().get(" ".join(words[at : at + size]))) is not None
        ]
        if found:
            return min(found, key=lambda one: one[0].kind == "party")  # of a party and its fighters the fighters
    return None


LONGEST = 8  # words of a side's name


@cache
def _sides() -> dict[str, ActorEntry]:
    """Folded names that mean one armed side, whatever else is on the page."""
    found: dict[str, ActorEntry] = {}
    doubtful: set[str] = set()
    for entry in entries().values():
        if entry.kind not in SIDES or entry.generic:
            continue
        for name in _names(entry):
            first = found.setdefault(name, entry)
            if first.id != entry.id:
                doubtful.add(name)
    return {name: entry for name, entry in found.items() if name not in doubtful}


def _names(entry: ActorEntry) -> Iterator[str]:
    """What it is called; a state only with the word for what it is ("Republic of Mali"), not as a country."""
    for name in (entry.name, *entry.aliases, *entry.near):
        folded = " ".join(_words(name))
        if folded and not bare_office(folded) and not (entry.kind == "state" and folded in _countries()):
            yield folded


@cache
def _countries() -> dict[str, str]:
    """Folded names and adjectives of countries to their codes."""
    return {fold_name(name): one.code for one in countries().values() for name in (*one.names, *one.adjectives)}


def _office_of(words: Sequence[str]) -> str | None:
    """The state of which some words name an office: "Turkish Ministry of National Defence", "Republic of Mali"."""
    for size in range(min(len(words), LONGEST), 0, -1):
        for at in range(len(words) - size + 1):
            code = _countries().get(" ".join(words[at : at + size]))
            rest = [*words[:at], *words[at + size :]]
            if code is not None and not lexicon().state_offices.isdisjoint(rest):
                return code if all(word in lexicon().state_offices or _of_offices(word) for word in rest) else None
    return None
