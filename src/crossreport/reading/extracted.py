"""HTML in, its main text out: trafilatura at its strictest, unless two other extractors agree that it lost the report.

Strict trafilatura keeps the least furniture; on a few pages in a hundred it takes the wrong part. What resiliparse and
readability both find is then the yardstick, and the next candidate takes its place.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

_WORD = re.compile(r"\w+")
_RUN = 4  # words of a run by which texts are compared
LOST = 0.5  # share of the yardstick that a text must hold; .4 to .6 are as good on article_extraction dev
_BLOCKS = ("p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote")
_FAILURES = (ValueError, TypeError, AttributeError, RecursionError, MemoryError, KeyError, IndexError, AssertionError)

Runs = Counter[tuple[str, ...]]


def choose_text(html: str) -> str | None:
    """The main text, one line a block; None if no extractor finds any."""
    strict = by_trafilatura(html, strict=True)
    found = runs_of(strict)
    wide = runs_of(by_resiliparse(html))
    if (found & wide).total() >= max(LOST * wide.total(), 1):
        return strict  # holds half of the widest yardstick, so half of any part of it
    return next(_others(html, strict, wide), strict) or None


def _others(html: str, strict: str, wide: Runs) -> Iterator[str]:
    readable = by_readability(html)
    agreed = runs_of(readable) & wide
    candidates: list[Callable[[], str]] = [lambda: strict, lambda: by_trafilatura(html, strict=False), lambda: readable]
    for candidate in candidates:
        text = candidate()
        if text and (runs_of(text) & agreed).total() >= LOST * agreed.total():
            yield text


def by_trafilatura(html: str, *, strict: bool) -> str:
    """What trafilatura takes for main text, tables with it, comments not."""
    import trafilatura

    try:
        text = trafilatura.extract(
            html,
            output_format="txt",
            include_comments=False,
            include_tables=True,
            deduplicate=False,  # with True the output depends on the pages read before
            fast=False,
            favor_precision=strict,
        )
    except _FAILURES:
        return ""
    return str(text or "")


def by_resiliparse(html: str) -> str:
    """What resiliparse takes for main content: nearly all of it, and more furniture than the others."""
    from resiliparse.extract.html2text import extract_plain_text

    try:
        return str(extract_plain_text(html, main_content=True, alt_texts=False, links=False) or "")
    except _FAILURES:
        return ""


def by_readability(html: str) -> str:
    """The text of readability's summary (the copy of readability-lxml that trafilatura carries)."""
    import lxml.etree
    import lxml.html
    from trafilatura.readability_lxml import Document
    from trafilatura.utils import load_html

    try:
        tree = load_html(html)
        found: Any = lxml.html.fromstring(Document(tree).summary()) if tree is not None else None
    except (*_FAILURES, lxml.etree.LxmlError):
        return ""
    if found is None:
        return ""
    for node in found.iter(*_BLOCKS):
        node.tail = "\n" + (node.tail or "")
    lines = (" ".join(line.split()) for line in str(found.text_content()).split("\n"))
    return "\n".join(line for line in lines if line)


def runs_of(text: str) -> Runs:
    """The runs of four words of a text, counted."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return Counter(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
