"""The offline map: one panel for each area of events, drawn from the shipped outlines; numbers, not guesses, on it.

Only events with coordinates get a mark. A mark is solid where the place itself is known, hollow near it, and a wide
dashed ring where only the region is. Events without a place are not on the map; the brief counts them.
"""

from collections.abc import Sequence

from msgspec import Struct

from crossreport.brief.countries import Point, country_name, outlines
from crossreport.brief.entries import Entry
from crossreport.brief.labels import Box, Label, place_labels
from crossreport.brief.places import title
from crossreport.brief.projection import HEIGHT, WIDTH, Frame, centre, clipped, clustered, frame_of
from crossreport.model import Place

REACH = 6.0  # degrees: events farther apart than this get panels of their own
BARS = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)  # kilometres


class Land(Struct, frozen=True):
    """A country inside a panel: path data, and where its name goes."""

    name: str
    path: str


class Mark(Struct, frozen=True):
    """Events at one place: `kind` is exact, near or region; `grade` that of the first of them."""

    x: float
    y: float
    kind: str
    grade: str
    size: float
    events: tuple[str, ...]
    title: str


class Panel(Struct, frozen=True):
    """One map."""

    title: str
    lands: tuple[Land, ...]
    names: tuple[Label, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    bar: float
    bar_km: int


def panels(entries: Sequence[Entry]) -> tuple[tuple[Panel, ...], tuple[str, ...]]:
    """The maps of these events, the area with most places first; and the lone far-off places that get no map."""
    sites = _sites(entries)
    clusters = clustered([_point(place) for place, _ in sites], REACH)
    drawn = [cluster for index, cluster in enumerate(clusters) if index == 0 or len(cluster) > 1]
    lone = [title(sites[i][0]) for cluster in clusters if cluster not in drawn for i in cluster]
    return tuple(_panel([sites[index] for index in cluster]) for cluster in drawn), tuple(sorted(lone))


def _sites(entries: Sequence[Entry]) -> list[tuple[Place, list[Entry]]]:
    """Places with coordinates and their events, in the order of the brief."""
    sites: dict[tuple[float, float, bool], tuple[Place, list[Entry]]] = {}
    for entry in entries:
        place = entry.event.place
        if place is None or place.lat is None or place.lon is None or place.kind in {"country", "unresolved"}:
            continue
        key = (place.lat, place.lon, _kind(place) == "region")
        first, told = sites.setdefault(key, (place, []))
        told.append(entry)
        sites[key] = (min(first, place, key=lambda one: one.precision.acled), told)  # as exact as the best of them
    return list(sites.values())


def _point(place: Place) -> Point:
    return (place.lon or 0.0, place.lat or 0.0)


def _name(place: Place, told: Sequence[Entry]) -> str:
    """The label of a mark, with the number of events where it stands for more than one."""
    return f"{place.name} ({len(told)})" if len(told) > 1 else place.name


def _kind(place: Place) -> str:
    return {1: "exact", 2: "near"}.get(place.precision.acled, "region")


def _panel(sites: Sequence[tuple[Place, list[Entry]]]) -> Panel:
    frame = frame_of([_point(place) for place, _ in sites])
    marks = [_mark(place, entries, frame) for place, entries in sites]
    taken: list[Box] = [(m.x - m.size, m.y - m.size, m.x + m.size, m.y + m.size) for m in marks if m.kind != "region"]
    wanted_labels = [(m.x, m.y, m.size, _name(place, told)) for m, (place, told) in zip(marks, sites, strict=True)]
    labels = place_labels(wanted_labels, taken)
    lands, wanted = _lands(frame)
    bar, km = _bar(frame)
    boxes = [label.box for label in labels] + [*taken, (6.0, HEIGHT - 28, bar + 56, HEIGHT)]  # the scale bar
    names = place_labels([(x, y, 0.0, name.upper()) for x, y, name in wanted], boxes, small=True)
    drawn = tuple(sorted(marks, key=lambda mark: -mark.size))  # small marks over large ones
    return Panel(_title(sites), lands, names, drawn, labels, bar, km)


def _title(sites: Sequence[tuple[Place, list[Entry]]]) -> str:
    return ", ".join(dict.fromkeys(country_name(place.country) for place, _ in sites if place.country))


def _mark(place: Place, entries: Sequence[Entry], frame: Frame) -> Mark:
    x, y = frame.xy(_point(place))
    kind = _kind(place)
    size = 15.0 if kind == "region" else round(4.0 + min(len(entries), 9) ** 0.5, 1)
    title = f"{place.name}: " + "; ".join(entry.short.text for entry in entries)
    return Mark(x, y, kind, entries[0].event.grade, size, tuple(entry.event.id for entry in entries), title)


def _lands(frame: Frame) -> tuple[tuple[Land, ...], list[tuple[float, float, str]]]:
    lands, names = [], []
    atlas = outlines()
    for country in atlas.countries:
        rings = [clipped(ring, frame) for ring in atlas.rings(country)]
        drawn = [[frame.xy(point) for point in ring] for ring in rings if len(ring) > 2]
        if not drawn:
            continue
        lands.append(Land(country.name, "".join(_path(ring) for ring in drawn)))
        main = sorted(drawn, key=_extent)[-1]
        x, y = centre(main)
        if _extent(main) > 0.02 * WIDTH * HEIGHT:
            names.append((round(x, 1), round(y, 1), country.name))
    return tuple(lands), names


def _extent(ring: Sequence[Point]) -> float:
    return (max(p[0] for p in ring) - min(p[0] for p in ring)) * (max(p[1] for p in ring) - min(p[1] for p in ring))


def _path(ring: Sequence[Point]) -> str:
    steps = list(dict.fromkeys(ring))
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in steps) + "Z"


def _bar(frame: Frame) -> tuple[float, int]:
    """The longest round scale bar that fits a quarter of the map: pixels and kilometres."""
    per_pixel = frame.kilometres(1.0)
    fitting = [km for km in BARS if km / per_pixel <= WIDTH / 4]
    km = fitting[-1] if fitting else BARS[0]
    return round(km / per_pixel, 1), km
