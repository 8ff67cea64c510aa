"""Descriptions of actors: a phrase in, the actor that it determines out, with the rule that said so.

"Government helicopters", "Kurdish fighters", "ISIL Takfiri militants", "the army", "forces loyal to X". Where a phrase
does not say whose it is, the page's country does; where several actors fit, none is chosen.
"""

from collections.abc import Callable

from crossreport.grounding.actors_find import Found
from crossreport.grounding.actors_phrase import Phrase
from crossreport.grounding.actors_scene import Choice, Draft, Note, Scene
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import actor_nouns, labels
from crossreport.words.actors import Country, slug

Answer = tuple[Actor | None, tuple[Note, ...], tuple[str, ...]]
Resolve = Callable[[int, int], Draft | None]

_ORGANISED = frozenset(
    {"rebel", "militant", "militia", "forces", "air", "group", "gunman", "coalition", "tribe", "police"}
)
_FLYING = frozenset({"state", "state_forces", "external_forces"})
_OPPOSED = frozenset({"anti"})
_FIGHTING = frozenset({"rebel", "militant", "militia", "forces", "gunman"})
_LINKED = frozenset({"linked", "affiliated", "inspired", "allied", "aligned"})
_VAGUE_GROUPS = frozenset({"group", "faction", "party", "leader", "figure", "body", "bloc", "politician"})
_UNNAMED_AIR = "aircraft without an owner: nothing on the page says whose"
_AFFILIATE = "al-qaeda-affiliate"
_GROUP_KINDS = frozenset(
    {"rebel_group", "political_militia", "identity_militia", "external_forces", "party", "state_forces"}
)


class Describer:
    """Resolves phrases of one page; `resolve` gives what another head of the page stands for."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        self.scene = scene
        self.resolve = resolve
        self.words = actor_nouns()

    def answer(self, phrase: Phrase) -> Answer | None:
        """Who the phrase means; None if it names nobody."""
        if phrase.noun in _ORGANISED:
            found = self.owner(phrase)
            if found is not None:
                return found
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
        }
        return rules.get(phrase.noun, self._pattern_of_class)(phrase)

    def owner(self, phrase: Phrase) -> Answer | None:
        """The named actor whose members, forces or aircraft the phrase means."""
        for name in reversed(phrase.names):
            found = self._named(name, phrase)
            if found is not None:
                return found
        for sponsor, tie in phrase.sponsors:
            choice = self.scene.choose(sponsor) if sponsor.named else None
            if choice is not None and choice.entry.id == "al-qaeda" and tie in _LINKED:
                return self._affiliate(choice.entry.name, tie)
        return self._of(phrase) or self._loyal(phrase) or self._bracketed(phrase)

    def _bracketed(self, phrase: Phrase) -> Answer | None:
        """ "Islamic State of Iraq and the Levant (ISIL) terrorist group": the name stands in brackets before it."""
        tree = phrase.tree
        left = tree.left(phrase.head)
        if left < 3 or tree.tokens[left - 1].text != ")":
            return None
        name = self.scene.covering.get((tree.index, left - 2))
        return None if name is None or not name.named else self._named(name, phrase)

    def _named(self, name: Found, phrase: Phrase) -> Answer | None:
        if name.named:
            choice = self.scene.choose(name)
            if choice is None:
                return None
            if choice.entry.kind == "party" and choice.entry.generic and phrase.noun in _FIGHTING:
                return self.pattern("rebel", self.scene.country(choice.entry.country), choice.notes[0])
            branch = self._branch(choice, phrase) or self._affiliate_before(choice, phrase)
            if branch is not None:
                return branch
            written = self.scene.text(name.sentence, name.first, name.last)
            return self.scene.actor(choice.entry, written=written), choice.notes, choice.candidates
        if name.kind in ("person", "surname") and phrase.noun != "group":
            return self._of_person(name.refs[0].id, phrase)
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

    def _of_person(self, identity: str, phrase: Phrase) -> Answer | None:
        person = self.scene.register.tables.persons.get(identity)
        entry = None if person is None else self.scene.register.actors.get(person.affiliation)
        if person is None or entry is None:
            return None
        note = Note("forces_of_person", f"{person.name} stands for {entry.name}")
        if entry.kind == "state" and phrase.noun in _ORGANISED:
            country = self.scene.country(entry.country)
            return self.state_forces(country, note) if country is not None else None
        return self.scene.actor(entry), (note,), ()

    def _affiliate(self, name: str, tie: str) -> Answer | None:
        actor = self.scene.by_id(_AFFILIATE)
        return None if actor is None else (actor, (Note("tied", f"{tie} to {name}, not {name} itself"),), ())

    def _of(self, phrase: Phrase) -> Answer | None:
        at = phrase.tree.of(phrase.head)
        draft = None if at is None else self.resolve(phrase.tree.index, at)
        if draft is None or draft.value is None:
            return None
        if draft.value.kind == "state" and phrase.noun in ("forces", "air"):
            country = self.scene.country(draft.value.country)
            return None if country is None else self.state_forces(country, Note("of_state", "forces of a state"))
        if draft.value.kind in _GROUP_KINDS or draft.value.kind in ("igo", "ngo", "monitor"):
            return draft.value, (*draft.notes, Note("of_actor", 'what follows "of" names the actor')), draft.candidates
        return None

    def _loyal(self, phrase: Phrase) -> Answer | None:
        tree = phrase.tree
        for child in tree.children[phrase.head]:
            if child > phrase.head and tree.lemmas[child] in ("loyal", "ally", "faithful", "belong", "affiliate"):
                for deeper in tree.children[child]:
                    name = self.scene.covering.get((tree.index, deeper))
                    if name is not None and tree.lemmas[child] in ("loyal", "faithful", "belong"):
                        return self._named(name, phrase)
        return None

    def country_of(self, phrase: Phrase) -> tuple[Country | None, Note]:
        """The state that the phrase names by adjective or genitive, else the page's."""
        for name in reversed(phrase.names):
            ref = next((ref for ref in name.refs if ref.kind in ("adjective", "country", "capital")), None)
            if ref is not None:
                return self.scene.country(ref.id), Note("country_named", f"{ref.alias} names the country")
        at = phrase.tree.of(phrase.head)
        name_behind = None if at is None else self.scene.covering.get((phrase.tree.index, at))
        behind = None if name_behind is None else next((r for r in name_behind.refs if r.kind == "country"), None)
        if behind is not None:
            return self.scene.country(behind.id), Note("country_named", f"of {behind.alias}")
        said = "given" if self.scene.given else "the page speaks most of"
        return self.scene.country(self.scene.focus), Note("focal_country", f"{said} {self.scene.focus}")

    def pattern(self, name: str, country: Country | None, note: Note) -> Answer | None:
        """The generic actor of a class in a country."""
        pattern = self.words.patterns.get(name)
        if pattern is None:
            return None
        code = "" if country is None else country.code
        identity = pattern.id.format(cc=code or "XX")
        words = {"A": "" if country is None else country.adjective, "X": "" if country is None else country.name}
        title = pattern.name.format(**words).strip()
        if country is None and "{" in pattern.name:
            title = title[:1].lower() + title[1:]
        return Actor(identity, title, pattern.kind, code or None, generic=True), (note,), ()

    def _default(self, noun: str, country: Country | None, note: Note) -> Answer | None:
        codes = [] if country is None else [country.code]
        if note.rule == "focal_country":
            codes += [code for code, _ in sorted(self.scene.counts.items(), key=lambda item: (-item[1], item[0]))]
        choices = self.words.defaults.get(noun, {})
        identity = next((choices[code] for code in codes if code in choices and self.scene.spoken_of(code)), None)
        actor = None if identity is None else self.scene.by_id(identity)
        return None if actor is None else (actor, (note, Note("default", f"{noun!r} in this war")), ())

    def state_forces(self, country: Country, note: Note) -> Answer:
        """A country's army."""
        entry = self.scene.register.actors[country.forces]
        return self.scene.actor(entry), (note,), ()

    def state(self, country: Country, note: Note) -> Answer:
        """A country's government."""
        return self.scene.actor(self.scene.register.actors[country.government]), (note,), ()

    def is_loyalist(self, phrase: Phrase) -> bool:
        """ "Pro-government", "pro-Assad" in front of the noun."""
        return any(word == "pro" for word in phrase.words) or phrase.has(frozenset({"loyalist"}))

    def is_rebel(self, phrase: Phrase) -> bool:
        """Whether the words in front of the noun put it on the side against the state."""
        against = phrase.side(self.words.state_words, _OPPOSED)
        return against or phrase.has(self.words.rebel_words) or phrase.has(self.words.armed_words - {"armed"})

    def _forces(self, phrase: Phrase) -> Answer | None:
        people = self._of_people(phrase)
        if people is not None:
            return people
        country, note = self.country_of(phrase)
        if self.is_loyalist(phrase) and phrase.lemma in ("force", "forces", "troop", "troops"):
            return self.pattern("loyalist_militia", country, note)
        if self.is_rebel(phrase):
            return self.pattern("rebel", country, note)
        foreign = phrase.has(frozenset({"foreign", "international", "allied", "ally", "coalition", "enemy"}))
        if country is None or foreign or (phrase.sponsors and note.rule == "focal_country"):
            return None, (Note("forces_unnamed", "the phrase does not say whose forces"),), ()
        return self.state_forces(country, note)

    def _air(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        named = note.rule == "country_named"
        if phrase.has(self.words.rebel_words):
            return self.pattern("rebel", country, note)
        if phrase.has(frozenset({"government", "regime", "state"})) and country is not None:
            return self.state(country, note)
        if phrase.has(frozenset({"army", "military"})) and country is not None and not phrase.sponsors:
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
        """Who flies: the forces in a state's own war, a named air arm, or the state itself abroad."""
        if country.own_air_arm:
            return self.scene.actor(self.scene.register.actors[country.air_force]), (note,), (country.government,)
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
                found = self._named(name, phrase)
                if found is not None:
                    return found
        owner = self._of_government(phrase)
        if owner is not None:
            return owner
        country, note = self.country_of(phrase)
        if phrase.lemma == "junta" and note.rule == "focal_country":
            return self._default("junta", country, note) or (None if country is None else self.state(country, note))
        if country is None or phrase.has(frozenset({"local", "foreign", "western"})):
            return None, (Note("government_unnamed", "the phrase does not say whose government"),), ()
        return self.state(country, note)

    def _of_government(self, phrase: Phrase) -> Answer | None:
        at = phrase.tree.of(phrase.head)
        name = None if at is None else self.scene.covering.get((phrase.tree.index, at))
        if name is not None and name.kind in ("person", "surname"):
            return self._of_person(name.refs[0].id, phrase)
        return None

    def _ministry(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        tree = phrase.tree
        at = tree.of(phrase.head)
        inside = range(phrase.first, phrase.head) if at is None else range(at, tree.right(at))
        covered = {token for name in phrase.names for token in range(name.first, name.last)}
        words = [
            tree.tokens[i].text for i in inside if i not in covered and tree.tokens[i].upos in ("PROPN", "NOUN", "ADJ")
        ]
        if not words or country is None:
            return None
        topic = " ".join(word.capitalize() for word in words).replace("Defense", "Defence")
        identity = f"ministry:{country.code}:{slug(topic)}"
        return Actor(identity, f"{country.adjective} {topic} Ministry", "state", country.code), (note,), ()

    def _of_people(self, phrase: Phrase) -> Answer | None:
        """Fighters named by their people ("Kurdish fighters")."""
        country, note = self.country_of(phrase)
        for word in (*phrase.words, phrase.lemma):
            homes = self.words.peoples.get(word)
            if homes is None:
                continue
            identity = None if country is None else homes.get(country.code)
            actor = None if identity is None else self.scene.by_id(identity)
            if actor is not None:
                return actor, (note, Note("people", f"armed {word} of this country")), ()
            if country is not None and phrase.noun != "air":
                title = f"{country.adjective} {word.capitalize()} armed groups"
                return Actor(f"armed-{word}:{country.code}", title, "identity_militia", country.code, True), (note,), ()
        return None

    def _armed(self, phrase: Phrase) -> Answer | None:
        people = self._of_people(phrase)
        if people is not None:
            return people
        country, note = self.country_of(phrase)
        if self.is_loyalist(phrase):
            return self.pattern("loyalist_militia", country, note)
        if phrase.lemma in ("group", "faction") and not self._armed_group(phrase):
            return self._group(phrase)
        return self._default(phrase.lemma, country, note) or self.pattern(phrase.noun, country, note)

    def _armed_group(self, phrase: Phrase) -> bool:
        loaded = any(labels().words.get(word) == "militant" for word in phrase.words)
        tie = any(tie in ("backed", "sponsored", "armed", "trained", "supported") for _, tie in phrase.sponsors)
        armed = phrase.has(self.words.armed_words - {"opposition"})
        return armed or loaded or tie or (phrase.lemma == "faction" and phrase.has(self.words.rebel_words))

    def _militia(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if self.is_loyalist(phrase) or phrase.has(self.words.state_words - {"military", "security"}):
            return self.pattern("loyalist_militia", country, note)
        people = self._of_people(phrase)
        default = self._default(phrase.lemma, country, note)
        return people or default or self.pattern("militia", country, note)

    def _group(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"opposition"})) and phrase.lemma in _VAGUE_GROUPS:
            return self._opposition(phrase)
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
        return self._default(phrase.lemma, country, note)

    def _people(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"armed", "masked"})):
            return self.pattern("gunman", country, note)
        return self.pattern("civilians" if phrase.has(frozenset({"local"})) else "people", country, note)

    def _opposition(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        return self._default("opposition", country, note) or self.pattern("opposition", country, note)

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

    def _media(self, phrase: Phrase) -> Answer | None:
        for name in reversed(phrase.names):
            if name.named:
                return self._named(name, phrase)
        country, note = self.country_of(phrase)
        if not phrase.has(self.words.media_words) and phrase.lemma in (
            "agency",
            "paper",
            "channel",
            "outlet",
            "website",
        ):
            return None
        return self.pattern("media", country, note)

    def _pattern_of_class(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.noun == "civilians" and phrase.lemma == "worker":
            if phrase.has(self.words.med_words):
                return self.pattern("medics", country, note)
            if phrase.has(self.words.relief_words):
                return self.pattern("aid_workers", country, note)
        return self._default(phrase.lemma, country, note) or self.pattern(phrase.noun, country, note)
