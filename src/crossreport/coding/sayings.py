"""Every place of a page where a voice is given: the word that gives it, who speaks, and the words that it covers.

Reads reporting verbs, "according to" and its like, and nouns of saying, by syntax; where the syntax of unpunctuated
text breaks down ("… on Monday a monitor said"), by the order of words. What is said is not judged here.
"""

from dataclasses import dataclass

from crossreport.coding.arguments import by_phrase, is_passive, obliques, subjects
from crossreport.coding.document import Document, Word
from crossreport.coding.naming import ARTICLES, Chain, in_adverbial
from crossreport.coding.speakers import Speakers
from crossreport.words.reporting import reporting

_NOMINAL = ("NOUN", "PROPN", "PRON")
_CONTENT = ("ccomp", "parataxis", "csubj")
_AFTER_FINAL = 8  # words that may follow a sentence-final "said": a day, a place, "in a statement"
_CLOSERS = frozenset(
    {"after", "in", "on", "at", "during", "adding", "while", "when", "as", "citing", "referring", "without"}
)
_PLACING = frozenset({"at", "in", "from", "of", "for", "on", "near", "inside"})
_REST = ("NOUN", "PROPN", "ADP", "DET", "NUM", "PUNCT", "ADJ", "ADV", "PART", "X", "SYM")


@dataclass(frozen=True)
class Saying:
    """`cue` gives the voice; `content` holds the words that it covers, in order, within one sentence."""

    cue: Word
    chain: Chain
    content: tuple[Word, ...]
    phrase: bool = False
    stance: bool = False  # a stance taken on it, no telling of it: "condemned the siege"


def sayings_of(doc: Document) -> list[Saying]:
    """All sayings of the page in reading order."""
    finder = _Finder(doc)
    return [saying for s in range(len(doc.sentences)) for saying in finder.in_sentence(s)]


class _Finder:
    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.speakers = Speakers(doc)
        self._words = reporting()

    def in_sentence(self, s: int) -> list[Saying]:
        found: list[Saying] = []
        for word in self.doc.words_of(s):
            saying = self._by_verb(word) or self._by_phrase(word) or self._by_noun(word)
            if saying is not None:
                found.append(saying)
                self.speakers.remember(s, saying.chain)
        for late in (self._inverted(s, found), self._final(s, found)):
            if late is not None:
                found = [each for each in found if each.cue != late.cue] + [late]
                self.speakers.remember(s, late.chain)
        return found

    # -- verbs

    def _by_verb(self, verb: Word) -> Saying | None:
        doc = self.doc
        lemma = doc.lemma(verb)
        if lemma not in self._words.verbs and lemma not in self._words.stances:
            return None
        if (
            doc.token(verb).upos != "VERB"
            or self._negated(verb)
            or doc.token(verb).rel in ("amod", "compound", "case", "mark")
        ):
            return None
        if self._is_quoted_as(verb):
            return None
        content = self._content(verb)
        chain = self._voices(verb)
        if not chain:
            return None
        if not content and lemma in self._words.stances:
            taken = self._object_of_stance(verb)
            return Saying(verb, chain, tuple(sorted(taken)), stance=True) if taken else None
        if not content:
            if lemma not in self._words.clause_only or doc.kids(verb, "obj"):
                self.speakers.remember(verb.sentence, chain)
            return None
        return Saying(verb, chain, tuple(content))

    def _object_of_stance(self, verb: Word) -> list[Word]:
        doc = self.doc
        calls = doc.lemma(verb) == "call"  # calls for it or on somebody; "called it a day" is no stance
        taken = doc.kids(verb, "xcomp", "obl") if calls else doc.kids(verb, "obj", "xcomp", "obl")
        if calls and not any({"for", "on", "upon"} & set(doc.cases(kid)) for kid in taken):
            return []
        return [w for kid in taken if kid > verb for w in doc.subtree(kid)]

    def _is_quoted_as(self, verb: Word) -> bool:
        """The "saying" of "quoted him as saying", which gives no voice of its own."""
        head = self.doc.parent(verb)
        return head is not None and self.doc.lemma(head) in ("quote", "cite") and self.doc.token(verb).xpos == "VBG"

    def _negated(self, verb: Word) -> bool:
        return any(self.doc.lemma(kid) in ("not", "never", "n't") for kid in self.doc.kids(verb, "advmod"))

    def _content(self, verb: Word) -> list[Word]:
        doc, lemma = self.doc, self.doc.lemma(verb)
        if lemma in self._words.blaming:
            return self._blamed(verb)
        if is_passive(doc, verb):
            return self._passive_content(verb)
        found: set[Word] = set()
        for kid in doc.kids(verb, *_CONTENT):
            if not self._gives_voice(kid, verb):
                found.update(doc.subtree(kid))
        if not found:
            for kid in doc.kids(verb, "xcomp"):
                if lemma in self._words.infinitive:
                    found.update(doc.subtree(kid))
            for kid in doc.kids(verb, "obj"):
                if lemma in self._words.nominal:
                    found.update(doc.subtree(kid))
        if not found:
            found.update(self._quoted_as(verb))
        if not found or doc.rel(verb) == "parataxis":
            found.update(self._around(verb))
        return sorted(found) or self._before(verb) or self._that_clause(verb)

    def _that_clause(self, verb: Word) -> list[Word]:
        """The clause behind a "that" which the syntax gave to something between ("reported, citing staff, that …")."""
        doc = self.doc
        if doc.lemma(verb) not in self._words.final:
            return []
        behind = doc.words_of(verb.sentence)[verb.token + 1 :]
        that = next((w for w in behind if doc.text(w) == "that" and doc.token(w).upos == "SCONJ"), None)
        head = doc.parent(that) if that is not None else None
        between = [w for w in behind if that is not None and w < that]
        if head is None or any(doc.lemma(w) in self._words.final or doc.token(w).upos == "AUX" for w in between):
            return []
        return [w for w in doc.subtree(head) if w > verb]

    def _before(self, verb: Word) -> list[Word]:
        """All before a "said the spokesman" that the syntax hangs on some noun of what he says."""
        doc = self.doc
        behind = doc.lemma(verb) in self._words.final and any(k > verb for k in doc.kids(verb, "nsubj"))
        before = doc.words_of(verb.sentence)[: verb.token]
        return before if behind and any(doc.token(w).upos in ("VERB", "AUX") for w in before) else []

    def _gives_voice(self, kid: Word, verb: Word) -> bool:
        """Whether a clause beside the verb is another "…, he said", not what is said."""
        doc = self.doc
        return (
            doc.rel(kid) == "parataxis"
            and doc.lemma(kid) in self._words.verbs
            and kid.token > verb.token
            and bool(doc.kids(kid, "nsubj"))
            and not doc.kids(kid, "ccomp")
        )

    def _around(self, verb: Word) -> list[Word]:
        """The clause that a parenthetical verb interrupts or closes."""
        doc = self.doc
        head = doc.parent(verb)
        if head is None or doc.rel(verb) not in ("parataxis", "dep") or not subjects(doc, verb):
            return []
        if doc.lemma(verb) in self._words.clause_only and doc.lemma(verb) not in self._words.nominal:
            return []
        inner = set(doc.subtree(verb))
        return [w for w in doc.subtree(head) if w not in inner]

    def _blamed(self, verb: Word) -> list[Word]:
        """ "Accused X of bombing Y": the deed with all that belongs to it."""
        doc = self.doc
        found: set[Word] = set()
        for kid in doc.kids(verb, "advcl", "obl", "obj", "xcomp", "ccomp", "acl"):
            behind = kid.token > verb.token and not doc.token(kid).rel.endswith(("agent", "unmarked"))
            if behind and "by" not in doc.cases(kid):
                found.update(doc.subtree(kid))
        return sorted(found)

    def _passive_content(self, verb: Word) -> list[Word]:
        doc = self.doc
        quoted = self._quoted_as(verb)
        if quoted:
            return quoted
        agents = {w for kid in by_phrase(doc, verb) for w in doc.subtree(kid)}
        if not agents or self.doc.lemma(verb) not in self._words.nominal | {"say", "state"}:
            return []
        return [w for w in doc.subtree(verb) if w not in agents and w != verb]

    def _quoted_as(self, verb: Word) -> list[Word]:
        """ "Quoted a source as saying that …", "was quoted as saying …"."""
        doc = self.doc
        if doc.lemma(verb) not in ("quote", "cite"):
            return []
        found = [w for kid in doc.kids(verb, "advcl", "obl", "xcomp", "acl", "ccomp") for w in doc.subtree(kid)]
        found = found if any(doc.text(w) in ("saying", "telling", "stating") for w in found) else []
        return sorted(w for w in found if doc.text(w) not in ("as", "saying", "telling", "stating"))

    # -- who speaks

    def _voices(self, verb: Word) -> Chain:
        """Carrier, then speaker, then whom the speaker cites."""
        who = self._speaker(verb)
        if not who:
            return ()
        return _distinct((*self._carriers(verb), *who, *self._cited(verb)))

    def _speaker(self, verb: Word) -> Chain:
        doc, lemma = self.doc, self.doc.lemma(verb)
        cue, hedge = doc.text(verb), self._hedge(verb)
        if is_passive(doc, verb):
            outer = self._first(by_phrase(doc, verb), cue, hedge)
            if lemma in ("quote", "cite"):
                return (*outer, *self._first(doc.kids(verb, "nsubj"), cue, None))
            return outer
        nouns = subjects(doc, verb) or [kid for kid in doc.kids(verb, "nsubj") if doc.token(kid).upos in _NOMINAL]
        if lemma in ("quote", "cite"):
            nouns = [noun for noun in nouns if noun.token < verb.token]
        return self.speakers.chain_of(nouns[0], cue, hedge, says=lemma in self._words.spoken) if nouns else ()

    def _first(self, nouns: list[Word], cue: str, hedge: str | None) -> Chain:
        return self.speakers.chain_of(nouns[0], cue, hedge) if nouns else ()

    def _hedge(self, verb: Word) -> str | None:
        """The page's word of doubt: the verb itself or an adverb at it."""
        doc = self.doc
        if self._words.verbs.get(doc.lemma(verb)):
            return doc.text(verb)
        return next((doc.text(kid) for kid in doc.kids(verb, "advmod") if doc.text(kid) in self._words.hedges), None)

    def _carriers(self, verb: Word) -> Chain:
        """Outlets between page and speaker: told, carrying the statement, spoken on."""
        doc = self.doc
        nouns = doc.kids(verb, "iobj") + obliques(doc, verb, "to", "on", "via", "by")
        if doc.lemma(verb) in ("tell", "inform", "assure", "brief"):
            nouns = doc.kids(verb, "obj", "iobj")
        for noun in obliques(doc, verb, "in", "during"):
            nouns += obliques(doc, noun, "with", "to", "by", "on")
            for carried in doc.kids(noun, "acl"):
                nouns += obliques(doc, carried, "by", "on", "to", "with")
        found = [self.speakers.media_of(noun, doc.text(verb)) for noun in nouns if noun not in doc.kids(verb, "nsubj")]
        return next((chain for chain in found if chain), ())

    def _cited(self, verb: Word) -> Chain:
        doc = self.doc
        nouns: list[Word] = []
        if doc.lemma(verb) in ("quote", "cite") and not is_passive(doc, verb):
            nouns = doc.kids(verb, "obj") + [kid for kid in doc.kids(verb, "nsubj") if kid.token > verb.token]
        for kid in doc.kids(verb, "advcl", "acl", "dep", "parataxis"):
            if doc.lemma(kid) in ("quote", "cite") and doc.token(kid).xpos == "VBG":
                nouns += doc.kids(kid, "obj")
        for kid in doc.kids(verb, "obl", "nmod"):
            if {"citing", "quoting"} & set(doc.cases(kid)):
                nouns.append(kid)
        return self.speakers.chain_of(nouns[0], "citing", None) if nouns else ()

    # -- phrases and nouns

    def _by_phrase(self, word: Word) -> Saying | None:
        """ "According to X", "citing X": covers the clause that it stands in."""
        doc = self.doc
        noun, cue = self._phrase_noun(word)
        head = doc.parent(word)
        if noun is None or head is None:
            return None
        chain = self.speakers.chain_of(noun, cue, None)
        inner = set(doc.subtree(word))
        first = next((w for w in doc.words_of(word.sentence) if doc.token(w).upos != "PUNCT"), word)
        top = doc.path(word)[-1] if first in inner else doc.clause_root(head)
        content = tuple(w for w in doc.subtree(top) if w not in inner)
        begins = next((w for w in doc.subtree(word) if doc.text(w) == cue.split()[0]), word)
        return Saying(begins, chain, content, phrase=True) if chain and content else None

    def _phrase_noun(self, word: Word) -> tuple[Word | None, str]:
        doc = self.doc
        if doc.token(word).upos in _NOMINAL:
            case = next((case for case in doc.cases(word) if case in self._words.phrases), None)
            if case:
                return word, case
            texts = [doc.text(w) for w in doc.subtree(word)[:3]]
            return (word, "according to") if texts[:2] == ["according", "to"] else (None, "")
        if doc.text(word) == "according" and doc.token(word).upos == "VERB":
            return next(iter(obliques(doc, word, "to")), None), "according to"
        citing = doc.text(word) in ("citing", "quoting") and doc.rel(word) in ("advcl", "acl", "dep")
        head = doc.parent(word)
        if citing and head is not None and doc.lemma(head) not in self._words.verbs:
            return next(iter(doc.kids(word, "obj")), None), doc.text(word)
        return None, ""

    def _by_noun(self, noun: Word) -> Saying | None:
        """ "The army's claim that …", "reports that …": a noun of saying with its maker and its clause."""
        doc = self.doc
        if doc.token(noun).upos != "NOUN" or doc.lemma(noun) not in self._words.saying_nouns:
            return None
        clauses = [
            kid for kid in doc.kids(noun, "acl", "ccomp") if any(doc.text(m) == "that" for m in doc.kids(kid, "mark"))
        ]
        makers = doc.kids(noun, "nmod:poss") + obliques(doc, noun, "by", "from", "of")
        if not clauses or not makers:
            return None
        chain = self.speakers.chain_of(
            makers[0], doc.text(noun), self._words.hedge_of_noun(doc.lemma(noun), doc.text(noun))
        )
        return Saying(noun, chain, tuple(doc.subtree(clauses[0]))) if chain else None

    # -- by the order of words

    def _final(self, s: int, found: list[Saying]) -> Saying | None:
        """A "<noun phrase> said [on Monday]" at the end of what it says that the syntax did not see as one."""
        doc, words = self.doc, self.doc.words_of(s)
        for verb in reversed(words):
            if not self._may_close(verb) or any(each.cue == verb and self._is_whole(each) for each in found):
                continue
            noun, phrase = self._phrase_before(verb)
            before = words[: phrase[0].token] if phrase else []
            if noun is None or not any(doc.token(w).upos in ("VERB", "AUX") for w in before):
                continue
            chain = self.speakers.chain_of(noun, doc.text(verb), self._hedge(verb), phrase)
            if chain:
                return Saying(verb, (*self._carriers(verb), *chain), tuple(before))
        return None

    def _inverted(self, s: int, found: list[Saying]) -> Saying | None:
        """A "…”, said <noun phrase>" that the syntax did not see as one."""
        doc, words = self.doc, self.doc.words_of(s)
        for verb in words[2:-1]:
            closed = doc.text(words[verb.token - 1]) in ("”", '"', ",", "''", "'")
            if not closed or doc.lemma(verb) not in self._words.final or any(each.cue == verb for each in found):
                continue
            phrase = self._phrase_behind(verb)
            noun = next((w for w in phrase if doc.parent(w) not in phrase and doc.token(w).upos in _NOMINAL), None)
            chain = self.speakers.chain_of(noun, doc.text(verb), self._hedge(verb)) if noun else ()
            if chain:
                return Saying(verb, chain, tuple(words[: verb.token - 1]))
        return None

    def _phrase_behind(self, verb: Word) -> list[Word]:
        doc, found = self.doc, []
        for word in doc.words_of(verb.sentence)[verb.token + 1 :]:
            if doc.token(word).upos not in ("DET", "ADJ", "NOUN", "PROPN") and doc.text(word) not in (
                "of",
                "-",
                "’s",
                "'s",
            ):
                break
            found.append(word)
        return found

    def _may_close(self, verb: Word) -> bool:
        """Whether no clause of what is said can follow: the end, a day, a place, "after …", "adding …"."""
        doc = self.doc
        if doc.lemma(verb) not in self._words.final or doc.token(verb).xpos not in ("VBD", "VBZ", "VBP", "VBN"):
            return False
        rest = doc.words_of(verb.sentence)[verb.token + 1 :]
        if len(rest) <= _AFTER_FINAL and all(doc.token(w).upos in _REST for w in rest):
            return True
        return doc.text(rest[0]) in _CLOSERS or bool(doc.covering(rest[0], "time"))

    def _is_whole(self, saying: Saying) -> bool:
        return len(saying.content) >= (saying.cue.token - 4) // 2

    def _phrase_before(self, verb: Word) -> tuple[Word | None, list[Word]]:
        """Head and words of the noun phrase that ends right before the verb; the first of two that "and" joins."""
        doc, s = self.doc, verb.sentence
        at = verb.token - 1
        while at > 0 and doc.token(Word(s, at)).upos in ("ADV", "PUNCT", "AUX"):
            at -= 1
        head = Word(s, at)
        if doc.token(head).upos not in _NOMINAL:
            return None, []
        first = self._begin(head)
        while first > 1 and doc.text(Word(s, first - 1)) in _PLACING and self._is_source(Word(s, first - 2)):
            head = Word(s, first - 2)
            first = self._begin(head)
        if first > 1 and doc.text(Word(s, first - 1)) == "and":
            noun, phrase = self._phrase_before(Word(s, first - 1))
            if noun is not None and (self._is_source(noun) or doc.covering(noun, "actor", "person")):
                return noun, phrase
        mentions = reversed(doc.covering(head, "actor", "person"))
        return next((w for m in mentions if (w := doc.word_of(m))), head), [Word(s, i) for i in range(first, at + 1)]

    def _is_source(self, word: Word) -> bool:
        return any(self.doc.lemma(word) in nouns for nouns in self._words.kinds.values())

    def _begin(self, head: Word) -> int:
        """Where the noun phrase of a head begins: at its article, or with the name that it ends."""
        doc, s, first = self.doc, head.sentence, head.token
        while first > 0 and self._extends(Word(s, first - 1), Word(s, first)):
            first -= 1
            if doc.text(Word(s, first)) in ARTICLES and doc.before(Word(s, first), 1) != "of":
                break
        starts = [w for m in doc.covering(head, "actor", "person") if (w := doc.first_word(m)) is not None]
        named = min((w.token for w in starts if not in_adverbial(doc, w)), default=first)
        return named if named < first or doc.text(Word(s, first)) not in ARTICLES else first

    def _extends(self, left: Word, right: Word) -> bool:
        """Whether the noun phrase that begins with `right` goes on to the left."""
        doc, upos = self.doc, self.doc.token(left).upos
        if set(doc.covering(left, "actor", "person")) & set(doc.covering(right, "actor", "person")):
            return True
        if in_adverbial(doc, left) or doc.text(right) in ARTICLES:
            return False
        if doc.text(left) in ARTICLES:
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


def _distinct(chain: Chain) -> Chain:
    kept: list[str] = []
    found = []
    for voice in chain:
        if voice.speaker not in kept:
            kept.append(voice.speaker)
            found.append(voice)
    return tuple(found)
