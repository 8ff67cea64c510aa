"""The JSON API described for programs (OpenAPI 3.1): one table that the routes and the document both come from."""

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crossreport import __version__
from crossreport.web import api
from crossreport.web.filters import EVENTS, REPORTS

_PAGE = ("page",)
_BOUNDS = ("from", "to", "words", "order", "page")
_REFERENCE = "#/components/schemas/{name}"


class Operation(Struct, frozen=True):
    """One address and method: who answers, with what, by which query."""

    path: str
    handler: Callable[..., Any]
    gives: Any
    query: tuple[str, ...] = ()
    takes: Any = None
    method: str = "GET"


OPERATIONS = (
    Operation("/api/reports", api.reports, api.Reports, (*REPORTS, *_BOUNDS)),
    Operation("/api/events", api.events, api.Events, (*EVENTS, *_BOUNDS)),
    Operation("/api/events/{event}", api.event, api.WholeEvent),
    Operation("/api/pages/{page}", api.page, api.WholePage),
    Operation("/api/sources", api.sources, api.Sources),
    Operation("/api/search", api.search, api.Hits, ("q", *_PAGE)),
    Operation("/api/judgements", api.judgements, api.Judgements, _PAGE),
    Operation("/api/changes", api.changes, api.Changes, ("since",)),
    Operation("/api/judgements", api.judge, api.Made, takes=api.Wanted, method="POST"),
    Operation("/api/judgements/{judgement}/undo", api.undo, api.Made, method="POST"),
)
MEANINGS = {
    "from": "events and reports that may be of this day or later (ISO)",
    "to": "events and reports that may be of this day or earlier (ISO)",
    "words": "words that stand in the place, the actors, the passage, the speaker or the outlet",
    "page": "which page of the list, from 1",
    "state": "open, accepted, corrected, rejected or deferred",
    "q": "words, in any script; all of them must stand on the page",
    "since": "the number of an entry of the journal",
    "with": "another actor of the same event",
    "doer": "who did it, by name",
    "hit": "to whom it was done, by name",
    "party": "a side of a fight without direction, by name",
    "beside": "another side of it, by name",
}


def routes() -> list[Route]:
    """The routes of the API, and of its description."""
    found = [Route(one.path, one.handler, methods=[one.method]) for one in OPERATIONS]
    return [*found, Route("/api/openapi.json", _described)]


def _described(_request: Request) -> Response:
    return Response(msgspec.json.encode(document()), media_type="application/json")


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    types = [one.gives for one in OPERATIONS] + [one.takes for one in OPERATIONS if one.takes] + [api.Failure]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REFERENCE)
    named = dict(zip(map(id, types), schemas, strict=True))
    paths: dict[str, Any] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, named)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Crossreport",
            "version": __version__,
            "description": "The record on this machine. Send the key of the printed address as a bearer token.",
        },
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
        "security": [{"key": []}],
    }


def _operation(one: Operation, named: dict[int, Any]) -> dict[str, Any]:
    failed = {"description": "why not", "content": _json(named[id(api.Failure)])}
    done = "201" if one.method == "POST" else "200"
    inside = [part[1:-1] for part in one.path.split("/") if part.startswith("{")]
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in inside
    ]
    parameters += [
        {"name": name, "in": "query", "schema": {"type": "string"}}
        | ({"description": MEANINGS[name]} if name in MEANINGS else {})
        for name in one.query
    ]
    says = (one.handler.__doc__ or "").strip()
    described: dict[str, Any] = {
        "summary": says,
        "operationId": one.handler.__name__,
        "parameters": parameters,
        "responses": {done: {"description": says, "content": _json(named[id(one.gives)])}, "4XX": failed},
    }
    if one.takes:
        described["requestBody"] = {"required": True, "content": _json(named[id(one.takes)])}
    return described


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
