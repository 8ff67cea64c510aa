"""Doers of whom a page says only how they came: "a group of unidentified persons", "two men on a motorcycle".

In: an actor mention that does something. Out: whether nobody knows who they are, though they are no mere residents. A
bare "men" or "people" stays nobody: it may be anybody of the place.
"""

from crossreport.coding.document import Document, Word
from crossreport.model import Actor, Mention
from crossreport.words.actor_nouns import word_set

_PEOPLE = frozenset({"man", "person", "individual", "people", "stranger", "subject", "assassin", "element"})
_GROUPS = frozenset({"group", "band", "dozen", "handful", "trio", "pair", "number", "squad", "column"})
# What somebody does not wear, ride or carry who only happens to stand there.
_CAME = frozenset(
    {"wear", "dress", "mask", "disguise", "arm", "hood", "clothe", "clad", "ride", "carry", "drive", "travel"}
)
_LOOKS = frozenset({"uniformed", "unknown", "unidentified", "masked", "hooded", "armed", "camouflaged"})

WORN_OR_RIDDEN = frozenset(
    {"motorcycle", "motorbike", "bike", "uniform", "mask", "fatigue", "fatigues", "balaclava", "camouflage", "hood"}
    | {"clothes", "clothing", "dress", "civvies", "attire", "garb", "jacket", "vest", "gear", "suit"}
    | {"car", "van", "pickup", "pick-up", "truck", "vehicle", "jeep", "boat", "speedboat", "canoe"}
)


def faceless(doc: Document, mention: Mention) -> bool:
    """Whether those are people of whom only dress, arms or vehicle are known."""
    head = doc.word_of(mention)
    if head is None or not isinstance(mention.value, Actor) or mention.value.kind != "civilians":
        return False
    people = [head, *_counted(doc, head)]
    if not any(doc.lemma(one) in _PEOPLE for one in people):
        return False
    return any(_looks(doc, one) for one in people)


def nobody_known(who: Actor) -> Actor:
    """The unknown armed group of that country."""
    code = who.country or "XX"
    return Actor(f"unidentified-armed-group:{code}", "unidentified armed group", "other", who.country, generic=True)


def _counted(doc: Document, head: Word) -> list[Word]:
    """The people of "a group of people"."""
    return [kid for kid in doc.kids(head, "nmod") if "of" in doc.cases(kid)] if doc.lemma(head) in _GROUPS else []


def _looks(doc: Document, noun: Word) -> bool:
    front = {doc.text(kid) for kid in doc.kids(noun, "amod", "compound")} | {
        doc.lemma(kid) for kid in doc.kids(noun, "acl")
    }
    behind = {doc.lemma(kid) for kid in doc.kids(noun, "nmod") if {"on", "in"} & set(doc.cases(kid))}
    looks = _LOOKS | word_set("unknown_doers") | word_set("faceless")
    return bool(front & (looks | _CAME) or behind & WORN_OR_RIDDEN)
