"""Places as a reader says them, and how surely the record knows where they lie."""

import re
from collections.abc import Sequence

from crossreport.brief.countries import country_name
from crossreport.brief.grammar import head_word, joined
from crossreport.brief.phrasebook import phrasebook
from crossreport.model import Place

_PARTS = re.compile(r"[a-z][\w-]* (?:districts|suburbs|outskirts|parts|neighbou?rhoods|quarters|areas|provinces) of\b")
# "West of Goma", "near Tasil": such a name has its own preposition.
_BESIDE = re.compile(
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest) of|"
    r"near|outside|around|between|off|beyond|along) "
)
_LINE = re.compile(r"(?i)\b(?:road|highway|motorway|route|bridge|street|avenue)$")
PRECISION = {1: "exact place", 2: "near the place, or part of it unknown", 3: "region only"}


def where_phrase(places: Sequence[Place]) -> str:
    """The places with their preposition: `in Binnish and Sarmin (Idlib, Syria)`; empty for none."""
    if not places:
        return ""
    regions = list(dict.fromkeys(region(place) for place in places))
    word = "at" if len(places) == 1 and places[0].kind == "facility" else "in"
    word = "on" if len(places) == 1 and _LINE.search(places[0].name) else word
    word = "" if _BESIDE.match(places[0].name) else f"{word} "
    if len(regions) > 1:
        return f"{word}{joined(list(dict.fromkeys(_named(place) + _held(place) for place in places)))}"
    names = joined(list(dict.fromkeys(_named(place) for place in places)))
    return f"{word}{names}" + (f" ({regions[0]})" if regions[0] else "")


def _named(place: Place) -> str:
    """A place's name inside a sentence: `the United States`, `the eastern districts of Aleppo`."""
    if _PARTS.match(place.name):
        return f"the {place.name}"
    return (
        f"the {place.name}"
        if place.kind == "country" and head_word(place.name) in phrasebook().articles
        else place.name
    )


def _held(place: Place) -> str:
    return f" ({region(place)})" if region(place) else ""


def region(place: Place) -> str:
    """What holds the place: first-level area and country, or why that is not known."""
    if place.kind == "unresolved":
        return f"place not resolved, within {place.within}" if place.within else "place not resolved"
    parts = [place.admin1 if place.kind != "admin1" else None, country_name(place.country)]
    return ", ".join(dict.fromkeys(part for part in parts if part and part != place.name))


def title(place: Place | None) -> str:
    """A place as a heading."""
    if place is None:
        return "Place not given"
    return place.name + _held(place)


def precision(place: Place) -> str:
    """ACLED's precision in words."""
    return PRECISION.get(place.precision.acled, "precision not known")
