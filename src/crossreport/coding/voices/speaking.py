"""Who speaks by a reporting verb: the outlet told, the speaker, whom the speaker cites, with the page's own doubt."""

from dataclasses import dataclass

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase, is_passive, obliques, subjects
from crossreport.coding.phrases.naming import Chain, is_named, modifiers
from crossreport.coding.voices.speakers import Speakers
from crossreport.model import Actor
from crossreport.words.classes.speech import speech
from crossreport.words.reporting import reporting

NOMINAL = ("NOUN", "PROPN", "PRON")
CONTRAST = frozenset({"while", "whereas", "whilst", "though", "although"})  # what sets one voice against another


@dataclass(frozen=True)
class Saying:
    """`cue` gives the voice; `content` holds the words that it covers, in order, within one sentence."""

    cue: Word
    chain: Chain
    content: tuple[Word, ...]
    phrase: bool = False
    stance: bool = False  # a stance taken on it, no telling of it: "condemned the siege"
    opens: bool = False  # a statement of several sentences follows, printed without quotation marks


class Speaking:
    """The voices of reporting verbs, their noun phrases resolved by `speakers`."""

    def __init__(self, doc: Document, speakers: Speakers) -> None:
        self.doc = doc
        self.speakers = speakers
        self._words = reporting()

    def voices(self, verb: Word, *, says: bool = False) -> Chain:
        """Carrier, then speaker, then whom the speaker cites; `says` as in `Speakers.chain_of`."""
        who = self._speaker(verb, says)
        if not who:
            return ()
        return _distinct((*self.carriers(verb), *who, *self._cited(verb)))

    def _speaker(self, verb: Word, tells: bool) -> Chain:
        doc, lemma = self.doc, self.doc.lemma(verb)
        cue, hedge = doc.text(verb), self.hedge(verb)
        if is_passive(doc, verb):
            saying = [kid for kid in doc.kids(verb, "advcl", "obl", "xcomp") if doc.text(kid) in ("saying", "telling")]
            makers = by_phrase(doc, verb) or [noun for kid in saying for noun in by_phrase(doc, kid)]
            outer = self._first(makers, cue, hedge)
            if lemma in ("quote", "cite"):
                return (*outer, *self._first(doc.kids(verb, "nsubj"), cue, None))
            return outer
        nouns = subjects(doc, verb) or [kid for kid in doc.kids(verb, "nsubj") if doc.token(kid).upos in NOMINAL]
        if lemma in ("quote", "cite"):
            nouns = [noun for noun in nouns if noun.token < verb.token]
        direct = [kid for kid in doc.kids(verb, "nsubj") if kid < verb]
        if len(direct) > 1 and direct[-1].token - direct[0].token > 1:
            nouns = direct[-1:]  # "Houthi-run Al-Masirah said": the nearest speaks
        says = tells or lemma in self._words.spoken | self._words.stances | self._words.judging or self._asserts(verb)
        return self.speakers.chain_of(nouns[0], cue, hedge, says=says) if nouns else ()

    def _asserts(self, verb: Word) -> bool:
        """ "The group's media arm claimed that …", "a team concluded that …": only people and bodies do so."""
        doc = self.doc
        clauses = doc.kids(verb, "ccomp") if doc.lemma(verb) in speech().claiming else []
        return any(doc.text(mark) == "that" for clause in clauses for mark in doc.kids(clause, "mark"))

    def _first(self, nouns: list[Word], cue: str, hedge: str | None) -> Chain:
        return self.speakers.chain_of(nouns[0], cue, hedge) if nouns else ()

    def hedge(self, verb: Word) -> str | None:
        """The page's word of doubt: the verb itself or an adverb at it."""
        doc = self.doc
        if self._words.verbs.get(doc.lemma(verb)):
            return doc.text(verb)
        return next((doc.text(kid) for kid in doc.kids(verb, "advmod") if doc.text(kid) in self._words.hedges), None)

    def carriers(self, verb: Word) -> Chain:
        """Outlets between page and speaker: told, carrying the statement, spoken on."""
        doc = self.doc
        nouns = doc.kids(verb, "iobj") + obliques(doc, verb, "to", "on", "via", "by")
        if doc.lemma(verb) in ("tell", "inform", "assure", "brief"):
            nouns = doc.kids(verb, "obj", "iobj")
        for noun in obliques(doc, verb, "in", "during"):
            nouns += obliques(doc, noun, "with", "to", "by", "on")
            for carried in doc.kids(noun, "acl"):
                nouns += obliques(doc, carried, "by", "on", "to", "with")
        nouns = [noun for noun in nouns if noun not in doc.kids(verb, "nsubj") and not self._ourselves(noun)]
        for kid in doc.kids(verb, "advcl", "acl", "dep"):
            if doc.lemma(kid) in speech().handing_on and doc.token(kid).xpos == "VBN":
                nouns += by_phrase(doc, kid)  # "…, the minister said, quoted by state television"
        found = [self.speakers.media_of(noun, doc.text(verb)) for noun in nouns if not self._any_media(noun)]
        spoken = next((chain for chain in found if chain), ())
        return spoken or next((chain for noun in doc.kids(verb, "nsubj") if (chain := self.quoting(noun))), ())

    def _any_media(self, noun: Word) -> bool:
        """ "A statement sent to media", "told local radio": addressed to outlets that nobody names."""
        doc = self.doc
        addressed = "to" in doc.cases(noun) or doc.rel(noun) in ("obj", "iobj")
        named = [m.value for m in doc.headed(noun, "actor") if isinstance(m.value, Actor)]
        inside = [
            m.value for kid in modifiers(doc, noun) for m in doc.headed(kid, "actor") if isinstance(m.value, Actor)
        ]
        return addressed and not any(is_named(who) for who in (*named, *inside))

    def quoting(self, noun: Word) -> Chain:
        """ "A doctor, quoted by the network, said", "according to a trader interviewed by Radio X": who hands it on."""
        doc = self.doc
        for clause in doc.kids(noun, "acl"):
            makers = by_phrase(doc, clause) if doc.token(clause).xpos == "VBN" else []
            if not makers or doc.lemma(clause) not in speech().handing_on | speech().asked:
                continue
            if doc.lemma(clause) in ("quote", "cite"):
                return self.speakers.chain_of(makers[0], doc.text(clause), None)
            return self.speakers.media_of(makers[0], doc.text(clause))
        return ()

    def _ourselves(self, noun: Word) -> bool:
        """ "Told this newspaper", "told our reporter": the page's own outlet is no further voice."""
        return any(self.doc.text(kid) in ("this", "our") for kid in self.doc.kids(noun, "det", "nmod:poss"))

    def _cited(self, verb: Word) -> Chain:
        doc = self.doc
        nouns: list[Word] = []
        if doc.lemma(verb) in ("quote", "cite") and not is_passive(doc, verb):
            nouns = doc.kids(verb, "obj") + [kid for kid in doc.kids(verb, "nsubj") if kid.token > verb.token]
        beside = [kid for noun in doc.kids(verb, "nsubj", "obl") for kid in doc.kids(noun, "acl")]
        for kid in (*doc.kids(verb, "advcl", "acl", "dep", "parataxis"), *beside):
            if doc.lemma(kid) in ("quote", "cite") and doc.token(kid).xpos == "VBG":
                nouns += doc.kids(kid, "obj")
        for kid in doc.kids(verb, "obl", "nmod"):
            if {"citing", "quoting"} & set(doc.cases(kid)):
                nouns.append(kid)
        return self.speakers.chain_of(nouns[0], "citing", None) if nouns else ()


def _distinct(chain: Chain) -> Chain:
    kept: list[str] = []
    found = []
    for voice in chain:
        if voice.speaker not in kept:
            kept.append(voice.speaker)
            found.append(voice)
    return tuple(found)
