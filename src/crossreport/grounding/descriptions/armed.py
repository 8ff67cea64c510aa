"""Descriptions of those who fight and are no state's forces: rebels, militants, militias, groups, gunmen.

In: a phrase. Out: `Answer`; one named group only where the page determines it.
"""

from itertools import pairwise

from crossreport.grounding.descriptions.forces import Forces
from crossreport.grounding.descriptions.kin import militia_of
from crossreport.grounding.descriptions.owner import PRESUMED, Answer
from crossreport.grounding.descriptions.voice import reporting_verbs
from crossreport.grounding.phrases.local import item_opened, told_of
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import labels, noun_classes, word_set
from crossreport.words.actors import Country, slug
from crossreport.words.events import ontology

_KINSHIP = frozenset({"communal", "tribal", "clan", "ethnic", "community", "intercommunal"})
_NEUTRAL = frozenset({"fighter", "combatant"})
_BEARING_ARMS = frozenset({"armed"})
_BEARING = frozenset({"armed", "suspected", "bandit"})


class Armed(Forces):
    """Resolves phrases of one page whose head is an armed group or its fighters."""

    def _armed(self, phrase: Phrase) -> Answer | None:
        people = None if self.is_loyalist(phrase) else self._of_people(phrase)
        if people is not None:
            return people
        country, note = self.country_of(phrase)
        if self.is_loyalist(phrase):
            return self.pattern("loyalist_militia", country, note)
        if phrase.lemma in _NEUTRAL and country is not None and self._of_the_state(phrase):
            return self._army(phrase, country, note)
        if phrase.lemma in ("group", "faction") and not self._armed_group(phrase):
            return self._group(phrase)
        abroad = self._abroad(phrase, country, note) or self._of_kin(phrase, country, note)
        if abroad is not None:
            return abroad
        only = self._only_group(phrase, note)
        creed = phrase.has(word_set("jihadist_words")) or phrase.lemma in ("jihadist", "jihadi")
        jihadist = phrase.lemma in ("group", "faction", "jihadist", "jihadi") and creed
        if only is None and jihadist and not phrase.has(self.words.rebel_words):
            return self.pattern("jihadist", country, note)
        return only or self.default(phrase.lemma, country, note) or self.pattern(phrase.noun, country, note)

    def _of_the_state(self, phrase: Phrase) -> bool:
        """ "Regime fighters", "army combatants": a state's men by a word that is neither praise nor blame."""
        return phrase.has(word_set("army_words") | {"state"}) and not self.is_rebel(phrase)

    def former(self, phrase: Phrase) -> Answer:
        """Fighters who have laid down their arms are no side of a war any more, whichever side it was."""
        country, note = self.country_of(phrase)
        code = "XX" if country is None else country.code
        whose = [self.scene.text(one.sentence, one.first, one.last) for one in phrase.names if one.named]
        name = " ".join(["former", *whose, phrase.tree.lows[phrase.head]])
        value = Actor(f"former-fighters:{code}", name, "other", None if country is None else code, True)
        return value, (note, Note("former", "no fighters any more")), ()

    def _of_kin(self, phrase: Phrase, country: Country | None, note: Note) -> Answer | None:
        """ "Communal fighters", "clan militants": people of a place or kin who fight, no rebels against the state."""
        kin = next((word for word in phrase.words if word in _KINSHIP), None)
        if kin is None:
            return None
        title, code = f"{kin} {phrase.tree.lows[phrase.head]}", None if country is None else country.code
        value = Actor(f"locals:{code or 'XX'}:{slug(title)}", title, "identity_militia", code, True)
        return value, (note, Note("locals", "people of a place who bear arms")), ()

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
        if note.rule == "local_country" and actor.country not in (
            None,
            told_of(self.scene, phrase.tree.index, phrase.head),
        ):
            return None  # "The gunmen" of an item on another land
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
        words = self.words.armed_words - {"opposition"}
        if any(pair == ("armed", "forces") for pair in pairwise(phrase.words)):
            words -= {"armed"}  # "armed forces units"
        armed = phrase.has(words)
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
        return people or default or self._of_a_name(phrase) or self.pattern("militia", country, note)

    def _of_a_name(self, phrase: Phrase) -> Answer | None:
        """ "Derashe militiamen": a name right in front of them that no list knows is their people's."""
        tree, at = phrase.tree, phrase.head - 1
        told = at >= 0 and tree.tokens[at].upos == "PROPN" and tree.tokens[at].text[:1].isupper()
        if not told or phrase.names or phrase.sponsors or tree.tokens[at].text.isupper():
            return None
        known = self.scene.covering.get((tree.index, at)) is not None or noun_classes().get(tree.lemmas[at])
        return None if known else militia_of(self.scene, tree, at, phrase.head)

    def _group(self, phrase: Phrase) -> Answer | None:
        country, note = self.country_of(phrase)
        if phrase.has(frozenset({"opposition"})) and phrase.lemma in word_set("political_bodies"):
            return self._opposition(phrase)
        part = phrase.lemma in word_set("army_parts")
        foreign = country is not None and not country.fought_over and phrase.lemma in word_set("own_parts")
        own = phrase.has(word_set("army_words")) or (note.rule == "country_named" and (phrase.plural or foreign))
        own = own or any(pair == ("armed", "forces") for pair in pairwise(phrase.words))
        bearing = self._armed_group(phrase) and not (note.rule == "country_named" and phrase.has(_BEARING_ARMS))
        if part and own and not self.is_rebel(phrase) and not bearing:
            return self._forces(phrase)  # "infantry units", "Azerbaijani units", "Georgian armed formations"
        if self._armed_group(phrase) or phrase.has(frozenset({"armed"})):
            return self.pattern("militant", country, note)
        if self.is_loyalist(phrase):
            return self.pattern("loyalist_militia", country, note)
        side = self.page_side() if phrase.lemma in word_set("own_parts") and note.rule in PRESUMED else None
        if side is not None and not phrase.has(frozenset({"enemy", "hostile"})) and not phrase.definite:
            return side, (Note("author", f"a {phrase.lemma} that a paper of {side.name} calls nobody else's"),), ()
        if phrase.has(self.words.monitor_words):
            return self.pattern("monitor", country, note)
        if phrase.has(self.words.aid_words):
            return self.pattern("aid_group", country, note)
        if phrase.has(self.words.media_words):
            return self.pattern("media", country, note)
        if phrase.has(self.words.rebel_words) and phrase.lemma not in ("army", "column"):
            return self.pattern("rebel", country, note)
        return None

    def _gunman(self, phrase: Phrase) -> Answer | None:
        member = self.loyal(phrase)
        if member is not None:
            return member
        country, note = self.country_of(phrase)
        here = phrase.definite and phrase.plural and not item_opened(self.scene, phrase.tree)
        only = self._only_group(phrase, note) if here else None
        people = None if only is not None else self._of_people(phrase)
        return only or people or self.pattern("militant" if self.is_rebel(phrase) else "gunman", country, note)
