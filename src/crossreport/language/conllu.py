"""Sentences to CoNLL-U and pre-tokenised CoNLL-U to words: the interchange format of Universal Dependencies.

Names stand in MISC as `Name=B-LOC`, offsets into the page as `TokenRange=12:18`. Of a table that is read only the
words, their spacing, the ranges of fused words and the comments count; what others tagged is not looked at. Empty
nodes are left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from crossreport.language.analyser import Analyser
from crossreport.language.sentences import split_passages, split_sentences
from crossreport.language.tokenise import tokenise
from crossreport.model.analysis import Sentence

_COLUMNS = 10


class ConlluError(ValueError):
    """A line that is not CoNLL-U; the message names its number."""


class Fused(Struct, frozen=True):
    """Words `first` up to, not including, `last` are written as one `form` ("don't")."""

    first: int
    last: int
    form: str
    space: bool


class Table(Struct, frozen=True):
    """The words of one sentence. `spaces` say whether white space follows a word."""

    comments: tuple[str, ...]
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    fused: tuple[Fused, ...] = ()

    def text(self) -> str:
        """The sentence as written."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).rstrip(" ")

    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word in `text()`."""
        spans, at = [], 0
        for word, space in zip(self.words, self.spaces, strict=True):
            spans.append((at, at + len(word)))
            at += len(word) + space
        return spans


def read_tables(lines: Iterable[str]) -> Iterator[Table]:
    """The sentences of a CoNLL-U file.

    Raises:
        ConlluError: a line has fewer than two columns or an id that is none.
    """
    comments: list[str] = []
    rows: list[list[str]] = []
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("#") and not rows:
            comments.append(line)
        elif line.strip():
            rows.append(_columns(line, number))
        elif rows:
            yield _table(comments, rows)
            comments, rows = [], []
    if rows:
        yield _table(comments, rows)


def write_sentence(text: str, sentence: Sentence, comments: Sequence[str] = (), fused: Sequence[Fused] = ()) -> str:
    """One sentence of `text` with its blank line. Without comments of its own it gets `# text`."""
    opening = list(comments) or ["# text = " + " ".join(text[sentence.start : sentence.end].split())]
    names = _name_tags(sentence)
    lines: list[str] = []
    for index, token in enumerate(sentence.tokens):
        lines += [_fused_line(each) for each in fused if each.first == index]
        following = sentence.tokens[index + 1].start if index + 1 < len(sentence.tokens) else -1
        misc = [f"Name={names[index]}"] * (names[index] != "O") + ["SpaceAfter=No"] * (following == token.end)
        misc.append(f"TokenRange={token.start}:{token.end}")
        columns = (index + 1, token.text, token.lemma, token.upos, token.xpos, "_", token.head + 1, token.rel, "_")
        lines.append("\t".join([*map(str, columns), "|".join(misc)]))
    return "\n".join([*opening, *lines]) + "\n\n"


def parse_text(text: str, analyser: Analyser | None = None) -> str:
    """Plain text as CoNLL-U, offsets counted in `text`."""
    analyser = analyser or Analyser()
    spans = [
        (start + first, start + last)
        for start, end in split_passages(text)
        for first, last in split_sentences(text[start:end])
    ]
    return "".join(write_sentence(text, _sentence(analyser, text, start, end)) for start, end in spans)


def parse_conllu(text: str, analyser: Analyser | None = None) -> str:
    """CoNLL-U with its words and comments kept and every other column filled anew; offsets count in the sentence."""
    analyser = analyser or Analyser()
    written: list[str] = []
    for table in read_tables(text.split("\n")):
        sentence = analyser.sentence(table.words, table.spans())
        written.append(write_sentence(table.text(), sentence, table.comments, table.fused))
    return "".join(written)


def _sentence(analyser: Analyser, text: str, start: int, end: int) -> Sentence:
    spans = [(start + first, start + last) for first, last in tokenise(text[start:end])]
    return analyser.sentence([text[first:last] for first, last in spans], spans)


def _name_tags(sentence: Sentence) -> list[str]:
    tags = ["O"] * len(sentence.tokens)
    for name in sentence.names:
        tags[name.first : name.last] = [f"B-{name.label}"] + [f"I-{name.label}"] * (name.last - name.first - 1)
    return tags


def _fused_line(fused: Fused) -> str:
    misc = "_" if fused.space else "SpaceAfter=No"
    return "\t".join([f"{fused.first + 1}-{fused.last}", fused.form, *["_"] * 7, misc])


def _columns(line: str, number: int) -> list[str]:
    columns = line.split("\t")
    if len(columns) < 2 or not columns[0][:1].isdigit() or not columns[0].replace("-", "").replace(".", "").isdigit():
        raise ConlluError(f"line {number}: expected {_COLUMNS} columns that begin with an id, found {line[:40]!r}")
    return columns


def _table(comments: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    words = [row for row in rows if row[0].isdigit()]
    fused = tuple(_fused(row) for row in rows if "-" in row[0])
    spaces = [_space(row) for row in words]
    for each in fused:
        spaces[each.first : each.last] = [False] * (each.last - each.first - 1) + [each.space]
    return Table(tuple(comments), tuple(row[1] for row in words), tuple(spaces), fused)


def _fused(row: Sequence[str]) -> Fused:
    first, last = row[0].split("-")
    return Fused(int(first) - 1, int(last), row[1], _space(row))


def _space(row: Sequence[str]) -> bool:
    return len(row) < _COLUMNS or "SpaceAfter=No" not in row[_COLUMNS - 1].split("|")
