"""Who says so: the chain of voices that a page names for a word of its text, outermost first.

Reads reporting verbs above the word, postposed and parenthetical ones beside it, "according to", citations, and
voices carried over from the neighbouring sentence (quotations that go on, "he added"). An empty chain is the outlet's own voice.
"""

from crossreport.coding.arguments import doers, is_passive, obliques, subjects
from crossreport.coding.document import Document, Word
from crossreport.coding.nouns import actor, actors_of
from crossreport.model import Actor, Attribution, VoiceKind
from crossreport.words.reporting import Hedge, reporting

_KIND_OF_ACTOR: dict[str, VoiceKind] = {
    "monitor": "monitor",
    "ngo": "monitor",
    "media": "media",
    "agency": "agency",
    "igo": "official",
    "state": "official",
    "state_forces": "official",
    "external_forces": "official",
    "rebel_group": "party",
    "political_militia": "party",
    "identity_militia": "party",
    "party": "party",
    "civilians": "witness",
    "protesters": "witness",
    "rioters": "witness",
}
_CONTENT = ("ccomp", "parataxis", "xcomp", "obj", "advcl", "acl", "nsubj:pass", "dep", "obl")
_QUOTES = {"“": 1, "”": -1}


class Voices:
    """The voices of one page, each found once."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._words = reporting()
        self._quoted = _quoted_ranges(doc)
        self._own: dict[Word, tuple[Attribution, ...]] = {}

    def chain(self, word: Word) -> tuple[Attribution, ...]:
        """Voices for what `word` tells, outermost first."""
        known = self._own.get(word)
        if known is None:
            inside = self.in_sentence(word)
            known = inside or self._carried(word)
            self._own[word] = known
        return known

    def in_sentence(self, word: Word) -> tuple[Attribution, ...]:
        """The voices that the word's own sentence gives it."""
        found: list[list[Attribution]] = []
        path = self.doc.path(word)
        for below, here in zip([None, *path], path, strict=False):
            found.append(self._at(here, below, word))
        flat = [voice for level in reversed(found) for voice in level]
        return tuple(_distinct(flat))

    def _at(self, here: Word, below: Word | None, word: Word) -> list[Attribution]:
        """Voices given at one head of the path, outermost first."""
        doc = self.doc
        voices: list[Attribution] = []
        if below is not None and self._reports(here, below):
            voices += self.voices_of(here)
        for kid in doc.kids(here, "parataxis", "ccomp", "advcl", "dep", "conj"):
            if kid != below and self._interposed(here, kid, word):
                voices += self.voices_of(kid)
        for kid in doc.kids(here, "obl", "nmod", "advmod", "advcl", "acl", "appos", "dep"):
            if kid != below and word not in doc.subtree(kid):
                voices += self._phrase(kid)
        return voices

    def _reports(self, verb: Word, below: Word) -> bool:
        """Whether `verb` is a reporting verb with what stands under `below` as its content."""
        doc = self.doc
        lemma = doc.lemma(verb)
        if lemma not in self._words.verbs or doc.token(verb).upos not in ("VERB", "AUX"):
            return False
        rel = doc.token(below).rel
        if (doc.rel(below) in ("nsubj", "csubj", "conj", "iobj") and rel != "nsubj:pass") or rel == "obl:agent":
            return False
        if rel == "nsubj:pass" and lemma not in ("report", "say", "allege", "claim", "believe", "document", "confirm"):
            return False
        if doc.rel(below) == "advcl" and below.token > verb.token:
            return lemma in ("accuse", "blame", "quote", "cite") and doc.token(below).xpos == "VBG"
        if doc.rel(below) in ("obl", "acl"):
            return (
                lemma in ("accuse", "blame")
                and rel != "obl:unmarked"
                and any(c in ("of", "for") for c in doc.cases(below))
            )
        if lemma in self._words.clause_only and lemma not in ("accuse", "blame"):
            return doc.rel(below) in ("ccomp", "parataxis", "dep") or lemma in (
                "report",
                "announce",
                "confirm",
                "deny",
                "reject",
                "reveal",
                "estimate",
            )
        return doc.rel(below) != "xcomp" or lemma in (
            "accuse",
            "blame",
            "suspect",
            "claim",
            "report",
            "say",
            "allege",
            "confess",
            "admit",
            "deny",
        )

    def _interposed(self, here: Word, kid: Word, word: Word) -> bool:
        """Whether `kid` is a "…, the monitor said" beside the clause of `here`."""
        doc = self.doc
        if doc.lemma(kid) not in self._words.verbs or doc.token(kid).upos != "VERB" or word in doc.subtree(kid):
            return False
        if not doc.kids(kid, "nsubj") or doc.kids(kid, "ccomp"):
            return False
        if doc.rel(kid) == "conj":
            return False
        end = doc.token(doc.sentence_end(kid)) if False else doc.sentences[kid.sentence].tokens[-1]
        closing = all(
            t.upos == "PUNCT" or t.start <= doc.token(doc.subtree(kid)[-1]).start
            for t in doc.sentences[kid.sentence].tokens
        )
        return doc.rel(kid) == "parataxis" or (closing and end is not None and kid.token > here.token)

    def _phrase(self, kid: Word) -> list[Attribution]:
        """A voice given by a phrase: "according to X", "citing X", "in a report by X"."""
        doc = self.doc
        for case in doc.cases(kid):
            if case in self._words.phrases:
                return [self._voice(kid, case, None)]
        words = doc.subtree(kid)
        texts = [doc.text(w) for w in words[:3]]
        if texts[:2] == ["according", "to"] and len(words) > 2:
            noun = (
                kid
                if doc.token(kid).upos in ("NOUN", "PROPN", "PRON")
                else next(
                    (w for w in doc.kids(kid, "obl", "nmod", "obj") if doc.token(w).upos in ("NOUN", "PROPN", "PRON")),
                    None,
                )
            )
            return [self._voice(noun, "according to", None)] if noun else []
        if doc.rel(kid) in ("advcl", "acl") and doc.lemma(kid) in ("cite", "quote") and doc.token(kid).xpos == "VBG":
            return [self._voice(noun, doc.text(kid), None) for noun in doc.kids(kid, "obj")[:1]]
        return []

    def voices_of(self, verb: Word) -> list[Attribution]:
        """The voices of one reporting verb: outlet told, then speaker, then whom the speaker cites."""
        doc = self.doc
        lemma = doc.lemma(verb)
        hedge = self._words.verbs.get(lemma)
        who = doers(doc, verb)[:1]
        voices: list[Attribution] = []
        if lemma in ("tell", "say", "speak", "inform", "reveal", "confirm"):
            told = doc.kids(verb, "obj", "iobj") + obliques(doc, verb, "to")
            voices += [self._voice(noun, doc.text(verb), None) for noun in told if self._is_media(noun)][:1]
        if who:
            voices.append(self._voice(who[0], doc.text(verb), hedge))
        elif is_passive(doc, verb) and lemma in ("say", "report", "believe", "allege"):
            voices += []
        if lemma == "quote" or lemma == "cite":
            voices += [self._voice(noun, doc.text(verb), "quote") for noun in doc.kids(verb, "obj")[:1]]
        for kid in doc.kids(verb, "advcl"):
            voices += self._phrase(kid)
        return voices

    def _is_media(self, noun: Word) -> bool:
        found = actors_of(self.doc, noun)
        return any(actor(mention).kind in ("media", "agency") for mention in found)

    def _voice(self, noun: Word, cue: str, hedge: Hedge | None) -> Attribution:
        """One voice by the head of its noun phrase."""
        doc = self.doc
        named = actors_of(doc, noun)
        span = doc.span(self._phrase_words(noun))
        own = next((m for m in named if doc.word_of(m) == noun), None)
        mention = own or (named[0] if named and _stands_for(doc, noun) else None)
        if mention is not None:
            who = actor(mention)
            return Attribution(who.name, who.id, self._kind(who, noun), cue, hedge, span)
        return Attribution(
            span.quote,
            named[0].value.id if named and isinstance(named[0].value, Actor) else None,
            self._noun_kind(noun),
            cue,
            hedge,
            span,
        )

    def _phrase_words(self, noun: Word) -> list[Word]:
        """The noun phrase without relative clauses and appositions."""
        doc = self.doc
        words = {noun}
        for kid in doc.kids(noun):
            if doc.token(kid).rel in (
                "det",
                "amod",
                "compound",
                "flat",
                "nmod:poss",
                "nummod",
                "nmod",
                "nmod:desc",
                "goeswith",
            ) and not (doc.rel(kid) == "nmod" and not set(doc.cases(kid)) & {"of", "in", "at", "for", "from", "with"}):
                words.update(w for w in doc.subtree(kid) if doc.token(w).upos != "PUNCT" or w.token < noun.token)
        ordered = sorted(words)
        start = next((w for w in ordered if doc.token(w).rel not in ("punct", "cc")), noun)
        return [w for w in ordered if w >= start and not (w.token > noun.token and _behind_comma(doc, noun, w))]

    def _kind(self, who: Actor, noun: Word) -> VoiceKind:
        if who.kind == "person":
            return self._noun_kind(noun) if self._noun_kind(noun) != "anonymous" else "official"
        if who.generic and who.kind not in _KIND_OF_ACTOR:
            return self._noun_kind(noun)
        return _KIND_OF_ACTOR.get(who.kind, self._noun_kind(noun))

    def _noun_kind(self, noun: Word) -> VoiceKind:
        doc = self.doc
        lemmas = {doc.lemma(w) for w in [noun, *doc.kids(noun, "compound", "appos", "amod", "flat")]}
        for kind, nouns in self._words.kinds.items():
            if lemmas & nouns:
                return kind  # type: ignore[return-value]
        return "anonymous"

    def _carried(self, word: Word) -> tuple[Attribution, ...]:
        """A voice from the sentence before or behind, for a quotation that crosses sentences."""
        doc = self.doc
        offset = doc.token(word).start
        quoted = next((r for r in self._quoted if r[0] < offset < r[1]), None)
        if quoted is None:
            return ()
        block = doc.sentences[word.sentence].block
        for s in (word.sentence - 1, word.sentence + 1, word.sentence - 2, word.sentence + 2):
            if 0 <= s < len(doc.sentences) and abs(doc.sentences[s].block - block) <= 1:
                voice = self.speaker_of(s)
                if voice:
                    return voice
        return ()

    def speaker_of(self, s: int) -> tuple[Attribution, ...]:
        """The voice that a sentence gives to its content, if it gives one."""
        doc = self.doc
        for word in doc.words_of(s):
            if (
                (
                    doc.lemma(word) in self._words.verbs
                    and doc.token(word).upos == "VERB"
                    and doc.lemma(word) not in self._words.clause_only
                )
                and subjects(doc, word)
                and not is_passive(doc, word)
            ):
                return tuple(self.voices_of(word))
        return ()

    def quoted(self, start: int, end: int) -> bool:
        """Whether the passage stands inside quotation marks."""
        return any(left < start and end <= right for left, right in self._quoted)


def _stands_for(doc: Document, noun: Word) -> bool:
    """Whether the noun is only the name's common part ("the Lebanese group Hezbollah", "the SANA agency")."""
    return doc.lemma(noun) in (
        "group",
        "agency",
        "newspaper",
        "channel",
        "movement",
        "organisation",
        "organization",
        "network",
        "television",
        "tv",
        "army",
        "monitor",
        "news",
        "radio",
        "daily",
        "website",
    )


def _behind_comma(doc: Document, noun: Word, word: Word) -> bool:
    tokens = doc.sentences[noun.sentence].tokens[noun.token + 1 : word.token]
    return any(token.text == "," for token in tokens)


def _distinct(voices: list[Attribution]) -> list[Attribution]:
    found: list[Attribution] = []
    for voice in voices:
        if all(voice.speaker != other.speaker for other in found):
            found.append(voice)
    return found


def _quoted_ranges(doc: Document) -> list[tuple[int, int]]:
    """Passages between quotation marks, block by block; an unclosed mark ends with its block."""
    found = []
    for block in doc.page.blocks:
        text = doc.page.text[block.start : block.end]
        opened: int | None = None
        for index, char in enumerate(text):
            opens = char == "“" or (char == '"' and opened is None)
            closes = char == "”" or (char == '"' and opened is not None)
            if opens and opened is None:
                opened = index
            elif closes and opened is not None:
                found.append((block.start + opened, block.start + index))
                opened = None
        if opened is not None:
            found.append((block.start + opened, block.end))
    return found
