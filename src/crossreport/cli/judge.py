"""`crossreport judge`: what a person says is one happening and what is not, kept and followed from then on."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.former import now_of
from crossreport.cli.judge_queue import queue
from crossreport.cli.judge_settle import settle
from crossreport.cli.judge_things import accept, correct, reject
from crossreport.cli.judging import fitting, opened, own_round, relinked, signed
from crossreport.cli.options import record_option

if TYPE_CHECKING:
    from crossreport.model import Event, Figure, Judgement
    from crossreport.model.judgement import Verdict
    from crossreport.record import Record
    from crossreport.record.corrections import Thing


@click.group()
def judge() -> None:
    """Accept, correct or reject what was read; merge and split events; list judgements, and take one back.

    A judgement is never overwritten: another one supersedes it. Events are named as `crossreport weigh` lists them,
    reports, figures and claims by their ids in the JSON Lines and in `judge show`; the beginning of an id is enough.
    """


@judge.command()
@click.argument("events", metavar="EVENT EVENT...", nargs=-1, required=True)
@signed()
def merge(events: tuple[str, ...], where: str | None, by: str, at: str, why: str, supersedes: str | None) -> None:
    """Take these events for one happening."""
    with one_line_errors(), opened(where) as record:
        found = _events(record, events)
        if len({event.id for event in found}) < 2:
            raise Stop("a merge needs two events at least")
        subjects = tuple(sorted(report for event in found for report in event.reports))
        _judge(record, "merge", subjects, (), by=by, at=at, why=why, supersedes=supersedes)
        now = [event.id for event in record.linked().events if not set(subjects).isdisjoint(event.reports)]
        click.echo(f"{', '.join(event.id for event in found if event.id not in now)} is now {', '.join(now)}")


@judge.command()
@click.argument("event", metavar="EVENT")
@click.argument("reports", metavar="REPORT...", nargs=-1, required=True)
@signed()
def split(
    event: str, reports: tuple[str, ...], where: str | None, by: str, at: str, why: str, supersedes: str | None
) -> None:
    """Take these reports out of an event: they tell one other happening."""
    with one_line_errors(), opened(where) as record:
        (found,) = _events(record, (event,))
        subjects = tuple(sorted({fitting(name, found.reports, f"report of {found.id}") for name in reports}))
        rest = tuple(report for report in found.reports if report not in subjects)
        if not rest:
            raise Stop(f"these are all reports of {found.id}: leave at least one")
        _judge(record, "split", subjects, rest, by=by, at=at, why=why, supersedes=supersedes)


@judge.command()
@click.argument("judgement", metavar="JUDGEMENT")
@signed(supersedes=False)
@click.option("--blind", metavar="ROUND", help="The round of blind coding that it belongs to.")
def undo(judgement: str, where: str | None, by: str, at: str, why: str, blind: str | None) -> None:
    """Take a judgement back; that it was made, and why it no longer holds, stays."""
    with one_line_errors(), opened(where) as record:
        name = fitting(judgement, [held.id for held in own_round(record, blind, by)], "judgement that stands")
        _judge(record, "reject", (name,), (), by=by, at=at, why=why, supersedes=name, blind=blind)


@judge.command("list")
@record_option()
@click.option("--all", "superseded", is_flag=True, help="Superseded ones, too.")
@click.option("--blind", metavar="ROUND", help="Those of this round of blind coding; needs --coder.")
@click.option("--coder", metavar="NAME", help="Those of this person only.")
def list_(where: str | None, superseded: bool, blind: str | None, coder: str | None) -> None:
    """List the judgements, and how much of what they are about the record still holds.

    Of a round of blind coding everybody sees their own judgements only; `crossreport agreement` compares them.
    """
    if blind is not None and coder is None:
        raise click.UsageError("of a blind round you see your own judgements only: say who you are by --coder NAME")
    from crossreport.record.corrections import things_of

    with one_line_errors(), opened(where) as record:
        pages = record.coded_pages(judged=False)
        held = {thing.id: (thing, coded.figures) for coded in pages for thing in things_of(coded)}
        for one in record.judgements(superseded=superseded, blind=blind):
            if coder in (None, one.by):
                click.echo(f"{one.id}  {one.at}  {one.by}  {one.verdict}  {_state(one, held)}  {one.why}")
        if blind is None and (rounds := record.blind_rounds()):
            click.echo(f"not listed: what was coded blind in {', '.join(rounds)}", err=True)


@judge.command()
@click.argument("event", metavar="EVENT")
@record_option()
def show(event: str, where: str | None) -> None:
    """Show an event's reports with their passages, and why they were joined."""
    with one_line_errors(), opened(where) as record:
        (found,) = _events(record, (event,))
        told = {report.id: (coded.page, report) for coded in record.coded_pages() for report in coded.reports}
    click.echo(f"{found.id}  {found.type.label}  {found.when.edtf if found.when else '-'}")
    for name in found.reports:
        page, report = told[name]
        click.echo(f"{name}  {page.name}  {page.outlet or '-'}  “{' '.join(report.span.quote.split())}”")
    for reason in found.reasons:
        click.echo(f"{reason.rule}: {reason.says}")


def _events(record: "Record", names: Sequence[str]) -> "list[Event]":
    events = {event.id: event for event in record.linked().events}
    return [events[_event(record, name, list(events))] for name in names]


def _event(record: "Record", name: str, ids: Sequence[str]) -> str:
    """The id of one event; the id that it had before a merge does, too."""
    known = any(one.startswith((name, f"event-{name}")) for one in ids)
    now = [] if known else [event.id for event in now_of(record, name)]
    if not now:
        return fitting(name, ids, "event")
    if len(now) > 1:
        raise Stop(f"{name} was parted into {', '.join(now)}: give the id of one")
    click.echo(f"{name} is now {now[0]}", err=True)
    return now[0]


def _judge(
    record: "Record",
    verdict: "Verdict",
    subjects: tuple[str, ...],
    apart: tuple[str, ...],
    *,
    by: str,
    at: str,
    why: str,
    supersedes: str | None,
    blind: str | None = None,
) -> None:
    from crossreport.linking import contradicted
    from crossreport.model import Judgement, content_id

    standing = own_round(record, blind, by)
    if supersedes is not None:
        supersedes = fitting(supersedes, [held.id for held in standing], "judgement that stands")
    ident = content_id("judgement", verdict, subjects, apart, by, at, why, supersedes)
    made = Judgement(ident, verdict, subjects, by, at, why, supersedes, apart, blind=blind)
    for held in contradicted(made, standing):
        raise Stop(f"{held.id} of {held.by} on {held.at} says the opposite ({held.why}): --supersedes {held.id}")
    try:
        record.judge(made)
    except ValueError as error:
        raise Stop(str(error)) from error
    click.echo(f"judged: {made.id}")
    if blind is None:
        relinked(record, subjects)


def _state(judgement: "Judgement", held: "Mapping[str, tuple[Thing, Sequence[Figure]]]") -> str:
    from crossreport.record.corrections import in_words, value_of

    if judgement.verdict in ("merge", "split"):
        named = (*judgement.subjects, *judgement.apart)
        return f"{sum(name in held for name in named)} of {len(named)} reports are in the record"
    said = f"of {', '.join(judgement.subjects)}"
    gone = [name for name in judgement.subjects if name not in held and not name.startswith("judgement-")]
    if judgement.changes:
        said += ": " + ", ".join(f"{field}={words}" for field, words in judgement.changes)
    if gone:
        said += (
            " (not in the record now)" if len(gone) == len(judgement.subjects) else f" ({len(gone)} not in the record)"
        )
    for (field, _), was in zip(judgement.changes, judgement.was, strict=False):
        for thing, figures in (held[name] for name in judgement.subjects if name in held):
            if (now := value_of(thing, field, figures)) != was:
                said += f" (the machine had {in_words(was)} for {field}, now {in_words(now)})"
    return said


for _command in (accept, correct, reject, queue, settle):
    judge.add_command(_command)
