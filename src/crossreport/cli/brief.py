"""`crossreport brief`: the situation report over a record."""

from pathlib import Path
from typing import Any

import click

from crossreport.cli.dropping import dropped, without_option
from crossreport.cli.errors import one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, Day, record_option
from crossreport.cli.verify import must_exist


@click.command()
@record_option()
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write one self-contained HTML file.")
@click.option("--markdown", type=click.Path(path_type=Path, dir_okay=False), help="Write Markdown.")
@click.option("--since", type=Day(), help="Leave out events that ended before this day.")
@click.option("--until", type=Day(), help="Leave out events that began after this day.")
@click.option("--title", help="The headline of the brief.")
@click.option("--names", is_flag=True, help="Print the names of private persons, which are withheld otherwise.")
@without_option()
def brief(
    where: str | None, html: Path | None, markdown: Path | None, without: tuple[str, ...], **choices: Any
) -> None:
    """Write the brief: events by place with who says so, contested figures side by side."""
    if html is None and markdown is None:
        raise click.UsageError("say where to write the brief: --html FILE, --markdown FILE, or both")
    from crossreport.brief import write_brief
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    must_exist(address)
    with one_line_errors(), open_record(address) as record:
        rejections = record.rejections()
        coded, linked = dropped(record.coded_pages(), record.linked(), without)
        write_brief(coded, linked, rejections, html=html, markdown=markdown, **choices)
    for path in (html, markdown):
        if path is not None:
            click.echo(f"written: {path}")
