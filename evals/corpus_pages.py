"""The corpus of our own writing (`corpus/`): marked-up pages and lists of sentences, with their gold.

A page is one file: a header line, the body with inline marks (`markup.py`), a line `---`, the gold lines
(`gold_lines.py`). A list has a header, then sentences parted by blank lines, each followed by its gold lines.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct, structs

from evals.coded import CodedEvent, CodedFigure, Coding, Toll
from evals.corpora import ROOT
from evals.gold_lines import Amount, ClaimLine, EventLine, FigureLine, GoldLine, read_line
from evals.markup import Fault, Marked, strip
from evals.own import Day, OwnGold, OwnPage

CORPUS = ROOT / "corpus"
PAGES, LISTS = CORPUS / "pages", CORPUS / "lists"
PARTS = ("dev", "test")
OUTLETS = frozenset(
    [
        "agency",
        "state_media",
        "ministry",
        "broadcaster",
        "local_paper",
        "national_paper",
        "party_channel",
        "monitor",
        "ngo",
        "un",
        "analysis",
        "social",
        "mixed",
    ]
)
BREAK = "---"


class Header(Struct, frozen=True):
    """`# agency | Sahel | 2021-05-04 | dev`: kind of outlet, conflict, day on which it was written, part."""

    outlet: str
    conflict: str
    published: Day
    part: str


class CorpusPage(Struct, frozen=True):
    """One page or one sentence of a list, with its gold."""

    id: str
    header: Header
    marked: Marked
    lines: tuple[GoldLine, ...]
    listed: bool = False  # a single sentence

    @property
    def text(self) -> str:
        """The page as an outlet would give it."""
        return self.marked.text

    @property
    def furniture(self) -> tuple[str, ...]:
        """What is none of the report."""
        return tuple(self.marked.words("furniture", ""))

    @property
    def coding(self) -> Coding:
        """The gold in the form of the scorers; the tolls of events are figures, too."""
        events = tuple(_event(line, self.marked) for line in self.lines if isinstance(line, EventLine))
        figures = (figure for line in self.lines for figure in _figures(line, self.marked))
        claims = tuple(line.claim for line in self.lines if isinstance(line, ClaimLine))
        return Coding(events, tuple(figures), claims)

    @property
    def own(self) -> OwnPage:
        """The page as `evals.own` takes it."""
        return OwnPage(self.id, self.text, OwnGold(self.header.published, self.furniture), self.coding)


@cache
def pages(part: str) -> tuple[CorpusPage, ...]:
    """The pages of a part, by name."""
    every = (read_page(path) for path in sorted(PAGES.glob("*.txt")))
    return tuple(page for page in every if page.header.part == part)


@cache
def listed(part: str) -> tuple[CorpusPage, ...]:
    """The single sentences of a part, list by list."""
    every = (each for path in sorted(LISTS.glob("*.txt")) for each in read_list(path))
    return tuple(each for each in every if each.header.part == part)


def read_page(path: Path) -> CorpusPage:
    """One page of the corpus.

    Raises:
        Fault: it keeps not to the scheme; the message names the file.
    """
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    body, found, gold = rest.partition(f"\n{BREAK}\n")
    try:
        if not found:
            raise Fault(f"no line {BREAK} between body and gold")
        return CorpusPage(path.stem, _header(first), strip(body), tuple(_lines(gold.splitlines())))
    except Fault as fault:
        raise Fault(f"{path.name}: {fault}") from fault


def read_list(path: Path) -> Iterator[CorpusPage]:
    """The sentences of a list; raises as `read_page` does."""
    first, _, rest = path.read_text(encoding="utf-8").partition("\n")
    try:
        header = _header(first)
        for number, item in enumerate(filter(None, (part.strip() for part in rest.split("\n\n"))), 1):
            sentence, *gold = item.split("\n")
            yield CorpusPage(f"{path.stem}-{number}", header, strip(sentence), tuple(_lines(gold)), listed=True)
    except Fault as fault:
        raise Fault(f"{path.name}: {fault}") from fault


def _header(line: str) -> Header:
    cells = [each.strip() for each in line.removeprefix("# ").split("|")]
    if not line.startswith("# ") or len(cells) != 4:
        raise Fault(f"the first line is not '# outlet | conflict | published | part': {line}")
    outlet, conflict, published, part = cells
    if outlet not in OUTLETS or part not in PARTS:
        raise Fault(f"unknown kind of outlet or part: {line}")
    earliest, _, latest = published.partition("/")
    return Header(outlet, conflict, Day(earliest, latest or earliest), part)


def _lines(lines: Iterable[str]) -> Iterator[GoldLine]:
    yield from (read_line(line.strip()) for line in lines if line.strip())


def _event(line: EventLine, marked: Marked) -> CodedEvent:
    killed, wounded = (_toll(getattr(line, name), name, line.ref, marked) for name in ("killed", "wounded"))
    cue = next(iter(marked.words("cue", line.ref)), None)
    return structs.replace(line.event, cue=cue, killed=killed, wounded=wounded)


def _toll(number: Amount | None, name: str, ref: str, marked: Marked) -> Toll | None:
    if number is None:
        return None
    return Toll(number.low, number.best, number.high, number.of, next(iter(marked.words(name, ref)), None))


def _figures(line: GoldLine, marked: Marked) -> Iterator[CodedFigure]:
    if isinstance(line, FigureLine):
        words = next(iter(marked.words("figure", line.ref)), None)
        yield structs.replace(line.figure, words=words)
    elif isinstance(line, EventLine):
        for name in ("killed", "wounded"):
            yield from _figure_of(line, name, marked)


def _figure_of(line: EventLine, name: str, marked: Marked) -> Iterator[CodedFigure]:
    number: Amount | None = getattr(line, name)
    toll = _toll(number, name, line.ref, marked)
    if number is not None and toll is not None:
        event = line.event
        voices, where = number.said_by or event.said_by, next(iter(event.place), None)
        numbers = (toll.low, toll.best, toll.high, toll.of, toll.words)
        yield CodedFigure(name, *numbers, said_by=voices, where=where, when=event.when)
