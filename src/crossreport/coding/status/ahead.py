"""What is still to come though no verb says so: its own day is ahead, or it is only announced or prepared.

In: a happening that its tense leaves as done, with the day that its sentence gives it. Out: whether it is to come:
"tomorrow's vigil", "talks planned for later this month", "announced an aid operation", "suspended classes for
tomorrow". Refuses deeds of force, which nobody announces by their day, and days that are only reckoned from a page
whose own day nobody knows.
"""

import re

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.phrases.tenses import EITHER
from crossreport.model import When
from crossreport.words.classes.course import course
from crossreport.words.reporting import reporting

_AHEAD = re.compile(r"(?i)\b(?:tomorrow|later this|(?<!the )next (?:week|month|year|\w+day)|(?:this )?coming (?!in))\b")
_ANNOUNCED = frozenset(
    {"visit_meeting", "negotiation_talks", "protest", "training", "aid_delivery", "deployment", "investigation_trial"}
    | {"siege_blockade"}
)
_SET_FOR_A_DAY = _ANNOUNCED | {
    "displacement_evacuation",
    "prisoner_exchange_release",
    "investigation_trial",
    "mediation",
}


def ahead(doc: Document, word: Word, type_: str, when: When | None) -> bool:
    """Whether what `word` tells is still to come."""
    if type_ in FORCE or _begun(doc, word):
        return False
    if type_ in _SET_FOR_A_DAY or _bare(doc, word):
        return _day_ahead(doc, when) or (not is_verb(doc, word) and type_ in _ANNOUNCED and _only_set(doc, word))
    return False


def _day_ahead(doc: Document, when: When | None) -> bool:
    if when is None:
        return False
    last = doc.page.published.latest
    after = last is not None and (when.earliest or "") > last
    return after or (when.span is not None and _AHEAD.search(when.span.quote) is not None)


def _bare(doc: Document, word: Word) -> bool:
    """ "They fly to X tomorrow": a verb of the present."""
    verb = word if is_verb(doc, word) else doc.parent(word)
    return verb is not None and doc.token(verb).xpos in ("VB", "VBP", "VBZ") and doc.text(verb) not in EITHER


def _only_set(doc: Document, noun: Word) -> bool:
    """ "A sit-in called for Saturday", "announced an aid operation", "preparations for the summit"."""
    for kid in doc.kids(noun, "acl"):
        if doc.text(kid) in course().set_for and any("for" in doc.cases(day) for day in doc.kids(kid, "obl")):
            return True
    head = doc.parent(noun)
    if head is None:
        return False
    if doc.rel(noun) == "obj" and doc.lemma(head) in course().being_set:
        return not doc.definite(noun)
    return (
        doc.rel(noun) == "nmod" and "for" in doc.cases(noun) and doc.lemma(head) in reporting().status["planned"].nouns
    )


def _begun(doc: Document, word: Word) -> bool:
    """ "Began a visit", "have opened": the perfect and a verb of beginning tell that it is under way."""
    verb = word if is_verb(doc, word) else doc.parent(word)
    if verb is None:
        return False
    return doc.lemma(verb) in ("begin", "start", "open", "arrive") and doc.token(verb).xpos in ("VBD", "VBN")
