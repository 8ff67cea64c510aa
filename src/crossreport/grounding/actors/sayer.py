"""Whose army speaks in "X's soldiers shelled the town, the army said": by where it speaks, else left open.

In: a scene and the phrase. Out: the army of the country in whose town it speaks; nobody where it may be the accused's
or that of the land where it happened; None where nothing speaks against the army told of before.
"""

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import Phrase
from crossreport.grounding.phrases.scene import Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.kinds import ARMED_GROUPS
from crossreport.words.reporting import reporting

_ARMIES = frozenset({"army", "military"})


def speaks(tree: Tree, at: int) -> bool:
    """Whether a noun is the subject of a verb of saying."""
    verb = tree.governor(at)
    return verb >= 0 and tree.role(at) == "nsubj" and tree.lemmas[verb] in reporting().spoken | reporting().final


def army_that_says(scene: Scene, phrase: Phrase) -> Answer | None:
    """ "The army said": not the army told of in the sentence, where that one is accused of a deed abroad."""
    tree = phrase.tree
    if phrase.lemma not in _ARMIES or phrase.names or phrase.sponsors or not speaks(tree, phrase.head):
        return None
    told = [draft for draft in scene.drafts if draft.sentence == tree.index and draft.head < phrase.head]
    armies = {d.value.country for d in told if d.value is not None and d.value.kind == "state_forces"}
    if len(armies) != 1 or any(d.value is not None and d.value.kind in ARMED_GROUPS for d in told):
        return None
    (whose,) = armies
    seat = _speaks_in(scene, tree, tree.governor(phrase.head))
    country = scene.country(seat)
    if country is not None and seat != whose:
        says = f"the army speaks in a town of {country.name}"
        return scene.actor(scene.register.actors[country.forces]), (Note("speaks_in", says),), ()
    towns = (scene.place_countries.get(token.start) for token in tree.tokens[: phrase.head])
    lands = {land for land in towns if land is not None}
    if seat is None and len(lands) == 1 and whose not in lands:
        return None, (Note("army_unclear", f"the army of the doers, or of {lands.pop()}, where it was done"),), ()
    return None


def _speaks_in(scene: Scene, tree: Tree, verb: int) -> str | None:
    """The country of X in "said in X"."""
    for kid in tree.children[verb]:
        if kid > verb and tree.case(kid) == "in":
            name = scene.covering.get((tree.index, kid))
            if name is not None and name.kind in ("capital", "country"):
                return name.refs[0].id
            return scene.place_countries.get(tree.tokens[kid].start)
    return None
