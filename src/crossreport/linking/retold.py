"""A page's reports in, which of them tell another one's happening again out: a denial, a rejected version, a sequel.

A page's reports are distinct happenings, with these exceptions: the denial of an attack that the page tells, the rival
version that it tells only to reject it, the explanation that it gives in the same sentence, and the sentence behind it
that adds the dead and names neither doer nor day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crossreport.linking.factor import Factor
from crossreport.linking.features import STOPPED, Features, denies, evidence
from crossreport.linking.highlights import headed
from crossreport.linking.lexicon import lexicon
from crossreport.linking.parties import best, meets
from crossreport.linking.places import compare_places
from crossreport.linking.times import compare_times
from crossreport.model import Actor
from crossreport.model.kinds import ARMED_OR_STATE
from crossreport.names import fold_name
from crossreport.words.families import SHOOTING

SURE = frozenset({"place_same", "place_same_name", "place_inside"})
DEATHS = SHOOTING  # as which "ten were killed" is told
QUOTES = ('"', "“", "«", "‘")
NEXT = 3  # characters between a passage and the one behind it: the white space between two sentences

Retold = tuple[Features, Features, Factor]  # the happening, its further telling, why


def retold(reports: Sequence[Features]) -> list[Retold]:
    """Each further telling with the report that it belongs to, in the order of `reports`."""
    pages: dict[str, list[Features]] = defaultdict(list)
    for report in reports:
        if report.hard.mood == "real" and report.hard.group in lexicon().force | lexicon().contested:
            pages[report.report.page].append(report)
    bodies: dict[str, list[Features]] = defaultdict(list)
    for report in reports:
        bodies[report.report.page].append(report)
    found = {
        one.report.id: first
        for one in reports
        if (first := _first_telling(one, pages[one.report.page]) or headed(one, bodies[one.report.page])) is not None
    }
    return [_from_root(one, found) for one in reports if one.report.id in found]


def _from_root(one: Features, found: Mapping[str, Retold]) -> Retold:
    """The further telling with a report that is none itself: a chain is followed to its beginning."""
    told, _, why = found[one.report.id]
    seen = {one.report.id}
    while told.report.id in found and told.report.id not in seen:
        seen.add(told.report.id)
        told = found[told.report.id][0]
    return told, one, why


def _first_telling(one: Features, page: Sequence[Features]) -> Retold | None:
    if one not in page:
        return None
    fits = [(other, why) for other in page if other is not one and (why := _why(other, one, page)) is not None]
    if not fits:
        return None
    told, why = min(fits, key=lambda fit: (_gap(fit[0], one), fit[0].report.id))
    return told, one, why


def _why(told: Features, again: Features, page: Sequence[Features]) -> Factor | None:
    """Why `again` tells `told` once more; None if it does not."""
    hards = told.hard, again.hard
    where, day = compare_places(hards[0].sites, hards[1].sites), compare_times(hards[0].window, hards[1].window)
    if told.report.status in ("denied", "alleged") or day.bar:
        return None
    if where.name in SURE and _one_breath(told, again):
        return Factor("retold", "one sentence tells it and how it was done")
    if _partys(told, again) and (where.name in SURE or (not hards[1].sites and day.name == "day_same")):
        return Factor("retold", "the page tells it and gives the account of one of the sides")
    if where.name not in SURE:
        return None
    if _rival_end(told, again):
        return Factor("retold", "the page tells it and how it ended by the word of another")
    if _counts_dead(told, again, _next_told(told, page) is again):
        return Factor("retold", "the next sentence counts its dead")
    if not {hards[0].group, hards[1].group} <= lexicon().force:
        return _explanation(told, again)
    if again.hard.group == STOPPED and _may_be_of(told, again) and (told.hard.group in _FIRED or _after(told, again)):
        return Factor("retold", "the page tells it and that it was stopped in the air")
    doers = bool(hards[0].agents and hards[1].agents)
    same = meets(hards[0].agents, hards[1].agents)
    if doers and not same and again.hard.targets and not told.hard.targets and denies(again.report):
        return (
            None  # "rebels attacked the town", and no soldier killed anybody there: what others tell may be the latter
        )
    if denies(again.report) and (same or not doers or again.report.status == "alleged"):
        return Factor("retold", "the page tells it and gives its denial")
    if again.report.status == "alleged" and doers and not same:
        return Factor("retold", "the page tells it and gives the rival version")
    if _goes_on(told, again):
        return Factor("retold", "the next sentence goes on about it")
    return Factor("retold", "the page tells it again without a day of its own") if _again(told, again) else None


def _one_breath(told: Features, again: Features) -> bool:
    """Whether one sentence tells a raid and, behind it, whom it killed or what was shelled: "raided the village,
    beheading four".
    """
    mine, other = again.hard, told.hard
    kinds = {mine.group, other.group} <= lexicon().contested | {"civ", "fire"} and mine.group != other.group
    whole = evidence(told.report)
    within = any(span.meets(again.report.span) and span.start <= told.report.span.start for span in whole)
    alike = again.report.status == told.report.status and mine.window == other.window and mine.window is not None
    order = told.report.span.start < again.report.span.start
    doers = not mine.agents or best(mine.agents, other.agents) in ("same", "camp")
    hit = not mine.targets or not other.targets or _may_meet(mine.targets, other.targets)
    return kinds and within and alike and order and doers and hit and not (told.toll and again.toll)


def _partys(told: Features, again: Features) -> bool:
    """Whether one of the sides that fight tells it again: "the group said that it had seized the base"."""
    sides = again.hard.agents | again.hard.targets | again.hard.parties
    before = told.hard.agents | told.hard.targets | told.hard.parties
    spoken = {actor for actor in sides if actor.id in again.speakers and actor.kind in ARMED_OR_STATE}
    alike = again.report.status == told.report.status and not again.speakers & told.speakers
    fights = {told.hard.group, again.hard.group} <= lexicon().contested | lexicon().force
    same = _may_meet(told.hard.agents, again.hard.agents) or bool(told.hard.parties or again.hard.parties)
    both = _may_meet(spoken, before) and meets(sides - spoken, before)
    return bool(spoken) and alike and fights and same and both


def _rival_end(told: Features, again: Features) -> bool:
    """Whether another voice tells, without a day of its own, the other end of a fight: the place was taken, or the
    attack on it was repelled.
    """
    ends = {told.hard.outcome, again.hard.outcome} == {"attacker", "defender"}
    alike = again.report.status == told.report.status and bool(again.speakers) and not again.speakers & told.speakers
    day = again.hard.window is None or again.hard.window.widened or again.hard.window == told.hard.window
    attackers = not told.hard.agents or not again.hard.agents or _may_be(told.hard.agents, again.hard.agents)
    return ends and alike and day and attackers


_FIRED = ("air", "fire")


def _after(told: Features, again: Features) -> bool:
    """Whether the page goes on to count again what was stopped there: of two the first is the happening."""
    return told.hard.group == STOPPED and told.report.span.start < again.report.span.start


def _may_be_of(told: Features, again: Features) -> bool:
    """Whether both name no two doers."""
    doers = (told.hard.agents, again.hard.agents)
    return not all(doers) or _may_be(*doers)


def _may_be(ones: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether they share a side, or one of them is any armed group."""
    return _may_meet(ones, others) or any(
        one.generic and one.id.startswith("unidentified-armed-group") for one in (*ones, *others)
    )


def _may_meet(ones: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether the sets share a side, one of them perhaps as a description only."""
    return best(ones, others) in ("same", "camp", "kind")


def _explanation(told: Features, again: Features) -> Factor | None:
    """A fight that one sentence only alleges behind the attack that it tells: "blaming a quarrel of the gunmen"."""
    alleged = again.report.status == "alleged" and told.hard.group in lexicon().force
    one_sentence = any(here.meets(there) for here in evidence(told.report) for there in evidence(again.report))
    return Factor("retold", "one sentence tells it and who is blamed for it") if alleged and one_sentence else None


def _again(told: Features, again: Features) -> bool:
    """Whether `again` is one more telling, as in a quotation: of the same kind and thing, with nothing of its own."""
    apart = told.hard.agents and again.hard.agents and not meets(told.hard.agents, again.hard.agents)
    quoted = all(span.quote.startswith(QUOTES) for span in evidence(again.report))
    things = told.things & again.things or (quoted and not (told.things and again.things))
    alike = told.label == again.label and again.report.status == told.report.status and things
    return bool(_day_taken(again, told) and alike and again.toll is None and not apart)


def _day_taken(again: Features, told: Features) -> bool:
    """Whether `again` has no day of its own beside the sure one of `told`, or one with reserve."""
    mine, other = again.hard.window, told.hard.window
    return other is not None and other.exact and (mine is None or mine.widened)


def _goes_on(told: Features, again: Features) -> bool:
    """Whether `again` is the sentence right behind, without doer, day or toll of its own to set beside."""
    thin = not again.hard.agents and again.hard.window is None and again.report.status == told.report.status
    return thin and (told.toll is None or again.toll is None) and 0 <= _space(told, again) <= NEXT


def _space(told: Features, again: Features) -> int:
    """Characters from the last passage of `told` to the first of `again`."""
    return min(span.start for span in evidence(again.report)) - max(span.end for span in evidence(told.report))


def _next_told(told: Features, page: Sequence[Features]) -> Features | None:
    """The violence that the page tells next behind `told`."""
    behind = [one for one in page if one.report.span.start > told.report.span.start]
    return min(behind, key=lambda one: (one.report.span.start, one.report.id), default=None)


def _counts_dead(told: Features, again: Features, follows: bool) -> bool:
    """Whether `again` says of a side of `told` no more than how many it lost: as the sentence right behind, or as what
    the page tells next of that day.
    """
    mine, violent = again.hard, lexicon().force | lexicon().contested
    day = mine.window is not None and not mine.window.widened
    own = mine.agents or mine.parties or (day and mine.window != told.hard.window)
    counts = again.toll is not None and told.toll is None and again.report.status == told.report.status
    if own or not counts or again.report.type.label not in DEATHS or not {told.hard.group, mine.group} <= violent:
        return False
    sides = told.hard.agents | told.hard.targets | told.hard.parties
    attacked = told.hard.targets | told.hard.parties
    lost = all(_may_meet((one,), sides) or (one.generic and (not attacked or _foe(one))) for one in mine.targets)
    return lost and (follows or (not day and 0 <= _space(told, again) <= NEXT))


def _foe(actor: Actor) -> bool:
    """Whether it is called by no more than a word of enmity: "enemy personnel", "the invaders"."""
    return not lexicon().their_enemy.isdisjoint(fold_name(actor.name).split())


def _gap(told: Features, again: Features) -> tuple[bool, int]:
    """How far off: what stands before comes before what stands behind."""
    space = again.report.span.start - told.report.span.start
    return space < 0, abs(space)
