"""Against whom a deed is by what it is meant to bring about: "an operation to drive X from the town".

In: a trigger of fighting for ground. Out: the nouns of those whom the clause of purpose wants gone, or from whom it
wants the ground. Refuses people without arms, whom such a clause may protect, and clauses that are negated.
"""

from collections.abc import Iterator

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb, obliques, patients
from crossreport.coding.phrases.nouns import any_of_kind
from crossreport.coding.status.negation import negated
from crossreport.model.kinds import ARMED
from crossreport.words.classes.course import course
from crossreport.words.closed_classes import closed_classes

_FOR_GROUND = frozenset({"offensive", "armed_clash", "territory_taken", "air_strike", "shelling", "siege_blockade"})
_PURPOSE = ("advcl", "acl", "xcomp")


def aimed_at(doc: Document, word: Word, type_: str) -> list[Word]:
    """Nouns for the armed whom the deed is meant to drive out, in reading order."""
    if type_ not in _FOR_GROUND:
        return []
    found = [noun for clause in _purposes(doc, word) for noun in _foes(doc, clause)]
    return list(dict.fromkeys(noun for noun in found if any_of_kind(doc, noun, ARMED)))


def _purposes(doc: Document, word: Word) -> Iterator[Word]:
    """Infinitives and "aimed at …" of the deed, of the light verb that holds it, and of a "bid" beside it."""
    head = doc.parent(word)
    hosts = [word]
    if head is not None and doc.rel(word) in ("obj", "nsubj", "obl") and is_verb(doc, head):
        hosts.append(head)
    tries = [
        noun for host in hosts for noun in doc.kids(host, "obl", "nmod", "obj") if doc.lemma(noun) in course().attempts
    ]
    for host in dict.fromkeys([*hosts, *tries]):
        for clause in doc.kids(host, *_PURPOSE):
            if doc.lemma(clause) == "aim":
                yield from doc.kids(clause, "advcl", "xcomp", "ccomp")
            elif _meant(doc, clause):
                yield clause
                yield from (kid for kid in doc.kids(clause, "conj") if not doc.kids(kid, "nsubj"))


def _meant(doc: Document, clause: Word) -> bool:
    marks = {doc.text(mark) for mark in doc.kids(clause, "mark")}
    to = "to" in marks and not doc.kids(clause, "nsubj", "nsubj:pass")
    return to or (doc.token(clause).xpos == "VBG" and bool(marks & {"of", "at", "for"}))


def _foes(doc: Document, clause: Word) -> list[Word]:
    if negated(doc, clause):
        return []
    if doc.lemma(clause) in closed_classes().driving_out:
        return patients(doc, clause)
    if doc.lemma(clause) in closed_classes().winning_back:
        ground = patients(doc, clause)
        return [other for host in (clause, *ground) for other in obliques(doc, host, "from", "of")]
    return []
