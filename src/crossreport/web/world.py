"""The map: events by place in, areas and outlines out; how exact a place is known is drawn as how large its area is.

Nothing is a point: a town is a disc of its own extent, "near" one the 25 km that UCDP allows, a district a dashed ring
over what it may cover, a province the dashed shape that its towns span, a country its whole outline. A place that the
gazetteer does not know is drawn as the province or country that holds it. Events of which neither is known are counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import cos, radians
from typing import Any

from msgspec import Struct

from crossreport.brief.countries import Point, outlines
from crossreport.brief.drawing import drawn_countries, extent, path_of, scale_bar
from crossreport.brief.labels import Box, Label, place_labels
from crossreport.brief.projection import HEIGHT, KM_PER_DEGREE, WIDTH, Frame, centre, clipped, frame_of
from crossreport.gazetteer.extent import WHOLE, division_shape

# Radius in km by UCDP's where_prec: 2 is the codebook's own limit; 1, 3, 4 and 5 the extent of a town, a median
# second- and first-level division (GeoNames), and a line or fuzzy region.
REACH = {1: 3.0, 2: 25.0, 3: 40.0, 4: 90.0, 5: 120.0, 7: 120.0}
SHARP = 2  # up to this precision the place itself is known, or what it is near to
MOST = 300  # areas on one map
NAMED = 40  # areas that carry a name, if there is room
LEAST = 3.0  # pixels of a radius: smaller ones could not be pointed at
CLOSE, FRINGE = 120.0, 1.5  # kilometres round a town, and how much wider than an area its own map is
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


class Province(Struct, frozen=True):
    """What the towns of a first-level division span: its events lie somewhere in it; `places` are what they name."""

    path: str
    name: str
    country: str
    grade: str
    events: int
    places: tuple[str, ...]
    x: float
    y: float


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
    provinces: tuple[Province, ...]
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
    sites = [row for row in rows if row["area"] or row["lat"] is not None]
    nowhere = sum(row["events"] for row in rows if not row["area"] and row["lat"] is None)
    if not sites:
        return None
    spread, placed, whole = _sorted(sites)
    shapes = {key: division_shape(*key) for key in spread}
    frame = _around(*around) if around else _frame(placed, whole, shapes.values())
    inside = [row for row in placed if _holds(frame, row)]
    areas = [_area(row, frame) for row in inside[:MOST]]
    provinces = [one for key, held in spread.items() if (one := _province(key, held, shapes[key], frame))]
    taken = [_box(one) for one in areas if one.kind == "sharp"]
    wanted_labels = [(a.x, a.y, min(a.radius, 12.0), _label(a)) for a in areas[:NAMED]]
    labels = place_labels([*wanted_labels, *((p.x, p.y, 0.0, _label(p)) for p in provinces[:NAMED])], taken)
    lands, wanted = _lands(frame, whole)
    bar, km = scale_bar(frame)
    held = [label.box for label in labels] + [*taken, (6.0, HEIGHT - 28, bar + 56, HEIGHT)]
    names = place_labels([(x, y, 0.0, name.upper()) for x, y, name in wanted], held, small=True)
    on_it = sum(row["events"] for row in inside) + sum(one.events for one in provinces)
    outside = sum(row["events"] for row in sites) - sum(whole.values()) - on_it
    drawn = tuple(sorted(areas, key=lambda area: (-area.radius, area.name)))  # small ones over large ones
    return World(lands, names, drawn, tuple(provinces), labels, bar, km, max(0, len(inside) - MOST), nowhere, outside)


def _sorted(sites: Sequence[Any]) -> tuple[dict[tuple[str, str], list[Any]], list[Any], Counter[str]]:
    """Sites by what is drawn of them: divisions with a shape, discs, and countries with their number of events."""
    spread: dict[tuple[str, str], list[Any]] = defaultdict(list)
    placed, whole = [], Counter[str]()
    for row in sites:
        key = (row["country"], row["area"])
        if row["area"] == WHOLE:
            whole[row["country"]] += row["events"]
        elif row["area"]:
            spread[key].append(row)
        else:
            placed.append(row)
    return spread, placed, whole


def _province(key: tuple[str, str], held: Sequence[Any], shape: Sequence[Point], frame: Frame) -> Province | None:
    """A division as far as it lies on the map; None if it does not."""
    ring = [frame.xy(point) for point in clipped(shape, frame)]
    if len(ring) < 3:
        return None
    grades = Counter[str]()
    for row in held:
        grades[row["grade"]] += row["events"]
    x, y = centre(ring)
    grade = max(sorted(grades), key=lambda one: grades[one])
    places = tuple(dict.fromkeys(row["place"] for row in held))
    return Province(path_of(ring), key[1], key[0], grade, grades.total(), places, round(x, 1), round(y, 1))


def drawn_as(row: Any) -> str:
    """In words, how a site is drawn."""
    if row["area"]:
        return row["area"] if row["area"] == WHOLE else f"somewhere in {row['area']}"
    return f"within {_reach(row):.0f} km" if row["lat"] is not None else "not drawn"


def closer_to(row: Any) -> str:
    """The window that shows a site by itself, as `around_of` reads it; empty for a country or nothing."""
    shape = division_shape(row["country"], row["area"]) if row["area"] not in ("", WHOLE) else ()
    if shape:
        lon, lat = centre(shape)
        reach = max(abs(corner[1] - lat) for corner in shape) * KM_PER_DEGREE * FRINGE
    elif row["lat"] is not None and not row["area"]:
        lat, lon, reach = row["lat"], row["lon"], max(CLOSE, _reach(row) * FRINGE)
    else:
        return ""
    return f"{lat:.4f},{lon:.4f},{reach:.0f}"


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


def _around(lat: float, lon: float, km: float) -> Frame:
    tall = km / KM_PER_DEGREE
    wide = tall * WIDTH / HEIGHT / max(cos(radians(lat)), 0.1)
    return Frame(lon - wide, lat - tall, lon + wide, lat + tall)


def _frame(placed: Sequence[Any], whole: dict[str, int], shapes: Iterable[Sequence[Point]]) -> Frame:
    points = [(row["lon"], row["lat"]) for row in placed] + [corner for shape in shapes for corner in shape]
    if not points:
        atlas = outlines()
        for country in atlas.countries:
            if country.code in whole:
                points += sorted(atlas.rings(country), key=extent)[-1]
    return frame_of(points or [(0.0, 20.0)])


def _holds(frame: Frame, row: Any) -> bool:
    return bool(frame.west <= row["lon"] <= frame.east and frame.south <= row["lat"] <= frame.north)


def _reach(row: Any) -> float:
    return REACH.get(row["precision"], REACH[5])


def _area(row: Any, frame: Frame) -> Area:
    x, y = frame.xy((row["lon"], row["lat"]))
    km = _reach(row)
    kind = "sharp" if row["precision"] <= SHARP else "vague"
    radius = round(max(km / frame.kilometres(1.0), LEAST), 1)
    return Area(
        x, y, radius, km, row["place"], row["country"], kind, row["grade"], row["events"], row["lat"], row["lon"]
    )


def _box(area: Area) -> Box:
    return area.x - area.radius, area.y - area.radius, area.x + area.radius, area.y + area.radius


def _label(area: Area | Province) -> str:
    return f"{area.name} ({area.events})" if area.events > 1 else area.name


def _lands(frame: Frame, whole: dict[str, int]) -> tuple[tuple[Land, ...], list[tuple[float, float, str]]]:
    drawn = list(drawn_countries(frame))
    names = [(*each.label, each.country.name) for each in drawn if each.label is not None]
    lands = (
        Land(each.country.code, each.country.name, each.path, whole.get(each.country.code or "", 0)) for each in drawn
    )
    return tuple(lands), names
