"""Second counts: the bare number that another voice gives for what was counted before ("officials gave 30")."""

from crossreport.coding.document import Document, Word
from crossreport.words.figures import figure_words

_COUNTS = frozenset({"count", "toll", "tally", "figure", "number", "estimate"})


def counted_by(doc: Document, number: Word) -> Word | None:
    """The verb that gives a number without a noun ("gave 30"), or the noun of which it is one ("the count was ten")."""
    if doc.kids(number, "nmod", "nummod") or doc.text(number) == "one":
        return None
    if doc.kids(number, "cop"):
        return next((kid for kid in doc.kids(number, "nsubj") if doc.lemma(kid) in _COUNTS), None)
    head = doc.parent(number)
    if head is not None and doc.lemma(head) == "speak" and "of" in doc.cases(number) and doc.kids(head, "nsubj"):
        return head
    if head is None or doc.lemma(head) not in figure_words().rival or not doc.kids(head, "nsubj"):
        return None
    others = [kid for kid in doc.kids(head, "obj", "ccomp", "obl") if kid != number and not doc.headed(kid, "time")]
    return head if doc.rel(number) in ("obj", "ccomp") and not others else None
