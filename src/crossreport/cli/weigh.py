"""`crossreport weigh`: how many voices there are, who says what, and what is left without some sources."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from crossreport.cli.dropping import dropped, without_option
from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.former import now_of
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.model import Event, Linked
    from crossreport.record import Record


@click.command()
@click.argument("events", metavar="[EVENT]...", nargs=-1)
@record_option()
@without_option()
@click.option(
    "--jsonl", "jsonl_file", metavar="FILE", help="Write the rows (who says what) as JSON Lines; - for stdout."
)
def weigh(events: tuple[str, ...], where: str | None, without: tuple[str, ...], jsonl_file: str | None) -> None:
    """List events with their voices and grades; with EVENT (an id or its beginning), who says what of it.

    With --without the record is weighed again on what is left, and each event whose grade, voices or toll changes is
    shown as it was and as it would be.
    """
    from crossreport.export import jsonl
    from crossreport.record import open_record
    from crossreport.weighing import matrix

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        pages, linked = record.coded_pages(), record.linked()
        left, weighed = dropped(pages, linked, without)
        chosen = _chosen(record, weighed, events)
        rows = matrix(left, weighed, chosen) if events or jsonl_file else []
        if jsonl_file:
            with click.open_file(jsonl_file, "wb") as stream:
                jsonl.write_lines(stream, rows)
    if jsonl_file == "-":
        return
    from crossreport.cli.weighed import show_changes, show_matrix, show_weighed

    if events:
        show_matrix(chosen, rows, weighed)
    elif without:
        show_changes(linked, weighed)
    else:
        show_weighed(chosen)


def _chosen(record: "Record", linked: "Linked", names: Sequence[str]) -> "list[Event]":
    if not names:
        return list(linked.events)
    found = []
    for name in names:
        fits = [event for event in linked.events if event.id.startswith((name, f"event-{name}"))]
        former = set() if fits else {event.id for event in now_of(record, name)}
        fits = fits or [event for event in linked.events if event.id in former]
        if len(fits) != 1:
            raise Stop(f"{len(fits)} events begin with {name!r}: give the id as `crossreport weigh` lists it")
        found += fits
    return found
