"""Doers of whom a page says only how they came: "a group of unidentified persons", "two men on a motorcycle".

In: an actor mention that does something. Out: whether nobody knows who they are, though they are no mere residents. A
bare "men" or "people" stays nobody: it may be anybody of the place.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.model import Actor, Mention
from crossreport.words.actor_nouns import word_set
from crossreport.words.classes.folk import folk


def faceless(doc: Document, mention: Mention) -> bool:
    """Whether those are people of whom only dress, arms or vehicle are known."""
    head = doc.word_of(mention)
    if head is None or not isinstance(mention.value, Actor) or mention.value.kind != "civilians":
        return False
    people = [head, *_counted(doc, head)]
    if not any(doc.lemma(one) in folk().strangers for one in people):
        return False
    return any(_looks(doc, one) for one in people)


def nobody_known(who: Actor) -> Actor:
    """The unknown armed group of that country."""
    code = who.country or "XX"
    return Actor(f"unidentified-armed-group:{code}", "unidentified armed group", "other", who.country, generic=True)


def _counted(doc: Document, head: Word) -> list[Word]:
    """The people of "a group of people"."""
    return [kid for kid in doc.kids(head, "nmod") if "of" in doc.cases(kid)] if doc.lemma(head) in folk().bands else []


def _looks(doc: Document, noun: Word) -> bool:
    front = {doc.text(kid) for kid in doc.kids(noun, "amod", "compound")} | {
        doc.lemma(kid) for kid in doc.kids(noun, "acl")
    }
    behind = {doc.lemma(kid) for kid in doc.kids(noun, "nmod") if {"on", "in"} & set(doc.cases(kid))}
    looks = folk().looks | word_set("unknown_doers") | word_set("faceless")
    return bool(front & (looks | folk().equipped) or behind & folk().worn_or_ridden)
