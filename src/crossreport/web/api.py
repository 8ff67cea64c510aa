"""The JSON API: what the views show as data, and judgements. The same guard stands before it.

Answers are the record's own types (docs/record.md) and a few small ones below; `openapi.py` describes them all.
"""

from collections.abc import Callable
from typing import Any, NoReturn

import msgspec
from msgspec import Struct
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from crossreport.model import Claim, Event, EventReport, Figure, Judgement, Page, Span, VoiceSays
from crossreport.web import deciding
from crossreport.web.deciding import Refused, Unknown
from crossreport.web.desk import Desk
from crossreport.web.filters import EVENT_ORDERS, EVENTS, PAGE_LENGTH, REPORT_ORDERS, REPORTS, Filters
from crossreport.web.forms import body_of
from crossreport.web.judging import VERDICTS
from crossreport.web.sources import OUTLETS

HITS = 20  # pages of a search that one answer holds


class ReportRow(Struct, frozen=True):
    """A report as a list shows it: `quote` its passages, `who` its sides, `decision` how it stands."""

    id: str
    page: str
    outlet: str
    label: str
    status: str
    place: str
    country: str
    edtf: str
    earliest: str
    latest: str
    speaker: str
    quote: str
    band: str
    who: str
    counts: str
    event: str
    grade: str
    decision: str
    judgement: str


class EventRow(Struct, frozen=True):
    """An event as a list shows it; `low` and `high` bound the reported killed; `precision` is UCDP's where_prec."""

    id: str
    label: str
    status: str
    grade: str
    place: str
    country: str
    kind: str
    lat: float | None
    lon: float | None
    precision: int | None
    edtf: str
    earliest: str
    latest: str
    voices: int
    pages: int
    reports: int
    low: float | None
    high: float | None
    who: str


class SourceRow(Struct, frozen=True):
    """An outlet with its counts; empty: the outlet is not known."""

    outlet: str
    pages: int
    reports: int
    events: int
    accepted: int
    rejected: int
    open: int
    loaded_words: int


class Reports(Struct, frozen=True):
    """One page of a list of reports; `total` counts all that the filters let through."""

    total: int
    page: int
    reports: list[ReportRow]


class Events(Struct, frozen=True):
    """One page of a list of events."""

    total: int
    page: int
    events: list[EventRow]


class WholeEvent(Struct, frozen=True):
    """An event with what each voice says."""

    event: Event
    voices: list[VoiceSays]


class Named(Struct, frozen=True):
    """A mention; `value` is the place, time, number or actor that it was grounded to."""

    id: str
    kind: str
    span: Span
    value: Any
    label: str | None


class WholePage(Struct, frozen=True):
    """A page with all that was read from it."""

    page: Page
    mentions: list[Named]
    reports: tuple[EventReport, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]


class Sources(Struct, frozen=True):
    """The outlets of the record."""

    sources: list[SourceRow]


class Found(Struct, frozen=True):
    """A page that a search found, and where."""

    page: str
    name: str
    title: str | None
    outlet: str | None
    spans: list[Span]


class Hits(Struct, frozen=True):
    """One page of what a search found."""

    total: int
    page: int
    hits: list[Found]


class Judgements(Struct, frozen=True):
    """Judgements, the newest first; `standing` are the ids of those that hold."""

    total: int
    page: int
    judgements: list[Judgement]
    standing: list[str]


class Changes(Struct, frozen=True):
    """What was decided after entry `since` of the journal; `seq` is its last entry now; `linking` says what goes on."""

    seq: int
    state: str
    linking: str
    judgements: list[Judgement]
    pages: int


class Wanted(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision to make: on a `subject`, or a merge of `events`, or a split of `reports` from an `event`."""

    verdict: str
    why: str = ""
    subject: str = ""
    changes: dict[str, str] = {}
    seen: str | None = None
    events: list[str] = []
    event: str = ""
    reports: list[str] = []


class Made(Struct, frozen=True):
    """The judgement that was made."""

    judgement: Judgement


class Failure(Struct, frozen=True):
    """Why a request was not done."""

    error: str


def reports(request: Request) -> Response:
    """Reports by filter."""
    desk = _desk(request)
    filters = Filters.of(request.query_params, REPORTS)
    rows = desk.shelf().rows("report", filters, REPORT_ORDERS.get(filters.order, "rowid"))
    return answer(
        Reports(desk.shelf().total("report", filters), filters.number, [_row(ReportRow, row) for row in rows])
    )


def events(request: Request) -> Response:
    """Events by filter."""
    desk = _desk(request)
    filters = Filters.of(request.query_params, EVENTS)
    rows = desk.shelf().rows("event", filters, EVENT_ORDERS.get(filters.order, "position"))
    return answer(Events(desk.shelf().total("event", filters), filters.number, [_row(EventRow, row) for row in rows]))


def event(request: Request) -> Response:
    """One event with what each voice says."""
    desk = _desk(request)
    found = desk.event(request.path_params["event"])
    if found is None:
        raise HTTPException(404, "There is no event of that id (any more).")
    rows = desk.shelf().among("SELECT DISTINCT page FROM report WHERE id IN (?*)", found.reports)
    told = desk.coded((row[0] for row in rows), by=desk.ledger())
    return answer(WholeEvent(found, desk.voices(found, told)))


def page(request: Request) -> Response:
    """One page with all that was read from it, as persons left it."""
    desk = _desk(request)
    found = desk.coded([request.path_params["page"]], by=desk.ledger())
    if not found:
        raise HTTPException(404, "The record holds no such page.")
    (coded,) = found
    mentions = [Named(one.id, one.kind, one.span, one.value, one.label) for one in coded.mentions]
    return answer(WholePage(coded.page, mentions, coded.reports, coded.figures, coded.claims))


def sources(request: Request) -> Response:
    """The outlets of the record."""
    rows = _desk(request).shelf().select(OUTLETS)
    names = ("outlet", "pages", "reports", "events", "kept", "rejected", "open", "labels")
    return answer(Sources([SourceRow(row["outlet"], *(row[name] or 0 for name in names[1:])) for row in rows]))


def search(request: Request) -> Response:
    """Pages that hold every word, with the passages."""
    number = Filters.of(request.query_params, {}).number
    total, hits = _desk(request).search(request.query_params.get("q", "")[:400], (number - 1) * HITS, HITS)
    found = [Found(c.page.id, c.page.name, c.page.title, c.page.outlet, list(hit.spans)) for c, hit in hits]
    return answer(Hits(total, number, found))


def judgements(request: Request) -> Response:
    """What was decided, the newest first."""
    ledger = _desk(request).ledger()
    number = Filters.of(request.query_params, {}).number
    found = ledger.all()[::-1]
    shown = found[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
    return answer(Judgements(len(found), number, shown, [one.id for one in shown if ledger.stands(one.id)]))


def changes(request: Request) -> Response:
    """What others decided meanwhile: ask again with the `seq` of the last answer."""
    desk = _desk(request)
    since = request.query_params.get("since", "")
    seq, state = desk.stamp()
    start = int(since) if since.isascii() and since.isdecimal() and len(since) < 16 else seq
    return answer(Changes(seq, state, desk.linking(), desk.made_since(start), desk.count_pages()))


async def judge(request: Request) -> Response:
    """Make a judgement."""
    try:
        wanted = msgspec.json.decode(await body_of(request, "application/json"), type=Wanted)
    except msgspec.DecodeError as error:
        raise HTTPException(400, f"The request cannot be read: {error}.") from error
    return answer(Made(await _decided(lambda: _judge(_desk(request), wanted))), 201)


async def undo(request: Request) -> Response:
    """Take a judgement back."""
    ident = request.path_params["judgement"]
    return answer(Made(await _decided(lambda: deciding.undo(_desk(request), ident))), 201)


async def _decided(work: Callable[[], Judgement]) -> Judgement:
    try:
        return await run_in_threadpool(work)
    except Refused as refusal:
        raise HTTPException(409, str(refusal)) from refusal
    except Unknown as error:
        raise HTTPException(404, str(error)) from error


def _judge(desk: Desk, wanted: Wanted) -> Judgement:
    if wanted.verdict == "merge":
        return deciding.merge(desk, wanted.events, wanted.why)
    if wanted.verdict == "split":
        return deciding.split(desk, wanted.event, wanted.reports, wanted.why)
    if wanted.verdict not in VERDICTS:
        _refuse(f"There is no verdict {wanted.verdict!r}: give accept, correct, reject, defer, merge or split.")
    changes = list(wanted.changes.items())
    return deciding.decide_one(desk, VERDICTS[wanted.verdict], wanted.subject, wanted.why, changes, wanted.seen)


def _refuse(says: str) -> NoReturn:
    raise Refused(says)


def answer(value: Struct, status: int = 200) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def _row(kind: Any, row: Any) -> Any:
    return kind(*(row[name] for name in kind.__struct_fields__))
