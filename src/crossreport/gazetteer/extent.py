"""A province's name in, the shape that its towns span out: an area to draw where only the province is known.

The gazetteer has points, no borders. The shape is the convex hull of all settlements that it knows in the first-level
division, with 25 km round each; the division itself may reach farther where nobody lives. Where fewer than three
settlements are known, it is a ring of 90 km round the division's own point.
"""

from functools import cache
from math import cos, pi, radians, sin

from crossreport.gazetteer.build import content_version
from crossreport.gazetteer.store import shipped_gazetteer
from crossreport.gazetteer.where import cache_folder
from crossreport.model import Place

Point = tuple[float, float]  # longitude, latitude, in degrees
ROUND_KM = 25.0  # round each settlement: UCDP's limit of what is "near" a place
DIVISION_KM = 90.0  # the radius of a median first-level division (GeoNames)
FEWEST = 3
DIVISION, COUNTRY = 4, 6  # of UCDP's where_prec
WHOLE = "the whole country"
_KM_A_DEGREE = 111.2
_CORNERS = 16  # of the ring round a settlement


@cache
def division_shape(country: str, division: str) -> tuple[Point, ...]:
    """The corners of the shape, one way round; empty if the gazetteer does not know the division.

    Empty, too, where the gazetteer was never built on this machine: drawing does not wait a minute for that.
    """
    if not (cache_folder() / f"places-{content_version()}.sqlite").exists():
        return ()
    towns = shipped_gazetteer().settlements(country, division)
    across = max((lon for lon, _ in towns), default=0.0) - min((lon for lon, _ in towns), default=0.0) > 180
    if len(towns) < FEWEST or across:  # a hull across the 180th meridian would go round the whole Earth
        point = shipped_gazetteer().division_point(country, division)
        return tuple(_ring(point, DIVISION_KM)) if point else ()
    return hull([corner for town in towns for corner in _ring(town, ROUND_KM)])


def area_of(place: Place) -> str:
    """The area that is all that is known of where a place lies: a division's name, or WHOLE for its country.

    Empty where the place's own point says more, or where not even the country is known.
    """
    if place.kind == "country" or place.precision.ucdp == COUNTRY:
        return WHOLE if place.country else ""
    if place.lat is not None and place.kind != "admin1" and place.precision.ucdp != DIVISION:
        return ""
    name = place.admin1 or (place.name if place.kind == "admin1" else "")
    if name and place.country and division_shape(place.country, name):
        return name
    return WHOLE if place.country and place.lat is None else ""


def _ring(town: Point, km: float) -> list[Point]:
    tall = km / _KM_A_DEGREE
    wide = tall / max(cos(radians(town[1])), 0.1)
    turns = [2 * pi * step / _CORNERS for step in range(_CORNERS)]
    return [(town[0] + wide * cos(turn), town[1] + tall * sin(turn)) for turn in turns]


def hull(points: list[Point]) -> tuple[Point, ...]:
    """The convex hull (Andrew's monotone chain), counter-clockwise.

    >>> hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    ((0, 0), (2, 0), (2, 2), (0, 2))
    """
    ordered = sorted(set(points))
    return (*_half(ordered)[:-1], *_half(ordered[::-1])[:-1])


def _half(ordered: list[Point]) -> list[Point]:
    found: list[Point] = []
    for point in ordered:
        while len(found) > 1 and _turn(found[-2], found[-1], point) <= 0:
            found.pop()
        found.append(point)
    return found


def _turn(one: Point, other: Point, third: Point) -> float:
    return (other[0] - one[0]) * (third[1] - one[1]) - (other[1] - one[1]) * (third[0] - one[0])
