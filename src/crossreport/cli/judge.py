"""`crossreport judge`: what a person says is one happening and what is not, kept and followed from then on."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, Day, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.model import Event, Judgement
    from crossreport.record import Record

Verdict = Literal["merge", "split", "reject"]


@click.group()
def judge() -> None:
    """Say that events are one happening, or that an event is two; list such judgements, and take one back.

    A judgement is never overwritten: another one supersedes it. Events are named as `crossreport weigh` lists them, by
    their id or its beginning.
    """


def _signed() -> Callable[[Any], Any]:
    """`--record`, `--by`, `--on`, `--why` and `--supersedes`."""
    options = (
        record_option(),
        click.option("--by", required=True, help="Who decided it."),
        click.option("--on", "at", type=Day(), required=True, help="The day of the decision (ISO)."),
        click.option("--why", required=True, help="The reason."),
        click.option("--supersedes", metavar="JUDGEMENT", help="An earlier judgement that this one replaces."),
    )

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


@judge.command()
@click.argument("events", metavar="EVENT EVENT...", nargs=-1, required=True)
@_signed()
def merge(events: tuple[str, ...], where: str | None, by: str, at: str, why: str, supersedes: str | None) -> None:
    """Take these events for one happening."""
    with one_line_errors(), _opened(where) as record:
        found = _events(record, events)
        if len({event.id for event in found}) < 2:
            raise Stop("a merge needs two events at least")
        subjects = tuple(sorted(report for event in found for report in event.reports))
        _judge(record, "merge", subjects, (), by=by, at=at, why=why, supersedes=supersedes)


@judge.command()
@click.argument("event", metavar="EVENT")
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@_signed()
def split(
    event: str, reports: tuple[str, ...], where: str | None, by: str, at: str, why: str, supersedes: str | None
) -> None:
    """Take these reports out of an event: they tell one other happening."""
    with one_line_errors(), _opened(where) as record:
        (found,) = _events(record, (event,))
        subjects = tuple(sorted({_one(name, found.reports, f"report of {found.id}") for name in reports}))
        rest = tuple(report for report in found.reports if report not in subjects)
        if not rest:
            raise Stop(f"these are all reports of {found.id}: leave at least one")
        _judge(record, "split", subjects, rest, by=by, at=at, why=why, supersedes=supersedes)


@judge.command()
@click.argument("judgement", metavar="JUDGEMENT")
@record_option()
@click.option("--by", required=True, help="Who decided it.")
@click.option("--on", "at", type=Day(), required=True, help="The day of the decision (ISO).")
@click.option("--why", required=True, help="The reason.")
def undo(judgement: str, where: str | None, by: str, at: str, why: str) -> None:
    """Take a judgement back; that it was made, and why it no longer holds, stays."""
    with one_line_errors(), _opened(where) as record:
        name = _one(judgement, [held.id for held in record.judgements()], "judgement that stands")
        _judge(record, "reject", (name,), (), by=by, at=at, why=why, supersedes=name)


@judge.command("list")
@record_option()
@click.option("--all", "superseded", is_flag=True, help="Superseded ones, too.")
def list_(where: str | None, superseded: bool) -> None:
    """List the judgements, and how many of the reports that they name the record still holds."""
    with one_line_errors(), _opened(where) as record:
        held = {report.id for coded in record.coded_pages() for report in coded.reports}
        for one in record.judgements(superseded=superseded):
            click.echo(f"{one.id}  {one.at}  {one.by}  {one.verdict}  {_state(one, held)}  {one.why}")


@judge.command()
@click.argument("event", metavar="EVENT")
@record_option()
def show(event: str, where: str | None) -> None:
    """Show an event's reports with their passages, and why they were joined."""
    with one_line_errors(), _opened(where) as record:
        (found,) = _events(record, (event,))
        told = {report.id: (coded.page, report) for coded in record.coded_pages() for report in coded.reports}
    click.echo(f"{found.id}  {found.type.label}  {found.when.edtf if found.when else '-'}")
    for name in found.reports:
        page, report = told[name]
        click.echo(f"{name}  {page.name}  {page.outlet or '-'}  “{' '.join(report.span.quote.split())}”")
    for reason in found.reasons:
        click.echo(f"{reason.rule}: {reason.says}")


def _opened(where: str | None) -> "Record":
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    return open_record(address)


def _events(record: "Record", names: Sequence[str]) -> "list[Event]":
    events = {event.id: event for event in record.linked().events}
    return [events[_one(name, list(events), "event")] for name in names]


def _one(name: str, ids: Sequence[str], what: str) -> str:
    """The one id that is `name`, or begins with it, with or without its kind."""
    fits = [one for one in ids if one.startswith(name) or one.partition("-")[2].startswith(name)]
    if len(fits) != 1:
        raise Stop(f"{len(fits)} ids begin with {name!r}: give the id of one {what}")
    return fits[0]


def _judge(
    record: "Record",
    verdict: Verdict,
    subjects: tuple[str, ...],
    apart: tuple[str, ...],
    *,
    by: str,
    at: str,
    why: str,
    supersedes: str | None,
) -> None:
    from crossreport.linking import contradicted
    from crossreport.model import Judgement, content_id
    from crossreport.pipeline.run import relink

    standing = record.judgements()
    if supersedes is not None:
        supersedes = _one(supersedes, [held.id for held in standing], "judgement that stands")
    ident = content_id("judgement", verdict, subjects, apart, by, at, why, supersedes)
    made = Judgement(ident, verdict, subjects, by, at, why, supersedes, apart)
    for held in contradicted(made, standing):
        raise Stop(f"{held.id} of {held.by} on {held.at} says the opposite ({held.why}): --supersedes {held.id}")
    try:
        record.judge(made)
    except ValueError as error:
        raise Stop(str(error)) from error
    failures = relink(record)
    click.echo(f"judged: {made.id}")
    for event in record.linked().events:
        if not set(subjects).isdisjoint(event.reports):
            click.echo(f"{event.id}  {len(event.reports)} reports")
    for failure in failures:
        raise click.ClickException(failure.says)


def _state(judgement: "Judgement", held: set[str]) -> str:
    if judgement.verdict not in ("merge", "split"):
        return f"of {', '.join(judgement.subjects)}"
    named = (*judgement.subjects, *judgement.apart)
    return f"{sum(name in held for name in named)} of {len(named)} reports are in the record"
