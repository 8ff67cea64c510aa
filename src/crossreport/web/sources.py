"""Views of sources: the register, one outlet's profile, who takes from whom, and what is left if some are dropped."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from crossreport.model import CodedPage, Coverage, Event, Linked, SourceLink
from crossreport.reading.sources import source_by_name
from crossreport.web.desk import Desk
from crossreport.web.render import page
from crossreport.web.ring import Tie, ring
from crossreport.weighing import coverage, network, unknown_sources, weigh_without

SHOWN = 100  # rows of a table
LABELS = 60  # loaded words of one outlet
KINDS = {"copies": "copies", "shares_text": "shares text with", "credits": "credits", "cites": "cites"}
OUTLETS = (
    "SELECT p.outlet outlet, p.n pages, r.reports, r.events, r.kept, r.rejected, r.open, r.first, r.last, l.labels "
    "FROM (SELECT outlet, count(*) n FROM page GROUP BY outlet) p LEFT JOIN "
    "(SELECT outlet, count(*) reports, count(DISTINCT nullif(event, '')) events, "
    "sum(decision IN ('accepted', 'corrected')) kept, sum(decision = 'rejected') rejected, "
    "sum(decision IN ('open', 'deferred')) open, min(nullif(earliest, '')) first, max(latest) last "
    "FROM report GROUP BY outlet) r ON r.outlet = p.outlet "
    "LEFT JOIN (SELECT outlet, sum(times) labels FROM label GROUP BY outlet) l ON l.outlet = p.outlet "
    "ORDER BY pages DESC, outlet"
)

_PAGES = "SELECT id, name, title, edtf FROM page WHERE outlet = ? ORDER BY name LIMIT ?"


class Change(Struct, frozen=True):
    """An event with all sources, and without some; `after` is None if nobody is left who tells it."""

    before: Event
    after: Event | None


class Held(Struct, frozen=True):
    """How an outlet covered the events of the record."""

    first: int
    told: int
    silent: int


def register(request: Request) -> Response:
    """Outlets with who stands behind them, what the record has of them, and what was decided on it."""
    desk: Desk = request.app.state.desk
    rows = desk.shelf().select(OUTLETS)
    return page(
        request,
        "sources.html.j2",
        rows=rows,
        known={row["outlet"]: source_by_name(row["outlet"]) for row in rows if row["outlet"]},
        held=_coverage(desk),
    )


def source(request: Request) -> Response:
    """One outlet: who it is, what it tells, in which words, first or late, and from whom it takes."""
    desk: Desk = request.app.state.desk
    shelf = desk.shelf()
    name = request.query_params.get("name", "")
    rows = [row for row in shelf.select(OUTLETS) if row["outlet"] == name]
    if not rows:
        raise HTTPException(404, "The record holds no page of an outlet of that name.")
    labels = shelf.select(
        "SELECT actor, label, sum(times) times, count(DISTINCT page) pages, min(page) page, min(mention) mention "
        "FROM label WHERE outlet = ? GROUP BY actor, label ORDER BY times DESC, actor, label LIMIT ?",
        name,
        LABELS,
    )
    held, links = _coverage(desk), _links(desk)
    return page(
        request,
        "source.html.j2",
        name=name,
        row=rows[0],
        known=source_by_name(name),
        labels=_profile(labels),
        total=sum(row["times"] for row in labels),
        held=held.get(name) if held is not None else None,
        waiting=held is None or links is None,
        links=[link for link in links or () if name in (link.source, link.taker)][:SHOWN],
        kinds=KINDS,
        pages=shelf.select(_PAGES, name, SHOWN),
    )


def links(request: Request) -> Response:
    """Who takes text or word from whom."""
    desk: Desk = request.app.state.desk
    found = _links(desk)
    ties = [Tie(one.source, one.taker, one.kind, one.directed, len(one.pages)) for one in found or ()]
    ties.sort(key=lambda tie: (-tie.count, tie.one, tie.other))
    rows = sorted(found or (), key=lambda one: (-len(one.pages), one.source, one.taker))
    return page(
        request,
        "links.html.j2",
        ring=ring(ties),
        links=rows[:SHOWN],
        more=max(0, len(rows) - SHOWN),
        waiting=found is None,
        kinds=KINDS,
    )


def without(request: Request) -> Response:
    """What is left of the events if some sources had never been read."""
    desk: Desk = request.app.state.desk
    named = tuple(sorted({name for name in request.query_params.getlist("source") if name}))
    outlets = [row["outlet"] for row in desk.shelf().select(OUTLETS) if row["outlet"]]
    if not named:
        return page(request, "without.html.j2", named=named, outlets=outlets, unknown=[], changes=[], waiting=False,
                    gone=0, same=0, total=0)  # fmt: skip
    found = desk.slow.get((desk.stamp(), "without", named), lambda: _without(desk, named))
    unknown, changes, total = found or ([], [], 0)
    return page(
        request,
        "without.html.j2",
        named=named,
        outlets=outlets,
        unknown=unknown,
        changes=changes[:SHOWN],
        waiting=found is None,
        gone=sum(one.after is None for one in changes),
        same=total - len(changes),
        total=total,
    )


def _without(desk: Desk, named: Sequence[str]) -> tuple[list[str], list[Change], int]:
    pages, linked = _whole(desk)
    unknown = unknown_sources(pages, named)
    after = {event.id: event for event in weigh_without(pages, linked, named).events}
    changes = [Change(one, after.get(one.id)) for one in linked.events if _differs(one, after.get(one.id))]
    changes.sort(key=lambda one: (one.after is not None, one.after is not None and one.after.grade == one.before.grade))
    return unknown, changes, len(linked.events)


def _differs(before: Event, after: Event | None) -> bool:
    if after is None:
        return True
    return (before.grade, before.voices, _range(before)) != (after.grade, after.voices, _range(after))


def _range(event: Event) -> tuple[float | None, float | None] | None:
    return (event.killed.low, event.killed.high) if event.killed else None


def _whole(desk: Desk) -> tuple[list[CodedPage], Linked]:
    return desk.record.coded_pages(), desk.record.linked()


def _coverage(desk: Desk) -> dict[str, Held] | None:
    """How each outlet covered; None while it is being worked out."""
    found: dict[str, Held] | None = desk.slow.get((desk.stamp()[1], "coverage"), lambda: _held(coverage(*_whole(desk))))
    return found


def _held(covered: Sequence[Coverage]) -> dict[str, Held]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in covered:
        for teller in one.told:
            counts[teller.outlet].update(["told"] + (["first"] if teller.sure and len(one.told) > 1 else []))
        for outlet in one.silent:
            counts[outlet.outlet]["silent"] += 1
    return {outlet: Held(count["first"], count["told"], count["silent"]) for outlet, count in counts.items()}


def _links(desk: Desk) -> list[SourceLink] | None:
    found: list[SourceLink] | None = desk.slow.get((desk.stamp()[1], "links"), lambda: network(*_whole(desk)))
    return found


def _profile(labels: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    """Loaded words by the actor that they are used of, the most labelled actor first."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in labels:
        found[row["actor"]].append(row)
    return sorted(found.items(), key=lambda one: (-sum(row["times"] for row in one[1]), one[0]))
