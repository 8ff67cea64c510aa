"""An event's testimonies in, what its independent voices contradict each other about out: how many, who, and whether.

Copies of one text never contradict each other: a changed number in a copy is a mark of the copy, not a second voice.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from crossreport.model import Actor, Claim, Finding, Reason, content_id
from crossreport.names import fold_name
from crossreport.weighing.interval import interval, reads
from crossreport.weighing.lexicon import lexicon
from crossreport.weighing.telling import Telling, Testimony, told
from crossreport.weighing.tolls import ANYBODY, Count
from crossreport.weighing.voices import Voice, camp

SHOWN = 10  # contradictions of one sort that an event shows; the rest repeats them


def disputes(telling: Telling, found: list[Count]) -> list[Finding]:
    """Contradictions about one event: number, culprit, occurrence."""
    return [*_numbers(telling, found), *_culprits(telling), *_denials(telling)]


def _numbers(telling: Telling, found: list[Count]) -> list[Finding]:
    distinct: dict[tuple[str, object, str], Count] = {}
    for one in found:
        distinct.setdefault((one.bloc, interval(one.figure), one.figure.of.kind), one)
    findings: list[Finding] = []
    for one, other in combinations(distinct.values(), 2):
        if _rival(one, other) and len(findings) < SHOWN:
            findings.append(_number_finding(telling, one, other))
    return findings


def _rival(one: Count, other: Count) -> bool:
    here, there = interval(one.figure), interval(other.figure)
    if here is None or there is None or one.bloc == other.bloc or one.voice.key == other.voice.key:
        return False
    kinds = {one.figure.of.kind, other.figure.of.kind}
    comparable = len(kinds) == 1 or kinds <= ANYBODY
    return comparable and not here.meets(there)


def _number_finding(telling: Telling, one: Count, other: Count) -> Finding:
    text = (
        f"On the killed in the {told(telling.event)}, {one.voice.name} gives {reads(one.figure)}, "
        f"{other.voice.name} gives {reads(other.figure)}."
    )
    members = (telling.event.id, *sorted((one.figure.id, other.figure.id)))
    return _contradiction(members, text, "number")


def _culprits(telling: Telling) -> list[Finding]:
    if telling.mood != "real":
        return []
    distinct: dict[tuple[str, frozenset[str]], tuple[Testimony, list[Actor]]] = {}
    for testimony in telling.testimonies:
        doers = _named_doers(testimony)
        if doers and testimony.asserts:
            distinct.setdefault((testimony.bloc, frozenset(map(camp, doers))), (testimony, doers))
    findings: list[Finding] = []
    for (key, one), (other_key, other) in combinations(distinct.items(), 2):
        if key[0] != other_key[0] and not key[1] & other_key[1] and len(findings) < SHOWN:
            findings.append(_culprit_finding(telling, one, other))
    return findings


def _named_doers(testimony: Testimony) -> list[Actor]:
    doers = [part.actor for part in testimony.report.participants if part.role == "agent"]
    return [] if any(actor.generic for actor in doers) else sorted(doers, key=lambda actor: actor.name)


def _culprit_finding(
    telling: Telling, one: tuple[Testimony, list[Actor]], other: tuple[Testimony, list[Actor]]
) -> Finding:
    text = (
        f"For the {told(telling.event)}, {one[0].voice.name} names {_names(one[1])} as the doer, "
        f"{other[0].voice.name} names {_names(other[1])}."
    )
    members = (telling.event.id, *sorted((one[0].report.id, other[0].report.id)))
    return _contradiction(members, text, "culprit")


def _names(actors: Iterable[Actor]) -> str:
    return " and ".join(dict.fromkeys(actor.name for actor in actors))


def _denials(telling: Telling) -> list[Finding]:
    asserted = [testimony for testimony in telling.testimonies if testimony.asserts]
    if not asserted:
        return []
    findings: dict[str, Finding] = {}
    for member, denier in _deniers(telling):
        if denier not in findings and len(findings) < SHOWN:
            lead = asserted[0]
            text = f"{lead.voice.name} reports the {told(telling.event)}; {denier} denies it."
            members = (telling.event.id, *sorted((lead.report.id, member)))
            findings[denier] = _contradiction(members, text, "occurrence")
    return list(findings.values())


def _deniers(telling: Telling) -> Iterator[tuple[str, str]]:
    """Id of the report or claim that denies, and who does."""
    for testimony in telling.testimonies:
        if not testimony.asserts:
            yield testimony.report.id, testimony.voice.name
    for report in telling.reports:
        for claim in telling.corpus.claims_about.get(report.id, []):
            if denies(claim):
                yield claim.id, claim.speaker


def denies(claim: Claim) -> bool:
    """Whether the cue of the claim is a word of denial."""
    return any(word in lexicon().denial_cues for word in fold_name(claim.cue).split())


def _contradiction(members: tuple[str, ...], text: str, rule: str) -> Finding:
    return Finding(
        content_id("finding", "contradiction", rule, *members), "contradiction", members, text, (Reason(rule, text),)
    )


def voice_is_party(voice: Voice, telling: Telling) -> Actor | None:
    """The actor of the event's sides for whom `voice` speaks."""
    for side in telling.event.sides:
        for actor in side.actors:
            if voice.key == camp(actor) or (voice.actor is not None and voice.actor == actor.id):
                return actor
    return None
