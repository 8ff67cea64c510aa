"""`crossreport erase`: a page out of the record for good."""

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, Day, record_option
from crossreport.cli.verify import must_exist


@click.command()
@click.argument("page", metavar="PAGE")
@record_option()
@click.option("--by", required=True, help="Who decided it.")
@click.option("--on", "at", type=Day(), required=True, help="The day of the decision (ISO).")
@click.option("--why", required=True, help="The reason that stays in the record.")
def erase(page: str, where: str | None, by: str, at: str, why: str) -> None:
    """Erase a page, named by its name or id, with its bytes and all that was read from it.

    That it was there, and why it no longer is, stays in the journal, which still verifies. The page is not read again.
    """
    from crossreport.pipeline.run import relink
    from crossreport.record import Erasure, open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        pages = [coded.page for coded in record.coded_pages() if page in (coded.page.name, coded.page.id)]
        if not pages:
            raise Stop(f"{address} holds no page {page!r}: give its name or id as in the JSON Lines")
        if len(pages) > 1:
            ids = ", ".join(each.id for each in pages)
            raise Stop(f"{address} holds {len(pages)} pages {page!r}: name one by its id: {ids}")
        record.erase(Erasure(pages[0].capture, by, at, why))
        failures = relink(record)
    click.echo(f"erased: {pages[0].name} ({pages[0].id})")
    for failure in failures:
        raise click.ClickException(failure.says)
