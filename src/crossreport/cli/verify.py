"""`crossreport verify`: is the record still what was written?"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option

if TYPE_CHECKING:
    from crossreport.record import Fault, Record


@click.command()
@record_option("The record to check: a file or a postgresql:// URL.")
@click.option("--head", metavar="HASH", help="The last hash as you wrote it down: the journal must still hold it.")
@click.option("--originals", metavar="FOLDER", help="Where the input files are kept.  [default: RECORD.originals]")
@click.option("--rebuild", is_flag=True, help="Make the tables again from the journal first.")
def verify(where: str | None, head: str | None, originals: str | None, rebuild: bool) -> None:
    """Check the journal's chain, the hashes of all captures, and that every passage re-reads.

    Input files that were kept with --originals are checked against their hashes, too.
    """
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        if rebuild:
            record.rebuild()
        faults = record.verify() + _originals_faults(record, address, originals)
        count, last = len(record.coded_pages()), record.head()
        if head is not None and not record.has_entry(head):
            raise click.ClickException(f"{address}: the journal does not hold {head}: it was rewritten")
    for fault in faults:
        click.echo(f"{fault.rule}: {fault.subject}: {fault.says}", err=True)
    if faults:
        raise click.ClickException(f"{address}: {len(faults)} faults")
    click.echo(f"{address}: {count} pages hold; last hash {last}")


def _originals_faults(record: "Record", address: str, folder: str | None) -> "list[Fault]":
    """What is wrong with the files that are kept; where no folder is named or found, that they were not checked."""
    from crossreport.record import Originals
    from crossreport.record.originals import SUFFIX

    known = record.originals()
    beside = address + SUFFIX
    if folder is None and "://" not in address and Path(beside).is_dir():
        folder = beside
    if folder is not None:
        return list(Originals(folder).faults(known))
    if known:
        click.echo(
            f"{len(known)} input files were kept and are not checked: name their folder with --originals", err=True
        )
    return []


def must_exist(address: str) -> None:
    """Stop if a record file does not exist: only `read` makes one."""
    if "://" not in address and not Path(address).is_file():
        raise Stop(f"there is no record {address}: make one with crossreport read PATH, or name it with --record")
