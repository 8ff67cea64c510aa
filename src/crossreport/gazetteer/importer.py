"""A user's list of places in, rows in the user's own gazetteer file out; every row keeps the list's source.

Two forms are read: a GeoNames country file (19 columns, no head), and a TSV or CSV with a head that names at least
`name`, `country`, `lat` and `lon` (also `admin1`, `kind`, `population`, `alternates` split by `;`, `geonameid`).
"""

import csv
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

from crossreport.gazetteer import build, schema
from crossreport.gazetteer.english import english
from crossreport.gazetteer.entry import EntryKind, Row
from crossreport.gazetteer.store import USER_FILE, USER_IDS_FROM, _opened
from crossreport.gazetteer.where import user_folder

GEONAMES_COLUMNS = 19
# GeoNames feature classes that news names: populated places, divisions, facilities, hills, water, areas, roads.
_CLASSES: dict[str, EntryKind] = {
    "P": "settlement",
    "S": "facility",
    "T": "natural",
    "H": "natural",
    "L": "region",
    "R": "facility",
    "V": "natural",
}
_DIVISIONS: dict[str, EntryKind] = {"ADM1": "admin1", "ADM2": "admin2"}


class ImportRefused(ValueError):
    """A list of places that cannot be read; the message names line and column."""


def add_places(path: Path, *, source: str | None = None) -> int:
    """Add every place of the file; returns how many. Adding a file twice replaces its rows.

    Raises:
        ImportRefused: the file is in neither form, or a row lacks a name or a point.
    """
    label = source or path.name
    rows = list(read_places(path, label))
    target = user_folder() / USER_FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.part")
    try:
        _write(target, draft, rows, label)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    _opened.cache_clear()
    return len(rows)


def _write(target: Path, draft: Path, rows: list[Row], label: str) -> None:
    if target.exists():
        shutil.copyfile(target, draft)
    with closing(sqlite3.connect(draft)) as connection:
        if not target.exists():
            schema.create(connection)
            connection.executescript(schema.INDICES)
        for table in ("alias", "sound"):
            connection.execute(f"DELETE FROM {table} WHERE place IN (SELECT id FROM place WHERE source = ?)", (label,))
        connection.execute("DELETE FROM place WHERE source = ?", (label,))
        last = connection.execute("SELECT max(id) FROM place").fetchone()[0]
        regions = {code: name for code, (name, _) in build._regions().items()}
        schema.insert(connection, rows, regions, first=(last or USER_IDS_FROM) + 1)
        connection.commit()


def read_places(path: Path, source: str) -> Iterator[Row]:
    """The rows of a list, in its order."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        head = stream.readline()
        stream.seek(0)
        if head.count("\t") == GEONAMES_COLUMNS - 1:
            yield from _geonames(stream, source)
        else:
            yield from _table(stream, "\t" if "\t" in head else ",", source)


def _geonames(lines: Iterator[str], source: str) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            raise ImportRefused(f"line {number}: {len(cells)} columns instead of {GEONAMES_COLUMNS}")
        kind = _DIVISIONS.get(cells[7]) or _CLASSES.get(cells[6])
        if kind:
            yield _geonames_row(cells, kind, source, number)


def _geonames_row(cells: list[str], kind: EntryKind, source: str, number: int) -> Row:
    names = tuple(dict.fromkeys(name for name in (cells[1], cells[2], *cells[3].split(",")) if name))
    return Row(
        geonameid=int(cells[0]),
        name=english(cells[1], cells[8]),
        names=names,
        country=cells[8] or None,
        admin1=cells[10] or None,
        kind=kind,
        lat=_degrees(cells[4], number),
        lon=_degrees(cells[5], number),
        population=int(cells[14] or 0),
        source=source,
    )


def _table(lines: Iterator[str], delimiter: str, source: str) -> Iterator[Row]:
    reader = csv.DictReader(lines, delimiter=delimiter)
    columns = {(column or "").strip().casefold(): column for column in reader.fieldnames or ()}
    missing = [column for column in ("name", "country", "lat", "lon") if column not in columns]
    if missing:
        raise ImportRefused(f"line 1: no column {', '.join(missing)}; a list needs name, country, lat and lon")
    for number, cells in enumerate(reader, start=2):
        yield _table_row({name: (cells[column] or "").strip() for name, column in columns.items()}, source, number)


def _table_row(cells: dict[str, str], source: str, number: int) -> Row:
    if not cells["name"]:
        raise ImportRefused(f"line {number}: no name")
    kind = cells.get("kind") or "settlement"
    if kind not in get_args(EntryKind):
        raise ImportRefused(f"line {number}: kind {kind!r} is none of {', '.join(get_args(EntryKind))}")
    others = tuple(part.strip() for part in cells.get("alternates", "").split(";") if part.strip())
    return Row(
        geonameid=int(cells["geonameid"]) if cells.get("geonameid") else None,
        name=english(cells["name"], cells["country"]),
        names=(cells["name"], *others),
        country=cells["country"].upper() or None,
        admin1=cells.get("admin1") or None,
        kind=kind,  # type: ignore[arg-type]
        lat=_degrees(cells["lat"], number),
        lon=_degrees(cells["lon"], number),
        population=int(cells.get("population") or 0),
        source=source,
    )


def _degrees(cell: str, number: int) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise ImportRefused(f"line {number}: {cell!r} is no number of degrees") from error
    if not -180.0 <= value <= 180.0:
        raise ImportRefused(f"line {number}: {cell} degrees")
    return value
