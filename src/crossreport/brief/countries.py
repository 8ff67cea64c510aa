"""Country names and outlines: `data/outlines.json` (Natural Earth, public domain) as typed values."""

from functools import cache
from importlib.resources import files
from itertools import pairwise

import msgspec
from msgspec import Struct

from crossreport.words.actors import countries as states

Point = tuple[float, float]  # longitude, latitude, in degrees


class Country(Struct, frozen=True):
    """ISO 3166-1 alpha-2 code (None where there is none), English short name, rings of arc numbers (~n: backwards)."""

    code: str | None
    name: str
    rings: tuple[tuple[int, ...], ...]


class Outlines(Struct, frozen=True):
    """`arcs` hold a first point and then steps, flat, in 1/`units` degree."""

    source: str
    units: int
    countries: tuple[Country, ...]
    arcs: tuple[tuple[int, ...], ...]

    def arc(self, index: int) -> list[Point]:
        """One arc in degrees; a negative index is the arc `~index` walked backwards."""
        flat = self.arcs[index if index >= 0 else ~index]
        x = y = 0
        points: list[Point] = []
        for step_x, step_y in zip(flat[::2], flat[1::2], strict=True):
            x, y = x + step_x, y + step_y
            points.append((x / self.units, y / self.units))
        return points if index >= 0 else points[::-1]

    def ring(self, arcs: tuple[int, ...]) -> list[Point]:
        """A closed ring in degrees."""
        return [point for index in arcs for point in self.arc(index)]

    def rings(self, country: Country) -> list[list[Point]]:
        """All rings of a country as they can be drawn: none runs across the whole map where longitudes start anew."""
        return [whole for arcs in country.rings for whole in _across(self.ring(arcs))]


def _across(ring: list[Point]) -> list[list[Point]]:
    """A ring that crosses the 180th meridian goes on beyond it, once at each edge of the map; one round a pole is
    closed along it.

    >>> _across([(179, 1), (-179, 1), (-179, 2), (179, 1)])
    [[(179, 1), (181, 1), (181, 2), (179, 1)], [(-181, 1), (-179, 1), (-179, 2), (-181, 1)]]
    """
    turned, shift = ring[:1], 0
    for before, here in pairwise(ring):
        step = here[0] - before[0]
        shift += 0 if abs(step) <= 180 else -360 if step > 0 else 360
        turned.append((here[0] + shift, here[1]))
    if shift:
        pole = 90.0 if ring[0][1] > 0 else -90.0
        return [[*turned, (turned[-1][0], pole), (turned[0][0], pole)]]
    if turned == ring:
        return [ring]
    other = -360 if max(turned)[0] > 180 else 360
    return [turned, [(x + other, y) for x, y in turned]]


@cache
def outlines() -> Outlines:
    """The shipped outlines, read once."""
    source = files("crossreport.brief").joinpath("data", "outlines.json")
    return msgspec.json.decode(source.read_bytes(), type=Outlines)


@cache
def _names() -> dict[str, str]:
    return {country.code: country.name for country in outlines().countries if country.code}


def country_name(code: str | None) -> str:
    """The English short name of an ISO code, else the name that the lists of states give; the code itself if it is
    unknown; empty for None.
    """
    named = states().get(code) if code else None
    return _names().get(code, named.name if named is not None else code) if code else ""
