"""Places as a reader says them, and how surely the record knows where they lie."""

import re
from collections.abc import Sequence

from crossreport.brief.countries import country_name
from crossreport.brief.grammar import head_word, joined
from crossreport.brief.phrasebook import phrasebook
from crossreport.model import Place
from crossreport.words.spoken import placed, spoken_place

_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = re.compile(r"(?<= )(?:Of|The|And|De|Del|Du|Des|La|El|Al)\b")
ACRONYM = 4  # letters in capitals that may be one
PRECISION = {1: "exact place", 2: "place approximate", 3: "only the region known"}


def where_phrase(places: Sequence[Place]) -> str:
    """The places with their preposition: `in Binnish and Sarmin (Idlib, Syria)`; empty for none."""
    if not places:
        return ""
    towns = {place.name for place in places if place.kind != "unresolved"}
    places = [place for place in places if not any(_is_in(other, place) for other in places)]
    regions = list(dict.fromkeys(region(place) for place in places))
    groups: list[tuple[str, list[str]]] = []
    for place in places:
        of = f" of {place.within}" if place.within in towns and place.kind == "district" else ""
        word, name = _preposition(place), _named(place) + of + (_held(place) if len(regions) > 1 else "")
        if not groups or groups[-1][0] != word:
            groups.append((word, []))
        if name not in groups[-1][1]:
            groups[-1][1].append(name)
    told = " and ".join(f"{word} {joined(names)}".strip() for word, names in groups)
    return told + (f" ({regions[0]})" if len(regions) == 1 and regions[0] else "")


def _is_in(place: Place, other: Place) -> bool:
    """Whether `other` only says again what holds `place`: "in Inates and Tillaberi" of a village in Tillaberi."""
    if place is other or place.name == other.name:
        return False
    division = other.kind == "admin1" and place.admin1 == other.name and place.country == other.country
    parted = place.within == other.name and place.kind in ("district", "unresolved")
    return division or parted or (other.kind == "country" and place.country == other.country)


def _preposition(place: Place) -> str:
    return placed(place.name, place.kind).removesuffix(spoken_place(place.name)).strip()


def _named(place: Place) -> str:
    """A place's name inside a sentence: `the United States`, `the eastern districts of Aleppo`, `the Wutrin road`."""
    name = place_name(place)
    country = place.kind == "country" and head_word(name) in phrasebook().articles
    return f"the {name}" if country else spoken_place(name)


def place_name(place: Place) -> str:
    """A place's name as people write it: a heading's capitals go, those of an acronym stay."""
    shouted = place.name.isupper() and len(place.name) > ACRONYM
    if not shouted:
        return place.name
    words = _LETTERS.sub(lambda word: word.group().capitalize(), place.name)
    return _SMALL.sub(lambda word: word.group().lower(), words)


def _held(place: Place) -> str:
    return f" ({region(place)})" if region(place) else ""


def region(place: Place) -> str:
    """What holds the place: first-level area and country, or why that is not known."""
    if place.kind == "unresolved":
        parts = [place.within, place.admin1, country_name(place.country)]
        held = ", ".join(dict.fromkeys(part for part in parts if part and part != place.name))
        return f"not located, within {held}" if held else "not located"
    parts = [place.admin1 if place.kind != "admin1" else None, country_name(place.country)]
    return ", ".join(dict.fromkeys(part for part in parts if part and part != place.name))


def title(place: Place | None) -> str:
    """A place as a heading."""
    if place is None:
        return "Place not given"
    return place_name(place) + _held(place)


def precision(place: Place) -> str:
    """ACLED's precision in words."""
    return PRECISION.get(place.precision.acled, "precision not known")
