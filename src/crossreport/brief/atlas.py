"""The offline map: one panel for each area of events, drawn from the shipped outlines; numbers, not guesses, on it.

A mark is solid where the place itself is known, hollow near it, and a dashed ring in a district or region. Where only
the province is known, as of a village that the gazetteer does not have, it is the dashed shape that the province's
towns span. Events of which no more than the country is known are not on the map; the brief counts them.
"""

from collections.abc import Sequence

from msgspec import Struct

from crossreport.brief.countries import Point, country_name
from crossreport.brief.drawing import drawn_countries, path_of, scale_bar
from crossreport.brief.entries import Entry
from crossreport.brief.labels import Box, Label, place_labels
from crossreport.brief.places import title
from crossreport.brief.projection import HEIGHT, WIDTH, Frame, centre, clustered, frame_of
from crossreport.gazetteer.extent import WHOLE, area_of, division_shape
from crossreport.model import Place

REACH = 6.0  # degrees: events farther apart than this get panels of their own


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
    path: str = ""  # of an area


class Site(Struct):
    """A place, or the area that is all that is known of where (`name`, and its `shape`), with its events."""

    place: Place
    name: str
    shape: tuple[Point, ...]
    told: list[Entry]

    @property
    def point(self) -> Point:
        """Where it is, or the middle of its area."""
        return centre(self.shape) if self.shape else (self.place.lon or 0.0, self.place.lat or 0.0)


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
    clusters = clustered([site.point for site in sites], REACH)
    drawn = [cluster for index, cluster in enumerate(clusters) if index == 0 or len(cluster) > 1]
    lone = [title(sites[i].place) for cluster in clusters if cluster not in drawn for i in cluster]
    return tuple(_panel([sites[index] for index in cluster]) for cluster in drawn), tuple(sorted(lone))


def _sites(entries: Sequence[Entry]) -> list[Site]:
    """Places and areas that can be drawn, with their events, in the order of the brief."""
    sites: dict[tuple[object, ...], Site] = {}
    for entry in entries:
        place = entry.event.place
        area = area_of(place) if place is not None else WHOLE
        if place is None or area == WHOLE or (not area and place.lat is None):
            continue
        shape = division_shape(place.country or "", area) if area else ()
        key = (place.country, area) if area else (place.lat, place.lon, _kind(place) == "region")
        site = sites.setdefault(key, Site(place, area or place.name, shape, []))
        site.told.append(entry)
        if not area and place.precision.acled < site.place.precision.acled:  # as exact as the best of them
            site.place, site.name = place, place.name
    return list(sites.values())


def _name(site: Site) -> str:
    """The label of a mark, with the number of events where it stands for more than one."""
    return f"{site.name} ({len(site.told)})" if len(site.told) > 1 else site.name


def _kind(place: Place) -> str:
    return {1: "exact", 2: "near"}.get(place.precision.acled, "region")


def _panel(sites: Sequence[Site]) -> Panel:
    frame = frame_of([corner for site in sites for corner in site.shape or (site.point,)])
    marks = [_mark(site, frame) for site in sites]
    sharp = [m for m in marks if m.kind in ("exact", "near")]
    taken: list[Box] = [(m.x - m.size, m.y - m.size, m.x + m.size, m.y + m.size) for m in sharp]
    wanted_labels = [(m.x, m.y, 0.0 if m.path else m.size, _name(site)) for m, site in zip(marks, sites, strict=True)]
    labels = place_labels(wanted_labels, taken)
    lands, wanted = _lands(frame)
    bar, km = scale_bar(frame)
    boxes = [label.box for label in labels] + [*taken, (6.0, HEIGHT - 28, bar + 56, HEIGHT)]  # the scale bar
    names = place_labels([(x, y, 0.0, name.upper()) for x, y, name in wanted], boxes, small=True)
    drawn = tuple(sorted(marks, key=lambda mark: -mark.size))  # small marks over large ones
    return Panel(_title(sites), lands, names, drawn, labels, bar, km)


def _title(sites: Sequence[Site]) -> str:
    return ", ".join(dict.fromkeys(country_name(site.place.country) for site in sites if site.place.country))


def _mark(site: Site, frame: Frame) -> Mark:
    x, y = frame.xy(site.point)
    said = "; ".join(entry.short.text for entry in site.told)
    grade, events = site.told[0].event.grade, tuple(entry.event.id for entry in site.told)
    if site.shape:
        path = path_of([frame.xy(corner) for corner in site.shape])
        wide = max(corner[0] for corner in site.shape) - min(corner[0] for corner in site.shape)
        size = round(wide / (frame.east - frame.west) * WIDTH / 2, 1)
        return Mark(x, y, "region", grade, size, events, f"somewhere in {site.name}: {said}", path)
    kind = _kind(site.place)
    size = 15.0 if kind == "region" else round(4.0 + min(len(site.told), 9) ** 0.5, 1)
    return Mark(x, y, kind, grade, size, events, f"{site.name}: {said}")


def _lands(frame: Frame) -> tuple[tuple[Land, ...], list[tuple[float, float, str]]]:
    drawn = list(drawn_countries(frame))
    names = [(*each.label, each.country.name) for each in drawn if each.label is not None]
    return tuple(Land(each.country.name, each.path) for each in drawn), names
