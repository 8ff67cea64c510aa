"""Who hands on what no reporting verb gives him: footage that shows it, "the news spread by X that …", "in what X
called a massacre", "we learned from X", "attribute the killing to …", "the mission saw".

In: a word. Out: the saying that it opens, with the voice and the words that it covers, or nothing.
"""

from crossreport.coding.events.passing import triggers_of
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import by_phrase, is_passive, obliques
from crossreport.coding.phrases.naming import Chain
from crossreport.coding.roles.behind import done_by_others
from crossreport.coding.roles.blaming import laid
from crossreport.coding.voices.speakers import Speakers
from crossreport.coding.voices.speaking import Saying
from crossreport.words.classes.speech import speech
from crossreport.words.reporting import reporting

_GAINS = frozenset({"territory_taken", "attack_repelled", "weapons_seized_or_destroyed"})
_OURS = frozenset({"we", "i"})


class HandedOn:
    """The sayings without a verb of saying; `speakers` is the page's."""

    def __init__(self, doc: Document, speakers: Speakers) -> None:
        self.doc = doc
        self._speakers = speakers
        self._words = reporting()

    def of(self, word: Word) -> Saying | None:
        """The saying that a word opens."""
        if self.doc.token(word).upos == "VERB":
            readings = (self._shown, self._what, self._learned, self._described, self._laid, self._ruled)
            found = (read(word) for read in (*readings, self._perceived, self._gained))
            return next((saying for saying in found if saying is not None), None)
        return self._news(word)

    def _shown(self, verb: Word) -> Saying | None:
        """ "Published a video showing …", "footage of a killing": whoever put it out, else the footage."""
        doc = self.doc
        if doc.lemma(verb) not in speech().showing:
            return None
        shown, outer = verb, doc.parent(verb)
        if outer is not None and doc.rel(verb) in ("xcomp", "advcl") and doc.lemma(outer) in speech().purporting:
            verb = outer  # "a video purporting to show …"
        of = doc.parent(verb) if doc.rel(verb) == "acl" else next(iter(doc.kids(verb, "nsubj")), None)
        if of is None or doc.lemma(of) not in speech().filmed | speech().pictures:
            return None
        content = [w for w in doc.subtree(shown) if w > shown]
        spread = doc.parent(of) if doc.rel(of) == "obj" else None
        makers = by_phrase(doc, spread) or doc.kids(spread, "nsubj") if spread is not None else []
        if spread is None or doc.lemma(spread) not in speech().putting_out:
            makers = [noun for part in doc.kids(of, "acl") if part < verb for noun in by_phrase(doc, part)]
        return self._saying(shown, makers[0] if makers else of, content)

    def _what(self, verb: Word) -> Saying | None:
        """ "In what the army called an ambush by rebels": what it was is the army's word."""
        doc, head = self.doc, self.doc.parent(verb)
        calls = self._words.naming | {"describe"}
        if doc.lemma(verb) not in calls or head is None or doc.text(head) != "what" or not doc.kids(verb, "nsubj"):
            return None
        named = doc.kids(verb, "xcomp", "obj", "obl", "ccomp", "advcl")
        return self._saying(
            verb, doc.kids(verb, "nsubj")[0], [w for kid in named if kid > verb for w in doc.subtree(kid)]
        )

    def _learned(self, verb: Word) -> Saying | None:
        """ "We learned from officials that …", "…, we learned from officials": the officials tell it."""
        doc = self.doc
        ours = any(doc.text(kid) in _OURS for kid in doc.kids(verb, "nsubj"))
        makers = obliques(doc, verb, "from") if ours and doc.lemma(verb) in speech().learning else []
        if not makers:
            return None
        told = [*doc.kids(verb, "ccomp"), *(kid for kid in doc.kids(makers[0], "acl") if self._tells(kid))]
        content = [w for kid in told for w in doc.subtree(kid)]
        head = doc.parent(verb)
        if not content and head is not None and doc.rel(verb) == "parataxis":
            inner = set(doc.subtree(verb))
            content = [w for w in doc.subtree(head) if w not in inner]
        return self._saying(verb, makers[0], content)

    def _described(self, verb: Word) -> Saying | None:
        """ "Witnesses described a drone strike that hit a crowd": they tell it; "described it as a crime" judges."""
        doc = self.doc
        if doc.lemma(verb) != "describe" or any("as" in doc.cases(kid) for kid in doc.kids(verb)):
            return None
        told = [kid for kid in doc.kids(verb, "obj") if triggers_of(doc, kid)]
        makers = doc.kids(verb, "nsubj")
        return self._saying(verb, makers[0], doc.subtree(told[0])) if told and makers else None

    def _laid(self, verb: Word) -> Saying | None:
        """ "Residents attribute the killing to rebels", "holds them responsible for it": the deed as they tell it."""
        doc = self.doc
        _, deeds = ([], []) if doc.lemma(verb) in self._words.blaming else laid(doc, verb)
        makers = by_phrase(doc, verb) if is_passive(doc, verb) else doc.kids(verb, "nsubj")
        if done_by_others(doc, verb):
            return None  # "the massacre, which X attributes to Y, was committed by Z": not X's word
        content = [w for deed in deeds for w in doc.subtree(deed)]
        return self._saying(verb, makers[0], content, says=True) if makers else None

    def _ruled(self, verb: Word) -> Saying | None:
        """ "A tribunal ruled that …", "the team verified that …": who examines tells what he has found."""
        doc = self.doc
        clauses = [kid for kid in doc.kids(verb, "ccomp") if self._tells(kid)]
        makers = doc.kids(verb, "nsubj")
        if doc.lemma(verb) not in speech().ruling or not clauses or not makers:
            return None
        return self._saying(verb, makers[0], doc.subtree(clauses[0]), says=True)

    def _perceived(self, verb: Word) -> Saying | None:
        """ "The mission heard shots and saw a crater", "verified 38 dead": who watches tells what he has seen."""
        doc = self.doc
        seen = [kid for kid in doc.kids(verb, "obj") if kid > verb]
        makers = doc.kids(verb, "nsubj")
        if doc.lemma(verb) not in speech().perceiving or not seen or not makers:
            return None
        saying = self._saying(verb, makers[0], [w for kid in seen for w in doc.subtree(kid)])
        return saying if saying is not None and saying.chain[-1].kind in ("monitor", "official") else None

    def _gained(self, verb: Word) -> Saying | None:
        """ "Claimed the capture of the airport": by his own word; "claimed the attack" only says whose it was."""
        doc = self.doc
        types = {kid: {trigger.type for trigger in triggers_of(doc, kid)} for kid in doc.kids(verb, "obj")}
        gains = [kid for kid, told in types.items() if told & _GAINS and not told & FORCE - _GAINS]
        makers = doc.kids(verb, "nsubj")
        if doc.lemma(verb) != "claim" or not gains or not makers:
            return None
        return self._saying(verb, makers[0], doc.subtree(gains[0]))

    def _news(self, noun: Word) -> Saying | None:
        """ "The allegations of X that …", "news spread by X that …", "claims by X according to which …"."""
        doc, lemma = self.doc, self.doc.lemma(noun)
        if doc.token(noun).upos != "NOUN" or lemma not in {*self._words.saying_nouns, *self._words.claimed_nouns}:
            return None
        spread = [part for part in doc.kids(noun, "acl") if doc.lemma(part) in speech().spread_by]
        makers = [kid for part in spread for kid in by_phrase(doc, part)]
        makers += [kid for kid in doc.kids(noun, "nmod") if {"by", "from", "of"} & set(doc.cases(kid))]
        owners = [noun, *makers, *spread]
        clauses = [kid for owner in owners for kid in doc.kids(owner, "acl", "ccomp") if self._tells(kid)]
        return self._saying(noun, makers[0], doc.subtree(clauses[0])) if makers and clauses else None

    def _tells(self, clause: Word) -> bool:
        """ "… that soldiers shot": "that" joins the clause and is nobody in it; or "according to which"."""
        doc = self.doc
        that = any(doc.text(kid) == "that" and doc.token(kid).upos == "SCONJ" for kid in doc.kids(clause, "mark"))
        which = any(
            doc.text(kid) == "which" and "according" in {doc.text(w) for w in doc.subtree(kid)}
            for kid in doc.kids(clause, "obl")
        )
        return that or which

    def _saying(self, cue: Word, maker: Word, content: list[Word], *, says: bool = False) -> Saying | None:
        doc = self.doc
        hedge = self._words.hedge_of_noun(doc.lemma(cue), doc.text(cue))
        chain: Chain = self._speakers.chain_of(maker, doc.text(cue), hedge, says=says)
        content = [w for w in sorted(content) if w not in (cue, maker)]
        return Saying(cue, chain, tuple(content)) if chain and content else None
