"""`crossreport export`: the record in other formats."""

from collections import Counter

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.verify import must_exist

FORMATS = ("acled", "geojson", "jsonl")


@click.command()
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@record_option()
@click.option("--output", "-o", default="-", metavar="FILE", help="Where to write.  [default: standard output]")
def export(format_: str, where: str | None, output: str) -> None:
    """Write the record as FORMAT: acled (CSV, 31 columns), geojson (events on a map) or jsonl (all of it, with texts).

    What the format cannot hold is counted with its reason on standard error.
    """
    from crossreport.export import acled, geojson, jsonl
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record, click.open_file(output, "wb") as stream:
        pages, linked = record.coded_pages(), record.linked()
        if format_ == "jsonl":
            jsonl.write(stream, pages, linked)
            return
        left_out = (acled if format_ == "acled" else geojson).write(stream, pages, linked)
    written = len(linked.events) - len(left_out)
    click.echo(f"{len(linked.events)} events = {written} written + {len(left_out)} left out", err=True)
    for why, count in sorted(Counter(left.why for left in left_out).items()):
        click.echo(f"left out: {count}: {why}", err=True)
