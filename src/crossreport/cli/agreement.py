"""`crossreport agreement`: two coders of a blind round, side by side."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.judge_settle import round_of
from crossreport.cli.judging import opened
from crossreport.cli.options import record_option

if TYPE_CHECKING:
    from crossreport.record import Record
    from crossreport.record.agreement import Agreement
    from crossreport.record.rounds import Round


@click.command()
@click.option("--coder", "coders", metavar="NAME", multiple=True, required=True, help="A coder; give two.")
@click.option("--blind", metavar="ROUND", help="The round of blind coding; can be left out if there is only one.")
@record_option()
@click.option("--json", "json_file", metavar="FILE", help="Write agreement and disagreements as JSON; - for stdout.")
def agreement(coders: tuple[str, ...], blind: str | None, where: str | None, json_file: str | None) -> None:
    """Show how far two coders agree, field by field, and list what is left to decide between them.

    Both code with `crossreport judge … --blind ROUND`, which changes nothing. Only what both coded is shown. A third
    person decides: `crossreport judge settle ROUND` takes over what the two say alike, `judge … --settles ROUND`
    decides the rest.
    """
    import msgspec

    from crossreport.record.agreement import agreement as compared

    if len(set(coders)) != 2 or len(coders) != 2:
        raise click.UsageError("give two coders: --coder NAME --coder NAME")
    with one_line_errors(), opened(where) as record:
        round_ = _round(record, blind)
        if unknown := [coder for coder in coders if coder not in round_.coders]:
            raise Stop(f"{unknown[0]!r} coded nothing in {round_.name!r}; its coders: {', '.join(round_.coders)}")
        settling = [one for one in record.judgements() if one.settles]
        replaced = record.replaced(blind=round_.name)
    found = compared((coders[0], coders[1]), round_, settling, replaced)
    if json_file:
        with click.open_file(json_file, "wb") as stream:
            stream.write(msgspec.json.encode(found) + b"\n")
    if json_file != "-":
        _show(found)


def _round(record: "Record", name: str | None) -> "Round":
    rounds = record.blind_rounds()
    if not rounds:
        raise Stop("nothing was coded blind: crossreport judge … --blind ROUND")
    if name is None and len(rounds) > 1:
        raise Stop(f"there are {len(rounds)} rounds of blind coding: name one by --blind: {', '.join(rounds)}")
    return round_of(record, name if name is not None else rounds[0])


def _show(found: "Agreement") -> None:
    from rich.markup import escape

    from crossreport.cli.tables import show, table

    one, other = found.coders
    click.echo(f"coded by both: {found.both}; by {one} alone: {found.alone[0]}; by {other} alone: {found.alone[1]}")
    listed = table("Of", "Field", "Units", "Same", "Alpha", "Metric")
    for field in found.fields:
        same = "" if field.same is None else f"{field.same:.0%}"
        alpha = "not defined" if field.alpha is None else f"{field.alpha:.3f}"
        listed.add_row(field.kind, field.field, str(field.units), same, alpha, field.metric)
    show(listed)
    click.echo(f"of one mind: {found.agreed}, of these taken over: {found.settled}")
    for coder, count in zip(found.coders, found.replaced, strict=True):
        if count:
            click.echo(f"{coder} replaced or took back {count} judgements: not blind, if they had seen this before")
    apart = table("Disputed", "Field", "Machine", one, other, "Decided")
    for each in found.disputes:
        row = (each.subject, each.field, each.machine, *each.said, each.settled or "")
        apart.add_row(*map(escape, row))
    open_ = {each.subject for each in found.disputes if each.settled is None}
    click.echo(f"left to decide: {len(open_)}")
    if found.disputes:
        show(apart)
