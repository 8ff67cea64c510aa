"""Who says so: the chain of voices that a page names for a word of its text, outermost first.

The sayings around the word inside its sentence, widest first; else a voice that goes on from a neighbouring sentence
(a quotation over several sentences, a telling that the same source takes up again). An empty chain is the outlet's
own voice.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

import msgspec

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.naming import Chain
from crossreport.coding.phrases.nouns import actor, actors_of
from crossreport.coding.voices.carrying import counts_on, narrates, speaks, they_went_on, told_on
from crossreport.coding.voices.own_outlet import own_outlet
from crossreport.coding.voices.presupposed import of_another_voice, presupposed
from crossreport.coding.voices.sayings import sayings_of
from crossreport.coding.voices.speaking import Saying
from crossreport.coding.voices.speeches import speeches
from crossreport.model.kinds import PRESS
from crossreport.words.initials import abbreviates
from crossreport.words.reporting import reporting

# Words that a sentence and its retelling by a source share, at least, and their share of the sentence's, and of a short
# one's; calibrated on the FA-KES dev and the real train, dev, later and third parts.
RETOLD_WORDS, RETOLD_SHARE = 6, 0.3
RETOLD_FEW, RETOLD_MOST = 4, 0.5


class Voices:
    """The voices of one page, each found once."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.sayings: tuple[Saying, ...] = tuple(sayings_of(doc))
        self._quoted = _quoted_ranges(doc)
        self._known: dict[Word, Chain] = {}

    def chain(self, word: Word) -> Chain:
        """Voices for what `word` tells, outermost first."""
        known = self._known.get(word)
        if known is None:
            known = self._hedged(word, self._without_outlet(self.in_sentence(word) or self.carried(word)))
            self._known[word] = known
        return known

    def _without_outlet(self, chain: Chain) -> Chain:
        """On its own page the outlet is no voice between the page and the others."""
        if not chain or not self._own:
            return chain
        said = chain[0].speaker.casefold()
        part = self._own.endswith(f" {said}") or self._own.startswith(
            f"{said} "
        )  # "told the Tribune", "Nile" of a radio
        short = chain[0].kind in PRESS and part
        named = len(chain) > 1 and (short or said == self._own)
        return chain[1:] if named or abbreviates(chain[0].speaker, self._own) else chain

    @cached_property
    def _own(self) -> str:
        """The outlet that the page is: by its masthead, else as its sources tell."""
        return (self.doc.page.outlet or own_outlet(self.doc, self.sayings) or "").casefold()

    def in_sentence(self, word: Word) -> Chain:
        """The voices that the word's own sentence gives it."""
        told = [saying for saying in self._of_sentence.get(word.sentence, []) if word in saying.content]
        around = [saying for saying in told if not presupposed(self.doc, word, saying)]
        around = [one for one in around if not any(of_another_voice(self.doc, one, inner) for inner in around)]
        around.sort(key=lambda saying: (not self._hands_on(saying), -len(saying.content), saying.cue))
        return distinct(tuple(voice for saying in around for voice in saying.chain))

    def _hands_on(self, saying: Saying) -> bool:
        """ "The mayor said a drone hit a bus, according to Radio X": an outlet at the end carries it all."""
        if not saying.phrase or saying.chain[0].kind not in PRESS or saying.chain[0].span is None:
            return False
        end = saying.chain[0].span.end
        behind = (self.doc.token(w) for w in self.doc.words_of(saying.cue.sentence) if self.doc.token(w).start >= end)
        return all(token.upos == "PUNCT" for token in behind)

    @cached_property
    def _of_sentence(self) -> dict[int, list[Saying]]:
        found: dict[int, list[Saying]] = {}
        for saying in self.sayings:
            if saying.stance:
                continue
            found.setdefault(saying.cue.sentence, []).append(saying)
        return found

    def _hedged(self, word: Word, chain: Chain) -> Chain:
        """The innermost voice with an adverb of doubt at the word ("had reportedly fled")."""
        doc = self.doc
        if not chain or chain[-1].hedge:
            return chain
        for step in doc.path(word)[:3]:
            doubt = next((doc.text(k) for k in doc.kids(step, "advmod") if doc.text(k) in reporting().hedges), None)
            if doubt:
                return (*chain[:-1], msgspec.structs.replace(chain[-1], hedge=doubt))
        return chain

    def carried(self, word: Word) -> Chain:
        """A voice from the sentences before or behind."""
        return (
            self._quotation(word)
            or self._speeches.get(word.sentence, ())
            or self._between(word.sentence)
            or self._retold(word.sentence)
            or self._counted_on(word.sentence)
            or self._they_went_on(word.sentence)
        )

    def _quotation(self, word: Word) -> Chain:
        """The speaker of a quotation that crosses sentences."""
        doc = self.doc
        offset = doc.token(word).start
        inside = next((each for each in self._quoted if each[0] < offset < each[1]), None)
        if inside is None:
            return ()
        own = self._beside(*inside)
        if own:
            return own
        here = word.sentence
        first, last = self._sentence_at(inside[0]), self._sentence_at(inside[1])
        for s, reach in ((first - 1, 1), (last + 1, 0), (first - 2, 1)):
            if 0 <= s < len(doc.sentences) and abs(self._block(s) - self._block(here)) <= reach:
                voice = self.voice_of(s) or (self._described_by(s) if s < first else ())
                if voice:
                    return voice
        return ()

    def _described_by(self, s: int) -> Chain:
        """ "A survivor described the raid. “They …”": who takes a stance is quoted behind it."""
        taken = [saying for saying in self.sayings if saying.stance and saying.cue.sentence == s]
        return taken[-1].chain if taken and taken[-1].chain[-1].kind != "outlet" else ()

    def _beside(self, left: int, right: int) -> Chain:
        """The voice in the sentences of a quotation, outside of its marks: behind it, else in front."""
        doc = self.doc
        cues = [(doc.token(saying.cue).start, saying) for saying in self.sayings if not saying.stance]
        last = doc.sentences[self._sentence_at(right)].end
        first = doc.sentences[self._sentence_at(left)].start
        behind = [saying for at, saying in cues if right < at < last]
        before = [saying for at, saying in cues if first <= at < left]
        return behind[0].chain if behind else before[-1].chain if before else ()

    def _sentence_at(self, offset: int) -> int:
        """The sentence that holds an offset, or the last one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.doc.sentences]

    def asserting(self, word: Word) -> Chain:
        """Who asserts what `word` stands in: its voices, or whoever says its "we" as the page's maker or goes on so."""
        return self.chain(word) or self._last_of_we(word)

    def _last_of_we(self, word: Word) -> Chain:
        """A "we" outside quotation marks goes on with the body whose page it is, or with the person that spoke last.

        Not if "we" is said before anybody speaks. A body that the page only tells of ("the rebels deny it. We have
        documented …") never says the "we" of whoever made the page.
        """
        doc, s = self.doc, word.sentence
        ours = [w for w in doc.words_of(s) if doc.text(w) in ("we", "our", "us") and doc.token(w).upos == "PRON"]
        if not ours or self._of_sentence.get(s) or self._page_says_we:
            return ()
        makers = {actor(mention).id for w in ours for mention in actors_of(doc, w)}
        for other in range(s - 1, -1, -1):
            voice = self._spoken.get(other)
            who = (voice[-1].actor_id or "") if voice else ""
            if voice and who.startswith("person:"):
                return voice
            if voice and who and ":" not in who:
                return voice if who in makers else ()
        return ()

    @cached_property
    def _speeches(self) -> dict[int, Chain]:
        return speeches(self.doc, self.sayings)

    @cached_property
    def _page_says_we(self) -> bool:
        """Whether a "we" of no quotation stands before anybody has spoken: "We denounce that …"."""
        doc, first = self.doc, min(self._spoken, default=len(self.doc.sentences))
        ours = [w for s in range(first + 1) if s < len(doc.sentences) for w in doc.words_of(s) if self._says_we(w)]
        cue = next((saying.cue for saying in self.sayings if saying.cue.sentence == first), None)
        return any(cue is None or w < cue for w in ours)

    def _says_we(self, word: Word) -> bool:
        offset = self.doc.token(word).start
        ours = self.doc.text(word) in ("we", "our", "us") and self.doc.token(word).upos == "PRON"
        return ours and not any(left < offset < right for left, right in self._quoted)

    @cached_property
    def _spoken(self) -> dict[int, Chain]:
        """The last voice of every sentence that has one by a verb, stances too."""
        return {saying.cue.sentence: saying.chain for saying in self.sayings if not saying.phrase}

    def _between(self, s: int) -> Chain:
        """A sentence between two of one source, in one paragraph, is that source's too, if it goes on narrating."""
        if not 0 < s < len(self.doc.sentences) - 1 or self._of_sentence.get(s):
            return ()
        if not self._block(s - 1) == self._block(s) == self._block(s + 1) or not narrates(self.doc, s):
            return ()
        before, behind = self.voice_of(s - 1), self.voice_of(s + 1)
        return before if before and behind and before[-1].speaker == behind[-1].speaker else ()

    def _retold(self, s: int) -> Chain:
        """A telling without a voice that the next sentence repeats in a source's name is that source's."""
        if s + 1 >= len(self.doc.sentences) or self._of_sentence.get(s):
            return ()
        widest = self._widest(s + 1)
        if widest is None or self._block(s + 1) - self._block(s) > 1 or speaks(self.doc, s):
            return ()
        if told_on(self.doc, s, widest.content):
            return widest.chain
        mine, theirs = self._content_words(self.doc.words_of(s)), self._content_words(widest.content)
        shared = len(mine & theirs)
        enough = shared >= RETOLD_WORDS and shared >= RETOLD_SHARE * len(mine)
        return widest.chain if enough or (shared >= RETOLD_FEW and shared > RETOLD_MOST * len(mine)) else ()

    def _counted_on(self, s: int) -> Chain:
        """ "Five of them died in X": parts of a toll are whose the toll in the sentence before is."""
        if s == 0 or self._of_sentence.get(s) or self._block(s - 1) != self._block(s) or not counts_on(self.doc, s):
            return ()
        widest = self._widest(s - 1)
        if widest is None:
            return self._counted_on(s - 1)
        return widest.chain if any(self.doc.covering(word, "quantity") for word in widest.content) else ()

    def _they_went_on(self, s: int) -> Chain:
        """ "Villagers said that soldiers came. The soldiers shot twelve men": the villagers tell that, too."""
        if s == 0 or self._of_sentence.get(s) or self._block(s - 1) != self._block(s):
            return ()
        widest = self._widest(s - 1)
        if widest is None:
            return self._they_went_on(s - 1) if they_went_on(self.doc, s, self.doc.words_of(s - 1)) else ()
        return widest.chain if they_went_on(self.doc, s, widest.content) else ()

    def _content_words(self, words: Iterable[Word]) -> set[str]:
        doc = self.doc
        return {doc.lemma(w) for w in words if doc.token(w).upos in ("NOUN", "PROPN", "NUM", "VERB")}

    def _block(self, s: int) -> int:
        return self.doc.sentences[s].block

    def voice_of(self, s: int) -> Chain:
        """The voice that a sentence gives to its content as a whole, if it gives one."""
        widest = self._widest(s)
        return widest.chain if widest else ()

    def _widest(self, s: int) -> Saying | None:
        found = self._of_sentence.get(s, [])
        return max(found, key=lambda saying: (len(saying.content), -saying.cue.token), default=None)

    def goes_on(self, s: int) -> bool:
        """Whether the sentence itself shows that a quoted voice goes on, without quotation marks."""
        return s in self._speeches or bool(self._last_of_we(Word(s, 0)))

    def quoted(self, start: int, end: int) -> bool:
        """Whether the passage stands inside quotation marks."""
        return any(left < start and end <= right for left, right in self._quoted)


def distinct(chain: Chain) -> Chain:
    """The chain with every voice once."""
    found: dict[str, None] = dict.fromkeys(voice.speaker for voice in chain)
    return tuple(next(voice for voice in chain if voice.speaker == name) for name in found)


def _leans(text: str, index: int) -> tuple[bool, bool]:
    """Whether a straight mark can only open or only close: each paragraph of one quotation opens it again."""
    before, behind = text[index - 1 : index], text[index + 1 : index + 2]
    left, right = before.isspace() or before in "([", bool(behind) and not behind.isspace()
    opens = left and right and behind.isalnum()
    closes = not left and (not right or behind in ".,;:!?)]")
    return opens, closes


def _quoted_ranges(doc: Document) -> list[tuple[int, int]]:
    """Passages between quotation marks, block by block; an unclosed mark ends with its block."""
    found = []
    for block in doc.page.blocks:
        text = doc.page.text[block.start : block.end]
        opened: int | None = None
        for index, char in enumerate(text):
            begins, ends = _leans(text, index) if char == '"' else (False, False)
            opens = char == "“" or (char == '"' and opened is None and not ends)
            closes = char == "”" or (char == '"' and opened is not None and not begins)
            if opens and opened is None:
                opened = index
            elif closes and opened is not None:
                found.append((block.start + opened, block.start + index))
                opened = None
        if opened is not None:
            found.append((block.start + opened, block.end))
    return found
