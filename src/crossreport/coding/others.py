"""What "others", "more" and a bare number of "them" stand for, where the sentence has counted things before them.

In: the head of such a phrase. Out: the noun of the things, or none where people may be meant: people are the rule.
"Destroyed 27 vehicles and seized eight others", "pounded oil tankers, destroying over twenty of them".
"""

from crossreport.coding.document import Document, Word
from crossreport.words.events import ontology, triggers
from crossreport.words.families import ON_THINGS

_BARE = frozenset({"other", "another", "more", "them", "these", "those"})
_THINGS = ("vehicle", "weapon", "building", "aircraft", "aid", "money")


def things_before(doc: Document, noun: Word) -> Word | None:
    """The things that the phrase stands for: the object of the verb before, in the same or a higher clause."""
    if doc.rel(noun) not in ("obj", "nsubj"):
        return None
    inner = next((kid for kid in doc.kids(noun, "nmod") if "of" in doc.cases(kid)), noun)
    if doc.lemma(inner) not in _BARE and doc.text(inner) not in _BARE:
        return None
    verb = doc.parent(noun)
    above = doc.parent(verb) if verb is not None and doc.rel(verb) in ("conj", "advcl") else None
    if verb is None or above is None or not _of_things(doc, verb):
        return None
    before = [kid for kid in doc.kids(above, "obj", "nsubj") if kid < noun and doc.lemma(kid) not in _BARE]
    nearest = max(before, default=None)
    return nearest if nearest is not None and _is_thing(doc, nearest) else None


def _of_things(doc: Document, verb: Word) -> bool:
    """Whether things suffer what the verb tells: they are destroyed or seized, people are killed or arrested."""
    return any(trigger.type in ON_THINGS for trigger in triggers().get(("verb", doc.lemma(verb)), ()))


def _is_thing(doc: Document, noun: Word) -> bool:
    return any(doc.lemma(noun) in ontology().classes[name] for name in _THINGS)
