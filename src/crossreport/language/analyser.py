"""Page to Analysis: sentences, words with lemmas, one dependency tree a sentence, names."""

from collections.abc import Sequence
from importlib.resources.abc import Traversable

from crossreport.language.lemma import lemmatise
from crossreport.language.mending import mend
from crossreport.language.mending_words import trimmed
from crossreport.language.model import MAX_PIECES, Model, Tagged
from crossreport.language.remembered import Remembered
from crossreport.language.sentences import page_sentences
from crossreport.language.standins import frame, replaced, restored, stand_ins
from crossreport.language.tokenise import tokenise
from crossreport.model.analysis import Analysis, Name, NameLabel, Sentence, Token
from crossreport.model.page import Page

_EDGES = 2  # start and end piece of a call
_LABELS: dict[str, NameLabel] = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
_SEAMS = frozenset({".", ";", "!", "?", ":", ",", "—", "–", "-"})  # where an overlong sentence is best cut


class Analyser:
    """Loads the weights once: those that ship, or those of another folder.

    A page's result depends on the page alone, whatever else is analysed.
    """

    def __init__(self, threads: int = 1, weights: Traversable | None = None) -> None:
        self._model = Model(threads, weights)
        self._whole = Remembered(self._in_parts)

    @property
    def version(self) -> str:
        """Weights and run-time versions, as in `Analysis.model`."""
        return self._model.version

    def size(self, word: str) -> int:
        """How many word pieces the encoder reads of a word."""
        return self._model.size(word)

    def analyse(self, page: Page) -> Analysis:
        """The sentences of the page's blocks, in reading order."""
        sentences = tuple(self._sentence(page.text, *span) for span in page_sentences(page))
        return Analysis(page=page.id, sentences=sentences, model=self.version)

    def analyse_many(self, pages: Sequence[Page]) -> list[Analysis]:
        """One analysis a page, in the order of the pages; the same as `analyse` on each."""
        return [self.analyse(page) for page in pages]

    def sentence(self, words: Sequence[str], spans: Sequence[tuple[int, int]], block: int = 0) -> Sentence:
        """A tokenised, non-empty sentence whose words stand at `spans`."""
        tagged = self._tag(words)
        found = tokens(words, spans, tagged)
        named = trimmed(names(tagged.names), found)
        return Sentence(spans[0][0], spans[-1][1], block, mend(found, named), named)

    def _tag(self, words: Sequence[str]) -> Tagged:
        """A sentence, seen by the model with stand-ins for the parties' names, each seen in a frame of its own."""
        found = stand_ins(words)
        inner = [self._whole(frame(words[x.first : x.last])) for x in found]
        return restored(self._whole(replaced(words, found)), found, inner)

    def _in_parts(self, words: Sequence[str]) -> Tagged:
        """Words as they are, of any length; an overlong sentence is tagged in parts, joined under one root."""
        parts = _parts(words, [self._model.size(word) for word in words])
        return _join([self._model.tag(words[start:end]) for start, end in parts])

    def _sentence(self, text: str, start: int, end: int, block: int) -> Sentence:
        spans = [(start + first, start + last) for first, last in tokenise(text[start:end])]
        return self.sentence([text[first:last] for first, last in spans], spans, block)


def tokens(words: Sequence[str], spans: Sequence[tuple[int, int]], tagged: Tagged) -> tuple[Token, ...]:
    """The words of a sentence with what the model says of them."""
    rows = zip(words, spans, tagged.upos, tagged.xpos, tagged.heads, tagged.rels, strict=True)
    return tuple(
        Token(start, end, word, lemmatise(word, upos, xpos), upos, xpos, head, rel)
        for word, (start, end), upos, xpos, head, rel in rows
    )


def names(tags: Sequence[str]) -> tuple[Name, ...]:
    """BIO tags as ranges of words."""
    found: list[Name] = []
    for index, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append(Name(index, index + 1, _LABELS[tag[2:]]))
        elif tag.startswith("I-"):
            found[-1] = Name(found[-1].first, index + 1, found[-1].label)
    return tuple(found)


def _parts(words: Sequence[str], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Ranges of words that fit one call each, cut behind a mark where the second half of a range has one."""
    ranges, start = [], 0
    while start < len(words):
        end, room = start, MAX_PIECES - _EDGES
        while end < len(words) and sizes[end] <= room:
            room -= sizes[end]
            end += 1
        if end < len(words):
            seams = [i + 1 for i in range((start + end) // 2, end) if words[i] in _SEAMS]
            end = seams[-1] if seams else end
        ranges.append((start, end))
        start = end
    return ranges


def _join(parts: Sequence[Tagged]) -> Tagged:
    """Parts of one sentence side by side; the root of each later part hangs on the first root as `parataxis`."""
    if len(parts) == 1:
        return parts[0]
    root = parts[0].heads.index(-1)
    heads: list[int] = []
    rels: list[str] = []
    for part in parts:
        offset = len(heads)
        later = offset > 0
        heads += [head + offset if head >= 0 else (root if later else -1) for head in part.heads]
        rels += ["parataxis" if later and rel == "root" else rel for rel in part.rels]
    return Tagged(
        upos=tuple(tag for part in parts for tag in part.upos),
        xpos=tuple(tag for part in parts for tag in part.xpos),
        heads=tuple(heads),
        rels=tuple(rels),
        layers={name: tuple(tag for part in parts for tag in part.layers[name]) for name in parts[0].layers},
    )
