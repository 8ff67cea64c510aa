"""Forms that decide: accept, reject, correct, defer, take back, merge, split; each becomes one judgement."""

from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crossreport.model.judgement import Verdict
from crossreport.web.desk import Desk, Refused
from crossreport.web.filters import REPORTS, Filters
from crossreport.web.forms import Form, form_of, own_path
from crossreport.web.render import page

# What a decision says when its maker gives no words of their own: what one key means.
REASONS: dict[str, str] = {
    "correct": "Corrected by the reviewer",
    "accept": "The passage says so",
    "reject": "The passage does not say so",
    "defer": "To be looked at again",
}
_VERDICTS: dict[str, Verdict] = {"accept": "accept", "correct": "correct", "reject": "reject", "defer": "defer"}
FIELDS = ("type", "status", "place", "country", "day", "who", "to whom", "killed", "wounded", "attribution", "note")
Decide = Callable[[Desk, Form], str]  # a form to a judgement; gives the address to go on to
BULK = 5000  # reports that one decision may cover


async def report(request: Request) -> Response:
    """One decision on one report."""
    return await _decided(request, _report)


async def bulk(request: Request) -> Response:
    """One decision on all open reports that a filter lets through."""
    return await _decided(request, _bulk)


async def undo(request: Request) -> Response:
    """A judgement taken back."""
    return await _decided(request, _undo)


async def merge(request: Request) -> Response:
    """Events taken for one happening."""
    return await _decided(request, _merge)


async def split(request: Request) -> Response:
    """Reports taken out of an event."""
    return await _decided(request, _split)


async def _decided(request: Request, decide: Decide) -> Response:
    form = await form_of(request)
    desk: Desk = request.app.state.desk
    try:
        goal = await run_in_threadpool(decide, desk, form)
    except Refused as refusal:
        back = own_path(form.text("back"))
        return page(request, "refused.html.j2", status=409, says=str(refusal), back=back)
    return RedirectResponse(goal, 303)


def _report(desk: Desk, form: Form) -> str:
    row = desk.shelf().one("report", form.text("report"))
    if row is None:
        raise HTTPException(404, "The record holds no such report.")
    verdict = _verdict(form.text("verdict"))
    changes = [(name, form.text(name)) for name in FIELDS if form.text(name)] if verdict == "correct" else []
    if verdict == "correct" and not changes:
        raise Refused("A correction needs at least one field that is to be otherwise.")
    made = desk.judge(
        verdict,
        [row["id"]],
        form.text("why") or REASONS.get(verdict, ""),
        supersedes=_alone(desk, row["judgement"]),
        changes=changes,
    )
    return _onward(form, made.id)


def _alone(desk: Desk, judgement: str | None) -> str | None:
    """The judgement, if the report is its only subject: one on many reports goes on standing for the others."""
    held = {one.id: one for one in desk.judgements()} if judgement else {}
    return judgement if judgement in held and len(held[judgement].subjects) == 1 else None


def _bulk(desk: Desk, form: Form) -> str:
    verdict = _verdict(form.text("verdict"))
    if verdict == "correct":
        raise Refused("Many reports cannot be corrected at once.")
    filters = Filters.of(dict(parse_qsl(form.text("filters"))), REPORTS, state="open")
    if filters.value("state") not in ("open", "deferred"):
        raise Refused("Only reports that are open or deferred are decided in bulk: choose that state first.")
    found = desk.shelf().ids(filters)
    if form.text("count") != str(len(found)):
        raise Refused(f"The filter shows {len(found)} reports by now, not {form.text('count')}: look again.")
    if not 0 < len(found) <= BULK:
        raise Refused(f"One decision can cover 1 to {BULK} reports, these are {len(found)}: narrow the filter.")
    if form.text("sure") != "yes":
        raise Refused("Tick that you mean all of them.")
    made = desk.judge(verdict, found, form.text("why"))
    return _onward(form, made.id)


def _undo(desk: Desk, form: Form) -> str:
    desk.undo(form.text("judgement"), form.text("why") or "Taken back")
    return own_path(form.text("back"))


def _merge(desk: Desk, form: Form) -> str:
    events = sorted({form.text("event"), *form.all("other"), *filter(None, [form.text("id")])})
    rows = [desk.event(event) for event in events]
    if None in rows:
        raise Refused("There is no event of that id (any more): look at the list of events.")
    if len(rows) < 2:
        raise Refused("A merge needs another event: tick one, or give its id.")
    subjects = sorted({name for row in rows if row for name in row.reports})
    desk.judge("merge", subjects, form.text("why"), supersedes=form.text("supersedes") or None)
    desk.relink()
    return _event_of(desk, subjects[0])


def _split(desk: Desk, form: Form) -> str:
    event = desk.event(form.text("event"))
    if event is None:
        raise Refused("There is no event of that id any more: look at the list of events.")
    subjects = sorted(set(form.all("report")) & set(event.reports))
    rest = [name for name in event.reports if name not in subjects]
    if not subjects or not rest:
        raise Refused("Tick the reports that tell another happening, and leave at least one.")
    desk.judge("split", subjects, form.text("why"), supersedes=form.text("supersedes") or None, apart=rest)
    desk.relink()
    return _event_of(desk, rest[0])


def _event_of(desk: Desk, report: str) -> str:
    row = desk.shelf().one("report", report)
    return f"/event/{row['event']}" if row and row["event"] else "/events"


def _verdict(text: str) -> Verdict:
    verdict = _VERDICTS.get(text)
    if verdict is not None:
        return verdict
    raise HTTPException(400, "There is no such decision.")


def _onward(form: Form, made: str) -> str:
    """Back to where the form stood, at the report that comes next, with the judgement that can be taken back."""
    path, _, fragment = own_path(form.text("back")).partition("#")
    bare, _, query = path.partition("?")
    kept = "&".join(part for part in query.split("&") if part and not part.startswith("done="))
    anchor = form.text("next") or fragment
    safe = anchor if anchor.replace("-", "").replace("_", "").isalnum() and anchor.isascii() else ""
    return f"{bare}?{kept}{'&' if kept else ''}done={made}" + (f"#{safe}" if safe else "")
