"""The gazetteer's tables, and rows into them; who reads them is `store`."""

import re
import sqlite3
from collections.abc import Iterable

from crossreport.gazetteer.entry import Row
from crossreport.names.key import name_key
from crossreport.names.normalise import fold_name
from crossreport.names.same import spoken

SCHEMA_VERSION = 2
TABLES = """
CREATE TABLE place(id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, country TEXT, admin1 TEXT,
                   region TEXT, kind TEXT NOT NULL, lat REAL, lon REAL, population INTEGER NOT NULL,
                   source TEXT NOT NULL, within TEXT);
CREATE TABLE alias(name TEXT, place INTEGER, main INTEGER, PRIMARY KEY(name, place)) WITHOUT ROWID;
CREATE TABLE sound(key TEXT, place INTEGER, spelling TEXT, PRIMARY KEY(key, place, spelling)) WITHOUT ROWID;
"""
INDICES = """
CREATE INDEX place_geonameid ON place(geonameid);
CREATE INDEX place_division ON place(country, admin1, kind);
"""
# Scripts whose names get a sound key: Latin, Cyrillic, Hebrew, Arabic, Ethiopic.
_HEARD = re.compile("^[\x00-\u024f\u1e00-\u1eff\u0300-\u036f\u0400-\u04ff\u0590-\u06ff\u1200-\u137f‘’ʿʾʼʻʹ]+$")
MOST_SPELLINGS = 3  # of one key: what vowels disagree about, without every language's form of a large town
_VOWELS = re.compile("[aeiou]", re.IGNORECASE)
_CODED = re.compile(r"\d")  # a P-code among the names


def create(connection: sqlite3.Connection) -> None:
    """Empty tables in a new file."""
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;" + TABLES)


def insert(connection: sqlite3.Connection, rows: Iterable[Row], regions: dict[str, str], *, first: int = 1) -> int:
    """Write `rows` with ids from `first` on; `regions` names the admin1 units by code. Returns the next id."""
    number = first
    for number, row in enumerate(rows, start=first):
        connection.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", _values(number, row, regions))
        connection.executemany("INSERT OR IGNORE INTO alias VALUES(?,?,?)", _aliases(number, row))
        connection.executemany("INSERT OR IGNORE INTO sound VALUES(?,?,?)", _sounds(number, row))
    return number + 1


def _values(number: int, row: Row, regions: dict[str, str]) -> tuple[object, ...]:
    region = regions.get(f"{row.country}.{row.admin1}") if row.admin1 else None
    return (
        number, row.geonameid, row.name, row.country, row.admin1, region, row.kind, row.lat, row.lon,
        row.population, row.source, row.within,
    )  # fmt: skip


def _aliases(number: int, row: Row) -> list[tuple[str, int, int]]:
    main = {fold_name(row.name), *(fold_name(name) for name in row.names[:1])}
    others = {fold_name(name) for name in row.names} - main
    return [(name, number, 1) for name in sorted(main) if name] + [(name, number, 0) for name in sorted(others) if name]


def _sounds(number: int, row: Row) -> list[tuple[str, int, str]]:
    """Up to `MOST_SPELLINGS` spellings a key, so that the look-up can compare vowels: the name itself first."""
    by_key: dict[str, list[str]] = {}
    for name in dict.fromkeys((row.name, *row.names)):
        key = name_key(name) if _HEARD.match(name) and not _CODED.search(name) else ""
        if key:
            by_key.setdefault(key, []).append(name)
    return [(key, number, spelling) for key in sorted(by_key) for spelling in _spellings(by_key[key], row.name)]


def _spellings(names: list[str], main: str) -> list[str]:
    """The spellings of one key that a look-up compares with: no two that sound alike."""
    if len(names) == 1:
        return names
    kept: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (name != main, *_rank(name))):
        kept.setdefault(spoken(name), name)
        if len(kept) == MOST_SPELLINGS:
            break
    return sorted(kept.values())


def _rank(name: str) -> tuple[bool, bool, int, str]:
    """Latin letters first, letter-by-letter transliterations without vowels ("hlhwl") last, then the shortest."""
    vowels = len(_VOWELS.findall(name))
    return (not name.isascii(), 4 * vowels < len(name), len(name), name)
