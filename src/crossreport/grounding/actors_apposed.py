"""A noun with a name set right behind it: "the terrorist group X", "Al-Qaeda's Sahel affiliate X" are X."""

from crossreport.grounding.actors_phrase import Phrase
from crossreport.grounding.actors_scene import Scene
from crossreport.grounding.descriptions_owner import Answer
from crossreport.words.actor_nouns import ARMED_NOUNS

_GROUPS = ARMED_NOUNS - {"gunman"} | {"coalition"}
_BEHIND = frozenset({"appos", "flat", "nmod:desc", "dep"})


def apposed(scene: Scene, phrase: Phrase) -> Answer | None:
    """The one body that the name right behind the noun gives; None where no name stands there."""
    tree, at = phrase.tree, phrase.head + 1
    if phrase.noun not in _GROUPS or phrase.plural or at >= len(tree.tokens):
        return None
    name = scene.covering.get((tree.index, at))
    if name is None or name.first != at or not name.named:
        return None
    top = tree.tokens[name.head]
    if top.head != phrase.head or top.rel not in _BEHIND:
        return None
    choice = scene.choose(name)
    if choice is None:
        return None
    written = scene.text(name.sentence, name.first, name.last)
    return scene.actor(choice.entry, written=written), choice.notes, choice.candidates
