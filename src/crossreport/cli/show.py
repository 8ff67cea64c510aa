"""What a run shows: the events with who says so, and where every input went."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from crossreport.cli.cells import chain_of, day_of, killed_words, place_of, sides_of, voices_of

if TYPE_CHECKING:
    from rich.table import Table

    from crossreport.model import Event, EventReport
    from crossreport.pipeline.outcome import Summary
    from crossreport.record import Record

WIDTH_OF_A_FILE = 200  # columns where standard output is no terminal


def show_events(record: "Record") -> None:
    """A table of the record's events; of its reports, if the run ended before linking."""
    from rich.console import Console

    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH_OF_A_FILE)
    pages = record.coded_pages()
    reports = {report.id: report for coded in pages for report in coded.reports}
    events = record.linked().events
    if events:
        console.print(_events_table(events, reports))
    elif reports:
        console.print(_reports_table(list(reports.values())))


def show_summary(summary: "Summary", *, to_stderr: bool = False) -> None:
    """Where every input went: each rejection with its reason, and the sum."""
    for rejection in (*summary.rejections, *summary.failures):
        click.echo(f"rejected: {rejection.name}: {rejection.says} [{rejection.rule}]", err=True)
    duplicates = len(summary.duplicates) + len(summary.known)
    known = f" ({len(summary.known)} already in the record)" if summary.known else ""
    sums = f"{len(summary.read)} read + {len(summary.rejections)} rejected + {duplicates} duplicate{known}"
    click.echo(f"{summary.inputs} inputs = {sums}", err=to_stderr)


def _events_table(events: "tuple[Event, ...]", reports: "dict[str, EventReport]") -> "Table":
    table = _table("Place", "Day", "What", "Sides", "Killed", "Who says so", "Voices", "Grade", "Status")
    for event in events:
        told = [reports[id_] for id_ in event.reports if id_ in reports]
        table.add_row(
            place_of(event.place),
            day_of(event.when),
            event.type.label,
            sides_of([(side.role, actor.name) for side in event.sides for actor in side.actors]),
            killed_words(event.killed),
            "; ".join(Counter(chain_of(report) for report in told)),
            voices_of(event.voices),
            event.grade.replace("_", " "),
            event.status.replace("_", " "),
        )
    return table


def _reports_table(reports: "list[EventReport]") -> "Table":
    table = _table("Place", "Day", "What", "Sides", "Who says so", "Status")
    for report in reports:
        table.add_row(
            place_of(report.place),
            day_of(report.when),
            report.type.label,
            sides_of([(participant.role, participant.actor.name) for participant in report.participants]),
            chain_of(report),
            report.status.replace("_", " "),
        )
    return table


def _table(*columns: str) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
