"""Events as GeoJSON points (RFC 7946). Facilities are given to about a kilometre, private persons not by name.

In: coded pages and linked results. Out: one feature an event with a point, in the record's order; events without a
point are named as left out.
"""

from collections.abc import Sequence
from typing import IO, Any

import msgspec

from crossreport.export.leftout import LeftOut, point_of
from crossreport.export.people import public_name
from crossreport.model import CodedPage, Event, Linked


def write(stream: IO[bytes], _pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the events; returns what was left out."""
    features, left_out = [], []
    for event in linked.events:
        if event.place is None or event.place.lat is None or event.place.lon is None:
            left_out.append(LeftOut(event.id, "no point is known for its place"))
        else:
            features.append(_feature(event, point_of(event.place.lat, event.place.lon, event.place.kind)))
    stream.write(msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n")
    return left_out


def _feature(event: Event, point: tuple[float, float]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [point[1], point[0]]},
        "properties": _properties(event),
    }


def _properties(event: Event) -> dict[str, Any]:
    place, when, killed = event.place, event.when, event.killed
    return {
        "type": event.type.label,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "precision": place.precision.ucdp if place else None,
        "when": when.edtf if when else None,
        "earliest": when.earliest if when else None,
        "latest": when.latest if when else None,
        "sides": [{"role": side.role, "actors": [public_name(actor) for actor in side.actors]} for side in event.sides],
        "status": event.status,
        "grade": event.grade,
        "pages": event.voices.pages,
        "independent_voices": event.voices.independent,
        "reported_killed": {"low": killed.low, "best": killed.best, "high": killed.high} if killed else None,
        "reports": event.reports,
    }
