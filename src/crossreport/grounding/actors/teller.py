"""Whether "they" are the body that says so: "the army said they had killed four gunmen", in one clause of saying."""

from collections.abc import Sequence

from crossreport.grounding.phrases.scene import Draft
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.kinds import ARMED, ARMED_GROUPS, ARMIES
from crossreport.words.actor_nouns import FIGHTERS, noun_classes
from crossreport.words.reporting import reporting

# Bodies and names ("the Huthis"); "the rebels" say "they" of themselves, and are found as other plurals are.
_ONE = frozenset({"NN", "NNP", "NNPS"})
_BODIES = ARMED | {"ngo", "igo"}  # a monitor tells of others
_STATE_NOUNS = frozenset({"forces", "air", "police", "government", "peacekeepers"})
_UNARMED = frozenset({"person", "civilians", "protesters", "media", "ngo", "monitor", "igo"})


def teller(tree: Tree, at: int, drafts: Sequence[Draft]) -> Draft | None:
    """The one body that says a clause in which "they" do something to somebody or something."""
    clause = tree.tokens[at].head
    if clause < 0 or tree.tokens[at].rel != "nsubj" or tree.rel(clause) != "ccomp":
        return None
    said = tree.tokens[clause].head
    if said < 0 or tree.lemmas[said] not in reporting().spoken | reporting().final or _done_to(tree, clause) is None:
        return None
    heads = [kid for kid in tree.children[said] if tree.rel(kid) == "nsubj"]
    told = [one for one in drafts if one.sentence == tree.index and one.head in heads and one.noun != "pronoun"]
    only = told[0] if len(heads) == 1 and len(told) == 1 else None
    if only is None or only.value is None or only.value.kind not in _BODIES:
        return None
    return only if tree.tokens[only.head].xpos in _ONE else None


def _done_to(tree: Tree, clause: int) -> int | None:
    """The noun that is the object of the clause."""
    nouns = [kid for kid in tree.children[clause] if tree.rel(kid) == "obj" and tree.tokens[kid].upos != "PRON"]
    return nouns[0] if nouns else None


def rather(tree: Tree, at: int, said: Draft, other: Draft) -> Draft | None:
    """Of the sayer and of those told of before: who does it. Nobody does it to his own; None where both may do it."""
    if other.value is None or other.value.kind in _UNARMED:
        return said
    noun = _done_to(tree, tree.tokens[at].head)
    kind = None if noun is None else noun_classes().get(tree.lemmas[noun])
    if kind in _STATE_NOUNS | FIGHTERS | {"whoever"} and said.value is not None:
        hit = ARMIES if kind in _STATE_NOUNS else ARMED_GROUPS
        own, foreign = said.value.kind in hit, other.value.kind in hit
        if own != foreign:
            return other if own else said
    return None
