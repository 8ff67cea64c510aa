"""Two tellings of violence in one town on one day, of which no more than one names who did it, are one happening.

In: the page's drafts with their places and days, their own or taken over. Out: each scene once, in the order of their
first telling. Refuses to join what may be two deeds: two named doers, a capture and a fight of two sides, others hit,
other dead, other means, another item, a place as wide as a province, or words that say that one came after the other.
"""

from crossreport.coding.joining.differing import done_there, rival_ends
from crossreport.coding.joining.merging import merge
from crossreport.coding.page.document import Document
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.extents import LARGE, names_of
from crossreport.coding.page.families import FORCE, GROUPS
from crossreport.words.closed_classes import closed_classes
from crossreport.words.families import DEADLY, GROUND, REMOTE


def one_scene(doc: Document, drafts: list[Draft]) -> list[Draft]:
    """The drafts, each scene once; what may belong to two scenes stays on its own."""
    kept: list[Draft] = []
    for draft in drafts:
        same = [other for other in kept if _one(doc, other, draft)]
        if len(same) == 1:
            _merge(same[0], draft)
        else:
            kept.append(draft)
    return kept


def _merge(scene: Draft, draft: Draft) -> None:
    merge(scene, draft)
    if names_of(scene) < names_of(draft):
        scene.places = draft.places  # the quarter, and the town that both tell


def _one(doc: Document, a: Draft, b: Draft) -> bool:
    done = a.status == b.status == "happened" and {a.type, b.type} <= FORCE
    if not done or a.item != b.item or (a.part != b.part and b.place_inherited) or b.apart or _later(doc, b):
        return False
    return _there(a) & _there(b) != set() and _then(a) == _then(b) != ("", "") and _may_be_one(a, b)


def _may_be_one(a: Draft, b: Draft) -> bool:
    """Whether doers, those who are hit, the dead and the means leave it open."""
    if (a.ids("agent", "party") and b.ids("agent", "party")) or rival_ends(a, b) or done_there(a, b):
        return False
    if {a.type, b.type} & GROUND and (a.ids("party") or b.ids("party")):
        return False  # of two who fought, nobody says which took the place
    hit = [draft.ids("target", "victim") for draft in (a, b)]
    dead = [{number for measure, number in draft.numbers if measure == "killed"} for draft in (a, b)]
    differ = any(all(both) and not both[0] & both[1] for both in (hit, dead, [a.things, b.things]))
    return not (differ or _by_other_means(a, b) or _open(a, b))


def _by_other_means(a: Draft, b: Draft) -> bool:
    """ "Ambushed a convoy … helicopters fired on houses": a fight, and fire from afar told for itself."""
    return any(
        one.type in _FROM_AFAR and not one.anaphoric and other.type in GROUPS[0] and not other.toll_only
        for one, other in ((a, b), (b, a))
    )


def _open(a: Draft, b: Draft) -> bool:
    """ "Rebels stormed the town … farmers were shot dead": in a fight, and whose shots those were, nobody says."""
    return a.type in GROUPS[0] and b.type in DEADLY and not b.toll_only and bool(b.ids("target", "victim"))


_FROM_AFAR = REMOTE - {"explosion"}  # a bomb opens the way to those who storm in


def _there(draft: Draft) -> set[str]:
    return {place.name for place, _ in draft.places if place.kind not in LARGE}


def _then(draft: Draft) -> tuple[str, str]:
    when = draft.when
    return ((when.earliest or ""), (when.latest or "")) if when is not None else ("", "")


def _later(doc: Document, draft: Draft) -> bool:
    """ "Later that day …", "another shell …", "a second blast": next to what was told, not it."""
    return any(doc.text(word) in closed_classes().next_to for word in doc.words_of(draft.word.sentence))
