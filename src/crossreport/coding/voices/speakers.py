"""Whom a noun phrase stands for when it speaks: a named actor, a described source, or a voice that spoke before.

Reads names, descriptions and anaphors ("the monitor", "the source", "it"); refuses what cannot speak (attacks, places,
responsibilities, "I" inside a quotation).
"""

import re
from collections.abc import Callable

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.labels_behind import label_in_front
from crossreport.coding.phrases.naming import (
    Chain,
    Speaker,
    actor_kind,
    by_words,
    foreign,
    is_named,
    is_of,
    is_press_office,
    modifiers,
    monitors,
    named_without_comma,
    noun_kind,
    of_no_body,
    owned_name,
    phrase_of,
    takes_sides,
    words_for,
)
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.phrases.titled import holder
from crossreport.model import Actor, Attribution, Mention, VoiceKind
from crossreport.model.kinds import PRESS, SIDES
from crossreport.words.classes.folk import folk
from crossreport.words.classes.speech import speech
from crossreport.words.events import triggers
from crossreport.words.function_words import DASHES, POSSESSIVES, RELATIVES
from crossreport.words.reporting import reporting

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "you", "myself", "ourselves"})
_SINGULAR_PERSON = frozenset({"he", "she", "him", "her"})
_THINGS = frozenset({"it", "itself"})
_QUANTIFIED = frozenset({"some", "many", "others", "several", "most"})
_OF_TEXTS = frozenset({"read", "reads"})  # "a statement by the council read"; people who read say nothing by it
_NUMBERED = re.compile(r"(?i)^no\.?$")  # "zone No. 5 said": the number is not who speaks
NOMINAL = ("NOUN", "PROPN", "PRON")
_NEAR = 3  # sentences over which "it" and "he" look back for a voice
_LOOK_AHEAD = 3  # sentences behind "a monitor" in which the page names it
_OF_A_BODY = ("monitor", "media", "agency")  # bodies whose people speak for them

_SPOKEN_FOR = SIDES | {"igo"}


class Speakers:
    """The voices of one page in reading order: each is told to `remember` before the next is asked for."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._words = reporting()
        self._past: list[tuple[int, Chain]] = []
        self._actors = {m.value.id: m.value for m in doc.mentions if isinstance(m.value, Actor)}

    def remember(self, sentence: int, chain: Chain) -> None:
        """Keeps a chain for the anaphors behind it."""
        if chain:
            self._past.append((sentence, chain))

    def chain_of(
        self, noun: Word, cue: str, hedge: str | None, words: list[Word] | None = None, *, says: bool = False
    ) -> Chain:
        """Who speaks in this noun phrase, outermost first; empty if it cannot speak.

        `says` tells that the verb is one that only people and bodies do, so that an unknown noun is one.
        """
        doc = self.doc
        if doc.text(noun) in _FIRST_PERSON or (cue in _OF_TEXTS and doc.lemma(noun) not in self._words.report_nouns):
            return ()
        true = self._in_place_of(noun)
        if true != noun:
            noun, words = true, None
        words = words or phrase_of(doc, noun)
        speakers = self._pronoun(noun) if doc.token(noun).upos == "PRON" else self._noun(noun, words)
        if not speakers and says and self._may_speak(noun):
            speakers = [self._described(noun, words, self._body_inside(noun))]
        span = doc.span(words)
        return tuple(
            Attribution(each.name, each.actor_id, each.kind, cue, hedge if last else None, span)
            for each in speakers
            for last in [each is speakers[-1]]
        )

    def _in_place_of(self, noun: Word) -> Word:
        """The noun that speaks where the syntax took a dateline ("EL OBEID — The council said") or a number for it."""
        doc = self.doc
        words = doc.words_of(noun.sentence)
        dash = next((w for w in words if doc.text(w) in DASHES | {":"}), None)
        if noun in label_in_front(doc, noun.sentence):
            return noun  # "AMINA: The soldiers burned our houses"
        if dash is not None and noun < dash and self._in_capitals(words[: dash.token]):
            return self._head_of_run(words[dash.token + 1 :]) or noun
        number = next((w for w in (noun, *words[max(0, noun.token - 1) : noun.token]) if self._is_number_sign(w)), None)
        if number is not None:
            ends = [w.token for w in words[: number.token] if doc.token(w).upos in ("VERB", "PUNCT", "AUX")]
            return self._head_of_run(words[max(ends, default=-1) + 1 : number.token]) or noun
        return noun

    def _in_capitals(self, words: list[Word]) -> bool:
        named = [self.doc.token(w) for w in words if self.doc.token(w).upos != "PUNCT"]
        return bool(named) and all(token.text.isupper() for token in named)

    def _is_number_sign(self, word: Word) -> bool:
        return _NUMBERED.match(self.doc.token(word).text) is not None

    def _head_of_run(self, words: list[Word]) -> Word | None:
        """The last noun of the first run of a determiner, adjectives and nouns."""
        head = None
        for word in words:
            upos = self.doc.token(word).upos
            if upos in NOMINAL:
                head = word
            elif head is not None or upos not in ("DET", "ADJ", "NUM", "PUNCT", "ADV", "SCONJ"):
                break
        return head

    def media_of(self, noun: Word, cue: str) -> Chain:
        """The outlet or agency that is told, carries or is spoken on; empty if it is none."""
        found = [m for m in self._mentions(noun) if actor_kind(actor(m), None) in PRESS]
        if not found:
            return ()
        named = next((m for m in found if is_named(actor(m))), found[0])  # "the state agency SONNA"
        who, span = actor(named), named.span
        name = who.name if not who.generic else by_words(self.doc, phrase_of(self.doc, noun))
        if noun_kind(self.doc, noun) == "media" and who.id.startswith("journalists"):
            return ()
        return (Attribution(name, who.id, actor_kind(who, None) or "media", cue, None, span),)

    def _mentions(self, noun: Word) -> list[Mention]:
        """Grounded mentions of the head itself, then of its parts."""
        doc = self.doc
        own = doc.headed(noun, "actor", "person")
        inner = [m for kid in modifiers(doc, noun) for m in doc.headed(kid, "actor", "person")]
        return [m for m in (*own, *inner) if isinstance(m.value, Actor)]

    def _own(self, noun: Word) -> Actor | None:
        """The actor that the head names: a definite one before a kind of people."""
        own = self.doc.headed(noun, "person", "actor") or self._unheaded(noun)
        found = [m.value for m in own if isinstance(m.value, Actor)]
        return next((who for who in found if is_named(who)), found[0] if found else None)

    def _unheaded(self, noun: Word) -> list[Mention]:
        """The body whose name begins with the word ("Save the Children"), where the parser took that for the head."""
        found = self.doc.covering(noun, "actor")
        return [m for m in found if self.doc.first_word(m) == noun and isinstance(m.value, Actor) and is_named(m.value)]

    def _pronoun(self, noun: Word) -> list[Speaker]:
        text = self.doc.text(noun)
        if text in _QUANTIFIED:
            return [Speaker(text, None, "anonymous")]
        who = self._own(noun)
        if text in RELATIVES:
            return self._actor(who, noun) if who is not None and is_named(who) else []
        fits = who is not None and _agrees(text, who)
        spoke = self._again(who) if who is not None and fits else []
        if spoke:
            return spoke
        # Whoever goes on speaking by a pronoun has spoken just before, whatever else the pronoun might mean.
        near = _NEAR if text in _SINGULAR_PERSON else 1
        before = self._last(noun.sentence, lambda voice: self._fits(text, voice), near=near)
        own = self._actor(who, noun) if who is not None and fits and is_named(who) else []
        return before or own or self._last(noun.sentence, lambda voice: self._fits(text, voice), near=_NEAR)

    def _fits(self, text: str, voice: Attribution) -> bool:
        who = self._actors.get(voice.actor_id or "")
        if text in _THINGS and "source" in voice.speaker.split():  # "a police source told X … it added"
            return True
        if who is None:
            if voice.speaker.endswith("s"):
                return text == "they"
            body = voice.speaker.rsplit(" ", 1)[-1].lower() in self._words.bodies
            return text in (_THINGS if body else _SINGULAR_PERSON)
        one = text in _SINGULAR_PERSON and who.kind == "civilians" and not voice.speaker.endswith("s")
        return one or (_agrees(text, who) and (text != "they" or who.generic))

    def _again(self, who: Actor) -> list[Speaker]:
        """The whole chain that this actor spoke in before."""
        for _, chain in reversed(self._past):
            if chain[-1].actor_id == who.id and len(chain) <= 2:
                return [Speaker(v.speaker, v.actor_id, v.kind) for v in chain]
        return []

    def _last(self, sentence: int, fits: Callable[[Attribution], bool], near: int | None = None) -> list[Speaker]:
        for at, chain in reversed(self._past):
            if near is not None and sentence - at > near:
                return []
            if fits(chain[-1]):
                return [Speaker(v.speaker, v.actor_id, v.kind) for v in chain]
            for index, voice in enumerate(chain[:-1]):
                if fits(voice):
                    return [Speaker(v.speaker, v.actor_id, v.kind) for v in chain[: index + 1]]
        return []

    def _anaphor(self, noun: Word) -> list[Speaker]:
        """ "The source", "the Britain-based group", "the agency": the last voice of that description."""
        doc, lemma = self.doc, self.doc.lemma(noun)
        if not doc.definite(noun):
            return []
        if any(doc.token(kid).upos in ("NOUN", "PROPN") for kid in doc.kids(noun, "nmod")):
            return []
        called = {lemma, doc.text(noun)}
        same = self._last(
            noun.sentence, lambda voice: bool(called & (words := words_for(voice))) and foreign(doc, noun) <= words
        )
        told_apart = lemma in self._words.own_heads or doc.kids(noun, "compound", "amod")
        if same or lemma not in self._words.bodies or (told_apart and lemma in self._words.named_bodies):
            return same
        kinds = self._words.bodies[lemma]
        return self._last(noun.sentence, lambda voice: voice.kind in kinds and self._is_body(voice))

    def _body_going_on(self, noun: Word) -> list[Speaker]:
        """ "… the Lawyers' Circle said. The group said": the body that no register lists, not whom it told of."""
        bare = any(self.doc.text(kid) == "the" for kid in self.doc.kids(noun, "det"))
        if not bare or self.doc.lemma(noun) not in self._words.bodies or not self._past:
            return []
        at, chain = self._past[-1]
        if noun.sentence - at > 1 or self.doc.kids(noun, "compound", "amod", "nmod") or not owned_name(chain[-1]):
            return []
        return [Speaker(voice.speaker, voice.actor_id, voice.kind) for voice in chain]

    def _person_beside(self, noun: Word) -> Actor | None:
        """The person whose office the noun is: "the head of the region, Vadym Filashkin, said"."""
        inside = [noun, *self.doc.kids(noun, "nmod")]  # the parser may hang the name on the region
        beside = [
            m for word in inside for kid in self.doc.kids(word, "appos") for m in self.doc.covering(kid, "person")
        ]
        return next((m.value for m in beside if isinstance(m.value, Actor) and is_named(m.value)), None)

    def _mentioned(self, noun: Word) -> list[Speaker]:
        """ "The mission said": the body of that description that was named just before, if it has not spoken yet."""
        doc, lemma = self.doc, self.doc.lemma(noun)
        definite = any(doc.text(kid) == "the" for kid in doc.kids(noun, "det"))
        if doc.text(noun) not in self._words.named_bodies or not definite or doc.kids(noun, "nmod", "compound", "amod"):
            return []
        here = doc.token(noun).start
        for mention in sorted(doc.mentions, key=lambda each: -each.span.start):
            word, who = doc.word_of(mention), mention.value
            if word is None or not isinstance(who, Actor) or mention.span.end > here or not is_named(who):
                continue
            if noun.sentence - word.sentence > _NEAR:
                return []
            kind = actor_kind(who, None)
            if who.kind not in ("state", "person") and kind in self._words.bodies[lemma]:
                return [Speaker(who.name, who.id, kind)]
        return []

    def _is_body(self, voice: Attribution) -> bool:
        who = self._actors.get(voice.actor_id or "")
        return who is not None and who.kind != "person"

    def _named_later(self, noun: Word) -> list[Speaker]:
        """ "A monitor said" in a lead: the one monitor that the next sentences name."""
        doc = self.doc
        named = {
            m.value.id: m.value
            for m in doc.mentions
            if isinstance(m.value, Actor)
            and m.value.kind == "monitor"
            and is_named(m.value)
            and (w := doc.word_of(m)) is not None
            and noun.sentence <= w.sentence <= noun.sentence + _LOOK_AHEAD
        }
        return [Speaker(who.name, who.id, "monitor") for who in named.values()] if len(named) == 1 else []

    def _person_below(self, noun: Word) -> Actor | None:
        """ "A union source said … The source, Pedro Rojas, …": whom the next sentences name so."""
        doc = self.doc
        if not any(doc.text(kid) in ("a", "an") for kid in doc.kids(noun, "det")):
            return None
        below = range(noun.sentence + 1, min(noun.sentence + 1 + _NEAR, len(doc.sentences)))
        again = [word for s in below for word in doc.words_of(s) if doc.lemma(word) == doc.lemma(noun)]
        if not again or not any(doc.text(kid) == "the" for kid in doc.kids(again[0], "det")):
            return None
        return self._person_beside(again[0])

    def _noun(self, noun: Word, words: list[Word]) -> list[Speaker]:
        doc, who = self.doc, self._own(noun)
        if doc.lemma(noun) in self._words.report_nouns and (who is None or not is_named(who)):
            return self._report(noun, words)
        if bare := named_without_comma(doc, noun):
            return [Speaker(by_words(doc, bare), None, noun_kind(doc, noun) or "anonymous")]
        if going_on := self._body_going_on(noun):
            return going_on
        if who is not None and is_named(who):
            unnamed = doc.lemma(noun) in folk().authorities and all(doc.token(w).upos in ("DET", "NOUN") for w in words)
            return [Speaker(by_words(doc, words), who.id, "official")] if unnamed else self._actor(who, noun)
        body = self._named_behind(noun) or self._body_inside(noun)
        if body is not None and (doc.lemma(noun) in self._words.titles or body == self._named_behind(noun)):
            return self._actor(body, noun)
        person = self._person_beside(noun) or self._person_below(noun)
        if person is not None:
            return self._actor(person, noun)
        before = self._anaphor(noun)
        if not before and (person := holder(doc, noun)) is not None:
            return self._actor(person, noun)
        before = before or self._mentioned(noun)
        if before:
            return before
        if (who is not None and who.kind == "monitor") or monitors(doc, noun):
            return self._named_later(noun) or [self._described(noun, words, who)]
        if who is not None:
            return self._kind_of_people(who, noun, words)
        return self._unknown(noun, words)

    def _named_behind(self, noun: Word) -> Actor | None:
        """The body that a common noun classes from in front: "the peacekeeping mission MONUSCO"."""
        beside = self.doc.kids(noun, "appos", "flat", "nmod:desc")
        behind = [kid for kid in beside if kid.token == noun.token + 1 or self.doc.rel(kid) == "appos"]
        found = [m.value for kid in behind for m in self.doc.headed(kid, "actor") if isinstance(m.value, Actor)]
        return next((who for who in found if is_named(who) and who.kind not in ("state", "person")), None)

    def _body_inside(self, noun: Word) -> Actor | None:
        """The actor that a common head only classes: "SANA news agency", "the group Hezbollah"."""
        kids = [kid for kid in modifiers(self.doc, noun) if not takes_sides(self.doc, kid)]
        found = [m.value for kid in kids for m in self.doc.headed(kid, "actor") if isinstance(m.value, Actor)]
        return next((who for who in found if is_named(who) and who.kind not in ("state", "person")), None)

    def _actor(self, who: Actor, noun: Word) -> list[Speaker]:
        """A named actor; somebody who speaks for a monitor or an outlet stands behind it."""
        if who.kind != "person":
            return [
                Speaker(self._in_full(who, noun), who.id, actor_kind(who, noun_kind(self.doc, noun)) or "anonymous")
            ]
        body = self._actors.get(who.affiliation or "") or self.speaks_for(who)
        kind = self._office(who, body)
        speaker = Speaker(who.name, who.id, kind)
        if body is not None and actor_kind(body, None) in _OF_A_BODY:
            body_kind = actor_kind(body, None) or "monitor"
            return [Speaker(body.name, body.id, body_kind), Speaker(who.name, who.id, body_kind)]
        return [speaker]

    def _in_full(self, who: Actor, noun: Word) -> str:
        """The name; for a body that only the page knows, with where it is ("Emergency Room of the Dreige camp")."""
        here = any(m.value == who for m in self.doc.headed(noun, "actor"))
        of = [kid for kid in self.doc.kids(noun, "nmod") if "of" in self.doc.cases(kid) and kid > noun]
        if not here or not of or who.kind != "other" or not who.id.startswith("minted:"):
            return who.name
        return by_words(self.doc, phrase_of(self.doc, noun))

    def speaks_for(self, who: Actor, offices: frozenset[str] | None = None) -> Actor | None:
        """The body in a person's own description: "SOHR director …", "…, head of the Observatory".

        With `offices`, only where one of these nouns says what he is to it.
        """
        doc = self.doc
        for noun in self._heads(who):
            titles = [noun, *(k for k in doc.kids(noun, "appos", "compound", "flat") if doc.lemma(k) in folk().heads)]
            parent = doc.parent(noun)
            titles += [parent] if parent is not None and doc.rel(noun) in ("appos", "flat") else []
            for title in titles:
                if offices is not None and doc.lemma(title) not in offices:
                    continue
                inside = [*modifiers(doc, title), *doc.kids(title, "nmod")]
                bodies = [m.value for kid in inside for m in doc.headed(kid, "actor") if isinstance(m.value, Actor)]
                found = next((body for body in bodies if is_named(body)), None)
                if found is not None:
                    return found
        return None

    def _heads(self, who: Actor) -> list[Word]:
        mine = [m for m in self.doc.mentions if isinstance(m.value, Actor) and m.value.id == who.id]
        return [w for m in mine if (w := self.doc.word_of(m)) is not None]

    def _office(self, who: Actor, body: Actor | None) -> VoiceKind:
        if body is not None and (kind := actor_kind(body, None)):
            return kind
        if who.affiliation is not None:
            return "official" if who.affiliation.startswith("government") else "party"
        kinds = [noun_kind(self.doc, noun) for noun in self._heads(who)]
        return next((kind for kind in kinds if kind and kind != "anonymous"), "witness")

    def _kind_of_people(self, who: Actor, noun: Word, words: list[Word]) -> list[Speaker]:
        """A kind of people: in the page's own words, unless these are an enemy's words for it."""
        of_a_place = who.id.startswith("local-authorities")  # known by the place alone: "Tamaulipas authorities"
        if (who.kind in _SPOKEN_FOR and not of_a_place) or (who.affiliation or "").startswith("armed-opposition"):
            return [Speaker(who.name, who.id, actor_kind(who, None) or noun_kind(self.doc, noun) or "party")]
        speaker = self._described(noun, words, who)
        body = self._actors.get(who.affiliation or "") or self._body_inside(noun)
        if body is not None and is_named(body) and actor_kind(body, None) in _OF_A_BODY:
            return [Speaker(body.name, body.id, actor_kind(body, None) or "media"), speaker]
        return [speaker]

    def _described(self, noun: Word, words: list[Word], who: Actor | None) -> Speaker:
        kind = noun_kind(self.doc, noun) or (actor_kind(who, None) if who else None) or "anonymous"
        whose = (
            self.doc.text(words[0]) in POSSESSIVES
            and who is not None
            and not of_no_body(self.doc, noun)
            and self._acts(who.affiliation, noun.sentence)
        )
        name = who.name if who is not None and whose else self._spelled_out(words)  # "their spokesman" is the rebels'
        return Speaker(name, who.id if who else None, kind)

    def _spelled_out(self, words: list[Word]) -> str:
        """ "Its chief", "a spokesman of the group": a description with the body named to which it points back."""
        doc, (first, last) = self.doc, (words[0], words[-1])
        own = (
            len(words) > 1 and doc.text(first) in ("its", "their") and not any(of_no_body(doc, word) for word in words)
        )
        if own and (body := self._body(first)) and self._acts(body.id, first.sentence):
            return f"{by_words(doc, words[1:])} of {self._with_article(body)}"
        back = len(words) > 3 and doc.text(words[-3]) in ("of", "for") and doc.text(words[-2]) in ("the", "this")
        if back and doc.lemma(last) in self._words.bodies and (body := self._body(last)) and not is_of(body, last, doc):
            return f"{by_words(doc, words[:-2])} {self._with_article(body)}"
        return by_words(doc, words)

    def _with_article(self, body: Actor) -> str:
        """ "The Karenni Army", but "Al-Shabaab": names that end in a common noun take an article."""
        common = body.name.rsplit(" ", 1)[-1].lower().removesuffix("s") in self._words.bodies
        return f"the {body.name}" if common else body.name

    def _body(self, word: Word) -> Actor | None:
        """The named body that a word points back to without a doubt."""
        found = [m for m in self.doc.headed(word, "actor") if isinstance(m.value, Actor) and len(m.candidates) < 2]
        return next((a for m in found if is_named(a := actor(m)) and a.kind not in ("person", "state")), None)

    def _acts(self, identity: str | None, sentence: int) -> bool:
        """Whether an actor is the subject of a clause of the sentence."""
        mine = [m for m in self.doc.mentions if isinstance(m.value, Actor) and m.value.id == identity]
        heads = [w for m in mine if m.kind == "actor" and (w := self.doc.word_of(m)) is not None]
        return any(w.sentence == sentence and self.doc.rel(w) == "nsubj" for w in heads)

    def _report(self, noun: Word, words: list[Word]) -> list[Speaker]:
        """A report speaks for its maker; "the statement" for the last who spoke; "media reports" for themselves."""
        doc = self.doc
        makers = [kid for kid in doc.kids(noun, "nmod:poss", "compound", "amod") if not takes_sides(doc, kid)]
        makers += [k for k in doc.kids(noun, "nmod") if set(doc.cases(k)) & {"by", "from", "of"}]
        makers += [k for k in doc.kids(noun, "nmod") if {"in", "on"} & set(doc.cases(k)) and self.media_of(k, "")]
        makers += [k for acl in doc.kids(noun, "acl") for k in doc.kids(acl, "obl") if "by" in doc.cases(k)]
        by = [w for w in words if doc.text(w) == "by"]  # the parser may take the maker for who reads: "by X read"
        behind_by = self._head_of_run([w for w in words if w > by[0]]) if by and not makers else None
        makers += [behind_by] if behind_by is not None else []
        for maker in makers:
            who = self._own(maker)
            if who is not None and (is_named(who) or doc.token(maker).upos == "PRON"):
                return self._actor(who, maker)
        behind = [m for m in makers if m > noun and {"by", "from"} & set(doc.cases(m)) and self._may_make(m)]
        spoken = self._noun(behind[0], phrase_of(doc, behind[0])) if behind else []
        if behind and not spoken and self._may_speak(behind[0]):
            spoken = [self._described(behind[0], phrase_of(doc, behind[0]), None)]
        if spoken:
            return spoken  # "a count by local medics"
        if doc.text(noun) in self._words.plain_reports or doc.lemma(noun) in speech().filmed:
            return [self._described(noun, [w for w in words if w <= noun], None)]
        bare = doc.text(noun) == "report" and all(doc.rel(kid) == "case" for kid in doc.kids(noun))
        if bare or any(doc.text(kid) in POSSESSIVES | {"the", "this"} for kid in doc.kids(noun, "det", "nmod:poss")):
            return self._last(noun.sentence, self._makes_statements, near=_NEAR)
        return []

    def _makes_statements(self, voice: Attribution) -> bool:
        return voice.speaker.rsplit(" ", 1)[-1] not in self._words.plain_reports

    def _unknown(self, noun: Word, words: list[Word]) -> list[Speaker]:
        """A described source, or a name that grounding does not know; nothing else can speak."""
        doc = self.doc
        if doc.text(noun) in _QUANTIFIED:
            return [Speaker(doc.text(noun), None, "anonymous")]
        if noun_kind(doc, noun, head_only=True) is not None:
            return [self._described(noun, words, self._body_inside(noun))]
        unplaced = doc.token(noun).upos == "PROPN" and not doc.covering(noun, "place", "time", "quantity")
        if unplaced or self._name_label(noun) in ("PER", "ORG"):
            return [Speaker(by_words(doc, words), None, noun_kind(doc, noun) or "anonymous")]
        return []

    def _may_speak(self, noun: Word) -> bool:
        doc = self.doc
        lemma = doc.lemma(noun)
        inquires = {trigger.type for trigger in triggers().get(("noun", lemma), ())} == {"investigation_trial"}
        if is_press_office(doc, noun) or (inquires and doc.token(noun).upos == "NOUN"):
            return True  # "the team", "the inquiry": who inquires says what was found
        if doc.token(noun).upos != "NOUN" or lemma in self._words.report_nouns or ("noun", lemma) in triggers():
            return False
        return not doc.covering(noun, "place", "time", "quantity")

    def _may_make(self, noun: Word) -> bool:
        """ "A count by medics", "a statement by the General Staff": who may be behind a report, known or not."""
        named = self.doc.token(noun).upos == "PROPN" and not self.doc.covering(noun, "place", "time", "quantity")
        return named or self._may_speak(noun)

    def _name_label(self, noun: Word) -> str | None:
        names = self.doc.sentences[noun.sentence].names
        return next((name.label for name in names if name.first <= noun.token < name.last), None)


def _agrees(text: str, who: Actor) -> bool:
    if text in _SINGULAR_PERSON:
        return who.kind == "person"
    if text in _THINGS:
        return who.kind not in ("person", "civilians")
    return who.id.split(":")[0] not in ("people", "civilians") or text not in ("they",)
