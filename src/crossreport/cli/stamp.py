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
    """Write the journal's head (number and hash of the last entry) to FILE.

    Keep FILE elsewhere, or have a time-stamping authority (RFC 3161) sign it:

    \b
    openssl ts -query -data FILE -sha256 -cert -out FILE.tsq
    curl -H "Content-Type: application/timestamp-query" --data-binary @FILE.tsq ADDRESS -o FILE.tsr
    crossreport verify --stamp FILE.tsr --ca AUTHORITY.pem
    """
    with one_line_errors(), opened(where) as record:
        head = record.stamp()
        with click.open_file(str(file), "x", encoding="utf-8") as stream:
            stream.write(head.text())
    click.echo(f"written: {file}: {head.entries} entries, last hash {head.hash}")
