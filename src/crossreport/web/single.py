"""Views of one thing: a page with its evidence, an event with all its voices."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crossreport.model import CodedPage, Event
from crossreport.record.corrections import things_of
from crossreport.web.deciding import REASONS
from crossreport.web.desk import Desk
from crossreport.web.fields import KINDS, fields
from crossreport.web.render import page
from crossreport.web.segments import direction, segments
from crossreport.web.shelf import Row, Shelf
from crossreport.web.wording import typed

_REPORT = re.compile(r"(report-[0-9a-f]+)")
NEAR = 7  # days on each side within which an event is offered for a merge
OFFERED = 12  # events


def evidence(request: Request) -> Response:
    """The whole page, with everything that was read from it."""
    desk: Desk = request.app.state.desk
    found = desk.coded([request.path_params["page"]])
    if not found:
        raise HTTPException(404, "The record holds no such page.")
    (coded,) = found
    left = desk.coded([coded.page.id], by=desk.ledger())
    kept = {one.id: one for page_left in left for one in things_of(page_left)}  # as persons left it; rejected ones stay
    read = {one.id for one in coded.figures}
    given = [figure for page_left in left for figure in page_left.figures if figure.id not in read]
    shelf = desk.shelf()
    rows = shelf.select("SELECT * FROM report WHERE page = ? ORDER BY position", coded.page.id)
    return page(
        request,
        "evidence.html.j2",
        page=coded.page,
        segments=segments(coded),
        direction=direction(coded.page.language),
        reports=[kept.get(one.id, one) for one in coded.reports],
        figures=[kept.get(one.id, one) for one in coded.figures],
        given=given,
        claims=[kept.get(one.id, one) for one in coded.claims],
        held={row["id"]: row for row in rows},
        decided=desk.ledger().decisions(thing.id for thing in things_of(coded)),
        reasons=REASONS,
        fields={kind: fields(kind) for kind in KINDS},
        chosen=request.query_params.get("report", ""),
    )


def thing(request: Request) -> Response:
    """From a report, figure or claim to its place on its page."""
    desk: Desk = request.app.state.desk
    ident = request.path_params["thing"]
    coded = desk.record.page_of(ident)
    if coded is None:
        raise HTTPException(404, "The record holds no such report, figure or claim.")
    return RedirectResponse(f"/page/{coded.page.id}?report={ident}#rec-{ident}", 303)


def event(request: Request) -> Response:
    """One event: who says what, why the reports were joined, why it has its grade."""
    desk: Desk = request.app.state.desk
    found = desk.event(request.path_params["event"])
    if found is None:
        raise HTTPException(404, "There is no event of that id any more; linking may have made another one of it.")
    shelf = desk.shelf()
    rows = shelf.among("SELECT * FROM report WHERE id IN (?*) ORDER BY rowid", found.reports)
    told = desk.coded((row["page"] for row in rows), by=desk.ledger())
    members = (found.id, *found.reports, *(one.figure for one in (found.killed.by_voice if found.killed else ())))
    voices = desk.voices(found, told)
    findings = shelf.among("SELECT DISTINCT finding FROM found WHERE member IN (?*)", members)
    return page(
        request,
        "event.html.j2",
        event=found,
        rows=rows,
        voices=voices,
        kinds={one.id: _types(one.reports, told) for one in voices},
        reasons=[(one.rule, _pieces(one.says, [row["id"] for row in rows]), one.span) for one in found.reasons],
        said={span: report for coded in told for report in coded.reports for span in report.evidence or (report.span,)},
        where={figure.id: figure.page for coded in told for figure in coded.figures},
        findings=desk.of_all("finding", (row[0] for row in findings)),
        offered=_offered(shelf, found),
        standing=desk.ledger().joining(found.reports),
    )


def _types(reports: Sequence[str], told: Sequence[CodedPage]) -> tuple[str, ...]:
    """The types of these reports by name, each once, in the order of the reports."""
    labels = {report.id: report.type.label for coded in told for report in coded.reports}
    return tuple(dict.fromkeys(typed(labels[report]) for report in reports if report in labels))


def _pieces(says: str, reports: Sequence[str]) -> list[tuple[str, str]]:
    """A reason's words, with the ids of the event's reports as pieces of their own: text, and the id if it is one."""
    numbers = {ident: f"report {number}" for number, ident in enumerate(reports, 1)}
    parts = _REPORT.split(says)
    return [(numbers[part], part) if part in numbers else (part, "") for part in parts if part]


def _offered(shelf: Shelf, event: Event) -> list[Row]:
    """Events of the same country and about the same days: what a merge would be with."""
    if event.when is None or event.when.earliest is None or event.when.latest is None:
        return []
    first = date.fromisoformat(event.when.earliest) - timedelta(NEAR)
    last = date.fromisoformat(event.when.latest) + timedelta(NEAR)
    country = (event.place.country if event.place else None) or ""
    return shelf.select(
        "SELECT * FROM event WHERE id != ? AND country = ? AND earliest BETWEEN ? AND ? "
        "ORDER BY label != ?, place != ?, earliest, id LIMIT ?",
        event.id,
        country,
        first.isoformat(),
        last.isoformat(),
        event.type.label,
        event.place.name if event.place else "",
        OFFERED,
    )
