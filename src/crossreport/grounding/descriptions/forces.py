"""Descriptions of a state's forces: armies, aircraft, police.

In: a phrase. Out: `Answer`. Forces that nobody owns are the page's country's; where the phrase points elsewhere, none.
"""

from crossreport.grounding.descriptions.owner import PRESUMED, Answer
from crossreport.grounding.descriptions.sides import Sides
from crossreport.grounding.descriptions.voice import reporting_verbs
from crossreport.grounding.phrases.phrase import Phrase, defends_air, flies
from crossreport.grounding.phrases.scene import Note
from crossreport.model.actor import Actor
from crossreport.model.kinds import ARMED, STATELY
from crossreport.words.actor_nouns import noun_classes, word_set
from crossreport.words.actors import Country, slug
from crossreport.words.bombers import carries_bomb

_NO_POLICE = frozenset({"military", "army", "and", "security"})  # "army and police patrols", "military police units"
_UNKNOWN = frozenset({"unidentified", "unknown", "unnamed", "unmarked"})
_NOT_THE_STATES = frozenset(
    {"foreign", "international", "allied", "ally", "coalition", "enemy", "local", "partner", "partnered"}
)
_BEFORE_AIR = 3  # sentences back; set on the dev part of evals/actor_mentions.json
_UNNAMED_AIR = "aircraft without an owner: nothing on the page says whose"


class Forces(Sides):
    """Resolves phrases of one page whose head is a force, an aircraft or the police."""

    def _forces(self, phrase: Phrase) -> Answer | None:
        people = self._of_people(phrase)
        if people is not None:
            return people
        if phrase.has(frozenset({"police"})) and not phrase.has(_NO_POLICE):
            return self._police(phrase)  # "a police patrol"
        country, note = self.country_of(phrase)
        own = self.page_side() if note.rule in PRESUMED and defends_air(phrase.tree, phrase.head) else None
        if own is not None and own.kind in ARMED and phrase.tree.role(phrase.head) == "nsubj":
            return own, (Note("own_air_defence", f"air defence, in a paper of {own.name}"),), ()
        if phrase.has(frozenset({"child", "former", "ex", "retired", "demobilised", "demobilized"})):
            return self._no_more(phrase, country, note)
        if phrase.has(frozenset({"coalition"})):
            return self.default("coalition", country, note)
        unowned = phrase.lemma in word_set("dependent_forces") and note.rule in PRESUMED
        unowned = unowned and not (phrase.lemma == "navy" and phrase.definite and self._own_arm(phrase, country))
        if unowned and not phrase.has(self.words.state_words | self.words.security_words | word_set("army_words")):
            return None
        if self.is_loyalist(phrase) and phrase.lemma in ("force", "forces", "troop", "troops"):
            return self.pattern("loyalist_militia", country, note)
        if self.is_rebel(phrase):
            return self.pattern("rebel", country, note)
        if phrase.has(word_set("resisting")) and note.rule in PRESUMED:
            return self.pattern("rebel", country, note)
        led = self.coalition_led(phrase)
        if led is not None:
            return led
        foreign = phrase.has(_NOT_THE_STATES)
        backed = self._backed(phrase, country) if note.rule in PRESUMED and not foreign else None
        if backed is not None:
            return backed
        if country is None or foreign or (phrase.sponsors and note.rule in PRESUMED):
            return None, (Note("forces_unnamed", "the phrase does not say whose forces"),), ()
        return self._army(phrase, country, note)

    def _backed(self, phrase: Phrase, country: Country | None) -> Answer | None:
        """ "Emirati-backed forces": by whom they are backed is all that the page says of whose they are."""
        sponsor = next((name for name, tie in phrase.sponsors if tie in word_set("backing") and not name.named), None)
        state = None if sponsor is None else self.scene.country(sponsor.refs[0].id)
        if state is None or (country is not None and state.code == country.code and not country.fought_over):
            country = None
        if state is None:
            return None
        code = None if country is None else country.code
        value = Actor(
            f"backed:{code or 'XX'}:{state.code}", f"{state.adjective}-backed forces", "political_militia", code, True
        )
        return value, (Note("backed", f"the page says only that {state.name} backs them"),), ()

    def _no_more(self, phrase: Phrase, country: Country | None, note: Note) -> Answer:
        """ "Former soldiers", "child soldiers": people, whose army they are not or should not be."""
        code = None if country is None else country.code
        kept = [word for word in phrase.words if word in ("child", "former", "retired")][:1]
        name = " ".join([*kept, phrase.tree.lows[phrase.head]])
        value = Actor(f"former-fighters:{code or 'XX'}", name, "other", code, True)
        return value, (note, Note("former", "no soldiers of an army")), ()

    def _army(self, phrase: Phrase, country: Country, note: Note) -> Answer:
        """The army where its country tells it apart and the noun is one of it; else the armed forces."""
        sent = self._sent(phrase) if note.rule in PRESUMED else None
        if sent is not None:
            country, note = sent
        there = self.default("army", country, note) if note.rule in PRESUMED else None
        if there is not None:
            return there
        own = country.at_war or country.fought_over
        soldiers = phrase.lemma in word_set("army_nouns") or (own and phrase.lemma in word_set("troop_nouns"))
        if not soldiers or phrase.has(frozenset({"security", "joint", "special"})):
            return self.state_forces(country, note)
        return self.scene.actor(self.scene.register.actors[country.army]), (note,), ()

    def _sent(self, phrase: Phrase) -> tuple[Country, Note] | None:
        """ "Burundi will deploy 100 soldiers": troops are those of the state that sends or withdraws them."""
        tree = phrase.tree
        at = tree.tokens[phrase.head].head
        for _ in range(2):  # "tens of thousands of troops"
            if at >= 0 and tree.tokens[at].upos != "VERB":
                at = tree.tokens[at].head
        if at < 0 or phrase.definite or tree.lemmas[at] not in word_set("sending"):
            return None
        for child in tree.children[at]:
            if tree.tokens[child].rel == "nsubj":
                draft = self.resolve(tree.index, child)
                country = None
                if draft is not None and draft.value is not None and draft.value.kind in STATELY:
                    country = self.scene.country(draft.value.country)
                if country is not None:
                    return country, Note("sent_by", f"{country.name} is the subject of {tree.lemmas[at]!r}")
        return None

    def _air(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        named = note.rule == "country_named"
        if phrase.lemma == "bomber" and carries_bomb(phrase.words, plural=phrase.plural, flown=named):
            return self.pattern("gunman", country, note)
        if phrase.has(self.words.rebel_words):
            return self.pattern("rebel", country, note)
        ruled = country is not None and country.code in self.words.defaults["junta"]
        if phrase.has(frozenset({"government", "regime", "state", "junta"})) and country is not None:
            return self.state_forces(country, note) if ruled else self.state(country, note)
        if phrase.has(_UNKNOWN):
            return None, (Note("air_unnamed", "the page says that nobody knows whose"),), ()
        arm = phrase.lemma in word_set("air_arms") or (phrase.lemma == "air" and phrase.noun == "air")
        if arm and named and country is not None and not phrase.plural:
            return self.scene.actor(self.scene.register.actors[country.air_force]), (note,), ()
        if phrase.has(frozenset({"army", "military", "force"})) and country is not None and not phrase.sponsors:
            if note.rule in PRESUMED and self._others_fight(phrase, country):
                return None, (Note("air_unnamed", "another state's forces were told of before, not this one's"),), ()
            return self.state_forces(country, note)
        if phrase.has(frozenset({"coalition", "alliance"})):
            return self._coalition(phrase)
        led = self.coalition_led(phrase)
        if led is not None:
            return led
        theirs = self._somebodys(phrase)
        if (not named or country is None) and not phrase.sponsors and not theirs:
            flyer = self._flyer(phrase)
            if flyer is not None:
                return flyer
        if arm and phrase.definite and not theirs and self._own_arm(phrase, country) and country is not None:
            return self.scene.actor(self.scene.register.actors[country.air_force]), (note,), ()
        if not named or country is None:
            return self._in_hands_of(phrase, country, note) or (None, (Note("air_unnamed", _UNNAMED_AIR),), ())
        return self.air_arm(country, note)

    def _somebodys(self, phrase: Phrase) -> bool:
        """ "The aggression's warplanes": somebody's, if not known whose."""
        tree = phrase.tree
        owners = [child for child in tree.children[phrase.head] if tree.tokens[child].rel == "nmod:poss"]
        return any(tree.tokens[child].upos in ("NOUN", "PROPN") for child in owners)

    def _in_hands_of(self, phrase: Phrase, country: Country | None, note: Note) -> Answer | None:
        """ "A militia drone", "a terrorist drone": of those whom the word in front means."""
        winged = any(flies(phrase.tree, at) for at in range(phrase.first, phrase.head))
        for word in phrase.words:
            kind = noun_classes().get(word) if word != "fighter" or not winged else None
            if kind in ("militia", "militant"):
                return self.default(word, country, note) or self.pattern(kind, country, note)
        return None

    def _own_arm(self, phrase: Phrase, country: Country | None) -> bool:
        """Whether "the air force", "the navy" is that of the page's country: at war at home, no other told of."""
        words = {*phrase.words, phrase.lemma} - {"the", "air", "force", "airforce", "navy"}
        side = self.page_side()
        if side is not None and side.kind == "state_forces" and country is not None and side.country == country.code:
            return not phrase.plural
        sure = country is not None and country.fought_over and not phrase.plural and not words
        return sure and country is not None and not self._others_fight(phrase, country)

    def _others_fight(self, phrase: Phrase, country: Country) -> bool:
        """Whether the sentences right before tell of other states' forces and not of the page's own."""
        drafts = self.scene.before(phrase.tree.index, phrase.head, _BEFORE_AIR)
        owners = {one.value.country for one in drafts if one.value is not None and one.value.kind == "state_forces"}
        return bool(owners) and country.code not in owners

    def _flyer(self, phrase: Phrase) -> Answer | None:
        """The one state or coalition that the sentences before tell air attacks of."""
        values = {}
        for draft in self.scene.before(phrase.tree.index, phrase.head, 2):
            tree = self.scene.trees[draft.sentence]
            verb = tree.governor(draft.head)
            says = tree.role(draft.head) == "nsubj" and verb >= 0 and tree.lemmas[verb] in reporting_verbs()
            subject = not says and tree.role(draft.head) in ("nsubj", "nmod:poss", "compound", "amod")
            flies = not self.words.air_deeds.isdisjoint(tree.lemmas)
            if draft.value is not None and subject and flies and draft.value.kind in STATELY:
                values[draft.value.id] = draft.value
        if len(values) != 1:
            return None
        (actor,) = values.values()
        return actor, (Note("short_form", f"air attacks told before are those of {actor.name}"),), ()

    def air_arm(self, country: Country, note: Note) -> Answer:
        """Who flies: the forces in a state's own war, the state itself abroad."""
        if country.at_war:
            return self.state_forces(country, note)
        actor, notes, _ = self.state(country, note)
        return actor, notes, (country.forces, country.air_force)

    def _police(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        named = None if country is None else self.scene.register.actors.get(f"police-of-{slug(country.name)}")
        if named is not None:
            return self.scene.actor(named), (note,), ()
        return self.pattern("police", country, note)
