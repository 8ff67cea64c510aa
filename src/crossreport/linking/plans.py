"""Events in, findings that tie a plan or threat to the deed that followed it. The two stay two events."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossreport.linking.features import Features, Hard
from crossreport.linking.lexicon import lexicon
from crossreport.linking.parties import meets
from crossreport.linking.places import compare_places
from crossreport.linking.times import MONTH, Window, compare_times
from crossreport.model import Event, Finding, Reason, content_id
from crossreport.names import name_key
from crossreport.words.spoken import capital, spoken_day, spoken_type

LATE = 3  # days by which a deed may miss the window that was announced
SOON = 60  # days
MANY = 8  # reports of an event that are compared; further ones agree with these
RELIEF = "relief"  # what aid organisations do, whatever verb a page has for it
FIT = 1.8  # a settlement in common, or a day and the province


def fulfilled(events: Sequence[Event], features: Mapping[str, Features]) -> list[Finding]:
    """A finding for each planned or threatened event and the event that fits it best, of equals the first in time."""
    done: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        if _mood(event, features) == "real":
            for key in _keys(event, features):
                done[key].append(event)
    found = []
    for event in events:
        if _mood(event, features) in ("intended", "wished"):
            candidates = {one.id: one for key in sorted(_keys(event, features)) for one in done.get(key, ())}
            best = _best(event, list(candidates.values()), features)
            if best is not None:
                found.append(_finding(event, best[0], best[1]))
    return found


def _mood(event: Event, features: Mapping[str, Features]) -> str:
    return features[event.reports[0]].hard.mood


def _keys(event: Event, features: Mapping[str, Features]) -> set[tuple[str, str]]:
    """Kind of act with each place and province: what a plan and its deed have in common at least one of.

    A plan has a key for each kind of act that may carry it out: trucks that are announced as aid arrive as supplies.
    """
    hards = {features[report].hard for report in event.reports[:MANY]}
    return {
        (group, name_key(name))
        for hard in hards
        for group in _acts(hard)
        for place in hard.sites
        for name in (place.name, place.admin1, place.within)
        if name
    }


def _acts(hard: Hard) -> tuple[str, ...]:
    """Kinds of act that may carry out a plan, or the one that a deed is; relief workers' acts are one kind beside."""
    acts = (hard.group,) if hard.mood == "real" else lexicon().carried_out_as.get(hard.group, (hard.group,))
    return (*acts, RELIEF) if _by_relief_workers(hard) else acts


def _by_relief_workers(hard: Hard) -> bool:
    return bool(hard.agents) and all(actor.kind in ("igo", "ngo") for actor in hard.agents)


def _best(plan: Event, deeds: Sequence[Event], features: Mapping[str, Features]) -> tuple[Event, str] | None:
    scored = []
    for deed in deeds:
        fits = _fits(plan, deed, features)
        if fits is not None:
            scored.append((fits, deed))
    if not scored:
        return None
    scored.sort(key=lambda pair: (-pair[0][0], _first_day(pair[1]), pair[1].id))
    (score, says), deed = scored[0]
    several = sum(fits[0] == score for fits, _ in scored) > 1
    return deed, f"{says}; of several that fit, the first" if several else says


def _first_day(event: Event) -> str:
    return (event.when.earliest if event.when is not None else None) or "9999"


def _fits(plan: Event, deed: Event, features: Mapping[str, Features]) -> tuple[float, str] | None:
    found = [
        fit
        for one in plan.reports[:MANY]
        for other in deed.reports[:MANY]
        if features[one].report.page != features[other].report.page
        and (fit := _compare(_dated(features[one]), features[other].hard)) is not None
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
    text = f"{capital(_told(plan))} was {plan.status.replace('_', ' ')}; then {_told(deed)} is reported."
    return Finding(
        content_id("finding", "planned_then_happened", *members),
        "planned_then_happened",
        members,
        text,
        (Reason("fits", says),),
    )


def _told(event: Event) -> str:
    where = f" in {event.place.name}" if event.place is not None else ""
    when = event.when
    day = spoken_day(when.earliest, when.latest, about="~" in when.edtf) if when is not None else ""
    noun = spoken_type(event.type.label)
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}{where}{f' {day}' if day else ''}"
