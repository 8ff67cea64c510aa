"""The days on which people can have been killed whose bodies were found or buried on a day that the page gives.

"Gunmen killed a judge. His body was found on Sunday": on Sunday or shortly before, not on the page's own day.
"""

import datetime as dt

from crossreport.coding.completing.taken_days import RECENT
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.settings.shared import inherited, under_voice
from crossreport.model import Mention, When
from crossreport.words.classes.harm import harm
from crossreport.words.edtf import precision

BEHIND = 2  # sentences behind a killing in which its dead are found or buried
_DEADLY = frozenset({"attack_on_civilians", "killing", "execution"})
_PRESUMED = frozenset({"lead_news_of_the_day", "ucdp_days_before_report"})


def bound_by_bodies(doc: Document, draft: Draft) -> None:
    """Gives a killing without a day of its own the days up to the finding of its dead."""
    if draft.type not in _DEADLY or draft.status != "happened" or draft.when is None:
        return
    for s in range(draft.word.sentence + 1, min(draft.word.sentence + 1 + BEHIND, len(doc.sentences))):
        found = _day_of_finding(doc, s)
        if found is None or not isinstance(found.value, When) or found.value.earliest is None:
            continue
        if draft.when.rule in _PRESUMED or draft.when == found.value:
            last = dt.date.fromisoformat(found.value.earliest)
            first = last - dt.timedelta(days=RECENT)
            edtf = f"{first.isoformat()}/{last.isoformat()}"
            draft.when = When(edtf, first.isoformat(), last.isoformat(), precision(first, last), "bodies_found_by")
            draft.when_inherited = True
            why = inherited("time", "the day on which the dead were found or buried, and the days before", found)
            draft.reasons = [*(reason for reason in draft.reasons if reason.rule != why.rule), why]
        return


def _day_of_finding(doc: Document, s: int) -> Mention | None:
    """The one day that the sentence gives for what it tells of the dead."""
    told = next((word for word in doc.words_of(s) if _tells_of_dead(doc, word)), None)
    if told is None:
        return None
    days = [
        mention
        for mention, at in doc.told_in(s, "time")
        if isinstance(mention.value, When) and mention.value.precision == "day" and not under_voice(doc, at, told)
    ]
    return days[0] if len(days) == 1 else None


def _tells_of_dead(doc: Document, word: Word) -> bool:
    if doc.token(word).upos != "VERB":
        return False
    if doc.lemma(word) in harm().burying:
        return True
    objects = doc.kids(word, "obj", "nsubj:pass")
    return doc.lemma(word) in harm().finding and any(doc.lemma(noun) in harm().bodies for noun in objects)
