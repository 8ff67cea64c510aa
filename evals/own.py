"""Our record of the pages of our own writing against their gold coding.

    python -m evals.own [--part dev|test] [--published] [--show PAGE … | --errors N] [--text] [--type TYPE]

The pages (`pages/`) are invented, in the manner of outlets of ten wars. Beside events, figures and claims two things
are scored: whether the inferred day of the page lies inside the gold's bounds, and whether the site's furniture is
dropped while the passages that a coder used are kept. `--published` gives the day to pages whose gold day is a single
one; `--text` adds to every listed page how it was read.
"""

import argparse
import json
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from crossreport.model import Page
from evals import coded
from evals.agreement import Pair, Rate
from evals.coded import Coding
from evals.convert import known_measures
from evals.corpora import Article, unless_absent
from evals.fa_kes import Scores, has_errors, report, run_rooms
from evals.listing import listing_options, saving_options, show_page
from evals.rooms import Rooms, capture_of

PAGES = Path(__file__).parent / "pages"
PARTS = ("dev", "test")

Range = tuple[int, int]


class Day(Struct, frozen=True):
    """The day on which a page was written, as a reader can tell it: ISO dates, both included."""

    earliest: str
    latest: str


class OwnGold(Struct, frozen=True):
    """What a coder records of a page beside its coding; `drop` holds beginnings of furniture lines or passages."""

    published: Day
    drop: tuple[str, ...] = ()


class OwnPage(Struct, frozen=True):
    """One page with all of its gold."""

    id: str
    text: str
    gold: OwnGold
    coding: Coding

    @property
    def known_day(self) -> str | None:
        """The page's day, where the gold is certain of it."""
        day = self.gold.published
        return day.latest if day.earliest == day.latest else None

    @property
    def article(self) -> Article:
        """The page as the other scorers take it."""
        return Article(self.id, self.text, self.gold.published.latest, "own")


class Reading(Struct):
    """What the reading room made of pages: days inside the gold or at least allowing it, what was dropped and kept."""

    day: Rate = msgspec.field(default_factory=Rate)
    allowed: Rate = msgspec.field(default_factory=Rate)
    dropped: Rate = msgspec.field(default_factory=Rate)
    kept: Rate = msgspec.field(default_factory=Rate)

    def add(self, own: OwnPage, page: Page) -> list[str]:
        """Count one page; what is wrong with it, in words."""
        wrong: list[str] = []
        inside = day_inside(own.gold.published, page)
        self.day.add(1, 1, inside)
        self.allowed.add(1, 1, day_allowed(own.gold.published, page))
        if not inside:
            wrong.append(f"day {page.published.edtf} for {own.gold.published.earliest}/{own.gold.published.latest}")
        for wanted in own.gold.drop:
            left = [each for each in furniture(own.text, wanted) if not is_dropped(page, each)]
            self.dropped.add(1, 1, not left)
            wrong += [f"still there: {_line(own.text, each)}" for each in left]
        for cue in cues(own.coding):
            lost = is_lost(page, cue)
            self.kept.add(1, 1, not lost)
            wrong += [f"lost: {cue}"] * lost
        return wrong

    def measures(self) -> dict[str, float]:
        """Shares."""
        rates = {"day_inside": self.day, "day_allowed": self.allowed, "dropped": self.dropped, "kept": self.kept}
        return {name: rate.recall for name, rate in rates.items()}


def own_pages(part: str = "dev") -> dict[str, OwnPage]:
    """The pages of a part by name, in the gold's order."""
    path = PAGES / f"{part}.json"
    extras = msgspec.json.decode(path.read_bytes(), type=dict[str, OwnGold])
    return {
        name: OwnPage(name, _text(part, name), extras[name], known_measures(coding))
        for name, coding in coded.load(path).items()
    }


def day_inside(wanted: Day, page: Page) -> bool:
    """Whether the page's inferred day has both bounds, and both inside the gold's."""
    earliest, latest = page.published.earliest, page.published.latest
    return bool(earliest and latest and wanted.earliest <= earliest and latest <= wanted.latest)


def day_allowed(wanted: Day, page: Page) -> bool:
    """Whether the inferred day, however wide, and the gold's have a day in common: if not, it is false."""
    earliest, latest = page.published.earliest, page.published.latest
    return (earliest or wanted.latest) <= wanted.latest and (latest or wanted.earliest) >= wanted.earliest


def furniture(text: str, wanted: str) -> list[Range]:
    """The lines that begin with `wanted`; failing that the passage itself (pages without lines)."""
    lines = [(at, at + len(line)) for at, line in _lines(text) if line.startswith(wanted)]
    at = text.find(wanted)
    return lines or ([(at, at + len(wanted))] if at >= 0 else [])


def is_dropped(page: Page, passage: Range) -> bool:
    """Whether all of a passage but white space is dropped."""
    spans = [(each.start, each.end) for each in page.dropped]
    visible = [at for at in range(*passage) if not page.text[at].isspace()]
    return all(any(start <= at < end for start, end in spans) for at in visible)


def is_lost(page: Page, cue: str) -> bool:
    """Whether a passage that a coder used lies in no block of the page, wherever it occurs."""
    found, at = [], page.text.find(cue)
    while at >= 0:
        found.append(at)
        at = page.text.find(cue, at + 1)
    return not any(block.start <= start and start + len(cue) <= block.end for start in found for block in page.blocks)


def cues(coding: Coding) -> list[str]:
    """The verbatim pointers of a coding."""
    return [event.cue for event in coding.events if event.cue]


def measure(part: str = "dev", *, published: bool = False) -> dict[str, float]:
    """All measures, for the gate."""
    scores, reading, rooms = Scores(), Reading(), Rooms()
    for own in own_pages(part).values():
        scores.add(own.coding, code_page(own, rooms, published=published))
        reading.add(own, rooms.read(capture_of(f"{own.id}.txt", own.text)))
    return {**scores.measures(), **reading.measures()}


def code_page(own: OwnPage, rooms: Rooms, *, published: bool) -> Coding:
    """Our coding of a page."""
    return run_rooms([own.article], rooms, published=published and own.known_day is not None)[own.id]


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    options = _parser().parse_args(arguments)
    return unless_absent(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    began, rooms, scores, reading = time.monotonic(), Rooms(), Scores(), Reading()
    pages = own_pages(options.part)
    wanted = [page for name, page in pages.items() if not options.show or name in options.show]
    given = coded.load(Path(options.against)) if options.against else None
    codings: dict[str, Coding] = {}
    listed = 0
    for own in wanted:
        ours = given.get(own.id, Coding()) if given else code_page(own, rooms, published=options.published)
        codings[own.id] = ours
        page = rooms.read(capture_of(f"{own.id}.txt", own.text))
        pairs, wrong = scores.add(own.coding, ours), reading.add(own, page)
        if options.show or (listed < options.errors and (wrong or has_errors(own.coding, ours, pairs))):
            listed += 1
            _show(own, page, ours, pairs, wrong, options)
    if options.save:
        Path(options.save).write_bytes(coded.dump(codings))
    _sums(scores, reading, options)
    for note in rooms.notes:
        print(f"note: {note}")
    print(f"{len(wanted)} pages in {time.monotonic() - began:.1f} s")
    return 0


def _show(
    own: OwnPage, page: Page, ours: Coding, pairs: list[Pair], wrong: list[str], options: argparse.Namespace
) -> None:
    show_page(msgspec.structs.replace(own.article, text=""), own.coding, ours, pairs, only=options.type)
    for each in wrong:
        print(f"  READING  {each}")
    if options.text:
        print("\n".join(as_read(page)))


def as_read(page: Page) -> Iterator[str]:
    """The page line by line: `=` title, `|` report, `-` dropped, with the reason."""
    marks = {"title": "=", "subtitle": "=", "paragraph": "|"}
    kept = [(block.start, block.end, marks[block.kind]) for block in page.blocks]
    cut = [(each.start, each.end, f"- {each.reason}:") for each in page.dropped]
    for start, end, mark in sorted(kept + cut):
        yield f"  {mark} {' '.join(page.text[start:end].split())}"


def _sums(scores: Scores, reading: Reading, options: argparse.Namespace) -> None:
    report(scores, types=not options.show)
    for name in ("day", "allowed", "dropped", "kept"):
        rate: Rate = getattr(reading, name)
        print(f"{name:9}{rate.recall:.3f}  ({rate.hits} of {rate.gold})")
    if options.json:
        print(json.dumps({**scores.measures(), **reading.measures()}, indent=1))


def _text(part: str, name: str) -> str:
    return (PAGES / part / f"{name}.txt").read_text(encoding="utf-8")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            yield at + line.index(body), body
        at += len(line)


def _line(text: str, passage: Range) -> str:
    return text[passage[0] : passage[1]][:80]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals.own", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev", help="which pages: tune on dev, report on test")
    parser.add_argument("--published", action="store_true", help="give every page its day, where the gold has one")
    parser.add_argument("--text", action="store_true", help="in listings, the page as read: kept and dropped")
    listing_options(parser)
    saving_options(parser)
    parser.add_argument("--json", action="store_true", help="print the measures as JSON, too")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head"; never inside another process
    sys.exit(main())
