"""`crossreport erase`: a page out of the record for good."""

from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, Day, record_option
from crossreport.cli.verify import must_exist

if TYPE_CHECKING:
    from crossreport.record import Record


@click.command()
@click.argument("page", metavar="PAGE")
@record_option()
@click.option("--by", required=True, help="Who decided it.")
@click.option("--on", "at", type=Day(), required=True, help="The day of the decision (ISO).")
@click.option("--why", required=True, help="The reason that stays in the record.")
def erase(page: str, where: str | None, by: str, at: str, why: str) -> None:
    """Erase a page, named by its name or id, with its bytes and all that was read from it.

    That it was there, and why it no longer is, stays in the journal, which still verifies. The page is not read again.
    A file that was kept with --originals is yours to delete.
    """
    from crossreport.pipeline.run import relink
    from crossreport.record import Erasure, open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        found = _found(record, page)
        if not found:
            raise Stop(f"{address} holds no page {page!r}: give its name or id as in the JSON Lines")
        if len(found) > 1:
            ids = ", ".join(id_ for _, id_, _ in found)
            raise Stop(f"{address} holds {len(found)} pages {page!r}: name one by its id: {ids}")
        name, id_, capture = found[0]
        record.erase(Erasure(capture, by, at, why))
        failures = relink(record)
    click.echo(f"erased: {name} ({id_})")
    for failure in failures:
        raise click.ClickException(failure.says)


def _found(record: "Record", page: str) -> list[tuple[str, str, str]]:
    """Name, id and capture of the pages meant; a page that was turned away has the id of its capture."""
    pages = [(coded.page.name, coded.page.id, coded.page.capture) for coded in record.coded_pages()]
    pages += [(one.name, one.capture, one.capture) for one in record.rejections() if one.capture]
    return [found for found in pages if page in found[:2]]
