"""Whose paper a page is that never says "we": the side's first mention gets the reason, for coding to read.

In: the actor drafts of a page and the side whose page it is. Out: the same drafts. Refuses a page that says "we", whose
maker its "we" carries, and a side that the page never names.
"""

from msgspec import structs

from crossreport.grounding.actors_scene import Draft, Note, Scene
from crossreport.model.actor import Actor
from crossreport.model.kinds import GOVERNMENT

ISSUER = "issuer"


def with_issuer(scene: Scene, side: Actor | None) -> list[Draft]:
    """The drafts, the first one of the side with the note that the page is its own."""
    if side is None or any(note.rule == "author" for draft in scene.drafts for note in draft.notes):
        return scene.drafts
    at = next((i for i, draft in enumerate(scene.drafts) if _is(draft.value, side)), None)
    if at is not None:
        draft = scene.drafts[at]
        note = Note(ISSUER, f"the page is of {side.name}")
        scene.drafts[at] = structs.replace(draft, notes=(*draft.notes, note))
    return scene.drafts


def _is(who: Actor | None, side: Actor) -> bool:
    """Whether somebody is the side itself; of a state, its forces."""
    if who is None:
        return False
    if side.kind in GOVERNMENT:
        return who.kind == "state_forces" and who.country == side.country
    return who.id == side.id
