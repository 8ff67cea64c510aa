"""What a run shows: the events with who says so, and where every input went."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.cells import chain_of, day_of, killed_words, place_of, sides_of, voices_of, words_of
from crossreport.cli.tables import show, table

if TYPE_CHECKING:
    from rich.table import Table

    from crossreport.model import Actor, Event, EventReport, Page
    from crossreport.pipeline.outcome import Summary
    from crossreport.privacy import Privacy
    from crossreport.record import Record

MOST_SHOWN = 20  # rejections of one rule: an archive may hold a thousand pictures
CONTRADICTED = "override_contradicted"  # reading's rule: a full date on the page is not the one that was given


def show_events(record: "Record", seen: "set[str]") -> None:
    """A table of what the captures `seen` tell: events by day, or reports if the run ended before linking.

    Names of private persons are withheld, as the brief withholds them.
    """
    from crossreport.privacy import Privacy

    coded_pages = record.coded_pages()
    pages = {coded.page.id: coded.page for coded in coded_pages}
    told = [report for coded in coded_pages if coded.page.capture in seen for report in coded.reports]
    ids = {report.id for report in told}
    events = [event for event in record.linked().events if ids.intersection(event.reports)]
    if events:
        reports = {report.id: report for coded in coded_pages for report in coded.reports}
        shown = {reports[id_].page for event in events for id_ in event.reports if id_ in reports}
        privacy = Privacy([coded for coded in coded_pages if coded.page.id in shown])
        show(_events_table(sorted(events, key=_by_day), reports, pages, privacy))
    elif told:
        privacy = Privacy([coded for coded in coded_pages if coded.page.capture in seen])
        show(_reports_table(sorted(told, key=_by_day), pages, privacy))


def warn_of_other_dates(record: "Record", seen: "set[str]") -> None:
    """How many of these pages carry another date than the one that was given for them."""
    pages = [coded.page for coded in record.coded_pages() if coded.page.capture in seen]
    others = sum(any(basis.rule == CONTRADICTED for basis in page.published.basis) for page in pages)
    if others:
        told = "page carries" if others == 1 else "pages carry"
        click.echo(f"warning: {others} {told} another date than --published; the day that was given is used", err=True)


def show_summary(summary: "Summary", *, to_stderr: bool = False) -> None:
    """Where every input went: each rejection with its reason, and the sum."""
    shown: dict[str, int] = {}
    for rejection in (*summary.rejections, *summary.failures):
        shown[rejection.rule] = shown.get(rejection.rule, 0) + 1
        if shown[rejection.rule] <= MOST_SHOWN:
            click.echo(f"rejected: {rejection.name}: {rejection.says} [{rejection.rule}]", err=True)
    for rule, count in sorted(shown.items()):
        if count > MOST_SHOWN:
            more = f"and {count - MOST_SHOWN:,} more; crossreport intake report --rule {rule} lists them"
            click.echo(f"rejected: … {more} [{rule}]", err=True)
    duplicates = len(summary.duplicates) + len(summary.known)
    known = f" ({len(summary.known)} already in the record)" if summary.known else ""
    sums = f"{len(summary.read)} read + {len(summary.rejections)} rejected + {duplicates} duplicate{known}"
    click.echo(f"{summary.inputs} inputs = {sums}", err=to_stderr)


def _by_day(one: "Event | EventReport") -> tuple[str, str, str]:
    """Chronological; what has no day comes last."""
    when = one.when
    day = (when.earliest or when.latest if when else None) or "9999"
    return day, one.place.name if one.place else "", one.id


def _events_table(
    events: "list[Event]", reports: "dict[str, EventReport]", pages: "dict[str, Page]", privacy: "Privacy"
) -> "Table":
    listed = table("Place", "Day", "What", "Sides", "Killed", "Who says so", "Voices", "Grade", "Status")
    for event in events:
        told = [reports[id_] for id_ in event.reports if id_ in reports]
        listed.add_row(
            _masked(place_of(event.place), privacy),
            day_of(event.when),
            words_of(event.type.label),
            _masked(
                sides_of([(side.role, _name(one, privacy)) for side in event.sides for one in side.actors]), privacy
            ),
            _masked(killed_words(event.killed), privacy),
            _masked("; ".join(dict.fromkeys(chain_of(report, pages[report.page]) for report in told)), privacy),
            voices_of(event.voices),
            words_of(event.grade),
            words_of(event.status),
        )
    return listed


def _reports_table(reports: "list[EventReport]", pages: "dict[str, Page]", privacy: "Privacy") -> "Table":
    listed = table("Place", "Day", "What", "Sides", "Who says so", "Status")
    for report in reports:
        listed.add_row(
            _masked(place_of(report.place), privacy),
            day_of(report.when),
            words_of(report.type.label),
            _masked(sides_of([(one.role, privacy.actor(one).name) for one in report.participants]), privacy),
            _masked(chain_of(report, pages[report.page]), privacy),
            words_of(report.status),
        )
    return listed


def _name(actor: "Actor", privacy: "Privacy") -> str:
    """The actor's name, or that it is somebody who is named."""
    from crossreport.privacy import SOMEBODY

    return SOMEBODY if actor.id in privacy.persons else actor.name


def _masked(cell: str, privacy: "Privacy") -> str:
    """A cell without the names of private persons; what stands in their place is no markup."""
    from rich.markup import escape

    from crossreport.privacy import WITHHELD

    return privacy.mask(cell).replace(WITHHELD, escape(WITHHELD))
