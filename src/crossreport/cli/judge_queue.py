"""`crossreport judge queue`: what is left to judge, for everybody or for one coder of a blind round."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.judging import opened, own_round
from crossreport.cli.options import record_option

if TYPE_CHECKING:
    from crossreport.model import CodedPage, EventReport
    from crossreport.record.corrections import Thing


@click.command()
@record_option()
@click.option("--blind", metavar="ROUND", help="What this coder has left in the round; needs --coder.")
@click.option("--coder", metavar="NAME", help="Who codes.")
@click.option("--sample", metavar="N", type=click.IntRange(1), help="Of N reports only, drawn by the round's name.")
@click.option("--page", metavar="PAGE", help="Of this page only, by its name or id.")
@click.option("--limit", metavar="N", type=click.IntRange(1), default=50, show_default=True, help="Reports to show.")
def queue(
    where: str | None, blind: str | None, coder: str | None, sample: int | None, page: str | None, limit: int
) -> None:
    """List the reports that nobody judged yet, with figures and passages.

    Two coders of a blind round who give the same --sample get the same reports, each without those they did.
    """
    from crossreport.record import thing_of
    from crossreport.record.rounds import sampled

    if (blind is None) != (coder is None):
        raise click.UsageError("a blind round has coders: give --blind ROUND and --coder NAME together")
    with one_line_errors(), opened(where) as record:
        judged = {subject for one in own_round(record, blind, coder or "") for subject in one.subjects}
        drawn = ""
        if sample is None and page is None:
            first, left = record.first_reports(judged, limit)
        else:
            reports = record.report_ids(page)
            chosen = reports if sample is None else sampled(reports, sample, blind or "")
            first = [report for report in chosen if report not in judged]
            left, drawn = len(first), f" of {len(chosen)} reports" + (f", drawn from {len(reports)}" if sample else "")
        for ident in first[:limit]:
            coded = record.page_of(ident)
            if coded is not None:
                _show(coded, thing_of(coded, ident))
    shown = f"; {limit} shown" if left > limit else ""
    click.echo(f"left to judge: {left}{drawn}{shown}")


def _show(coded: "CodedPage", report: "Thing") -> None:
    from crossreport.model import EventReport

    assert isinstance(report, EventReport)  # the queue holds reports only
    place, when = (report.place.name if report.place else "-"), (report.when.edtf if report.when else "-")
    click.echo(f"{report.id}  {report.type.label}  {report.status}  {place}  {when}  {coded.page.name}")
    for figure in coded.figures:
        if figure.id in report.figures:
            click.echo(f"    {figure.id}  {figure.measure} {figure.of.text}: {figure.wording} ({figure.bound})")
    click.echo(f"    “{_sentence(coded.page.text, report)}”")


def _sentence(text: str, report: "EventReport") -> str:
    """The line that the report stands in, from its first passage to its last."""
    spans = [report.span, *report.evidence]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    first, after = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return " ".join(text[first : after if after >= 0 else len(text)].split())
