"""HTML pages as plain text without a tag: what a person gets who selects all in a browser and copies; and which of
its lines are the article's, by the article's known text.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

# fmt: off
_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "textarea",
})
_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "input", "label", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})
# fmt: on
_WORD = re.compile(r"\w+")
_RUN = 4  # words of a run by which a line is found again in the article
_COVERED = 0.5  # share of a line's words that must lie in such runs


def stripped(html: str) -> str:
    """The page's visible text, one line a block, no tag, class or link left."""
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", html.replace("\x00", ""))
    try:
        tree = lxml.html.document_fromstring(cleaned, parser=lxml.html.HTMLParser(huge_tree=True, remove_comments=True))
    except (lxml.etree.ParserError, ValueError):
        return ""
    text = "".join(_texts(tree))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _texts(root: Any) -> Iterator[str]:
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node.tag, str) and node.tag not in _UNSEEN:
            edge = "\n" if node.tag in _BLOCK else ""
            children: list[Any] = [edge + _flat(node.text)]
            for child in node:
                children += [child, _flat(child.tail)]
            stack += reversed([*children, edge])


def _flat(text: str | None) -> str:
    return " ".join(["", *text.split(), ""]) if text and text.strip() else " " if text else ""


def is_article(lines: list[str], article: str) -> list[bool]:
    """For every line, whether it is of the article: most of its words lie in runs of four that the article has; a line
    of fewer words must be a line of the article and stand between two longer ones of it.
    """
    words = _WORD.findall(article)
    runs = {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
    whole = Counter(tuple(_WORD.findall(line)) for line in article.splitlines())
    long = [_covered(_WORD.findall(line), runs) for line in lines]
    inside = [at for at, share in enumerate(long) if share is not None and share >= _COVERED]
    first, last = (inside[0], inside[-1]) if inside else (len(lines), -1)
    return [
        share >= _COVERED if share is not None else _short(line, whole) and first - 3 <= at <= last + 3
        for at, (line, share) in enumerate(zip(lines, long, strict=True))
    ]


def _short(line: str, whole: Counter[tuple[str, ...]]) -> bool:
    words = tuple(_WORD.findall(line))
    return bool(words) and words in whole


def _covered(words: list[str], runs: set[tuple[str, ...]]) -> float | None:
    if len(words) < _RUN:
        return None
    hit = [False] * len(words)
    for at in range(len(words) - _RUN + 1):
        if tuple(words[at : at + _RUN]) in runs:
            hit[at : at + _RUN] = [True] * _RUN
    return sum(hit) / len(words)
