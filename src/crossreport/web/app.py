"""The app itself: addresses to views, errors to pages, and the guard before all of it."""

from importlib.resources import files

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from crossreport.web import api, exports, judging, lists, openapi, pictures, single, sources
from crossreport.web.desk import Desk
from crossreport.web.guard import Guard, Keys
from crossreport.web.render import page, warm

STATIC = {
    "app.css": "text/css; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}


def application(desk: Desk, keys: Keys) -> ASGIApp:
    """The ASGI app over a desk, behind its guard."""
    routes = [
        Route("/", _start),
        Route("/queue", lists.queue),
        Route("/events", lists.events),
        Route("/map", pictures.map_),
        Route("/timeline", pictures.timeline),
        Route("/actors", pictures.actors),
        Route("/sources", sources.register),
        Route("/source", sources.source),
        Route("/links", sources.links),
        Route("/without", sources.without),
        Route("/search", lists.search),
        Route("/judgements", lists.judgements),
        Route("/page/{page}", single.evidence),
        Route("/event/{event}", single.event),
        Route("/exports", exports.exports),
        Route("/export/{name}", exports.download),
        Route("/thing/{thing}", single.thing),
        Route("/judge", judging.report, methods=["POST"]),
        Route("/judge-all", judging.bulk, methods=["POST"]),
        Route("/undo", judging.undo, methods=["POST"]),
        Route("/merge", judging.merge, methods=["POST"]),
        Route("/split", judging.split, methods=["POST"]),
        Route("/static/{name}", _static),
        *openapi.routes(),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: _failed})
    app.state.desk = desk
    warm()
    return Guard(app, keys)


def _start(_request: Request) -> Response:
    return RedirectResponse("/queue", 303)


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404, "There is no such file.")
    data = files("crossreport.web").joinpath("static", name).read_bytes()
    return Response(data, headers={"Content-Type": STATIC[name]})


def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith("/api/"):
        return api.answer(api.Failure(error.detail), error.status_code)
    return page(
        request, "refused.html.j2", status=error.status_code, says=error.detail, back="/queue", journal=False,
        missing=error.status_code == 404, again=None, offers=(),
    )  # fmt: skip
