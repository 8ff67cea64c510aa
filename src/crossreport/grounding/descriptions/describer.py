"""Descriptions of actors: a phrase in, the actor that it determines out, with the rule that said so.

"Government helicopters", "Kurdish fighters", "ISIL Takfiri militants", "the army", "forces loyal to X". Where a phrase
does not say whose it is, the page's country does; where several actors fit, none is chosen.
"""

from collections.abc import Callable

from crossreport.grounding.descriptions.owner import ORGANISED, Answer, held_to_be
from crossreport.grounding.descriptions.units import Units
from crossreport.grounding.descriptions.voice import reporting_verbs
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note
from crossreport.model.kinds import ARMED, PRESS
from crossreport.words.actor_nouns import FIGHTERS, word_set


def is_lasting(phrase: Phrase) -> bool:
    """ "Ex-Seleka rebels": fighters of a group that is called a former one and fights on."""
    return any(name.named and phrase.tree.lows[name.first] in word_set("no_longer") for name in phrase.names)


class Describer(Units):
    """Resolves phrases of one page by the class of their head."""

    def answer(self, phrase: Phrase) -> Answer | None:
        """Who the phrase means; None if it names nobody."""
        people = self.of_two_lands(phrase)
        if people is not None:
            return people
        if phrase.noun in FIGHTERS and phrase.has(word_set("no_longer")) and not is_lasting(phrase):
            return self.former(phrase)
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
        ours = any(tree.lows[child] == "our" for child in tree.children[phrase.head] if child < phrase.head)
        if (ours and phrase.lemma in word_set("own_people")) or self.in_uniform(phrase) is not None:
            return True
        if not phrase.plural or phrase.lemma not in ("man", "boy"):
            return False
        his = any(
            tree.lows[child] in ("his", "their", "its") for child in tree.children[phrase.head] if child < phrase.head
        )
        at = tree.of(phrase.head)
        draft = None if his or at is None else self.resolve(tree.index, at)
        taken = bool(held_to_be(tree, phrase.head))
        return his or taken or (draft is not None and draft.value is not None and draft.value.kind in ARMED)

    def _whoever(self, phrase: Phrase) -> Answer | None:
        """Words that only tell on whose side the speaker is; without a known speaker they name no side."""
        hired = (self.named(name, phrase) for name in reversed(phrase.names) if phrase.lemma in word_set("hired"))
        owner = next((one for one in hired if one is not None), None)
        if owner is not None:
            return owner  # "Haftar's mercenaries" fight for him
        country, note = self.country_of(phrase)
        if phrase.lemma == "loyalist":
            return self.default("loyalist", country, note) or self.pattern("loyalist_militia", country, note)
        if note.rule == "country_named" and phrase.lemma in word_set("invading") and country is not None:
            return self.state_forces(country, note)  # "the Russian occupiers": whatever they are called
        if phrase.lemma not in word_set("armed_foes") or phrase.names:
            return None
        answer = self.pattern("whoever", country, note)
        why = Note("speaker_unknown", f"whom {phrase.lemma!r} means depends on who speaks")
        return None if answer is None else (answer[0], (why, *answer[1]), ())

    def _medium(self, phrase: Phrase) -> Answer | None:
        """ "A Reuters correspondent said": the medium speaks through its people."""
        verb = phrase.tree.governor(phrase.head)
        speaks = phrase.tree.role(phrase.head) == "nsubj" and verb >= 0
        if phrase.noun != "journalists" or not speaks or phrase.tree.lemmas[verb] not in reporting_verbs():
            return None
        for name in phrase.names:
            choice = self.scene.choose(name) if name.named else None
            if choice is not None and choice.entry.kind in PRESS:
                return self.scene.actor(choice.entry), (*choice.notes, Note("medium", "its people speak for it")), ()
        return None

    def _pattern_of_class(self, phrase: Phrase) -> Answer | None:
        medium = self._medium(phrase)
        if medium is not None:
            return medium
        sent = self._of(phrase) if phrase.noun == "monitor" else None
        if sent is not None and sent[0] is not None:
            return sent  # "monitors from the X"
        country, note = self.country_of(phrase)
        if phrase.noun == "civilians" and phrase.lemma == "worker":
            if phrase.has(self.words.med_words):
                return self.pattern("medics", country, note)
            if phrase.has(self.words.relief_words):
                return self.pattern("aid_workers", country, note)
        return self.default(phrase.lemma, country, note) or self.pattern(phrase.noun, country, note)
