"""An event in, its accounts out, one a voice: who says so, what it says, how many, and in which words.

Copies of one text are one account. A page that tells an attack and gives its denial has two: they are two voices.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.clauses import clause
from crossreport.brief.lines import Evidence
from crossreport.brief.passages import Passage, passage
from crossreport.brief.quantities import said
from crossreport.brief.sentences import Composer, rejects, voices_for
from crossreport.model import Event, EventReport, Figure
from crossreport.words.spoken import capital

SUBJECTS = {
    "number": "how many were killed",
    "culprit": "who did it",
    "target": "whom it hit",
    "means": "by what means",
    "outcome": "who holds the place",
    "landing": "whether it hit anything",
    "cause": "whether it was an accident",
    "release": "how they came free",
    "occurrence": "whether it happened",
    "victims": "who the dead were",
}


REPELLED = "attack_repelled"


class Account(Struct, frozen=True):
    """One voice's version."""

    voice: str
    says: str
    killed: str
    passage: Passage
    records: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def account(report: EventReport, reports: Sequence[EventReport], composer: Composer) -> Account:
    """The version of one report; `reports` are all that its source tells of the event, for their figures."""
    catalogue, privacy = composer.catalogue, composer.privacy
    figures = _killed(report, reports, catalogue)
    told = clause(report, privacy)
    if rejects(report):
        told = f"denies that {clause(msgspec.structs.replace(report, status='denied'), privacy)}"
    return Account(
        voice=privacy.mask(capital(composer.voice.short(report.page, voices_for(report)))),
        says=privacy.mask(capital(told)),
        killed=privacy.mask("; ".join(dict.fromkeys(_number(figure, report, composer) for figure in figures))) or "–",
        passage=passage(report, catalogue.pages[report.page], privacy),
        records=(report.id, *(figure.id for figure in figures)),
        evidence=composer.evidence([report.id]),
    )


def _killed(report: EventReport, reports: Sequence[EventReport], catalogue: Catalogue) -> list[Figure]:
    """The dead by this source, unless this account is its denial."""
    if rejects(report):
        return []
    found = [figure for one in reports if not rejects(one) for figure in catalogue.figures_of(one)]
    return [one for one in found if one.measure == "killed" and one.part_of is None and not one.cumulative]


def _number(figure: Figure, report: EventReport, composer: Composer) -> str:
    text = said(figure, [])
    if figure.attribution in {(), report.attribution}:
        return text
    return f"{text} ({composer.voice.inner(figure.page, figure.attribution)})"


def leading(reports: Sequence[EventReport], catalogue: Catalogue) -> list[EventReport]:
    """One report a source group that tells the event, one that rejects it, and one by which the attack failed, if it
    gives them.
    """
    found: dict[tuple[str, bool, bool], EventReport] = {}
    for report in reports:
        failed = report.type.label == REPELLED and bool(report.attribution)
        found.setdefault((catalogue.group(report.page), rejects(report), failed), report)
    return list(found.values())


def of_source(report: EventReport, reports: Sequence[EventReport]) -> list[EventReport]:
    """What the page of `report` tells of the event."""
    return [one for one in reports if one.page == report.page]


def differing(
    event: Event, leads: Sequence[EventReport], catalogue: Catalogue, *, number: bool = False
) -> tuple[str, ...]:
    """On what the accounts of an event differ: what weighing found, `number` (the tolls are not equal), who was hit."""
    rules = [
        reason.rule
        for finding in catalogue.linked.findings
        if finding.kind == "contradiction" and event.id in finding.members
        for reason in finding.reasons
    ]
    rules += ["number"] if number else []
    rules += ["target"] if _targets_differ([lead for lead in leads if not rejects(lead)]) else []
    return tuple(says for rule, says in SUBJECTS.items() if rule in rules)


def _targets_differ(leads: Sequence[EventReport]) -> bool:
    """Whether one account tells of civilians that were hit and another of fighters or soldiers alone."""
    hit = [{p.actor.kind == "civilians" for p in lead.participants if p.role in ("target", "victim")} for lead in leads]
    return {True} in hit and {False} in hit
