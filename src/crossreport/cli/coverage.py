"""`crossreport coverage`: who told what first, who was silent, and who takes text or word from whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.tables import on_one_line, show, table
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.model import Coverage, SourceLink


@click.command()
@record_option()
@click.option("--events", "by_event", is_flag=True, help="One line for each event instead of one for each outlet.")
@click.option("--shared", is_flag=True, help="Only events that two or more outlets tell or could have told.")
@click.option(
    "--jsonl", "jsonl_file", metavar="FILE", help="Write coverage and source links as JSON Lines; - for stdout."
)
def coverage(where: str | None, by_event: bool, shared: bool, jsonl_file: str | None) -> None:
    """Say who told each event first, how far the others were behind, who was silent, and who copies whom.

    Silent is an outlet of this record with a page on the same country, surely written in the three days from the
    event's end on and not before another outlet told it, and no page that tells it. What else it printed is not known.
    """
    from crossreport.export import jsonl
    from crossreport.record import open_record
    from crossreport.weighing import coverage as cover
    from crossreport.weighing import network

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        pages, linked = record.coded_pages(), record.linked()
        covered, links = cover(pages, linked), network(pages, linked)
        if shared:
            covered = [one for one in covered if len(one.told) + len(one.silent) > 1]
        if jsonl_file:
            with click.open_file(jsonl_file, "wb") as stream:
                jsonl.write_lines(stream, [*covered, *links])
    if jsonl_file == "-":
        return
    if by_event:
        for one in covered:
            click.echo(f"{one.event}: {one.says}")
        return
    _show_outlets(covered, links)
    _show_links(links)


def _show_outlets(covered: "Sequence[Coverage]", links: "Sequence[SourceLink]") -> None:
    from rich.markup import escape

    told: Counter[str] = Counter()
    first: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    lags: dict[str, list[int]] = defaultdict(list)
    for one in covered:
        for teller in one.told:
            told[teller.outlet] += 1
            first[teller.outlet] += teller.sure and len(one.told) > 1
            if not teller.first and teller.lag_low is not None:
                lags[teller.outlet].append(teller.lag_low)
        silent.update(one.outlet for one in one.silent)
    copies = _sources(links)
    listed = table("Outlet", "Events told", "First of several", "Median days behind", "Silent on", "Has text of")
    for outlet in sorted(set(told) | set(silent)):
        behind = f"{median(lags[outlet]):g}" if lags[outlet] else ""
        counts = (str(told[outlet]), str(first[outlet]), behind, str(silent[outlet]))
        listed.add_row(escape(outlet), *counts, escape(", ".join(copies.get(outlet, ()))))
    show(listed)


def _sources(links: "Iterable[SourceLink]") -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for link in links:
        if link.kind == "copies" and link.directed:
            found[link.taker].append(link.source)
    return found


def _show_links(links: "Sequence[SourceLink]") -> None:
    from rich.markup import escape

    listed = table("From", "", "To", "How", "Pages", "For instance")
    for link in sorted(links, key=lambda link: (link.kind, -len(link.pages), link.source, link.taker)):
        passage = link.evidence[0].quote if link.evidence else ""
        cells = (link.source, "→" if link.directed else "–", link.taker, link.kind.replace("_", " "))
        listed.add_row(*map(escape, cells), str(len(link.pages)), escape(on_one_line(passage)))
    show(listed)
