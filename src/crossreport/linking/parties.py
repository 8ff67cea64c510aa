"""Actors of two reports in, factors out: the same doers, the same side, other doers, or the sides swapped."""

from collections.abc import Iterable
from functools import lru_cache

from crossreport.linking.factor import Factor
from crossreport.model import Actor, EventReport
from crossreport.model.kinds import ARMED_GROUPS, CROWD, STATELY
from crossreport.words.actors import branch_of, side_of

FORCES = frozenset({"armed", "state"})  # kin of those who fight
LIKENESS = {"same": 3, "camp": 2, "kind": 1, "different": 0}


@lru_cache(maxsize=65536)
def camp(actor: Actor) -> str:
    """The side an actor acts for: an organisation, or one state with all its arms."""
    kind, name = side_of(actor)
    return f"state:{name}" if kind == "state" else name


@lru_cache(maxsize=262144)
def likeness(one: Actor, other: Actor) -> str:
    """`same` actor, same `camp`, the same `kind` where one is only described, or `different`."""
    if one.id == other.id:
        return "same"
    if camp(one) == camp(other) or camp(one) == other.id or camp(other) == one.id:
        return "camp"
    if branch_of(one.id, other.id) or branch_of(other.id, one.id):
        return "camp"
    if one.generic != other.generic and {one.kind, other.kind} <= ARMED_GROUPS:
        return "kind"  # armed groups fight beyond the border of their country
    if one.country and other.country and one.country != other.country:
        return "different"
    if _unplaced(one) != _unplaced(other) and FORCES & {_kin(one), _kin(other)}:
        return "kind"
    if (_gunmen(one) and other.kind in ARMED_GROUPS) or (_gunmen(other) and one.kind in ARMED_GROUPS):
        return "kind"
    if (_unnamed_force(one) and _kin(other) in FORCES) or (_unnamed_force(other) and _kin(one) in FORCES):
        return "kind"
    if _kin(one) == _kin(other) and (one.generic or other.generic or "other" in (one.kind, other.kind)):
        return "kind"
    return "different"


def _unnamed_force(actor: Actor) -> bool:
    """ "Our forces", "the enemy": a side of the war that its page does not name."""
    return actor.generic and actor.kind == "other" and actor.id.startswith("described:")


def _gunmen(actor: Actor) -> bool:
    """ "Gunmen", "masked men": any armed group, as far as the page knows."""
    return actor.generic and actor.kind == "other" and actor.id.startswith("unidentified-armed-group")


def _unplaced(actor: Actor) -> bool:
    """A name that is on its page alone, with nothing said on what it is: "the Martires Command"."""
    return actor.kind == "other" and actor.id.startswith("minted:")


def _kin(actor: Actor) -> str:
    for name, kinds in (("armed", ARMED_GROUPS), ("state", STATELY), ("crowd", CROWD)):
        if actor.kind in kinds:
            return name
    return actor.kind


def actors(report: EventReport, *roles: str) -> frozenset[Actor]:
    """The actors that `report` has in any of `roles`."""
    return frozenset(participant.actor for participant in report.participants if participant.role in roles)


def is_named_person(actor: Actor) -> bool:
    """Whether `actor` is one known person, not somebody known by an office ("a commander") only."""
    return actor.kind == "person" and not actor.generic and not actor.id.startswith("anonymous:")


def best(ones: Iterable[Actor], others: Iterable[Actor]) -> str | None:
    """The closest likeness between two sets; None if one is empty."""
    found = [likeness(one, other) for one in ones for other in others]
    return max(found, key=LIKENESS.__getitem__) if found else None


def meets(ones: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether the sets share an actor or a camp."""
    return best(ones, others) in ("same", "camp")


def compare_doers(ones: frozenset[Actor], others: frozenset[Actor]) -> Factor | None:
    """Who does it."""
    found = best(ones, others)
    if found is None:
        return None
    return Factor(f"doer_{found}", _says("doer", found, ones, others))


def compare_targets(ones: frozenset[Actor], others: frozenset[Actor]) -> Factor | None:
    """To whom it is done."""
    found = best(ones, others)
    if found is None or (found == "different" and (_crowd(ones) or _crowd(others))):
        return None  # one counts bystanders, the other says what was aimed at: no disagreement
    return Factor(f"target_{found}", _says("target", found, ones, others))


def _crowd(group: Iterable[Actor]) -> bool:
    return all(actor.kind in CROWD or actor.kind == "person" for actor in group)


def compare_parties(ones: frozenset[Actor], others: frozenset[Actor]) -> Factor | None:
    """All sides, where one report gives no direction; two matched actors count in full, one in part."""
    if not ones or not others:
        return None
    matched = sum(1 for one in ones if meets((one,), others))
    matched = min(matched, sum(1 for other in others if meets((other,), ones)))
    if matched >= 2:
        return Factor("party_same", "the same sides")
    if matched == 1:
        return Factor("party_half", "one side in common")
    found = best(ones, others)
    if found == "kind":
        return Factor("doer_kind", "sides of the same kind")
    if _crowd(ones) or _crowd(others):
        return None  # one names the victims alone
    return Factor("doer_different", f"other sides: {names(ones)} against {names(others)}")


def names(group: Iterable[Actor]) -> str:
    """The actors' names, in order."""
    return ", ".join(sorted({actor.name for actor in group}))


def _says(role: str, found: str, ones: Iterable[Actor], others: Iterable[Actor]) -> str:
    if found == "same":
        return f"the same {role}"
    words = {"camp": "on one side", "kind": "of one kind", "different": "not the same"}[found]
    return f"{role}s {words}: {names(ones)}; {names(others)}"
