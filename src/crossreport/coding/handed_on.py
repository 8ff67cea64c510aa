"""Who hands on what no reporting verb gives him: footage that shows it, "the news spread by X that …", "in what X
called a massacre", "we learned from X".

In: a word. Out: the saying that it opens, with the voice and the words that it covers, or nothing.
"""

from crossreport.coding.arguments import by_phrase, obliques
from crossreport.coding.document import Document, Word
from crossreport.coding.naming import FILMED, Chain
from crossreport.coding.passing import triggers_of
from crossreport.coding.speakers import Speakers
from crossreport.coding.speaking import Saying
from crossreport.words.reporting import reporting

_SEEN = FILMED | {"photo", "photograph", "picture"}
SHOWS = frozenset({"show", "depict", "capture"})
_SPREADS = frozenset({"publish", "post", "release", "share", "broadcast", "circulate", "air", "upload", "run"})
_LEARNS = frozenset({"learn", "hear", "gather", "understand"})
_OURS = frozenset({"we", "i"})
_SPREAD_BY = frozenset({"spread", "publish", "circulate", "make", "put", "carry", "disseminate", "issue", "post"})


class HandedOn:
    """The sayings without a verb of saying; `speakers` is the page's."""

    def __init__(self, doc: Document, speakers: Speakers) -> None:
        self.doc = doc
        self._speakers = speakers
        self._words = reporting()

    def of(self, word: Word) -> Saying | None:
        """The saying that a word opens."""
        if self.doc.token(word).upos == "VERB":
            return self._shown(word) or self._what(word) or self._learned(word) or self._described(word)
        return self._news(word)

    def _shown(self, verb: Word) -> Saying | None:
        """ "Published a video showing …", "footage of a killing": whoever put it out, else the footage."""
        doc = self.doc
        if doc.lemma(verb) not in SHOWS:
            return None
        of = doc.parent(verb) if doc.rel(verb) == "acl" else next(iter(doc.kids(verb, "nsubj")), None)
        if of is None or doc.lemma(of) not in _SEEN:
            return None
        content = [w for w in doc.subtree(verb) if w > verb]
        spread = doc.parent(of) if doc.rel(of) == "obj" else None
        makers = by_phrase(doc, spread) or doc.kids(spread, "nsubj") if spread is not None else []
        if spread is None or doc.lemma(spread) not in _SPREADS:
            makers = [noun for part in doc.kids(of, "acl") if part < verb for noun in by_phrase(doc, part)]
        return self._saying(verb, makers[0] if makers else of, content)

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
        makers = obliques(doc, verb, "from") if ours and doc.lemma(verb) in _LEARNS else []
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

    def _news(self, noun: Word) -> Saying | None:
        """ "The allegations of X that …", "news spread by X that …", "claims by X according to which …"."""
        doc, lemma = self.doc, self.doc.lemma(noun)
        if doc.token(noun).upos != "NOUN" or lemma not in {*self._words.saying_nouns, *self._words.claimed_nouns}:
            return None
        spread = [part for part in doc.kids(noun, "acl") if doc.lemma(part) in _SPREAD_BY]
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

    def _saying(self, cue: Word, maker: Word, content: list[Word]) -> Saying | None:
        doc = self.doc
        hedge = self._words.hedge_of_noun(doc.lemma(cue), doc.text(cue))
        chain: Chain = self._speakers.chain_of(maker, doc.text(cue), hedge)
        content = [w for w in sorted(content) if w not in (cue, maker)]
        return Saying(cue, chain, tuple(content)) if chain and content else None
