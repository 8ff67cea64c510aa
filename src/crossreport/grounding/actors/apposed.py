"""A noun with a name set right behind it: "the terrorist group X", "Al-Qaeda's Sahel affiliate X" are X."""

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.find import Found
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Scene
from crossreport.words.actor_nouns import ARMED_NOUNS, actor_nouns

_GROUPS = ARMED_NOUNS - {"gunman"} | {"coalition"}
_BEHIND = frozenset({"appos", "flat", "nmod:desc", "dep"})


def apposed(scene: Scene, phrase: Phrase) -> Answer | None:
    """The one body that the name right behind the noun gives; None where no name stands there."""
    tree = phrase.tree
    if phrase.noun not in _GROUPS or phrase.plural:
        return None
    name = _name_behind(scene, phrase)
    if name is None or tree.tokens[name.head].head != phrase.head or tree.tokens[name.head].rel not in _BEHIND:
        return None
    choice = scene.choose(name)
    if choice is None:
        return None
    written = scene.text(name.sentence, name.first, name.last)
    return scene.actor(choice.entry, written=written), choice.notes, choice.candidates


def _name_behind(scene: Scene, phrase: Phrase) -> Found | None:
    """The name right behind the noun; behind a comma, too, for a part of a body: "its armed wing, the X Brigades"."""
    tree, at = phrase.tree, phrase.head + 1
    part = phrase.lemma in actor_nouns().branches
    if part and at < len(tree.tokens) and tree.tokens[at].text == ",":
        at += 2 if at + 1 < len(tree.tokens) and tree.lows[at + 1] == "the" else 1
    name = scene.covering.get((tree.index, at))
    return None if name is None or name.first not in (at, at - 1) or not name.named else name
