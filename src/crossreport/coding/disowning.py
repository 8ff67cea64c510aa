"""A deed that a state or a side says was not done: a denial, not a sentence without an event."""

from crossreport.coding.attribution import Voices
from crossreport.coding.document import Document, Word
from crossreport.coding.families import FORCE
from crossreport.model import Reason, Span


def disowned(doc: Document, voices: Voices, word: Word, type_: str) -> bool:
    """Whether who says that no such deed was done speaks for a state or a side: "our jets bombed no market"."""
    chain = voices.chain(word)
    if any(doc.text(kid) in ("do", "does") for kid in doc.kids(word, "aux")):
        return False  # "our forces do not target civilians": of no deed in particular
    return type_ in FORCE and bool(chain) and chain[-1].kind in ("official", "party")


def said_not(doc: Document, word: Word) -> Reason:
    """Why a deed is denied."""
    token = doc.token(word)
    span = Span.of(doc.page.text, token.start, token.end)
    return Reason("status", f"{token.text!r} is said not to have happened, by an official or a side", span)
