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
# "Gulf of Aden", "vicinity of Jilib": such a name wants "the"; so does one that ends in a common noun, "Wutrin road".
_FEATURE = re.compile(r"(?i)(?:gulf|strait|bay|sea|vicinity|outskirts|suburbs?|banks?|border|valley|province) of\b")
_KIND = re.compile(
    r"[ -](?:road|highway|motorway|route|bridge|district|suburb|quarter|neighbou?rhood|area|region|province|junction|"
    r"airport|port|market|crossing|checkpoint|valley|mountains|hills?|forest|island|border|front|peninsula)$"
)
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SMALL = re.compile(r"(?<= )(?:Of|The|And|De|Del|Du|Des|La|El|Al)\b")
ACRONYM = 4  # letters in capitals that may be one
PRECISION = {1: "exact place", 2: "near the place, or part of it unknown", 3: "region only"}


def where_phrase(places: Sequence[Place]) -> str:
    """The places with their preposition: `in Binnish and Sarmin (Idlib, Syria)`; empty for none."""
    if not places:
        return ""
    regions = list(dict.fromkeys(region(place) for place in places))
    groups: list[tuple[str, list[str]]] = []
    for place in places:
        word, name = _preposition(place), _named(place) + (_held(place) if len(regions) > 1 else "")
        if not groups or groups[-1][0] != word:
            groups.append((word, []))
        if name not in groups[-1][1]:
            groups[-1][1].append(name)
    told = " and ".join(f"{word} {joined(names)}".strip() for word, names in groups)
    return told + (f" ({regions[0]})" if len(regions) == 1 and regions[0] else "")


def _preposition(place: Place) -> str:
    if _BESIDE.match(place.name):
        return ""
    if _LINE.search(place.name):
        return "on"
    return "at" if place.kind == "facility" else "in"


def _named(place: Place) -> str:
    """A place's name inside a sentence: `the United States`, `the eastern districts of Aleppo`, `the Wutrin road`."""
    name = place_name(place)
    country = place.kind == "country" and head_word(name) in phrasebook().articles
    return f"the {name}" if country or _PARTS.match(name) or _FEATURE.match(name) or _KIND.search(name) else name


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
        return f"place not resolved, within {place.within}" if place.within else "place not resolved"
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
