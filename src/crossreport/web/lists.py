"""Views that are lists: the queue, events, search, the journal of judgements."""

from collections.abc import Iterable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from crossreport.model import Judgement, Span
from crossreport.web.deciding import BULK, REASONS
from crossreport.web.desk import Desk
from crossreport.web.fields import fields
from crossreport.web.filters import (
    EVENT_ORDERS,
    EVENTS,
    NONE_KNOWN,
    PAGE_LENGTH,
    REPORT_ORDERS,
    REPORTS,
    UNLISTED,
    Filters,
)
from crossreport.web.render import page
from crossreport.web.shelf import Shelf

STATES = ("open", "accepted", "corrected", "rejected", "deferred")
HITS = 20  # pages of a search that are shown at once
PASSAGES = 5  # of a page that was found
ROUND = 90  # characters shown on each side of a found word


def queue(request: Request) -> Response:
    """Reports to review, by filter."""
    desk: Desk = request.app.state.desk
    shelf = desk.shelf()
    filters = Filters.of(request.query_params, REPORTS, state="open")
    total = shelf.total("report", filters)
    rows = shelf.rows("report", filters, REPORT_ORDERS.get(filters.order, "rowid"))
    state = dict(shelf.facet("report", filters, "state"))
    return page(
        request,
        "queue.html.j2",
        filters=filters,
        rows=rows,
        total=total,
        last=last_page(total),
        facets=facets(shelf, "report", filters, REPORTS),
        states=[("all", sum(state.values())), *((name, state.get(name, 0)) for name in STATES)],
        reasons=REASONS,
        orders=tuple(REPORT_ORDERS),
        fields=fields("report"),
        decided=desk.ledger().decisions(row["id"] for row in rows),
        bulk=BULK,
        done=_done(desk, request.query_params.get("done", "")),
    )


def events(request: Request) -> Response:
    """Events, by filter."""
    desk: Desk = request.app.state.desk
    shelf = desk.shelf()
    filters = Filters.of(request.query_params, EVENTS)
    total = shelf.total("event", filters)
    return page(
        request,
        "events.html.j2",
        filters=filters,
        rows=shelf.rows("event", filters, EVENT_ORDERS.get(filters.order, "position")),
        total=total,
        last=last_page(total),
        facets=facets(shelf, "event", filters, EVENTS),
        orders=tuple(EVENT_ORDERS),
    )


def search(request: Request) -> Response:
    """Pages that hold every word, with the passages."""
    desk: Desk = request.app.state.desk
    query = request.query_params.get("q", "").strip()[:400]
    filters = Filters.of(request.query_params, {})
    total, hits = desk.search(query, (filters.number - 1) * HITS, HITS)
    shown = [(coded.page, _passages(coded.page.text, hit.spans)[:PASSAGES], len(hit.spans)) for coded, hit in hits]
    return page(
        request, "search.html.j2", q=query, hits=shown, total=total, number=filters.number, last=last_page(total, HITS)
    )


def judgements(request: Request) -> Response:
    """What was decided, by whom, when and why: the newest first, superseded ones, too."""
    desk: Desk = request.app.state.desk
    filters = Filters.of(request.query_params, {})
    ledger = desk.ledger()
    found = ledger.all()[::-1]
    start = (filters.number - 1) * PAGE_LENGTH
    rows = [(one, ledger.stands(one.id)) for one in found[start : start + PAGE_LENGTH]]
    return page(
        request,
        "judgements.html.j2",
        rows=rows,
        total=len(found),
        number=filters.number,
        last=last_page(len(found)),
    )


def facets(
    shelf: Shelf, table: str, filters: Filters, names: Iterable[str]
) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """Each filter with its values: what stands in the address, what is shown, how many."""
    return [
        (name, [(value or NONE_KNOWN, value, count) for value, count in shelf.facet(table, filters, name)])
        for name in names
        if name not in UNLISTED
    ]


def last_page(total: int, length: int = PAGE_LENGTH) -> int:
    """The number of a list's last page."""
    return max(1, -(-total // length))


def _passages(text: str, spans: Sequence[Span]) -> list[list[tuple[str, bool]]]:
    """The found words with what stands round them, those near each other in one passage: pieces, marked or not."""
    found: list[list[tuple[str, bool]]] = []
    end = -1
    for span in spans:
        first = _first_whole(text, max(0, span.start - ROUND), span.start)
        if not found or first > end:
            found.append([(text[first : span.start], False)])
        else:
            found[-1][-1] = (text[end - len(found[-1][-1][0]) : span.start], False)
        end = _last_whole(text, span.end, min(len(text), span.end + ROUND))
        found[-1] += [(span.quote, True), (text[span.end : end], False)]
    return found


def _first_whole(text: str, start: int, end: int) -> int:
    """Where the first whole word of a stretch begins; the stretch itself where it holds no blank."""
    if start == 0 or text[start - 1].isspace():
        return start
    return next((at + 1 for at in range(start, end) if text[at].isspace()), start)


def _last_whole(text: str, start: int, end: int) -> int:
    """Where the last whole word of a stretch ends."""
    if end == len(text) or text[end].isspace():
        return end
    return next((at for at in range(end, start, -1) if text[at].isspace()), end)


def _done(desk: Desk, ident: str) -> Judgement | None:
    """The judgement that was just made, if it still stands."""
    ledger = desk.ledger()
    return ledger.get(ident) if ledger.stands(ident) else None
