"""`crossreport verify`: is the record still what was written?"""

from pathlib import Path

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option


@click.command()
@record_option("The record to check: a file or a postgresql:// URL.")
@click.option("--head", metavar="HASH", help="The last hash as you wrote it down: the journal must still hold it.")
@click.option("--rebuild", is_flag=True, help="Make the tables again from the journal first.")
def verify(where: str | None, head: str | None, rebuild: bool) -> None:
    """Check the journal's chain, the hashes of all captures, and that every passage re-reads."""
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        if rebuild:
            record.rebuild()
        faults = record.verify()
        count, last = len(record.coded_pages()), record.head()
        if head is not None and not record.has_entry(head):
            raise click.ClickException(f"{address}: the journal does not hold {head}: it was rewritten")
    for fault in faults:
        click.echo(f"{fault.rule}: {fault.subject}: {fault.says}", err=True)
    if faults:
        raise click.ClickException(f"{address}: {len(faults)} faults")
    click.echo(f"{address}: {count} pages hold; last hash {last}")


def must_exist(address: str) -> None:
    """Stop if a record file does not exist: only `read` makes one."""
    if "://" not in address and not Path(address).is_file():
        raise Stop(f"there is no record {address}: make one with crossreport read PATH, or name it with --record")
