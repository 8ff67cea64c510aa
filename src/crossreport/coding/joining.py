"""One happening told in headline, lead and background is one report: drafts of a page joined, with reasons.

Never joins what differs in day, place, doer or status; what only lacks them may join what has them.
"""

import datetime as dt
import re

from msgspec.structs import replace

from crossreport.coding.document import Word
from crossreport.coding.draft import Draft, Taking
from crossreport.coding.nouns import ARMED, actor
from crossreport.coding.sequels import goes_on
from crossreport.model import Place, Reason, When

# Types that may be two words for one deed: an "attack" that turns out to be shelling.
GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"armed_clash", "offensive", "attack_repelled", "territory_taken", "territory_lost"}),
    frozenset(
        {"air_strike", "shelling", "explosion", "chemical_attack", "attack_on_civilians", "killing", "execution"}
    ),
    frozenset({"abduction", "arrest"}),
    frozenset({"negotiation_talks", "visit_meeting", "mediation"}),
    frozenset({"ceasefire_halt", "agreement", "prisoner_exchange_release"}),
    frozenset({"deployment", "training", "arms_or_funds_supplied"}),
    frozenset({"displacement_evacuation"}),
    frozenset(
        {
            "statement_threat",
            "statement_demand",
            "statement_refusal",
            "statement_accusation",
            "statement_confession_claim",
        }
    ),
)
VIOLENT = GROUPS[0] | GROUPS[1]
# Calibrated on the 79 coded pages of the FA-KES dev part (matched-event F1).
JOIN_AT = 2.4
NEAR = 0.25  # what one sentence of distance costs
ELABORATES = 0.7  # the next sentences give a happening its town and its details
SETTING = 0.8  # two words for violence in one place on one day
TAKEN_UP = 0.7  # "a clinic was hit … the strike killed four"
RETELLS = 2.0  # "a depot … hit the depot", "two farmers … the farmers were shot"
NAMELESS = 1.5  # deaths of which the page has not said how they came, and "the attack" right behind them
STORMED = 2.0  # the blast that opens the way to those who storm in
SET_DOWN = 2  # sentences back in which the deed is told whose day and place a sentence sets down
FAR = 6  # sentences after which more distance costs nothing more
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


def join(drafts: list[Draft]) -> list[Draft]:
    """Drafts, each happening once, in the order of their first telling; the body speaks before the headline."""
    joined: list[Draft] = []
    claimants = _claimants(drafts)
    for draft in sorted(drafts, key=lambda d: (d.lead, d.word.sentence, d.toll_only, d.word.token)):
        claimed = _claimed(draft, claimants, joined)
        best = max(
            (
                (_affinity(earlier, draft, joined[:index]) + CLAIMED * (earlier is claimed), -index)
                for index, earlier in enumerate(joined)
                if claimed is None or earlier is claimed
            ),
            default=(0.0, 0),
        )
        if best[0] >= (JOIN_AT - 1.0 if draft.lead or _bare(draft) else JOIN_AT):
            _merge(joined[-best[1]], draft)
        else:
            joined.append(draft)
    return without_umbrellas(joined)


def _claimants(drafts: list[Draft]) -> dict[int, set[str]]:
    """Who claims responsibility, by the sentence in which they do."""
    return {
        draft.word.sentence: draft.ids("agent")
        for draft in drafts
        if draft.type == "statement_confession_claim" and draft.ids("agent")
    }


def _claimed(draft: Draft, claimants: dict[int, set[str]], before: list[Draft]) -> Draft | None:
    """ "X ambushed a patrol. … X claimed responsibility and said that 12 had died": of the deed that X did."""
    who = claimants.get(draft.word.sentence)
    if who is None or not _bare(draft) or draft.places or draft.when is not None:
        return None
    return done_by(who, draft.word.sentence, before)


def done_by(who: set[str], sentence: int, before: list[Draft]) -> Draft | None:
    """The last violent happening ahead of a sentence, a few sentences back at most, that these did."""
    near = [
        draft for draft in before if draft.type in VIOLENT and 0 <= sentence - draft.words[-1].sentence <= CLAIM_REACH
    ]
    done = [draft for draft in near if who & draft.ids("agent", "party")]
    return max(done, key=lambda draft: draft.word, default=None)


CLAIMED = 3.0  # the dead of which those speak who claim the deed
CLAIM_REACH = 6  # sentences between a deed and the claim of it


def _affinity(a: Draft, b: Draft, before: list[Draft]) -> float:
    """How much speaks for one happening; 0 if anything speaks against it. `before`: what was told ahead of `a`."""
    if _conflict(a, b):
        return 0.0
    if b.set_down and not b.lead and distance_of(a, b) <= SET_DOWN and {a.type, b.type} <= VIOLENT and not a.set_down:
        return JOIN_AT + SET_DOWN - distance_of(a, b)
    stormed = (a.type == "explosion" and b.type in _ASSAULTS and _in_one_go(a, b)) or _stormed_behind(a, b)
    score = (
        2.0
        if a.type == b.type or _same_held(a, b) or _dead_beside(a, b)
        else 1.0
        if _kin(a.type, b.type) or _any_force(a, b) or stormed or _retells(a, b) or _aside_of(a, b) or goes_on(a, b)
        else 0.0
    )
    if score == 0.0 and not ((b.toll_only or a.toll_only) and {a.type, b.type} <= VIOLENT):
        return 0.0
    driven = _driven_out(a, b)
    score += STORMED * (_stormed_behind(a, b) or driven or goes_on(a, b))
    score += TAKEN_UP * _takes_up(a, b)
    score += 1.2 * bool(_names(a) & _names(b))
    score += 0.8 * bool(a.ids("agent", "party") & b.ids("agent", "party"))
    score += 0.4 * bool(a.ids("target") & b.ids("target"))
    score += 0.8 * bool(a.when and b.when and not a.when_inherited)
    score += 1.0 * (b.anaphoric or _bare(b) or b.lead) + RETELLS * (_retells(a, b) or _aside_of(a, b))
    distance = distance_of(a, b)
    score += ELABORATES * (a.type == b.type and distance <= 2 and b.when is None and (vague(a) or not b.places))
    score += SETTING * (bool(_names(a) & _names(b)) and _same_day(a.when, b.when) and {a.type, b.type} <= GROUPS[1])
    score += ELABORATES * ((score > 0.0 and _in_one_go(a, b)) or _dead_of_it(a, b))
    score += NAMELESS * (_nameless(a, before) and b.anaphoric and not b.places and b.when is None and distance <= 2)
    near = (
        NEAR
        if a.type == b.type or b.anaphoric or b.retold or driven or goes_on(a, b) or _dead_beside(a, b)
        else 2 * NEAR
    )
    stray = not b.lead and distance > 2 and not b.anaphoric and not b.takings and bool(b.places)
    return score - near * distance - 0.5 * stray


def _takes_up(a: Draft, b: Draft) -> bool:
    """ "A clinic was hit … the strike killed four", "a bomb went off … the attack was claimed by"."""
    bare = b.anaphoric and not (b.places or b.when) and distance_of(a, b) <= 1
    return bare and (_kin(a.type, b.type) or _any_force(a, b))


def _retells(a: Draft, b: Draft) -> bool:
    """ "… killed two farmers. The farmers were shot on Monday in X": what befell those told of before."""
    return b.retold and distance_of(a, b) <= 2 and {a.type, b.type} <= VIOLENT and bool(a.takings or a.places)


def _aside_of(a: Draft, b: Draft) -> bool:
    return _its_work(a, b) or _same_raid(a, b)


def _its_work(a: Draft, b: Draft) -> bool:
    """ "Herders attacked the village … They came shooting and burning": what the attackers burnt and took there."""
    bare = b.type == "looting_destruction" and not b.places and b.when is None and distance_of(a, b) <= 2
    theirs = bool(a.ids("agent") & b.ids("agent")) or (bool(a.ids("agent")) and _generic(b))
    return bare and a.type in _ANY_ATTACK and theirs


def _same_raid(a: Draft, b: Draft) -> bool:
    """ "Arrested the emir … During the raid a woman was wounded": the raid is the one of the arrest."""
    bare = b.anaphoric and not b.places and b.when is None and distance_of(a, b) <= 1
    return bare and a.type in _BY_RAID and b.type in VIOLENT and b.span.quote.lower() in ("raid", "operation", "raids")


def _nameless(a: Draft, before: list[Draft]) -> bool:
    """Whether deaths are told of which nothing ahead of them says how they came."""
    told = (draft for draft in before if draft.type in VIOLENT and not draft.lead)
    return a.toll_only and all(distance_of(draft, a) >= FAR for draft in told)


def _in_one_go(a: Draft, b: Draft) -> bool:
    """ "First set off a bomb under the lorry, then opened fire": one doer, one sentence, no other place or time."""
    same = bool(a.ids("agent") & b.ids("agent")) and a.words[-1].sentence == b.word.sentence
    if same and a.type == "explosion" and b.type in _ASSAULTS:
        return _names(b) <= _names(a) and (b.when is None or b.when == a.when)  # "… then stormed it on foot"
    return same and {a.type, b.type} <= GROUPS[1] and not b.places and b.when is None


def distance_of(a: Draft, b: Draft) -> int:
    """Sentences between the last telling of one and the first of the other, up to `FAR`."""
    last = [word for word in a.words if word not in a.beside][-1]
    return min(FAR, abs(last.sentence - b.word.sentence))


def _same_held(a: Draft, b: Draft) -> bool:
    """ "Soldiers arrested the mayor. He was taken from his house": one seizure, of one who is named or described."""
    held = {actor(t.mention).id for t in b.takings if t.role == "target" and actor(t.mention).kind != "civilians"}
    return {a.type, b.type} == {"arrest", "abduction"} and bool(held & a.ids("target")) and b.when is None


def _stormed_behind(a: Draft, b: Draft) -> bool:
    """ "A car bomb went off at the gate. Gunmen then stormed the compound": one attack, no other place or day."""
    storms = b.span.quote.lower() in ("stormed", "storming") and b.type in _ASSAULTS | {"attack_on_civilians"}
    near = 0 <= b.word.sentence - a.words[-1].sentence <= 1
    here = _names(b) <= _names(a) and (b.when is None or a.when is None or _same_day(a.when, b.when))
    return a.type == "explosion" and storms and near and here


def _driven_out(a: Draft, b: Draft) -> bool:
    """ "The army took the town. The rebels withdrew towards X": that they left is how it was taken."""
    losers = b.ids("agent")
    left = a.type == "territory_taken" and b.type == "territory_lost" and distance_of(a, b) <= 2
    return left and bool(losers) and losers <= a.ids("target") and _names(b) <= _names(a)


def _dead_of_it(a: Draft, b: Draft) -> bool:
    """ "They clashed in X on Sunday, and 30 people died": in the same sentence, by nobody named and nowhere else."""
    here = a.words[-1].sentence == b.word.sentence and a.type in VIOLENT
    return here and b.toll_only and not b.ids("agent") and _names(b) <= _names(a)


def _dead_beside(a: Draft, b: Draft) -> bool:
    """ "They ambushed a patrol. Four were killed": how the dead died, their own words leave open."""
    last = max(word.sentence for word in a.words)
    here = 0 <= b.word.sentence - last <= 1 and {a.type, b.type} <= VIOLENT
    return here and b.toll_only and _bare(b) and not b.ids("agent") and _names(b) in (set(), _names(a))


_ASSAULTS = frozenset({"offensive", "armed_clash"})


def _any_force(a: Draft, b: Draft) -> bool:
    """ "Was ambushed … when it was hit … opened fire": words for any force go with any other force."""
    named_again = b.anaphoric and b.type in _ANY_ATTACK  # "… in the assault"
    bare = (b.open_means or named_again) and not b.places and b.when is None
    return bare and {a.type, b.type} <= VIOLENT


_ANY_ATTACK = frozenset({"attack_on_civilians", "offensive"})
_BY_RAID = frozenset({"arrest", "weapons_seized_or_destroyed", "prisoner_exchange_release", "killing"})


def _same_day(a: When | None, b: When | None) -> bool:
    return a is not None and b is not None and a.precision == b.precision == "day" and a.earliest == b.earliest


def _bare(draft: Draft) -> bool:
    """Deaths told without a day or a place of their own: those of a happening told before."""
    return draft.toll_only and not (draft.when is not None and draft.places)


def _kin(a: str, b: str) -> bool:
    return any(a in group and b in group for group in GROUPS)


def _names(draft: Draft) -> set[str]:
    return {place.name for place, _ in draft.places}


def _conflict(a: Draft, b: Draft) -> bool:
    if a.item != b.item and not (a.lead or b.lead):
        return True  # two items of a roundup
    if b.apart and not b.lead and a.words[-1] < b.word and a.word.sentence < b.word.sentence:
        return True  # "in a separate incident"
    fights = {a.type, b.type} <= GROUPS[0]
    if fights and b.aside and a.when is None and b.when is not None and a.word.sentence == b.word.sentence:
        return True  # "seized two posts outside X, which fell on 6 May": that day is of the fall alone
    if a.word.sentence == b.word.sentence and (a.gap and a.gap.head) != (b.gap and b.gap.head):
        return True  # "struck X a day after rebels raided Y"
    if apart_in_time(a.when, b.when) or (apart_in_place(a, b) and not _loosely_placed(a, b)):
        return True
    unreal = ({"planned", "threatened", "called_for"}, {"happened", "ongoing", "ended"})
    for left, right in (unreal, unreal[::-1]):
        if a.status in left and b.status in right and not b.anaphoric:
            return True
    if b.scheme == "speaker" and b.word.sentence != a.words[-1].sentence and not (a.ids("agent") & b.ids("agent")):
        return True  # two statements by two speakers
    if (a.status == "denied") != (b.status == "denied") or _only_accused(a, b) or _only_accused(b, a):
        return True
    return _other_doer(a, b)


def _only_accused(told: Draft, alleged: Draft) -> bool:
    """Whether joining would make a culprit of somebody whom the page only accuses, of one whom it does not."""
    if alleged.status != "alleged" or told.status == "alleged":
        return False
    accused = _sides(alleged)
    return bool(accused) and not accused & _sides(told)


def apart_in_time(a: When | None, b: When | None) -> bool:
    """Whether two times have no day in common."""
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    first_a, last_a, first_b, last_b = map(dt.date.fromisoformat, (a.earliest, a.latest, b.earliest, b.latest))
    return last_a < first_b or last_b < first_a


def _loosely_placed(a: Draft, b: Draft) -> bool:
    """ "In X park … the attack took place in Y": a village of which no list says where it lies may be in the park."""
    one = [place for draft in (a, b) for place in _finest(draft)]
    return b.set_down and any(
        place.kind == "natural" or (place.kind == "unresolved" and not place.admin1) for place in one
    )


_LARGE = frozenset({"admin1", "country", "region"})


UMBRELLA = 3  # places from which on a lead sums up happenings that the page goes on to tell one by one


def apart_in_place(a: Draft, b: Draft) -> bool:
    """Whether both have places and none of them may be, or hold, one of the other's."""
    if not a.places or not b.places:
        return False
    if (_sums_up(a, b) and not b.anaphoric) or (_sums_up(b, a) and not a.anaphoric):
        return True
    return not any(p.name == q.name or holds(p, q) or holds(q, p) for p in _finest(a) for q in _finest(b))


def _finest(draft: Draft) -> list[Place]:
    """Its places but for those that hold another of them: "the Midan quarter of Aleppo" is the quarter."""
    places = [place for place, _ in draft.places]
    return [one for one in places if not any(holds(one, other) and not holds(other, one) for other in places)]


def _sums_up(whole: Draft, part: Draft) -> bool:
    """Whether `whole` lists places of which `part` tells only some."""
    fine = {place.name for place, _ in whole.places if place.kind not in _LARGE}
    return len(fine) >= UMBRELLA and bool(part.places) and _names(part) < fine


def without_umbrellas(drafts: list[Draft]) -> list[Draft]:
    """Ruling 3: a lead over several happenings is a toll, not an event, once two of them are told apart."""
    return [
        draft
        for draft in drafts
        if sum(_sums_up(draft, other) and _kin(draft.type, other.type) for other in drafts if other is not draft) < 2
    ]


def named_division(place: Place) -> bool:
    """ "Sulu province", whatever the gazetteer took it for: its own words say that it is no village."""
    return place.span is not None and _PROVINCE.search(place.span.quote) is not None


_PROVINCE = re.compile(r"(?i)\b(?:province|region|governorate|oblast|department|county)$")


def holds(outer: Place, inner: Place) -> bool:
    """Whether the outer place may hold the inner one."""
    if inner.within and inner.within == outer.name:
        return True
    if outer.kind == "country":
        return outer.country == inner.country
    if outer.kind == "region":
        elsewhere = bool(outer.admin1 and inner.admin1) and outer.admin1 != inner.admin1
        return outer.country == inner.country and not elsewhere
    if outer.kind == "admin1":
        return outer.country == inner.country and inner.admin1 in (outer.admin1, outer.name)
    part = named_division(outer) or (
        inner.kind in ("district", "facility", "unresolved") and outer.kind == "settlement"
    )
    return part and (outer.country, outer.admin1) == (inner.country, inner.admin1)


def _other_doer(a: Draft, b: Draft) -> bool:
    """Whether both name doers and these are not the same, or the sides are swapped."""
    doers_a, doers_b = _sides(a), _sides(b)
    if _driven_out(a, b):
        return False
    fought = a.type == "attack_repelled" or (a.type in GROUPS[0] and _bare(b))
    next_to = fought and distance_of(a, b) <= 1  # "They were beaten back. Scores of them died."
    if doers_a and (doers_b or not next_to) and b.ids("target") & a.ids("agent") and not doers_b & doers_a:
        return True
    if doers_b & a.ids("target") and not doers_a & doers_b and {a.type, b.type} <= GROUPS[1] and not b.anaphoric:
        return True  # "a bomb killed two soldiers, and troops shot three militants"
    if not doers_a or not doers_b or doers_a & doers_b:
        return False
    if a.scheme == "parties" or b.scheme == "parties":
        if b.anaphoric and _generic(b):
            return False  # "in the fighting, two fighters also died"
        return not (doers_a | a.ids("target")) & (doers_b | b.ids("target"))
    return not (_generic(a) or _generic(b))


def _sides(draft: Draft) -> set[str]:
    """The ids of its doers, and the state whose government or forces they are: "the junta" is its army."""
    doers = [actor(t.mention) for t in draft.takings if t.role in ("agent", "party")]
    states = {f"state of {who.country}" for who in doers if who.kind in ("state", "state_forces") and who.country}
    return {who.id for who in doers} | states


def _generic(draft: Draft) -> bool:
    """Whether the doer is only described ("militants"): it may be the one that another sentence names."""
    found = [actor(t.mention) for t in draft.takings if t.role in ("agent", "party")]
    return bool(found) and all(who.generic and who.kind in (ARMED | {"other"}) for who in found)


def _merge(into: Draft, draft: Draft) -> None:
    """Gives `into` what it lacks; the first telling, and the body, win where both speak."""
    general = draft.retold and draft.anaphoric and _FINER.get(draft.type, 2) <= 1  # "the attack happened on Tuesday"
    if into.toll_only and not draft.toll_only and general:
        into.toll_only = False
    elif into.toll_only and not draft.toll_only:
        into.type, into.scheme, into.toll_only = draft.type, draft.scheme, False
    elif not draft.toll_only and draft.type != into.type and _finer(draft, into):
        into.type, into.scheme = draft.type, draft.scheme
    _take(into, draft)
    finer = draft.set_down or (vague(into) and not vague(draft) and not draft.lead)
    if not into.places or (draft.places and finer):
        into.places = placed_within(draft, into)
    elif draft.word.sentence == into.words[-1].sentence and not draft.lead:
        into.places += [p for p in draft.places if p[0].name not in _names(into) and p[0].kind not in _LARGE]
    into.when = into.when or draft.when
    near = abs(draft.word.sentence - into.word.sentence) <= 1 and not draft.lead
    into.chain = into.chain or (draft.chain if near else ())
    if into.status == "ongoing" and draft.status == "happened":
        into.status = "happened"
    if _dead_beside(into, draft):
        into.beside += draft.words
    into.words += draft.words
    into.gaps |= draft.gaps
    into.evidence += [span for span in draft.evidence if span not in into.evidence]
    into.weak = into.weak and draft.weak
    into.reasons.append(Reason("same_happening", f"{draft.span.quote!r} tells the same happening again", draft.span))
    into.reasons += [reason for reason in draft.reasons if reason.rule == "status" and reason not in into.reasons]


def placed_within(fine: Draft, whole: Draft) -> list[tuple[Place, Word]]:
    """The finer places; one of which no list says where it lies is in the one province that the other told."""
    outer = [place for place, _ in whole.places if place.kind == "admin1"]
    if len(outer) != 1 or len(whole.places) != 1:
        return fine.places
    return [(within(place, outer[0]), at) for place, at in fine.places]


def within(place: Place, province: Place) -> Place:
    """The place, in that province of its country if no list says where it lies."""
    unknown = place.kind == "unresolved" and not place.admin1 and place.country in (None, province.country)
    if not unknown:
        return place
    return replace(place, country=province.country, admin1=province.admin1 or province.name, within=province.name)


def _take(into: Draft, draft: Draft) -> None:
    known = into.ids()
    hurt = into.type in _BY_RAID - VIOLENT and draft.type in VIOLENT  # who was hurt in a raid was not arrested in it
    for taking in draft.takings:
        role = taking.role
        if hurt and role in ("target", "victim"):
            continue
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
    violent = (into.type in VIOLENT) == (draft.type in VIOLENT)  # an attack that also burns houses stays one
    return (
        _FINER.get(into.type, 2) < _FINER.get(draft.type, 2)
        and not draft.lead
        and violent
        and (draft.type == "attack_repelled" or not goes_on(into, draft))
    )


def vague(draft: Draft) -> bool:
    """Whether the draft names provinces, regions or countries only."""
    return all(place.kind in _LARGE or named_division(place) for place, _ in draft.places)
