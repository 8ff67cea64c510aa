"""On which side the words in front of a noun put it: with the state, against it, of a people, of a coalition.

In: a phrase. Out: yes or no, or `Answer`; None where the words tell no side.
"""

from functools import cached_property
from itertools import pairwise

from crossreport.grounding.descriptions.government import Government
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.find import Found
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import ARMED_NOUNS, actor_nouns, noun_classes, word_set
from crossreport.words.actors import slug
from crossreport.words.register import split_words

_OPPOSED = frozenset({"anti"})


class Sides(Government):
    """What forces and groups have in common: words for sides and peoples."""

    def is_loyalist(self, phrase: Phrase) -> bool:
        """ "Pro-government", "pro-Assad" in front of the noun."""
        return any(word == "pro" or word.startswith("pro-") for word in phrase.words) or phrase.has(
            frozenset({"loyalist"})
        )

    def is_rebel(self, phrase: Phrase) -> bool:
        """Whether the words in front of the noun put it on the side against the state."""
        against = phrase.side(self.words.state_words, _OPPOSED)
        return against or phrase.has(self.words.rebel_words) or phrase.has(self.words.armed_words - {"armed"})

    def of_two_lands(self, phrase: Phrase) -> Answer | None:
        """ "Bosnian Serb troops": a people of a land, no state; so is "Serb", on a page of that land."""
        lands = [name for name in phrase.names if name.kind in ("adjective", "country") and not name.named]
        if phrase.noun not in _IN_ARMS or not lands or len(lands) != len(phrase.names):
            return None
        pair = next(((a, b) for a, b in pairwise(lands) if _side_by_side(a, b)), None)
        known = None if len(lands) != 1 or self.scene.focus is None else self._peoples.get(_word(lands[0]))
        if pair is not None:
            home, people = self.scene.country(pair[0].refs[0].id), _word(pair[1])
        elif known is not None and known == self.scene.focus:
            home, people = self.scene.country(known), _word(lands[0])
        else:
            return None
        if home is None:
            return None
        title = f"{home.adjective} {people} {_CALLED.get(phrase.noun, 'armed groups')}"
        whole = [hit.refs[0] for hit in self.scene.register.hits(split_words(title)) if hit.last - hit.first > 2]
        army = self.scene.by_id(whole[0].id) if whole and phrase.noun == "forces" else None
        if army is not None:
            return army, (Note("people", f"{title}: {army.name}"),), ()
        value = Actor(f"armed-{people.lower()}:{home.code}", title, "identity_militia", home.code, True)
        return value, (Note("people", f"{people} of {home.name}, not a state's own"),), ()

    @cached_property
    def _peoples(self) -> dict[str, str]:
        """The peoples of lands that the page names, to their lands: "Serb" of "Bosnian Serb"."""
        found = [one for one in self.scene.found if one.kind in ("adjective", "country") and not one.named]
        return {_word(b): a.refs[0].id for a, b in pairwise(found) if _side_by_side(a, b)}

    def _of_people(self, phrase: Phrase) -> Answer | None:
        """Fighters named by their people ("Kurdish fighters", "Fulani gunmen")."""
        country, note = self.country_of(phrase)
        for word in phrase.words:
            if (
                word not in self.words.peoples
                and noun_classes().get(word) == "community"
                and not _tied(phrase, word)
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

    def coalition_led(self, phrase: Phrase) -> Answer | None:
        """ "US-led warplanes": those of the coalition that the page names as led so, and that is in this war."""
        leader = next((name for name, tie in phrase.sponsors if tie == "led" and not name.named), None)
        state = None if leader is None else self.scene.country(leader.refs[0].id)
        for word in () if state is None else (state.name, state.adjective, state.code):
            actor = self.scene.by_id(f"{slug(word)}-led-coalition")
            actor = actor or self.scene.by_id(f"{word.lower()}-led-coalition")
            if actor is not None:
                return actor, (Note("leader_of_deed", f"{word}-led {phrase.lemma}"),), ()
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
        of_it = phrase.has(frozenset({"coalition"}))  # "coalition warplanes"
        return self.default("coalition" if of_it else phrase.lemma, country, note)


_IN_ARMS = ARMED_NOUNS | {"forces", "police"}
_CALLED = {"forces": "forces", "police": "police"}


def _side_by_side(a: Found, b: Found) -> bool:
    """Whether two adjectives of lands stand one right before the other, and are two lands'."""
    beside = a.sentence == b.sentence and a.last == b.first and b.kind == "adjective"
    return beside and a.refs[0].id != b.refs[0].id


def _word(name: Found) -> str:
    return name.refs[0].alias


def _in_ranks(phrase: Phrase) -> bool:
    return phrase.noun == "forces" or phrase.lemma in word_set("army_parts")


def _tied(phrase: Phrase, word: str) -> bool:
    """ "The Muslim-led government's army": a people that only leads whose army it is."""
    words = [one for one in phrase.words if one not in ("-", "–")]
    behind = words[words.index(word) + 1 :][:1]
    return bool(behind) and behind[0] in {*actor_nouns().ties, "lead", "back", "dominate"}


def _of_a_state(phrase: Phrase, word: str) -> bool:
    """Whether a people's name is a state's adjective, too ("Armenian troops")."""
    return any(ref.kind == "adjective" and ref.alias.lower() == word for name in phrase.names for ref in name.refs)
