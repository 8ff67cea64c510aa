"""The rest of those harmed: "three soldiers were killed and five others wounded", "another nine were hurt".

In: a token that only counts people. Out: whoever was harmed right before it, in its sentence or the one before; None
elsewhere. Refuses who did it, and people whom the phrase itself tells more of ("five other villagers").
"""

from collections.abc import Sequence

from crossreport.grounding.actors.anaphora import acts_on
from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.words.actor_nouns import word_set

_COUNTED = frozenset({"another", "more", "further"})
_SUFFERED = frozenset({"die", "perish", "fall", "go"})  # "went missing"
_BACK = 1  # sentences


def rest_of_harmed(scene: Scene, tree: Tree, at: int) -> Answer | None:
    """Who "others", "another nine", "two more" are, where they are harmed like those before them."""
    if not _rest(tree, at) or not _harmed(tree, at):
        return None
    for one in _before(scene, tree, at):
        told = scene.trees[one.sentence]
        if one.value is None or one.noun in ("pronoun", "we") or acts_on(tree, at, one):
            continue
        if _harmed(told, one.head):
            text = scene.text(one.sentence, one.first, one.last)
            return one.value, (Note("rest", f"the rest of those harmed: {text!r}"),), one.candidates
    return None


def _before(scene: Scene, tree: Tree, at: int) -> Sequence[Draft]:
    return scene.before(tree.index, at, _BACK)


def _rest(tree: Tree, at: int) -> bool:
    """Whether the token counts people and says nothing more of them."""
    if tree.lows[at] == "others":
        return tree.of(at) is None
    front = tree.lows[max(0, at - 1) : at]
    counted = tree.tokens[at].upos == "NUM" and bool(_COUNTED.intersection(front))
    more = tree.lows[at] == "more" and at > 0 and tree.tokens[at - 1].upos == "NUM"
    head = tree.tokens[at].head
    alone = head < 0 or tree.rel(at) not in ("nummod", "amod", "advmod", "compound", "det")
    return (counted or more) and alone and tree.of(at) is None


def _harmed(tree: Tree, at: int) -> bool:
    """Whether a noun stands for somebody to whom harm is done."""
    verb, role = tree.governor(at), tree.role(at)
    if verb < 0:
        return False
    lemma = tree.lemmas[verb]
    if role in ("obj", "nsubj:pass"):
        return lemma in word_set("harming") or lemma in ("hurt", "lose")
    if role != "nsubj":
        return False
    bare = tree.tokens[verb].xpos in ("VBN", "VBD") and not any(tree.rel(kid) == "obj" for kid in tree.children[verb])
    return lemma in _SUFFERED or lemma == "miss" or (bare and (lemma in word_set("harming") or lemma == "hurt"))
