"""Forms that decide: accept, reject, correct, defer, take back, merge, split; each becomes one judgement."""

from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from crossreport.model.judgement import Verdict
from crossreport.web import deciding
from crossreport.web.deciding import Refused, Unknown
from crossreport.web.desk import Desk
from crossreport.web.fields import PREFIX, changes_of
from crossreport.web.filters import REPORTS, Filters
from crossreport.web.forms import Form, form_of, own_path
from crossreport.web.render import page

VERDICTS: dict[str, Verdict] = {"accept": "accept", "correct": "correct", "reject": "reject", "defer": "defer"}
Decide = Callable[[Desk, Form], str]  # a form to a judgement; gives the address to go on to


async def report(request: Request) -> Response:
    """One decision on one report, figure or claim."""
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
        again = form if form.text("verdict") == "correct" and form.beginning(PREFIX) else None
        return page(
            request, "refused.html.j2", status=409, says=str(refusal), back=back, journal=True,
            missing=False, again=again, offers=refusal.offers,
        )  # fmt: skip
    except Unknown as error:
        raise HTTPException(404, str(error)) from error
    return RedirectResponse(goal, 303)


def _report(desk: Desk, form: Form) -> str:
    verdict = _verdict(form.text("verdict"))
    changes = changes_of(form.beginning(PREFIX)) if verdict == "correct" else []
    seen = form.text("seen") if form.all("seen") else None
    made = deciding.decide_one(desk, verdict, form.text("report"), form.text("why"), changes, seen)
    return _onward(form, made.id)


def _bulk(desk: Desk, form: Form) -> str:
    verdict = _verdict(form.text("verdict"))
    filters = Filters.of(dict(parse_qsl(form.text("filters"))), REPORTS, state="open")
    if filters.value("state") not in ("open", "deferred"):
        raise Refused("Only reports that are open or deferred are decided in bulk: choose that state first.")
    found = desk.shelf().ids(filters)
    if form.text("count") != str(len(found)):
        raise Refused(f"The filter shows {len(found)} reports by now, not {form.text('count')}: look again.")
    if form.text("sure") != "yes":
        raise Refused("Tick that you mean all of them.")
    return _onward(form, deciding.decide_many(desk, verdict, found, form.text("why")).id)


def _undo(desk: Desk, form: Form) -> str:
    deciding.undo(desk, form.text("judgement"), form.text("why"))
    return own_path(form.text("back"))


def _merge(desk: Desk, form: Form) -> str:
    events = [form.text("event"), *form.all("other"), *filter(None, [form.text("id")])]
    return _event_of(desk, deciding.merge(desk, events, form.text("why")).subjects[0])


def _split(desk: Desk, form: Form) -> str:
    made = deciding.split(desk, form.text("event"), form.all("report"), form.text("why"))
    return _event_of(desk, made.apart[0])


def _event_of(desk: Desk, report: str) -> str:
    row = desk.shelf().one("report", report)
    return f"/event/{row['event']}" if row and row["event"] else "/events"


def _verdict(text: str) -> Verdict:
    verdict = VERDICTS.get(text)
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
