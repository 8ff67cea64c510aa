"""`crossreport judge settle`: a third person takes over what the coders of a blind round say."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.judging import fitting, keep, opened, signed

if TYPE_CHECKING:
    from crossreport.model import Judgement
    from crossreport.record import Record
    from crossreport.record.rounds import Round


@click.command()
@click.argument("blind", metavar="ROUND")
@click.argument("things", metavar="[THING...]", nargs=-1)
@click.option("--take", metavar="CODER", help="Of the THINGs take over what this coder says.")
@signed(supersedes=False)
def settle(
    blind: str, things: tuple[str, ...], take: str | None, where: str | None, by: str, at: str, why: str
) -> None:
    """Take over what two coders or more say alike; or, of the THINGs named, what one of them says.

    To decide otherwise than either of them, use judge accept, correct or reject with --settles ROUND. Nobody settles
    what they coded themselves. What is judged already on the record is passed over.
    """
    if bool(things) != (take is not None):
        raise click.UsageError("name THINGs together with --take CODER; without both, all that the coders agree on is")
    with one_line_errors(), opened(where) as record:
        round_ = round_of(record, blind)
        named = [fitting(name, list(round_.things), "report, figure or claim") for name in things] or round_.agreed()
        taken = [_taken(round_, name, take, by=by, at=at, why=why) for name in dict.fromkeys(named)]
        made = _not_judged(record, taken)
        if made:
            keep(record, made)
        click.echo(f"settled: {len(made)}; judged before: {len(taken) - len(made)}")


def round_of(record: "Record", name: str) -> "Round":
    """The round of blind coding of that name.

    Raises:
        Stop: there is none; the message says which there are.
    """
    from crossreport.record.rounds import Round

    if name not in (rounds := record.blind_rounds()):
        raise Stop(f"there is no round {name!r} of blind coding; rounds: {', '.join(rounds) or 'none'}")
    return Round(name, record.judgements(blind=name), record.coded_pages(judged=False))


def _taken(round_: "Round", thing: str, take: str | None, *, by: str, at: str, why: str) -> "Judgement":
    try:
        return round_.taken(thing, take, by=by, at=at, why=why)
    except ValueError as error:
        raise Stop(str(error)) from error


def _not_judged(record: "Record", taken: "list[Judgement]") -> "list[Judgement]":
    """Without those on things that somebody judged already; they are named."""
    of_things = [held for held in record.judgements() if held.verdict not in ("merge", "split")]
    standing = {subject: held for held in of_things for subject in held.subjects}
    for one in taken:
        for subject in one.subjects:
            if (held := standing.get(subject)) is not None:
                click.echo(f"judged before: {subject}: {held.verdict} by {held.by} on {held.at} ({held.id})")
    return [one for one in taken if standing.keys().isdisjoint(one.subjects)]
