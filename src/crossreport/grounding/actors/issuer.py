"""Whose paper a page is that never says "we": the side's first mention gets the reason, for coding to read.

In: the actor drafts of a page and the side whose page it is. Out: the same drafts, or a mention where only the page's
head, which reading sets aside, names the side. Refuses a page that says "we", whose maker its "we" carries.
"""

from msgspec import structs

from crossreport.grounding.phrases.scene import Draft, Note, Scene
from crossreport.model import Mention, Reason, Span, content_id
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


def named_by_head(scene: Scene, side: Actor | None) -> list[Mention]:
    """The side by its outlet's name above the text, where no draft of the page's own sentences is the side's own."""
    outlet, own = scene.page.outlet, {ISSUER, "author"}
    if side is None or not outlet or any(note.rule in own for draft in scene.drafts for note in draft.notes):
        return []
    start = scene.page.text.find(outlet)
    end = start + len(outlet)
    if start < 0 or any(start < token.end and token.start < end for tree in scene.trees for token in tree.tokens):
        return []
    span = Span.of(scene.page.text, start, end)
    id_ = content_id("mention", scene.page.id, "actor", start, end, start)
    reasons = (Reason(ISSUER, f"the page is of {side.name}", span),)
    return [Mention(id_, scene.page.id, "actor", span, side, (), reasons, start)]
