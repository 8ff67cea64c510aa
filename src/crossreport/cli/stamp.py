"""`crossreport stamp`: the journal's head as a file, to be kept elsewhere or signed by a time-stamping authority."""

from pathlib import Path

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.judging import opened
from crossreport.cli.options import record_option


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@record_option()
def stamp(file: Path, where: str | None) -> None:
    """Write the journal's head (number and hash of the last entry) to FILE, and a request for a time-stamp to FILE.tsq.

    Keep FILE elsewhere: crossreport verify --head checks the record against its hash. Or have a time-stamping authority
    (RFC 3161) sign it, whenever you are online; nothing is sent from here:

    \b
    curl -H "Content-Type: application/timestamp-query" --data-binary @FILE.tsq ADDRESS -o FILE.tsr
    crossreport verify --stamp FILE.tsr --ca AUTHORITY.pem
    """
    from crossreport.record.stamp import request

    asked = file.with_name(f"{file.name}.tsq")
    with one_line_errors(), opened(where) as record:
        head = record.stamp()
        for path, content in ((file, head.text().encode("utf-8")), (asked, request(head))):
            with path.open("xb") as stream:
                stream.write(content)
    click.echo(f"written: {file}, {asked.name}: {head.entries} entries, last hash {head.hash}")
