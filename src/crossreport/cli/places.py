"""`crossreport places`: the user's own places."""

from pathlib import Path

import click

from crossreport.cli.errors import Stop, one_line_errors


@click.group()
def places() -> None:
    """The gazetteer: add villages, P-codes, your own names."""


@places.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def add(file: Path) -> None:
    """Add a GeoNames country file or your own TSV to the gazetteer."""
    from crossreport.gazetteer import add_places
    from crossreport.gazetteer.importer import ImportRefused

    try:
        with one_line_errors():
            count = add_places(file)
    except (ImportRefused, UnicodeDecodeError) as error:
        raise Stop(f"{file}: {error}") from error
    click.echo(f"{count} places added from {file}; pages that are read from now on find them")
