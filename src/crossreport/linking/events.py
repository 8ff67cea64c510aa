"""A cluster in, the event that its reports add up to out: what most of them say, in the narrowest form they agree on.

Voices and grade are the plain count here; `weighing` replaces them.
"""

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from crossreport.linking.cluster import Cluster
from crossreport.linking.features import LOST, Features
from crossreport.linking.lexicon import lexicon
from crossreport.linking.pairing import Pairing
from crossreport.linking.parties import camp, likeness
from crossreport.linking.places import site
from crossreport.linking.times import window
from crossreport.model import (
    Actor,
    Event,
    EventReport,
    EventType,
    Grade,
    Place,
    Reason,
    Side,
    Status,
    Voices,
    When,
    content_id,
)
from crossreport.words.interceptions import REPELLED, is_interception

DOUBTS_SHOWN = 5
SITE_RANK = {"site": 0, "admin2": 1, "admin1": 2, "country": 3, "region": 4}


def event(cluster: Cluster) -> Event:
    """The event of a cluster. Its id depends on its reports alone."""
    reports = sorted((member.report for member in cluster.members), key=lambda report: report.id)
    ids = tuple(report.id for report in reports)
    pages = len({report.page for report in reports})
    found = status(reports)
    return Event(
        content_id("event", *ids),
        ids,
        event_type(reports),
        sides(reports),
        place(reports),
        when([member.when for member in cluster.members]),
        found,
        _first_grade(found),
        Voices(pages, pages, pages),
        None,
        tuple(_reasons(cluster)),
    )


def _first_grade(status: Status) -> Grade:
    return "planned" if lexicon().mood_of.get(status) != "real" else "single_source"


def event_type(reports: Sequence[EventReport]) -> EventType:
    """The type that most pages give; of equally frequent ones the more specific."""
    struck = [report for report in reports if not is_interception(report)]
    counts = Counter(report.type.label for report in struck or reports)  # "all were shot down" tells of the attack, too
    order = {label: rank for rank, label in enumerate(lexicon().specific)}
    label = min(counts, key=lambda name: (-counts[name], order.get(name, len(order)), name))
    return next(report.type for report in reports if report.type.label == label)


def status(reports: Sequence[EventReport]) -> Status:
    """The status that most reports give; of equally frequent ones the more certain."""
    counts = Counter(report.status for report in reports)
    order = lexicon().status_rank
    return min(counts, key=lambda name: (-counts[name], order.index(name)))


def place(reports: Sequence[EventReport]) -> Place | None:
    """The narrowest kind of place that is named, the most frequent of that kind."""
    found = [report.place for report in reports if report.place is not None]
    if not found:
        return None
    counts = Counter(site(one).key for one in found)
    countries = Counter(one.country for report in reports for one in (report.place, *report.places) if one is not None)
    return min(found, key=lambda one: _place_rank(one, counts, countries))


def _place_rank(
    found: Place, counts: Counter[str], countries: Counter[str | None]
) -> tuple[int, int, bool, str, int, str]:
    """Of a village in no gazetteer each page guesses the country: the one that most places of the event have."""
    known = site(found)
    guessed = 0 if found.geonameid is not None else -countries[found.country]
    level = SITE_RANK.get(known.level, 5)
    return level, -counts[known.key], found.geonameid is None, found.name, guessed, found.country or ""


def when(times: Iterable[When | None]) -> When | None:
    """The narrowest time that is given; of equally narrow ones the most frequent."""
    found = [one for one in times if one is not None]
    if not found:
        return None
    counts = Counter(one.edtf for one in found)
    return min(found, key=lambda one: (_days(one), -counts[one.edtf], one.edtf, one.rule))


def _days(found: When) -> int:
    known = window(found)
    return known.days if known is not None else 10**7


def sides(reports: Sequence[EventReport]) -> tuple[Side, ...]:
    """Who is on which side, by role; names before descriptions. Rival versions of the doer stand side by side."""
    told = event_type(reports).label
    turned = {report.id for report in reports if _turned(report, told)}
    directed = any(_in_role(report, "agent", turned) for report in reports)
    roles = ("agent", "target") if directed else ("party", "target")
    found = []
    for role in roles:
        named = _narrowed(actor for report in reports for actor in _in_role(report, role, turned))
        if named:
            found.append(Side(role, named))
    return tuple(found)


def _turned(report: EventReport, told: str) -> bool:
    """Whether who does it by the report is to whom it is done by the event, told as `told`: who gives a place up is
    whom it is taken from, and who shoots a drone down at whom it was sent.
    """
    stopped = is_interception(report) and told not in (report.type.label, REPELLED)
    return stopped or (report.type.label == LOST) != (told == LOST)


def _in_role(report: EventReport, role: str, turned: Container[str]) -> list[Actor]:
    """Who is in a role; the two sides of a report that is `turned` change places."""
    if report.id in turned and role in ("agent", "target"):
        role = "target" if role == "agent" else "agent"
    roles = ("target", "recipient") if role == "target" else (role,)
    return [participant.actor for participant in report.participants if participant.role in roles]


def _narrowed(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Distinct actors, the most frequent first; a description gives way to a name of its kind."""
    listed = list(actors)
    counts = Counter(actor.id for actor in listed)
    distinct = {actor.id: actor for actor in sorted(listed, key=lambda actor: (actor.id, actor.name))}
    ranked = sorted(distinct.values(), key=lambda actor: (-counts[actor.id], actor.id))
    return tuple(
        actor
        for actor in ranked
        if not (actor.generic and any(not one.generic and _stands_for(one, actor) for one in ranked))
    )


def _stands_for(named: Actor, described: Actor) -> bool:
    return likeness(named, described) in ("kind", "camp") and camp(named) != described.id


def _reasons(cluster: Cluster) -> Iterable[Reason]:
    for says in dict.fromkeys(cluster.judged):
        yield Reason("judged", says)
    if not cluster.joined and not cluster.judged and len(cluster.members) > 1:
        yield Reason(
            "joined", f"{len(cluster.members)} reports agree in everything and share the sentence that tells it"
        )
    for one, other, pairing in cluster.joined:
        yield Reason("joined", _says(one, other, pairing))
    for member in sorted(cluster.members, key=lambda one: one.report.id):
        if member.when is not None and member.when != member.report.when:
            yield Reason("dated_by_link", _dated(member, member.when), member.when.span)
    for says in sorted(set(cluster.doubts))[:DOUBTS_SHOWN]:
        yield Reason("kept_apart", f"a further report was not joined: {says}")


def _dated(member: Features, read: When) -> str:
    words = f"“{read.span.quote}” of " if read.span is not None else ""
    return f"{words}{member.report.id} is read as {read.earliest}, as a dated page tells what its page tells"


def _says(one: Features, other: Features, pairing: Pairing) -> str:
    weights = lexicon().weights
    pro = [factor.says for factor in pairing.factors if weights[factor.name] > 0]
    con = [factor.says for factor in pairing.factors if weights[factor.name] < 0]
    against = f"; against: {', '.join(con)}" if con else ""
    return f"{one.report.id} and {other.report.id} (score {pairing.score:g}): {', '.join(pro)}{against}"
