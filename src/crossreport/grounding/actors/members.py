"""People of a named armed group under any noun: "cadres of the party", "saboteurs of the Legion" act for the group.

In: a noun without a class of its own, or of people without a side, and what stands behind its "of". Out: the group,
where the noun is the subject of a verb in the active. Refuses nouns for those whom the group harms or who
turn against it.
"""

from collections.abc import Callable

from crossreport.grounding.descriptions.owner import Answer
from crossreport.grounding.phrases.phrase import noun_class
from crossreport.grounding.phrases.scene import Draft, Note
from crossreport.grounding.phrases.tree import Tree
from crossreport.model.kinds import ARMED_GROUPS
from crossreport.words.actor_nouns import FIGHTERS, actor_nouns, word_set
from crossreport.words.events import ontology, triggers

_MEN = frozenset({"man", "men", "agent", "personnel", "operative", "guard", "officer"})  # "men of the military police"
_BY_NAME = frozenset({"man", "men", "youth", "boy", "suspect", "personnel"})  # people whom a group's name makes its own
_OPEN = FIGHTERS | {"whoever", "civilians", "people"}


def member_of(tree: Tree, at: int, resolve: Callable[[int, int], Draft | None]) -> Answer | None:
    """The named group behind "of", whose people the noun calls."""
    token = tree.tokens[at]
    behind = tree.case(at) == "by" and tree.rel(at) == "obl"  # "was arrested by men of the service"
    if token.upos not in ("NOUN", "PROPN") or not (behind or (tree.role(at) == "nsubj" and _acts(tree, at))):
        return None
    if noun_class(tree, at) not in (None, *_OPEN) or not _bare(tree, at) or _no_member(tree, at):
        return None
    of = tree.of(at)
    draft = None if of is None else resolve(tree.index, of)
    who = None if draft is None else draft.value
    serving = who is not None and who.kind == "state_forces" and tree.lemmas[at] in _MEN
    if draft is None or who is None or not (serving or (who.kind in ARMED_GROUPS and not who.generic)):
        return None
    return who, (*draft.notes, Note("member", f"its {tree.lows[at]}")), draft.candidates


def named_men(tree: Tree, at: int, resolve: Callable[[int, int], Draft | None]) -> Answer | None:
    """ "Three Taliban men", "the Boko Haram suspects": the armed group whose name stands right in front of them."""
    if tree.lemmas[at] not in _BY_NAME or tree.tokens[at].upos not in ("NOUN", "PROPN"):
        return None
    front = [kid for kid in tree.children[at] if kid < at and tree.rel(kid) in ("compound", "amod", "nmod")]
    drafts = [draft for kid in front if (draft := resolve(tree.index, kid)) is not None and draft.last == at]
    for draft in drafts:
        who = draft.value
        if who is not None and who.kind in ARMED_GROUPS and not who.generic and draft.noun == "name":
            return who, (*draft.notes, Note("member", f"its {tree.lows[at]}")), draft.candidates
    return None


def _acts(tree: Tree, at: int) -> bool:
    """Whether the noun is the subject of a verb that has an object or something it is aimed at."""
    verb = tree.governor(at)
    if verb < 0 or tree.tokens[verb].upos != "VERB":
        return False
    rels = {tree.tokens[kid].rel for kid in tree.children[verb]}
    return "nsubj:pass" not in rels and "aux:pass" not in rels and bool(rels & {"obj", "obl"})


def _bare(tree: Tree, at: int) -> bool:
    """Whether no name stands in front of the noun that would be its own: "White Brigade of …"."""
    front = [kid for kid in tree.children[at] if kid < at and tree.tokens[kid].upos in ("PROPN", "NOUN")]
    return not front and (tree.tokens[at].upos == "NOUN" or at == tree.left(at))


def _no_member(tree: Tree, at: int) -> bool:
    lemma = tree.lemmas[at]
    things = actor_nouns().deeds | actor_nouns().things | word_set("not_members")
    kinds = any(lemma in words for words in ontology().classes.values())
    return lemma in things or (kinds and noun_class(tree, at) is None) or ("noun", lemma) in triggers()
