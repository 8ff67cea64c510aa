"""Our record of the corpus of our own writing against its gold, by conflict and by kind of outlet.

    python -m evals.corpus [--part dev|test] [--lists] [--inferred] [--show PAGE … | --errors N] [--export FILE]

The pages lie in `corpus/pages`, the single sentences (`--lists`) in `corpus/lists`. Whole conflicts are in one part:
tune on dev, look at test only as sums. Few of the pages tell their year, so each is given the day on which it was
written, as its coder knew it; `--inferred` leaves it to the reading room. `--export` writes texts, marks with their
offsets, and codings as JSON lines.
"""

import argparse
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from crossreport.language.sentences import split_sentences
from evals.coded import Coding
from evals.convert import coding_of, known_measures
from evals.corpora import unless_absent
from evals.corpus_pages import PARTS, CorpusPage, listed, pages
from evals.fa_kes import Scores, has_errors, report
from evals.listing import listing_options, show_page
from evals.own import Reading, as_read, code_page
from evals.rooms import Rooms, capture_of
from evals.sentences import Sentence, page_of


def chosen(part: str, *, lists: bool) -> tuple[CorpusPage, ...]:
    """The pages, or the single sentences, of a part."""
    return listed(part) if lists else pages(part)


def coding_of_ours(page: CorpusPage, rooms: Rooms, *, published: bool) -> Coding:
    """Our coding of a page; a single sentence is one of its own day."""
    if page.listed:
        return _coding_of_sentence(page, rooms)
    return code_page(page.own, rooms, published=published)


def _coding_of_sentence(page: CorpusPage, rooms: Rooms) -> Coding:
    from crossreport.coding import code
    from crossreport.grounding.ground import ground

    read = page_of(Sentence(page.text, published=page.header.published.latest))
    analysis = rooms.analyse(read)
    return coding_of(code(read, analysis, ground(read, analysis)))


def measure(part: str = "dev") -> dict[str, float]:
    """All measures of the pages, their days given, for the gate."""
    scores, reading, rooms = Scores(), Reading(), Rooms()
    for page in pages(part):
        scores.add(known_measures(page.coding), coding_of_ours(page, rooms, published=True))
        reading.add(page.own, rooms.read(capture_of(f"{page.id}.txt", page.text)))
    return {**scores.measures(), **reading.measures()}


def counts(every: Iterable[CorpusPage]) -> dict[str, int]:
    """How much there is: pages, sentences, those with a mark, events, figures, claims, conflicts, kinds of outlet."""
    found, every = Counter[str](), list(every)
    for page in every:
        coding, (total, marked) = page.coding, sentences_of(page)
        found += Counter(sentences=total, with_gold=marked, events=len(coding.events), marks=len(page.marked.marks))
        found += Counter(figures=len(coding.figures), claims=len(coding.claims), furniture=len(page.furniture))
    heads = [page.header for page in every]
    kinds = {"conflicts": len({each.conflict for each in heads}), "outlets": len({each.outlet for each in heads})}
    return {"pages": len(every), **kinds, **found}


def sentences_of(page: CorpusPage) -> tuple[int, int]:
    """Sentences outside of furniture, and those of them in which something is marked."""
    marks = [each for each in page.marked.marks if each.kind != "furniture"]
    cut = [each for each in page.marked.marks if each.kind == "furniture"]
    spans, at = [], 0
    for line in page.text.split("\n"):
        spans += [(at + start, at + end) for start, end in split_sentences(line)]
        at += len(line) + 1
    spans = [(start, end) for start, end in spans if not any(each.start <= start < each.end for each in cut)]
    return len(spans), sum(any(start <= each.start < end for each in marks) for start, end in spans)


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    options = _parser().parse_args(arguments)
    every = chosen(options.part, lists=options.lists)
    if options.export:
        Path(options.export).write_bytes(b"".join(_exported(page) for page in every))
        return 0
    print("  ".join(f"{name} {count}" for name, count in counts(every).items()))
    if options.counts:
        return 0
    return unless_absent(lambda: _run([page for page in every if not options.show or page.id in options.show], options))


def _run(every: list[CorpusPage], options: argparse.Namespace) -> int:
    began, rooms, scores, reading = time.monotonic(), Rooms(), Scores(), Reading()
    groups: dict[tuple[str, str], Scores] = defaultdict(Scores)
    shown = 0
    for page in every:
        gold, ours = known_measures(page.coding), coding_of_ours(page, rooms, published=not options.inferred)
        pairs, wrong = scores.add(gold, ours), list[str]()
        groups["conflict", page.header.conflict].add(gold, ours)
        groups["outlet", page.header.outlet].add(gold, ours)
        read = None if page.listed else rooms.read(capture_of(f"{page.id}.txt", page.text))
        if read is not None:
            wrong = reading.add(page.own, read)
        if options.show or (shown < options.errors and (wrong or has_errors(gold, ours, pairs))):
            shown += 1
            show_page(page.own.article, gold, ours, pairs, only=options.type)
            print("".join(f"  READING  {each}\n" for each in wrong), end="")
            print("\n".join(as_read(read)) if options.text and read is not None else "")
    report(scores, types=not options.show)
    _report_groups(groups)
    print("  ".join(f"{name} {value:.3f}" for name, value in reading.measures().items()))
    print("".join(f"note: {note}\n" for note in rooms.notes), end="")
    print(f"{len(every)} pages or sentences in {time.monotonic() - began:.1f} s")
    return 0


def _report_groups(groups: dict[tuple[str, str], Scores]) -> None:
    print(f"{'':10}{'':24}{'events':>7}{'F1':>7}{'strict':>8}{'figures':>9}{'claims':>8}")
    for (by, name), scores in sorted(groups.items()):
        shares = f"{scores.strict.f1:8.3f}{scores.figures.f1:9.3f}{scores.claims.f1:8.3f}"
        print(f"{by:10}{name:24}{scores.events.gold:7}{scores.events.f1:7.3f}{shares}")


def _exported(page: CorpusPage) -> bytes:
    whole: dict[str, Any] = {"id": page.id, "header": page.header, "text": page.text}
    whole |= {"marks": page.marked.marks, "lines": page.lines, "coding": page.coding}
    return msgspec.json.encode(whole) + b"\n"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals.corpus", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev", help="which conflicts: tune on dev, report on test")
    parser.add_argument("--lists", action="store_true", help="the single sentences instead of the pages")
    parser.add_argument("--counts", action="store_true", help="only say how much there is")
    parser.add_argument("--inferred", action="store_true", help="the page's day as the reading room infers it")
    parser.add_argument("--text", action="store_true", help="in listings, the page as read: kept and dropped")
    parser.add_argument("--export", metavar="FILE", help="write texts, marks with offsets and codings as JSON lines")
    listing_options(parser)
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head"; never inside another process
    sys.exit(main())
