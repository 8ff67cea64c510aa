"""Main text out of HTML pages, ours beside trafilatura alone, readability and resiliparse.

    python -m evals.articles [--json]

The 181 pages of the article extraction benchmark, scored by its rules: runs of four words, with their counts, of the
known article and of what was extracted; precision and recall are means over pages, F1 is made of these two means. A
third of the pages (by their name) is the test part: nothing was tuned on it.
"""

import argparse
import gzip
import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import lxml.html
from msgspec import Struct

from crossreport.model import Capture, digest
from crossreport.reading.cleaning import main_blocks
from crossreport.reading.extracted import by_readability, by_resiliparse, by_trafilatura, choose_text
from evals.corpora import Absent, find

_WORD = re.compile(r"\w+")
_RUN = 4
Runs = Counter[tuple[str, ...]]


class WebPage(Struct, frozen=True):
    """A page of the benchmark: its HTML and the article's body."""

    html: str
    body: str


class Score(Struct, frozen=True):
    """Means over pages."""

    f1: float
    precision: float
    recall: float


@cache
def articles() -> dict[str, WebPage]:
    """The benchmark's pages by id."""
    folder = find("data/article_extraction")
    with gzip.open(folder / "ground-truth.json.gz", "rt", encoding="utf-8") as stream:
        known = json.load(stream)
    return {
        name: WebPage(_html(folder / "html" / f"{name}.html.gz"), known[name]["articleBody"]) for name in sorted(known)
    }


def is_dev(name: str) -> bool:
    """Whether a page may be looked at: two thirds, by the first eight digits of its id."""
    return int(name[:8], 16) % 3 != 0


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """The benchmark's measures of (known, extracted) texts."""
    counted = [_matched(*pair) for pair in pairs]
    precision = statistics.fmean(hit / ours for hit, ours, _ in counted if ours)
    recall = statistics.fmean(hit / known for hit, _, known in counted if known)
    return Score(2 * precision * recall / (precision + recall), precision, recall)


def _matched(known: str, ours: str) -> tuple[int, int, int]:
    one, other = _runs(known), _runs(ours)
    return (one & other).total(), other.total(), one.total()


def _runs(text: str) -> Runs:
    words = _WORD.findall(text)
    return Counter(run for at in range(max(1, len(words) - _RUN + 1)) if (run := tuple(words[at : at + _RUN])))


def with_readability_lxml(html: str) -> str:
    """The original readability-lxml; Absent where it is not installed (it is no dependency)."""
    try:
        from readability import Document
    except ImportError as error:
        raise Absent("readability-lxml is not installed") from error
    found: Any = lxml.html.fromstring(Document(html).summary(html_partial=True))
    for node in found.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "tr"):
        node.tail = "\n" + (node.tail or "")
    return str(found.text_content())


def ours(html: str) -> str:
    """What the reading room keeps, without the headline."""
    data = html.encode("utf-8", "replace")
    return "\n".join(main_blocks(Capture(digest(data), "page.html", "text/html", data, "utf-8", "utf-8")))


SYSTEMS: dict[str, Callable[[str], str]] = {
    "ours": ours,
    "our choice of extractor": lambda html: choose_text(html) or "",
    "trafilatura": lambda html: by_trafilatura(html, strict=False),
    "trafilatura, strict": lambda html: by_trafilatura(html, strict=True),
    "readability (trafilatura's)": by_readability,
    "readability-lxml": with_readability_lxml,
    "resiliparse": by_resiliparse,
}


def measure() -> dict[str, float]:
    """Ours, for the gate."""
    pages = articles()
    texts = {name: ours(page.html) for name, page in pages.items()}
    parts = {"dev": [n for n in pages if is_dev(n)], "test": [n for n in pages if not is_dev(n)], "all": list(pages)}
    scores = {part: score((pages[name].body, texts[name]) for name in names) for part, names in parts.items()}
    return {f"f1_{part}": found.f1 for part, found in scores.items()} | {"recall_all": scores["all"].recall}


def main(arguments: list[str] | None = None) -> int:
    """All systems in one run."""
    parser = argparse.ArgumentParser(prog="evals.articles", description=(__doc__ or "").splitlines()[0])
    parser.parse_args(arguments)
    try:
        pages = articles()
        print(f"{'':30}{'all: F1 precision recall':28}{'dev':22}{'test':22}pages/s")
        for name, read in SYSTEMS.items():
            _row(name, read, pages)
    except Absent as absent:
        print(f"skipped: {absent}")
    return 0


def _row(name: str, read: Callable[[str], str], pages: dict[str, WebPage]) -> None:
    began = time.monotonic()
    try:
        texts = {key: read(page.html) for key, page in pages.items()}
    except Absent as absent:
        print(f"{name:30}skipped: {absent}")
        return
    seconds = time.monotonic() - began
    parts = [list(pages), [key for key in pages if is_dev(key)], [key for key in pages if not is_dev(key)]]
    found = [score((pages[key].body, texts[key]) for key in keys) for keys in parts]
    cells = "".join(f"{each.f1:.3f} {each.precision:.3f} {each.recall:.3f}     " for each in found)
    print(f"{name:30}{cells}{len(pages) / seconds:.0f}")


def _html(path: Any) -> str:
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as stream:
        return stream.read()


if __name__ == "__main__":
    sys.exit(main())
