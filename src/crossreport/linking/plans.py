"""Events in, findings that tie a plan or threat to the deed that followed it. The two stay two events."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from crossreport.linking.features import Features, Hard
from crossreport.linking.lexicon import lexicon
from crossreport.linking.parties import meets
from crossreport.linking.places import compare_places
from crossreport.linking.times import MONTH, Window, compare_times
from crossreport.model import Event, Finding, Reason, content_id
from crossreport.names import name_key
from crossreport.words.spoken import placed, spoken_day, spoken_type

LATE = 3  # days by which a deed may miss the window that was announced
SOON = 60  # days
YEARS = 800  # days: a plan for a longer time is one for any
MANY = 8  # reports of an event that are compared; further ones agree with these
RELIEF = "relief"  # what aid organisations do, whatever verb a page has for it
FIT = 1.8  # a settlement in common, or a day and the province


class Cast(NamedTuple):
    """An event with the features of its reports."""

    event: Event
    told: tuple[Features, ...]

    def shortened(self) -> "Cast":
        """The same with as many reports as are compared."""
        return self._replace(told=self.told[:MANY])


def keys(cast: Cast) -> tuple[str, list[str]]:
    """Whether an event is a plan, a deed or neither (""), and what a plan and its deed have at least one of in common.

    Kind of act, place or province, and month. A plan has a key for each kind of act that may carry it out: trucks that
    are announced as aid arrive as supplies.
    """
    mood = cast.told[0].hard.mood
    kind = "deed" if mood == "real" else "plan" if mood in ("intended", "wished") else ""
    if not kind:
        return kind, []
    found = {
        f"{group} {name_key(name)} {month}"
        for one in cast.told[:MANY]
        for group in _acts(one.hard)
        for place in one.hard.sites
        for name in (place.name, place.admin1, place.within)
        if name
        for month in _months(one, kind)
    }
    return kind, sorted(found)


def _months(one: Features, kind: str) -> list[str]:
    """Months of a plan's or deed's window; a plan for any time meets every deed, a deed of no time every plan."""
    window = one.hard.window if kind == "deed" else _dated(one).window
    if kind == "deed" and (window is None or window.days > MONTH):
        return ["ever", "any"]
    if window is None or window.days > YEARS:
        return ["ever", "any"]
    last = window.latest + (LATE if kind == "plan" else 0)
    days = range(window.earliest - (LATE if kind == "plan" else 0), last + 1)
    months = sorted({str(date.fromordinal(max(1, day)))[:7] for day in days})
    return [*months, "any"] if kind == "deed" else [*months, "ever"]


def fulfilment(plan: Cast, deeds: Iterable[Cast]) -> Finding | None:
    """What ties a planned or threatened event to the event that fits it best, of equals the first in time."""
    best = _best(plan, sorted(deeds, key=lambda deed: deed.event.id))
    return _finding(plan.event, best[0], best[1]) if best is not None else None


def _acts(hard: Hard) -> tuple[str, ...]:
    """Kinds of act that may carry out a plan, or the one that a deed is; relief workers' acts are one kind beside."""
    acts = (hard.group,) if hard.mood == "real" else lexicon().carried_out_as.get(hard.group, (hard.group,))
    return (*acts, RELIEF) if _by_relief_workers(hard) else acts


def _by_relief_workers(hard: Hard) -> bool:
    return bool(hard.agents) and all(actor.kind in ("igo", "ngo") for actor in hard.agents)


def _best(plan: Cast, deeds: Sequence[Cast]) -> tuple[Event, str] | None:
    scored = [(fits, deed.event) for deed in deeds if (fits := _fits(plan, deed)) is not None]
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0][0], _first_day(pair[1]), pair[1].id))
    (score, says), deed = scored[0]
    several = sum(fits[0] == score for fits, _ in scored) > 1
    return deed, f"{says}; of several that fit, the first" if several else says


def _first_day(event: Event) -> str:
    return (event.when.earliest if event.when is not None else None) or "9999"


def _fits(plan: Cast, deed: Cast) -> tuple[float, str] | None:
    found = [
        fit
        for one in plan.told[:MANY]
        for other in deed.told[:MANY]
        if one.report.page != other.report.page and (fit := _compare(_dated(one), other.hard)) is not None
    ]
    return max(found) if found else None


def _dated(plan: Features) -> Hard:
    """A plan without a day is one for the time after the page was written."""
    if plan.hard.window is not None or plan.written is None:
        return plan.hard
    return plan.hard._replace(window=Window(plan.written.earliest, plan.written.latest + SOON, exact=False))


def _compare(plan: Hard, deed: Hard) -> tuple[float, str] | None:
    place = compare_places(plan.sites, deed.sites)
    time = compare_times(plan.window, deed.window)
    if place.bar or not _one_cast(plan, deed, known=time.name != "time_unknown" and place.name == "place_same"):
        return None
    if deed.window is not None and deed.window.days > MONTH:
        return None
    if time.bar and not _just_missed(plan, deed):
        return None
    if plan.window is not None and deed.window is not None and deed.window.latest < plan.window.earliest - LATE:
        return None
    if deed.group not in _acts(plan) and not (place.name == "place_same" and time.name == "day_same"):
        return None  # relief workers in another act: only on the day and in the place that they announced
    weights = lexicon().weights
    score = weights[place.name] + (0.0 if time.bar else weights[time.name])
    if score < FIT:
        return None
    return score, f"the same kind of act, no other sides, {place.says}, {time.says}"


def _one_cast(plan: Hard, deed: Hard, *, known: bool) -> bool:
    """Whether both name one side in common; if one names nobody, an announced act `known` by place and time will do."""
    sides = (plan.agents | plan.parties | plan.targets, deed.agents | deed.parties | deed.targets)
    if not all(sides):
        return known and plan.group in lexicon().announced
    named = [frozenset(actor for actor in side if not actor.generic) for side in sides]
    return meets(*named) and (not (plan.agents and deed.agents) or meets(plan.agents, deed.agents))


def _just_missed(plan: Hard, deed: Hard) -> bool:
    if plan.window is None or deed.window is None:
        return False
    return 0 <= deed.window.earliest - plan.window.latest <= LATE


def _finding(plan: Event, deed: Event, says: str) -> Finding:
    members = (plan.id, deed.id)
    was, they, are = ("were", "they", "are") if spoken_type(plan.type.label).endswith("talks") else ("was", "it", "is")
    other = "" if _told(deed) == _told(plan) else f": the {_told(deed)}"
    status = plan.status.replace("_", " ")
    text = f"The {_told(plan)} {was} {status}; {they} {are} then reported as carried out{other}."
    return Finding(
        content_id("finding", "planned_then_happened", *members),
        "planned_then_happened",
        members,
        text,
        (Reason("fits", says),),
    )


def _told(event: Event) -> str:
    where = f" {placed(event.place.name, event.place.kind)}" if event.place is not None else ""
    when = event.when
    day = spoken_day(when.earliest, when.latest, about="~" in when.edtf) if when is not None else ""
    return f"{spoken_type(event.type.label)}{where}{f' {day}' if day else ''}"
