"""How near two drafts are told, and how much each says of its own: doers, deaths without a setting."""

from crossreport.coding.page.draft import Draft
from crossreport.coding.phrases.nouns import actor
from crossreport.model import Actor
from crossreport.model.kinds import ARMED, GOVERNMENT

FAR = 6  # sentences after which more distance costs nothing more


def distance_of(a: Draft, b: Draft) -> int:
    """Sentences between the last telling of one and the first of the other, up to `FAR`."""
    if b.brief:
        return 1  # it sums up what the page tells anywhere below
    if b.lead:
        return min(FAR, abs(a.words[0].sentence - b.word.sentence))
    last = [word for word in a.words if word not in a.beside][-1]
    return min(FAR, abs(last.sentence - b.word.sentence))


def bare(draft: Draft) -> bool:
    """Deaths told without a day or a place of their own: those of a happening told before."""
    return draft.toll_only and not (draft.when is not None and draft.places)


def sides_of(draft: Draft) -> set[str]:
    """The ids of its doers, and the state whose government or forces they are: "the junta" is its army."""
    doers = [actor(t.mention) for t in draft.takings if t.role in ("agent", "party")]
    return _with_states(doers)


def _with_states(sides: list[Actor]) -> set[str]:
    states = {f"state of {who.country}" for who in sides if who.kind in GOVERNMENT and who.country}
    return {who.id for who in sides} | states


def held_by(draft: Draft) -> set[str]:
    """The ids of those whom it hits, and the state whose government or forces they are."""
    return _with_states([actor(t.mention) for t in draft.takings if t.role == "target"])


def generic(draft: Draft) -> bool:
    """Whether the doer is only described ("militants"): it may be the one that another sentence names."""
    found = [actor(t.mention) for t in draft.takings if t.role in ("agent", "party")]
    return bool(found) and all(who.generic and who.kind in (ARMED | {"other"}) for who in found)
