"""`crossreport places`: the user's own places."""

from pathlib import Path

import click

from crossreport.cli.errors import Stop, one_line_errors


@click.group()
def places() -> None:
    """The gazetteer: add villages, P-codes, your own names."""


@places.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--country", metavar="CODE", help="The country of a list that has no column for it: YE, SDN, Ukraine.")
@click.option("--source", metavar="NAME", help="What the record calls the list; the file's name if not given.")
def add(file: Path, country: str | None, source: str | None) -> None:
    """Add a list of places; adding a list of the same name again replaces it.

    FILE is a GeoNames country file (YE.txt or YE.zip), a table of OCHA P-codes (CSV), or a TSV or CSV of your own with
    the columns name, country, lat and lon. Which of these it is, the file itself tells.
    """
    from crossreport.gazetteer import add_places
    from crossreport.gazetteer.countries import country_code
    from crossreport.gazetteer.importer import ImportRefused

    if country is not None and country_code(country) is None:
        raise Stop(f"--country {country}: no country has this code or name")
    try:
        with one_line_errors():
            added = add_places(file, source=source, country=country)
    except (ImportRefused, UnicodeDecodeError) as error:
        raise Stop(f"{file}: {error}") from error
    click.echo(
        f"{added.places} places added from {file}, read as a list of the form {added.form!r}; "
        "pages that are read from now on find them"
    )


@places.command(name="list")
def list_added() -> None:
    """The lists that were added: name, form, places, digest."""
    from crossreport.gazetteer import added_lists

    with one_line_errors():
        lists = added_lists()
    for added in lists:
        click.echo(f"{added.source}\t{added.form}\t{added.places}\tsha256:{added.digest}")
    if not lists:
        click.echo("no list was added; `crossreport places add FILE` adds one", err=True)


@places.command()
@click.argument("source")
def remove(source: str) -> None:
    """Take an added list out again, by the name that `places list` shows."""
    from crossreport.gazetteer import remove_places

    with one_line_errors():
        gone = remove_places(source)
    if not gone:
        raise Stop(f"{source}: no such list; `crossreport places list` shows them")
    click.echo(f"{source} removed; pages read so far keep what they say")
