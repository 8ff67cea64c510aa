"""Names in, places out: exact and by sound, with a country filter; the built file and the user's own side by side.

The store finds; it does not choose between places of one name.
"""

import os
import re
import sqlite3
import threading
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from crossreport.gazetteer import build
from crossreport.gazetteer.entry import Entry, Hit
from crossreport.gazetteer.sound import alike
from crossreport.gazetteer.sources import fixed_spelling
from crossreport.gazetteer.where import user_folder
from crossreport.names.key import key_variants, words
from crossreport.names.normalise import fold_name
from crossreport.names.same import same_name

USER_FILE = "places-user.sqlite"
USER_IDS_FROM = 1_000_000_000  # row numbers of the user's file start here
MAIN, OTHER = 1.0, 0.95  # likeness of the name on file and of another name on file
UNARTICLED = 0.93  # likeness of a name on file with an article that the text leaves out, or the other way round
HEARD_AT_MOST = 0.9  # likeness that the best other romanisation reaches
LARGE_TOWN = 100_000  # a name that such a town bears needs no other romanisation
LOOKED_AT = 400  # places of one sound that are compared, the largest first
_COLUMNS = (
    "p.id, p.geonameid, p.name, p.country, p.admin1, p.region, p.kind, p.lat, p.lon, p.population, p.source, p.within"
)


class Gazetteer:
    """Read-only look-ups over one or two files; safe to share between threads and to carry over a fork."""

    def __init__(self, path: Path, user: Path | None = None) -> None:
        self._paths = tuple(str(file) for file in (path, user) if file is not None)
        self._local = threading.local()
        self.exact = lru_cache(maxsize=20000)(self._exact)
        self.sounding = lru_cache(maxsize=20000)(self._sounding)

    @property
    def version(self) -> str:
        """Names the files that answers come from."""
        return "+".join(Path(path).stem for path in self._paths)

    def _connections(self) -> list[sqlite3.Connection]:
        held = getattr(self._local, "held", None)
        if held is None or held[0] != os.getpid():
            opened = [sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True) for path in self._paths]
            held = self._local.held = (os.getpid(), opened)
        return list(held[1])

    def close(self) -> None:
        """Close this thread's connections; the next look-up opens them again."""
        held = getattr(self._local, "held", None)
        if held is not None:
            for connection in held[1]:
                connection.close()
            self._local.held = None

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = []
        for connection in self._connections():
            found += connection.execute(query, values).fetchall()
        return found

    def _exact(self, name: str) -> tuple[Hit, ...]:
        """Places on file under exactly this name (folded), largest first."""
        folded = fold_name(name)
        if not folded:
            return ()
        rows = self._rows(
            f"SELECT a.main, {_COLUMNS} FROM alias a JOIN place p ON p.id = a.place WHERE a.name = ?", (folded,)
        )
        hits = [Hit(Entry(*row[1:]), MAIN if row[0] else OTHER, "name" if row[0] else "other name") for row in rows]  # type: ignore[arg-type]
        return tuple(sorted(_each_once(hits), key=_order))

    def largest(self, name: str) -> int | None:
        """People in the largest place of exactly this name (folded); None if there is none of the name."""
        query = "SELECT MAX(p.population) FROM alias a JOIN place p ON p.id = a.place WHERE a.name = ?"
        found = [row[0] for row in self._rows(query, (fold_name(name),)) if row[0] is not None]
        return max(int(str(people)) for people in found) if found else None

    def _sounding(self, name: str, countries: tuple[str, ...] = ()) -> tuple[Hit, ...]:
        """Places that bear the name in another romanisation, in `countries` if given, likest first."""
        best: dict[int, Hit] = {}
        for key in key_variants(name):
            where = ""
            values: tuple[str, ...] = (key,)
            if countries:
                where = f" AND p.country IN ({','.join('?' * len(countries))})"
                values += countries
            rows = self._rows(
                f"SELECT s.spelling, {_COLUMNS} FROM sound s JOIN place p ON p.id = s.place"
                f" WHERE s.key = ?{where} ORDER BY p.population DESC, p.id LIMIT {LOOKED_AT}",
                values,
            )
            for row in rows:
                hit = _heard(name, str(row[0]), Entry(*row[1:]))  # type: ignore[arg-type]
                if hit and (hit.entry.id not in best or hit.unlike < best[hit.entry.id].unlike):
                    best[hit.entry.id] = hit
        return tuple(sorted(_each_once(best.values()), key=_order))

    def find(self, name: str, countries: tuple[str, ...] = ()) -> tuple[Hit, ...]:
        """Places of the name anywhere; other romanisations only in `countries`, and only if the letters lead nowhere.

        They lead somewhere if a place of this very name lies in `countries`, or is a country or a large town.
        """
        exact = self.exact(name)
        romanised = tuple(iso for iso in countries if iso not in fixed_spelling())
        if not romanised or any(_settles(hit.entry, countries) for hit in exact):
            return exact
        known = {hit.entry.id for hit in exact}
        return exact + tuple(hit for hit in self.sounding(name, romanised) if hit.entry.id not in known)

    def identified(self, geonameid: int) -> tuple[Entry, ...]:
        """The place of that GeoNames id; none if neither file holds it."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.geonameid = ?", (geonameid,))
        return tuple(Entry(*row) for row in rows[:1])  # type: ignore[arg-type]

    def country(self, iso: str) -> Entry | None:
        """The country of an ISO code."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.country = ? AND p.kind = 'country'", (iso,))
        return Entry(*rows[0]) if rows else None  # type: ignore[arg-type]

    def division(self, country: str, admin1: str) -> Entry | None:
        """The first-order division of a GeoNames code."""
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM place p WHERE p.country = ? AND p.admin1 = ? AND p.kind = 'admin1'",
            (country, admin1),
        )
        return Entry(*rows[0]) if rows else None  # type: ignore[arg-type]

    def towns(self, country: str, admin1: str) -> tuple[Entry, ...]:
        """The settlements of a first-order division, given by its GeoNames code, largest first."""
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM place p WHERE p.country = ? AND p.admin1 = ? AND p.kind = 'settlement'",
            (country, admin1),
        )
        return tuple(sorted((Entry(*row) for row in rows), key=lambda one: (-one.population, one.id)))  # type: ignore[arg-type]

    def settlements(self, country: str, division: str) -> list[tuple[float, float]]:
        """Longitude and latitude of all settlements of a first-order division, given by its name."""
        query = (
            "SELECT lon, lat FROM place WHERE country = ? AND region = ? AND kind = 'settlement' AND lat IS NOT NULL"
        )
        return [(float(str(lon)), float(str(lat))) for lon, lat in self._rows(query, (country, division))]

    def division_point(self, country: str, division: str) -> tuple[float, float] | None:
        """Longitude and latitude of the point that stands for a first-order division, given by its name."""
        query = "SELECT lon, lat FROM place WHERE country = ? AND region = ? AND kind = 'admin1' AND lat IS NOT NULL"
        return next(((float(str(lon)), float(str(lat))) for lon, lat in self._rows(query, (country, division))), None)


def _settles(entry: Entry, countries: tuple[str, ...]) -> bool:
    large = entry.kind == "settlement" and entry.population >= LARGE_TOWN
    borderless = entry.kind == "region" and entry.country is None
    return large or borderless or entry.kind == "country" or entry.country in countries


def _order(hit: Hit) -> tuple[float, int, int]:
    return (-hit.likeness, -hit.entry.population, hit.entry.id)


def _each_once(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for a place of GeoNames that both files hold: the likest, of equals the shipped one."""
    kept: dict[tuple[str, int], Hit] = {}
    for hit in sorted(hits, key=lambda hit: (-hit.likeness, hit.entry.id)):
        number = hit.entry.geonameid
        kept.setdefault(("row", hit.entry.id) if number is None else ("geonames", number), hit)
    return list(kept.values())


def _heard(name: str, spelling: str, entry: Entry) -> Hit | None:
    verdict = same_name(name, spelling)
    if not verdict or not alike(name, spelling):
        return None
    if _unarticled(name) == _unarticled(spelling):
        return Hit(entry, UNARTICLED, f"on file as {spelling!r}: the same but for the article")
    how = f"romanised {spelling!r}: {verdict.reason}"
    return Hit(entry, round(min(HEARD_AT_MOST, verdict.score), 4), how, round(1.0 - verdict.score, 4))


def _unarticled(name: str) -> str:
    """The letters without the Arabic article and the silent h at the end: papers write "Bab", lists "al-Bab"."""
    return _FINAL_H.sub("", "".join(words(name)))


_FINAL_H = re.compile(r"(?<=[aeiou])h$")


def gazetteer() -> Gazetteer:
    """The shipped gazetteer with the user's own places, opened once a process."""
    user = user_folder() / USER_FILE
    return _opened(build.built(), user if user.exists() else None)


def shipped_gazetteer() -> Gazetteer:
    """The shipped gazetteer alone, for what must not depend on a user's own lists."""
    return _opened(build.built(), None)


@cache
def _opened(path: Path, user: Path | None) -> Gazetteer:
    return Gazetteer(path, user)
