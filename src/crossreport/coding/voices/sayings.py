"""Every place of a page where a voice is given: the word that gives it, who speaks, and the words that it covers.

Reads reporting verbs, "according to" and its like, and nouns of saying, by syntax; where that breaks down, by the order
of words. What is said is not judged here.
"""

from dataclasses import replace
from itertools import takewhile

from crossreport.coding.counts.losses import loss_head
from crossreport.coding.counts.rivals import counted_by
from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import by_phrase, is_passive, obliques, subjects
from crossreport.coding.phrases.labels_behind import behind_label, label_behind, label_in_brackets, label_in_front
from crossreport.coding.voices.handed_on import HandedOn
from crossreport.coding.voices.speakers import Speakers
from crossreport.coding.voices.speaking import CONTRAST, NOMINAL, Saying, Speaking
from crossreport.coding.voices.speeches import heading_speaker, opens_speech
from crossreport.coding.voices.word_order import WordOrder
from crossreport.words.classes.speech import speech
from crossreport.words.figures import toll_forms
from crossreport.words.function_words import NOBODY
from crossreport.words.reporting import reporting

_CONTENT = ("ccomp", "parataxis", "csubj")
AMID = frozenset({"amid", "amidst"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def sayings_of(doc: Document) -> list[Saying]:
    """All sayings of the page in reading order."""
    finder = _Finder(doc)
    return [saying for s in range(len(doc.sentences)) for saying in finder.in_sentence(s)]


class _Finder:
    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.speakers = Speakers(doc)
        self._speaking = Speaking(doc, self.speakers)
        self._order = WordOrder(doc, self.speakers, self._speaking)
        self._handed_on = HandedOn(doc, self.speakers)
        self._words = reporting()

    def in_sentence(self, s: int) -> list[Saying]:
        """Who says what in a sentence, in the order of the words that give the voices."""
        found: list[Saying] = self._heading(s)
        for word in self.doc.words_of(s):
            saying = self._by_verb(word) or self._by_phrase(word) or self._by_noun(word) or self._by_count(word)
            saying = saying or self._gives(word)
            if saying is None or saying.stance:
                saying = self._handed_on.of(word) or saying
            if saying is not None and found and self._adds(word):
                saying = replace(saying, chain=found[-1].chain)
            if saying is not None:
                found.append(saying)
                self.speakers.remember(s, saying.chain)
        aside = self._order.parenthetical(s, found)
        turned = None if aside else self._order.inverted(s, found)
        known = [*found, *([turned] if turned else [])]
        for late in (aside,) if aside else (turned, self._order.final(s, known)):
            if late is not None:
                found = [each for each in found if each.cue != late.cue] + [late]
                self.speakers.remember(s, late.chain)
        told = self._in_front(s, found)
        told = told or ((self._behind_headline(s) or self._in_brackets(s)) if not found else None)
        if told is not None:
            found = [told, *found]
        return self._apart([self._behind_stop(saying) for saying in found])

    def _behind_headline(self, s: int) -> Saying | None:
        """ "Three dead in drone attack – governor": who stands behind the headline tells it."""
        doc, voice = self.doc, label_behind(self.doc, s)
        if not voice:
            return None
        noun = next((w for w in reversed(voice) if doc.token(w).upos in NOMINAL), voice[-1])
        mark = doc.words_of(s)[voice[0].token - 1]
        chain = self.speakers.chain_of(noun, doc.text(mark), None, voice)
        return Saying(mark, chain, tuple(doc.words_of(s)[: mark.token]), phrase=True) if chain else None

    def _in_front(self, s: int, found: list[Saying]) -> Saying | None:
        """ "The council: an air strike brought down two houses": who stands before the colon tells it."""
        doc, voice = self.doc, label_in_front(self.doc, s)
        if not voice or any(saying.cue <= voice[-1] for saying in found):
            return None
        mark = doc.words_of(s)[voice[-1].token + 1]
        content = behind_label(doc, mark, (saying.cue for saying in found))
        noun = next((w for w in voice if doc.parent(w) not in voice and doc.token(w).upos in NOMINAL), voice[-1])
        name = list(takewhile(lambda word: doc.text(word) != ",", voice))  # "Residents, through their church: …"
        chain = self.speakers.chain_of(noun, doc.text(mark), None, name, says=True) if content else ()
        return Saying(mark, chain, content, phrase=True) if chain else None

    def _in_brackets(self, s: int) -> Saying | None:
        """ "500 people fled in two days (OCHA).": whoever stands in brackets at the end has counted them."""
        doc, voice = self.doc, label_in_brackets(self.doc, s)
        chain = self.speakers.chain_of(voice[-1], "(", None, voice) if voice else ()
        if not chain:
            return None
        mark = doc.words_of(s)[voice[0].token - 1]
        return Saying(mark, chain, tuple(doc.words_of(s)[: mark.token]), phrase=True)

    def _heading(self, s: int) -> list[Saying]:
        """ "Statement by the defence minister on the town": the page's own words are the minister's."""
        maker = heading_speaker(self.doc, s)
        chain = self.speakers.chain_of(maker, "statement", None, says=True) if maker else ()
        return [Saying(self.doc.words_of(s)[0], chain, (), opens=True)] if chain else []

    def _adds(self, verb: Word) -> bool:
        """ "Rebels took the town, an elder said, adding that …": who has just spoken adds it, whoever took the town."""
        doc, head = self.doc, self.doc.parent(verb)
        free = doc.token(verb).xpos == "VBG" and doc.rel(verb) == "advcl" and not doc.kids(verb, "nsubj", "mark")
        says = head is not None and doc.lemma(head) in self._words.verbs
        return free and not says and doc.lemma(verb) in self._words.spoken

    def _behind_stop(self, saying: Saying) -> Saying:
        """ "…, the governor said; the army confirmed the strike": nothing before the semicolon is the army's."""
        doc, cue = self.doc, saying.cue
        stops = [w for w in doc.words_of(cue.sentence)[: cue.token] if doc.text(w) == ";"]
        told = doc.token(cue).upos == "VERB" and any(kid > cue for kid in doc.kids(cue, "obj", "ccomp", "xcomp"))
        if not stops or not told:
            return saying
        return replace(saying, content=tuple(w for w in saying.content if w > stops[-1]))

    def _apart(self, found: list[Saying]) -> list[Saying]:
        """No voice covers another that is set against it: "the army said …, while the rebels said …"."""
        doc = self.doc
        others = {each.cue: set(doc.subtree(each.cue)) for each in found if self._against(each)}
        kept = []
        for saying in found:
            apart = {
                w for cue, theirs in others.items() if cue != saying.cue and saying.cue not in theirs for w in theirs
            }
            content = tuple(w for w in saying.content if w not in apart)
            kept.append(replace(saying, content=content) if content else saying)
        return kept

    def _against(self, saying: Saying) -> bool:
        """Whether a clause of saying stands beside the rest of its sentence, with a subject of its own."""
        doc, verb = self.doc, saying.cue
        if doc.token(verb).upos != "VERB" or not any(kid < verb for kid in doc.kids(verb, "nsubj")):
            return False
        stops = [w for w in doc.words_of(verb.sentence)[: verb.token] if doc.text(w) == ";"]
        if (
            stops
            and all(kid > stops[-1] for kid in doc.kids(verb, "nsubj"))
            and doc.kids(verb, "ccomp", "xcomp", "obj")
        ):
            return True  # "…, the office said; the other side denied it"
        if doc.rel(verb) == "advcl":
            return any(doc.text(kid) in CONTRAST for kid in doc.kids(verb, "mark", "advmod"))
        return doc.rel(verb) == "conj" and any(doc.text(kid) in ("but", "while") for kid in doc.kids(verb, "cc"))

    def _by_verb(self, verb: Word) -> Saying | None:
        doc = self.doc
        lemma = doc.lemma(verb)
        if lemma == "put":
            return self._puts(verb)
        if not any(lemma in words for words in (self._words.verbs, self._words.stances, self._words.judging)):
            return None
        if (
            doc.token(verb).upos != "VERB"
            or self._negated(verb)
            or doc.token(verb).rel in ("amod", "compound", "case", "mark")
        ):
            return None
        if self._is_quoted_as(verb) or self._withholds(verb):
            return None
        content = self._content(verb)
        chain = self._speaking.voices(verb)
        if not chain:
            return None
        stance = lemma in self._words.stances | self._words.judging
        judged = self._judgement(verb) if stance else []
        if judged or (stance and not content):
            taken = judged or self._object_of_stance(verb)
            return Saying(verb, chain, tuple(sorted(taken)), stance=True) if taken else None
        if content and opens_speech(doc, verb) and not any(doc.token(w).xpos in _FINITE for w in content):
            return Saying(verb, chain, (), opens=True)  # "Following the talks the minister said:"
        if not content:
            if lemma not in self._words.clause_only or doc.kids(verb, "obj"):
                self.speakers.remember(verb.sentence, chain)
            opens = lemma in self._words.final and doc.text(doc.words_of(verb.sentence)[-1]) == ":"
            return Saying(verb, chain, (), opens=opens_speech(doc, verb)) if opens else None
        return Saying(verb, chain, tuple(content))

    def _by_count(self, number: Word) -> Saying | None:
        """ "Officials gave 30", "the ministry's count was ten": the voice of a number that counts anew."""
        cue = counted_by(self.doc, number) if self.doc.token(number).upos == "NUM" else None
        if cue is None or self._negated(cue):
            return None
        doc = self.doc
        if doc.token(cue).upos == "VERB":
            chain = self._speaking.voices(cue)
        else:
            owners = doc.kids(cue, "nmod:poss") or [
                k for k in doc.kids(cue, "nmod") if {"by", "of"} & set(doc.cases(k))
            ]
            chain = self.speakers.chain_of(owners[0], doc.text(cue), None, says=True) if owners else ()
        return Saying(cue, chain, tuple(doc.subtree(number))) if chain else None

    def _puts(self, verb: Word) -> Saying | None:
        """ "Sources put the number of dead at 13": a voice of a toll."""
        doc = self.doc
        tolls = [
            kid for kid in doc.kids(verb, "obj") if doc.lemma(kid) in self._words.toll_nouns or loss_head(doc, kid)
        ]
        ats = [w for w in doc.subtree(verb) if doc.text(w) == "at" and tolls and w > tolls[0]]
        whose = doc.parent(verb) if doc.rel(verb) == "acl" else None
        if whose is not None and doc.lemma(whose) in self._words.toll_nouns:  # "a toll that residents put at 70"
            tolls = [kid for kid in doc.kids(verb, "obj") if doc.text(kid) in ("which", "that")] or [whose]
            ats = [w for w in doc.subtree(verb) if doc.text(w) == "at"]
        if not tolls or not ats or self._negated(verb) or (is_passive(doc, verb) and not by_phrase(doc, verb)):
            return None
        chain = self._speaking.voices(verb)
        content = [w for w in doc.subtree(verb) if w > verb]
        return Saying(verb, chain, tuple(content)) if chain else None

    def _gives(self, verb: Word) -> Saying | None:
        """ "The ministry gave a toll of 33 dead", "he spoke of 60 soldiers killed": a voice of a toll."""
        doc = self.doc
        if doc.token(verb).upos != "VERB" or doc.lemma(verb) not in speech().counting_anew | speech().giving_tolls:
            return None
        told = [kid for kid in doc.kids(verb, "obj") if doc.lemma(kid) in self._words.toll_nouns]
        told += [noun for noun in obliques(doc, verb, "of") if doc.lemma(verb) in ("speak", "talk")]
        bare = [
            kid for kid in doc.kids(verb, "obl") if not doc.cases(kid) and doc.lemma(verb) in speech().counting_anew
        ]
        told += [kid for kid in bare if doc.lemma(kid) in self._words.toll_nouns]  # "updated to 18 its toll"
        fated = [kid for kid in doc.kids(verb, "xcomp") if doc.text(kid) in toll_forms()]  # "gave 12 killed"
        told += [*doc.kids(verb, "obj"), *fated] if fated else []
        below = [w for noun in told for w in doc.subtree(noun)]
        fates = any(doc.text(w) in toll_forms() or loss_head(doc, w) for w in below)
        fates = fates or any(doc.lemma(kid) == "toll" for kid in told)  # "gave a toll of 27"
        counts = fates and any(doc.covering(w, "quantity") for w in doc.subtree(verb) if w > verb)
        if not counts or self._negated(verb) or is_passive(doc, verb):
            return None
        chain = self._speaking.voices(verb, says=True)
        return Saying(verb, chain, tuple(below)) if chain else None

    def _object_of_stance(self, verb: Word) -> list[Word]:
        doc = self.doc
        calls = doc.lemma(verb) == "call"  # calls for it or on somebody; "called it a day" is no stance
        taken = doc.kids(verb, "xcomp", "obl") if calls else doc.kids(verb, "obj", "xcomp", "obl")
        denies = self._words.verbs.get(doc.lemma(verb)) == "deny"
        if denies and any(doc.text(kid) == "which" for kid in taken):
            return [verb]  # "…, which the army denied"
        if calls and not any({"for", "on", "upon"} & set(doc.cases(kid)) for kid in taken):
            return []
        return self._without_circumstances([w for kid in taken if kid > verb for w in doc.subtree(kid)])

    def _without_circumstances(self, words: list[Word]) -> list[Word]:
        """ "Rejected to leave amid calls for a truce": what goes on meanwhile is the page's own to tell."""
        doc = self.doc
        amid = next((w for w in sorted(words) if doc.text(w) in AMID), None)
        if amid is None:
            return words
        ends = next((w for w in sorted(words) if w > amid and doc.text(w) in (",", ";")), None)
        return [w for w in words if w < amid or (ends is not None and w > ends)]

    def _judgement(self, verb: Word) -> list[Word]:
        """ "Called the raid a crime", "rejected the charge as slander": the thing and what it is called."""
        doc = self.doc
        things = [kid for kid in doc.kids(verb, "obj") if kid > verb and not doc.text(kid).endswith(("self", "selves"))]
        beside = [
            *doc.kids(verb, "obl", "advcl", "xcomp"),
            *(kid for thing in things for kid in doc.kids(thing, "nmod")),
        ]
        names = [*doc.kids(verb, "xcomp"), *(kid for kid in beside if not doc.cases(kid) and doc.rel(kid) == "nmod")]
        names = names if doc.lemma(verb) in self._words.naming else []
        called = [kid for kid in beside if "as" in doc.cases(kid)] or [k for k in names if doc.token(k).upos != "VERB"]
        if not things or not called:
            return []
        return [w for kid in (*things, *called) for w in doc.subtree(kid)]

    def _withholds(self, verb: Word) -> bool:
        """ "Denied the monitors passage", "denied it access to the camp": not given, which says nothing."""
        doc = self.doc
        if self._words.verbs.get(doc.lemma(verb)) != "deny":
            return False
        return any(doc.lemma(kid) in self._words.withheld for kid in doc.kids(verb, "obj", "nsubj:pass"))

    def _is_quoted_as(self, verb: Word) -> bool:
        """The "saying" of "quoted him as saying", which gives no voice of its own."""
        head = self.doc.parent(verb)
        return head is not None and self.doc.lemma(head) in ("quote", "cite") and self.doc.token(verb).xpos == "VBG"

    def _negated(self, verb: Word) -> bool:
        doc = self.doc
        nobody = any(doc.text(w) in NOBODY for noun in doc.kids(verb, "nsubj", "cc") for w in doc.subtree(noun))
        return nobody or any(doc.lemma(kid) in ("not", "never", "n't") for kid in doc.kids(verb, "advmod"))

    def _content(self, verb: Word) -> list[Word]:
        doc, lemma = self.doc, self.doc.lemma(verb)
        if lemma in self._words.blaming:
            return self._blamed(verb)
        if is_passive(doc, verb):
            return self._passive_content(verb)
        found: set[Word] = set()
        for kid in doc.kids(verb, *self._content_relations(verb)):
            if not self._gives_voice(kid, verb):
                found.update(doc.subtree(kid))
        bare = [kid for kid in doc.kids(verb, "ccomp", "xcomp") if doc.text(kid) in toll_forms()]
        if bare and not any(doc.kids(kid, "nsubj") for kid in bare):  # "reported 17 soldiers killed", "claimed 40 dead"
            found.update(w for kid in (*bare, *doc.kids(verb, "obj")) for w in doc.subtree(kid))
        if not found:
            for kid in doc.kids(verb, "xcomp"):
                if lemma in self._words.infinitive:
                    found.update(self._without_circumstances(doc.subtree(kid)))
            for kid in doc.kids(verb, "obj"):
                if lemma in self._words.nominal and doc.token(kid).upos != "PRON":
                    found.update(doc.subtree(kid))
        if not found:
            found.update(self._quoted_as(verb))
        if not found or doc.rel(verb) == "parataxis":
            found.update(self._around(verb))
        return sorted(found) or self._before(verb) or self._that_clause(verb)

    def _content_relations(self, verb: Word) -> tuple[str, ...]:
        """ "The army continues to shell us: its aircraft …": who goes on doing something says nothing by it."""
        doing = self.doc.lemma(verb) in self._words.clause_only and self.doc.kids(verb, "xcomp")
        return ("ccomp", "csubj") if doing else _CONTENT

    def _that_clause(self, verb: Word) -> list[Word]:
        """The clause behind a "that" which the syntax gave to something between ("reported, citing staff, that …")."""
        doc = self.doc
        if doc.lemma(verb) not in self._words.final:
            return []
        behind = doc.words_of(verb.sentence)[verb.token + 1 :]
        that = next((w for w in behind if doc.text(w) == "that" and doc.token(w).upos == "SCONJ"), None)
        head = doc.parent(that) if that is not None else None
        between = [w for w in behind if that is not None and w < that]
        says = [w for w in between if doc.token(w).upos == "VERB" and doc.lemma(w) in self._words.final]
        if head is None or says or any(doc.token(w).upos == "AUX" for w in between):
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
        quotes = doc.lemma(verb) in ("quote", "cite") and any(doc.text(w) == "saying" for w in doc.subtree(verb))
        told = doc.lemma(verb) in ("tell", "inform", "assure") or quotes  # "…, local media quoted police as saying"
        if any(kid > verb for kid in doc.kids(verb, "obj")) and not told:
            return []  # a clause of its own: "…; the ministry denies it"
        if doc.lemma(verb) in self._words.clause_only and doc.lemma(verb) not in self._words.nominal and not quotes:
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

    def _by_phrase(self, word: Word) -> Saying | None:
        """ "According to X", "citing X": covers the clause that it stands in."""
        doc = self.doc
        noun, cue = self._phrase_noun(word)
        head = doc.parent(word)
        if noun is None or head is None:
            return None
        chain = self.speakers.chain_of(noun, cue, None)
        chain = (*self._speaking.quoting(noun), *chain) if chain else ()
        inner = set(doc.subtree(word))
        first = next((w for w in doc.words_of(word.sentence) if doc.token(w).upos != "PUNCT"), word)
        top = doc.path(word)[-1] if first in inner else self._closed(word, doc.clause_root(head))
        behind = self._relative_behind(max(inner, default=word))
        content = tuple(w for w in doc.subtree(top) if w not in inner and (behind is None or w < behind))
        begins = next((w for w in doc.subtree(word) if doc.text(w) == cue.split()[0]), word)
        return Saying(begins, chain, content, phrase=True) if chain and content else None

    def _closed(self, word: Word, clause: Word) -> Word:
        """What a phrase at the end of a sentence covers: a clause with the one that it only goes on or dates."""
        doc = self.doc
        behind = doc.words_of(word.sentence)[max(doc.subtree(word), default=word).token + 1 :]
        if any(doc.token(w).upos != "PUNCT" for w in behind):
            return clause
        while (head := doc.parent(clause)) is not None and doc.token(head).upos == "VERB":
            rel = doc.token(clause).rel
            goes_on = rel in ("conj", "xcomp", "acl") and not doc.kids(clause, "nsubj")
            if doc.lemma(head) in self._words.verbs or not (goes_on or rel == "advcl"):
                break
            clause = head
        return clause

    def _relative_behind(self, last: Word) -> Word | None:
        """Where what only describes the voice begins: "according to Radio X, which quoted …"."""
        behind = self.doc.words_of(last.sentence)[last.token + 1 :]
        comma, which = (*behind[:2], None, None)[:2]
        if comma is None or which is None or self.doc.text(comma) != ",":
            return None
        return comma if self.doc.text(which) in ("which", "who", "whose") else None

    def _phrase_noun(self, word: Word) -> tuple[Word | None, str]:
        doc = self.doc
        if doc.token(word).upos in NOMINAL:
            case = next((case for case in doc.cases(word) if case in self._words.phrases), None)
            if case:
                return word, case
            texts = [doc.text(w) for w in doc.subtree(word)[:3]]
            return (word, "according to") if texts[:2] == ["according", "to"] else (None, "")
        if doc.text(word) == "according" and doc.token(word).upos == "VERB":
            return next(iter(obliques(doc, word, "to")), None), "according to"
        citing = doc.text(word) in ("citing", "quoting") and doc.rel(word) in ("advcl", "acl", "dep")
        head = doc.parent(word)
        if citing and head is not None and doc.lemma(head) not in self._words.verbs and not self._speaks(head):
            return next(iter(doc.kids(word, "obj")), None), doc.text(word)
        return None, ""

    def _speaks(self, noun: Word) -> bool:
        """Whether a noun is who speaks, or the report in which it is said: whom it cites is its own source."""
        verb = self.doc.parent(noun)
        by = verb is not None and self.doc.rel(noun) in ("nsubj", "obl") and self.doc.token(noun).upos in NOMINAL
        return by and verb is not None and self.doc.lemma(verb) in self._words.verbs

    def _unmade(self, noun: Word) -> Saying | None:
        """ "Reports emerged that …", "there were reports that …", "amid reports that …": nobody's, yet a voice."""
        doc, verb = self.doc, self.doc.parent(noun)
        there = verb is not None and doc.lemma(verb) == "be" and bool(doc.kids(verb, "expl"))
        comes = verb is not None and doc.rel(noun) == "nsubj" and (doc.lemma(verb) in speech().emerging or there)
        if not comes and not AMID & set(doc.cases(noun)):
            return None  # "rejected reports that …"
        owners = [noun, *([verb] if comes and verb is not None else [])]
        clauses = [
            kid
            for owner in owners
            for kid in doc.kids(owner, "acl", "ccomp")
            if any(doc.text(mark) == "that" for mark in doc.kids(kid, "mark"))
        ]
        chain = self.speakers.chain_of(noun, doc.text(noun), None) if clauses else ()
        return Saying(noun, chain, tuple(doc.subtree(clauses[0]))) if chain else None

    def _by_noun(self, noun: Word) -> Saying | None:
        """ "The army's claim that …", "reports that …": a noun of saying with its maker and its clause."""
        doc = self.doc
        if doc.token(noun).upos != "NOUN" or doc.lemma(noun) not in self._words.saying_nouns:
            return None
        clauses = [
            kid for kid in doc.kids(noun, "acl", "ccomp") if any(doc.text(m) == "that" for m in doc.kids(kid, "mark"))
        ]
        makers = doc.kids(noun, "nmod:poss") + obliques(doc, noun, "by", "from", "of")
        verb = doc.parent(noun)
        if doc.text(noun) in self._words.plain_reports and not makers:
            return self._unmade(noun)
        if verb is not None and doc.rel(noun) == "obj":  # the parser may hang the maker on "denied a claim by X that"
            makers += [kid for kid in obliques(doc, verb, "by") if noun < kid < clauses[0]] if clauses else []
        if not clauses or not makers:
            return None
        chain = self.speakers.chain_of(
            makers[0], doc.text(noun), self._words.hedge_of_noun(doc.lemma(noun), doc.text(noun))
        )
        return Saying(noun, chain, tuple(doc.subtree(clauses[0]))) if chain else None
