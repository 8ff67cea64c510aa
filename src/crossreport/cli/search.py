"""`crossreport search`: pages that hold words, with the passages."""

import click

from crossreport.cli.errors import one_line_errors
from crossreport.cli.judging import opened
from crossreport.cli.options import record_option

SHOWN = 3  # lines of a page


@click.command()
@click.argument("words", nargs=-1, required=True)
@record_option()
@click.option("--limit", metavar="N", type=click.IntRange(1), default=20, show_default=True, help="Pages to show.")
@click.option("--from", "start", metavar="N", type=click.IntRange(1), default=1, show_default=True, help="First page.")
@click.option("--json", "as_json", is_flag=True, help="Write the pages with all passages as JSON Lines.")
def search(words: tuple[str, ...], where: str | None, limit: int, start: int, as_json: bool) -> None:
    """Find pages that hold all WORDS, the newest first.

    Case, diacritics, vowel points, the forms of Arabic letters and the Arabic article do not matter; words are not
    stemmed, and Raqqa is not Rakka. What stands in quotation marks must stand together: crossreport search '"bread
    market" azaz'.
    """
    import msgspec

    with one_line_errors(), opened(where) as record:
        count, hits = record.found(" ".join(words), start=start - 1, length=limit)
        if as_json:
            for hit in hits:
                click.echo(msgspec.json.encode(hit).decode("utf-8"))
            return
        for hit in hits:
            click.echo(f"{hit.page}  {hit.day or 'day not known'}  {hit.outlet or '-'}  {hit.name}")
            for line in hit.lines[:SHOWN]:
                click.echo(f"    … {line} …")
    last = f", {start} to {start + len(hits) - 1} shown" if len(hits) < count and hits else ""
    click.echo(f"{count} {'page' if count == 1 else 'pages'}{last}")
