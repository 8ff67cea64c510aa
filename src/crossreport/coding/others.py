"""What "others", "more" and a bare number of "them" stand for, where the sentence has counted their like before.

In: the head of such a phrase. Out: the noun of the things, or none where people may be meant: people are the rule.
"Destroyed 27 vehicles and seized eight others", "pounded oil tankers, destroying over twenty of them". Of people, the
noun of those who met another fate: "killed nine gunmen while the others fled".
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


def people_before(doc: Document, noun: Word) -> Word | None:
    """Those of whom "the others", "many others" or "the rest" are: whose fate is told before."""
    if doc.lemma(noun) not in _BARE | _REST or doc.kids(noun, "nmod"):
        return None
    verb = doc.parent(noun)
    above = doc.parent(verb) if verb is not None and doc.rel(verb) in ("conj", "advcl", "parataxis") else None
    if verb is None or above is None or doc.rel(noun) not in ("obj", "nsubj", "nsubj:pass"):
        return None
    met = [kid for kid in doc.kids(above, "obj", "nsubj:pass") if kid < noun] or doc.kids(above, "nsubj")
    return next((kid for kid in met if doc.lemma(kid) not in _BARE), None)


_REST = frozenset({"rest", "remainder"})


def _of_things(doc: Document, verb: Word) -> bool:
    """Whether things suffer what the verb tells: they are destroyed or seized, people are killed or arrested."""
    return any(trigger.type in ON_THINGS for trigger in triggers().get(("verb", doc.lemma(verb)), ()))


def _is_thing(doc: Document, noun: Word) -> bool:
    return any(doc.lemma(noun) in ontology().classes[name] for name in _THINGS)
