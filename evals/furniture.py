"""Furniture in plain text: pages of the article benchmark with every tag stripped, line by line.

    python -m evals.furniture [--errors N] [--libraries]

A line counts as the report's if the known article holds it (`stripped.py`). F1 is over all lines of a part; `pages` is
the mean of the pages' own F1; `words` scores the text that is kept by the benchmark's rules. The headline is no line of
the article there and is left out of what we keep; a line dropped because it repeats a line of the report counts as that
line does. `--libraries` runs beside us what can be run on text, every line given to the library as a paragraph, and, as
a ceiling, two extractors that see the HTML. On FA-KES, whose texts are all report, the share of characters dropped is
told.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from html import escape

from msgspec import Struct

from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.cleaning import mark_lines, mark_passages
from crossreport.reading.draft import Piece, kept_runs
from crossreport.reading.extracted import by_readability, by_resiliparse, by_trafilatura
from crossreport.reading.line_scorer import judge
from crossreport.reading.outlet import Metadata
from crossreport.reading.text import draft_of_text
from evals.articles import articles, is_dev, score
from evals.articles import ours as ours_of_html
from evals.corpora import Absent, fa_kes_articles
from evals.rooms import capture_of
from evals.stripped import is_article, stripped

FA_KES_EVERY = 8  # for the gate, one page of so many


class TextPage(Struct, frozen=True):
    """A page without tags: its lines, which of them are the article's, and the article."""

    name: str
    lines: list[str]
    main: list[bool]
    body: str


class Found(Struct, frozen=True):
    """Measures of one system on one part."""

    f1: float
    precision: float
    recall: float
    pages: float
    words: float


@cache
def text_pages() -> tuple[TextPage, ...]:
    """The benchmark's pages as text."""
    return tuple(_text_page(name, page.html, page.body) for name, page in articles().items())


def _text_page(name: str, html: str, body: str) -> TextPage:
    lines = stripped(html).splitlines()
    return TextPage(name, lines, is_article(lines, body), body)


def ours(lines: list[str]) -> list[bool]:
    """Lines of which the reading room keeps something that is not the headline."""
    text = "\n".join(lines)
    draft = draft_of_text(text)
    mark_passages(draft, mark_lines(draft, Metadata(), plain=True))
    kept = [run for piece in draft.kept() if piece.kind != "title" for run in kept_runs(piece, text)]
    kept += [
        (piece.start, piece.end)
        for piece in draft.pieces
        if (told := _told_before(piece)) and any(start < told[1] and told[0] < end for start, end in kept)
    ]
    return [any(start < end_of and at < end for start, end in kept) for at, end_of in _spans(lines)]


def _told_before(piece: Piece) -> tuple[int, int] | None:
    """Where a passage that was dropped as a repetition stood first."""
    code, _, place = (piece.dropped or "").partition(":")
    if code != "repeat":
        return None
    start, end = map(int, place.split("-"))
    return start, end


def _spans(lines: list[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for line in lines:
        yield at, at + len(line)
        at += len(line) + 1


def scorer_alone(lines: list[str]) -> list[bool]:
    """The lines that the scorer finds likelier than not, without the room's other rules."""
    return [bool(likely > 0.5) for likely in judge(lines).likely]


def long_sentences(lines: list[str]) -> list[bool]:
    """The floor: lines of ten words that end with a full stop."""
    return [len(line.split()) >= 10 and line.rstrip("\"'”’»)").endswith((".", "!", "?", "…")) for line in lines]


def _as_paragraphs(read: Callable[[str], str]) -> Callable[[list[str]], list[bool]]:
    """A library that reads HTML, given each line as a paragraph."""

    def run(lines: list[str]) -> list[bool]:
        body = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
        found = {" ".join(line.split()) for line in read(f"<html><body>{body}</body></html>").splitlines()}
        return [line in found for line in lines]

    return run


def _justext(html: str) -> str:
    import justext

    lists = justext.get_stoplist("English")
    return "\n".join(each.text for each in justext.justext(html.encode(), lists) if not each.is_boilerplate)


def _baseline(html: str) -> str:
    import trafilatura

    return str("\n".join(node.text or "" for node in trafilatura.baseline(html)[0]))


def _boilerpy(html: str) -> str:
    try:
        from boilerpy3.extractors import ArticleExtractor
    except ImportError as error:
        raise Absent("boilerpy3 is not installed") from error
    return str(ArticleExtractor(raise_on_failure=False).get_content(html))


LIBRARIES: dict[str, Callable[[list[str]], list[bool]]] = {
    "jusText": _as_paragraphs(_justext),
    "trafilatura": _as_paragraphs(lambda html: by_trafilatura(html, strict=False)),
    "trafilatura baseline": _as_paragraphs(_baseline),
    "readability": _as_paragraphs(by_readability),
    "resiliparse": _as_paragraphs(by_resiliparse),
    "boilerpy3": _as_paragraphs(_boilerpy),
}


def _on_lines(read: Callable[[list[str]], list[bool]]) -> Callable[[TextPage], list[bool]]:
    """A system that sees a page's lines and nothing else."""
    return lambda page: read(page.lines)


def _with_html(read: Callable[[str], str]) -> Callable[[TextPage], list[bool]]:
    """A system that sees the page's HTML: which lines its text holds."""
    return lambda page: is_article(page.lines, read(articles()[page.name].html))


CEILINGS: dict[str, Callable[[str], str]] = {
    "ours, given HTML": ours_of_html,
    "trafilatura, given HTML": lambda html: by_trafilatura(html, strict=False),
}
OURS: dict[str, Callable[[list[str]], list[bool]]] = {
    "ours": ours,
    "our scorer alone": scorer_alone,
    "long sentences": long_sentences,
    "every line": lambda lines: [True] * len(lines),
}


def found_by(read: Callable[[TextPage], list[bool]], pages: list[TextPage]) -> Found:
    """One system's measures."""
    kept = {page.name: read(page) for page in pages}
    hits = sum(k and m for page in pages for k, m in zip(kept[page.name], page.main, strict=True))
    ours_all = sum(sum(kept[page.name]) for page in pages)
    main_all = sum(sum(page.main) for page in pages)
    by_page = [_f1(kept[page.name], page.main) for page in pages if any(page.main)]
    texts = [(page.body, "\n".join(_only(page.lines, kept[page.name]))) for page in pages]
    return Found(
        2 * hits / max(ours_all + main_all, 1), hits / max(ours_all, 1), hits / max(main_all, 1),
        sum(by_page) / len(by_page), score(texts).f1,
    )  # fmt: skip


def _only(lines: list[str], kept: list[bool]) -> list[str]:
    return [line for line, keep in zip(lines, kept, strict=True) if keep]


def _f1(kept: list[bool], main: list[bool]) -> float:
    hits = sum(k and m for k, m in zip(kept, main, strict=True))
    return 2 * hits / max(sum(kept) + sum(main), 1)


def fa_kes_lost(every: int = 1) -> float:
    """The share of FA-KES characters (dates and bylines among them, which are furniture) that no block holds."""
    lost = whole = 0
    for article in list(fa_kes_articles().values())[::every]:
        page = read_page(capture_of(f"{article.id}.txt", article.text))
        if isinstance(page, Page):
            whole += sum(not c.isspace() for c in page.text)
            lost += sum(not c.isspace() for each in page.dropped for c in each.quote)
    return lost / max(whole, 1)


def measure() -> dict[str, float]:
    """Ours, for the gate."""
    pages = list(text_pages())
    dev = found_by(_on_lines(ours), [page for page in pages if is_dev(page.name)])
    test = found_by(_on_lines(ours), [page for page in pages if not is_dev(page.name)])
    return {
        "f1_dev": dev.f1, "f1_test": test.f1, "pages_test": test.pages, "words_test": test.words,
        "recall_test": test.recall, "fa_kes_kept": 1 - fa_kes_lost(FA_KES_EVERY),
    }  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """All systems, or our errors on the dev part."""
    parser = argparse.ArgumentParser(prog="evals.furniture", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list the N worst pages of the dev part")
    parser.add_argument("--libraries", action="store_true", help="run the libraries, too")
    options = parser.parse_args(arguments)
    try:
        systems = {name: _on_lines(read) for name, read in {**OURS, **(LIBRARIES if options.libraries else {})}.items()}
        _table(systems | {name: _with_html(read) for name, read in CEILINGS.items() if options.libraries})
        print(f"FA-KES: {fa_kes_lost():.4f} of the characters dropped")
        _errors(options.errors)
    except Absent as absent:
        print(f"skipped: {absent}")
    return 0


def _table(systems: dict[str, Callable[[TextPage], list[bool]]]) -> None:
    pages = list(text_pages())
    print(f"{'':25}{'dev: F1 prec. recall pages words':40}test")
    for name, read in systems.items():
        began = time.monotonic()
        try:
            found = [found_by(read, [page for page in pages if is_dev(page.name) == dev]) for dev in (True, False)]
        except Absent as absent:
            print(f"{name:25}skipped: {absent}")
            continue
        cells = "".join(
            f"{f.f1:.3f} {f.precision:.3f} {f.recall:.3f} {f.pages:.3f} {f.words:.3f}           " for f in found
        )
        print(f"{name:25}{cells}{len(pages) / (time.monotonic() - began):.0f} pages/s")


def _errors(most: int) -> None:
    wrong = [(page, ours(page.lines)) for page in text_pages() if is_dev(page.name)] if most else []
    counts = [sum(k != m for k, m in zip(kept, page.main, strict=True)) for page, kept in wrong]
    for _, at in sorted((-count, at) for at, count in enumerate(counts))[:most]:
        page, kept = wrong[at]
        print(f"== {page.name[:12]} {counts[at]} lines wrong")
        for line, keep, main in zip(page.lines, kept, page.main, strict=True):
            if keep != main:
                print(f"  {'lost' if main else 'kept'}  {line[:120]}")


if __name__ == "__main__":
    sys.exit(main())
