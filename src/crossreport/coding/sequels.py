"""What the next sentences tell of how a fight went, and is no happening of its own: fire returned, attackers gone.

In: two drafts, the first told before the second. Out: whether the second only goes on with the first.
"""

from crossreport.coding.draft import Draft
from crossreport.coding.nearness import held_by

REACH = 2  # sentences
_ATTACKS = frozenset({"offensive", "attack_repelled"})
_ASSAULTS = frozenset({"offensive", "armed_clash"})
_FIRE = frozenset({"explosion", "attack_on_civilians", "armed_clash", "shelling", "offensive"})


def goes_on(a: Draft, b: Draft) -> bool:
    """Whether `b`, without a place of its own, tells how `a` went on."""
    if b.places or not 0 <= b.word.sentence - a.words[-1].sentence <= REACH or b.word < a.word:
        return False
    return _fought_back(a, b) or _beaten_off(a, b) or _ambushed_so(a, b) or _thrown_back(a, b)


def _fought_back(a: Draft, b: Draft) -> bool:
    """ "Rebels attacked the base. The soldiers fought back": those alone fight who are attacked."""
    own = b.ids("party")
    fought = b.type == "armed_clash" and b.span.quote.lower() == "fought" and not b.ids("target", "agent")
    return a.type in _ATTACKS and fought and bool(own) and own <= a.ids("target")


def _beaten_off(a: Draft, b: Draft) -> bool:
    """ "Rebels attacked the base … and the rebels retreated": the attackers lose nothing that they held."""
    gone = b.ids("agent")
    return a.type in _ATTACKS and b.type == "territory_lost" and bool(gone) and gone <= a.ids("agent")


def _thrown_back(a: Draft, b: Draft) -> bool:
    """ "Rebels attacked the base. The soldiers drove them back": the attack, and that it failed."""
    held = bool(b.ids("target")) and b.ids("target") <= a.ids("target")
    near = b.word.sentence - a.words[-1].sentence <= 1 and held and b.ids("agent") <= a.ids("agent")
    known = b.on_attackers and (
        not b.ids("target") - a.ids("target") or bool(held_by(a) & held_by(b))
    )  # "the attackers were pushed back"
    return a.type in _ASSAULTS and b.type == "attack_repelled" and b.when is None and (near or known)


def _ambushed_so(a: Draft, b: Draft) -> bool:
    """ "Rebels ambushed a convoy. … the rebels detonated a mine and then opened fire": how they did it."""
    ambush = a.span.quote.lower().startswith("ambush") and b.type in _FIRE and b.when is None
    return ambush and bool(a.ids("agent") & b.ids("agent")) and not b.ids("target") - a.ids("target")
