"""The day of a happening counted from another's: "shelled X two days after rebels raided Y".

What is counted from is told in the same sentence, or right before where that only points back ("the killings came …").
"""

from collections.abc import Iterator

from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.page.gaps import Gap, moved
from crossreport.coding.settings.shared import inherited

BACK = 2  # sentences back to what "the attack" points to


def count_days(draft: Draft, drafts: list[Draft], *, exact: bool) -> bool:
    """Gives the draft its day if a count of days says it. True if the sentence counts, even if it gives no day.

    With `exact` only from a day that the other one has of its own.
    """
    across = [(other, gap) for other in drafts if other is not draft and (gap := _across(draft, other)) is not None]
    for other, gap in across or list(_pointed_to(draft, drafts)):
        if other.when is None or (exact and other.when_inherited):
            continue
        day = moved(other.when, -gap.days if draft.gap else gap.days) if gap.days is not None else None
        if day is not None:
            draft.when, draft.when_inherited = day, True
            draft.reasons.append(inherited("time", f"{other.span.quote!r}, counted in days from it"))
        return day is not None or draft.gap is not None
    return False


def _across(draft: Draft, other: Draft) -> Gap | None:
    """The counted time that stands between the two in one sentence."""
    for word in other.words:
        gap = other.gaps.get(word)
        if word.sentence == draft.word.sentence and gap != draft.gap:
            return draft.gap or gap
    return None


def _pointed_to(draft: Draft, drafts: list[Draft]) -> Iterator[tuple[Draft, Gap]]:
    """The violence with a day of its own told right before a sentence that tells only what came before it."""
    if draft.gap is None:
        return
    for other in reversed(drafts):
        back = draft.word.sentence - other.words[0].sentence
        dated = other.when is not None and other.when.precision == "day" and not other.when_inherited
        if 0 < back <= BACK and other.type in FORCE and dated:
            yield other, draft.gap
