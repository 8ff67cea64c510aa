"""Events as POLECAT's 40 tab-separated columns, with a header.

In: coded pages and linked results. Out: one line an event that PLOVER has a category for. Wikipedia and Correlates-
of-War ids, titles and the people and places of the whole story are POLECAT's own derivations and stay empty.
"""

from collections.abc import Iterator, Sequence
from typing import IO

from crossreport.export.cells import tsv_line
from crossreport.export.leftout import LeftOut, point_of
from crossreport.export.people import public_name
from crossreport.export.plover import codes, why_not
from crossreport.export.regions import iso3
from crossreport.export.told import Told, sorted_out
from crossreport.model import Actor, CodedPage, Linked, Place


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the events; returns what was left out."""
    columns = codes().polecat
    stream.write(("\t".join(columns) + "\n").encode())
    kept, left_out = sorted_out(pages, linked, why_not)
    for one in kept:
        stream.write(tsv_line(columns, dict(_cells(one))))
    return left_out


def _cells(one: Told) -> Iterator[tuple[str, object]]:
    event, (category, mode) = one.event, one.event.type.plover or ("", None)
    yield "Event ID", event.id
    yield "Event Date", (event.when.earliest if event.when else None) or ""
    yield "Event Type", category
    yield "Event Mode", mode or ""
    yield "Quad Code", codes().quads[category]
    yield from _actor_cells("Actor", one.joined("agent", "party"))
    yield from _actor_cells("Recipient", one.joined("target"))
    if event.place is not None:
        yield from _place_cells(event.place)
    yield "Source", "; ".join(one.outlets)
    yield "Publication Date", min((page.published.latest or "" for page in one.pages), default="")
    yield "Language", "; ".join(dict.fromkeys(page.language for page in one.pages))
    yield "Version", "Crossreport"


def _actor_cells(name: str, actors: Sequence[Actor]) -> Iterator[tuple[str, object]]:
    sectors = list(dict.fromkeys(codes().sectors[actor.kind] for actor in actors))
    yield f"{name} Name", "; ".join(map(public_name, actors))
    yield f"{name} Country", "; ".join(dict.fromkeys(code for actor in actors if (code := iso3(actor.country))))
    yield f"Primary {name} Sector", sectors[0] if sectors else ""
    yield f"{name} Sectors", "; ".join(sectors)


def _place_cells(place: Place) -> Iterator[tuple[str, object]]:
    yield "Placename", place.name
    yield "City", place.name if place.kind == "settlement" else ""
    yield "District", place.name if place.kind == "district" else ""
    yield "Province", place.admin1 or ""
    yield "Country", iso3(place.country)
    yield "GeoNames ID", place.geonameid or ""
    yield "Raw Placename", place.span.quote if place.span else ""
    yield "Feature Type", place.kind
    if place.lat is not None and place.lon is not None:
        yield from zip(("Latitude", "Longitude"), point_of(place.lat, place.lon, place.kind), strict=True)
