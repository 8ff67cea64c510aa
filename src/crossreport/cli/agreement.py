"""`crossreport agreement`: two coders of a blind round, side by side."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.judging import opened
from crossreport.cli.options import record_option

if TYPE_CHECKING:
    from crossreport.model import Judgement
    from crossreport.record import Record
    from crossreport.record.agreement import Agreement


@click.command()
@click.option("--coder", "coders", metavar="NAME", multiple=True, required=True, help="A coder; give two.")
@click.option("--blind", metavar="ROUND", help="The round of blind coding; can be left out if there is only one.")
@record_option()
@click.option("--json", "json_file", metavar="FILE", help="Write agreement and disagreements as JSON; - for stdout.")
def agreement(coders: tuple[str, ...], blind: str | None, where: str | None, json_file: str | None) -> None:
    """Show how far two coders agree, field by field, and list what is left to decide between them.

    Both code with `crossreport judge … --blind ROUND`, which changes nothing. Only what both coded is shown. To decide,
    judge the thing without --blind.
    """
    import msgspec

    from crossreport.record.agreement import agreement as compared
    from crossreport.record.corrections import things_of

    if len(set(coders)) != 2 or len(coders) != 2:
        raise click.UsageError("give two coders: --coder NAME --coder NAME")
    with one_line_errors(), opened(where) as record:
        coded = _round(record, coders, blind)
        things = {thing.id: thing for page in record.coded_pages(judged=False) for thing in things_of(page)}
    found = compared((coders[0], coders[1]), coded, things)
    if json_file:
        with click.open_file(json_file, "wb") as stream:
            stream.write(msgspec.json.encode(found) + b"\n")
    if json_file != "-":
        _show(found)


def _round(record: "Record", coders: tuple[str, ...], blind: str | None) -> "list[Judgement]":
    rounds = record.blind_rounds()
    if blind is None and len(rounds) > 1:
        raise Stop(f"there are {len(rounds)} rounds of blind coding: name one by --blind: {', '.join(rounds)}")
    name = blind if blind is not None else next(iter(rounds), None)
    if name is None or name not in rounds:
        raise Stop(
            f"nothing was coded blind{'' if name is None else f' in {name!r}'}: crossreport judge … --blind ROUND"
        )
    coded = record.judgements(blind=name)
    known = sorted({one.by for one in coded})
    if unknown := [coder for coder in coders if coder not in known]:
        raise Stop(f"{unknown[0]!r} coded nothing in {name!r}; its coders: {', '.join(known)}")
    return coded


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
    left = table("To decide", "Field", "Machine", one, other)
    for dispute in found.disputes:
        left.add_row(*map(escape, (dispute.subject, dispute.field, dispute.machine, *dispute.said)))
    click.echo(f"left to decide: {len(found.disputes)}")
    show(left)
