"""A person without a name whom "he" takes up: "seized a candidate. He was released", whoever was named before."""

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.actor import Actor
from crossreport.words.actor_nouns import word_set
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology, triggers
from crossreport.words.families import ON_PERSONS
from crossreport.words.reporting import reporting

_PLAYS = ("nsubj", "nsubj:pass", "obj")
_SUFFERS = ("nsubj:pass", "obj")
_WORDS = frozenset({"amod", "compound"})


def nameless(scene: Scene, tree: Tree, at: int, named: Draft | None) -> Answer | None:
    """The one unnamed person told of before, where `named` stands farther back, or where both suffer a deed.

    A value of None with a reason where the phrase is of a side's man; None where no such person is told of.
    """
    if _speaks(tree, at) or (named is not None and named.sentence == tree.index):
        return None
    here = [i for i in range(at) if _person(tree, i)]
    if here or tree.index == 0:
        return _taken_up(scene, tree, here[0]) if len(here) == 1 and tree.index and named is not None else None
    told = scene.trees[tree.index - 1]
    heads = [i for i in range(len(told.tokens)) if _person(told, i)]
    taken = [i for i in heads if tree.role(at) in _SUFFERS and _seized(told, i)]
    heads = taken if len(taken) == 1 else heads
    if len(heads) != 1 or (_seized(told, heads[0]) and tree.tokens[at].rel == "nsubj"):
        return None  # "A drone killed a driver. He later met the troops"
    if named is not None and named.sentence == told.index and (not taken or told.role(named.head) in _SUFFERS):
        return None
    return _taken_up(scene, told, heads[0])


def _taken_up(scene: Scene, told: Tree, head: int) -> Answer:
    """The person of a noun, under the page's own words; nobody where it is one of a side's men."""
    drafts = [one for one in scene.drafts if one.sentence == told.index and one.head == head and one.value is not None]
    if any(one.value is not None and one.value.kind not in ("person", "civilians") for one in drafts):
        return None, (Note("pronoun_unclear", "one of a side's men was told of before"),), ()
    words = [i for i in sorted(told.children[head]) if i < head and told.rel(i) in _WORDS]
    text = scene.text(told.index, min([*words, head]), head + 1)
    armed = closed_classes().kind_of(told.lemmas[head]) == "combatants"
    who = Actor(f"described:{told.lemmas[head]}", text, "other" if armed else "civilians", None, generic=True)
    return who, (Note("pronoun", f"the one person told of before: {text}"),), ()


def _person(tree: Tree, at: int) -> bool:
    """Whether a noun is of one person, without a name, who does something or to whom it is done."""
    token = tree.tokens[at]
    classes = ontology().classes
    armed = closed_classes().kind_of(tree.lemmas[at]) == "combatants"
    human = armed or tree.lemmas[at] in classes["person_noun"] | classes["people_noun"]
    if token.upos != "NOUN" or token.xpos != "NN" or not human or tree.role(at) not in _PLAYS:
        return False
    named = {i for name in tree.sentence.names if name.label == "PER" for i in range(name.first, name.last)}
    return named.isdisjoint(tree.children[at])


def _seized(tree: Tree, at: int) -> bool:
    """Whether the noun's person is killed or held: "the delegate was kidnapped. He was freed"."""
    verb = tree.governor(at)
    if verb < 0 or tree.role(at) not in _SUFFERS:
        return False
    told = {trigger.type for trigger in triggers().get(("verb", tree.lemmas[verb]), ())}
    return tree.lemmas[verb] in word_set("seizing") or not told.isdisjoint(ON_PERSONS)


def _speaks(tree: Tree, at: int) -> bool:
    """ "He said": who is quoted is seldom the one to whom something was done."""
    verb = tree.governor(at)
    spoken = reporting().spoken | reporting().final
    return verb >= 0 and tree.tokens[at].rel == "nsubj" and tree.lemmas[verb] in spoken
