"""Deeds that the page tells only to belie them in the next breath: "Media said the camp fell; the news is false".

In: the drafts of a page. Out: those are denied, with the words that say so. What residents or
officials tell stays told: that somebody calls it false is a claim of theirs.
"""

from collections.abc import Iterable

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.phrases.arguments import is_verb
from crossreport.coding.status.fact_checks import labelled_claim
from crossreport.coding.status.negation import is_untrue, refuted
from crossreport.coding.voices.attribution import Voices
from crossreport.model import Reason
from crossreport.model.kinds import PRESS
from crossreport.model.statuses import SAID_DONE
from crossreport.words.classes.speech import speech
from crossreport.words.closed_classes import closed_classes
from crossreport.words.reporting import reporting

_POINTING = frozenset({"this", "that", "it", "these"})
_OUTLETS = PRESS | {"outlet"}
_HEARSAY = _OUTLETS | {"anonymous"}


def belie(doc: Document, voices: Voices, drafts: Iterable[Draft]) -> None:
    """Denies what hearsay told right before the page says that it is untrue, in the name of who says so."""
    untrue = [word for word in doc.words() if _says_untrue(doc, word)]
    for draft in drafts:
        told = draft.chain[-1].kind if draft.chain else None
        if draft.status not in SAID_DONE or (told is not None and told not in _HEARSAY):
            continue
        ruled = told in _OUTLETS or labelled_claim(doc, draft.word.sentence)
        answers = [w for w in untrue if ruled or not _answered(doc, w)]
        word = next((w for w in answers if _right_behind(doc, draft, w)), None)
        if word is not None:
            draft.status, draft.chain = "denied", voices.chain(word)
            draft.reasons.append(
                Reason("status", f"{doc.text(word)!r} right behind it makes it denied", doc.span([word]))
            )


def _answered(doc: Document, word: Word) -> bool:
    """ "The division rejected the charge": a side's answer, which makes untrue only what was in the papers."""
    return is_verb(doc, word) and doc.lemma(word) in speech().calling | reporting().rejecting


def _right_behind(doc: Document, draft: Draft, word: Word) -> bool:
    """Whether the words that belie close the deed's own sentence, or make the next one."""
    if word.sentence == draft.word.sentence:
        return word > draft.word and doc.rel(word) in ("parataxis", "conj") and doc.parent(word) != draft.word
    hearsay = bool(draft.chain) or _reported(doc, draft.word) or labelled_claim(doc, draft.word.sentence)
    return word.sentence == draft.word.sentence + 1 and hearsay


def _reported(doc: Document, word: Word) -> bool:
    """ "It was said that", "rumours spread that": told by nobody."""
    above = doc.path(word)[1:4]
    return any(doc.lemma(step) in reporting().claimed_nouns | reporting().verbs.keys() for step in above)


def _bare(doc: Document, noun: Word) -> bool:
    """ "The report": the one told of before, and nothing that says which."""
    return bool(doc.kids(noun, "det")) and not doc.kids(noun, "acl", "nmod", "ccomp")


def _says_untrue(doc: Document, word: Word) -> bool:
    """ "The news is totally false", "this is not true", "the claim has no basis", "called the information untrue"."""
    if doc.lemma(word) in speech().calling | reporting().rejecting:
        called = doc.kids(word, "obj", "xcomp")
        account = any(doc.lemma(kid) in reporting().claimed_nouns and _bare(doc, kid) for kid in called)
        refused = doc.lemma(word) in reporting().rejecting
        return account and (refused or any(is_untrue(doc, kid) for kid in doc.subtree(word) if kid > word))
    subjects = doc.kids(word, "nsubj")
    meant = any(
        doc.text(noun) in _POINTING or (doc.lemma(noun) in reporting().claimed_nouns and _bare(doc, noun))
        for noun in subjects
    )
    if not meant:
        return False
    refused = refuted(doc, word)
    if is_verb(doc, word):
        grounds = [kid for kid in doc.kids(word, "obj") if doc.lemma(kid) in closed_classes().grounds]
        return doc.lemma(word) == "have" and any(
            doc.text(kid) == "no" for noun in grounds for kid in doc.kids(noun, "det")
        )
    plain = doc.lemma(word) in reporting().untrue and not refused
    return bool(doc.kids(word, "cop")) and (plain or (doc.lemma(word) in speech().being_true and refused))
