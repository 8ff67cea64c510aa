"""Events as PLOVER's JSON Lines: one event a line, with the passage that tells it.

In: coded pages and linked results. Out: one object an event that has a PLOVER category and a day. Two-sided fighting
puts both sides into `actor`. The text of pages is not handed on, only the words of the passage's place in it
(`text_info`).
"""

from collections.abc import Sequence
from functools import cache
from typing import IO, Any

import msgspec
from msgspec import Struct

from crossreport.export.cells import counted
from crossreport.export.leftout import LeftOut, point_of
from crossreport.export.people import public_name
from crossreport.export.regions import country_name, iso3
from crossreport.export.told import CONTESTED, Told, sorted_out
from crossreport.model import Actor, CodedPage, EventReport, Figure, Linked, Page, Place
from crossreport.words.loader import load

SIZES = {"killed": "dead", "wounded": "injured", "detained": "arrested"}
MONTH = 31  # days: a wider time is no date to code an event on
# PLOVER's auxiliaries for what did not simply happen.
AUXILIARIES = {"planned": "future", "threatened": "future", "called_for": "future", "hypothetical": "hypothetical"}


class Codes(Struct, frozen=True):
    """`words/data/plover.yaml`."""

    sectors: dict[str, str]
    quads: dict[str, int]
    resolution: dict[str, int]
    polecat: tuple[str, ...]


@cache
def codes() -> Codes:
    """PLOVER's sectors and quads, POLECAT's columns."""
    return load("plover.yaml", Codes)


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the events; returns what was left out."""
    kept, left_out = sorted_out(pages, linked, why_not)
    for one in kept:
        stream.write(msgspec.json.encode(_event(one)) + b"\n")
    return left_out


def why_not(one: Told) -> str | None:
    """Why PLOVER cannot hold the event; None if it can."""
    if one.event.type.plover is None:
        return f"PLOVER has no category for {one.event.type.label}"
    if one.event.when is None or one.days > MONTH:
        return "no day, week or month is known for it"
    if one.doer_contested:
        return CONTESTED
    if not one.joined("agent", "party"):
        return "PLOVER wants an actor, and none is known"
    return None


def _event(one: Told) -> dict[str, Any]:
    event, (category, mode) = one.event, one.event.type.plover or ("", None)
    found: dict[str, Any] = {
        "id": event.id,
        "has_event": True,
        "date": event.when.earliest if event.when else None,
        "actor": [_entity(actor) for actor in one.joined("agent", "party")],
        "recipient": [_entity(actor) for actor in one.joined("target")],
        "event": [category],
        "mode": [mode] if mode else [],
        "quad_code": codes().quads[category],
        "event_loc": _location(event.place) if event.place else None,
        "size": _sizes(one.figures),
        "text_info": [_text_info(number, report) for number, (report, _) in enumerate(one.reports, 1)],
        "cite_info": [_cite_info(page) for page in one.pages],
        "coder": "Crossreport",
        "comment": f"{event.status}, {event.grade}, {event.voices.independent} independent voices",
    }
    if event.when is not None and event.when.latest != event.when.earliest:
        found["enddate"] = event.when.latest
    auxiliary = "negation" if event.status == "denied" else AUXILIARIES.get(event.status)
    if auxiliary is not None:
        found[auxiliary] = True
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _entity(actor: Actor) -> dict[str, str]:
    found = {"code": iso3(actor.country), "sector": codes().sectors[actor.kind], "entity_text": public_name(actor)}
    return {name: value for name, value in found.items() if value}


def _location(place: Place) -> dict[str, Any]:
    point = point_of(place.lat, place.lon, place.kind) if place.lat is not None and place.lon is not None else None
    found = {
        "extracted_place": place.span.quote if place.span else place.name,
        "resolved_place": place.name,
        "geonameid": place.geonameid,
        "lat": point[0] if point else None,
        "lon": point[1] if point else None,
        "province": place.admin1,
        "country": country_name(place.country),
        "country_code": iso3(place.country),
        "resolution": codes().resolution.get(place.kind),
    }
    return {name: value for name, value in found.items() if value not in (None, "")}


def _sizes(figures: Sequence[Figure]) -> dict[str, float]:
    """The lowest number that a report gives for each measure."""
    found: dict[str, float] = {}
    for figure in figures:
        number = figure.best if figure.best is not None else figure.low
        if figure.measure in SIZES and number is not None and figure.part_of is None:
            name = SIZES[figure.measure]
            found[name] = counted(min(found.get(name, number), number))
    return found


def _text_info(number: int, report: EventReport) -> dict[str, Any]:
    return {"sequence": number, "start": report.span.start, "end": report.span.end, "text_story": report.page}


def _cite_info(page: Page) -> dict[str, Any]:
    found = {
        "corpus": page.outlet,
        "citation": page.id,
        "url": page.url,
        "title": page.title,
        "language": page.language,
        "publication": page.published.edtf,
        "codebook": "PLOVER",
    }
    return {name: value for name, value in found.items() if value}
