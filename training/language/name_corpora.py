"""Corpora annotated with names alone: WikiGold, re3d's freely licensed folders, and marked sentences of our own."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from crossreport.language.sentences import split_sentences
from crossreport.language.tokenise import tokenise
from training.language.sample import Sample, Span, bare, tags_of

_RE3D = {"Person": "PER", "Location": "LOC", "Organisation": "ORG"}
_SURE = 0.5  # annotators of re3d agreed less on anything below
_TEST_EVERY = 3  # every third document of re3d is kept for measuring
_OFFICES = (
    "mr mrs ms dr president minister prime general gen colonel col lt lieutenant major maj capt captain secretary"
    " ambassador governor king sheikh spokesman spokesperson the foreign office deputy"
)
_TITLES = frozenset(_OFFICES.split())
DEV_EVERY = 3
_MARK = re.compile(r"\[(PER|LOC|ORG|GRP) ([^\[\]]+)\]")


def wikigold(data: Path) -> list[Sample]:
    """WikiGold's sentences; what it calls miscellaneous is no name here."""
    path = data / "ner_misc/wikigold/CONLL-format/data/wikigold.conll.txt.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = [block.split("\n") for block in lines.read().strip().split("\n\n")]
    rows = [[line.rsplit(" ", 1) for line in block if " " in line] for block in blocks]
    return [_wiki(block) for block in rows if block]


def _wiki(rows: list[list[str]]) -> Sample:
    words = tuple(word for word, _ in rows)
    spans: list[Span] = []
    for at, (_, tag) in enumerate(rows):
        label = tag[2:]
        if label not in _RE3D.values():
            continue
        if spans and spans[-1][1] == at and spans[-1][2] == label and tag[0] == "I":
            spans[-1] = (spans[-1][0], at + 1, label)
        else:
            spans.append((at, at + 1, label))
    return Sample(words, "WikiGold", tags_of(spans, len(words)))


def re3d(data: Path, part: str) -> list[Sample]:
    """Sentences of two documents in three (`train`) or of the third (`test`)."""
    documents = sorted(_re3d_documents(data / "re3d"), key=lambda pair: pair[0]["_id"])
    kept = [pair for at, pair in enumerate(documents) if (at % _TEST_EVERY == 0) == (part == "test")]
    return [sample for document, spans in kept for sample in _cut(document["text"], spans, "re3d")]


def _re3d_documents(folder: Path) -> Iterator[tuple[dict[str, Any], list[Span]]]:
    for source in sorted(each for each in folder.iterdir() if each.is_dir()):
        entities = [e for e in json_lines(source, "entities") if e["confidence"] >= _SURE and e["type"] in _RE3D]
        for document in json_lines(source, "documents"):
            own = [(e["begin"], e["end"], _RE3D[e["type"]]) for e in entities if e["documentId"] == document["_id"]]
            yield document, own


def json_lines(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one of re3d's files, packed or not."""
    packed = folder / f"{name}.json.gz"
    data = gzip.decompress(packed.read_bytes()) if packed.exists() else (folder / f"{name}.json").read_bytes()
    return [json.loads(line) for line in data.decode("utf-8-sig").splitlines() if line.strip()]


def marked(path: Path, source: str) -> list[Sample]:
    """Our own sentences with names marked as `[LOC Goma]`, whatever list they stand in."""
    return [sample for samples in marked_lists(path, source).values() for sample in samples]


def marked_lists(path: Path, source: str, part: str | None = None) -> dict[str, list[Sample]]:
    """The lists of such a file; every third sentence of each is its `dev` part, the others are `test`."""
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        name: [
            sample
            for at, row in enumerate(listed)
            if part is None or (at % DEV_EVERY == 0) == (part == "dev")
            for sample in _cut(*unmarked(row), source, whole=True)
        ]
        for name, listed in table.items()
    }


def unmarked(text: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the marked spans in characters.

    >>> unmarked("Shells hit [LOC Goma].")
    ('Shells hit Goma.', [(11, 15, 'LOC')])
    """
    spans: list[Span] = []
    plain, at = "", 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match[2]), "ORG" if match[1] == "GRP" else match[1]))
        plain += match[2]
        at = match.end()
    return plain + text[at:], spans


def _cut(text: str, spans: list[Span], source: str, *, whole: bool = False) -> list[Sample]:
    """The sentences of a text with the spans as tags of words."""
    parts = [(0, len(text))] if whole else [p for line in re.finditer(r"[^\n]+", text) for p in _split(line)]
    return [sample for part in parts if (sample := _sample(text, part, spans, source, strict=whole))]


def _split(line: re.Match[str]) -> list[tuple[int, int]]:
    return [(line.start() + first, line.start() + last) for first, last in split_sentences(line.group())]


def _sample(text: str, part: tuple[int, int], spans: list[Span], source: str, *, strict: bool) -> Sample | None:
    words = [(part[0] + first, part[0] + last) for first, last in tokenise(text[slice(*part)])]
    forms = tuple(text[first:last] for first, last in words)
    held: list[Span] = []
    for start, end, label in spans:
        inside = [at for at, (first, last) in enumerate(words) if first < end and last > start]
        if not inside:
            continue
        span: Span | None = (inside[0], inside[-1] + 1, label)
        if strict and (words[inside[0]][0] != start or words[inside[-1]][1] != end):
            raise ValueError(f"a mark cuts a word in two: {text[start:end]!r} in {text!r}")
        if not strict:
            span = bare(forms, (inside[0], inside[-1] + 1, label), _TITLES)
        held += [span] if span else []
    return Sample(forms, source, tags_of(held, len(forms))) if forms else None
