"""`crossreport export`: the record in other formats."""

import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.export.leftout import LeftOut
    from crossreport.model import Linked
    from crossreport.record import LeftOut as Rejected

NAMED = 5  # of what is left out for one reason, by name on the screen
NAMES = (
    *("jsonl", "acled", "ucdp", "plover", "polecat", "gdelt", "airwars", "membership", "geojson", "parquet"),
    *("annotations", "ftm", "prov", "wacz"),
)


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(NAMES))
@record_option()
@click.option("--output", "-o", default="-", metavar="FILE", help="Where to write.  [default: standard output]")
@click.option("--names", is_flag=True, help="With the names of private persons, which are blocked out otherwise.")
@click.option("--hxl", is_flag=True, help="Put the row of HXL hashtags below the header (acled and ucdp).")
@click.option("--left-out", "beside", metavar="FILE", help="Write what is left out to this CSV, each with the reason.")
def export(format_: str, where: str | None, output: str, names: bool, hxl: bool, beside: str | None) -> None:
    """Write the record as FORMAT.

    \b
    jsonl        all of the record with texts, one JSON object a line
    acled        ACLED, CSV of 31 columns
    ucdp         UCDP GED, CSV of 49 columns
    plover       PLOVER, JSON Lines
    polecat      POLECAT, 40 tab-separated columns
    gdelt        GDELT 2.0 Events, 61 tab-separated columns without a header
    airwars      civilian harm as ranges, CSV in the manner of casualty recorders
    membership   which outlet tells which event, CSV for capture-recapture
    geojson      events on a map, GeoJSON
    parquet      the tables of the record as Parquet, in a zip file
    annotations  every passage as W3C Web Annotations, JSON-LD
    ftm          FollowTheMoney entities, JSON Lines
    prov         where every value comes from, PROV-JSON
    wacz         the captured pages as a web archive, WACZ 1.1.1

    Names of private persons (victims, witnesses, detainees) are blocked out letter by letter, in texts too, so that all
    passages stay where they are; wacz, which holds the bytes, needs --names. What the format cannot hold is named
    with its reason on standard error, all of it in the file of --left-out. A file is written whole or not at all.
    """
    from crossreport.export.extras import MissingExtra
    from crossreport.export.formats import FORMATS, Contents
    from crossreport.export.leftout import write_left_out
    from crossreport.record import open_record

    chosen, address = FORMATS[format_], where or DEFAULT_RECORD
    if hxl and not chosen.hxl:
        raise click.UsageError(f"{format_} has no place for HXL hashtags; acled and ucdp have")
    if chosen.raw and not names:
        raise click.UsageError(f"{format_} holds the pages as they came, with the names of all persons: give --names")
    must_exist(address)
    withheld = 0
    with one_line_errors(), open_record(address) as record:
        contents = Contents(record.coded_pages(), record.linked(), record.capture, record.judgements())
        if not names:
            contents, withheld = contents.without_names()  # written as it is from here on
        rejected = record.left_out()
        try:
            with click.open_file(_beside(output), "wb") as stream:
                left_out = chosen.write(stream, contents, hxl=hxl, names=True)
        except MissingExtra as error:
            raise Stop(str(error)) from error
        if output != "-":
            os.replace(_beside(output), output)
    _account(withheld, rejected)
    if chosen.of == "nothing":
        return
    total = len(contents.linked.events if chosen.of == "events" else contents.pages)
    click.echo(f"{total} {chosen.of} = {total - len(left_out)} written + {len(left_out)} left out", err=True)
    _name(left_out, contents.linked)
    if beside is not None:
        with click.open_file(_beside(beside), "wb") as stream:
            write_left_out(stream, contents.linked, left_out)
        os.replace(_beside(beside), beside)


def _account(withheld: int, rejected: "Sequence[Rejected]") -> None:
    """Says how many names were blocked out, and what persons took out of the record."""
    if withheld:
        click.echo(f"names of private persons blocked out: {withheld}; --names gives them", err=True)
    kinds = Counter((left.kind, left.why) for left in rejected)
    for (kind, why), count in sorted(kinds.items()):
        click.echo(f"left out by a person: {count} {kind}{'' if count == 1 else 's'}: {why}", err=True)


def _name(left_out: "Sequence[LeftOut]", linked: "Linked") -> None:
    """Says why what was left out, the first few of each reason by name."""
    from crossreport.export.leftout import in_words

    events = {event.id: event for event in linked.events}
    by_why: dict[str, list[str]] = defaultdict(list)
    for left in left_out:
        by_why[left.why].append(left.event)
    for why, ids in sorted(by_why.items()):
        click.echo(f"left out: {len(ids)}: {why}", err=True)
        for event in ids[:NAMED]:
            says = in_words(events.get(event))
            click.echo(f"    {event}{f': {says}' if says else ''}", err=True)
        if len(ids) > NAMED:
            click.echo(f"    and {len(ids) - NAMED} more: --left-out FILE lists them", err=True)


def _beside(output: str) -> str:
    """The file that is written first: a stop half way leaves the former file as it was."""
    return output if output == "-" else str(Path(output).with_name(Path(output).name + ".part"))
