"""Choices in, the same without those that rest on a likeness of sound alone: such a name stays unresolved.

A gazetteer of a whole country always holds something with the same consonants. Another romanisation is taken for a
small place only where the text or the page's other places lie about there.
"""

import msgspec

from crossreport.gazetteer import Entry
from crossreport.grounding.places.accept import TOWN_AT_HOME
from crossreport.grounding.places.choose import Choice, holds, kilometres
from crossreport.grounding.places.licence import OWN_LETTERS

SUPPORT_KM = 100.0  # within which another place of the page, known by its letters, supports a name that is only alike
_SMALL = frozenset({"settlement", "district", "admin2"})
_POINTS = frozenset({"settlement", "district", "facility", "admin2"})


def without_mere_likeness(choices: list[Choice]) -> list[Choice]:
    """The choices in their order, unsupported likenesses barred."""
    return [_barred(choice, choices) for choice in choices]


def _barred(choice: Choice, choices: list[Choice]) -> Choice:
    best = choice.best
    if best is None or best.hit.likeness > OWN_LETTERS or best.entry.kind not in _SMALL:
        return choice
    if best.entry.population >= TOWN_AT_HOME or _long(choice) or _supported(choice, choices):
        return choice
    says = "it is only like the name, and nothing of the text lies near it"
    return msgspec.structs.replace(choice, best=None, barred=says)


def _long(choice: Choice) -> bool:
    """Whether name and place have as many words, two or more: so much is seldom alike by chance."""
    assert choice.best is not None
    words = len(choice.seen.sighting.name.split())
    return words > 1 and words == len(choice.best.entry.name.split())


def _supported(choice: Choice, choices: list[Choice]) -> bool:
    """Whether the text puts the name into what holds the place, or names a place near it."""
    assert choice.best is not None
    entry = choice.best.entry
    held = choice.container
    if held is not None and held.kind != "country" and holds(held, entry):
        return True
    for other in choices:
        known = other.best.entry if other.best is not None and other.best.hit.likeness > OWN_LETTERS else None
        if known is None or known.id == entry.id or known.kind == "country":
            continue
        if known.kind == "admin1":
            same = other.seen.sighting.sentence == choice.seen.sighting.sentence
            if same and (known.country, known.admin1) == (entry.country, entry.admin1):
                return True
        elif known.kind in _POINTS and _apart(entry, known) <= SUPPORT_KM:
            return True
    return False


def _apart(one: Entry, other: Entry) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return kilometres(one.lat, one.lon, other.lat, other.lon)
