"""`crossreport compare`: our events beside ACLED's or UCDP's."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.tables import show, table
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.compare.match import Comparison
    from crossreport.compare.theirs import Read, Theirs
    from crossreport.model import Linked

LISTED = 20  # events that each list shows before it says how many more there are


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@record_option()
@click.option("--json", "json_file", metavar="FILE", help="Write pairs and misses as JSON; - for stdout.")
def compare(file: Path, where: str | None, json_file: str | None) -> None:
    """Set the record beside FILE, a CSV with ACLED's or UCDP GED's columns (plain or .gz).

    Shows which events both have and whether the tolls agree, and which only one of the two has. Their events in other
    countries, or on days that the pages of the record do not speak of, are counted apart.
    """
    import msgspec

    from crossreport.compare import match, theirs
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        try:
            given = theirs.read(file)
        except theirs.FileError as error:
            raise Stop(str(error)) from error
        linked = record.linked()
    found = match.compare(linked.events, given.events, given.kind)
    if json_file:
        with click.open_file(json_file, "wb") as stream:
            stream.write(msgspec.json.encode(found) + b"\n")
    if json_file != "-":
        _show(found, given, linked)


def _show(found: "Comparison", given: "Read", linked: "Linked") -> None:
    name = given.kind.upper()
    click.echo(
        f"{name}: {len(given.events)} events read, {len(given.left_out)} lines left out, {found.outside} outside"
    )
    for line, why in given.left_out[:LISTED]:
        click.echo(f"left out: line {line}: {why}")
    tolls = [pair.toll for pair in found.pairs if pair.toll is not None]
    click.echo(f"both: {len(found.pairs)}; tolls agree in {sum(tolls)} of {len(tolls)} that both give")
    click.echo(f"only ours: {len(found.only_ours)}; only theirs: {len(found.only_theirs)}")
    _show_pairs(found, given, linked)
    _show_misses(found, given)


def _show_pairs(found: "Comparison", given: "Read", linked: "Linked") -> None:
    from rich.markup import escape

    ours = {event.id: event for event in linked.events}
    others = {each.id: each for each in given.events}
    listed = table("Ours", "Theirs", "Kilometres apart", "Sides alike", "Killed, ours", "Killed, theirs")
    for pair in found.pairs[:LISTED]:
        event, other = ours[pair.ours], others[pair.theirs]
        where, when = event.place.name if event.place else "?", event.when.edtf if event.when else "?"
        killed = f"{_span(event.killed.low, event.killed.high)}" if event.killed else ""
        apart = "" if pair.kilometres is None else f"{pair.kilometres:.0f}"
        theirs_killed = _span(other.low, other.high)
        cells = (
            f"{event.type.label}, {where}, {when}",
            f"{other.id}: {other.type}, {other.place}, {_days(other)}",
            apart,
            str(pair.sides),
        )
        listed.add_row(*map(escape, (*cells, killed, theirs_killed)))
    show(listed)
    _more(len(found.pairs))


def _show_misses(found: "Comparison", given: "Read") -> None:
    from rich.markup import escape

    others = {each.id: each for each in given.events}
    listed = table("Only theirs", "Place", "Days", "Sides", "Killed")
    for id_ in found.only_theirs[:LISTED]:
        other = others[id_]
        cells = (id_, other.place, _days(other), " / ".join(other.sides), _span(other.low, other.high))
        listed.add_row(*map(escape, cells))
    show(listed)
    _more(len(found.only_theirs))


def _more(total: int) -> None:
    if total > LISTED:
        click.echo(f"… and {total - LISTED} more; --json FILE holds all")


def _days(other: "Theirs") -> str:
    """The days that a row's date stands for: of a week, all of it."""
    return other.earliest if other.earliest == other.latest else f"{other.earliest} to {other.latest}"


def _span(low: float | None, high: float | None) -> str:
    ends = ["" if end is None else f"{end:.0f}" for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)
