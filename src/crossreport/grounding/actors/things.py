"""Whether "it" is no actor: a place, a thing, a body without an identity that stands nearer than any actor.

In: a pronoun and the drafts of the page up to it. Out: yes or no. It refuses to say what the thing is.
"""

from crossreport.grounding.phrases.phrase import noun_class
from crossreport.grounding.phrases.scene import Scene
from crossreport.grounding.phrases.tree import Tree

_ONE = frozenset({"NN", "NNP"})


def other_thing(scene: Scene, tree: Tree, at: int) -> bool:
    """Whether "it" and "its" are rather of something nearer that is no known actor: a place, a thing, a ministry."""
    heads = {one.head for one in scene.drafts if one.sentence == tree.index}
    verb = tree.tokens[at].head
    if tree.tokens[at].rel == "nmod:poss":
        while verb >= 0 and tree.tokens[verb].upos != "VERB" and tree.rel(verb) in ("nmod", "obl", "conj", "obj"):
            verb = tree.tokens[verb].head
    clause = tree.tokens[verb].head if verb >= 0 and tree.rel(verb) == "conj" else -1
    for above, own in ((verb, True), (clause, False)):
        for kid in tree.children[above] if above >= 0 else ():
            if kid < at and tree.rel(kid) == "nsubj" and kid not in heads and tree.tokens[kid].xpos in _ONE:
                known = noun_class(tree, kid) is not None
                if known if own else tree.tokens[at].rel.startswith("nsubj"):
                    return True  # "the ministry said on its page"; "the car was a lorry and it carried arms"
    if tree.tokens[at].rel != "nsubj":
        return False
    above = tree.tokens[verb].head if verb >= 0 and tree.rel(verb) == "advcl" else -1
    if above >= 0 and _of_a_thing(tree, above, at, heads):
        return True
    return not heads and _place_led(scene, tree)


def _of_a_thing(tree: Tree, clause: int, at: int, heads: set[int]) -> bool:
    """ "The raid was deadly because it hit …", "we hit the depot before it …": the clause above tells of a thing."""
    parts = [kid for kid in tree.children[clause] if kid < at and tree.rel(kid) in ("nsubj", "obj")]
    if any(one < at and tree.reaches(one, clause) for one in heads):
        return False
    return any(tree.tokens[kid].xpos == "NN" and noun_class(tree, kid) is None for kid in parts)


def _place_led(scene: Scene, tree: Tree) -> bool:
    """Whether a place or a thing is the subject of the sentence before: "Ghariz is a ruin. It was shelled"."""
    told = scene.trees[tree.index - 1] if tree.index else None
    root = None if told is None else next((at for at, token in enumerate(told.tokens) if token.head < 0), None)
    if told is None or root is None:
        return False
    actors = {draft.head for draft in scene.drafts if draft.sentence == told.index}
    places = {at for one in told.sentence.names if one.label == "LOC" for at in range(one.first, one.last)}
    heads = [kid for kid in told.children[root] if told.rel(kid) == "nsubj"]
    named = {*heads, *(kid for one in heads for kid in told.children[one] if told.rel(kid) == "appos")}
    things = {one for one in heads if told.tokens[one].xpos == "NN" and noun_class(told, one) is None}
    return bool(named & (places | things)) and not named & actors
