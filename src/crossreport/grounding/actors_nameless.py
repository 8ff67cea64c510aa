"""A person without a name whom "he" takes up: "seized a candidate. He was released", whoever was named before."""

from crossreport.grounding.actors_scene import Draft, Note, Scene
from crossreport.grounding.actors_tree import Tree
from crossreport.grounding.descriptions_owner import Answer
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import word_set
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting

_PLAYS = ("nsubj", "nsubj:pass", "obj")
_SUFFERS = ("nsubj:pass", "obj")
_WORDS = frozenset({"amod", "compound"})


def nameless(scene: Scene, tree: Tree, at: int, named: Draft | None) -> Answer | None:
    """The one unnamed person of the sentence before, where `named` stands farther back, or where both suffer a deed.

    A value of None with a reason where the phrase is of a side's man; None where no such person is told of.
    """
    if tree.index == 0 or _speaks(tree, at) or (named is not None and named.sentence == tree.index):
        return None
    told = scene.trees[tree.index - 1]
    heads = [i for i in range(len(told.tokens)) if _person(told, i)]
    if len(heads) != 1 or any(_person(tree, i) for i in range(at)):
        return None
    (head,) = heads
    if named is not None and named.sentence == told.index and not _goes_on(tree, at, told, head, named):
        return None
    drafts = [one for one in scene.drafts if one.sentence == told.index and one.head == head and one.value is not None]
    if any(one.value is not None and one.value.kind not in ("person", "civilians") for one in drafts):
        return None, (Note("pronoun_unclear", "one of a side's men was told of before"),), ()
    words = [i for i in sorted(told.children[head]) if i < head and told.rel(i) in _WORDS]
    text = scene.text(told.index, min([*words, head]), head + 1)
    armed = closed_classes().kind_of(told.lemmas[head]) == "combatants"
    who = Actor(f"described:{told.lemmas[head]}", text, "other" if armed else "civilians", None, generic=True)
    return who, (Note("pronoun", f"the one person of the sentence before: {text}"),), ()


def _person(tree: Tree, at: int) -> bool:
    """Whether a noun is of one person, without a name, who does something or to whom it is done."""
    token = tree.tokens[at]
    classes = ontology().classes
    human = tree.lemmas[at] in classes["person_noun"] | classes["people_noun"]
    if token.upos != "NOUN" or token.xpos != "NN" or not human or tree.role(at) not in _PLAYS:
        return False
    named = {i for name in tree.sentence.names if name.label == "PER" for i in range(name.first, name.last)}
    return named.isdisjoint(tree.children[at])


def _goes_on(tree: Tree, at: int, told: Tree, head: int, named: Draft) -> bool:
    """Whether it is done to "him" as it was done to the unnamed one, while the named one was no victim."""
    seized = told.governor(head) >= 0 and told.lemmas[told.governor(head)] in word_set("seizing")
    victim = told.role(named.head) in _SUFFERS
    return tree.role(at) in _SUFFERS and told.role(head) in _SUFFERS and seized and not victim


def _speaks(tree: Tree, at: int) -> bool:
    """ "He said": who is quoted is seldom the one to whom something was done."""
    verb = tree.governor(at)
    spoken = reporting().spoken | reporting().final
    return verb >= 0 and tree.tokens[at].rel == "nsubj" and tree.lemmas[verb] in spoken
