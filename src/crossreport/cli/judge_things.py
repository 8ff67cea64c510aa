"""`crossreport judge accept|correct|reject`: what a person says about single reports, figures and claims."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.judge_settle import round_of
from crossreport.cli.judging import fitting, keep, opened, own_round, signed

if TYPE_CHECKING:
    from crossreport.model import Judgement
    from crossreport.model.judgement import Verdict

_things = click.argument("things", metavar="THING...", nargs=-1, required=True)
_blind = click.option(
    "--blind", metavar="ROUND", help="Only code it, in this round of blind coding: it changes nothing."
)
_settles = click.option(
    "--settles", metavar="ROUND", help="Decide between the coders of this round of blind coding, as a third person."
)


@click.command()
@_things
@signed()
@_blind
@_settles
def accept(
    things: tuple[str, ...],
    where: str | None,
    by: str,
    at: str,
    why: str,
    supersedes: str | None,
    blind: str | None,
    settles: str | None,
) -> None:
    """Say that these reports, figures or claims are right as they stand, or as they were corrected."""
    _judge_each("accept", things, where, (), by=by, at=at, why=why, supersedes=supersedes, blind=blind, settles=settles)


@click.command()
@_things
@signed()
@_blind
@_settles
def reject(
    things: tuple[str, ...],
    where: str | None,
    by: str,
    at: str,
    why: str,
    supersedes: str | None,
    blind: str | None,
    settles: str | None,
) -> None:
    """Leave these reports, figures or claims out; the figures of a report go with it.

    They stay in the journal, and `crossreport judge undo` brings them back.
    """
    _judge_each("reject", things, where, (), by=by, at=at, why=why, supersedes=supersedes, blind=blind, settles=settles)


@click.command()
@click.argument("thing", metavar="THING")
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True)
@signed()
@_blind
@_settles
def correct(
    thing: str,
    changes: tuple[str, ...],
    where: str | None,
    by: str,
    at: str,
    why: str,
    supersedes: str | None,
    blind: str | None,
    settles: str | None,
) -> None:
    """Put other values in place of what the machine gave for a report, a figure or a claim.

    \b
    report   type, status, place, when, agent, target, party, killed, wounded, attribution, core
    figure   measure, of, of_kind, low, best, high, bound, cumulative, event_report, status
    claim    speaker, mode

    Who did it (agent), to whom (target) or who fought (party) is given by names or ids of actors, several with ";"
    between them; who says so (attribution) likewise, outermost first, or as "official: governor of Taiz".
    A place is a GeoNames id, a name, or "name, country"; a time is EDTF; `none` empties what can be empty.
    How many a report tells killed or wounded is a number, a range (10-15), or low/best/high with - for an open end.
    """
    pairs = [tuple(part.strip() for part in change.partition("=")[::2]) for change in changes]
    if any("=" not in change for change in changes):
        raise click.UsageError("write a correction as FIELD=VALUE, like status=planned")
    named = tuple((field, words) for field, words in pairs)
    _judge_each(
        "correct", (thing,), where, named, by=by, at=at, why=why, supersedes=supersedes, blind=blind, settles=settles
    )


def _judge_each(
    verdict: "Verdict",
    names: tuple[str, ...],
    where: str | None,
    changes: tuple[tuple[str, str], ...],
    *,
    by: str,
    at: str,
    why: str,
    supersedes: str | None,
    blind: str | None,
    settles: str | None,
) -> None:
    """One judgement a thing: all of them, or, if one cannot be made, none."""
    from crossreport.record import decide, thing_of

    if blind is not None and settles is not None:
        raise click.UsageError("what settles a round counts for all: give --settles without --blind")
    with one_line_errors(), opened(where) as record:
        round_ = round_of(record, settles) if settles is not None else None
        standing = own_round(record, blind, by)
        if supersedes is not None:
            supersedes = fitting(supersedes, [held.id for held in standing], "judgement that stands")
        made = []
        for name in dict.fromkeys(names):
            subject = fitting(name, record.named(name), "report, figure or claim")
            page = record.page_of(subject)
            if page is None:
                raise Stop(f"the page of {subject} cannot be read: check the record with crossreport verify")
            try:
                one = decide(
                    verdict, thing_of(page, subject), by=by, at=at, why=why, changes=changes,
                    supersedes=supersedes, blind=blind, settles=round_.settles(subject, by) if round_ else (),
                    figures=page.figures,
                )  # fmt: skip
            except ValueError as error:
                raise Stop(str(error)) from error
            _refuse_rivals(one, standing)
            made.append(one)
        keep(record, made)


def _refuse_rivals(made: "Judgement", standing: "list[Judgement]") -> None:
    from crossreport.record import rivals

    for held in rivals(made, standing):
        raise Stop(f"{held.by} judged it on {held.at}: {held.verdict} ({held.why}): --supersedes {held.id}")
