"""OCHA's tables of P-codes in, `Row`s out. A P-code is kept as a further name, so that it finds its unit.

First-order units are matched to GeoNames' own and take their code, point and id; lower ones lie in the first-order
unit that their parents say, and take the point of GeoNames' unit of the name where the table gives none. A unit that
cannot be matched stays, with its name and country; nothing is guessed.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from crossreport.gazetteer.countries import country_code
from crossreport.gazetteer.divisions import shipped_divisions
from crossreport.gazetteer.english import english
from crossreport.gazetteer.entry import EntryKind, Row
from crossreport.gazetteer.refused import ImportRefused, degrees, whole
from crossreport.names.normalise import fold_name

COMMUNITIES = 4  # the level at which OCHA's tables list single places where they have a point
_LONG = {"level": "admin level", "code": "p-code", "name": "name", "parent": "parent p-code", "country": "location"}
_NAME = re.compile(r"^adm(?:in)?_?(\d)_?(?:name_?)?(?:_?([a-z]{2}|ref|alt\d?(?:name)?_?[a-z]{0,2}))?$")
_CODE = re.compile(r"^adm(?:in)?_?(\d)_?p_?code$")
_LAT = ("latitude_y", "latitude", "lat", "y_coord", "center_lat")
_LON = ("longitude_x", "longitude", "lon", "x_coord", "center_lon")
_DIGITS = re.compile(r"\d")


class _Unit(Struct, frozen=True):
    """A unit as a table gives it: `level` 0 is the country, `parent` a P-code."""

    code: str
    level: int
    names: tuple[str, ...]
    parent: str
    country: str
    lat: float | None
    lon: float | None
    line: int


def is_pcodes(columns: tuple[str, ...]) -> bool:
    """Whether a table's head is one of P-codes."""
    lower = [column.strip().casefold() for column in columns]
    return _LONG["code"] in lower or any(_CODE.match(column) for column in lower)


def pcode_rows(
    table: "csv.DictReader[str]", columns: tuple[str, ...], source: str, country: str | None
) -> Iterator[Row]:
    """The units of a table, parents before their parts.

    Raises:
        ImportRefused: a column is missing, or a cell cannot be read.
    """
    lower = {column.strip().casefold(): column for column in columns}
    long = _LONG["code"] in lower
    units = _long(table, lower, country) if long else _wide(table, columns, country)
    first: dict[str, str | None] = {}  # P-code to the GeoNames code of its first-order unit
    for unit in units:
        row = _row(unit, first, source)
        if unit.code:
            first[unit.code] = row.admin1
        yield row


def _long(table: "csv.DictReader[str]", lower: dict[str, str], country: str | None) -> list[_Unit]:
    missing = [name for name in _LONG.values() if name not in lower and name != "location"]
    if missing:
        raise ImportRefused(f"line 1: no column {', '.join(missing)}; a table of P-codes has them")
    found = []
    for number, cells in enumerate(table, start=2):
        cell = {name: (cells.get(lower.get(column, "")) or "").strip() for name, column in _LONG.items()}
        if not any(cell.values()) or cell["code"].startswith("#"):
            continue  # a line of HXL tags
        level = whole(cell["level"], "admin level", number)
        iso = _iso(cell["country"] or country or "", cell["code"], number)
        found.append(
            _Unit(cell["code"], level, (_named(cell["name"], number),), cell["parent"], iso, None, None, number)
        )
    return sorted(found, key=lambda unit: (unit.level, unit.line))


def _wide(table: "csv.DictReader[str]", columns: tuple[str, ...], country: str | None) -> list[_Unit]:
    """Each row holds a unit and all that it lies in; every unit is taken once, its point from the row that it ends."""
    names, codes = _levels(columns)
    deepest = max(codes)
    points = [next((column for column in columns if column.strip().casefold() in also), None) for also in (_LAT, _LON)]
    found: dict[str, _Unit] = {}
    for number, cells in enumerate(table, start=2):
        if not any(cells.values()) or any((cell or "").startswith("#adm") for cell in cells.values()):
            continue
        for level in sorted(codes):
            unit = _unit(cells, level, names, codes, country, number)
            if level == deepest and points[0] and points[1] and cells[points[0]] and cells[points[1]]:
                lat, lon = degrees(cells[points[0]], 90.0, number), degrees(cells[points[1]], 180.0, number)
                unit = _Unit(unit.code, level, unit.names, unit.parent, unit.country, lat, lon, number)
            if unit.code and level > 0:
                found.setdefault(unit.code, unit)
    return sorted(found.values(), key=lambda unit: (unit.level, unit.line))


def _levels(columns: tuple[str, ...]) -> tuple[dict[int, list[str]], dict[int, str]]:
    names: dict[int, list[str]] = {}
    codes: dict[int, str] = {}
    for column in columns:
        low = column.strip().casefold()
        if code := _CODE.match(low):
            codes[int(code[1])] = column
        elif name := _NAME.match(low):
            names.setdefault(int(name[1]), []).append(column)
    lacking = [level for level in sorted(codes) if level and level not in names]
    if lacking:
        raise ImportRefused(f"line 1: P-codes of level {lacking[0]}, but no column admin{lacking[0]}Name_en")
    for level in names:  # English first, then the other languages in the table's order
        names[level].sort(key=lambda column: not column.casefold().endswith("en"))
    return names, codes


def _unit(
    cells: dict[str, str],
    level: int,
    names: dict[int, list[str]],
    codes: dict[int, str],
    country: str | None,
    line: int,
) -> _Unit:
    code = (cells[codes[level]] or "").strip()
    if level == 0 or not code:
        return _Unit("", level, (), "", "", None, None, line)
    said = tuple(dict.fromkeys(name for column in names[level] if (name := (cells[column] or "").strip())))
    if not said:
        raise ImportRefused(f"line {line}: {code} has no name")
    parent = (cells[codes[level - 1]] or "").strip() if level - 1 in codes else ""
    holder = (cells[codes[0]] or "").strip() if 0 in codes else ""
    return _Unit(code, level, said, parent, _iso(holder or country or "", code, line), None, None, line)


def _iso(said: str, code: str, line: int) -> str:
    """The country that the row says, else the letters that its P-code opens with."""
    iso = country_code(said) or country_code(_DIGITS.split(code)[0][:2])
    if iso is None:
        raise ImportRefused(f"line {line}: {said or code!r} is no country; say --country with its code")
    return iso


def _named(name: str, line: int) -> str:
    if not name:
        raise ImportRefused(f"line {line}: no name")
    return name


def _row(unit: _Unit, first: dict[str, str | None], source: str) -> Row:
    kind: EntryKind = "admin1" if unit.level <= 1 else "admin2"
    if unit.level >= COMMUNITIES and unit.lat is not None:
        kind = "settlement"
    admin1 = _first_order(unit, first)
    twin = _twin(unit, kind, admin1)
    return Row(
        geonameid=twin.geonameid if twin else None,
        name=twin.name if twin else english(unit.names[0], unit.country),
        names=(*unit.names, unit.code),
        country=unit.country,
        admin1=admin1,
        kind=kind,
        lat=unit.lat if unit.lat is not None else (twin.lat if twin else None),
        lon=unit.lon if unit.lon is not None else (twin.lon if twin else None),
        population=twin.population if twin else 0,
        source=source,
    )


def _first_order(unit: _Unit, first: dict[str, str | None]) -> str | None:
    if unit.level <= 1:
        found = (shipped_divisions().named(unit.country, name) for name in unit.names)
        return next((code for code in found if code), None)
    known = first.get(unit.parent)
    if known is None and unit.lat is not None and unit.lon is not None:
        return shipped_divisions().around(unit.country, unit.lat, unit.lon)
    return known


def _twin(unit: _Unit, kind: EntryKind, admin1: str | None) -> Row | None:
    """GeoNames' own unit: the matched one of the first order, of the second the one of this very name there."""
    if admin1 is None or kind == "settlement":
        return None
    units = _shipped_units().get((unit.country, admin1, kind), ())
    if kind == "admin1":
        return next(iter(units), None)
    folded = {fold_name(name) for name in unit.names}
    return next((row for row in units if folded & {fold_name(name) for name in (row.name, *row.names)}), None)


@cache
def _shipped_units() -> dict[tuple[str | None, str | None, EntryKind], tuple[Row, ...]]:
    from crossreport.gazetteer import build

    found: dict[tuple[str | None, str | None, EntryKind], tuple[Row, ...]] = {}
    for row in build.placed_divisions():
        key = (row.country, row.admin1, row.kind)
        found[key] = (*found.get(key, ()), row)
    return found
