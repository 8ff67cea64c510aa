"""Two tellings of one happening become one draft: what it lacks is taken over, with the reason."""

from dataclasses import replace

from crossreport.coding.joining.sequels import goes_on
from crossreport.coding.joining.turns import BY_RAID, dead_beside, harmed, same_munitions
from crossreport.coding.page.draft import Draft, Taking
from crossreport.coding.page.extents import LARGE, finer_time, names_of, placed_within, vague
from crossreport.coding.page.families import FORCE
from crossreport.coding.phrases.capacity import could
from crossreport.coding.phrases.nearness import distance_of
from crossreport.coding.phrases.nouns import actor
from crossreport.model import Reason, Status
from crossreport.model.statuses import DONE

# How much a type says: words for any violence, words for fighting, means and outcomes.
_FINER = {
    "attack_on_civilians": 0,
    "territory_lost": 0,
    "offensive": 1,
    "killing": 1,
    "armed_clash": 1,
    "chemical_attack": 3,
    "territory_taken": 3,
    "execution": 3,
    "attack_repelled": 3,
}


def merge(into: Draft, draft: Draft) -> None:
    """Gives `into` what it lacks; the first telling, and the body, win where both speak."""
    _take_type(into, draft)
    _take(into, draft)
    _take_places(into, draft)
    into.when = finer_time(into.when, None if draft.nth else draft.when)  # of the "eighth body": that day it was found
    near = abs(draft.word.sentence - into.word.sentence) <= 1 and not draft.lead
    into.chain = into.chain or (draft.chain if near else ())
    into.status = _status_of_both(into, draft)
    if dead_beside(into, draft):
        into.beside += draft.words
    into.words += draft.words
    into.gaps |= draft.gaps
    into.evidence += [span for span in draft.evidence if span not in into.evidence]
    into.weak = into.weak and (draft.weak or draft.fates_only)
    into.places_again = into.places_again or draft.places_again
    _take_counts(into, draft)
    into.reasons.append(Reason("same_happening", f"{draft.span.quote!r} tells the same happening again", draft.span))
    into.reasons += [reason for reason in draft.reasons if reason.rule == "status" and reason not in into.reasons]


def _take_type(into: Draft, draft: Draft) -> None:
    """The finer word for the deed: of a toll the deed, of "violence" the fight."""
    general = draft.retold and draft.anaphoric and _FINER.get(draft.type, 2) <= 1  # "the attack happened on Tuesday"
    told = not (draft.toll_only or draft.fates_only or draft.recovered)
    if into.toll_only and not draft.toll_only and general:
        into.toll_only = False
    elif into.toll_only and not draft.toll_only and draft.type in FORCE | {into.type}:
        into.type, into.scheme, into.toll_only = draft.type, draft.scheme, False
    elif told and draft.type != into.type and not draft.named_again and _finer(draft, into):
        _give_direction(into, draft)
        into.type, into.scheme = draft.type, draft.scheme
    if harmed(into, draft):
        into.type, into.scheme = draft.type, draft.scheme


def _take_places(into: Draft, draft: Draft) -> None:
    """The finer places; of one sentence, those of both."""
    finer = draft.set_down or (vague(into) and not vague(draft) and not draft.lead)
    beside = not draft.lead and distance_of(into, draft) <= 1
    finer = finer or (beside and names_of(into) < names_of(draft))  # "struck X … the strikes hit X and Y"
    if not into.places or (draft.places and (finer or into.near_only)):
        into.places, into.near_only = placed_within(draft, into), draft.near_only
    elif draft.word.sentence == into.words[-1].sentence and not draft.lead:
        into.places += [p for p in draft.places if p[0].name not in names_of(into) and p[0].kind not in LARGE]


def _take_counts(into: Draft, draft: Draft) -> None:
    into.numbers |= draft.numbers
    into.things |= draft.things
    into.victims |= draft.victims
    into.share_of, into.totals = into.share_of or draft.share_of, into.totals or draft.totals
    into.shares |= draft.shares
    into.summed |= draft.summed


def _give_direction(into: Draft, draft: Draft) -> None:
    """ "Fought X and captured Y": of the two who fought, the one who did what came of it, and the other one."""
    doers = draft.ids("agent") & into.ids("party")
    if doers and draft.scheme == "agent_target":
        into.takings = [
            replace(taking, role="agent" if actor(taking.mention).id in doers else "target")
            if taking.role == "party"
            else taking
            for taking in into.takings
        ]


def _status_of_both(into: Draft, draft: Draft) -> Status:
    """What goes on and was also done once was done; but a siege lasts, and its dead and "the assault" end nothing."""
    if {into.status, draft.status} != DONE:
        return into.status
    if into.type == draft.type == "siege_blockade":
        return "ongoing"
    again = draft.toll_only or draft.anaphoric or draft.lead
    return into.status if again else "happened"


def _take(into: Draft, draft: Draft) -> None:
    known = into.ids()
    hurt = into.type in BY_RAID - FORCE and draft.type in FORCE  # who was hurt in a raid was not arrested in it
    recovers = draft.type == "bodies_found" and into.type in FORCE  # who carries the dead away has killed nobody
    for taking in draft.takings:
        if not could(taking, into.type):
            continue  # "storm the depot … took it from the army": nothing was taken from the depot
        role = taking.role
        if recovers and role == "agent":
            continue
        if hurt and role in ("target", "victim"):
            continue
        if into.scheme == "parties" and role == "target" and draft.toll_only and into.ids("target"):
            continue  # "X lost forty fighters … two of them were wounded": X's, whoever else the words name
        if into.scheme == "parties" and role in ("agent", "target"):
            role = "victim" if actor(taking.mention).kind == "civilians" else "party"
        if into.scheme != "parties" and role == "party":
            role = "agent" if not into.ids("agent") else "target"
        has = into.ids(role)
        identity = getattr(taking.mention.value, "id", None)
        if identity in known or _told_broader(into, taking) or (has and role == "agent"):
            continue
        into.takings = [one for one in into.takings if not _broader(one, taking)]
        into.takings.append(type(taking)(role, taking.mention, taking.noun))


def _told_broader(into: Draft, taking: Taking) -> bool:
    """Whether the happening already names whom this only describes or whose part it is."""
    return any(_broader(taking, one) for one in into.takings)


def _broader(one: Taking, other: Taking) -> bool:
    """Whether `one` only says less of the same side: "militants" beside a group's name, the forces beside the army."""
    first, second = actor(one.mention), actor(other.mention)
    whole = first.id.startswith("armed-forces-of-") and second.id.startswith("army-of-")
    described = first.id.startswith("armed-opposition:") and second.kind == "rebel_group" and not second.generic
    return one.role == other.role and (described or (whole and first.country == second.country))


def _finer(draft: Draft, into: Draft) -> bool:
    """Whether the later type says more than the earlier, general one."""
    if into.type == "shelling" and draft.type == "air_strike" and same_munitions(into, draft):
        return True  # what fell was dropped from the air
    violent = (into.type in FORCE) == (draft.type in FORCE)  # an attack that also burns houses stays one
    return (
        _FINER.get(into.type, 2) < _FINER.get(draft.type, 2)
        and not draft.lead
        and violent
        and (draft.type == "attack_repelled" or not goes_on(into, draft))
    )
