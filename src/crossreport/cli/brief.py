"""`crossreport brief`: the situation report over a record."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crossreport.cli.dropping import dropped, without_option
from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, Country, Day, Stretch, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.record import Record


MANY = 1000  # events: a brief of more is written in no five seconds, and nobody reads it
STRETCHES = (28, 14, 7, 3, 1)  # days


@click.command()
@record_option()
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write one self-contained HTML file.")
@click.option("--markdown", "--md", "markdown", type=click.Path(path_type=Path, dir_okay=False), help="Write Markdown.")
@click.option(
    "--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Print it to PDF by the system's Chromium."
)
@click.option("--last", metavar="24h|3d|2w", type=Stretch(), help="Only the last hours, days or weeks, see --as-of.")
@click.option(
    "--as-of",
    type=Day(),
    help="The day on which --last ends.  [default: the newest day of a page that tells of what is asked for]",
)
@click.option("--since", type=Day(), help="Leave out events that ended before this day.")
@click.option("--until", type=Day(), help="Leave out events that began after this day.")
@click.option("--country", "countries", multiple=True, type=Country(), help="Only events there (name or ISO code).")
@click.option("--place", "places", multiple=True, metavar="NAME", help="Only events there; any spelling does.")
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Only events with this actor on any side.")
@click.option(
    "--previous",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Mark what is new since this HTML brief.",
)
@click.option("--title", help="The headline of the brief.")
@click.option("--one-page", is_flag=True, help="Only what fits on one page: headlines, what differs, the map.")
@click.option("--names", is_flag=True, help="Print the names of private persons, which are withheld otherwise.")
@without_option()
def brief(
    where: str | None,
    html: Path | None,
    markdown: Path | None,
    pdf: Path | None,
    without: tuple[str, ...],
    last: int | None,
    as_of: str | None,
    **choices: Any,
) -> None:
    """Write the brief: events by place with who says so, contested figures side by side.

    Without a window, all of the record; of more than a thousand events the newest days, and it says which.
    """
    if html is None and markdown is None and pdf is None:
        raise click.UsageError("say where to write the brief: --html FILE, --markdown FILE or --pdf FILE")
    if as_of is not None and last is None:
        raise click.UsageError("--as-of says where --last ends: give --last, too")
    if last is not None and (choices["since"] or choices["until"]):
        raise click.UsageError("--last is a window of its own: leave out --since and --until")
    from crossreport.brief import write_brief
    from crossreport.brief.pdf import NoBrowser
    from crossreport.brief.previous import NoBrief
    from crossreport.brief.resolved import Unresolved
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        if last is not None:
            choices |= _window(record, last, as_of or _newest_in_focus(record, choices))
        elif not (choices["since"] or choices["until"]) and (total := record.count_events()) > MANY:
            choices |= _readable(record, total)
        try:
            write_brief(
                html=html, markdown=markdown, pdf=pdf, **_contents(record, choices, without), **choices
            )  # fmt: skip
        except (NoBrief, NoBrowser, Unresolved) as error:
            raise Stop(str(error)) from error
    for path in (html, markdown, pdf):
        if path is not None:
            click.echo(f"written: {path}")


def _contents(record: "Record", choices: dict[str, Any], without: tuple[str, ...]) -> dict[str, Any]:
    """What a brief is made of: of a window only what tells it, for a record may hold years; else all."""
    from crossreport.brief.leftout import Beyond

    rejections = record.rejections()
    if not (choices["since"] or choices["until"]):
        coded, linked = dropped(record.coded_pages(), record.linked(), without)
        return {"coded": coded, "linked": linked, "rejections": rejections, "rejected": record.left_out()}
    part = record.between(choices["since"], choices["until"])
    beyond = Beyond(part.pages_beyond, part.events_beyond - part.undated, part.undated)
    coded, linked = dropped(part.pages, part.linked, without, record)
    held = {"coded": coded, "linked": linked, "rejections": rejections}
    return held | {"rejected": part.left_out, "beyond": beyond}


def _readable(record: "Record", total: int) -> dict[str, str]:
    """The longest stretch up to the newest day that one brief can tell, for a record that nobody could read whole."""
    many = f"The record tells of {total:,} events, more than one brief can hold"
    if record.newest_day() is None:
        raise Stop(f"{many}, and no page has a day that is sure: say which by --since and --until")
    windows = [_window(record, days, None) for days in STRETCHES]
    window = next((one for one in windows if record.count_events(one["since"], one["until"]) <= MANY), windows[-1])
    says = f"this one tells {window['since']} to {window['until']}. Choose another stretch by --last, --since, --until."
    click.echo(f"{many}: {says}", err=True)
    return window


def _newest_in_focus(record: "Record", choices: dict[str, Any]) -> str | None:
    """The newest sure day of a page that tells of the countries, places or actors asked for; None if none is asked."""
    from crossreport.brief.focus import Focus

    focus = Focus(tuple(choices["countries"]), tuple(choices["places"]), tuple(choices["actors"]))
    if focus.is_open:
        return None
    coded = record.coded_pages()
    reports = {report.id: report for one in coded for report in one.reports}
    told = [[reports[id_] for id_ in event.reports if id_ in reports] for event in record.linked().events]
    inside = zip(record.linked().events, told, strict=True)
    pages = {report.page for event, of_it in inside if focus.takes(event, of_it) for report in of_it}
    days = [one.page.published for one in coded if one.page.id in pages]
    sure = max((day.latest for day in days if day.latest and day.latest == day.earliest), default=None)
    end = sure or max((day.earliest for day in days if day.earliest), default=None)
    if end is not None:
        rough = "" if sure else " (at the earliest: none has a sure day; --as-of DATE sets another)"
        click.echo(f"--last ends on {end}, the newest day of a page that tells of what was asked for{rough}", err=True)
    return end


def _window(record: "Record", days: int, as_of: str | None) -> dict[str, str]:
    """The last `days` days up to `as_of`, else up to the newest day on which a page surely was written."""
    end = as_of or record.newest_day()
    if end is None:
        raise click.UsageError("no page of the record has a day that is sure: say where --last ends by --as-of DATE")
    first = dt.date.fromisoformat(end) - dt.timedelta(days=days)
    return {"since": first.isoformat(), "until": end}
