"""A deed that a state or a side says was not done: a denial, not a sentence without an event."""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.status.disbelieving import contrary
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Reason, Span


def disowned(doc: Document, voices: Voices, word: Word, type_: str) -> bool:
    """Whether who says that no such deed was done speaks for a state or a side: "our jets bombed no market"."""
    chain = voices.chain(word)
    if any(doc.text(kid) in ("do", "does") for kid in doc.kids(word, "aux")):
        return False  # "our forces do not target civilians": of no deed in particular
    if contrary(doc, word) or (type_ in _HARM and _we(doc, word)):
        return True
    return type_ in FORCE and bool(chain) and chain[-1].kind in ("official", "party")


def _we(doc: Document, word: Word) -> bool:
    """ "Nor did our men burn the clinic": a side's own paper says it, whoever that is."""
    doers = doc.kids(word, "nsubj")
    return any(
        doc.text(noun) == "we" or any(doc.text(p) == "our" for p in doc.kids(noun, "nmod:poss")) for noun in doers
    )


_HARM = FORCE | {"looting_destruction", "abduction", "sexual_violence"}


def said_not(doc: Document, word: Word) -> Reason:
    """Why a deed is denied."""
    token = doc.token(word)
    span = Span.of(doc.page.text, token.start, token.end)
    return Reason("status", f"{token.text!r} is said not to have happened, by an official or a side", span)
