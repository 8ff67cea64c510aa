"""Which words govern a happening: the heads above it whose word decides whether it happened."""

from functools import cache

from crossreport.coding.page.document import Document, Word
from crossreport.coding.phrases.arguments import is_verb
from crossreport.words.closed_classes import closed_classes
from crossreport.words.events import ontology
from crossreport.words.reporting import reporting

REACH = 4  # heads climbed; beyond, the governing verb no longer speaks about this happening


def governors(doc: Document, word: Word) -> list[tuple[Word, Word]]:
    """(head, the dependent under it on the path), nearest first, as far as reality reaches down."""
    found = []
    below, under = word, word
    for head in doc.path(word)[1 : REACH + 1]:
        rel = doc.token(below).rel
        if rel == "acl:relcl" and doc.lemma(head) in contents():
            found.append((head, below))  # "reports he defected"
            below = head
            continue
        claimed = _claim_behind(doc, head, below)
        if claimed is not None:
            found.append((claimed, below))
            below = claimed
            continue
        marks = {doc.text(mark) for mark in doc.kids(below, "mark")}
        blamed = not marks.isdisjoint(("of", "for"))  # "accused of having …"
        finite = rel == "advcl" and doc.token(below).xpos not in ("VB", "VBG") and not blamed
        aim = "to" in marks  # "called for a corridor to be opened"
        done = rel == "acl" and doc.token(below).xpos == "VBN" and not blamed and not aim  # "men held in May"
        done = done and "that" not in marks and not _charged(doc, head, below)
        if (
            rel in ("parataxis", "acl:relcl", "root")
            or presumed(doc, below)
            or _in_courtesy(doc, head, below, under)
            or finite
            or (done and doc.lemma(head) not in contents())
        ):
            break
        if doc.rel(below) == "conj" and is_verb(doc, below):
            below = head
            continue
        found.append((head, below))
        below, under = head, below
    return found


def _in_courtesy(doc: Document, head: Word, saying: Word, told: Word) -> bool:
    """ "The army wishes to inform the public that its troops took X": it informs them; what it wished is a phrase."""
    says = doc.lemma(saying) in reporting().verbs and doc.rel(saying) in ("xcomp", "ccomp")
    clause = told != saying and doc.rel(told) == "ccomp" and bool(doc.kids(told, "nsubj", "nsubj:pass"))
    return says and clause and doc.lemma(head) in closed_classes().courtesy


def _charged(doc: Document, noun: Word, clause: Word) -> bool:
    """ "Accuses them of attacks with drones supplied by the Emirates": the supplier is accused in the same breath."""
    by = any(doc.token(kid).rel == "obl:agent" for kid in doc.kids(clause, "obl"))
    return by and any(doc.lemma(step) in reporting().blaming for step in doc.path(noun)[1:REACH])


def presumed(doc: Document, noun: Word) -> bool:
    """ "Demanded weapons after the fall of the town": what something else comes after has happened."""
    if doc.rel(noun) == "obl" and "under" in doc.cases(noun) and doc.lemma(noun) in ontology().classes["deal"]:
        return True  # "under the agreement they are to leave"
    if doc.rel(noun) == "nmod" and "into" in doc.cases(noun):
        return True  # "promised an inquiry into the killing"
    return doc.rel(noun) in ("obl", "nmod") and bool(
        {"after", "since", "following", "amid", "despite"} & set(doc.cases(noun))
    )


@cache
def contents() -> frozenset[str]:
    """Nouns whose clause says what they are of: "reports he defected", "a risk that fighting will resume"."""
    words = reporting()
    return words.status["alleged"].nouns | words.status["hypothetical"].nouns | words.claimed_nouns


def _claim_behind(doc: Document, head: Word, below: Word) -> Word | None:
    """The claim whose "that" clause the syntax gave to a noun beside it ("the news spread by media that …")."""
    if doc.token(below).rel != "acl:relcl" or not doc.kids(below, "nsubj", "nsubj:pass"):
        return None
    if not any(doc.text(kid) == "that" and doc.token(kid).upos == "SCONJ" for kid in doc.kids(below, "mark")):
        return None
    claims = reporting().claimed_nouns | reporting().untrue  # "the propaganda carried by websites that …"
    return next((step for step in doc.path(head)[1:REACH] if doc.lemma(step) in claims), None)
