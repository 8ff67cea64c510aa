"""Where an office sits: "the government in X", "the command in X rejects this". Nothing was done there.

In: a place by its head word. Out: whether it only says where those sit who govern, or who speak for somebody.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.words.actor_nouns import actor_nouns, word_set
from crossreport.words.classes.folk import folk

_IN = frozenset({"in", "at"})


def of_government(doc: Document, at: Word) -> bool:
    """ "An ally of the government in X", "the regime in X": whoever governs, wherever it is done.

    A name that lost its comma behind it hangs there too: "of the government in X Y began its air raids".
    """
    while doc.rel(at) == "flat" and (whole := doc.parent(at)) is not None:
        at = whole
    head = doc.parent(at)
    if head is None or doc.token(at).upos != "PROPN" or doc.rel(at) not in ("nmod", "appos"):
        return False
    governs = doc.lemma(head) in actor_nouns().classes["government"] and doc.lemma(head) not in folk().local
    return governs and head < at and (not doc.cases(at) or bool({*doc.cases(at)} & _IN))


def of_office(doc: Document, at: Word) -> bool:
    """ "The military command in X rejects this": the office that acts there, with words or papers."""
    cases, head = {*doc.cases(at)}, doc.parent(at)
    if head is None or not cases & _IN or doc.token(head).upos not in ("NOUN", "PROPN"):
        return False
    return doc.token(head).rel == "nsubj" and doc.lemma(head) in _offices()


def _offices() -> frozenset[str]:
    classes = actor_nouns().classes
    return frozenset({*classes["ministry"], *classes["body"], *word_set("signatories"), *word_set("state_bodies")})
