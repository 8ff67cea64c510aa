"""Counts that are of no deed told right before them: of another month, or given when a deed was only somebody's reason.

In: the word that tells a count, and a draft told before it. Out: whether the count is none of that draft's. A day
beside a count says nothing: it may be the day on which somebody counted.
"""

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import apart_in_time
from crossreport.coding.phrases.arguments import is_verb
from crossreport.model import When

_WIDE = frozenset({"month", "year"})
_REASONS = frozenset({"as", "because", "while", "since", "after"})


def counted_apart(doc: Document, at: Word, word: Word, draft: Draft) -> bool:
    """Whether a count that no verb of harm tells is of another time, or stands behind a mere reason."""
    if is_verb(doc, at) or word.sentence >= at.sentence:
        return False
    return any(apart_in_time(when, draft.when) for when in _wide_times(doc, at)) or _only_a_reason(doc, word, draft)


def _wide_times(doc: Document, at: Word) -> list[When]:
    """ "In April monitors counted 31 killings": the months and years of the clause that counts."""
    told = [m.value for word in doc.clause(doc.clause_root(at)) for m in doc.covering(word, "time")]
    return [when for when in told if isinstance(when, When) and when.precision in _WIDE]


def _only_a_reason(doc: Document, word: Word, draft: Draft) -> bool:
    """ "Said that they were to blame, as police had killed his men": deaths without place or day, told to excuse."""
    bare = draft.toll_only and (not draft.places or draft.place_inherited) and (not draft.when or draft.when_inherited)
    if not bare or not draft.chain:
        return False
    return any(
        doc.rel(step) == "advcl" and any(doc.text(mark) in _REASONS for mark in doc.kids(step, "mark"))
        for step in doc.path(word)
    )
