"""What the next sentences tell of how a fight went, and is no happening of its own: fire returned, attackers gone.

In: two drafts, the first told before the second. Out: whether the second only goes on with the first.
"""

from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.nearness import generic, held_by, sides_of
from crossreport.words.classes.motion import motion
from crossreport.words.families import ASSAULTS, SHOOTING

REACH = 2  # sentences
_ATTACKS = frozenset({"offensive", "attack_repelled"})
_SHOTS = FORCE - {"territory_taken", "territory_lost", "execution", "killing"}
_REPLIES = frozenset({"armed_clash", "shelling"})
_RAIDS = _SHOTS | {"killing", "execution", "looting_destruction", "abduction"}
_FIRE = frozenset({"explosion", "attack_on_civilians", "armed_clash", "shelling", "offensive"})


def goes_on(a: Draft, b: Draft) -> bool:
    """Whether `b`, without a place of its own, tells how `a` went on."""
    if b.places or not 0 <= b.word.sentence - a.words[-1].sentence <= REACH or b.word < a.word:
        return False
    if _fought_back(a, b) or fired_back(a, b) or _beaten_off(a, b) or _came_so(a, b):
        return True
    return _ambushed_so(a, b) or _thrown_back(a, b) or _struck_down(a, b)


def _struck_down(a: Draft, b: Draft) -> bool:
    """ "Gunmen fired on a patrol. The soldiers killed two of the attackers": how it went for those who began it."""
    next_to = b.word.sentence - max(word.sentence for word in a.words) <= 1
    return a.type in _SHOTS and b.type in SHOOTING and b.on_attackers and b.when is None and next_to


def _fought_back(a: Draft, b: Draft) -> bool:
    """ "Rebels attacked the base. The soldiers fought back": those alone fight who are attacked."""
    own = b.ids("party")
    fought = b.type == "armed_clash" and b.span.quote.lower() == "fought" and not b.ids("target", "agent")
    return a.type in _ATTACKS and fought and bool(own) and own <= a.ids("target")


def fired_back(a: Draft, b: Draft) -> bool:
    """ "Rebels fired on a post. The army responded with artillery": those fire who were hit, at nobody named."""
    if b.places or b.word < a.word:
        return False
    own, last = sides_of(b), max(word.sentence for word in a.words)
    hit = bool(own) and own <= held_by(a) and not b.ids("target", "victim")
    return a.type in _SHOTS and b.type in _REPLIES and hit and b.when is None and b.word.sentence == last + 1


def _beaten_off(a: Draft, b: Draft) -> bool:
    """ "Rebels attacked the base … and the rebels retreated": the attackers lose nothing that they held."""
    return a.type in _RAIDS and b.type == "territory_lost" and _same_doers(a, b)


def _came_so(a: Draft, b: Draft) -> bool:
    """ "Raiders killed ten in the village. The attackers arrived on horses": how they came to do it."""
    came = b.type == "deployment" and b.span.quote.lower() in motion().came
    return came and a.type in _RAIDS and _same_doers(a, b)


def _same_doers(a: Draft, b: Draft) -> bool:
    """Whether those who did the deed do this, too: the same ones, or "the attackers"."""
    doers = b.ids("agent")
    return bool(doers) and (doers <= a.ids("agent") or (b.goes_on and generic(b)))


def _thrown_back(a: Draft, b: Draft) -> bool:
    """ "Rebels attacked the base. The soldiers drove them back": the attack, and that it failed."""
    held = bool(b.ids("target")) and b.ids("target") <= a.ids("target")
    near = b.word.sentence - a.words[-1].sentence <= 1 and held and b.ids("agent") <= a.ids("agent")
    known = b.on_attackers and (
        not b.ids("target") - a.ids("target") or bool(held_by(a) & held_by(b))
    )  # "the attackers were pushed back"
    return a.type in ASSAULTS and b.type == "attack_repelled" and b.when is None and (near or known)


def _ambushed_so(a: Draft, b: Draft) -> bool:
    """ "Rebels ambushed a convoy. … the rebels detonated a mine and then opened fire": how they did it."""
    ambush = a.span.quote.lower().startswith("ambush") and b.type in _FIRE and b.when is None
    return ambush and bool(a.ids("agent") & b.ids("agent")) and not b.ids("target") - a.ids("target")
