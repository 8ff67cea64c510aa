"""What "others", "more" and a bare number of "them" stand for, where the sentence has counted their like before.

In: the head of such a phrase. Out: the noun of the things, or none where people may be meant: people are the rule.
"Destroyed 27 vehicles and seized eight others", "pounded oil tankers, destroying over twenty of them",
"attacked the port with 15 drones. Air defence shot down 12 of them". Of people, the noun of those who met another fate:
"killed nine gunmen while the others fled".
"""

from crossreport.coding.page.document import Document, Word
from crossreport.words.classes.amounts import amounts
from crossreport.words.classes.arms import arms
from crossreport.words.events import ontology, triggers
from crossreport.words.families import ON_THINGS

_BARE = frozenset({"other", "another", "more", "them", "these", "those"})
_THINGS = ("vehicle", "weapon", "building", "aircraft", "aid", "money")


def things_before(doc: Document, noun: Word) -> Word | None:
    """The things that the phrase stands for: the object of the verb before, in the same or a higher clause."""
    if doc.rel(noun) not in ("obj", "nsubj"):
        return None
    return flown_before(doc, noun) or _done_to_before(doc, noun)


def _done_to_before(doc: Document, noun: Word) -> Word | None:
    """The object of the verb before: "destroyed 27 vehicles and seized eight others"."""
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


def flown_before(doc: Document, noun: Word) -> Word | None:
    """What a bare number of those brought down from the sky counts: "launched 15 missiles; nine were intercepted"."""
    verb = doc.parent(noun)
    if verb is None or doc.lemma(verb) not in arms().bringing_down or not _bare(doc, noun):
        return None
    down = any(doc.text(kid) == "down" for kid in doc.kids(verb, "compound:prt", "advmod"))
    if doc.lemma(verb) in arms().down_only and not down:
        return None
    rows = [doc.words_of(s) for s in (noun.sentence, noun.sentence - 1) if s >= 0]
    own = {*doc.kids(verb, "nsubj"), noun}  # "helicopters shot 14 of them": not the helicopters
    before = [w for row in rows for w in reversed(row) if w < noun and w not in own and _many(doc, w)]
    return before[0] if before and _flies(doc, before[0]) else None


def _bare(doc: Document, noun: Word) -> bool:
    """ "Nine", "all of them", "eight of which": nothing says what they are."""
    inner = next((kid for kid in doc.kids(noun, "nmod") if "of" in doc.cases(kid)), None)
    alone = doc.token(noun).upos in ("NUM", "DET", "PRON", "ADJ") or doc.lemma(noun) in amounts().counts | _BARE
    return alone and (inner is None or doc.lemma(inner) in _BARE or doc.token(inner).upos == "PRON")


def _many(doc: Document, word: Word) -> bool:
    """A plural noun of people, of arms or of things that move: what a number behind it may count."""
    classes = ontology().classes
    people = classes["people_noun"] | classes["troops"] | classes["person_noun"] | classes["group"]
    known = _flies(doc, word) or doc.lemma(word) in people or any(doc.lemma(word) in classes[k] for k in _THINGS)
    return known and doc.token(word).xpos == "NNS"


def _flies(doc: Document, word: Word) -> bool:
    return doc.lemma(word) in ontology().classes["aircraft"] | arms().flying


def _of_things(doc: Document, verb: Word) -> bool:
    """Whether things suffer what the verb tells: they are destroyed or seized, people are killed or arrested."""
    return any(trigger.type in ON_THINGS for trigger in triggers().get(("verb", doc.lemma(verb)), ()))


def _is_thing(doc: Document, noun: Word) -> bool:
    return any(doc.lemma(noun) in ontology().classes[name] for name in _THINGS)
