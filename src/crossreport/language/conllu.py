"""Sentences to CoNLL-U and pre-tokenised CoNLL-U to words: the interchange format of Universal Dependencies.

Names stand in MISC as `Name=B-LOC`, offsets into the page as `TokenRange=12:18`. Of a table that is read only the
words, their spacing, the ranges of fused words, empty nodes and the comments are kept; what others tagged is not looked
at. A table whose ids do not count through, or whose ranges do not fit its words, is refused, the line named.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from crossreport.language.analyser import Analyser
from crossreport.language.sentences import split_passages, split_sentences
from crossreport.language.tokenise import tokenise
from crossreport.model.analysis import Sentence

_COLUMNS = 10
_ID: Final = re.compile(r"(?P<first>\d+)(?:(?P<kind>[-.])(?P<second>\d+))?", re.ASCII)


class ConlluError(ValueError):
    """A line that is not CoNLL-U; the message names its number."""


class Row(Struct, frozen=True):
    """A line of a table: its number, its columns, and what its id says ("3", "3-4", "3.1")."""

    number: int
    columns: list[str]
    first: int
    kind: str
    second: int


class Fused(Struct, frozen=True):
    """Words `first` up to, not including, `last` are written as one `form` ("don't")."""

    first: int
    last: int
    form: str
    space: bool


class Empty(Struct, frozen=True):
    """A node that is not written, behind `after` words; `id` and `form` as in the table."""

    after: int
    id: str
    form: str


class Table(Struct, frozen=True):
    """The words of one sentence. `spaces` say whether white space follows a word."""

    comments: tuple[str, ...]
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    fused: tuple[Fused, ...] = ()
    empty: tuple[Empty, ...] = ()

    def text(self) -> str:
        """The sentence as written."""
        return "".join(form + " " * space for _, _, form, space in self._written()).rstrip(" ")

    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word in `text()`; words that do not spell what is written ("du") share its span."""
        spans, at = [], 0
        for first, last, form, space in self._written():
            spans += [(at, at + len(form))] * (last - first)
            at += len(form) + space
        return spans

    def _written(self) -> Iterator[tuple[int, int, str, bool]]:
        """First word, end word, form and space of what is written: words, or fused ones that none of them spells."""
        unlike = {each.first: each for each in self.fused if "".join(self.words[each.first : each.last]) != each.form}
        at = 0
        while at < len(self.words):
            whole = unlike.get(at)
            last = whole.last if whole else at + 1
            yield at, last, whole.form if whole else self.words[at], self.spaces[last - 1]
            at = last


def read_tables(lines: Iterable[str]) -> Iterator[Table]:
    """The sentences of a CoNLL-U file.

    Raises:
        ConlluError: a line has fewer than two columns, an id that is none or not the next, or an empty form.
    """
    comments: list[str] = []
    rows: list[Row] = []
    number = 0
    for number, line in enumerate(lines, 1):
        line = line.removeprefix("\ufeff").rstrip("\r\n")
        if line.startswith("#") and not rows:
            comments.append(line)
        elif line.strip():
            rows.append(_row(line, number))
        elif rows:
            yield _table(comments, rows)
            comments, rows = [], []
    if rows:
        yield _table(comments, rows)
    elif comments:
        raise ConlluError(f"line {number}: comments without words behind them: {comments[0][:40]!r}")


def write_sentence(text: str, sentence: Sentence, table: Table | None = None) -> str:
    """One sentence of `text` with its blank line; comments, fused words and empty nodes are those of `table`."""
    opening = (table and table.comments) or ["# text = " + " ".join(text[sentence.start : sentence.end].split())]
    fused, empty = (table.fused, table.empty) if table else ((), ())
    names = _name_tags(sentence)
    inside = {index for each in fused for index in range(each.first, each.last)}  # their range says what follows
    lines = [_empty_line(each) for each in empty if each.after == 0]
    for index, token in enumerate(sentence.tokens):
        lines += [_fused_line(each) for each in fused if each.first == index]
        following = sentence.tokens[index + 1].start if index + 1 < len(sentence.tokens) else -1
        glued = following == token.end if table is None else not table.spaces[index]
        misc = [f"Name={names[index]}"] * (names[index] != "O")
        misc += ["SpaceAfter=No"] * (glued and index not in inside)
        misc.append(f"TokenRange={token.start}:{token.end}")
        columns = (index + 1, token.text, token.lemma, token.upos, token.xpos, "_", token.head + 1, token.rel, "_")
        lines.append("\t".join([*map(str, columns), "|".join(misc)]))
        lines += [_empty_line(each) for each in empty if each.after == index + 1]
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
        written.append(write_sentence(table.text(), sentence, table))
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


def _empty_line(empty: Empty) -> str:
    return "\t".join([empty.id, empty.form, *["_"] * 8])


def _row(line: str, number: int) -> Row:
    columns = line.split("\t")
    shape = _ID.fullmatch(columns[0])
    if len(columns) < 2 or shape is None:
        raise ConlluError(f"line {number}: expected {_COLUMNS} columns that begin with an id, found {line[:40]!r}")
    if not columns[1].strip():
        raise ConlluError(f"line {number}: the word has no form")
    return Row(number, columns, int(shape["first"]), shape["kind"] or "", int(shape["second"] or 0))


def _table(comments: Sequence[str], rows: Sequence[Row]) -> Table:
    words: list[Row] = []
    fused: list[Fused] = []
    empty: list[Empty] = []
    until = 0
    for row in rows:
        if row.kind == ".":
            _expect(row, row.first == len(words), f"an empty node behind word {len(words)}")
            empty.append(Empty(len(words), row.columns[0], row.columns[1]))
        elif row.kind == "-":
            _expect(row, row.first == len(words) + 1 > until and row.second > row.first, "a range of the next words")
            until = row.second
            fused.append(Fused(row.first - 1, row.second, row.columns[1], _space(row)))
        else:
            _expect(row, row.first == len(words) + 1, f"word {len(words) + 1}")
            words.append(row)
    _expect(rows[-1], len(words) >= max(until, 1), f"words up to {max(until, 1)} before the sentence ends")
    spaces = [_space(row) for row in words]
    for each in fused:
        spaces[each.first : each.last] = [False] * (each.last - each.first - 1) + [each.space]
    return Table(tuple(comments), tuple(row.columns[1] for row in words), tuple(spaces), tuple(fused), tuple(empty))


def _expect(row: Row, fits: bool, wanted: str) -> None:
    if not fits:
        raise ConlluError(f"line {row.number}: expected {wanted}, found {row.columns[0]!r}")


def _space(row: Row) -> bool:
    return len(row.columns) < _COLUMNS or "SpaceAfter=No" not in row.columns[_COLUMNS - 1].split("|")
