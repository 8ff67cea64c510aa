"""`crossreport verify`: is the record still what was written?"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option

if TYPE_CHECKING:
    from crossreport.record import Fault, Record


HASH = re.compile(r"[0-9a-f]{64}")


@click.command()
@record_option("The record to check: a file or a postgresql:// URL.")
@click.option(
    "--head",
    metavar="HASH|FILE",
    help="The last hash as you wrote it down, or the file of crossreport stamp: the journal must still hold it.",
)
@click.option("--originals", metavar="FOLDER", help="Where the input files are kept.  [default: RECORD.originals]")
@click.option(
    "--stamp",
    "answer",
    metavar="FILE.tsr",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A time-stamp (RFC 3161) over FILE, which crossreport stamp wrote; checked with openssl. Needs --ca.",
)
@click.option(
    "--ca",
    "authority",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificates of the time-stamping authority, PEM.",
)
@click.option("--rebuild", is_flag=True, help="Make the tables again from the journal first.")
def verify(
    where: str | None,
    head: str | None,
    originals: str | None,
    answer: Path | None,
    authority: Path | None,
    rebuild: bool,
) -> None:
    """Check the journal's chain, the hashes of all captures, and that every passage re-reads.

    Input files that were kept with --originals are checked against their hashes, too.
    """
    from crossreport.record import open_record

    if (answer is None) != (authority is None):
        raise click.UsageError("--stamp and --ca go together: the time-stamp, and whose it should be")
    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        written = None if head is None else _written_down(head)
        stamped = _stamped(record, address, answer, authority) if answer and authority else None
        if rebuild:
            record.rebuild()
        faults = record.verify() + _originals_faults(record, address, originals)
        count, last = len(record.coded_pages()), record.head()
        if written is not None and not record.has_entry(written):
            raise click.ClickException(f"{address}: the journal does not hold {written}: it was rewritten")
    for fault in faults:
        click.echo(f"{fault.rule}: {fault.subject}: {fault.says}", err=True)
    if faults:
        raise click.ClickException(f"{address}: {len(faults)} faults")
    click.echo(f"{address}: {count} pages hold; last hash {last}")
    if stamped:
        click.echo(stamped)


def _written_down(head: str) -> str:
    """The hash that was given, or the one in the file that was named."""
    from crossreport.record.stamp import read_head

    if HASH.fullmatch(head):
        return head
    if Path(head).is_file():
        return read_head(Path(head)).hash
    raise click.UsageError(f"--head {head}: neither a hash (64 signs of 0-9 and a-f) nor a file of crossreport stamp")


def _stamped(record: "Record", address: str, answer: Path, authority: Path) -> str:
    """What the time-stamp proves; an error if it does not hold, or the journal is not the one that was stamped."""
    from crossreport.record import RecordError
    from crossreport.record.stamp import read_head, stamped_at

    head_file = answer.with_suffix("")
    if not head_file.is_file() or head_file == answer:
        raise Stop(f"{answer}: the file that was stamped must lie beside it as {head_file}")
    head = read_head(head_file)
    try:
        time = stamped_at(head_file, answer, authority)
    except RecordError as error:
        raise click.ClickException(str(error)) from error
    if not record.holds(head):
        raise click.ClickException(f"{address}: entry {head.entries} is not the one that was stamped: it was rewritten")
    return f"stamped: the first {head.entries} entries were there on {time}"


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
