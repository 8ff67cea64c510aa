"""What a statement speaks of has a place and a day of its own: "condemned the raid on Bria of 3 May", "threatened to
close the schools from 4 June". Which place and time mentions of its sentence are the statement's own is told here.
"""

from collections.abc import Set

from crossreport.coding.page.document import Document, Word
from crossreport.words.classes.speech import speech

_CONTENT = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
_OBJECTS = ("obj", "obl", "nmod")
# A claim is made of a deed on a day: "claimed the attack on Sunday" is the day of the claim.
_OWN_DAY = frozenset({"statement_confession_claim"})
# What is claimed was done where the claim says, and what is threatened hits there; what is demanded, refused or
# condemned is done or asked for elsewhere than where the statement is made.
_OWN_PLACE = frozenset({"statement_confession_claim", "statement_threat"})


def of_content(doc: Document, word: Word, at: Word, type_: str, others: Set[Word], *, time: bool) -> bool:
    """Whether the mention at `at` belongs to what the statement at `word` speaks of."""
    steps = doc.path(at)
    if word not in steps:
        return _of_sibling(doc, word, at, others)
    if not time and type_ in _OWN_PLACE:
        return False
    below = steps[: steps.index(word)]
    if any(doc.rel(step) in _CONTENT for step in below) or (not time and any(doc.rel(step) == "acl" for step in below)):
        return True
    if time and type_ in _OWN_DAY:
        return False
    deeds = [noun for noun in doc.kids(word, *_OBJECTS) if _deed(doc, noun, others)]
    return any(noun in below[1:] or noun.token < at.token for noun in deeds if noun != at)


def _of_sibling(doc: Document, word: Word, at: Word, others: Set[Word]) -> bool:
    """ "Condemned the killing in X on 3 May and called for an inquiry": nobody called for it in X or on that day."""
    first, steps = doc.parent(word) if doc.rel(word) == "conj" else None, doc.path(at)
    if first is None or first not in steps or word < at:
        return False
    deeds = [noun for noun in doc.kids(first, "obj") if noun in others and doc.token(noun).upos == "NOUN"]
    return any(noun in steps or noun < at for noun in deeds)


def of_topic(doc: Document, at: Word, word: Word) -> bool:
    """ "Talks on a ceasefire in X" are held elsewhere; a deed that is itself the topic was there."""
    for step in doc.path(at):
        head = doc.parent(step)
        if step == word or head is None:
            return False
        named = doc.token(step).upos != "NOUN" or doc.covering(step, "place")
        if not named and doc.lemma(head) in speech().talks and _ABOUT & {*doc.cases(step)}:
            return True
    return False


_ABOUT = frozenset({"on", "about", "over", "regarding", "concerning"})


def _deed(doc: Document, noun: Word, others: Set[Word]) -> bool:
    """Whether the noun that is condemned, threatened or claimed is a deed: a trigger, or a verb made a noun."""
    return noun in others or (doc.token(noun).upos == "NOUN" and doc.lemma(noun).endswith("ing"))
