"""A division's name, or a point, in; the GeoNames code of the first-order division out, or None where neither tells.

A point takes the division of the settlements around it; near a border that can be the neighbour's.
"""

import math
from collections import Counter, defaultdict
from functools import cache

from crossreport.gazetteer.entry import Row
from crossreport.gazetteer.sources import bare_division
from crossreport.names.normalise import fold_name
from crossreport.names.same import same_name

CELL = 0.5  # degrees a side of the cells that settlements are looked up by
FARTHEST_KM = 60.0  # a settlement farther off says nothing of a point's division
VOTERS = 3
_KM_A_DEGREE = 111.2


class Divisions:
    """First-order divisions by name and by point; `units` by `country.code`, `settlements` with points."""

    def __init__(self, units: dict[str, Row], settlements: list[Row]) -> None:
        self._units: dict[str, list[tuple[str, Row]]] = defaultdict(list)
        for code in sorted(units):
            country, _, number = code.partition(".")
            self._units[country].append((number, units[code]))
        self._cells: dict[tuple[str | None, int, int], list[Row]] = defaultdict(list)
        for row in settlements:
            if row.lat is not None and row.lon is not None and row.admin1:
                self._cells[(row.country, *_cell(row.lat, row.lon))].append(row)

    def named(self, country: str, name: str) -> str | None:
        """The code of the division of this name, in any romanisation; a code is taken as it is."""
        units = self._units.get(country, [])
        if any(code == name for code, _ in units):
            return name
        folded = fold_name(bare_division(name))
        for code, row in units:
            if folded in {fold_name(bare_division(other)) for other in (row.name, *row.names)}:
                return code
        likes = [(same_name(bare_division(name), bare_division(row.name)), code) for code, row in units]
        return max(((like.score, code) for like, code in likes if like), default=(0.0, None))[1]

    def around(self, country: str | None, lat: float, lon: float, *, leave_out: int | None = None) -> str | None:
        """The code that most of the nearest settlements of the country lie in; the nearest one settles a tie."""
        near = sorted(
            (apart, row.geonameid or 0, row.admin1 or "")
            for row in self._nearby(country, lat, lon)
            if (apart := _apart(row, lat, lon)) <= FARTHEST_KM and (leave_out is None or row.geonameid != leave_out)
        )[:VOTERS]
        votes = Counter(code for _, _, code in near)
        return max((code for _, _, code in near), key=lambda code: votes[code], default=None)

    def _nearby(self, country: str | None, lat: float, lon: float) -> list[Row]:
        one, two = _cell(lat, lon)
        steps = (-1, 0, 1)
        return [row for up in steps for along in steps for row in self._cells.get((country, one + up, two + along), ())]


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / CELL), math.floor(lon / CELL)


def _apart(row: Row, lat: float, lon: float) -> float:
    """Kilometres on a plane: near enough for the nearest of a few."""
    up = (row.lat or 0.0) - lat
    along = ((row.lon or 0.0) - lon) * math.cos(math.radians(lat))
    return _KM_A_DEGREE * math.hypot(up, along)


@cache
def shipped_divisions() -> Divisions:
    """Those of the shipped gazetteer."""
    from crossreport.gazetteer import build, sources

    return Divisions(build.divisions_by_code(), sources.settlements())
