"""`crossreport explain`: why a page was read as it was."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossreport.cli.errors import Stop, one_line_errors
from crossreport.cli.options import DEFAULT_RECORD, PublishedDay, record_option
from crossreport.cli.own_words import own_options, own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossreport.model import CodedPage
    from crossreport.pipeline.explain import Explained


@click.command()
@click.argument("source", metavar="PAGE|SENTENCE")
@record_option("The record that holds the page.")
@click.option("--published", type=PublishedDay(), help="The day on which it was published, if you know it (ISO).")
@own_options
def explain(
    source: str,
    where: str | None,
    published: str | None,
    sources: Path | None,
    facts: Path | None,
    ontology: Path | None,
) -> None:
    """Show a page with its records: the rules that made each, scores, runners-up, and what was not recorded and why.

    PAGE is a file, or the name or id of a page of the record. Anything else with a space in it is read as a text of its
    own, and shown with its syntax as a tree. Nothing is written anywhere.
    """
    from crossreport.cli.explained import show_page, show_syntax
    from crossreport.model import Rejection
    from crossreport.pipeline.explain import explain_inputs
    from crossreport.pipeline.options import Options

    options = Options(published, own=own_words(sources, facts, ontology))
    with one_line_errors():
        of_a_file = Path(source).exists()
        held = None if of_a_file else _held(source, where)
        if held is not None:
            show_page(_explained(held, options))
            return
        if not of_a_file and " " not in source.strip():
            raise Stop(f"{source}: no such file, and no page of {where or DEFAULT_RECORD}; put a sentence into quotes")
        found: Iterator[Explained | Rejection]
        found = explain_inputs([source], options) if of_a_file else explain_inputs([], options, source)
        for one in found:
            if isinstance(one, Rejection):
                raise Stop(f"{one.name}: {one.says}")
            if not of_a_file:
                show_syntax(one)
            show_page(one)


def _explained(held: "CodedPage", options: object) -> "Explained":
    from crossreport.pipeline import parts
    from crossreport.pipeline.explain import explain_page

    parts.use_own(options.own, check=True)  # type: ignore[attr-defined]
    return explain_page(held.page, held)


def _held(source: str, where: str | None) -> "CodedPage | None":
    """The page of that name, or whose id is or begins so; None if there is no record or no such page."""
    from crossreport.record import open_record

    address = where or DEFAULT_RECORD
    if "://" not in address and not Path(address).is_file():
        if where is not None:
            raise Stop(f"there is no record {where}: make one with crossreport read PATH")
        return None
    with open_record(address) as record:
        pages = record.coded_pages()
    fits = [held for held in pages if source in (held.page.name, held.page.id)]
    fits = fits or [held for held in pages if held.page.name.endswith(f"/{source}")]
    if len(fits) > 1:
        raise Stop(f"{len(fits)} pages are called {source!r}: give one by its id: {', '.join(p.page.id for p in fits)}")
    return fits[0] if fits else None
