"""Inline marks of the corpus: `[gunmen|a1] [killed|c1] nine` to plain text and the spans of its marks.

A mark is `[words|tags]`, tags being a letter and the number of a gold line, parted by spaces; marks may lie in one
another. A backslash before `[`, `]`, `|` or itself makes it a letter of the page. A line that begins with `~ ` is
furniture as a whole.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

KINDS = {
    "c": "cue",
    "a": "agent",
    "t": "target",
    "b": "party",
    "p": "place",
    "w": "when",
    "k": "killed",
    "h": "wounded",
    "v": "voice",
    "f": "figure",
    "s": "claim",
    "x": "furniture",
}
OF_FIGURES, OF_CLAIMS = "f", "s"  # the other letters count events; a voice may stand for a figure or a claim, too
FURNITURE = "~ "
TAG = re.compile(r"x|[catbpwkhfs]\d+|v(?:\d+|[fs]\d+)")
_TOKEN = re.compile(r"\\[\[\]|\\]|[\[\]|]|[^\[\]|\\]+|\\")


class Fault(Exception):
    """What is wrong with a page of the corpus, in words for its writer."""


class Mark(Struct, frozen=True, order=True):
    """One mark: `text[start:end]` and what it is for, as `("killed", "1")`; figures `f1`, claims `s1`."""

    start: int
    end: int
    kind: str
    ref: str = ""


class Marked(Struct, frozen=True):
    """A text without its marks, and the marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def words(self, kind: str, ref: str) -> list[str]:
        """What is marked so, in the order of the text."""
        return [self.text[each.start : each.end] for each in self.marks if (each.kind, each.ref) == (kind, ref)]


class _Open(Struct):
    """A mark that is not closed yet: where it began, and what was written behind its bar."""

    start: int
    tags: str | None = None


def strip(source: str) -> Marked:
    """The text of a marked-up body.

    Raises:
        Fault: a mark is not closed, has no tags or unknown ones, or marks nothing.
    """
    plain, marks, opened = "", list[Mark](), list[_Open]()
    lines = source.split("\n")
    for number, line in enumerate(lines):
        begin, body = len(plain), line.removeprefix(FURNITURE)
        for token in _TOKEN.findall(body):
            if token == "[":
                opened.append(_Open(len(plain)))
            elif token == "|" and opened and opened[-1].tags is None:
                opened[-1].tags = ""
            elif token == "]" and opened:
                marks += _closed(opened.pop(), plain)
            elif opened and opened[-1].tags is not None:
                opened[-1].tags += token
            elif token in {"]", "\\"}:
                raise Fault(f"{token} stands alone in: {line}")
            else:
                plain += token[1:] if token[0] == "\\" else token
        if opened:
            raise Fault(f"a mark is not closed in: {line}")
        if line.startswith(FURNITURE):
            marks.append(Mark(begin, len(plain), KINDS["x"]))
        plain += "\n" * (number + 1 < len(lines))
    return Marked(plain, tuple(sorted(marks)))


def _closed(mark: _Open, plain: str) -> Iterator[Mark]:
    words = plain[mark.start :]
    if mark.tags is None:
        raise Fault(f"no tags in [{words}]")
    if not words or words != words.strip():
        raise Fault(f"[{words}|{mark.tags}] marks nothing, or white space at an end")
    for tag in mark.tags.split() or [""]:
        if not TAG.fullmatch(tag):
            raise Fault(f"unknown tag {tag!r} in [{words}|{mark.tags}]")
        ref = tag if tag[0] in {OF_FIGURES, OF_CLAIMS} else tag[1:]
        yield Mark(mark.start, len(plain), KINDS[tag[0]], ref)
