"""The record as FollowTheMoney entities, one object a line: events, those in them, the articles.

In: coded pages and linked results. Out: `Event`, `Organization`, `PublicBody` or `Person`, and `Article` entities,
by id. Kinds of people ("civilians", "rebels") are no entities and stand in the event's description. Private persons
are left out.
"""

import re
from collections.abc import Iterator, Sequence
from typing import IO, Any

import msgspec

from crossreport.export.leftout import LeftOut
from crossreport.export.people import PRIVATE, public_name
from crossreport.export.regions import country_name, language_code
from crossreport.export.told import Told, told
from crossreport.model import Actor, CodedPage, Linked, Page
from crossreport.model.kinds import CROWD

_NO_ID = re.compile(r"[^A-Za-z0-9.-]+")
_SCHEMAS = {"person": "Person", "state": "PublicBody", "state_forces": "PublicBody", "igo": "PublicBody"}


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked) -> list[LeftOut]:
    """Write the entities; returns the events that were left out: none."""
    entities: dict[str, dict[str, Any]] = {}
    for one in told(pages, linked):
        for entity in _entities(one):
            entities.setdefault(entity["id"], entity)
    for id_ in sorted(entities):
        stream.write(msgspec.json.encode(entities[id_]) + b"\n")
    return []


def _entities(one: Told) -> Iterator[dict[str, Any]]:
    named = [actor for side in one.event.sides for actor in side.actors if _is_entity(actor)]
    yield _event(one, named)
    for actor in named:
        yield _entity(
            _actor_id(actor),
            _SCHEMAS.get(actor.kind, "Organization"),
            name=[public_name(actor)],
            country=[actor.country.lower()] if actor.country else [],
        )
    for page in one.pages:
        yield _article(page)


def _is_entity(actor: Actor) -> bool:
    return not actor.generic and actor.kind not in CROWD and public_name(actor) != PRIVATE


def _actor_id(actor: Actor) -> str:
    """FollowTheMoney's ids are letters, digits, points and dashes."""
    return f"crossreport-{_NO_ID.sub('-', actor.id)}"


def _event(one: Told, named: Sequence[Actor]) -> dict[str, Any]:
    event = one.event
    days = [day for day in (event.when.earliest, event.when.latest) if day] if event.when else []
    where = (
        ", ".join(filter(None, (event.place.name, event.place.admin1, country_name(event.place.country))))
        if (event.place)
        else ""
    )
    doers = {actor.id for actor in one.actors("agent")}
    return _entity(
        event.id,
        "Event",
        name=[
            " ".join(filter(None, (event.type.label.replace("_", " "), where, event.when.edtf if event.when else "")))
        ],
        startDate=days[:1],
        endDate=days[1:2] if days[:1] != days[1:2] else [],
        location=[where] if where else [],
        country=[event.place.country.lower()] if event.place and event.place.country else [],
        organizer=[_actor_id(actor) for actor in named if actor.id in doers],
        involved=[_actor_id(actor) for actor in named if actor.id not in doers],
        proof=[page.id for page in one.pages],
        recordId=[event.id],
        publisher=one.outlets,
        summary=[f"{event.status}, {event.grade}, {event.voices.independent} independent voices"],
        description=[_described(one)],
    )


def _described(one: Told) -> str:
    sides = (f"{side.role}: {', '.join(map(public_name, side.actors))}" for side in one.event.sides)
    tolls = (f"{figure.measure}: {figure.wording} {figure.of.kind}" for figure in one.figures)
    return "; ".join([*sides, *dict.fromkeys(tolls)])


def _article(page: Page) -> dict[str, Any]:
    day = page.published.earliest if page.published.earliest == page.published.latest else None
    return _entity(
        page.id,
        "Article",
        title=[page.title or page.name],
        fileName=[page.name],
        publisher=[page.outlet] if page.outlet else [],
        sourceUrl=[page.url] if page.url else [],
        notes=[page.capture],  # FollowTheMoney's contentHash is a SHA-1
        language=[language_code(page.language)],
        publishedAt=[day] if day else [],
    )


def _entity(id_: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    """An entity with those of its properties that say something."""
    said = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in said.items() if values}}
