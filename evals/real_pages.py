"""The committed form of coded real pages (`corpus/real`): facts, with offsets into the corpus' text for its words.

    python -m evals.real_pages check
    python -m evals.real_pages write [--adjudicated] [--part PART] FILE WORKING …

JSON Lines: a `page` line (corpus, document, SHA-256 of the text on which the offsets stand), then its events, figures
and claims. `write` makes such a file of working files (`real_form.py`); `check` holds every file to the codebook and,
where the corpora are, every offset to its text. No words of a page are here, but names that a coder gave.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from evals.coded import CodedClaim, CodedEvent, CodedFigure, Coding, Toll
from evals.corpora import Absent
from evals.corpus_pages import CORPUS
from evals.markup import Fault
from evals.real_form import (
    Span,
    WorkClaim,
    WorkEvent,
    WorkFigure,
    WorkPage,
    WorkToll,
    faults,
    locate,
    page_of,
    read_work,
    work_files,
)
from evals.real_texts import RealText, read_texts

REAL = CORPUS / "real"
GOLD, CODERS = REAL / "gold", REAL / "coders"
SHORT = {"fa_kes": "fakes", "re3d": "re3d", "isaf_press": "isaf", "muc4": "muc"}  # the corpora's folders
FOLDER = {short: folder for folder, short in SHORT.items()}
Amount = int | float | None


class RealToll(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Killed or wounded on one event; `words` where the page tells it."""

    words: Span
    low: Amount = None
    best: Amount = None
    high: Amount = None
    of: str | None = None


class PageLine(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="record", tag="page"):
    """Which document, which text of it; `adjudicated` if two coded it and a third judged where they differed.

    `part` is the part that the page belongs to, where not by rule (`real.part_of`).
    """

    corpus: str
    document: str
    sha256: str
    adjudicated: bool = False
    part: str | None = None


class RealEvent(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="record", tag="event"):
    """One event; `cue` where the page tells it at its fullest."""

    type: str
    status: str
    cue: Span
    core: bool = False
    agent: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    admin: str | None = None
    country: str | None = None
    when: str | None = None
    said_by: tuple[str, ...] = ()
    killed: RealToll | None = None
    wounded: RealToll | None = None


class RealFigure(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="record", tag="figure"):
    """One figure."""

    measure: str
    words: Span
    low: Amount = None
    best: Amount = None
    high: Amount = None
    of: str | None = None
    cumulative: bool = False
    said_by: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None


class RealClaim(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="record", tag="claim"):
    """One claim: a gist in the coder's words, and where the assertion begins."""

    speaker: str
    says: str
    words: Span
    via: tuple[str, ...] = ()


class RealPage(Struct, frozen=True):
    """One coded page."""

    head: PageLine
    events: tuple[RealEvent, ...] = ()
    figures: tuple[RealFigure, ...] = ()
    claims: tuple[RealClaim, ...] = ()

    @property
    def id(self) -> str:
        """As `real_texts.py` counts."""
        return f"{self.corpus}-{self.head.document}"

    @property
    def corpus(self) -> str:
        """The short name of its corpus, as `real_texts.py` has it."""
        return SHORT[self.head.corpus]


Line = PageLine | RealEvent | RealFigure | RealClaim


def digest(text: str) -> str:
    """What tells a text from another edition of it."""
    return hashlib.sha256(text.encode()).hexdigest()


def placed(work: WorkPage, page: RealText, *, adjudicated: bool = False, part: str | None = None) -> RealPage:
    """A working page with its quotes as offsets.

    Raises:
        Fault: a quote is not on the page, a claim has none.
    """
    events = tuple(_placed_event(each, page.text) for each in work.events)
    tolls = [(name, toll) for each in events for name in ("killed", "wounded") if (toll := getattr(each, name))]
    figures = []
    for figure in work.figures:
        own = None if figure.nth else _toll_of(figure, tolls, page.text)
        if own:
            tolls.remove((figure.measure, own))
        figures.append(_placed_figure(figure, own.words if own else locate(figure.words, page.text, figure.nth)))
    claims = tuple(_placed_claim(each, page.text) for each in work.claims)
    corpus, _, document = page.id.partition("-")
    head = PageLine(FOLDER[corpus], document, digest(page.text), adjudicated, part)
    return RealPage(head, events, tuple(figures), claims)


def _toll_of(figure: WorkFigure, tolls: Iterable[tuple[str, RealToll]], text: str) -> RealToll | None:
    """The toll that a figure repeats: of its measure, told in its words."""
    for measure, toll in tolls:
        told = text[slice(*toll.words)].split()
        if measure == figure.measure and [each.lower() for each in told] == figure.words.lower().split():
            return toll
    return None


def _placed_event(event: WorkEvent, text: str) -> RealEvent:
    cue = locate(event.cue, text, event.nth)
    fields = {name: getattr(event, name) for name in WorkEvent.__struct_fields__ if name not in {"nth", "cue"}}
    fields |= {name: _placed_toll(fields[name], text, cue[0]) for name in ("killed", "wounded")}
    return RealEvent(cue=cue, **fields)


def _placed_toll(toll: WorkToll | None, text: str, near: int) -> RealToll | None:
    if toll is None:
        return None
    words = locate(toll.words, text, toll.nth, near)
    return RealToll(words, _whole(toll.low), _whole(toll.best), _whole(toll.high), toll.of)


def _placed_figure(figure: WorkFigure, words: Span) -> RealFigure:
    fields = {name: getattr(figure, name) for name in WorkFigure.__struct_fields__ if name not in {"nth", "words"}}
    fields |= {name: _whole(fields[name]) for name in ("low", "best", "high")}
    return RealFigure(words=words, **fields)


def _placed_claim(claim: WorkClaim, text: str) -> RealClaim:
    if claim.words is None:
        raise Fault(f"the claim of {claim.speaker} has no words: say where it is asserted")
    return RealClaim(claim.speaker, claim.says, locate(claim.words, text, claim.nth), claim.via)


def _whole(number: float | None) -> Amount:
    return int(number) if number is not None and number == int(number) else number


def written(pages: Iterable[RealPage]) -> bytes:
    """The bytes of a file, a record a line."""
    lines = (line for page in pages for line in (page.head, *page.events, *page.figures, *page.claims))
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def read_file(path: Path) -> Iterator[RealPage]:
    """The pages of a file.

    Raises:
        Fault: a line is none of this form; the message names file and line.
    """
    page: list[Line] = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            record = msgspec.json.decode(line, type=Line)
        except msgspec.DecodeError as error:
            raise Fault(f"{path.name}:{number}: {error}") from error
        if isinstance(record, PageLine) and page:
            yield _page(page)
            page = []
        if not page and not isinstance(record, PageLine):
            raise Fault(f"{path.name}:{number}: a record before any page")
        page.append(record)
    if page:
        yield _page(page)


def _page(lines: list[Line]) -> RealPage:
    head, *rest = lines
    assert isinstance(head, PageLine)
    return RealPage(
        head,
        tuple(each for each in rest if isinstance(each, RealEvent)),
        tuple(each for each in rest if isinstance(each, RealFigure)),
        tuple(each for each in rest if isinstance(each, RealClaim)),
    )


@cache
def gold() -> dict[str, RealPage]:
    """Every page with its one valid coding, by id."""
    return {page.id: page for path in sorted(GOLD.glob("*.jsonl")) for page in read_file(path)}


@cache
def coded_by(coder: str) -> dict[str, RealPage]:
    """What one coder made of their pages, before anyone compared."""
    return {page.id: page for page in read_file(CODERS / f"{coder}.jsonl")}


def coders() -> list[str]:
    """Who coded pages blind."""
    return sorted(path.stem for path in CODERS.glob("*.jsonl"))


def coding_of(page: RealPage, text: str | None = None) -> Coding:
    """The form of the scorers; cues and words are empty without the text."""
    return Coding(
        tuple(_coded_event(each, text) for each in page.events),
        tuple(_coded_figure(each, text) for each in page.figures),
        tuple(CodedClaim(each.speaker, each.says, each.via, each.words[0]) for each in page.claims),
    )


def _coded_event(event: RealEvent, text: str | None) -> CodedEvent:
    fields = {name: getattr(event, name) for name in RealEvent.__struct_fields__}
    tolls = {name: _coded_toll(fields[name], text) for name in ("killed", "wounded")}
    return CodedEvent(**(fields | tolls | {"cue": _words(event.cue, text), "start": event.cue[0]}))


def _coded_toll(toll: RealToll | None, text: str | None) -> Toll | None:
    return Toll(toll.low, toll.best, toll.high, toll.of, _words(toll.words, text)) if toll else None


def _coded_figure(figure: RealFigure, text: str | None) -> CodedFigure:
    fields = {name: getattr(figure, name) for name in RealFigure.__struct_fields__}
    return CodedFigure(**(fields | {"words": _words(figure.words, text), "start": figure.words[0]}))


def _words(span: Span, text: str | None) -> str | None:
    return None if text is None else text[slice(*span)]


def page_faults(page: RealPage, text: RealText | None) -> Iterator[str]:
    """Everything wrong with a committed page: against the codebook and, where the text is here, against it."""
    if text is not None and digest(text.text) != page.head.sha256:
        yield "its text is another edition than the one that was coded"
        return
    for start, end in _spans(page):
        if not 0 <= start < end or (text is not None and (end > len(text.text) or text.text[start:end].strip() == "")):
            yield f"[{start}, {end}] is no passage"
            return
    yield from faults(worked(page, text.text if text else None), text)


def _spans(page: RealPage) -> Iterator[Span]:
    for event in page.events:
        yield event.cue
        yield from (toll.words for toll in (event.killed, event.wounded) if toll)
    yield from (figure.words for figure in page.figures)
    yield from (claim.words for claim in page.claims)


def worked(page: RealPage, text: str | None) -> WorkPage:
    """The working form again; without a text all quotes are empty."""

    def quote(span: Span) -> str:
        return "" if text is None else text[slice(*span)]

    def toll(each: RealToll | None) -> WorkToll | None:
        return WorkToll(each.low, each.best, each.high, quote(each.words), each.of) if each else None

    events = (
        {name: getattr(each, name) for name in RealEvent.__struct_fields__}
        | {"cue": quote(each.cue), "killed": toll(each.killed), "wounded": toll(each.wounded)}
        for each in page.events
    )
    figures = (
        {name: getattr(each, name) for name in RealFigure.__struct_fields__} | {"words": quote(each.words)}
        for each in page.figures
    )
    claims = (WorkClaim(each.speaker, each.says, each.via, quote(each.words)) for each in page.claims)
    return WorkPage(
        tuple(WorkEvent(**each) for each in events), tuple(WorkFigure(**each) for each in figures), tuple(claims)
    )


def check() -> tuple[list[str], list[str]]:
    """What is wrong with all committed pages, and which corpora are not here to hold their offsets to."""
    texts: dict[str, dict[str, RealText]] = {}
    found: list[str] = []
    absent: dict[str, str] = {}
    for path in sorted(REAL.glob("*/*.jsonl")):
        for page in read_file(path):
            if page.corpus not in texts:
                texts[page.corpus] = _texts(page.corpus, absent)
            text = texts[page.corpus].get(page.id)
            if text is None and page.corpus not in absent:
                found.append(f"{path.name}: {page.id} is not in its corpus")
            found += [f"{path.name}: {page.id}: {each}" for each in page_faults(page, text)]
    return found, list(absent.values())


def _texts(corpus: str, absent: dict[str, str]) -> dict[str, RealText]:
    try:
        return read_texts(corpus)
    except Absent as reason:
        absent[corpus] = str(reason)
        return {}


def _write(path: Path, work: Sequence[Path], **head: Any) -> None:
    texts: dict[str, dict[str, RealText]] = {}
    pages = [placed(read_work(each), page_of(each, texts), **head) for each in work_files(work)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(pages))


def main(arguments: list[str] | None = None) -> int:
    """Check, or write."""
    parser = argparse.ArgumentParser(prog="evals.real_pages", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="hold every file to the codebook and to its texts")
    write = commands.add_parser("write", help="make a file of working files")
    write.add_argument("file", type=Path)
    write.add_argument("working", type=Path, nargs="+", metavar="WORKING", help="a working file, or a folder of them")
    write.add_argument("--adjudicated", action="store_true", help="two coded each page, and a third judged")
    write.add_argument("--part", help="the part that they belong to, where not by rule")
    options = parser.parse_args(arguments)
    if options.command == "write":
        _write(options.file, options.working, adjudicated=options.adjudicated, part=options.part)
        return 0
    return _check()


def _check() -> int:
    found, absent = check()
    for each in (*found, *(f"offsets not held to their texts: {reason}" for reason in absent)):
        sys.stdout.write(f"{each}\n")
    if not found:
        sys.stdout.write(f"{len(gold())} pages and {sum(len(coded_by(each)) for each in coders())} codings hold\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
