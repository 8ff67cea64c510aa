"""Flights that sum up a war: "has killed 300,000 and forced millions to flee", "ten million displaced since 2011".

In: the word that tells a flight. Out: whether it tells the sum of a war's, which is a figure and no happening.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.tenses import in_perfect
from crossreport.words.classes.amounts import amounts
from crossreport.words.closed_classes import closed_classes

_REACH = 4  # heads from the flight to the war that caused it


def sums_up_war(doc: Document, word: Word) -> bool:
    """Whether the flight is of millions, of half a people, or a whole war's doing beside its dead."""
    near = [word, *(step for step in doc.path(word)[1:2] if doc.rel(word) in ("xcomp", "ccomp", "conj", "acl"))]
    people = [kid for step in near for kid in doc.kids(step, "nsubj", "nsubj:pass", "obj")]
    return any(_a_people(doc, noun) for noun in people) or _of_war(doc, word)


def _a_people(doc: Document, noun: Word) -> bool:
    within = {doc.text(word) for word in (noun, *doc.kids(noun, "nummod", "nmod", "compound", "amod", "det"))}
    counted = {doc.text(deeper) for kid in doc.kids(noun, "nummod") for deeper in doc.subtree(kid)}
    if (within | counted) & amounts().millions:
        return True
    return bool(within & {"population"}) and bool(within & amounts().shares)


def _of_war(doc: Document, word: Word) -> bool:
    """ "The conflict has cost 200,000 lives and driven most people from their homes"."""
    steps = [word]
    while (
        len(steps) < _REACH and doc.rel(steps[-1]) in ("xcomp", "conj") and (head := doc.parent(steps[-1])) is not None
    ):
        steps.append(head)
    perfect = any(in_perfect(doc, step) for step in steps)
    subjects = [noun for step in steps for noun in doc.kids(step, "nsubj")]
    return perfect and any(
        doc.lemma(noun) in closed_classes().wars - {"violence", "unrest", "campaign"} for noun in subjects
    )
