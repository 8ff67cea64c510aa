"""Coded pages with what the encoder says of each of their words, the parties' names replaced by stand-ins."""

import zlib
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from crossreport.coding.coder import candidates, record
from crossreport.coding.events.triggers import Found, find_triggers
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.voices.attribution import Voices
from crossreport.grounding.ground import ground
from crossreport.language.model import MAX_PIECES, Model
from crossreport.language.standins import replaced, stand_ins
from crossreport.model import Analysis, Page
from evals import confidence, corpus_pages, real
from evals.agreement import Pair, match
from evals.coded import Coding
from evals.convert import coding_of, known_measures
from evals.gold_lines import EventLine
from evals.rooms import capture_of
from evals.sentences import Sentence, page_of

FOLDS = 5
CONTENT = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
Floats = np.ndarray
Marks = tuple[tuple[int, str, int, int], ...]  # the gold event's index, what is marked of it, from where to where


class Told(Struct, frozen=True):
    """One page: its gold, our coding before and after joining, and the states of its words."""

    wanted: confidence.Wanted
    doc: Document
    analysis: Analysis
    hits: tuple[Found, ...]
    drafts: tuple[Draft, ...]
    ours: Coding
    pairs: tuple[Pair, ...]
    marks: Marks
    states: tuple[Floats, ...]

    @property
    def corpus(self) -> str:
        """Of real pages, "real"."""
        return self.wanted.corpus if self.wanted.corpus in ("own", "corpus", "lists") else "real"

    @property
    def fold(self) -> int:
        """Whole outlets and whole wars are in one fold."""
        return zlib.crc32(self.wanted.group.encode()) % FOLDS

    def state(self, word: Word) -> Floats:
        """[768], in the words of `Model.encode`."""
        found: Floats = self.states[word.sentence][word.token].astype(np.float32)
        return found

    def mean(self, sentence: int) -> Floats:
        """The mean over a sentence's words; zeros outside of the page."""
        if not 0 <= sentence < len(self.states):
            return np.zeros(self.states[0].shape[1], np.float32)
        found: Floats = self.states[sentence].astype(np.float32).mean(0)
        return found

    def marked(self, word: Word, *kinds: str) -> int | None:
        """The event of which the word heads a mark of these kinds."""
        token, parent = self.doc.token(word), self.doc.parent(word)
        above = self.doc.token(parent).start if parent is not None else -1
        spans = ((event, start, end) for event, kind, start, end in self.marks if kind in kinds)
        return next((event for event, a, b in spans if a <= token.start < b and not a <= above < b), None)

    def telling(self) -> dict[Word, int]:
        """Words that tell an event of the gold: its cues, and the words of our reports that are right."""
        marked = ((word, self.marked(word, "cue")) for word in self.doc.words() if self.doc.token(word).upos in CONTENT)
        found = {word: event for word, event in marked if event is not None}
        for pair in self.pairs:
            for word in self.drafts[pair.ours].words:
                found.setdefault(word, pair.gold)
        return found


class Encoder:
    """The shipped encoder; a sentence with stand-ins for the parties' names, as the language room reads it."""

    def __init__(self) -> None:
        self._model = Model()

    def states(self, words: Sequence[str]) -> Floats:
        """[words, 768] as half floats; the words of a name have the state of its stand-in."""
        found = stand_ins(words)
        rows = self._read(replaced(words, found))
        often = [1] * len(rows)
        at = taken = 0
        for one in found:
            at += one.first - taken
            often[at], taken, at = one.last - one.first, one.last, at + 1
        return np.repeat(rows, often, axis=0).astype(np.float16)

    def _read(self, words: Sequence[str]) -> Floats:
        parts, room = [list[str]()], MAX_PIECES - 2
        for word in words:
            room -= self._model.size(word)
            if room < 0:
                parts.append([])
                room = MAX_PIECES - 2 - self._model.size(word)
            parts[-1].append(word)
        return np.concatenate([self._model.encode(part) for part in parts])


def pages(part: str = "dev") -> Iterator[Told]:
    """Every page with gold of a part and the single sentences of our corpus, coded.

    Raises:
        Absent: a corpus is not here.
    """
    encoder, marks = Encoder(), dict(_marks(part))
    for wanted, page in (*_whole(part), *_sentences(part)):
        analysis = confidence.ROOMS.analyse(page)
        doc = Document(page, analysis, ground(page, analysis))
        drafts = candidates(doc, Voices(doc))
        ours = coding_of(record(doc, Voices(doc), drafts, analysis.model))
        states = tuple(encoder.states([token.text for token in each.tokens]) for each in analysis.sentences)
        pairs = tuple(match(wanted.gold.events, ours.events))
        hits = tuple(find_triggers(doc))
        yield Told(wanted, doc, analysis, hits, tuple(drafts), ours, pairs, marks.get(wanted.name, ()), states)


def _whole(part: str) -> Iterator[tuple[confidence.Wanted, Page]]:
    for wanted in confidence.pages(part):
        yield wanted, confidence.ROOMS.read(capture_of(wanted.name, wanted.text), wanted.day)


def _sentences(part: str) -> Iterator[tuple[confidence.Wanted, Page]]:
    for each in corpus_pages.listed(part):
        gold, war = known_measures(each.coding), f"corpus:{each.header.conflict}"
        page = page_of(Sentence(each.text, published=each.header.published.latest))
        yield confidence.Wanted("lists", war, each.id, each.text, None, gold), page


def _marks(part: str) -> Iterator[tuple[str, Marks]]:
    """What is marked of which event: everything on our own pages, the cues on real ones."""
    for known in ("train", "dev") if part == "dev" else ("test",):
        for told in real.pages(known):
            yield told.article.id, tuple((i, "cue", *each.cue) for i, each in enumerate(told.page.events))
    for page in (*corpus_pages.pages(part), *corpus_pages.listed(part)):
        refs = [line.ref for line in page.lines if isinstance(line, EventLine)]
        found = [(refs.index(m.ref), m.kind, m.start, m.end) for m in page.marked.marks if m.ref in refs]
        yield page.id if page.listed else f"{page.id}.txt", tuple(found)
