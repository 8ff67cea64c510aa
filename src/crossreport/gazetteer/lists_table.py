"""A table of places with a head in, `Row`s out; columns go by the names that people give them.

Needed: a name, and a country or the one that stands in for all. A row without a point keeps its name and division. The
division may be a GeoNames code, a name in any romanisation, or nothing: then the settlements around the point tell.
"""

import csv
from collections.abc import Iterator
from typing import get_args

from crossreport.gazetteer.countries import country_code
from crossreport.gazetteer.divisions import shipped_divisions
from crossreport.gazetteer.english import english
from crossreport.gazetteer.entry import EntryKind, Row
from crossreport.gazetteer.refused import ImportRefused, degrees, whole

_COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "place", "place_name", "placename", "village", "town", "locality", "where_coordinates"),
    "country": ("country", "country_code", "countrycode", "iso", "iso2", "iso3", "cc"),
    "lat": ("lat", "latitude", "y", "lat_dd", "latitude_y"),
    "lon": ("lon", "long", "lng", "longitude", "x", "lon_dd", "longitude_x"),
    "admin1": ("admin1", "adm1", "adm_1", "admin1code", "admin1_name", "governorate", "province", "state", "region"),
    "kind": ("kind",),
    "population": ("population", "pop"),
    "alternates": ("alternates", "alternatenames", "alternate_names", "aliases", "other_names", "also"),
    "geonameid": ("geonameid", "geoname_id", "geonames_id"),
    "within": ("within", "town_of"),
}  # fmt: skip


def table_rows(
    table: "csv.DictReader[str]", columns: tuple[str, ...], source: str, country: str | None
) -> Iterator[Row]:
    """The rows of a table.

    Raises:
        ImportRefused: a column is missing, or a cell cannot be read.
    """
    known = _known(columns)
    if "name" not in known:
        raise ImportRefused("line 1: no column name; a list needs name, country, lat and lon")
    if "country" not in known and country is None:
        raise ImportRefused("line 1: no column country; add one, or say --country with its code")
    for number, cells in enumerate(table, start=2):
        row = {name: (cells.get(column) or "").strip() for name, column in known.items()}
        if any(row.values()):
            yield _row(row, source, country, number)


def _known(columns: tuple[str, ...]) -> dict[str, str]:
    """The column of each thing that is asked for, by the first of its names that the head has."""
    given = {column.strip().casefold().replace(" ", "_"): column for column in reversed(columns)}
    return {
        name: given[next(one for one in also if one in given)]
        for name, also in _COLUMNS.items()
        if any(one in given for one in also)
    }


def _row(cells: dict[str, str], source: str, country: str | None, number: int) -> Row:
    if not cells["name"]:
        raise ImportRefused(f"line {number}: no name")
    iso = country_code(cells.get("country", "") or country or "")
    if iso is None:
        raise ImportRefused(f"line {number}: {cells.get('country') or country!r} is no country")
    kind = cells.get("kind") or "settlement"
    if kind not in get_args(EntryKind):
        raise ImportRefused(f"line {number}: kind {kind!r} is none of {', '.join(get_args(EntryKind))}")
    lat, lon = _point(cells, number)
    others = tuple(part.strip() for part in cells.get("alternates", "").split(";") if part.strip())
    return Row(
        geonameid=whole(cells["geonameid"], "geonameid", number) if cells.get("geonameid") else None,
        name=english(cells["name"], iso),
        names=(cells["name"], *others),
        country=iso,
        admin1=_division(iso, cells.get("admin1", ""), lat, lon),
        kind=kind,  # type: ignore[arg-type]
        lat=lat,
        lon=lon,
        population=whole(cells.get("population") or "0", "population", number),
        source=source,
        within=cells.get("within") or None,
    )


def _point(cells: dict[str, str], number: int) -> tuple[float | None, float | None]:
    lat, lon = cells.get("lat", ""), cells.get("lon", "")
    if not lat and not lon:
        return None, None
    return degrees(lat, 90.0, number), degrees(lon, 180.0, number)


def _division(iso: str, said: str, lat: float | None, lon: float | None) -> str | None:
    named = shipped_divisions().named(iso, said) if said else None
    if named is None and lat is not None and lon is not None:
        return shipped_divisions().around(iso, lat, lon)
    return named
