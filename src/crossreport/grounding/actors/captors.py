"""Who holds those that somebody is to free: "gave the group two days to release those it took when it stormed …".

In: a pronoun that is a subject. Out: the body that is asked to free whom the pronoun's clause says were seized, or the
pronoun's own antecedent for the clause of time under it. None elsewhere: then the usual rules choose.
"""

from collections.abc import Sequence

from crossreport.grounding.phrases.scene import Draft
from crossreport.grounding.phrases.tree import Tree
from crossreport.words.actor_nouns import word_set

_FREEING = frozenset({"release", "free", "return"})
_SEIZING = word_set("seizing") | {"take", "seize", "abduct", "kidnap", "hold", "imprison"}
_ASKED = ("iobj", "obj", "obl")  # "gave X …", "asked X …", "called on X …"
_CLAUSES = ("xcomp", "advcl", "acl", "ccomp")


def captor(tree: Tree, at: int, drafts: Sequence[Draft]) -> Draft | None:
    """The draft that the pronoun stands for, where it is said of captives or of how they were taken."""
    verb = tree.tokens[at].head
    if verb < 0 or not tree.tokens[at].rel.startswith("nsubj"):
        return None
    if tree.rel(verb) == "advcl":
        above = tree.tokens[verb].head
        same = [kid for kid in tree.children[above] if tree.lows[kid] == tree.lows[at] and kid < at]
        held = bool(same) and tree.tokens[above].rel == "acl:relcl" and _freed_by(tree, above) is not None
        return _of(tree, same, drafts) if held else None
    freeing = _freed_by(tree, verb) if tree.tokens[verb].rel == "acl:relcl" else None
    return None if freeing is None else _of(tree, _who_frees(tree, freeing), drafts)


def _freed_by(tree: Tree, verb: int) -> int | None:
    """The verb of freeing whose object are those that the relative clause says were seized."""
    noun = tree.tokens[verb].head
    above = tree.tokens[noun].head if noun >= 0 and tree.rel(noun) == "obj" else -1
    fits = above >= 0 and tree.lemmas[above] in _FREEING and tree.lemmas[verb] in _SEIZING
    return above if fits else None


def _who_frees(tree: Tree, verb: int) -> list[int]:
    """Its subject; else whom the clause above it asks, orders or gives time."""
    own = [kid for kid in tree.children[verb] if tree.tokens[kid].rel == "nsubj"]
    if own:
        return own
    for _ in range(2):  # "48 hours to release"
        above = tree.tokens[verb].head
        if above < 0 or tree.rel(verb) not in (*_CLAUSES, "obj"):
            return []
        verb = above
        if tree.tokens[verb].upos == "VERB":
            asked = [kid for rel in _ASKED for kid in tree.children[verb] if tree.rel(kid) == rel]
            return [kid for kid in asked if tree.tokens[kid].upos in ("NOUN", "PROPN")]
    return []


def _of(tree: Tree, heads: Sequence[int], drafts: Sequence[Draft]) -> Draft | None:
    here = [one for one in drafts if one.sentence == tree.index and one.value is not None]
    return next((one for head in heads for one in here if one.head == head), None)
