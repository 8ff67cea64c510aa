"""Whether officials disown an arrest or abduction that only those near to the seized tell of.

In: the drafts of a page with their voices. Out: such a deed is alleged, with the denial as its reason. What an outlet
or an official tells stays as it is told.
"""

from collections.abc import Iterable

from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.status.negation import NEGATION
from crossreport.coding.voices.attribution import Voices
from crossreport.coding.voices.speaking import Saying
from crossreport.model import Reason
from crossreport.words.classes.harm import harm
from crossreport.words.families import SEIZURES
from crossreport.words.reporting import reporting

_NEAR = 2  # sentences behind the family's word in which officials answer it


def disown(doc: Document, voices: Voices, drafts: Iterable[Draft]) -> None:
    """ "His family said agents took him; a police officer denied that he was in their custody": alleged."""
    for draft in drafts:
        told = draft.chain[-1] if draft.chain else None
        if draft.type not in SEIZURES or draft.status != "happened" or told is None or told.kind != "witness":
            continue
        denial = next((each for each in voices.sayings if _answers(doc, each, draft.word)), None)
        if denial is None:
            continue
        draft.status = "alleged"
        span = doc.span([denial.cue])
        draft.reasons.append(
            Reason("status", f"{denial.chain[-1].speaker!r} denies it, and only {told.speaker!r} tells it", span)
        )


def _answers(doc: Document, saying: Saying, deed: Word) -> bool:
    """Whether an official says of no other deed that nobody is held."""
    behind = saying.cue > deed and saying.cue.sentence - deed.sentence <= _NEAR
    if not behind or saying.chain[-1].kind != "official":
        return False
    words = [w for w in (*saying.content, *doc.subtree(saying.cue)) if w != saying.cue]
    held = any(doc.lemma(w) in harm().custody for w in words)
    denies = reporting().verbs.get(doc.lemma(saying.cue)) == "deny"
    return held and (denies or any(doc.text(w) in NEGATION for w in words))
