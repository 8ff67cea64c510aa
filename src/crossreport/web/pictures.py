"""Views that draw the events of a filter: on the map, along time, and between actors. Each has its numbers beside."""

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from crossreport.gazetteer.extent import WHOLE
from crossreport.web.days import bars, columns
from crossreport.web.desk import Desk
from crossreport.web.filters import EVENTS, Filters
from crossreport.web.lists import facets, last_page
from crossreport.web.render import page
from crossreport.web.ring import Tie, ring
from crossreport.web.shelf import Shelf
from crossreport.web.world import around_of, closer_to, drawn_as, world

ROWS = 100  # of the table beside a picture


def map_(request: Request) -> Response:
    """Where: areas as large as the place is uncertain."""
    desk: Desk = request.app.state.desk
    shelf = desk.shelf()
    filters = Filters.of(request.query_params, EVENTS)
    condition, values = filters.where()
    # Of an SQLite row with max(), the other columns are those of the row that holds it: the grade that most have.
    sites = shelf.settled(
        "SELECT place, country, kind, area, lat, lon, precision, grade, sum(n) events, max(n) FROM "
        "(SELECT place, country, kind, area, lat, lon, precision, grade, count(*) n FROM event "
        f"WHERE {condition} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) "
        "GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY events DESC, place, country",
        tuple(values),
    )
    around = request.query_params.get("around", "")
    return page(
        request,
        "map.html.j2",
        filters=filters,
        facets=facets(shelf, "event", filters, EVENTS),
        total=shelf.total("event", filters),
        world=world(sites, around_of(around)),
        around=around_of(around),
        sites=[row for row in sites if row["place"]][:ROWS],
        more=max(0, len(sites) - ROWS),
        whole=WHOLE,
        drawn=drawn_as,
        closer=closer_to,
    )


def timeline(request: Request) -> Response:
    """When: how many events, and those of one page of the list as bars."""
    desk: Desk = request.app.state.desk
    shelf = desk.shelf()
    filters = Filters.of(request.query_params, EVENTS)
    condition, values = filters.where()
    bounds = shelf.settled(f"SELECT earliest, latest FROM event WHERE {condition}", tuple(values))
    total = shelf.total("event", filters)
    rows = shelf.rows("event", filters, "earliest = '', earliest, latest, position")
    return page(
        request,
        "timeline.html.j2",
        filters=filters,
        facets=facets(shelf, "event", filters, EVENTS),
        total=total,
        columns=columns((row[0], row[1]) for row in bounds),
        bars=bars(rows),
        rows=rows,
        last=last_page(total),
    )


def actors(request: Request) -> Response:
    """Between whom: who did something to whom, and how often."""
    desk: Desk = request.app.state.desk
    shelf = desk.shelf()
    filters = Filters.of(request.query_params, EVENTS)
    ties = actor_ties(shelf, filters)
    condition, values = filters.where()
    counted = shelf.settled(
        "SELECT name, min(kind) kind, count(DISTINCT kind) kinds, max(country) country, "
        "count(DISTINCT nullif(country, '')) countries, count(DISTINCT event) events FROM side "
        f"WHERE event IN (SELECT id FROM event WHERE {condition}) GROUP BY name "
        f"ORDER BY events DESC, name LIMIT {ROWS}",
        tuple(values),
    )
    return page(
        request,
        "actors.html.j2",
        filters=filters,
        facets=facets(shelf, "event", filters, EVENTS),
        total=shelf.total("event", filters),
        ring=ring(ties),
        ties=ties[:ROWS],
        more=max(0, len(ties) - ROWS),
        actors=counted,
    )


def actor_ties(shelf: Shelf, filters: Filters) -> list[Tie]:
    """Pairs of actors of one event, the most frequent first: from agent to target, or party beside party."""
    condition, values = filters.where()
    pairs = shelf.settled(
        "SELECT a.role one_role, a.name one, b.role other_role, b.name other, count(DISTINCT a.event) n FROM side a "
        "JOIN side b ON a.event = b.event AND a.name != b.name AND "
        "((a.role = 'agent' AND b.role != 'agent') OR (a.role = 'party' AND b.role = 'party' AND a.name < b.name)) "
        f"WHERE a.event IN (SELECT id FROM event WHERE {condition}) GROUP BY 1, 2, 3, 4",
        tuple(values),
    )
    found: Counter[tuple[str, str, bool]] = Counter()
    for row in pairs:
        found[row["one"], row["other"], row["one_role"] == "agent"] += row["n"]
    ties = [Tie(one, other, "events", directed, count) for (one, other, directed), count in found.items()]
    return sorted(ties, key=lambda tie: (-tie.count, tie.one, tie.other))
