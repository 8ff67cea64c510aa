"""The map's window and projection: an equirectangular one, true to scale at its middle latitude."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, radians

from msgspec import Struct

from crossreport.brief.countries import Point

WIDTH, HEIGHT = 480.0, 340.0
LEAST_DEGREES = 2.4  # a map of one town still shows where in its country it lies
MARGIN = 0.22  # of the span, round the outermost points
KM_PER_DEGREE = 111.2


class Frame(Struct, frozen=True):
    """West, south, east, north in degrees, with the pixel scale that fills WIDTH x HEIGHT."""

    west: float
    south: float
    east: float
    north: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, at the middle."""
        return cos(radians((self.south + self.north) / 2))

    def xy(self, point: Point) -> tuple[float, float]:
        """Pixels from the upper left corner."""
        x = (point[0] - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - point[1]) / (self.north - self.south) * HEIGHT
        return round(x, 1), round(y, 1)

    def kilometres(self, pixels: float) -> float:
        """How far `pixels` reach from west to east."""
        return pixels / WIDTH * (self.east - self.west) * self.squeeze * KM_PER_DEGREE


def frame_of(points: Sequence[Point]) -> Frame:
    """The smallest window of the map's shape that holds the points, with a margin."""
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    squeeze = max(cos(radians(middle_y)), 0.1)
    tall = max((north - south) * (1 + 2 * MARGIN), (east - west) * squeeze * (1 + 2 * MARGIN) * HEIGHT / WIDTH)
    tall = max(tall, LEAST_DEGREES)
    wide = tall * WIDTH / HEIGHT / squeeze
    return Frame(middle_x - wide / 2, middle_y - tall / 2, middle_x + wide / 2, middle_y + tall / 2)


def clustered(points: Sequence[Point], reach: float) -> list[list[int]]:
    """Indices of points that lie within `reach` degrees of another of their cluster, biggest cluster first."""
    clusters: list[list[int]] = []
    for index, point in enumerate(points):
        near = [c for c in clusters if any(_apart(point, points[other]) <= reach for other in c)]
        merged = sorted([index, *(other for c in near for other in c)])
        clusters = [c for c in clusters if c not in near] + [merged]
    return sorted(clusters, key=lambda c: (-len(c), c))


def _apart(one: Point, other: Point) -> float:
    return hypot((one[0] - other[0]) * cos(radians((one[1] + other[1]) / 2)), one[1] - other[1])


def clipped(ring: Sequence[Point], frame: Frame) -> list[Point]:
    """A ring cut to the frame (Sutherland and Hodgman), a little beyond its edge."""
    pad = (frame.east - frame.west) * 0.02
    edges = ((0, frame.west - pad, 1), (0, frame.east + pad, -1), (1, frame.south - pad, 1), (1, frame.north + pad, -1))
    points = list(ring)
    for axis, limit, side in edges:
        points = _cut(points, axis, limit, side)
    return points


def _cut(points: Sequence[Point], axis: int, limit: float, side: int) -> list[Point]:
    kept: list[Point] = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        inside, was = (here[axis] - limit) * side >= 0, (before[axis] - limit) * side >= 0
        if inside != was:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept


def centre(points: Iterable[Point]) -> Point:
    """The middle of a polygon's area (of its corners, if it has none)."""
    ring = list(points)
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    if abs(area) < 1e-9:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    return x / (3 * area), y / (3 * area)
