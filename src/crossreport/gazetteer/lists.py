"""A user's list of places in, `Row`s out. The first line tells its form; what cannot be read is named by its line.

- a GeoNames country file: 19 columns, no head; as `YE.txt`, or inside the `YE.zip` that GeoNames hands out;
- OCHA P-codes as CSV or TSV: one unit a row (`P-Code`, `Admin Level`), or one column a level (`admin2Name_en` …);
- any other table with a head that names places: `name`, `country`, `lat`, `lon` and more (`lists_table`).
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Literal

from msgspec import Struct

from crossreport.gazetteer.english import english
from crossreport.gazetteer.entry import EntryKind, Row
from crossreport.gazetteer.lists_pcodes import is_pcodes, pcode_rows
from crossreport.gazetteer.lists_table import table_rows
from crossreport.gazetteer.refused import ImportRefused, degrees, whole

Form = Literal["GeoNames country file", "OCHA P-codes", "table"]
GEONAMES_COLUMNS = 19
DELIMITERS = "\t,;"
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
_DIVISIONS: dict[str, EntryKind] = {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2", "PPLX": "district"}
_SPREADSHEETS = frozenset({".xlsx", ".xls", ".ods", ".numbers"})
_ARCHIVE = b"PK\x03\x04"


class PlaceList(Struct, frozen=True):
    """What a file holds and which form it is in."""

    form: Form
    rows: tuple[Row, ...]


def read_list(path: Path, source: str, *, country: str | None = None) -> PlaceList:
    """Every place of the file, in its order. `country` stands in where the rows name none.

    Raises:
        ImportRefused: the file is in no form, or one of its rows cannot be read.
    """
    text = _text(path)
    head = text.partition("\n")[0]
    if head.count("\t") == GEONAMES_COLUMNS - 1 and head.partition("\t")[0].strip().isdigit():
        form: Form = "GeoNames country file"
        rows = tuple(_geonames(text, source))
    else:
        delimiter = max(DELIMITERS, key=head.count)
        table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        columns = tuple(column or "" for column in table.fieldnames or ())
        form = "OCHA P-codes" if is_pcodes(columns) else "table"
        read = pcode_rows if form == "OCHA P-codes" else table_rows
        rows = tuple(read(table, columns, source, country))
    if not rows:
        raise ImportRefused(f"no place in it, read as a {form}")
    return PlaceList(form, rows)


def _text(path: Path) -> str:
    if path.suffix.casefold() in _SPREADSHEETS:
        raise ImportRefused("a spreadsheet: save the sheet as CSV (UTF-8) and add that")
    data = path.read_bytes()
    if data.startswith(_ARCHIVE):
        data = _unpacked(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ImportRefused(f"line {line}: not UTF-8; save the file in that encoding") from error
    if not text.strip():
        raise ImportRefused("empty")
    return text


def _unpacked(data: bytes) -> bytes:
    """The one list of places in an archive; GeoNames puts a readme beside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [
            name
            for name in sorted(archive.namelist())
            if name.casefold().endswith((".txt", ".tsv", ".csv")) and "readme" not in name.casefold()
        ]
        if len(names) != 1:
            raise ImportRefused(f"an archive with {len(names)} lists of places; unpack it and add the one you want")
        return archive.read(names[0])


def _geonames(text: str, source: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            raise ImportRefused(f"line {number}: {len(cells)} columns instead of {GEONAMES_COLUMNS}")
        kind = _DIVISIONS.get(cells[7]) or _CLASSES.get(cells[6])
        if kind:
            yield _geonames_row(cells, kind, source, number)


def _geonames_row(cells: list[str], kind: EntryKind, source: str, number: int) -> Row:
    names = chain((cells[1], cells[2]), (name for name in cells[3].split(",") if _is_name(name)))
    return Row(
        geonameid=whole(cells[0], "geonameid", number),
        name=english(cells[1], cells[8]),
        names=tuple(dict.fromkeys(name for name in names if name)),
        country=cells[8] or None,
        admin1=cells[10] if cells[10] not in {"", "00"} else None,
        kind=kind,
        lat=degrees(cells[4], 90.0, number),
        lon=degrees(cells[5], 180.0, number),
        population=whole(cells[14] or "0", "population", number),
        source=source,
    )


def _is_name(name: str) -> bool:
    """Airport codes, links and numbers are no names of a place."""
    coded = len(name) <= 3 and name.isascii() and name.isupper()
    return not coded and "://" not in name and not any(sign.isdigit() for sign in name)
