"""Two places in, one factor out: the same settlement, one inside the other, or two that exclude one another."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from crossreport.linking.factor import Factor
from crossreport.linking.lexicon import lexicon
from crossreport.model import Place
from crossreport.names import fold_name, name_key, same_name

EARTH_KM = 6371.0
NEAR, DISTRICT = 2, 3  # UCDP's precision of what is near a place, and of a second-order division
NEAR_KM = 3.0  # a suburb and its town; villages of one valley lie farther apart
SPELLING_KM = 20.0  # two records of one name
ALIKE = 0.85  # of names of one place in two countries; Palma and Falam have .81 (stories, dev)
SITE_KINDS = frozenset({"settlement", "district", "facility", "natural", "unresolved"})
IN_TOWN = frozenset({"district", "facility"})  # coded to the record of their town, but not the whole town


class Site(NamedTuple):
    """What two places are compared by. `level` is site, admin1, country or region; `key` its identity."""

    level: str
    key: str
    name: str
    country: str | None
    admin1: str | None
    within: str | None
    at: tuple[float, float] | None
    kind: str
    beside: str | None = None  # "west of": the place is not the named one, but lies on that side of it
    may_be: frozenset[int] = frozenset()  # records that its name could mean as well
    told_in: frozenset[str] = (
        frozenset()
    )  # folded names of what its page says that it lies in: "Barangay Beri, Calbiga"
    told_parts: frozenset[str] = frozenset()  # … and of what its page says that lies in it
    told_near: frozenset[str] = frozenset()  # … and of the towns near which its page says that it lies
    by: str | None = None  # folded name of the town that it is only near to, or at the edge of
    sole: bool = True  # the only settlement of its report: beside a camp, "in Kadar Township" says where the camp is


_FROM = re.compile(r".*\b(?:of|from|to)\s+")
_BESIDE = re.compile(
    r"(?i)^(?:the\s+)?((?:(?:north|south|east|west)[\s-]?(?:east|west)?(?:ern)?)(?:\s+(?:edge|outskirts|side))?)\s+of\s+"
)


def site(place: Place) -> Site:
    """`place` as a site."""
    way = _way(place)
    if way is not None:
        return way
    level = "site" if place.kind in SITE_KINDS else "admin2" if _is_district(place) else place.kind
    found = _BESIDE.match(place.name)
    beside = fold_name(found.group(1)) if found else None
    name = bare_name(place.name[found.end() :] if found else place.name)
    if place.geonameid is not None and not (place.kind in IN_TOWN and place.within):
        key = f"geonames:{place.geonameid}"
    else:
        key = f"{place.country}:{fold_name(place.within or '')}:{fold_name(name)}:{beside or ''}"
    at = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    admin1 = fold_name(place.admin1) if place.admin1 else None
    within = fold_name(place.within) if place.within else None
    may_be = frozenset(one.geonameid for one in place.candidates if one.geonameid is not None)
    return Site(level, key, name, place.country, admin1, within, at, place.kind, beside, may_be, by=near_to(place))


def _way(place: Place) -> Site | None:
    """ "The Kadar road": somewhere near Kadar, the town that it is called after."""
    words = place.name.split()
    if not words[1:] or words[-1].casefold() not in lexicon().ways or place.kind not in _WAYS:
        return None
    name = bare_name(" ".join(words[:-1]))
    key = f"{place.country}:{fold_name(name)}:{_ON_THE_ROAD}"
    at = (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    admin1 = fold_name(place.admin1) if place.admin1 else None
    may_be = frozenset(one.geonameid for one in place.candidates if one.geonameid is not None)
    kind = "unresolved" if place.geonameid is None else "natural"
    return Site("site", key, name, place.country, admin1, None, at, kind, _ON_THE_ROAD, may_be, by=fold_name(name))


_WAYS = frozenset({"region", "unresolved"})
_ON_THE_ROAD = "on the road"


def near_to(place: Place) -> str | None:
    """The folded name of the town that a place is said to be near: "near X", "20 km from X", "the outskirts of X"."""
    if place.precision.ucdp != NEAR or place.kind not in SITE_KINDS:
        return None
    return fold_name(bare_name(_FROM.sub("", place.name)))


def _is_district(place: Place) -> bool:
    """Whether a region is a district of a province, as the gazetteer has it, and not the Sahel."""
    return place.kind == "region" and place.geonameid is not None and place.precision.ucdp == DISTRICT


def bare_name(name: str) -> str:
    """A name without the words that only say what it names: "the Kadar district", "Barangay Kadar", "rural Kadar",
    "Kadar kampung" and "Kadar" are one.
    """
    words = name.split()
    while len(words) > 1 and words[0].casefold() in _OPENERS | lexicon().small_places:
        words = words[1:]
    while len(words) > 1 and words[-1].casefold() in lexicon().place_classes | lexicon().small_places:
        words = words[:-1]
    return " ".join(words)


_OPENERS = frozenset({"the", "of", "rural"})


def sites(places: Iterable[Place]) -> tuple[Site, ...]:
    """The places of one report: a town goes if a part of it is named too, a province if a place in it is."""
    found = list(dict.fromkeys(site(place) for place in places))
    inner = [one for one in found if one.level == "site"]
    return tuple(one for one in found if not any(_holds(one, part) for part in inner if part != one))


def _holds(whole: Site, part: Site) -> bool:
    if whole.level == "country":
        return whole.country == part.country
    if whole.level in ("admin1", "admin2"):
        return _compare_levels(whole, part).name == "place_contains"
    return part.within is not None and whole.level == "site" and _one_name(part.within, whole.name)


@lru_cache(maxsize=262144)
def compare_sites(one: Site, other: Site) -> Factor:
    """How far two places speak for one happening."""
    abroad = bool(one.country and other.country and one.country != other.country)
    if _unsure(one, other) and _one_name(one.name, other.name) and not (abroad and _far_in_spelling(one, other)):
        says = f"both name {one.name}, which one of them could not place"
        return Factor("place_near" if abroad else "place_same_name", says)
    if abroad and one.kind == other.kind == "unresolved" and _homonyms(one, other):
        return Factor("place_same_name", f"both name {one.name}, and neither could place it")
    if _homonyms(one, other):
        return Factor("place_homonym", f"both name {one.name}, and one is placed where the other might be")
    if abroad and _guessed(one, other):
        return Factor("place_unknown", "one could not be placed, the other names a country or a region")
    if abroad:
        return Factor("places", f"{one.name} is in {one.country}, {other.name} in {other.country}", bar=True)
    if one.level == other.level and one.key == other.key:
        return Factor(_SAME.get(one.level, "place_country"), f"both in {one.name}")
    if {one.level, other.level} == {"site", "admin2"} and _seat(one, other):
        return Factor("place_near", f"{one.name} is a town and the district around it")
    levels = {one.level, other.level}
    if "region" in levels:
        return Factor("place_unknown", "one names a region only")
    if "country" in levels:
        return Factor("place_country" if one.country else "place_unknown", "one names the country only")
    if "site" not in levels:
        return _compare_areas(one, other)
    if levels != {"site"}:
        return _compare_levels(*((one, other) if other.level == "site" else (other, one)))
    return _compare_settlements(one, other)


def _guessed(one: Site, other: Site) -> bool:
    """Whether the country of one is but a guess, and of the other no more is known than a country or an area."""
    return any(here.kind == "unresolved" and there.level in _WIDE for here, there in ((one, other), (other, one)))


_WIDE = frozenset({"country", "region", "admin1", "admin2"})


def _unsure(one: Site, other: Site) -> bool:
    """Whether just one of two places is on the map: of the other the name is known, its country at most guessed."""
    return {one.level, other.level} <= {"site", "admin2", "region"} and (one.kind == "unresolved") != (
        other.kind == "unresolved"
    )


def _homonyms(one: Site, other: Site) -> bool:
    """Whether one name was placed in two ways, and the gazetteer leaves open that both mean one place.

    Of two places that are on no map the countries are guesses.
    """
    if not {one.level, other.level} <= _NAMED or one.key == other.key or not _one_name(one.name, other.name):
        return False
    abroad = one.country and other.country and one.country != other.country
    if abroad and one.may_be & other.may_be:
        return True  # a border town is on both sides of it, a province is called after its town
    if {one.level, other.level} != {"site"}:
        return False
    if one.kind == other.kind == "unresolved":
        abroad = None not in (one.country, other.country) and one.country != other.country
        return bool(abroad) and not _far_in_spelling(one, other)
    apart = distance_km(one.at, other.at)
    return bool(one.may_be & other.may_be) and apart is not None and apart > SPELLING_KM


def _far_in_spelling(one: Site, other: Site) -> bool:
    """Whether two names have little more than their consonants in common: enough in one country, not across two."""
    return same_name(one.name, other.name).score < ALIKE


_NAMED = frozenset({"site", "admin1", "admin2"})
_SAME = {"site": "place_same", "admin1": "place_same_region", "admin2": "place_same_district"}


def _seat(one: Site, other: Site) -> bool:
    """Whether a town and a district bear one name and may lie in one province: the one is the seat of the other."""
    return _one_name(one.name, other.name) and _one_province(one, other)


def _compare_areas(one: Site, other: Site) -> Factor:
    if one.level != other.level:
        province, district = (one, other) if one.level == "admin1" else (other, one)
        return _compare_levels(province, district)
    if _one_name(one.name, other.name) and _one_province(one, other):
        return Factor("place_same_region", f"both in {one.name}")
    return Factor("places", f"{one.name} and {other.name} are two areas", bar=True)


def _compare_levels(area: Site, part: Site) -> Factor:
    holders = [holder for holder in (part.admin1, part.within) if holder is not None]
    if any(_one_name(area.name, holder) for holder in holders):
        return Factor("place_contains", f"{part.name} lies in {area.name}")
    if area.level == "admin1" and area.admin1 and any(_one_name(area.admin1, holder) for holder in holders):
        return Factor("place_contains", f"{part.name} lies in {area.name}")
    if not holders or (area.level != "admin1" and _one_province(area, part)):
        return Factor("place_unknown", f"it is not known whether {part.name} lies in {area.name}")
    return Factor("places", f"{part.name} does not lie in {area.name}", bar=True)


def _compare_settlements(one: Site, other: Site) -> Factor:
    if one.within and other.within and one.kind in IN_TOWN and other.kind in IN_TOWN:
        return _compare_districts(one, other)
    inside = _inside(one, other) or _inside(other, one)
    if inside is not None:
        return inside
    beside = next((whole for part, whole in ((one, other), (other, one)) if _near_it(part, whole)), None)
    if beside is not None:
        part, town = one if beside is other else other, _FROM.sub("", beside.name)
        return Factor("place_by_town", f"a page says that {part.name} lies near {town}")
    apart = distance_km(one.at, other.at)
    if _one_name(one.name, other.name) and (apart is None or apart <= SPELLING_KM) and _one_province(one, other):
        if one.beside == other.beside:
            return Factor("place_same_name", f"{one.name} and {other.name} are one name")
        if one.beside is None or other.beside is None:
            return Factor("place_near", f"one lies {one.beside or other.beside} of {one.name}")
    aside = one.beside is not None or other.beside is not None  # "north of the town" is on the map where the town is
    if apart is not None and apart <= NEAR_KM and not aside:
        return Factor("place_near", f"{one.name} and {other.name} are {apart:.1f} km apart")
    return Factor("places", f"{one.name} and {other.name} are two places", bar=True)


def _compare_districts(one: Site, other: Site) -> Factor:
    if _one_name(_kindly(one.name), _kindly(other.name)) and _one_name(one.within or "", other.within or ""):
        return Factor("place_same_name", f"both in {one.name}, {one.within}")
    return Factor("places", f"{one.name} and {other.name} are two places of {one.within}", bar=True)


@lru_cache(maxsize=65536)
def _kindly(name: str) -> str:
    """A name with the common word for what it names: "Kissa bazaar" and "Kissa market" are one market."""
    words = [lexicon().thing_of.get(word.casefold(), word) for word in name.split()]
    return " ".join(words)


def _inside(part: Site, whole: Site) -> Factor | None:
    if whole.beside is not None:
        return None  # no quarter of a town lies north of it
    if part.within is not None and _one_name(part.within, whole.name):
        return Factor("place_inside", f"{part.name} lies in {whole.name}")
    if whole.sole and (_one_of(whole.name, part.told_in) or _one_of(part.name, whole.told_parts)):
        return Factor("place_inside", f"a page says that {part.name} lies in {whole.name}")
    town = town_of(part.name)
    if (
        town is not None
        and _one_name(town, whole.name)
        and part.country == whole.country
        and _one_province(part, whole)
    ):
        return Factor("place_inside", f"{part.name} is called after {whole.name}")
    return None


def _near_it(part: Site, whole: Site) -> bool:
    """Whether one page tells it of a village "near X" and the other only of somewhere near X."""
    return whole.by is not None and whole.sole and part.by is None and _one_of(whole.by, part.told_near)


@lru_cache(maxsize=65536)
def town_of(name: str) -> str | None:
    """The town after which a thing that stands in it is called; None for other names.

    >>> town_of("Kramatorsk station"), town_of("Aden airport"), town_of("Kramatorsk")
    ('Kramatorsk', 'Aden', None)
    """
    words = name.split()
    for at in range(1, len(words)):
        behind = " ".join(words[at:]).casefold()
        if behind == "station" or lexicon().thing_of.get(behind) in lexicon().fixed or behind == "railway station":
            return " ".join(words[:at])
    return None


def _one_province(one: Site, other: Site) -> bool:
    """Whether both may lie in one province: of two places that are on no map, each page has but guessed it."""
    guessed = one.kind == other.kind == "unresolved"
    return guessed or one.admin1 is None or other.admin1 is None or _one_name(one.admin1, other.admin1)


@lru_cache(maxsize=65536)
def _one_name(one: str, other: str) -> bool:
    return name_key(one) == name_key(other) and bool(same_name(one, other))


def distance_km(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    """Great-circle distance of two points in degrees; None if one is unknown."""
    if one is None or other is None:
        return None
    lat, lon, lat2, lon2 = (radians(value) for value in (*one, *other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def compare_places(one: tuple[Site, ...], other: tuple[Site, ...]) -> Factor:
    """The best that any two of their places say; a bar only if all exclude one another."""
    if not one or not other:
        return Factor("place_unknown", "one names no place")
    found = [compare_sites(*sorted((here, there), key=_identity)) for here in one for there in other]
    return max(found, key=lambda factor: (not factor.bar, _ORDER.get(factor.name, -1)))


def unlisted(one: tuple[Site, ...], other: tuple[Site, ...]) -> bool:
    """Whether both name one place that is on no map: of such a hamlet little else is told in a week."""
    here, there = ([place.name for place in places if place.kind == "unresolved"] for places in (one, other))
    return any(_one_of(name, there) for name in here)


def named_among(names: Iterable[str], places: Iterable[Site]) -> bool:
    """Whether one of `names` is the name of one of the settlements."""
    listed = list(names)
    return any(place.level == "site" and _one_of(place.name, listed) for place in places)


def _one_of(name: str, names: Iterable[str]) -> bool:
    return any(_one_name(name, other) for other in names)


def _identity(place: Site) -> tuple[str, str, str]:
    return place.key, place.name, place.level


_ORDER = {
    name: rank
    for rank, name in enumerate(
        (
            "place_unknown",
            "place_country",
            "place_contains",
            "place_by_town",
            "place_same_region",
            "place_same_district",
            "place_homonym",
            "place_near",
            "place_inside",
            "place_same_name",
            "place_same",
        )
    )
}
