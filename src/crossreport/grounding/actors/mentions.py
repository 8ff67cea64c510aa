"""Who: every noun phrase of a page that denotes an actor, grounded to a neutral identity.

In: Page, Analysis, a register. Out: Mentions of kind "actor" and "person", in reading order, with the passage, the
head's offset, the loaded word that the page used, and the reasons. Refuses: actors of whom the page does not say
whose they are ("warplanes") get a mention without a value.
"""

from collections.abc import Sequence

from msgspec import structs

from crossreport.grounding.actors.anaphora import short_form
from crossreport.grounding.actors.apposed import apposed
from crossreport.grounding.actors.called import body_called_for
from crossreport.grounding.actors.issuer import named_by_head, with_issuer
from crossreport.grounding.actors.labels import label
from crossreport.grounding.actors.members import member_of, named_men
from crossreport.grounding.actors.names import Names
from crossreport.grounding.actors.numbered import numbered
from crossreport.grounding.actors.persons import People
from crossreport.grounding.actors.pronoun import pronoun
from crossreport.grounding.actors.rest import rest_of_harmed
from crossreport.grounding.actors.states import doer, state
from crossreport.grounding.actors.unknown import group_name, unknown
from crossreport.grounding.descriptions.author import FIRST_PERSON, author
from crossreport.grounding.descriptions.describer import Describer
from crossreport.grounding.descriptions.joint import joint_form
from crossreport.grounding.descriptions.kin import kin
from crossreport.grounding.descriptions.named_units import unit_span
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.find import Found, tied
from crossreport.grounding.phrases.phrase import Phrase, modifies, noun_class, phrase
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model import Analysis, Mention, Name, Page, Place, Reason, Span, content_id
from crossreport.model.kinds import ARMED_OR_STATE, GOVERNMENT
from crossreport.words.actor_nouns import actor_nouns, labels, word_set
from crossreport.words.classes.folk import folk
from crossreport.words.function_words import HYPHENS
from crossreport.words.register import Register
from crossreport.words.register import register as shipped
from crossreport.words.reporting import reporting

_DEPTH = 4
_GENERIC_FIRST = frozenset({"ministry", "police", "government", "official", "source", "media"})
_BEFORE = 4  # tokens from a name to the noun that it is a part of
_SHARED = 5  # tokens from a conjunction to the noun that both sides share
_OF_STATES = frozenset({"country", "adjective"})
_THEIRS = frozenset({"its", "their"})
_OFFICES = frozenset({"official", "source", "witness"})


def ground_actors(
    page: Page,
    analysis: Analysis,
    *,
    register: Register | None = None,
    focus_country: str | None = None,
    places: Sequence[Mention] = (),
) -> tuple[Mention, ...]:
    """The actor and person mentions of a page; `places` are its places, which are no actors."""
    towns = {
        one.span.start: one.value.country
        for one in places
        if isinstance(one.value, Place) and one.value.kind != "country" and one.value.country is not None
    }
    scene = Scene(page, analysis, register or shipped(), focus_country, towns)
    grounder = _Grounder(scene, Names(scene, places))
    found = [_mention(page, grounder.scene, draft) for draft in grounder.run()]
    return (*named_by_head(scene, grounder.describer.page_side()), *found)


def _mention(page: Page, scene: Scene, draft: Draft) -> Mention:
    tree = scene.trees[draft.sentence]
    span = Span.of(page.text, tree.tokens[draft.first].start, tree.tokens[draft.last - 1].end)
    person = draft.value is not None and draft.value.kind == "person"
    return Mention(
        id=content_id("mention", page.id, "actor", span.start, span.end, tree.tokens[draft.head].start),
        page=page.id,
        kind="person" if person else "actor",
        span=span,
        value=draft.value,
        candidates=draft.candidates,
        reasons=tuple(Reason(note.rule, note.says, span) for note in draft.notes),
        head=tree.tokens[draft.head].start,
        label=None
        if draft.noun in ("pronoun", "we")
        else label(page.text, tree, draft.first, draft.last, _loaded(scene, draft)),
    )


def _loaded(scene: Scene, draft: Draft) -> frozenset[int]:
    """Tokens of names that are themselves loaded ("Daesh")."""
    inside = (scene.covering.get((draft.sentence, at)) for at in range(draft.first, draft.last))
    return frozenset(
        at for one in inside if one is not None and one.kind == "loaded" for at in range(one.first, one.last)
    )


class _Grounder:
    """One page, in reading order; what a head stands for is worked out once."""

    def __init__(self, scene: Scene, known: Names) -> None:
        self.scene = scene
        self.known = known
        self.describer = Describer(scene, self.resolve)
        self.people = People(scene, self.describer)
        self._memo: dict[tuple[int, int], Draft | None] = {}
        self._depth = 0
        self._names = {(t.index, at): n for t in scene.trees for n in t.sentence.names for at in range(n.first, n.last)}

    def run(self) -> list[Draft]:
        """Drafts in reading order, no two with the same head."""
        self.describer.author = author(self.scene, self.resolve)
        self._at_home()
        self._memo.clear()  # what was asked before the page's maker was known is asked again
        for tree in self.scene.trees:
            for at in range(len(tree.tokens)):
                draft = self.resolve(tree.index, at)
                if draft is not None and not self._repeats(tree, draft):
                    self.scene.drafts.append(draft)
        return with_issuer(self.scene, self.describer.page_side())

    def _at_home(self) -> None:
        """A state's own statement tells of its own army and police, whatever far town a name in it was taken for."""
        maker = None if self.describer.author is None else self.describer.author[0]
        focal = self.scene.country(self.scene.focus)
        own = None if maker is None or maker.kind not in GOVERNMENT else maker.country
        if own is not None and focal is not None and not focal.fought_over:
            self.scene.focus = own

    def _repeats(self, tree: Tree, draft: Draft) -> bool:
        """A name right in front of a noun of the same actor ("ISIL militants") is part of that mention."""
        for at in range(draft.last, min(len(tree.tokens), draft.last + _BEFORE)):
            if tree.tokens[at].upos not in ("NOUN", "PROPN", "ADJ"):
                return False
            above = self.resolve(tree.index, at)
            inside = above is not None and above.first <= draft.first and draft.last <= above.last
            if inside and above is not None and above.value is not None and draft.value is not None:
                owner = draft.value.kind in ("person", "state") and draft.value.country == above.value.country
                return owner or draft.value.id in (above.value.id, above.value.affiliation)
        return False

    def resolve(self, sentence: int, at: int) -> Draft | None:
        """What the head token `at` stands for."""
        key = (sentence, at)
        if key not in self._memo:
            if self._depth >= _DEPTH:
                return None
            self._memo[key] = None  # cuts circles
            self._depth += 1
            self._memo[key] = self._work_out(self.scene.trees[sentence], at)
            self._depth -= 1
        return self._memo[key]

    def _work_out(self, tree: Tree, at: int) -> Draft | None:
        found = self.scene.covering.get((tree.index, at))
        longer = None if found is None else body_called_for(self.scene, tree, found, at)
        if longer is not None:
            return self._draft(tree, longer[0], longer[1], at, longer[2], "name")
        if found is not None and (found.named or found.kind != "region") and not self._unmeant(found):
            return self._registered(tree, found) if found.head == at else None
        pair = kin(self.scene, tree, at, self.describer.answer)
        if pair is not None:
            return None if pair[2] is None else self._draft(tree, pair[0], pair[1], at, pair[2], "name", plural=True)
        name = self._names.get((tree.index, at))
        if name is not None and self.known.nobody(tree, name):
            return None
        again = self.known.again(tree, name, at, self.resolve) if name is not None else None
        if name is not None and again is not None:
            return self._draft(tree, name.first, name.last, at, again, "name")
        person = name is not None and (
            (name.label == "PER" and not group_name(tree, name))
            or (name.label == "ORG" and self.known.family(tree, name))
            or (name.label == "LOC" and self.known.family(tree, name) and self._says(tree, at))
        )
        if name is not None and person and not self._office_words(tree, name):
            return self._person(tree, name, at)
        unit = unit_span(tree, at, name)
        if unit is not None:
            one = phrase(self.scene, tree, at, "forces")
            return self._draft(tree, *unit, at, self.describer.unit(one, *unit), "unit")
        told = self.describer.unit_again(tree, at)
        if told is not None:
            return self._draft(tree, at, at + 1, at, told, "unit")
        harmed = rest_of_harmed(self.scene, tree, at)
        if harmed is not None:
            return self._draft(tree, tree.left(at), at + 1, at, harmed, "people", plural=True)
        noun = noun_class(tree, at)
        theirs = member_of(tree, at, self.resolve) or named_men(tree, at, self.resolve)
        if theirs is not None:
            return self._draft(tree, tree.left(at), at + 1, at, theirs, noun or "militant", plural=True)
        own = any(tree.lows[child] == "our" for child in tree.children[at])  # "our Thunder Column"
        if noun not in (None, *_GENERIC_FIRST) and tree.tokens[at].text[:1].isupper() and not own:
            minted = unknown(self.scene, tree, at, name)
            if minted is not None:
                return self._draft(tree, minted[0], minted[1], at, minted[2], "name")
        if noun is not None and not self._mere_modifier(tree, at, noun):
            draft = self._described(tree, at, noun)
            if draft is not None:
                return draft
        if tree.lemmas[at] in actor_nouns().through and tree.tokens[at].upos in ("NOUN", "NUM", "PRON", "DET", "ADJ"):
            return self._through(tree, at)
        coded = numbered(self.scene, tree, at)
        if coded is not None:
            return self._draft(tree, coded[0], coded[1], at, coded[2], "name")
        answer = self._office_of(tree, at) or unknown(self.scene, tree, at, name)
        if answer is not None:
            first, last, value = answer
            known = self.known.shortened(tree, first, last) if name is not None else None
            return self._draft(tree, first, last, at, known or value, "name")
        return self._pronoun(tree, at)

    def _unmeant(self, found: Found) -> bool:
        """Whether common words only elsewhere name an actor ("popular committees"): then they describe one."""
        tokens = self.scene.trees[found.sentence].tokens
        named = [at for at in range(found.first, found.last) if tokens[at].upos == "PROPN"]
        opens = named == [0] and tokens[found.head].upos == "NOUN"  # "Armed bandits", taken for a name by its capital
        common = not named or opens
        return found.named and common and self.scene.choose(found) is None

    def _pronoun(self, tree: Tree, at: int) -> Draft | None:
        if tree.tokens[at].upos not in ("PRON", "DET"):
            return None
        if tree.lows[at] in FIRST_PERSON:
            own = self.describer.first_person(tree, at)
            return None if own is None else self._draft(tree, at, at + 1, at, own, "we")
        answer = self._ahead(tree, at) or pronoun(self.scene, tree, at)
        plural = tree.lows[at] in ("they", "their", "them")
        return None if answer is None else self._draft(tree, at, at + 1, at, answer, "pronoun", plural=plural)

    def _ahead(self, tree: Tree, at: int) -> Answer | None:
        """ "In their march on the town, the rebels …": a pronoun before anybody is named is of the subject behind."""
        noun = tree.tokens[at].head
        if tree.tokens[at].rel != "nmod:poss" or noun < 0 or tree.rel(noun) != "obl" or tree.lows[at] not in _THEIRS:
            return None
        verb = tree.tokens[noun].head
        subjects = [kid for kid in tree.children[verb] if tree.rel(kid) == "nsubj" and kid > noun] if verb >= 0 else []
        if len(subjects) != 1 or any(draft.sentence == tree.index for draft in self.scene.drafts):
            return None
        draft = self.resolve(tree.index, subjects[0])
        if draft is None or draft.value is None or draft.value.kind not in ARMED_OR_STATE:
            return None
        return draft.value, (Note("pronoun", f"of the subject behind it: {draft.value.name}"),), draft.candidates

    def _registered(self, tree: Tree, found: Found) -> Draft | None:
        answer: Answer | None = None
        if self.known.of_a_town(tree, found):
            return None
        if found.named:
            choice = self.scene.choose(found)
            if choice is not None and choice.entry.generic:
                choice = self.scene.narrowed(found) or choice
            if choice is not None:
                written = self.scene.text(tree.index, found.first, found.last)
                answer = self.scene.actor(choice.entry, written=written), choice.notes, choice.candidates
        elif found.kind in ("person", "surname"):
            return self._public_figure(tree, found)
        else:
            answer = state(self.scene, self.describer, tree, found) or self._sharing(tree, found)
        if answer is None:
            return None
        return self._draft(tree, found.first, found.last, found.head, answer, "name")

    def _sharing(self, tree: Tree, found: Found) -> Answer | None:
        """ "Russian" in "Russian and regime warplanes", "US" in "US-British jets": a state of the noun behind."""
        if found.last >= len(tree.tokens) or tied(tree, found.first, found.last) in word_set("backing"):
            return None  # "Emirati-backed forces" are not the Emirates'
        follows = tree.tokens[found.last].upos == "CCONJ" or tree.tokens[found.last].text in ("-", "–", ",")
        short = found.kind == "country" and tree.tokens[found.head].text.isupper()
        if not (found.kind == "adjective" or short) or not follows:
            return None
        for at in range(found.last + 1, min(len(tree.tokens), found.last + _SHARED)):
            noun = noun_class(tree, at)
            if at + 1 < len(tree.tokens) and tree.tokens[at + 1].upos in ("NOUN", "PROPN"):
                continue
            shared_deed = tree.lemmas[at] in actor_nouns().deeds | word_set("kin")
            if shared_deed and noun is None and modifies(tree, at) is None:
                return doer(self.describer, tree, found, at, shared=True)
            if noun in ("air", "forces", "police", "government", "militia") and modifies(tree, at) is None:
                one = phrase(self.scene, tree, at, noun)
                return self.describer.answer(structs.replace(one, names=(found,), words=(tree.lows[found.head],)))
            if tree.tokens[at].upos not in ("ADJ", "NOUN", "PROPN"):
                return None
        return None

    def _office_of(self, tree: Tree, at: int) -> tuple[int, int, Answer] | None:
        """ "The Office of the army spokesman", "the Press Centre of the Front": it stands for whose it is."""
        first = tree.left(at)
        own = [i for i in range(first, at + 1) if tree.tokens[i].upos in ("NOUN", "PROPN", "ADJ")]
        if not own or any(tree.lows[i] not in word_set("issuing") for i in own):
            return None
        of = tree.of(at)
        draft = None if of is None else self.resolve(tree.index, of)
        if draft is None or draft.value is None or draft.value.kind not in ARMED_OR_STATE:
            return None
        return own[0], at + 1, (draft.value, (*draft.notes, Note("office_of", "an office of theirs")), ())

    def _says(self, tree: Tree, at: int) -> bool:
        """Whether a name is the subject of a verb of saying, as people are and towns are not."""
        verb = tree.governor(at)
        said = reporting().spoken | reporting().final | word_set("control_verbs")
        return verb >= 0 and tree.role(at) == "nsubj" and tree.lemmas[verb] in said

    def _office_words(self, tree: Tree, name: Name) -> bool:
        """Whether a supposed name is only an office ("President", "Minister of Health"), or has no capital at all."""
        first = begins = self._behind_quality(tree, name)
        while first < name.last and noun_class(tree, first) in _OFFICES:
            first += 1
        if begins < first < name.last and (tree.tokens[first].upos == "ADP" or tree.tokens[first].text in HYPHENS):
            return True
        named = [at for at in range(begins, name.last) if tree.tokens[at].text[:1].isupper()]
        return all(noun_class(tree, at) is not None for at in named)

    def _behind_quality(self, tree: Tree, name: Name) -> int:
        """Past a country and a matter in front of an office: "US Secretary", "Iraqi Foreign Minister"."""
        at, passed = name.first, word_set("office_qualities") | word_set("office_adjectives")
        while at < name.last and (
            tree.lows[at] in passed
            or ((found := self.scene.covering.get((tree.index, at))) is not None and found.kind in _OF_STATES)
        ):
            at += 1
        return at if at < name.last and noun_class(tree, at) in _OFFICES else name.first

    def _public_figure(self, tree: Tree, found: Found) -> Draft:
        entry = self.scene.register.tables.persons[found.refs[0].id]
        answer = self.people.registered(entry, self.scene.text(tree.index, found.first, found.last))
        return self._draft(tree, found.first, found.last, found.head, answer, "name")

    def _person(self, tree: Tree, name: Name, at: int) -> Draft | None:
        if at != tree.top(name.first, name.last) or all(
            tree.tokens[i].upos == "PUNCT" for i in range(name.first, name.last)
        ):
            return None
        first = name.first
        while first < name.last - 1 and (
            noun_class(tree, first) in _OFFICES or tree.lows[first].strip(".") in word_set("name_titles")
        ):
            first += 1  # "Brigadier", "General" are no part of a name
        answer = self.people.named(tree, first, name.last, at)
        return self._draft(tree, min(first, at), name.last, at, answer, "name")

    def _mere_modifier(self, tree: Tree, at: int, noun: str) -> bool:
        """Whether the noun only modifies another one that does not tell a deed of it."""
        doer = noun in ("rebel", "militant", "forces", "government", "opposition", "coalition", "police", "militia")
        tie = tied(tree, at, at + 1)
        if tie is not None:
            return not (doer and tie in word_set("holding"))  # who holds a "rebel-held" town is named
        above = modifies(tree, at)
        adjectival = above is not None and tree.lemmas[at] in word_set("adjectival")
        if above is not None and adjectival and tree.lemmas[above] not in word_set("military_things"):
            return True
        if above is None:
            return tree.tokens[at].rel in ("nmod:desc", "flat")
        if tree.lemmas[at] in word_set("dependent_forces"):
            return True  # "a police patrol car"
        return not (
            doer
            and tree.lemmas[above] in actor_nouns().deeds | actor_nouns().things
            and noun_class(tree, above) is None
        )

    def _described(self, tree: Tree, at: int, noun: str) -> Draft | None:
        if noun in _OFFICES and self._in_place_name(tree, at):
            return None
        one = phrase(self.scene, tree, at, noun)
        answer = self._shared_person(tree, at, noun) or self.describer.voices.answer(one)
        answer = answer or apposed(self.scene, one) or joint_form(self.scene, one) or self._short(one)
        if answer is None and one.plural and one.lemma == "officer" and one.has(word_set("police_words")):
            noun, answer = "police", self.describer.answer(structs.replace(one, noun="police"))
        elif answer is None and noun in _OFFICES:
            answer = self.people.office(one)
        elif answer is None:
            answer = self.describer.answer(one)
        return None if answer is None else self._draft(tree, one.first, one.last, at, answer, noun, plural=one.plural)

    def _short(self, one: Phrase) -> Answer | None:
        """Whom a short form takes up; no side's own paper calls it "the apostate militia"."""
        answer = short_form(self.scene, one)
        side = self.describer.page_side() or self.describer.voices.side()
        own = side is not None and answer is not None and answer[0] is not None and answer[0].id == side.id
        return None if own and any(word in labels().words for word in one.words) else answer

    def _in_place_name(self, tree: Tree, at: int) -> bool:
        """Whether the word is a part of a place's name: "shelled Sheikh Maskin", "in Hilla Sheikh"."""
        name = self._names.get((tree.index, at))
        whole = name is not None and name.label == "LOC" and name.last - name.first > 1
        return whole and tree.tokens[at].upos == "PROPN"

    def _shared_person(self, tree: Tree, at: int, noun: str) -> Answer | None:
        """An office with its holder beside it is that person."""
        if noun not in _OFFICES:
            return None
        above = tree.tokens[at].head
        if tree.rel(at) == "appos" and 0 <= above < at and self._is_person(tree, above):
            draft = self.resolve(tree.index, above)  # "Joseph Votel, commander of X"
            if draft is not None and draft.value is not None and draft.value.kind == "person":
                return draft.value, (*draft.notes, Note("apposition", "an office beside its holder's name")), ()
        copula = any(tree.rel(kid) == "cop" for kid in tree.children[at])
        for kid in tree.children[at] if copula else ():
            if tree.tokens[kid].rel == "nsubj" and kid < at and self._is_person(tree, kid):
                draft = self.resolve(tree.index, kid)  # "Karim was a commander"
                if draft is not None and draft.value is not None and draft.value.kind == "person":
                    return draft.value, (*draft.notes, Note("apposition", "said of the holder's name")), ()
        for child in (*tree.children[at], self._next_name(tree, at)):
            if child > at and (tree.rel(child) in ("appos", "flat") or child == self._next_name(tree, at)):
                draft = self.resolve(tree.index, child)
                if draft is not None and draft.value is not None and draft.value.kind == "person":
                    return draft.value, draft.notes, ()
        return None

    def _next_name(self, tree: Tree, at: int) -> int:
        """The head of the person's name right behind an office ("envoy for X Staffan de Mistura"); -1 if none."""
        behind = next((i for i in range(at + 1, len(tree.tokens)) if self._is_person(tree, i)), -1)
        between = range(at + 1, behind)
        if behind < 0 or any(
            tree.tokens[i].upos in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON") for i in between if not tree.near_hyphen(i)
        ):
            return -1
        marks = [
            i
            for i in between
            if tree.tokens[i].upos == "PUNCT" and not tree.near_hyphen(i) and tree.tokens[i].text not in ("-", "–")
        ]
        if marks and (marks != [behind - 1] or tree.tokens[behind - 1].text != ","):
            return -1
        name = self._names.get((tree.index, behind))
        top = behind if name is None else tree.top(name.first, name.last)
        if tree.tokens[top].rel == "nmod:poss" or tree.tokens[top].rel == "obl":
            return -1  # "a commander during Karim's reign"
        speaks = tree.role(top).startswith("nsubj") and not tree.role(at).startswith("nsubj")
        if marks and speaks and not tree.reaches(at, top):
            return -1  # "They shot the imam on Monday, Bala Musa said"
        return top if marks or tree.reaches(at, top) or tree.reaches(top, at) else -1

    def _is_person(self, tree: Tree, at: int) -> bool:
        found = self.scene.covering.get((tree.index, at))
        name = self._names.get((tree.index, at))
        return (found is not None and found.kind in ("person", "surname")) or (name is not None and name.label == "PER")

    def _through(self, tree: Tree, at: int) -> Draft | None:
        """ "Members of X", "dozens of rebels" stand for what follows."""
        behind = tree.of(at)
        draft = None if behind is None else self.resolve(tree.index, behind)
        if draft is None or draft.value is None or draft.noun == "body":
            return None
        if draft.value.kind == "person" and tree.lemmas[at] in folk().following:
            return None  # "supporters of X" are not X
        first = tree.bare(tree.left(at), at)
        answer = (draft.value, draft.notes, draft.candidates)
        return self._draft(tree, first, max(draft.last, at + 1), at, answer, draft.noun, plural=True)

    def _draft(
        self, tree: Tree, first: int, last: int, head: int, answer: Answer, noun: str, *, plural: bool = False
    ) -> Draft:
        value, notes, candidates = answer
        return Draft(tree.index, first, last, head, value, notes, candidates, plural, noun)
