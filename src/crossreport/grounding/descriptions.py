"""Descriptions of actors: a phrase in, the actor that it determines out, with the rule that said so.

"Government helicopters", "Kurdish fighters", "ISIL Takfiri militants", "the army", "forces loyal to X". Where a phrase
does not say whose it is, the page's country does; where several actors fit, none is chosen.
"""

from collections.abc import Callable

from crossreport.grounding.actors_local import item_opened
from crossreport.grounding.actors_phrase import Phrase
from crossreport.grounding.actors_scene import Note, Scene
from crossreport.grounding.actors_tree import Tree
from crossreport.grounding.actors_voice import Voices, reporting_verbs
from crossreport.grounding.descriptions_owner import ARMED_SIDES, ORGANISED, PRESUMED, Answer, Resolve, held_to_be
from crossreport.grounding.descriptions_unarmed import Unarmed
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import labels, noun_classes, word_set
from crossreport.words.actors import Country, slug
from crossreport.words.events import ontology

_FLYING = frozenset({"state", "state_forces", "external_forces"})
_OPPOSED = frozenset({"anti"})
_BEFORE_AIR = 3  # sentences back; set on the dev part of evals/actor_mentions.json
_UNNAMED_AIR = "aircraft without an owner: nothing on the page says whose"


def _in_ranks(phrase: Phrase) -> bool:
    return phrase.noun == "forces" or phrase.lemma in word_set("army_parts")


def _of_a_state(phrase: Phrase, word: str) -> bool:
    """Whether a people's name is a state's adjective, too ("Armenian troops")."""
    return any(ref.kind == "adjective" and ref.alias.lower() == word for name in phrase.names for ref in name.refs)


_BEARING = frozenset({"armed", "suspected", "bandit"})


class Describer(Unarmed):
    """Resolves phrases of one page by the class of their head."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        super().__init__(scene, resolve)
        self.voices = Voices(scene, resolve)

    def answer(self, phrase: Phrase) -> Answer | None:
        """Who the phrase means; None if it names nobody."""
        if phrase.noun in ORGANISED or self._own_men(phrase):
            found = self.owner(phrase)
            if found is not None:
                return found
        spoken = self.voices.answer(phrase)
        if spoken is not None:
            return spoken
        rules: dict[str, Callable[[Phrase], Answer | None]] = {
            "forces": self._forces,
            "air": self._air,
            "police": self._police,
            "government": self._government,
            "ministry": self._ministry,
            "group": self._group,
            "rebel": self._armed,
            "militant": self._armed,
            "militia": self._militia,
            "coalition": self._coalition,
            "people": self._people,
            "opposition": self._opposition,
            "media": self._media,
            "delegates": self._delegates,
            "crew": self._crew,
            "gunman": self._gunman,
            "community": self._community,
            "whoever": self._whoever,
            "body": self._body,
            "crowd": self._crowd,
            "elders": self._elders,
        }
        return rules.get(phrase.noun, self._pattern_of_class)(phrase)

    def _own_men(self, phrase: Phrase) -> bool:
        """ "His men", "men of the battalion": a commander's or a force's own, whoever else men are."""
        tree = phrase.tree
        if not phrase.plural or phrase.lemma not in ("man", "boy"):
            return False
        his = any(
            tree.lows[child] in ("his", "their", "its") for child in tree.children[phrase.head] if child < phrase.head
        )
        at = tree.of(phrase.head)
        draft = None if his or at is None else self.resolve(tree.index, at)
        taken = bool(held_to_be(tree, phrase.head))
        return his or taken or (draft is not None and draft.value is not None and draft.value.kind in ARMED_SIDES)

    def is_loyalist(self, phrase: Phrase) -> bool:
        """ "Pro-government", "pro-Assad" in front of the noun."""
        return any(word == "pro" or word.startswith("pro-") for word in phrase.words) or phrase.has(
            frozenset({"loyalist"})
        )

    def is_rebel(self, phrase: Phrase) -> bool:
        """Whether the words in front of the noun put it on the side against the state."""
        against = phrase.side(self.words.state_words, _OPPOSED)
        return against or phrase.has(self.words.rebel_words) or phrase.has(self.words.armed_words - {"armed"})

    def _forces(self, phrase: Phrase) -> Answer | None:
        people = self._of_people(phrase)
        if people is not None:
            return people
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"coalition"})):
            return self.default("coalition", country, note)
        unowned = phrase.lemma in word_set("dependent_forces") and note.rule in PRESUMED
        if unowned and not phrase.has(self.words.state_words | self.words.security_words | word_set("army_words")):
            return None
        if self.is_loyalist(phrase) and phrase.lemma in ("force", "forces", "troop", "troops"):
            return self.pattern("loyalist_militia", country, note)
        if self.is_rebel(phrase):
            return self.pattern("rebel", country, note)
        if phrase.has(word_set("resisting")) and note.rule in PRESUMED:
            return self.pattern("rebel", country, note)
        foreign = phrase.has(frozenset({"foreign", "international", "allied", "ally", "coalition", "enemy"}))
        if country is None or foreign or (phrase.sponsors and note.rule in PRESUMED):
            return None, (Note("forces_unnamed", "the phrase does not say whose forces"),), ()
        return self._army(phrase, country, note)

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
                if draft is not None and draft.value is not None and draft.value.kind in _FLYING:
                    country = self.scene.country(draft.value.country)
                if country is not None:
                    return country, Note("sent_by", f"{country.name} is the subject of {tree.lemmas[at]!r}")
        return None

    def _whoever(self, phrase: Phrase) -> Answer | None:
        """Words that only tell on whose side the speaker is; without a known speaker they name no side."""
        country, note = self.country_of(phrase)
        if phrase.lemma == "loyalist":
            return self.default("loyalist", country, note) or self.pattern("loyalist_militia", country, note)
        if phrase.lemma not in word_set("armed_foes") or phrase.names:
            return None
        answer = self.pattern("whoever", country, note)
        why = Note("speaker_unknown", f"whom {phrase.lemma!r} means depends on who speaks")
        return None if answer is None else (answer[0], (why, *answer[1]), ())

    def _air(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        named = note.rule == "country_named"
        if phrase.lemma == "bomber" and (phrase.has(word_set("bomber_words")) or not (named or phrase.plural)):
            return self.pattern("gunman", country, note)
        if phrase.has(self.words.rebel_words):
            return self.pattern("rebel", country, note)
        ruled = country is not None and country.code in self.words.defaults["junta"]
        if phrase.has(frozenset({"government", "regime", "state", "junta"})) and country is not None:
            return self.state_forces(country, note) if ruled else self.state(country, note)
        arm = phrase.lemma in ("force", "airforce") or (phrase.lemma == "air" and phrase.noun == "air")
        if arm and named and country is not None and not phrase.plural:
            return self.scene.actor(self.scene.register.actors[country.air_force]), (note,), ()
        if phrase.has(frozenset({"army", "military", "force"})) and country is not None and not phrase.sponsors:
            if note.rule in PRESUMED and self._others_fight(phrase, country):
                return None, (Note("air_unnamed", "another state's forces were told of before, not this one's"),), ()
            return self.state_forces(country, note)
        if phrase.has(frozenset({"coalition", "alliance"})):
            return self._coalition(phrase)
        if (not named or country is None) and not phrase.sponsors:
            flyer = self._flyer(phrase)
            if flyer is not None:
                return flyer
        if not named or country is None:
            return None, (Note("air_unnamed", _UNNAMED_AIR),), ()
        return self.air_arm(country, note)

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
            subject = tree.role(draft.head) in ("nsubj", "nmod:poss", "compound", "amod")
            flies = not self.words.air_deeds.isdisjoint(tree.lemmas)
            if draft.value is not None and subject and flies and draft.value.kind in _FLYING:
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

    def _government(self, phrase: Phrase) -> Answer | None:
        for name in reversed(phrase.names):
            if name.named or name.kind in ("person", "surname"):
                found = self.named(name, phrase)
                if found is not None:
                    return found
        country, note = self.country_of(phrase)
        owner = self._of_government(phrase) or self.installed(phrase) or self._not_the_states(phrase, country, note)
        if owner is not None:
            return owner
        if phrase.has(word_set("past_words")):
            return None, (Note("past_government", "a government that is no longer in office"),), ()
        if phrase.lemma == "junta" and note.rule in PRESUMED:
            return self.default("junta", country, note) or (None if country is None else self.state(country, note))
        if country is not None and phrase.has(frozenset({"military"})) and phrase.lemma in ("authority", "authorities"):
            return self.state_forces(country, note)
        if phrase.lemma in ("authority", "authorities") and self._for_a_matter(phrase):
            return None, (Note("body_of_its_own", "an authority for one matter is not the government"),), ()
        if country is None or phrase.has(
            frozenset({"local", "foreign", "western", "state", "provincial", "regional", "county"})
        ):
            return None, (Note("government_unnamed", "the phrase does not say whose government"),), ()
        return self.state(country, note)

    def _for_a_matter(self, phrase: Phrase) -> bool:
        """ "The Ports Authority", "health authorities": a noun right before the word tells for what it is one."""
        at = phrase.head - 1
        if at < 0 or phrase.tree.tokens[at].upos not in ("NOUN", "PROPN") or not phrase.words:
            return False
        named = self.scene.covering.get((phrase.tree.index, at)) is not None
        stately = self.words.state_words | {"occupation", "government", "law"}
        return not named and not {phrase.tree.lows[at], phrase.tree.lemmas[at]} & stately

    def installed(self, phrase: Phrase) -> Answer | None:
        """ "The Russian-installed administration" is Russia's, whatever country it is in."""
        sponsor = next((name for name, tie in phrase.sponsors if tie in word_set("installing")), None)
        ref = None if sponsor is None else next((r for r in sponsor.refs if r.kind in ("adjective", "country")), None)
        country = None if ref is None else self.scene.country(ref.id)
        return None if country is None else self.state(country, Note("installed", f"installed by {country.name}"))

    def _not_the_states(self, phrase: Phrase, country: Country | None, note: Note) -> Answer | None:
        """Authorities that are not the state's own: separatists', rebels', a province's, a town's."""
        if phrase.has(word_set("breakaway")):
            known = self.default("separatist", country, note)
            return known or self.pattern("rebel", country, Note("breakaway", "against the state"))
        tree = phrase.tree
        lower = phrase.has(word_set("lower_levels"))
        if phrase.lemma not in word_set("local_bodies") or not (lower or self._of_a_place(phrase)):
            return None
        code = None if country is None else country.code
        value = Actor(f"local-authorities:{code or 'XX'}", "local authorities", "state", code, generic=True)
        return value, (note, Note("local", f"{tree.lows[phrase.head]} of a place")), ()

    def _of_a_place(self, phrase: Phrase) -> bool:
        """Whether a place that is no country stands in front of the noun ("Tamaulipas authorities")."""
        tree = phrase.tree
        for at in range(max(0, tree.left(phrase.head)), phrase.head):
            name = self.scene.covering.get((tree.index, at))
            placed = any(one.label == "LOC" and one.first <= at < one.last for one in tree.sentence.names)
            if placed and (name is None or name.kind == "region") and tree.reaches(at, phrase.head):
                return True
        return False

    def _of_government(self, phrase: Phrase) -> Answer | None:
        at = phrase.tree.of(phrase.head)
        name = None if at is None else self.scene.covering.get((phrase.tree.index, at))
        if name is not None and name.kind in ("person", "surname"):
            return self.of_person(name.refs[0].id, phrase)
        return None

    def _of_people(self, phrase: Phrase) -> Answer | None:
        """Fighters named by their people ("Kurdish fighters", "Fulani gunmen")."""
        country, note = self.country_of(phrase)
        for word in phrase.words:
            if (
                word not in self.words.peoples
                and noun_classes().get(word) == "community"
                and not (_in_ranks(phrase) and _of_a_state(phrase, word))
                and phrase.noun not in ("air", "rebel")
            ):
                code = None if country is None else country.code
                title = f"{word.capitalize()} militias"
                value = Actor(f"militias:{code or 'XX'}:{word}", title, "identity_militia", code, True)
                return value, (note, Note("people", f"armed {word}")), ()
        for word in (*phrase.words, phrase.lemma):
            homes = self.words.peoples.get(word)
            if homes is None:
                continue
            identity = None if country is None else homes.get(country.code)
            actor = None if identity is None else self.scene.by_id(identity)
            if actor is not None and actor.kind == "state_forces" and phrase.lemma in word_set("against_a_state"):
                return None, (Note("people", f"{word} against a state are not {actor.name}"),), ()
            if actor is not None:
                return actor, (note, Note("people", f"armed {word} of this country")), ()
            if country is not None and phrase.noun != "air":
                title = f"{country.adjective} {word.capitalize()} armed groups"
                return Actor(f"armed-{word}:{country.code}", title, "identity_militia", country.code, True), (note,), ()
        return None

    def _armed(self, phrase: Phrase) -> Answer | None:
        people = None if self.is_loyalist(phrase) else self._of_people(phrase)
        if people is not None:
            return people
        country, note = self.country_of(phrase)
        if self.is_loyalist(phrase):
            return self.pattern("loyalist_militia", country, note)
        if phrase.has(frozenset({"former", "ex", "demobilised", "demobilized", "reintegrated"})):
            return self._former(phrase, country, note)
        if phrase.lemma in ("group", "faction") and not self._armed_group(phrase):
            return self._group(phrase)
        abroad = self._abroad(phrase, country, note)
        if abroad is not None:
            return abroad
        only = self._only_group(phrase, note)
        jihadist = phrase.lemma in ("group", "faction") and phrase.has(word_set("jihadist_words"))
        if only is None and jihadist and not phrase.has(self.words.rebel_words):
            return self.pattern("jihadist", country, note)
        return only or self.default(phrase.lemma, country, note) or self.pattern(phrase.noun, country, note)

    def _former(self, phrase: Phrase, country: Country | None, note: Note) -> Answer:
        """Fighters who have laid down their arms are no side of a war any more."""
        code = "XX" if country is None else country.code
        name = f"former {phrase.tree.lows[phrase.head]}"
        value = Actor(f"former-fighters:{code}", name, "other", None if country is None else code, True)
        return value, (note, Note("former", "no fighters any more")), ()

    def _only_group(self, phrase: Phrase, note: Note) -> Answer | None:
        """The one rebel group that the page names, where nothing else is said of whose fighters they are."""
        if note.rule not in PRESUMED or phrase.sponsors or self.scene.focus in word_set("crowded"):
            return None
        if phrase.has(frozenset({"foreign", "former", "other", "rival", "resistance"})):
            return None
        if not phrase.definite and self.scene.focus in word_set("several_wars"):
            return None  # "militants attacked" may be anybody's there
        actor = self.scene.only_rebels
        if actor is None or (phrase.lemma in word_set("anybodys_fighters") and self.scene.militias):
            return None
        if phrase.lemma not in word_set("own_fighters") and self._speaks(phrase.tree, actor):
            return None  # nobody calls its own people assailants
        return actor, (note, Note("only_group", f"the only rebel group that the page names: {actor.name}")), ()

    def _speaks(self, tree: Tree, actor: Actor) -> bool:
        """Whether the actor says what the sentence tells."""
        verbs = [at for at, lemma in enumerate(tree.lemmas) if lemma in reporting_verbs()]
        names = [self.scene.covering.get((tree.index, kid)) for at in verbs for kid in tree.children[at]]
        return any(ref.id == actor.id for name in names if name is not None for ref in name.refs)

    def _abroad(self, phrase: Phrase, country: Country | None, note: Note) -> Answer | None:
        """ "A British fighter": fighters from a country without rebels of its own are people of it."""
        if phrase.has(frozenset({"foreign"})) and phrase.lemma in ("fighter", "combatant", "volunteer", "mercenary"):
            return Actor("foreign-fighters", "foreign fighters", "other", None, True), (note,), ()
        if country is None or country.fought_over or phrase.lemma not in ("fighter", "combatant", "mercenary"):
            return None
        if note.rule != "country_named":
            return None
        role = phrase.lemma if not phrase.plural else phrase.tree.lows[phrase.head]
        value = Actor(f"fighters:{country.code}", f"{country.adjective} {role}", "other", country.code, True)
        return value, (note, Note("abroad", f"no rebels are known in {country.name}")), ()

    def _armed_group(self, phrase: Phrase) -> bool:
        loaded = any(labels().words.get(word) == "militant" for word in phrase.words)
        tie = any(tie in ("backed", "sponsored", "armed", "trained", "supported") for _, tie in phrase.sponsors)
        armed = phrase.has(self.words.armed_words - {"opposition"})
        return armed or loaded or tie or (phrase.lemma == "faction" and phrase.has(self.words.rebel_words))

    def _militia(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        done_to = phrase.tree.role(phrase.head) in ("obj", "nsubj:pass")
        if done_to and phrase.lemma in ontology().classes["civilian_noun"] and not phrase.has(_BEARING):
            return self.pattern("civilians", country, note)  # herders attack as a side, and are killed as herders
        if self.is_loyalist(phrase) or phrase.has(self.words.state_words - {"military", "security"}):
            return self.pattern("loyalist_militia", country, note)
        people = self._of_people(phrase)
        default = self.default(phrase.lemma, country, note)
        return people or default or self.pattern("militia", country, note)

    def _group(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"opposition"})) and phrase.lemma in word_set("political_bodies"):
            return self._opposition(phrase)
        part = phrase.lemma in word_set("army_parts")
        own = phrase.has(word_set("army_words")) or (phrase.plural and note.rule == "country_named")
        if part and own and not self.is_rebel(phrase) and not self._armed_group(phrase):
            return self._forces(phrase)  # "infantry units", "Azerbaijani units"
        if self._armed_group(phrase) or phrase.has(frozenset({"armed"})):
            return self.pattern("militant", country, note)
        if self.is_loyalist(phrase):
            return self.pattern("loyalist_militia", country, note)
        if phrase.has(self.words.monitor_words):
            return self.pattern("monitor", country, note)
        if phrase.has(self.words.aid_words):
            return self.pattern("aid_group", country, note)
        if phrase.has(self.words.media_words):
            return self.pattern("media", country, note)
        if phrase.has(self.words.rebel_words) and phrase.lemma not in ("army", "column"):
            return self.pattern("rebel", country, note)
        return None

    def _coalition(self, phrase: Phrase) -> Answer | None:
        leader = next((name for name, tie in phrase.sponsors if tie == "led" and not name.named), None)
        country, note = self.country_of(phrase)
        if leader is not None:
            state = self.scene.country(leader.refs[0].id)
            if state is not None:
                title = f"{state.name}-led coalition"
                return Actor(f"coalition:{state.code}-led", title, "external_forces", None), (note,), ()
        if phrase.has(frozenset({"opposition"})):
            return self._opposition(phrase)
        if self.is_rebel(phrase):
            return self.pattern("rebel", country, note)
        return self.default(phrase.lemma, country, note)

    def _opposition(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"armed"})):
            return self.pattern("rebel", country, note)
        return self.default("opposition", country, note) or self.pattern("opposition", country, note)

    def _delegates(self, phrase: Phrase) -> Answer | None:
        """A delegation stands for the body that sent it."""
        found = self.owner(phrase)
        if found is not None:
            return found
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"opposition"})):
            return self._opposition(phrase)
        if phrase.has(self.words.rebel_words):
            return self.pattern("rebel", country, note)
        named = note.rule == "country_named" or phrase.has(frozenset({"government", "regime"}))
        return self.state(country, note) if country is not None and named else None

    def _gunman(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        here = phrase.definite and phrase.plural and not item_opened(self.scene, phrase.tree)
        only = self._only_group(phrase, note) if here else None
        people = None if only is not None else self._of_people(phrase)
        return only or people or self.pattern("militant" if self.is_rebel(phrase) else "gunman", country, note)

    def _medium(self, phrase: Phrase) -> Answer | None:
        """ "A Reuters correspondent said": the medium speaks through its people."""
        verb = phrase.tree.governor(phrase.head)
        speaks = phrase.tree.role(phrase.head) == "nsubj" and verb >= 0
        if phrase.noun != "journalists" or not speaks or phrase.tree.lemmas[verb] not in reporting_verbs():
            return None
        for name in phrase.names:
            choice = self.scene.choose(name) if name.named else None
            if choice is not None and choice.entry.kind in ("media", "agency"):
                return self.scene.actor(choice.entry), (*choice.notes, Note("medium", "its people speak for it")), ()
        return None

    def _pattern_of_class(self, phrase: Phrase) -> Answer | None:
        medium = self._medium(phrase)
        if medium is not None:
            return medium
        country, note = self.country_of(phrase)
        if phrase.noun == "civilians" and phrase.lemma == "worker":
            if phrase.has(self.words.med_words):
                return self.pattern("medics", country, note)
            if phrase.has(self.words.relief_words):
                return self.pattern("aid_workers", country, note)
        return self.default(phrase.lemma, country, note) or self.pattern(phrase.noun, country, note)
