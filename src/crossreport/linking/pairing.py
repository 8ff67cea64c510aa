"""Two reports in, a score with its factors out: whether they tell one happening. Bars come first, weights after."""

from typing import NamedTuple

from crossreport.linking.factor import Factor
from crossreport.linking.features import GIVEN_UP, STOPPED, Features, Hard, denies
from crossreport.linking.lexicon import lexicon
from crossreport.linking.parties import best, compare_doers, compare_parties, compare_targets, meets
from crossreport.linking.places import compare_places, named_among, unlisted
from crossreport.linking.times import WEEK, compare_lasting, compare_times
from crossreport.linking.tolls import compare_tolls
from crossreport.model.kinds import BODIES

ONE_OFF_DAYS = 800  # both windows within about two years


class Pairing(NamedTuple):
    """`score` against `lexicon().threshold`; `bar` names what forbids joining, None if nothing does."""

    score: float
    factors: tuple[Factor, ...]
    bar: Factor | None


def conflict(one: Hard, other: Hard) -> Factor | None:
    """What forbids that two reports tell one happening."""
    if one.mood != other.mood:
        return Factor("moods", f"one is {one.mood}, the other {other.mood}", bar=True)
    if one.group != other.group and frozenset((one.group, other.group)) not in lexicon().near_groups:
        return Factor("types", f"{one.group} and {other.group} are not one kind of happening", bar=True)
    for factor in (_times(one, other), compare_places(one.sites, other.sites)):
        if factor.bar:
            return factor
    if _swapped(one, other) and not _both_claim(one, other):
        return Factor("swapped", "attacker and target are the other way round", bar=True)
    if one.victims and other.victims and not one.victims & other.victims:
        return Factor("victims", "two different persons are named", bar=True)
    if {one.outcome, other.outcome} == {"attacker", GIVEN_UP} and _came_and_went(one, other):
        return Factor("given_up", "one side took the place by the one, and gave it up by the other", bar=True)
    return None


def _came_and_went(one: Hard, other: Hard) -> bool:
    """Whether the side that takes a place is the one that leaves it: two happenings, however near."""
    taken, left = (one, other) if one.outcome == "attacker" else (other, one)
    return meets(taken.agents, left.targets) and not meets(taken.targets, left.targets)


def _times(one: Hard, other: Hard) -> Factor:
    compare = compare_lasting if one.lasting and other.lasting else compare_times
    found = compare(one.window, other.window)
    if found.bar and rival_outcomes(one, other) and not _swapped(one, other) and _next_days(one, other):
        return Factor("days_next", "a day apart, by rival accounts of who holds the place")
    return found


def _next_days(one: Hard, other: Hard) -> bool:
    if one.window is None or other.window is None:
        return False
    gap = max(one.window.earliest, other.window.earliest) - min(one.window.latest, other.window.latest)
    return gap <= 1 and one.window.sharp and other.window.sharp


def rival_outcomes(one: Hard, other: Hard) -> bool:
    """Whether one says that a town was taken, the other that it was held, or only attacked; or each side that it threw
    the other one back there.

    A later attack by the side that was beaten before is another fight: the sides are swapped, on another day.
    """
    outcomes = {one.outcome, other.outcome}
    if outcomes == {"defender"} and _swapped(one, other):
        return compare_places(one.sites, other.sites).name in _SAME_PLACE
    if len(outcomes) < 2 or not outcomes & OUTCOMES or "" in outcomes or outcomes == {"attacker", GIVEN_UP}:
        return False
    if one.lasting != other.lasting and "attack" in outcomes:
        return False  # that fighting goes on says nothing of how one fight ended
    place = compare_places(one.sites, other.sites)
    return place.name in _SAME_PLACE and not ("attack" in outcomes and _swapped(one, other))


OUTCOMES = frozenset({"attacker", "defender"})


def _swapped(one: Hard, other: Hard) -> bool:
    crossed = meets(one.agents, other.targets) and meets(one.targets, other.agents)
    return crossed and not (meets(one.agents, other.agents) or meets(one.targets, other.targets))


def _both_claim(one: Hard, other: Hard) -> bool:
    """Whether two sides fight for one named thing on one day, each telling that it was the other's attack."""
    fights = {one.group, other.group} <= lexicon().contested
    thing = bool(one.named & other.named) or rival_outcomes(one, other)
    sharp = _sharp_day({_times(one, other).name})
    return fights and ((thing and sharp) or _each_attacked(one, other))


def _each_attacked(one: Hard, other: Hard) -> bool:
    """Whether each of two sides tells that the other came: "we threw them back", and "they attacked our base", in one
    settlement on one day.
    """
    defended = {one.outcome, other.outcome} == {"defender", "attack"} and not (one.lasting or other.lasting)
    place, time = compare_places(one.sites, other.sites), _times(one, other)
    return defended and place.name in ("place_same", "place_same_name") and time.name == "day_same"


def _answered(one: Hard, other: Hard) -> bool:
    """Whether a massacre is laid to whom the other account says was attacked: it may be that side's answer."""
    if {one.group, other.group} != lexicon().two_versions:
        return False
    massacre, fight = (one, other) if other.group in lexicon().contested else (other, one)
    return meets(massacre.agents, fight.targets) and not meets(massacre.agents, fight.agents)


class Comparer:
    """Compares reports, and remembers what it said about their hard features: few are distinct, many pairs are not."""

    def __init__(self) -> None:
        self._numbers: dict[Hard, int] = {}
        self._hards: list[Hard] = []
        self._bars: dict[tuple[int, int], Factor | None] = {}
        self._factors: dict[tuple[int, int], tuple[Factor, ...]] = {}

    def number(self, hard: Hard) -> int:
        """A number for equal hard features."""
        found = self._numbers.setdefault(hard, len(self._hards))
        if found == len(self._hards):
            self._hards.append(hard)
        return found

    def bar(self, one: int, other: int) -> Factor | None:
        """`conflict` of two numbered hard features."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._bars:
            self._bars[key] = conflict(self._hards[key[0]], self._hards[key[1]])
        return self._bars[key]

    def hard_factors(self, one: int, other: int) -> tuple[Factor, ...]:
        """`hard_factors` of two numbered hard features."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._factors:
            self._factors[key] = hard_factors(self._hards[key[0]], self._hards[key[1]])
        return self._factors[key]

    def pair(self, one: Features, other: Features) -> Pairing:
        """How far two reports tell one happening."""
        first, second = self.number(one.hard), self.number(other.hard)
        bar = self.bar(first, second)
        if bar is not None:
            return Pairing(float("-inf"), (bar,), bar)
        return _weighed(one, other, self.hard_factors(first, second))


def _weighed(one: Features, other: Features, known: tuple[Factor, ...]) -> Pairing:
    factors = _as_rivals(one.hard, other.hard, (*_placed_by_page(one, other, known), *_soft_factors(one, other)))
    weights = lexicon().weights
    score = sum(weights[factor.name] for factor in factors)
    names_found = {factor.name for factor in factors}
    lack = _lack(one.hard, other.hard, names_found)
    return Pairing(round(score, 3), factors, lack)


def _placed_by_page(one: Features, other: Features, known: tuple[Factor, ...]) -> tuple[Factor, ...]:
    """A page leads with it and has its place a sentence before or behind: it names where the other page has it."""
    named = one.lead and other.lead and (_names(one, other) or _names(other, one))
    if not named:
        return known
    says = "both lead with it, and the page of one names the place of the other"
    return tuple(Factor("place_told", says) if factor.name in _NO_PLACE else factor for factor in known)


def _names(one: Features, other: Features) -> bool:
    """Whether `one`, which has no settlement, stands on a page that names the other's."""
    if any(place.level == "site" for place in one.hard.sites):
        return False
    return named_among(one.around, other.hard.sites)


def _one_side_known(one: Hard, other: Hard) -> bool:
    """Whether a fight is told with one side alone: its dead may be whom the other account calls civilians."""
    return any(
        told.group in lexicon().contested and len(told.parties) == 1 and not (told.agents or told.targets)
        for told in (one, other)
    )


def _denial(one: Features, other: Features) -> Factor | None:
    """One report is the denial of what the other tells: it seldom names the means ("any attack")."""
    denied = denies(one.report) != denies(other.report)
    return Factor("denial", "one tells it, the other denies it") if denied else None


def _as_rivals(one: Hard, other: Hard, factors: tuple[Factor, ...]) -> tuple[Factor, ...]:
    """Other doers and tolls count less where place, day and thing agree: rival sides tell one deed in two versions."""
    found = {factor.name for factor in factors}
    village = _village_leads(found) and bool(found & {"day_same", "day_about"})
    if village or ("denial" in found and found & _SURE_PLACES and "toll_equal" in found):
        factors = tuple(map(_as_told_first, factors)) if village else factors
        factors = tuple(factor for factor in factors if not (village and factor.name == "lasting_one"))
        return tuple(Factor("doer_rival", f.says) if f.name == "doer_different" else f for f in factors)
    if _turned_round(one, other, found):
        softer = {"doer_different": "sides_rival"}
        return tuple(Factor(softer.get(factor.name, factor.name), factor.says) for factor in factors)
    violent = {one.group, other.group} <= lexicon().force or {one.group, other.group} <= lexicon().contested
    sharp = _sharp_place(found) and (_sharp_day(found) or "days_next" in found)
    rival = (sharp and "rival_outcome" in found) or (_each_attacked(one, other) and _swapped(one, other))
    if not ((violent and (rival or _sharp_thing(found))) or _one_body_hit(one, other, found)):
        return tuple(map(_as_told_first, factors)) if _told_first(found) else factors
    crossed = _swapped(one, other)
    tolls = {"toll_apart": "toll_rival", "toll_far": "toll_rival"}
    softer = {**tolls, "doer_different": "sides_rival" if crossed else "doer_rival"}
    kept = (factor for factor in factors if not (crossed and factor.name == "target_different"))
    return tuple(Factor(softer.get(factor.name, factor.name), factor.says) for factor in kept)


def _one_body_hit(one: Hard, other: Hard, found: set[str]) -> bool:
    """Whether the same was done to one named body that fights for nobody, in one place on one day: two convoys of one
    aid agency are seldom robbed near one town on one day, whoever each side lays it on.
    """
    named = [frozenset(who for who in told.targets if who.kind in BODIES and not who.generic) for told in (one, other)]
    return meets(*named) and one.group == other.group and _sharp_place(found) and _sharp_day(found)


def _told_first(found: set[str]) -> bool:
    """Whether two pages each lead with violence in one place on one day: however they count, seldom two attacks. On
    days that only may be one, a school and a convoy are two.
    """
    if "lead_same" not in found or not found & {*_SURE_PLACES, "place_told"}:
        return False
    sure = "day_same" in found and bool(found & _SURE_PLACES)
    return sure or (_sharp_day(found) and "thing_apart" not in found)


def _as_told_first(factor: Factor) -> Factor:
    return Factor("toll_rival", factor.says) if factor.name in {"toll_apart", "toll_far"} else factor


def _turned_round(one: Hard, other: Hard, found: set[str]) -> bool:
    """Whether who did it by the one account is whom the other says was attacked, in one town on one day, and their
    tolls do not speak against it: "guards shot three men" and "three died as guards foiled an attack".

    Both are told on the day of a reprisal, too: unless their tolls meet, or both pages lead with it, they are two.
    """
    told = "place_told" in found and "lead_same" in found
    if not (_answered(one, other) and (told or found & {"place_same", "place_same_name"})):
        return False
    return "day_same" in found and bool(found & {"toll_equal", "toll_meets", "lead_same"})


def _sharp_thing(found: set[str]) -> bool:
    return _sharp_place(found) and _sharp_day(found) and bool(found & _THINGS)


def _soft_factors(one: Features, other: Features) -> list[Factor]:
    found = [
        _types(one, other),
        compare_tolls(one.toll, other.toll),
        _things(one, other),
        _one_off(one, other),
        _rare(one, other),
        _leads(one, other),
        _denial(one, other),
        Factor("passage", "the same sentence tells both") if one.passages & other.passages else None,
        Factor("speaker_same", "one voice is named for both") if one.speakers & other.speakers else None,
    ]
    return [factor for factor in found if factor is not None]


def hard_factors(one: Hard, other: Hard) -> tuple[Factor, ...]:
    """Place, time and sides."""
    found = [compare_places(one.sites, other.sites), _times(one, other), *_sides(one, other)]
    if unlisted(one.sites, other.sites):
        found.append(Factor("place_unlisted", "a place so small that no gazetteer has it"))
    if one.lasting != other.lasting and one.group in lexicon().contested:
        found.append(Factor("lasting_one", "one tells of fighting that goes on, the other of one fight"))
    if one.victims & other.victims:
        found.append(Factor("victim_named", "the same person is named"))
    if rival_outcomes(one, other):
        thrown = one.outcome == other.outcome
        says = (
            "each side tells that it threw the other back"
            if thrown
            else "one tells that the place was taken, the other that it was held"
        )
        found.append(Factor("rival_outcome", says))
    return tuple(found)


def _sides(one: Hard, other: Hard) -> list[Factor]:
    if not (one.agents and other.agents) and (one.parties or other.parties):
        everybody = (one.parties | one.agents | one.targets, other.parties | other.agents | other.targets)
        found = [compare_parties(*everybody)]
    else:
        targets = compare_targets(one.targets, other.targets)
        spared = _half_crossed(one, other) or STOPPED in (one.group, other.group)  # who stops it is seldom whom it hits
        found = [compare_doers(one.agents, other.agents), None if spared else targets]
    return [factor for factor in found if factor is not None]


def _half_crossed(one: Hard, other: Hard) -> bool:
    """Whether those who were hit by one account did it by the other: of one deed each says that others were hit."""
    crossed = meets(one.agents, other.targets) or meets(one.targets, other.agents)
    return crossed and best(one.targets, other.targets) == "different" and not meets(one.agents, other.agents)


def _one_off(one: Features, other: Features) -> Factor | None:
    if one.label != other.label or one.label not in lexicon().one_off:
        return None
    doers, place = compare_doers(one.hard.agents, other.hard.agents), compare_places(one.hard.sites, other.hard.sites)
    times = (one.hard.window, other.hard.window)
    if doers is None or doers.name != "doer_same" or not place.name.startswith("place_same"):
        return None
    if any(window is None or window.days > ONE_OFF_DAYS for window in times):
        return None
    return Factor("one_off", f"{one.label} by one doer in one place is seldom told of two happenings")


def _rare(one: Features, other: Features) -> Factor | None:
    if one.label != other.label or one.label not in lexicon().rare:
        return None
    windows = (one.hard.window, other.hard.window)
    if any(window is None or window.days > WEEK for window in windows):
        return None
    return Factor("type_rare", f"two of the kind {one.label} within days are seldom two")


def _types(one: Features, other: Features) -> Factor:
    if one.label == other.label:
        return Factor("type_same", f"both {one.label}")
    if one.hard.group == other.hard.group:
        return Factor("type_group", f"{one.label} and {other.label} are told of one happening")
    if open_kind(one.hard, other.hard):
        return Factor("type_open", f"told as {one.label} and as {other.label}, in words that leave the kind open")
    return Factor("type_near", f"{one.label} and {other.label} may be one happening")


def open_kind(one: Hard, other: Hard) -> bool:
    """Whether both are violence, and the words of one leave open of what kind: "Monday's attack", "were killed"."""
    violence = lexicon().force | lexicon().contested | {"accident"}
    return (one.open or other.open) and {one.group, other.group} <= violence


def _leads(one: Features, other: Features) -> Factor | None:
    """Both pages are about it, in words that leave the kind open: outlets seldom lead with two attacks on one town."""
    groups = {one.hard.group, other.hard.group}
    alike = len(groups) == 1 or groups == lexicon().two_versions or open_kind(one.hard, other.hard)
    if not (one.lead and other.lead and (alike or unlisted(one.hard.sites, other.hard.sites))):
        return None
    return Factor("lead_same", "each is what its page tells first")


def _things(one: Features, other: Features) -> Factor | None:
    named = one.hard.named & other.hard.named
    if named:
        return Factor("thing_named", f"both name the {min(named)}")
    if one.things & other.things:
        return Factor(
            "thing_same", f"both tell of one kind of thing: {min(one.things & other.things).replace('_', ' ')}"
        )
    hit = (one.things - lexicon().done_with, other.things - lexicon().done_with)
    if all(hit):  # what it was done with speaks against nothing: a drone may well have hit the school
        spoken = (", ".join(sorted(things)).replace("_", " ") for things in hit)
        return Factor("thing_apart", f"one tells of {next(spoken)}, the other of {next(spoken)}")
    return None


def _lack(one: Hard, other: Hard, found: set[str]) -> Factor | None:
    """What two reports of unlike or thin kinds must have in common."""
    if "passage" in found:
        return None
    if "days_news" in found and "place_unlisted" not in found and not _same_news(one, other, found):
        return Factor("days_news", "one page names no day, and nothing but the place and the kind agrees", bar=True)
    if "place_by_town" in found and found & {"toll_apart", "toll_far"}:
        return Factor("by_town", "somewhere near the town other numbers were killed", bar=True)
    if "toll_far" in found and "type_same" not in found and not found & _THINGS:
        return Factor("unlike", "told as different kinds, and one counts many times as many killed", bar=True)
    if one.group != other.group and not _agree(one, other, found):
        return Factor("unlike", "told as different kinds, and place, day and toll do not all agree", bar=True)
    known = "denial" in found and "day_same" in found and bool(found & {"place_same", "place_same_name"})
    if one.group in lexicon().needs_actor and not found & _ACTED and not known:
        return Factor("nobody", "no actor in common", bar=True)
    if one.group in lexicon().needs_actor and "doer_different" in found:
        return Factor("others", "other actors", bar=True)
    if not (_placed(found) or _sharp_day(found) or found & {"toll_equal", "victim_named"}):
        return Factor("thin", "neither a place nor a day that only this happening has", bar=True)
    return None


def _agree(one: Hard, other: Hard, found: set[str]) -> bool:
    """Whether place and day agree, and beside them the toll, or the thing that an attack hit."""
    groups = {one.group, other.group}
    if _turned_round(one, other, found):
        return True
    sure = {"toll_equal", *_THINGS} if groups <= lexicon().force else {"toll_equal"}
    if groups == lexicon().two_versions and "day_same" in found:
        if found & {"place_same", "place_same_name"}:
            sure |= {"doer_same", "party_same"}  # one side's massacre is the other's battle
            if _one_side_known(one, other):
                sure |= {"party_half"}
        if "lead_same" in found and found & {*_SURE_PLACES, "place_told"}:
            sure |= {"doer_same", "doer_camp", "doer_kind", "party_same", "party_half", "target_same"}
    if groups <= lexicon().force:
        sure.add("denial")
    if STOPPED in groups:
        sure |= {"doer_same", "doer_camp", "lead_same"}  # what one side's air defences stop is what the other fired
    if "accident" in groups:
        sure |= _THINGS  # the helicopter that crashed by the one account was shot down by the other
    if _village_leads(found):
        return True
    if "denial" in found and found & _SURE_PLACES and found & {"toll_equal", "victim_named"}:
        return True  # who denies how many fell there means the deed in which the other counts as many
    if {"day_same", "toll_equal", "lead_same"} <= found and found & _WIDER:
        return True
    if {"day_same", "toll_meets", "lead_same", "place_same_district"} <= found and found & _ONE_SIDE:
        return True
    if open_kind(one, other):
        led = {"days_night", "lead_same"} <= found
        sure |= _COMMON if led or "day_same" in found else _THINGS
    misdated = "days_next" in found and bool(found & _THINGS) and bool(found & {"doer_same", "doer_camp"})
    return _sharp_place(found) and (_sharp_day(found) or misdated) and bool(found & sure)


def _same_news(one: Hard, other: Hard, found: set[str]) -> bool:
    """Whether a page that names no day leads with what the other dates some days before: as many dead by one named
    side, or one named thing or person. In a town that is fought over "gunmen" come every day.
    """
    sides = [frozenset(actor for actor in told.agents if not actor.generic) for told in (one, other)]
    alike = "toll_equal" in found and meets(*sides)
    return (
        {"lead_same"} <= found
        and bool(found & _SURE_PLACES)
        and (alike or bool(found & {"thing_named", "victim_named"}))
    )


def _village_leads(found: set[str]) -> bool:
    """Whether two pages each lead with violence in one place that no gazetteer has, on days that may be one: of such a
    village the press seldom has two stories in a week, by whatever words each side calls what was done there.
    """
    days = _sharp_day(found) or "days_news" in found
    return {"place_unlisted", "lead_same"} <= found and days and bool(found & _SURE_PLACES)


_SHARP_PLACES = {"place_same", "place_same_name", "place_inside", "place_near", "place_homonym", "place_told"}
_SURE_PLACES = {"place_same", "place_same_name", "place_inside"}
_SAME_PLACE = frozenset(
    {"place_same", "place_same_name", "place_same_district"}
)  # what is told of both is of one place
_WIDER = {"place_same_region", "place_contains", "place_by_town"}
_NO_PLACE = {"place_unknown", "place_country"} | _WIDER
_THINGS = {"thing_same", "thing_named"}
_COMMON = {
    "toll_equal",
    "toll_meets",
    "toll_may_meet",
    "doer_same",
    "doer_camp",
    "party_same",
    "party_half",
    "denial",
    "lead_same",
    *_THINGS,
}
_ONE_SIDE = {"doer_same", "doer_camp", "party_same", "party_half"}
_ACTED = {"doer_same", "doer_camp", "target_same", "party_same", "victim_named"}


def _sharp_place(found: set[str]) -> bool:
    return bool(found & _SHARP_PLACES)


def _placed(found: set[str]) -> bool:
    return _sharp_place(found) or bool(found & _WIDER)


def _sharp_day(found: set[str]) -> bool:
    return bool(found & _SHARP_DAYS)


_SHARP_DAYS = {
    "day_same", "day_about", "days_equal", "days_night", "days_midnight", "days_few", "date_fit", "days_fit",
    "days_may_fit",
}  # fmt: skip
