"""Second counts: the bare number that another voice gives for what was counted before ("officials gave 30")."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import subjects
from crossreport.words.classes.speech import speech
from crossreport.words.figures import figure_words


def counted_by(doc: Document, number: Word) -> Word | None:
    """The verb that gives a number without a noun ("gave 30"), or the noun of which it is one ("the count was ten")."""
    if doc.kids(number, "nmod", "nummod") or doc.text(number) == "one":
        return None
    if doc.kids(number, "cop"):
        return next((kid for kid in doc.kids(number, "nsubj") if doc.lemma(kid) in speech().counts), None)
    head = doc.parent(number)
    if head is not None and doc.lemma(head) in speech().counts and "of" in doc.cases(number):
        verb = doc.parent(head)  # "a committee gave the figure of 124"
        gives = verb is not None and doc.rel(head) == "obj" and doc.lemma(verb) in figure_words().rival
        return verb if gives and verb is not None and subjects(doc, verb) else None
    if head is None or not subjects(doc, head):
        return None
    if doc.lemma(head) in speech().speaking and "of" in doc.cases(number):
        return head
    if doc.lemma(head) in ("put", "place", "set") and "at" in doc.cases(number):  # "the mayor put the number at 14"
        whole = [
            kid for kid in doc.kids(head, "obj") if doc.lemma(kid) in speech().counts and not doc.kids(kid, "nmod")
        ]
        return head if whole else None
    if doc.lemma(head) not in figure_words().rival:
        return None
    others = [kid for kid in doc.kids(head, "obj", "ccomp", "obl") if kid != number and not _beside(doc, kid)]
    return head if doc.rel(number) in ("obj", "ccomp") and not others else None


def _beside(doc: Document, noun: Word) -> bool:
    """ "Claimed 30 in an audio message on Monday": when and in what it was said."""
    said_in = doc.rel(noun) == "obl" and bool({"in", "on", "via", "through"} & set(doc.cases(noun)))
    return said_in or bool(doc.headed(noun, "time"))
