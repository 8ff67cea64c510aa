"""Destruction that nobody is said to do, as what came of the attack told beside it.

In: a draft of things destroyed, with those told so far. Out: the attack of which it is the result, if one is near or
hit the same thing ("the clinic was levelled"). Refuses where the destruction has doers of its own, or is elsewhere,
and what was taken or brought down in flight: that is none of the attack's work ("12 of the drones were shot down").
"""

from collections.abc import Mapping, Set

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import names_of
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.arguments import patients
from crossreport.coding.phrases.others import flown_before
from crossreport.words.classes.arms import arms
from crossreport.words.events import ontology
from crossreport.words.families import ATTACKS, ON_THINGS

KNOWN = 3  # sentences in which a building that was hit is called by its noun alone


def result_host(doc: Document, draft: Draft, by_word: Mapping[Word, Draft], gone: Set[Word]) -> Draft | None:
    """The attack for whose result the destruction stands."""
    if draft.type not in ON_THINGS or (draft.ids("agent") and draft.places) or _taken_or_downed(doc, draft):
        return None
    near = [
        other
        for other in by_word.values()
        if other.word not in gone and other.status == draft.status and _brought(doc, draft, other)
    ]
    return min(near, key=lambda other: (draft.word.sentence - other.word.sentence, other.word), default=None)


def _taken_or_downed(doc: Document, draft: Draft) -> bool:
    if draft.type != "weapons_seized_or_destroyed":
        return False
    of_them = any(flown_before(doc, noun) is not None for noun in patients(doc, draft.word))
    return of_them or doc.lemma(draft.word) in arms().not_flown


def _brought(doc: Document, draft: Draft, other: Draft) -> bool:
    """Whether the other is near enough, and force that may have done it."""
    named = bool(draft.ids("agent"))
    apart = draft.word.sentence - other.word.sentence
    if other.type not in (_BURNT if named else FORCE):
        return False
    if not named and 0 < apart <= KNOWN and _again(doc, draft) & _hit(doc, other):
        return True
    told = named and (other.toll_only or other.ids("agent", "party") or apart == 0)
    return apart in (0, 1) and not told and not _set_apart(doc, draft, other)


_BURNT = ATTACKS  # "… killed in an attack. Gunmen came and set fire to houses"


def _again(doc: Document, draft: Draft) -> set[str]:
    """ "The clinic was levelled": buildings that the page must have told of."""
    known = {doc.lemma(noun) for noun in patients(doc, draft.word) if doc.definite(noun)}
    return known & ontology().classes["building"]


def _hit(doc: Document, draft: Draft) -> set[str]:
    return {doc.lemma(noun) for noun in patients(doc, draft.word)}


def _set_apart(doc: Document, draft: Draft, other: Draft) -> bool:
    """ "Eleven died in X. Two days later the village of Y was looted": elsewhere, and at another time."""
    if draft.word.sentence == other.word.sentence or not draft.places or doc.token(draft.word).xpos == "VBG":
        return False
    own = draft.when is not None and draft.when != other.when
    return not names_of(other) & names_of(draft) and (bool(other.places) or own)
