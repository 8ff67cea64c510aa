"""The map: events by place in, areas and outlines out; how exact a place is known is drawn as how large its area is.

Nothing is a point: a town is a disc of its own extent, "near" one the 25 km that UCDP allows, a district or province a
dashed ring over what it may cover, a country its whole outline. Events without a known place are counted, not drawn.
"""

from collections.abc import Iterable, Sequence
from math import cos, radians
from typing import Any

from msgspec import Struct

from crossreport.brief.atlas import BARS
from crossreport.brief.countries import Point, outlines
from crossreport.brief.labels import Box, Label, place_labels
from crossreport.brief.projection import HEIGHT, KM_PER_DEGREE, WIDTH, Frame, centre, clipped, frame_of

# Radius in km by UCDP's where_prec: 2 is the codebook's own limit; 1, 3, 4 and 5 the extent of a town, a median
# second- and first-level division (GeoNames), and a line or fuzzy region.
REACH = {1: 3.0, 2: 25.0, 3: 40.0, 4: 90.0, 5: 120.0, 7: 120.0}
SHARP = 2  # up to this precision the place itself is known, or what it is near to
COUNTRY = 6
MOST = 300  # areas on one map
NAMED = 40  # areas that carry a name, if there is room
LEAST = 3.0  # pixels of a radius: smaller ones could not be pointed at
NEAREST, FARTHEST = 20, 4000  # kilometres from the middle of a map to its upper edge


class Area(Struct, frozen=True):
    """Where events may have happened: `grade` is that of most of them."""

    x: float
    y: float
    radius: float
    kilometres: float
    name: str
    country: str
    kind: str
    grade: str
    events: int
    lat: float
    lon: float


class Land(Struct, frozen=True):
    """A country's outline inside the map; `events` are those placed in the country only."""

    code: str | None
    name: str
    path: str
    events: int


class World(Struct, frozen=True):
    """One map; `undrawn` areas had no room, `nowhere` events have no known place, `outside` lie beyond its edges."""

    lands: tuple[Land, ...]
    names: tuple[Label, ...]
    areas: tuple[Area, ...]
    labels: tuple[Label, ...]
    bar: float
    bar_km: int
    undrawn: int
    nowhere: int
    outside: int


def world(rows: Iterable[Any], around: tuple[float, float, float] | None) -> World | None:
    """The map of sites (name, country, kind, lat, lon, precision, grade, events); `around` is lat, lon, km.

    None if no event has a place that can be drawn.
    """
    sites = list(rows)
    whole = {row["country"]: row["events"] for row in sites if _is_country(row)}
    placed = [row for row in sites if row["lat"] is not None and not _is_country(row)]
    nowhere = sum(row["events"] for row in sites if row["lat"] is None and not _is_country(row))
    if not placed and not whole:
        return None
    frame = _around(*around) if around else _frame(placed, whole)
    inside = [row for row in placed if _holds(frame, row)]
    areas = [_area(row, frame) for row in inside[:MOST]]
    taken = [_box(one) for one in areas if one.kind == "sharp"]
    labels = place_labels([(a.x, a.y, min(a.radius, 12.0), _label(a)) for a in areas[:NAMED]], taken)
    lands, wanted = _lands(frame, whole)
    bar, km = _bar(frame)
    held = [label.box for label in labels] + [*taken, (6.0, HEIGHT - 28, bar + 56, HEIGHT)]
    names = place_labels([(x, y, 0.0, name.upper()) for x, y, name in wanted], held, small=True)
    outside = sum(row["events"] for row in placed) - sum(row["events"] for row in inside)
    drawn = tuple(sorted(areas, key=lambda area: (-area.radius, area.name)))  # small ones over large ones
    return World(lands, names, drawn, labels, bar, km, max(0, len(inside) - MOST), nowhere, outside)


def around_of(text: str) -> tuple[float, float, float] | None:
    """The middle and the reach of a map as its address gives them: "35.5,36.7,200"; None if it says nothing."""
    parts = text.split(",")
    try:
        lat, lon, km = (float(part) for part in parts)
    except ValueError:
        return None
    if not (-85 <= lat <= 85 and -180 <= lon <= 180 and NEAREST <= km <= FARTHEST):
        return None
    return lat, lon, km


def _is_country(row: Any) -> bool:
    return bool(row["kind"] == "country" or row["precision"] == COUNTRY)


def _around(lat: float, lon: float, km: float) -> Frame:
    tall = km / KM_PER_DEGREE
    wide = tall * WIDTH / HEIGHT / max(cos(radians(lat)), 0.1)
    return Frame(lon - wide, lat - tall, lon + wide, lat + tall)


def _frame(placed: Sequence[Any], whole: dict[str, int]) -> Frame:
    points = [(row["lon"], row["lat"]) for row in placed]
    if not points:
        atlas = outlines()
        for country in atlas.countries:
            if country.code in whole:
                points += sorted(atlas.rings(country), key=_extent)[-1]
    return frame_of(points or [(0.0, 20.0)])


def _holds(frame: Frame, row: Any) -> bool:
    return bool(frame.west <= row["lon"] <= frame.east and frame.south <= row["lat"] <= frame.north)


def _area(row: Any, frame: Frame) -> Area:
    x, y = frame.xy((row["lon"], row["lat"]))
    km = REACH.get(row["precision"], REACH[5])
    kind = "sharp" if row["precision"] <= SHARP else "vague"
    radius = round(max(km / frame.kilometres(1.0), LEAST), 1)
    return Area(
        x, y, radius, km, row["place"], row["country"], kind, row["grade"], row["events"], row["lat"], row["lon"]
    )


def _box(area: Area) -> Box:
    return area.x - area.radius, area.y - area.radius, area.x + area.radius, area.y + area.radius


def _label(area: Area) -> str:
    return f"{area.name} ({area.events})" if area.events > 1 else area.name


def _lands(frame: Frame, whole: dict[str, int]) -> tuple[tuple[Land, ...], list[tuple[float, float, str]]]:
    lands, names = [], []
    atlas = outlines()
    for country in atlas.countries:
        rings = [clipped(ring, frame) for ring in atlas.rings(country)]
        drawn = [[frame.xy(point) for point in ring] for ring in rings if len(ring) > 2]
        if not drawn:
            continue
        path = "".join(_path(ring) for ring in drawn)
        lands.append(Land(country.code, country.name, path, whole.get(country.code or "", 0)))
        main = max(drawn, key=_extent)
        if _extent(main) > 0.02 * WIDTH * HEIGHT:
            x, y = centre(main)
            names.append((round(x, 1), round(y, 1), country.name))
    return tuple(lands), names


def _extent(ring: Sequence[Point]) -> float:
    return (max(p[0] for p in ring) - min(p[0] for p in ring)) * (max(p[1] for p in ring) - min(p[1] for p in ring))


def _path(ring: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in dict.fromkeys(ring)) + "Z"


def _bar(frame: Frame) -> tuple[float, int]:
    """The longest round scale bar that fits a quarter of the map: pixels and kilometres."""
    per_pixel = frame.kilometres(1.0)
    km = next((km for km in reversed(BARS) if km / per_pixel <= WIDTH / 4), BARS[0])
    return round(km / per_pixel, 1), km
