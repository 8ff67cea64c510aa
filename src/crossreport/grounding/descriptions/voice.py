"""Whose words a loaded noun is: the side that speaks, and whom the noun means in its mouth.

In: a phrase of a page. Out: the actor that "the enemy", "mercenaries", "the army" mean for the speaker of the
sentence or for the page's own side. Refuses where nobody is known to speak for a side: a neutral page's "mercenaries"
have none.
"""

import re
from collections.abc import Iterable
from functools import cache

from crossreport.grounding.descriptions.author import issuer
from crossreport.grounding.descriptions.owner import Answer, Resolve
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.model.kinds import GOVERNMENT
from crossreport.words.actor_nouns import word_set
from crossreport.words.perspectives import Perspective, of_country, perspectives
from crossreport.words.reporting import reporting

_BOTH = 2  # sides of a war of which one is the page's own, where the page names the other only
_MARKS = 2  # marks of one side outside quotations from which a page counts as its own; set on own pages
_QUOTED = re.compile(r"[\"“«][^\"“”«»\n]{0,600}[\"”»]")
_OPPOSITION = "armed-opposition"
_CLIMB = 8


class Voices:
    """The sides that speak on one page."""

    def __init__(self, scene: Scene, resolve: Resolve) -> None:
        self.scene = scene
        self.resolve = resolve
        self.sides = tuple(one for code in _wars(scene) for one in of_country(code))
        self.maker = issuer(scene)
        self.own = self._own()

    def _own(self) -> Perspective | None:
        """The side whose page this is: its outlet's, or the one whose marks prevail."""
        outlet = (self.scene.page.outlet or "").lower()
        for one in self.sides:
            if outlet and any(outlet == name.lower() for name in one.outlets):
                return one
        if self.maker is not None:
            side = next((one for one in self.sides if self._ids(self.maker) & one.voices), None)
            if side is not None:
                return side
        plain = _QUOTED.sub(" ", self.scene.page.text).lower().replace("’", "'")
        counts = [(sum(plain.count(mark) for mark in one.marks), one) for one in self.sides]
        most = max((count for count, _ in counts), default=0)
        leading = [one for count, one in counts if count == most]
        others = sum(count for count, one in counts if one not in leading)
        if len(leading) == 1 and most >= _MARKS and most > 2 * others:
            return leading[0]
        return self._against(plain) if others == 0 and _our_own().search(plain) else None

    def _against(self, plain: str) -> Perspective | None:
        """Of "our forces" on a page that names only one side of a war: the side that fights those named."""
        named = [one for one in self.sides if self._named() & one.voices]
        if any(self._heads(one) for one in named):
            return None  # "Brigades of X - statement: our fighters struck …": whom a head names may be who speaks
        marked = [one for one in self.sides if any(mark in plain for mark in one.marks)]
        left = [one for one in self.sides if one not in named]
        if len(self.sides) != _BOTH or len(named) != 1 or len(left) != 1:
            return None
        return left[0] if marked in ([], left) else None

    def _heads(self, side: Perspective) -> bool:
        """Whether the page opens with a side's name, an article aside."""
        first = min(self.scene.found, key=lambda one: (one.sentence, one.first), default=None)
        opens = first is not None and first.sentence == 0 and first.first <= 1
        return opens and first is not None and bool({ref.id for ref in first.refs} & side.voices)

    def _named(self) -> set[str]:
        """Ids of the actors that the page names, and of the governments of the states that it names as actors do."""
        found: set[str] = set()
        for one in self.scene.found:
            for ref in one.refs:
                country = self.scene.country(ref.id) if ref.kind == "adjective" else None
                found |= {ref.id} if ref.kind in ("alias", "near", "loaded") else set()
                found |= set() if country is None else {country.government, country.forces}
        return found

    def _ids(self, speaker: Actor) -> set[str | None]:
        """The ids by which a speaker is one of a side: its own, the body that it is of, its state's."""
        country = self.scene.country(speaker.country) if speaker.kind in GOVERNMENT else None
        return {speaker.id, speaker.affiliation} | (set() if country is None else {country.government})

    def side(self) -> Actor | None:
        """The side whose page it is, if one is known."""
        return self.maker or (None if self.own is None else self.scene.by_id(self.own.side))

    def means(self, phrase: Phrase) -> tuple[str, Note] | None:
        """The id that a noun has for whoever speaks, if a side does."""
        words = (phrase.lemma, phrase.tree.lows[phrase.head], *_modifiers(phrase))
        if not any(word in side.means for side in self.sides for word in words):
            return None
        for side, says in self._speaking(phrase.tree, phrase.head):
            for word in words:
                identity = side.means.get(word)
                if identity is not None:
                    return identity, Note("perspective", f"{word!r} in the mouth of {side.side} ({says})")
            return None
        return None

    def answer(self, phrase: Phrase) -> Answer | None:
        """The actor that a noun means for whoever speaks; None if no side speaks or the phrase names its owner."""
        if phrase.names or phrase.sponsors or phrase.tree.of(phrase.head) is not None:
            return None
        if any(phrase.tree.lows[at] in ("our", "my") for at in phrase.tree.children[phrase.head] if at < phrase.head):
            return None  # "our mujahideen": the speaker's own, whoever else is called so
        found = self.means(phrase)
        if found is None or found[0] == _OPPOSITION:
            return None
        actor: Actor | None = self.scene.by_id(found[0])
        return None if actor is None else (actor, (found[1],), ())

    def _speaking(self, tree: Tree, at: int) -> Iterable[tuple[Perspective, str]]:
        """The speaker's side, where the sentence names one; else the page's own."""
        speaker = self._speaker(tree, at)
        if speaker is not None and not (speaker.generic and self.own is not None):
            ids = self._ids(speaker)
            side = next((one for one in self.sides if ids & one.voices), None)
            unknown = (speaker.kind == "person" and speaker.affiliation is None) or speaker.id.startswith("minted:")
            if side is None and self.own is not None and unknown:
                return [
                    (self.own, "the page's own side")
                ]  # its paper quotes "the spokesman NAME": nobody of the others
            return [(side, f"{speaker.name} speaks")] if side is not None else []
        return [(self.own, "the page's own side")] if self.own is not None else []

    def _speaker(self, tree: Tree, at: int) -> Actor | None:
        """The subject of the nearest verb of saying above a noun."""
        before, here = at, tree.tokens[at].head
        for _ in range(_CLIMB):
            if here < 0:
                return None
            subjects = [c for c in tree.children[here] if tree.tokens[c].rel.startswith("nsubj")]
            if tree.lemmas[here] in reporting_verbs() and subjects and before not in subjects:
                draft = self.resolve(tree.index, subjects[0])
                return None if draft is None else draft.value
            before, here = here, tree.tokens[here].head
        return None


@cache
def _our_own() -> re.Pattern[str]:
    """ "Our forces", "our brave fighters", "our artillery"."""
    kinds = ("own_fighters", "own_people", "own_parts", "army_nouns", "troop_nouns", "air_arms")
    words = sorted({re.escape(word) for kind in kinds for word in word_set(kind)} | {"artillery", "drone", "aviation"})
    return re.compile(rf"\bour (?:[\w-]+ ){{0,2}}(?:{'|'.join(words)})s?\b")


def _modifiers(phrase: Phrase) -> tuple[str, ...]:
    """The words in front of a noun that say whose it is: "enemy positions", of arms also "a militia drone"."""
    arms = phrase.noun == "air" or phrase.lemma in word_set("dependent_forces")
    return phrase.words if arms else tuple(word for word in phrase.words if word == "enemy")


def _wars(scene: Scene) -> list[str]:
    """The war whose sides the page may speak for: its outlet's own, wherever it strikes, else that of its country.

    Israel and Lebanon are of the war in Palestine.
    """
    outlet = (scene.page.outlet or "").lower()
    own = {one.country for one in perspectives() if outlet and outlet in (name.lower() for name in one.outlets)}
    near = {"IL": "PS", "PS": "PS", "LB": "PS"}
    focus = scene.focus or ""
    return sorted(own) or [near.get(focus, focus)]


def reporting_verbs() -> frozenset[str]:
    """Verbs of saying."""
    return frozenset(reporting().verbs)
