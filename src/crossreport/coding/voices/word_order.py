"""Sayings by the order of words, where the syntax of unpunctuated text breaks down ("… on Monday a monitor said")."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.naming import actor_kind, by_words, in_adverbial
from crossreport.coding.voices.speakers import Speakers
from crossreport.coding.voices.speaking import CONTRAST, NOMINAL, Saying, Speaking
from crossreport.model import Actor, Attribution
from crossreport.words.classes.speech import speech
from crossreport.words.function_words import DETERMINERS, PLACING
from crossreport.words.reporting import reporting

_AFTER_FINAL = 8  # words that may follow a sentence-final "said": a day, a place, "in a statement"
_PLACING = PLACING | {"for", "inside"}
_REST = ("NOUN", "PROPN", "ADP", "DET", "NUM", "PUNCT", "ADJ", "ADV", "PART", "X", "SYM")
_NOMINAL_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "X", "PRON"})
_LONGEST_SPEAKER = 12  # words of "<noun phrase> said" between two commas
_LONGEST_NAME = 5  # words of a person's name
_LONGEST_TOLD = 3  # … where nothing sets it apart from what is told
_BETWEEN = 3  # words that may stand between a verb of saying and the speaker behind it
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "being"})
_CLOSERS = frozenset(
    {"after", "in", "on", "at", "during", "adding", "while", "when", "as", "citing", "referring", "without"}
)


class WordOrder:
    """Looks only for what syntax did not find: `found` holds the sayings of the sentence so far."""

    def __init__(self, doc: Document, speakers: Speakers, speaking: Speaking) -> None:
        self.doc = doc
        self.speakers = speakers
        self.speaking = speaking
        self._words = reporting()

    def inverted(self, s: int, found: list[Saying]) -> Saying | None:
        """A "…”, said <noun phrase>" that the syntax did not see as one."""
        doc, words = self.doc, self.doc.words_of(s)
        for verb in words[2:-1]:
            closed = doc.text(words[verb.token - 1]) in ("”", '"', ",", "''", "'")
            if not closed or doc.lemma(verb) not in self._words.final | speech().closing:
                continue
            told = self._told_between(verb)
            if told == verb.token and (doc.lemma(verb) == "tell" or any(each.cue == verb for each in found)):
                continue  # "…, head of the council, told Radio X": whom he told, not who spoke
            phrase = self._phrase_behind(words[told])
            noun = next((w for w in phrase if doc.parent(w) not in phrase and doc.token(w).upos in NOMINAL), None)
            chain = self.speakers.chain_of(noun, doc.text(verb), self.speaking.hedge(verb)) if noun else ()
            if chain:
                return Saying(verb, (*self.speaking.carriers(verb), *chain), tuple(words[: verb.token - 1]))
        return None

    def _told_between(self, verb: Word) -> int:
        """The token before the speaker: the verb, or what stands between ("told AFP a trader", "said by phone a …")."""
        doc, rest = self.doc, self.doc.words_of(verb.sentence)[verb.token + 1 :]
        opens = next((i for i, w in enumerate(rest) if doc.token(w).upos == "DET"), 0)
        between = [doc.token(w).upos for w in rest[:opens]]
        phone = between[:1] == ["ADP"] and set(between[1:]) <= {"NOUN"}
        outlet = doc.lemma(verb) == "tell" and bool(between) and set(between) <= {"PROPN"}
        return verb.token + opens if 0 < opens <= _BETWEEN and (phone or outlet) else verb.token

    def _phrase_behind(self, verb: Word) -> list[Word]:
        doc, found = self.doc, []
        for word in doc.words_of(verb.sentence)[verb.token + 1 :]:
            if doc.token(word).upos not in ("DET", "ADJ", "NOUN", "PROPN") and doc.text(word) not in (
                *("its", "his", "her", "their"),
                "of",
                "-",
                "’s",
                "'s",
            ):
                break
            found.append(word)
        return found

    def final(self, s: int, found: list[Saying]) -> Saying | None:
        """A "<noun phrase> said [on Monday]" at the end of what it says that the syntax did not see as one."""
        doc, words = self.doc, self.doc.words_of(s)
        for verb in reversed(words):
            if not self._may_close(verb) or any(each.cue == verb and self._is_whole(each) for each in found):
                continue
            noun, phrase = self._phrase_before(verb)
            before = words[: phrase[0].token] if phrase else []
            if noun is None or not any(doc.token(w).upos in ("VERB", "AUX") for w in before):
                continue
            if doc.text(before[-1]) in CONTRAST | {";"}:
                continue  # "officials reported 17 dead, while the rebels claimed 40": they say nothing of the 17
            chain = self.speakers.chain_of(noun, doc.text(verb), self.speaking.hedge(verb), phrase)
            if chain:
                return Saying(verb, (*self.speaking.carriers(verb), *chain), tuple(before))
            named = self._told_by_name(verb)
            if named is not None:
                return named
        return None

    def _told_by_name(self, verb: Word) -> Saying | None:
        """ "… in the village Adam Haroun told Radio X": a name of two words or more, whatever it was taken for."""
        doc, behind = self.doc, self.doc.words_of(verb.sentence)[verb.token + 1 :]
        heard = (self.speakers.media_of(word, doc.text(verb)) for word in behind)
        carriers = self.speaking.carriers(verb) or next((chain for chain in heard if chain), ())
        name: list[Word] = []
        for word in reversed(doc.words_of(verb.sentence)[: verb.token]):
            if doc.token(word).upos != "PROPN" or doc.covering(word, "actor", "time") or len(name) == _LONGEST_NAME:
                break
            name.insert(0, word)
        if name and doc.text(doc.words_of(verb.sentence)[max(0, name[0].token - 1)]) in _PLACING:
            name = name[1:]  # "in Goma Adam Haroun told Radio X"
        if doc.lemma(verb) != "tell" or not carriers or not 1 < len(name) <= _LONGEST_TOLD:
            return None
        text, span = by_words(doc, name), doc.span(name)
        who = Attribution(text, None, "anonymous", doc.text(verb), None, span)
        return Saying(verb, (*carriers, who), tuple(doc.words_of(verb.sentence)[: name[0].token]))

    def parenthetical(self, s: int, found: list[Saying]) -> Saying | None:
        """A "…, <noun phrase> said, …" between commas that the syntax gave to another subject, or to none."""
        doc, words = self.doc, self.doc.words_of(s)
        for verb in reversed(words):
            phrase = self._between_commas(verb)
            noun = self._head_of(phrase)
            if noun is None or any(each.cue == verb and self._speaks_in(each, noun) for each in found):
                continue
            if not any(doc.token(w).upos in ("VERB", "AUX") for w in words[: phrase[0].token]):
                continue
            chain = self.speakers.chain_of(noun, doc.text(verb), self.speaking.hedge(verb), phrase, says=True)
            if chain:
                content = self._around(phrase[0], verb)
                return Saying(verb, (*self.speaking.carriers(verb), *chain), content)
        return None

    def _between_commas(self, verb: Word) -> list[Word]:
        """The words from a comma up to a verb of saying that ends its clause, if they are one phrase."""
        doc = self.doc
        if doc.lemma(verb) not in self._words.final:
            return []
        words = doc.words_of(verb.sentence)
        rest = words[verb.token + 1 :]
        ends = not rest or doc.text(rest[0]) in (",", ";", ".") or self._may_close(verb)
        if not ends or not self._finite(verb, rest):
            return []
        commas = [w.token for w in words[: verb.token] if doc.text(w) in (",", ";", "”")]
        phrase = words[commas[-1] + 1 : verb.token] if commas else []
        if commas and not phrase:
            return self._named_in_front(words, commas)
        fits = all(doc.token(w).upos in _NOMINAL_PHRASE for w in phrase) and 0 < len(phrase) <= _LONGEST_SPEAKER
        return phrase if fits and doc.token(phrase[0]).upos != "ADP" else []

    def _named_in_front(self, words: list[Word], commas: list[int]) -> list[Word]:
        """ "…, Adam Haroun, head of the council, told": the name in front of what is said of him."""
        doc, bounds = self.doc, [-1, *commas]
        if len(bounds) < 4:
            return []
        name, aside = words[bounds[-3] + 1 : bounds[-2]], words[bounds[-2] + 1 : bounds[-1]]
        named = 1 < len(name) <= _LONGEST_NAME and all(doc.token(w).upos == "PROPN" for w in name)
        described = bool(aside) and all(doc.token(w).upos in _NOMINAL_PHRASE for w in aside)
        return name if named and described else []

    def _finite(self, verb: Word, rest: list[Word]) -> bool:
        """A verb in a tense of telling; a "report" at the very end that was taken for a noun is one, too."""
        token = self.doc.token(verb)
        misread = token.upos == "NOUN" and verb.token > 0 and all(self.doc.token(w).upos == "PUNCT" for w in rest)
        return token.xpos in ("VBD", "VBZ", "VBP") or misread

    def _head_of(self, phrase: list[Word]) -> Word | None:
        """The last noun before any preposition of a phrase; None where something else stands there."""
        before = next((i for i, w in enumerate(phrase) if self.doc.token(w).upos == "ADP"), len(phrase))
        nouns = [w for w in phrase[:before] if self.doc.token(w).upos in ("NOUN", "PROPN")]
        return nouns[-1] if nouns and nouns[-1] == phrase[before - 1] else None

    def _speaks_in(self, saying: Saying, noun: Word) -> bool:
        """Whether the voice was read from the phrase itself, by its head, or is set apart by commas of its own."""
        span, head = saying.chain[-1].span, self.doc.token(noun).start
        inside = span is None or span.start <= head < span.end
        beside = self.doc.rel(noun) == "appos" or any(
            mention.span.start <= head < mention.span.end
            for mention in self.doc.mentions
            if isinstance(mention.value, Actor) and mention.value.id == saying.chain[-1].actor_id
        )
        return (inside or beside) and len(saying.content) > 1

    def _around(self, first: Word, verb: Word) -> tuple[Word, ...]:
        """What such a voice covers: its sentence, as far as no semicolon parts it off."""
        doc, words = self.doc, self.doc.words_of(verb.sentence)
        stops = [w.token for w in words if doc.text(w) == ";"]
        left = max((at for at in stops if at < first.token), default=-1)
        right = min((at for at in stops if at > verb.token), default=len(words))
        return (*words[left + 1 : first.token], *words[verb.token + 1 : right])

    def _may_close(self, verb: Word) -> bool:
        """Whether no clause of what is said can follow: the end, a day, a place, "after …", "adding …"."""
        doc = self.doc
        if doc.lemma(verb) not in self._words.final:
            return False
        if self._outlet_reports(verb):
            return True
        if doc.token(verb).xpos not in ("VBD", "VBZ", "VBP", "VBN"):
            return False
        if any(doc.text(kid) in _PASSIVE for kid in doc.kids(verb, "aux")):
            return False  # "the rebels … was reported": they do not speak
        rest = doc.words_of(verb.sentence)[verb.token + 1 :]
        if len(rest) <= _AFTER_FINAL and all(doc.token(w).upos in _REST for w in rest):
            return True
        return doc.text(rest[0]) in _CLOSERS or bool(doc.covering(rest[0], "time"))

    def _outlet_reports(self, word: Word) -> bool:
        """ "… killing several of them TASS reports.": a last "reports" that was taken for a noun, behind an outlet."""
        doc, words = self.doc, self.doc.words_of(word.sentence)
        last = word.token > 1 and all(doc.token(w).upos == "PUNCT" for w in words[word.token + 1 :])
        if not last or doc.text(word) != "reports" or doc.token(word).upos != "NOUN":
            return False
        before = doc.covering(words[word.token - 1], "actor")
        return any(isinstance(m.value, Actor) and actor_kind(m.value, None) in ("agency", "media") for m in before)

    def _is_whole(self, saying: Saying) -> bool:
        outlet = saying.chain[0].span
        told = self.doc.lemma(saying.cue) == "tell" and len(saying.chain) == 1
        if told and outlet is not None and outlet.start > self.doc.token(saying.cue).start:
            return False  # only who was told is known
        return saying.opens or len(saying.content) >= (saying.cue.token - 4) // 2

    def _phrase_before(self, verb: Word) -> tuple[Word | None, list[Word]]:
        """Head and words of the noun phrase that ends right before the verb; the first of two that "and" joins."""
        doc, s = self.doc, verb.sentence
        at = verb.token - 1
        while at > 0 and doc.token(Word(s, at)).upos in ("ADV", "PUNCT", "AUX"):
            at -= 1
        head = Word(s, at)
        if doc.token(head).upos not in NOMINAL:
            return None, []
        first = self._begin(head)
        while first > 1 and doc.text(Word(s, first - 1)) in _PLACING and self._is_source(Word(s, first - 2)):
            head = Word(s, first - 2)
            first = self._begin(head)
        if first > 2 and doc.text(Word(s, first - 1)) in ("to", "with") and self._is_source(Word(s, first - 3)):
            head = Word(s, first - 3)  # "a source close to the group", "an official familiar with the talks"
            first = self._begin(head)
        if first > 1 and doc.text(Word(s, first - 1)) == "by" and self._is_report(Word(s, first - 2)):
            head = Word(s, first - 2)  # "a statement by the council read"
            first = self._begin(head)
        if first > 1 and doc.text(Word(s, first - 1)) == "and":
            noun, phrase = self._phrase_before(Word(s, first - 1))
            if noun is not None and (self._is_source(noun) or doc.covering(noun, "actor", "person")):
                return noun, phrase
        mentions = reversed(doc.covering(head, "actor", "person"))
        return next((w for m in mentions if (w := doc.word_of(m))), head), [Word(s, i) for i in range(first, at + 1)]

    def _is_source(self, word: Word) -> bool:
        return any(self.doc.lemma(word) in nouns for nouns in self._words.kinds.values())

    def _is_report(self, word: Word) -> bool:
        return self.doc.lemma(word) in self._words.report_nouns

    def _begin(self, head: Word) -> int:
        """Where the noun phrase of a head begins: at its article, or with the name that it ends."""
        doc, s, first = self.doc, head.sentence, head.token
        while first > 0 and self._extends(Word(s, first - 1), Word(s, first)):
            first -= 1
            if doc.text(Word(s, first)) in DETERMINERS and doc.before(Word(s, first), 1) != "of":
                break
        starts = [w for m in doc.covering(head, "actor", "person") if (w := doc.first_word(m)) is not None]
        named = min((w.token for w in starts if not in_adverbial(doc, w)), default=first)
        return named if named < first or doc.text(Word(s, first)) not in DETERMINERS else first

    def _extends(self, left: Word, right: Word) -> bool:
        """Whether the noun phrase that begins with `right` goes on to the left."""
        doc, upos = self.doc, self.doc.token(left).upos
        if set(doc.covering(left, "actor", "person")) & set(doc.covering(right, "actor", "person")):
            return True
        if in_adverbial(doc, left) or doc.text(right) in DETERMINERS:
            return False
        if doc.text(left) in DETERMINERS:
            return True
        if doc.text(left) in ("of", "for"):
            return left.token > 0 and self._is_source(Word(left.sentence, left.token - 1))
        if upos in ("NOUN", "PROPN") and doc.token(right).upos in ("ADJ", "NUM"):
            return False
        return upos in ("NOUN", "PROPN", "ADJ", "NUM", "PART", "X") or doc.text(left) in (
            "-",
            "'",
            "’",
            "’s",
            "'s",
            ".",
        )
