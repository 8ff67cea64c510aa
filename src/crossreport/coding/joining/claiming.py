"""Which happening a claim of responsibility is about, and whose dead its sentence tells."""

from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nearness import bare

CLAIM_REACH = 6  # sentences between a deed and the claim of it


def claimants_of(drafts: list[Draft]) -> dict[int, set[str]]:
    """Who claims responsibility, by the sentence in which they do."""
    return {
        draft.word.sentence: draft.ids("agent")
        for draft in drafts
        if draft.type == "statement_confession_claim" and draft.ids("agent")
    }


def claimed_deed(draft: Draft, claimants: dict[int, set[str]], before: list[Draft]) -> Draft | None:
    """ "X ambushed a patrol. … X claimed responsibility and said that 12 had died": of the deed that X did."""
    who = claimants.get(draft.word.sentence)
    if who is None or not bare(draft) or draft.places or draft.when is not None:
        return None
    return done_by(who, draft.word.sentence, [other for other in before if other.part == draft.part])


def done_by(who: set[str], sentence: int, before: list[Draft]) -> Draft | None:
    """The last violent happening ahead of a sentence, a few sentences back at most, that these did."""
    near = [
        draft for draft in before if draft.type in FORCE and 0 <= sentence - draft.words[-1].sentence <= CLAIM_REACH
    ]
    done = [draft for draft in near if who & draft.ids("agent", "party")]
    return max(done, key=lambda draft: draft.word, default=None)
