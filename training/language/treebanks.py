"""UD_English-EWT with the names of Universal NER, and the freely licensed documents of UD_English-GUM with names
derived from its entities."""

import gzip
import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from training.language.sample import Sample, Span, Syntax, spans_of, tags_of

FREE_GENRES = frozenset({"bio", "conversation", "interview", "news", "speech", "textbook", "vlog", "voyage"})
_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
_LINKS = "of the for and & - 's ’s de del la du in on al el . / von van der den di da dos bin ibn abu"
_INNER = frozenset(_LINKS.split())
_MENTION = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
Rows = list[list[str]]


def read_blocks(path: Path) -> Iterator[tuple[str, Rows]]:
    """The id and the word lines of every sentence of a CoNLL-U or IOB2 file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    name, rows = "", []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in (*lines, ""):
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line and line[0] != "#":
                columns = line.split("\t")
                rows += [columns] if columns[0].isdigit() else []
            elif not line and rows:
                yield name, rows
                rows = []


def ewt(data: Path, part: str) -> list[Sample]:
    """Sentences of EWT; those whose words Universal NER still shares carry its names."""
    uner = next((data / "uner_english").glob(f"en_ewt-ud-{part}*.iob2.gz"))
    named = {name: _iob(rows) for name, rows in read_blocks(uner)}
    return [
        Sample(_words(rows), "EWT", _carried(named.get(name), _words(rows)), _syntax(rows))
        for name, rows in read_blocks(data / f"ud_english/EWT/en_ewt-ud-{part}.conllu.gz")
    ]


def gum(data: Path, part: str, genres: frozenset[str] = FREE_GENRES) -> list[Sample]:
    """Sentences of GUM's documents of these genres."""
    return [
        Sample(_words(rows), "GUM", tags_of(_entities(rows), len(rows)), _syntax(rows))
        for name, rows in read_blocks(data / f"ud_english/GUM/en_gum-ud-{part}.conllu.gz")
        if name.split("_")[1] in genres
    ]


def lines(data: Path, part: str) -> list[Sample]:
    """Sentences of LinES, for measuring only: its licence keeps it out of weights."""
    path = data / f"ud_english/LinES/en_lines-ud-{part}.conllu.gz"
    return [Sample(_words(rows), "LinES", None, _syntax(rows)) for _, rows in read_blocks(path)]


def _words(rows: Rows) -> tuple[str, ...]:
    return tuple(row[1] for row in rows)


def _syntax(rows: Rows) -> Syntax | None:
    if any(row[6] == "_" for row in rows):
        return None
    upos, xpos, heads, rels = (tuple(row[at] for row in rows) for at in (3, 4, 6, 7))
    return Syntax(upos, xpos, tuple(int(head) for head in heads), rels)


def _iob(rows: Rows) -> tuple[tuple[str, ...], tuple[str, ...]]:
    tags = ["O" if row[2] in {"_", ""} or row[2].endswith(("OTH", "-O")) else row[2] for row in rows]
    return _words(rows), tags_of(spans_of(tags), len(tags))


def _carried(named: tuple[tuple[str, ...], tuple[str, ...]] | None, words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The tags of an older tokenisation on today's words; None where a name would be lost."""
    if named is None:
        return None
    old, tags = named
    new = ["O"] * len(words)
    for kind, a, b, c, _ in SequenceMatcher(None, old, words, autojunk=False).get_opcodes():
        if kind == "equal":
            new[c : c + b - a] = tags[a:b]
        elif any(tag != "O" for tag in tags[a:b]):
            return None
    return tuple(new)


def _entities(rows: Rows) -> list[Span]:
    found = (_core(rows, *mention) for mention in _mentions(rows))
    return [span for span in found if span is not None]


def _mentions(rows: Rows) -> Iterator[tuple[int, int, int, str]]:
    """First word, end word, head word and type of every mention in MISC (`Entity=(id-type-…-heads-…)`)."""
    opened: list[tuple[str, int, int, str]] = []
    for at, row in enumerate(rows):
        entity = next((each[7:] for each in row[9].split("|") if each.startswith("Entity=")), "")
        for match in _MENTION.finditer(entity):
            if match[1]:
                fields = match[1].split("-")
                opened.append((fields[0], at, at + _offset(fields), fields[1] if len(fields) > 1 else ""))
            closed = fields[0] if match[1] and match[2] else match[3]
            if closed:
                yield from _close(opened, closed, at)


def _close(opened: list[tuple[str, int, int, str]], name: str, at: int) -> Iterator[tuple[int, int, int, str]]:
    for index in range(len(opened) - 1, -1, -1):
        if opened[index][0] == name:
            _, first, head, kind = opened.pop(index)
            yield first, at + 1, head, kind
            return


def _offset(fields: list[str]) -> int:
    head = fields[5].split(",")[0] if len(fields) > 5 else "1"
    return int(head) - 1 if head.isdigit() else 0


def _core(rows: Rows, first: int, last: int, head: int, kind: str) -> Span | None:
    """The capitalised core around a head that is a proper noun: what Universal NER would have marked."""
    if kind not in _TYPES or not first <= head < last or rows[head][3] != "PROPN":
        return None
    start, end = head, head + 1
    while start > first and _joins(rows[start - 1]):
        start -= 1
    while end < last and _joins(rows[end]):
        end += 1
    while start < head and not _capital(rows[start]):
        start += 1
    while end - 1 > head and not _capital(rows[end - 1]):
        end -= 1
    return start, end, _TYPES[kind]


def _joins(row: list[str]) -> bool:
    return _capital(row) or row[1].lower() in _INNER


def _capital(row: list[str]) -> bool:
    return (row[1][:1].isupper() and row[3] not in {"DET", "PRON"}) or row[3] in {"PROPN", "NUM"}


def sources(samples: Iterable[Sample]) -> dict[str, int]:
    """Sentences by corpus, for the card."""
    counts: dict[str, int] = {}
    for sample in samples:
        counts[sample.source] = counts.get(sample.source, 0) + 1
    return counts
