"""Choices in, the same with "the hamlet of X, Y" bound: X lies in or about the town Y, or stays unresolved in Y.

Papers put a hamlet's municipality behind it with a comma, or say "in the municipality of Y". A namesake far from that
municipality is another place; of a municipality that no list has, any namesake is doubtful.
"""

import math
import re

import msgspec

from crossreport.gazetteer import Entry
from crossreport.grounding.places.choose import Choice, Scored, kilometres
from crossreport.grounding.places.find import comma, inside, listed
from crossreport.grounding.places.words import place_words

MUNICIPAL_KM = (
    60.0  # what a municipality's villages lie within of its seat; wide ones of Colombia's plains reach so far
)
_ENDS = re.compile(r"""^(?:[,.;:)\]"”]|\s+(?:on|in|at|when|where|during|after|before|late|early|overnight)\b|\s*$)""")
_PARTS = frozenset({"district", "either"})  # kinds of which a town has several
_SEATS = frozenset({"settlement", "admin2"})
_SMALL = frozenset({"settlement", "district"})
_LARGE = frozenset({"city", "capital", "metropolis", "port"})


def within_their_towns(text: str, choices: list[Choice]) -> list[Choice]:
    """The choices in their order."""
    return [_bound(text, choices, here) for here in range(len(choices))]


def _bound(text: str, choices: list[Choice], here: int) -> Choice:
    choice = choices[here]
    town = _town_behind(text, choices, here) or _town_around(choice)
    if town is None:
        return _of_unknown_town(text, choices, here)
    if choice.best is None or _near(town, choice.best.entry):
        return choice
    there = next((one for one in choice.ranked if _fits(town, one)), None)
    if there is not None:
        return msgspec.structs.replace(
            choice,
            best=there,
            ranked=(there, *(one for one in choice.ranked if one is not there)),
            container=town,
        )
    barred = f"the text puts it into {town.name}, which is far from there"
    return msgspec.structs.replace(choice, best=None, container=town, barred=barred)


def _town_behind(text: str, choices: list[Choice], here: int) -> Entry | None:
    """Y of "the hamlet of X, Y," where one hamlet is told of and no list goes on."""
    if here + 1 >= len(choices):
        return None
    left, right = choices[here].seen.sighting, choices[here + 1].seen.sighting
    noun = left.context.noun
    if left.sentence != right.sentence or left.context.kind != "settlement" or noun is None:
        return None
    if (
        noun.endswith("s")
        or noun in _LARGE
        or right.tail.kind not in {None, "settlement"}
        or not comma(text, left, right)
    ):
        return None
    behind = choices[here + 2].seen.sighting if here + 2 < len(choices) else None
    if behind is not None and behind.sentence == right.sentence and listed(text, right, behind):
        division = choices[here + 2].best
        if division is None or division.entry.kind not in {"country", "admin1"}:
            return None  # "the town of X, Y and Z"
    best = choices[here + 1].best
    if best is None or best.entry.kind not in _SEATS or not _ENDS.match(text[right.full_end :]):
        return None
    return best.entry


def _town_around(choice: Choice) -> Entry | None:
    """Y of "the X crossing in the municipality of Y": where the text puts what it calls a village or a site.

    Of "the X district of Y" the province of Y holds it as well.
    """
    said = choice.seen.sighting
    held = choice.container
    if held is None or choice.best is None or choice.best.entry.kind not in _SMALL:
        return None
    if said.tail.kind in _PARTS and held.kind == "admin1":
        return held
    if held.kind not in _SEATS:
        return None
    called = said.noun in place_words().small or said.tail.kind in {*_PARTS, "facility"}
    return held if called else None


def _of_unknown_town(text: str, choices: list[Choice], here: int) -> Choice:
    """ "X village, Y town" where no list has Y: a namesake of X is X only if the page has another place near it."""
    choice = choices[here]
    if choice.best is None or here + 1 >= len(choices) or choice.seen.sighting.noun not in place_words().small:
        return choice
    left, behind = choice.seen.sighting, choices[here + 1]
    right = behind.seen.sighting
    told = comma(text, left, right) or inside(text, left, right)
    if left.sentence != right.sentence or not told or behind.best is not None or right.kind != "settlement":
        return choice
    entry = choice.best.entry
    division = (entry.country, entry.admin1)
    beside = [one.best.entry for one in choices if one.best is not None and one.seen.sighting.name != left.name]
    if any((one.country, one.admin1) == division for one in beside):
        return choice
    barred = f"the text puts it into {right.name}, which no list has, and a namesake may lie elsewhere"
    return msgspec.structs.replace(choice, best=None, barred=barred)


def _fits(town: Entry, one: Scored) -> bool:
    return one.hit.likeness > 0.9 and one.entry.kind in _SMALL and one.entry.id != town.id and _near(town, one.entry)


def _near(town: Entry, entry: Entry) -> bool:
    """Whether an entry lies in the town's division and about the town."""
    if (town.country, town.admin1) != (entry.country, entry.admin1):
        return False
    if town.kind == "admin1" or town.lat is None or town.lon is None or entry.lat is None or entry.lon is None:
        return True
    apart = kilometres(town.lat, town.lon, entry.lat, entry.lon)
    return math.isfinite(apart) and apart <= MUNICIPAL_KM
