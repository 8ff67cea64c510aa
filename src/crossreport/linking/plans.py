"""Events in, findings that tie a plan or threat to the deed that followed it. The two stay two events."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossreport.linking.features import Features, Hard
from crossreport.linking.lexicon import lexicon
from crossreport.linking.parties import meets
from crossreport.linking.places import compare_places
from crossreport.linking.times import compare_times
from crossreport.model import Event, Finding, Reason, content_id

LATE = 3  # days by which a deed may miss the window that was announced


def fulfilled(events: Sequence[Event], features: Mapping[str, Features]) -> list[Finding]:
    """A finding for each planned or threatened event and the one event that fits it best."""
    done: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        if _mood(event, features) == "real":
            for group in _groups(event, features):
                done[group].append(event)
    found = []
    for event in events:
        if _mood(event, features) in ("intended", "wished"):
            candidates = [one for group in _groups(event, features) for one in done[group]]
            best = _best(event, candidates, features)
            if best is not None:
                found.append(_finding(event, best[0], best[1]))
    return found


def _mood(event: Event, features: Mapping[str, Features]) -> str:
    return features[event.reports[0]].hard.mood


def _groups(event: Event, features: Mapping[str, Features]) -> list[str]:
    return sorted({features[report].hard.group for report in event.reports})


def _best(plan: Event, deeds: Sequence[Event], features: Mapping[str, Features]) -> tuple[Event, str] | None:
    scored = []
    for deed in deeds:
        fits = _fits(plan, deed, features)
        if fits is not None:
            scored.append((fits, deed))
    scored.sort(key=lambda pair: (-pair[0][0], pair[1].id))
    if not scored or (len(scored) > 1 and scored[0][0][0] == scored[1][0][0]):
        return None
    (_, says), deed = scored[0]
    return deed, says


def _fits(plan: Event, deed: Event, features: Mapping[str, Features]) -> tuple[float, str] | None:
    found = [
        fit
        for one in plan.reports[:MANY]
        for other in deed.reports[:MANY]
        if features[one].report.page != features[other].report.page
        and (fit := _compare(features[one].hard, features[other].hard)) is not None
    ]
    return max(found) if found else None


MANY = 8  # reports of an event that are compared; further ones agree with these


def _compare(plan: Hard, deed: Hard) -> tuple[float, str] | None:
    place = compare_places(plan.sites, deed.sites)
    time = compare_times(plan.window, deed.window)
    if place.bar or not _one_cast(plan, deed, known=time.name != "time_unknown" and place.name == "place_same"):
        return None
    if time.bar and not _just_missed(plan, deed):
        return None
    if plan.window is not None and deed.window is not None and deed.window.latest < plan.window.earliest - LATE:
        return None
    weights = lexicon().weights
    score = weights[place.name] + (0.0 if time.bar else weights[time.name])
    if score < FIT:
        return None
    return score, f"the same kind of act, no other sides, {place.says}, {time.says}"


def _one_cast(plan: Hard, deed: Hard, *, known: bool) -> bool:
    """Whether both name the same sides; if one names nobody, place and time must be `known` to agree."""
    sides = (plan.agents | plan.parties | plan.targets, deed.agents | deed.parties | deed.targets)
    if not all(sides):
        return known
    return meets(*sides) and (not (plan.agents and deed.agents) or meets(plan.agents, deed.agents))


FIT = 1.8  # a settlement in common, or a day and the province


def _just_missed(plan: Hard, deed: Hard) -> bool:
    if plan.window is None or deed.window is None:
        return False
    return 0 <= deed.window.earliest - plan.window.latest <= LATE


def _finding(plan: Event, deed: Event, says: str) -> Finding:
    members = (plan.id, deed.id)
    text = f"{_told(plan)} was {plan.status.replace('_', ' ')}; {_told(deed)} is then reported as {deed.status}."
    return Finding(
        content_id("finding", "planned_then_happened", *members),
        "planned_then_happened",
        members,
        text,
        (Reason("fits", says),),
    )


def _told(event: Event) -> str:
    where = f" in {event.place.name}" if event.place is not None else ""
    day = f" ({event.when.edtf})" if event.when is not None else ""
    return f"{event.type.label.replace('_', ' ')}{where}{day}"
