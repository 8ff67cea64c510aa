"""Treebank documents as raw text, and our analysis of it scored against the gold, as in the CoNLL 2018 shared task.

Characters that are not white space are counted through a document; a word is right if it covers the same ones, an arc
if both of its words do. Fused words ("don't") are compared by their parts where these spell the whole.
"""

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from crossreport.language.analyser import Analyser
from crossreport.language.sentences import split_passages, split_sentences
from crossreport.language.tokenise import tokenise
from crossreport.model.analysis import Sentence

Place = tuple[int, int]  # in characters without white space


class Gold(Struct):
    """A document: its text, and places, tags, heads (a place; None = root) and relations of its words."""

    text: str = ""
    sentences: list[Place] = field(default_factory=list)
    words: dict[Place, tuple[str, Place | None, str]] = field(default_factory=dict)


def documents(path: Path) -> Iterator[tuple[str, Gold]]:
    """The documents of a CoNLL-U file by name; without `newdoc`, every 20 sentences are one."""
    name, rows, blocks = "", [], []  # type: str, list[list[str]], list[tuple[bool, str, list[list[str]]]]
    text, opens, marked = "", True, False
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if blocks:
                    yield name, _gold(blocks)
                name, blocks, opens, marked = line.split("=")[-1].strip(), [], True, True
            elif line.startswith("# newpar"):
                opens = True
            elif line.startswith("# text ="):
                text = line.split("=", 1)[1].strip()
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
            elif not line and rows:
                blocks.append((opens, text, rows))
                rows, opens = [], False
                if not marked and len(blocks) == 20:
                    yield name, _gold(blocks)
                    blocks, opens = [], True
    if blocks:
        yield name, _gold(blocks)


def _gold(blocks: list[tuple[bool, str, list[list[str]]]]) -> Gold:
    gold, at = Gold(), 0
    for opens, text, rows in blocks:
        gold.text += ("\n\n" if opens else " ") * bool(gold.text) + text
        end = _add(gold, rows, at)
        gold.sentences.append((at, end))
        at = end
    return gold


def _add(gold: Gold, rows: list[list[str]], at: int) -> int:
    """Places of one sentence's words from `at` on; where it ends."""
    places: dict[str, Place] = {"0": (-1, -1)}
    fused_until, fused = 0, (0, 0)
    for row in rows:
        size = len("".join(row[1].split()))
        if "-" in row[0]:
            fused_until, fused = int(row[0].split("-")[1]), (at, at + size)
            parts = [r for r in rows if r[0].isdigit() and int(row[0].split("-")[0]) <= int(r[0]) <= fused_until]
            if "".join(r[1] for r in parts) != row[1]:
                places |= {r[0]: fused for r in parts}
                at += size
        elif row[0].isdigit() and row[0] not in places:
            places[row[0]] = (at, at + size)
            at += size
    for row in rows:
        if row[0].isdigit():
            gold.words[places[row[0]]] = (row[3], None if row[6] == "0" else places[row[6]], row[7].split(":")[0])
    return at


class Raw(Struct):
    """Counts over documents."""

    gold: Counter[str] = field(default_factory=Counter)
    ours: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Gold, sentences: list[Sentence]) -> None:
        """Count one document."""
        place = _places(gold.text)
        spans = {(place[s.start], place[s.end - 1] + 1) for s in sentences}
        self.gold += Counter(sentences=len(gold.sentences), words=len(gold.words))
        self.ours += Counter(sentences=len(spans), words=sum(len(s.tokens) for s in sentences))
        self.right += Counter(sentences=len(spans & set(gold.sentences)))
        for sentence in sentences:
            where = [(place[t.start], place[t.end - 1] + 1) for t in sentence.tokens]
            for token, own in zip(sentence.tokens, where, strict=True):
                self._word(gold, own, (token.upos, None if token.head < 0 else where[token.head], token.rel))

    def _word(self, gold: Gold, own: Place, said: tuple[str, Place | None, str]) -> None:
        if own not in gold.words:
            return
        upos, head, rel = gold.words[own]
        arc = head == said[1]
        hits = {"words": True, "upos": upos == said[0], "uas": arc, "las": arc and rel == said[2].split(":")[0]}
        self.right += Counter(name for name, hit in hits.items() if hit)

    def f1(self, name: str) -> float:
        """F1 of sentences or words; upos, uas and las over words."""
        unit = "sentences" if name == "sentences" else "words"
        return 2 * self.right[name] / max(1, self.gold[unit] + self.ours[unit])


def _places(text: str) -> list[int]:
    """For every character, how many before it are not white space."""
    places, count = [], 0
    for char in text:
        places.append(count)
        count += not char.isspace()
    return places


def parsed(analyser: Analyser, text: str) -> list[Sentence]:
    """The sentences of plain text, as `crossreport parse` finds them."""
    found = []
    for start, end in split_passages(text):
        for first, last in split_sentences(text[start:end]):
            base = start + first
            spans = [(base + a, base + b) for a, b in tokenise(text[base : start + last])]
            if spans:
                found.append(analyser.sentence([text[a:b] for a, b in spans], spans))
    return found
