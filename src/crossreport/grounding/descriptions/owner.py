"""Whose a described actor is: members, forces and aircraft of a named group, of a state, of a person's side.

In: a phrase. Out: `Answer`, the actor with the reasons for it, or None where the phrase names no owner.
"""

import re
from collections.abc import Callable

from crossreport.grounding.phrases.find import Found
from crossreport.grounding.phrases.local import abroad_opened, facing, told_of
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Choice, Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.kinds import ARMED, ARMED_GROUPS, BODIES, GOVERNMENT, GROUPS, PRESS
from crossreport.words.actor_nouns import ARMED_NOUNS, FIGHTERS, actor_nouns, noun_classes, word_set
from crossreport.words.actors import Country
from crossreport.words.function_words import QUOTES
from crossreport.words.register import word_row
from crossreport.words.reporting import reporting

Answer = tuple[Actor | None, tuple[Note, ...], tuple[str, ...]]
Resolve = Callable[[int, int], Draft | None]

PRESUMED = frozenset({"focal_country", "local_country", "faces_government"})  # no word of the phrase tells the country
ORGANISED = ARMED_NOUNS | {"forces", "air", "coalition", "tribe", "police"}
_OF_A_PEOPLE = re.compile(r"(?:an|ian|ese|ish|viet|slav|ic|i)$")  # how adjectives of countries and peoples end
_FIGHTING = FIGHTERS | {"forces"}
_NEUTRAL = frozenset({"fighter", "combatant"})
_LINKED = frozenset({"linked", "affiliated", "inspired", "allied", "aligned"})
_LOOSE = frozenset({"link", "tie", "allegiance", "sympathy", "support"})  # what makes nobody a member
_AFFILIATE = "al-qaeda-affiliate"
_SEATED = frozenset({"government", "police"})  # "the government in Y": of the state whose capital Y is
_WARRING = frozenset({"rebel", "militant", "loyalist_militia"})


def _tells_side(word: str) -> bool:
    """Whether an adjective says which forces of a state they are: "republican", "guardian"."""
    words = actor_nouns()
    plain = words.state_words | words.rebel_words | words.security_words | words.armed_words
    return word in plain or word in words.peoples or noun_classes().get(word) == "community"


class Owners:
    """What one page's phrases say of whose they are; `resolve` gives what another head of the page stands for."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        self.scene = scene
        self.resolve = resolve
        self.words = actor_nouns()
        self.author: tuple[Actor, Note] | None = None  # who says "we" on the page, once it is known

    def first_person(self, tree: Tree, at: int) -> Answer | None:
        """ "We": the side that a quotation is of, else the maker of a page that speaks as "we"."""
        if sum(token.text in QUOTES for token in tree.tokens[:at]) % 2 == 1:
            spoken = self._side_that_speaks(tree, at)
            return None if spoken is None else (spoken, (Note("first_person", f"{spoken.name} speaks"),), ())
        return None if self.author is None else (self.author[0], (self.author[1],), ())

    def page_side(self) -> Actor | None:
        """The side whose page it is; None for a newsroom's."""
        return None if self.author is None else self._side(self.author[0])

    def owner(self, phrase: Phrase) -> Answer | None:
        """The named actor whose members, forces or aircraft the phrase means."""
        for name in (*self._behind(phrase), *reversed(phrase.names)):
            found = self.named(name, phrase)
            if found is not None:
                return found
        for sponsor, tie in phrase.sponsors:
            choice = self.scene.choose(sponsor) if sponsor.named else None
            if choice is not None and choice.entry.id == "al-qaeda" and tie in _LINKED:
                return self._affiliate(choice.entry.name, tie)
        abroad = any(name.kind in ("country", "adjective") for name in phrase.names)
        return (
            self._only_named_here(phrase)
            or (None if abroad else self._of(phrase))
            or self._possessed(phrase)
            or self.loyal(phrase)
            or self._held_to_be(phrase)
            or self._bracketed(phrase)
            or self.in_uniform(phrase)
        )

    def _only_named_here(self, phrase: Phrase) -> Answer | None:
        """ "Blue Ridge Front fighters": of a group that the register does not know, named in front of its men."""
        tree = phrase.tree
        for child in tree.children[phrase.head] if phrase.noun in _FIGHTING else ():
            draft = self.resolve(tree.index, child) if child < phrase.head and tree.rel(child) == "compound" else None
            value = None if draft is None else draft.value
            if draft is not None and value is not None and value.id.startswith("minted:") and value.kind in ARMED:
                return value, (*draft.notes, Note("of_actor", "the name in front says whose men they are")), ()
        return None

    def _behind(self, phrase: Phrase) -> tuple[Found, ...]:
        """The name right behind the noun ("the militant group Islamic State")."""
        tree, at = phrase.tree, phrase.last
        name = self.scene.covering.get((tree.index, at)) if at < len(tree.tokens) else None
        if name is None or name.first != at or name.kind != "alias":
            return ()
        return (name,) if tree.reaches(name.head, phrase.head) or tree.reaches(phrase.head, name.head) else ()

    def _possessed(self, phrase: Phrase) -> Answer | None:
        """ "Its forces": those of whom the pronoun means; "the junta's Turkish drones" are the junta's."""
        for child in phrase.tree.children[phrase.head]:
            pronoun = phrase.tree.tokens[child].upos in ("PRON", "DET") or phrase.noun == "air"
            if child < phrase.head and phrase.tree.lows[child] in ("our", "my"):
                return self._own_side(phrase, child)
            if child < phrase.head and pronoun and phrase.tree.tokens[child].rel == "nmod:poss":
                draft = self.resolve(phrase.tree.index, child)
                return None if draft is None else self._theirs(draft, phrase)
        return None

    def _own_side(self, phrase: Phrase, at: int) -> Answer:
        """ "Our forces", in an outlet's own voice: the side whose name the outlet carries ("Voice of the Front")."""
        before = phrase.tree.tokens[:at]
        quoted = sum(token.text in QUOTES for token in before) % 2 == 1
        spoken = self._side_that_speaks(phrase.tree, at) or self._speaks_around(phrase.tree) if quoted else None
        if spoken is not None:
            return spoken, (Note("first_person", f"{spoken.name} speaks"),), ()
        outlet = None if quoted else self.scene.page.outlet
        hits = self.scene.register.hits(word_row((outlet or "").split()))
        for hit in hits:
            entry = self.scene.register.actors.get(hit.refs[0].id) if hit.refs[0].kind == "alias" else None
            if entry is not None and entry.kind in GROUPS:
                return self.scene.actor(entry), (Note("first_person", f"the outlet is {outlet}"),), ()
        body = None if quoted else self.page_side()
        if body is not None and (body := self._side(body)) is not None:
            told = Note("author", f"the page is of {body.name}") if self.author is None else self.author[1]
            return body, (told,), ()
        return None, (Note("first_person", "the voice speaks of its own side, which the page does not name"),), ()

    def _speaks_around(self, tree: Tree) -> Actor | None:
        """The one side that speaks in the quotation's paragraph, or in the sentence before it."""
        block = tree.sentence.block
        near = [one for one in self.scene.trees if one.sentence.block == block or one.index == tree.index - 1]
        verbs = [(one, at) for one in near for at, word in enumerate(one.lemmas) if word in reporting().final]
        said = [self._side_that_speaks(one, kid) for one, at in verbs for kid in one.children[at][:1]]
        sides = {one.id: one for one in said if one is not None}
        return next(iter(sides.values())) if len(sides) == 1 else None

    def _side_that_speaks(self, tree: Tree, at: int) -> Actor | None:
        """The armed side or state that says what a quotation holds, or for which its speaker speaks."""
        verb = tree.tokens[at].head
        while verb >= 0 and tree.lemmas[verb] not in reporting().verbs:
            verb = tree.tokens[verb].head
        for child in tree.children[verb] if verb >= 0 else ():
            if not tree.rel(child).startswith("nsubj"):
                continue
            for noun in (child, *(kid for kid in tree.children[child] if tree.rel(kid) == "nmod")):
                draft = self.resolve(tree.index, noun)
                side = None if draft is None or draft.value is None else self._side(draft.value)
                if side is not None:
                    return side
        return None

    def _side(self, actor: Actor) -> Actor | None:
        body = actor if actor.kind != "person" else self.scene.by_id(actor.affiliation or "")
        country = self.scene.country(body.country) if body is not None and body.kind == "state" else None
        if country is not None:
            return self.scene.by_id(country.forces)
        return body if body is not None and body.kind in ARMED else None

    def _theirs(self, draft: Draft, phrase: Phrase) -> Answer | None:
        note = Note("possessor", "the possessor names the actor")
        if draft.value is None or draft.value.kind in PRESS | {"civilians", "monitor"}:
            return None
        if draft.value.kind == "person":
            return self.of_person(draft.value.id, phrase) or self._of_speaker(draft.value)
        country = self.scene.country(draft.value.country) if draft.value.kind == "state" else None
        if country is not None and phrase.noun in ("forces", "air"):
            return self.state_forces(country, note)
        return draft.value, (*draft.notes, note), draft.candidates

    def _of_speaker(self, person: Actor) -> Answer:
        """ "A spokesman of the Front said its … his forces": the side that he speaks for, else nobody's."""
        told = (one.value for one in self.scene.drafts if one.value is not None and one.value.kind in GROUPS)
        side = next((one for one in told if one.id == person.affiliation), None)
        side = side or (None if person.affiliation is None else self.scene.by_id(person.affiliation))
        if side is None or side.kind not in GROUPS:
            return None, (Note("possessor_unknown", f"nothing says for whom {person.name} speaks"),), ()
        return side, (Note("forces_of_speaker", f"{person.name} speaks for {side.name}"),), ()

    def _bracketed(self, phrase: Phrase) -> Answer | None:
        """ "Islamic State of Iraq and the Levant (ISIL) terrorist group": the name stands in brackets before it."""
        tree = phrase.tree
        left = tree.left(phrase.head)
        if left < 3 or tree.tokens[left - 1].text != ")":
            return None
        name = self.scene.covering.get((tree.index, left - 2))
        return None if name is None or not name.named else self.named(name, phrase)

    def named(self, name: Found, phrase: Phrase) -> Answer | None:
        """The actor of a name inside the phrase."""
        if name.named:
            choice = self.scene.choose(name)
            if choice is None:
                return None
            if choice.entry.kind == "party" and choice.entry.generic and phrase.noun in _FIGHTING:
                return self.pattern("rebel", self.scene.country(choice.entry.country), choice.notes[0])
            branch = self._branch(choice, phrase) or self._affiliate_before(choice, phrase)
            if branch is not None:
                return branch
            country = self.scene.country(choice.entry.country)
            if country is not None and choice.entry.id == country.government and phrase.noun in ("forces", "air"):
                return self.state_forces(country, choice.notes[0])
            written = self.scene.text(name.sentence, name.first, name.last)
            return self.scene.actor(choice.entry, written=written), choice.notes, choice.candidates
        if name.kind in ("person", "surname") and phrase.noun != "group":
            return self.of_person(name.refs[0].id, phrase)
        return None

    def _branch(self, choice: Choice, phrase: Phrase) -> Answer | None:
        """The part of a network that a country and the page's time determine."""
        if phrase.lemma not in self.words.branches:
            return None
        country = self._inside(phrase)
        published = self.scene.page.published
        parts = [one for one in self.scene.register.actors.values() if one.parent == choice.entry.id]
        here = [one for one in parts if country is not None and one.country == country.code]
        late = None if phrase.has(frozenset({"former", "ex", "erstwhile"})) else published.latest
        fit = [one for one in here if one.described is None or one.described.covers(published.earliest, late)]
        if len(fit) == 1:
            note = Note("branch", f"{choice.entry.name} in {country.name if country else ''}: {fit[0].name}")
            return self.scene.actor(fit[0]), (note,), ()
        if choice.entry.id == "al-qaeda":
            return self._affiliate(choice.entry.name, phrase.lemma)
        return None

    def _inside(self, phrase: Phrase) -> Country | None:
        tree = phrase.tree
        for child in tree.children[phrase.head]:
            name = self.scene.covering.get((tree.index, child))
            if child > phrase.head and name is not None and name.kind in ("country", "region"):
                return self.scene.country(name.refs[0].id)
        return self.country_of(phrase)[0]

    def _affiliate_before(self, choice: Choice, phrase: Phrase) -> Answer | None:
        """ "Al-Qaeda militants" on a page that has spoken of an affiliate are that affiliate's."""
        if choice.entry.id != "al-qaeda" or phrase.noun not in _FIGHTING | {"group"}:
            return None
        for draft in self.scene.before(phrase.tree.index, phrase.head, len(self.scene.trees)):
            if draft.value is not None and draft.value.id == _AFFILIATE:
                return (
                    draft.value,
                    (Note("affiliate_before", "the page spoke of an affiliate, not of al-Qaeda itself"),),
                    (),
                )
        return None

    def of_person(self, identity: str, phrase: Phrase) -> Answer | None:
        """The side that a public figure stands for: a state's forces for its leader, else the body."""
        person = self.scene.register.tables.persons.get(identity)
        entry = None if person is None else self.scene.register.actors.get(person.affiliation)
        if person is None or entry is None:
            return None
        note = Note("forces_of_person", f"{person.name} stands for {entry.name}")
        if entry.kind == "state" and phrase.noun in ORGANISED:
            country = self.scene.country(entry.country)
            return self.state_forces(country, note) if country is not None else None
        return self.scene.actor(entry), (note,), ()

    def _affiliate(self, name: str, tie: str) -> Answer | None:
        actor = self.scene.by_id(_AFFILIATE)
        return None if actor is None else (actor, (Note("tied", f"{tie} to {name}, not {name} itself"),), ())

    def _of(self, phrase: Phrase) -> Answer | None:
        at = phrase.tree.of(phrase.head)
        draft = None if at is None else self.resolve(phrase.tree.index, at)
        if at is None or draft is None or draft.value is None:
            return None if at is None else self._unknown_owner(phrase, at)
        if draft.value.kind == "person" and phrase.noun in ORGANISED:
            return self.of_person(draft.value.id, phrase)  # "forces of General Haftar"
        if draft.value.kind == "state" and phrase.noun in ("forces", "air"):
            country = self.scene.country(draft.value.country)
            if country is not None and draft.value.id != country.government and not draft.value.generic:
                return draft.value, (*draft.notes, Note("of_actor", 'what follows "of" names the actor')), ()
            return None if country is None else self.state_forces(country, Note("of_state", "forces of a state"))
        neutral = draft.value.kind == "state" and phrase.lemma in _NEUTRAL  # a government's fighters are no rebels
        minted = draft.value.id.startswith("minted:") and phrase.tree.lows[at] not in word_set("army_parts")
        own = minted and phrase.noun in _FIGHTING
        if neutral or own or draft.value.kind in GROUPS or draft.value.kind in BODIES:
            return draft.value, (*draft.notes, Note("of_actor", 'what follows "of" names the actor')), draft.candidates
        return None

    def _unknown_owner(self, phrase: Phrase, at: int) -> Answer | None:
        """ "The soldiers of the Emirate": whoever that is, they are not the army of the page's country."""
        tree = phrase.tree
        named = tree.tokens[at].upos == "PROPN" and (tree.index, at) not in self.scene.covering
        place = any(name.label == "LOC" and name.first <= at < name.last for name in tree.sentence.names)
        unit = tree.lows[at] in word_set("army_parts")
        if not named or unit or place or phrase.noun not in _FIGHTING:
            return None
        return None, (Note("owner_unknown", f"{tree.tokens[at].text!r} names no actor that is known"),), ()

    def loyal(self, phrase: Phrase) -> Answer | None:
        """ "Forces loyal to X", "men belonging to X", "gunmen affiliated with X": those of X."""
        tree = phrase.tree
        for child in tree.children[phrase.head]:
            if child > phrase.head and tree.lemmas[child] in ("loyal", "ally", "faithful", "belong", "affiliate"):
                for deeper in tree.children[child]:
                    name = self.scene.covering.get((tree.index, deeper))
                    if name is not None and tree.lemmas[child] in ("loyal", "faithful", "belong"):
                        return self.named(name, phrase)
                    if name is not None and name.named and tree.lemmas[child] == "affiliate":
                        return self._affiliated(name, phrase)
                    draft = self.resolve(tree.index, deeper) if tree.lemmas[child] == "belong" else None
                    if draft is not None and draft.value is not None:  # "belonging to the regime"
                        return self._theirs(draft, phrase)
        return None

    def _affiliated(self, name: Found, phrase: Phrase) -> Answer | None:
        """ "Terrorists affiliated with the Front" are held for its men; those of al-Qaeda for an affiliate's."""
        choice = self.scene.choose(name)
        if choice is None or phrase.noun not in FIGHTERS | {"gunman"} or choice.entry.kind not in ARMED_GROUPS:
            return None
        if choice.entry.id == "al-qaeda":
            return self._affiliate(choice.entry.name, "affiliated")
        return self.scene.actor(choice.entry), (*choice.notes, Note("affiliated", "told as affiliated")), ()

    def country_of(self, phrase: Phrase) -> tuple[Country | None, Note]:
        """The state that the phrase names by adjective or genitive, else the page's."""
        for name in reversed(phrase.names):
            ref = next((ref for ref in name.refs if ref.kind in ("adjective", "country", "capital")), None)
            if ref is not None:
                return self.scene.country(ref.id), Note("country_named", f"{ref.alias} names the country")
        at = phrase.tree.of(phrase.head) or self._inside_country(phrase)
        name_behind = None if at is None else self.scene.covering.get((phrase.tree.index, at))
        seats = ("country", "capital") if phrase.noun in _SEATED else ("country",)
        behind = None if name_behind is None else next((r for r in name_behind.refs if r.kind in seats), None)
        if behind is not None:
            return self.scene.country(behind.id), Note("country_named", f"of {behind.alias}")
        part = None if at is None else self._country_of_part(phrase.tree, at)
        if part is not None:
            return part
        strange = self._unknown_people(phrase)
        if strange is not None:
            return None, Note("unknown_adjective", f"of a people that the register does not know: {strange!r}")
        faced = facing(self.scene, phrase.tree, phrase.head) if self._opposes(phrase) else None
        if faced is not None:
            return self.scene.country(faced), Note("faces_government", f"beside the government of {faced}")
        local = told_of(self.scene, phrase.tree.index, phrase.head)
        if local is not None and local != self.scene.focus:
            return self.scene.country(local), Note("local_country", f"the passage tells of {local}")
        if phrase.sponsors and phrase.noun in ARMED_NOUNS:
            return self._not_the_backers(phrase)
        abroad = abroad_opened(self.scene, phrase.tree) if phrase.noun in ("forces", "police") else None
        if abroad is not None:
            return None, Note("abroad", f"told of {abroad}, on a page on {self.scene.focus}")
        if self.scene.guessed and phrase.noun in ("forces", "police") and not self._at_home():
            return None, Note("guessed_country", f"nothing but a place's name speaks for {self.scene.focus}")
        said = "given" if self.scene.given else "the page speaks most of"
        return self.scene.country(self.scene.focus), Note("focal_country", f"{said} {self.scene.focus}")

    def _at_home(self) -> bool:
        """Whether the paper is a state's and the page tells of that state's own land."""
        side = self.page_side()
        return side is not None and side.kind in GOVERNMENT and side.country == self.scene.focus

    def _opposes(self, phrase: Phrase) -> bool:
        """ "The opposition", "opposition parties": whom they oppose, the sentence may say, wherever the two meet."""
        return phrase.noun == "opposition" or phrase.has(frozenset({"opposition"}))

    def _country_of_part(self, tree: Tree, at: int) -> tuple[Country | None, Note] | None:
        """ "Troops of the Fijian contingent": of the country by whose adjective the part is called."""
        for child in tree.children[at] if tree.lemmas[at] in word_set("army_parts") else ():
            name = self.scene.covering.get((tree.index, child))
            if child < at and name is not None and name.kind in ("adjective", "country"):
                alias = name.refs[0].alias
                return self.scene.country(name.refs[0].id), Note("country_named", f"{alias} names the {tree.lows[at]}")
        return None

    def _unknown_people(self, phrase: Phrase) -> str | None:
        """ "The Rhodesian army": the capitalised adjective in front of forces that names no country of today."""
        tree = phrase.tree
        for child in tree.children[phrase.head] if phrase.noun in ("forces", "police", "air") else ():
            token, low = tree.tokens[child], tree.lows[child]
            front = 0 < child < phrase.head and tree.rel(child) in ("amod", "compound") and token.text[:1].isupper()
            plain = _tells_side(low) or (tree.index, child) in self.scene.covering
            if front and not plain and _OF_A_PEOPLE.search(low) and tree.tokens[phrase.head].text.islower():
                return token.text
        return None

    def _not_the_backers(self, phrase: Phrase) -> tuple[Country | None, Note]:
        """ "X-backed militias attacked Y's base": they fight in a war that the page speaks of, never X's or Y's own."""
        backers = {ref.id for name, _ in phrase.sponsors for ref in name.refs if ref.kind in ("adjective", "country")}
        focal = self.scene.country(self.scene.focus)
        for country in (focal, self._war(Note("focal_country", ""))[0]):
            if country is not None and country.fought_over and country.code not in backers:
                return country, Note("focal_country", f"backed from abroad, in a page on {country.name}")
        return None, Note("backed", "the phrase tells who backs them, not where they are from")

    def _inside_country(self, phrase: Phrase) -> int | None:
        """The country in "the army in Mali", the capital in "the government in X": of those who are a state's own."""
        tree = phrase.tree
        if phrase.noun not in {"forces", *_SEATED}:
            return None
        behind = (kid for kid in tree.children[phrase.head] if kid > phrase.head and tree.rel(kid) == "nmod")
        return next((kid for kid in behind if tree.case(kid) == "in"), None)

    def pattern(self, name: str, country: Country | None, note: Note) -> Answer | None:
        """The generic actor of a class in a country."""
        pattern = self.words.patterns.get(name)
        if pattern is None:
            return None
        if name in _WARRING and country is not None and not country.fought_over and note.rule == "focal_country":
            country, note = self._war(note)
        code = "" if country is None else country.code
        identity = pattern.id.format(cc=code or "XX")
        known = self.words.defaults.get(identity.partition(":")[0], {}).get(code)
        actor = None if known is None else self.scene.by_id(known)
        if actor is not None:
            return actor, (note,), ()
        words = {"A": "" if country is None else country.adjective, "X": "" if country is None else country.name}
        title = pattern.name.format(**words).strip()
        if country is None and "{" in pattern.name:
            title = title[:1].lower() + title[1:].removesuffix(" of")
        return Actor(identity, title, pattern.kind, code or None, generic=True), (note,), ()

    def _war(self, note: Note) -> tuple[Country | None, Note]:
        """The country at war that a page speaks of most; rebels without a name are never those of a land at peace."""
        for code, _ in sorted(self.scene.counts.items(), key=lambda item: (-item[1], item[0])):
            country = self.scene.country(code)
            if country is not None and country.fought_over:
                return country, Note("country_at_war", f"the war that the page speaks most of is in {country.name}")
        return None, note

    def default(self, noun: str, country: Country | None, note: Note) -> Answer | None:
        """The actor that a bare noun means in the war of a country that the page speaks of."""
        codes = [] if country is None else [country.code]
        if note.rule == "focal_country":
            codes += [code for code, _ in sorted(self.scene.counts.items(), key=lambda item: (-item[1], item[0]))]
        choices = self.words.defaults.get(noun, {})
        here = next((code for code in codes if code in choices and self.scene.spoken_of(code)), None)
        if here is None:
            return None
        meant = [one for one in (choices[here], self.words.earlier.get(noun, {}).get(here)) if one is not None]
        active = [one for one in meant if self._active(one)]
        fit = [one for one in active if self.scene.confirms(one)] if len(active) > 1 else active
        if len(meant) > 1 and len(fit) != 1:
            return (
                None,
                (Note("default_unclear", f"the page's time does not say which {noun!r} is meant"),),
                tuple(meant),
            )
        actor = self.scene.by_id(fit[0]) if fit else None
        return None if actor is None else (actor, (note, Note("default", f"{noun!r} in this war")), ())

    def _active(self, identity: str) -> bool:
        """Whether an actor can have existed at the page's time, or other names of it stand on the page."""
        entry, published = self.scene.register.actors.get(identity), self.scene.page.published
        if entry is None or entry.active is None:
            return entry is not None
        return entry.active.meets(published.earliest, published.latest)

    def state_forces(self, country: Country, note: Note) -> Answer:
        """A country's army."""
        entry = self.scene.register.actors[country.forces]
        return self.scene.actor(entry), (note,), ()

    def state(self, country: Country, note: Note) -> Answer:
        """A country's government."""
        return self.scene.actor(self.scene.register.actors[country.government]), (note,), ()

    def _held_to_be(self, phrase: Phrase) -> Answer | None:
        """ "Gunmen believed to belong to the cartel", "thought to be its members": the group, if only suspected."""
        tree = phrase.tree
        for child in held_to_be(tree, phrase.head):
            agenda = [(child, False)]
            while agenda:
                at, member = agenda.pop(0)
                name = self.scene.covering.get((tree.index, at))
                member = member or tree.lemmas[at] in word_set("membership")
                if name is not None and name.named and member:
                    found = self.named(name, phrase)
                    if found is not None:
                        why = Note("suspected", f"only {tree.lows[child]} to be of {found[0].name if found[0] else ''}")
                        return found[0], (*found[1], why), found[2]
                agenda += [(kid, member) for kid in tree.children[at] if kid > child and tree.lemmas[kid] not in _LOOSE]
        return None

    def in_uniform(self, phrase: Phrase) -> Answer | None:
        """ "Armed men in X uniform": of X, as it seems; "military fatigues" are anybody's."""
        tree = phrase.tree
        for child in (at for at in tree.children[phrase.head] if at > phrase.head):
            for worn in (child, *tree.children[child]):
                if tree.lemmas[worn] not in word_set("uniforms"):
                    continue
                names = [self.scene.covering.get((tree.index, at)) for at in (*tree.children[worn], worn - 1)]
                found = next((self.named(one, phrase) for one in names if one is not None and one.named), None)
                if found is not None and found[0] is not None:
                    why = Note("suspected", f"known only by the {tree.lows[worn]} of {found[0].name}")
                    return found[0], (*found[1], why), found[2]
        return None


def held_to_be(tree: Tree, head: int) -> list[int]:
    """Participles behind a noun by which somebody takes it for something: "believed", "suspected"."""
    return [child for child in tree.children[head] if child > head and tree.lemmas[child] in word_set("held_to_be")]
