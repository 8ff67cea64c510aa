"""`crossreport copy`: a record without the names of private persons."""

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, record_option
from crossreport.cli.verify import must_exist


@click.command()
@click.argument("target", metavar="COPY")
@record_option()
def copy(target: str, where: str | None) -> None:
    """Copy a record without the names of private persons, for those who are not to see them.

    The copy is a record of its own: it can be reviewed, searched and exported, and verifies. Every letter of a withheld
    name is a block in it. What finds the names misses some: read before you hand it on. The original pages, and inputs
    that were rejected, are not in it.
    """
    from crossreport.export.nameless import copy_without_names
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as source, open_record(target) as copied:
        try:
            done = copy_without_names(source, copied)
        except ValueError as error:
            raise Stop(f"{target}: {error}") from error
    click.echo(f"{done.pages} pages copied to {target}; names of private persons blocked out: {done.names}")
    if done.rejections:
        click.echo(f"left behind: {done.rejections} rejected inputs", err=True)
