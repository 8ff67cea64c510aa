"""One function a room, with the room's import inside: a run loads only the rooms that it reaches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from crossreport.model import Analysis, Capture, CodedPage, Duplicate, Judgement, Linked, Mention, Page, Rejection
from crossreport.pipeline.options import Options, OwnWords
from crossreport.pipeline.plan import version_of

if TYPE_CHECKING:
    from crossreport.coding.explaining import Considered
    from crossreport.intake.fetch import Fetcher
    from crossreport.intake.read import Shards
    from crossreport.language.analyser import Analyser
    from crossreport.linking.tables import Tables
    from crossreport.words.events import TypeEntry


def take_in(
    paths: Iterable[str | Path],
    stdin: BinaryIO | None = None,
    options: Options | None = None,
    *,
    keep: Callable[[str, BinaryIO], None] | None = None,
    only: frozenset[str] | None = None,
    shards: "Shards | None" = None,
    passed: Callable[[int, int], None] | None = None,
) -> Iterator[Capture | Rejection | Duplicate]:
    """intake: every input as a capture, or why not; `keep` takes whole files, `only` names the wanted inputs.

    `shards` knows containers that need not be opened again; `passed` is told how many bytes of how many are read.
    """
    from importlib.metadata import version

    from crossreport.intake import Gathering, read_paths

    options = options or Options()
    tool = f"crossreport {version('crossreport')}"
    fetcher = _fetcher(tool) if options.fetch else None
    gathering = Gathering(tool, options.collector, fetcher, keep, only, shards, passed)
    return read_paths(list(paths), stdin=stdin, gathering=gathering)


def _fetcher(tool: str) -> "Fetcher":
    from crossreport.intake.fetch import Fetcher

    return Fetcher(f"{tool.replace(' ', '/')} (single pages at a person's request)")


def use_own(own: tuple[OwnWords, ...], *, check: bool = False) -> None:
    """reading: the user's word lists, for the pages that this process reads from now on.

    Raises:
        WordsError: with `check`, a list that cannot be read as what it should be.
    """
    from crossreport.reading.own_words import OwnText, use
    from crossreport.words.events import use_own_events

    use({words.kind: OwnText(words.name, words.text) for words in own if words.kind != "events"})
    use_own_events(*_own_events(own))
    if check and own:
        from crossreport.reading.published.facts import facts
        from crossreport.reading.sources import register

        register()
        facts()


@cache
def _own_events(own: tuple[OwnWords, ...]) -> "tuple[dict[str, TypeEntry], dict[str, frozenset[str]]]":
    from crossreport.words.own_events import read_own

    for words in own:
        if words.kind == "events":
            return read_own(words.name, words.text)
    return {}, {}


def read(capture: Capture, published: str | None) -> Page | Rejection:
    """reading: the page in the capture, or why there is none."""
    from crossreport.reading import read_page

    return read_page(capture, published=published)


def not_conflict(page: Page) -> Rejection | None:
    """reading: why the page is not worth a full reading, if it clearly reports no conflict."""
    from crossreport.reading.relevance import not_conflict

    return not_conflict(page)


def analyse(page: Page) -> Analysis:
    """language: sentences, syntax and names."""
    analysis: Analysis = _analyser().analyse(page)
    return analysis


@cache
def _analyser() -> "Analyser":
    from crossreport.language.analyser import Analyser

    return Analyser(threads=1)


def ground(page: Page, analysis: Analysis) -> tuple[Mention, ...]:
    """grounding: who, where, when, how many."""
    from crossreport.grounding.ground import ground

    return ground(page, analysis)


def code(page: Page, analysis: Analysis, mentions: tuple[Mention, ...]) -> CodedPage:
    """coding: reports, figures and claims."""
    from crossreport.coding import code

    return code(page, analysis, mentions)


def consider(page: Page, analysis: Analysis, mentions: tuple[Mention, ...]) -> "list[Considered]":
    """coding: every happening that the page may tell, kept or not, with what spoke for and against."""
    from crossreport.coding.explaining import considered

    return considered(page, analysis, mentions)


def link(
    pages: Sequence[CodedPage],
    judgements: Sequence[Judgement] = (),
    kept: Path | None = None,
    tables: "Tables | None" = None,
) -> Linked:
    """linking: events and source groups; `kept` is the file of answers that earlier runs left, unless in `tables`."""
    from crossreport.linking import link, open_local

    if tables is not None:
        return link(pages, judgements, tables=tables)
    with open_local(kept, version=version_of("linking")) as own:
        return link(pages, judgements, tables=own)


def weigh(pages: Sequence[CodedPage], linked: Linked) -> Linked:
    """weighing: voices, grades, tolls and findings."""
    from crossreport.weighing import weigh

    return weigh(pages, linked)
