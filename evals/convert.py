"""Our record of one page in the coded-page form of the gold files."""

from collections.abc import Iterable

import msgspec

from crossreport.model import Claim, CodedPage, EventReport, Figure, Participant
from evals.coded import CodedClaim, CodedEvent, CodedFigure, Coding, Toll

# The gold knows three sides; every role of ours counts on one of them.
AGENT, TARGET, PARTY = {"agent", "speaker", "supporter"}, {"target", "victim", "recipient"}, {"party", "mediator"}
STATUS = {"ended": "happened"}
# Ours to the gold's, which has fewer: its coders put the "neutralised" down as killed.
MEASURE = {"territory": "area", "money": "other", "defected": "other", "neutralised": "killed"}
GOLD_MEASURE = {"vehicles": "other"}  # the gold's to what both know


def coding_of(coded: CodedPage) -> Coding:
    """Events, figures and claims of a page as a coder would list them."""
    return coding_of_records(coded.reports, coded.figures, coded.claims)


def coding_of_records(reports: Iterable[EventReport], figures: Iterable[Figure], claims: Iterable[Claim]) -> Coding:
    """The same from the records of one page."""
    by_id = {figure.id: figure for figure in figures}
    return Coding(
        events=tuple(_event(report, by_id) for report in reports),
        figures=tuple(_figure(figure) for figure in by_id.values() if figure.bound != "unreported"),
        claims=tuple(
            CodedClaim(claim.speaker, claim.says, tuple(voice.speaker for voice in claim.via), claim.span.start)
            for claim in claims
        ),
    )


def known_measures(coding: Coding) -> Coding:
    """A gold coding with the measures that both schemes know."""
    figures = tuple(_with_measure(figure) for figure in coding.figures)
    return Coding(coding.events, figures, coding.claims)


def _with_measure(figure: CodedFigure) -> CodedFigure:
    return msgspec.structs.replace(figure, measure=GOLD_MEASURE.get(figure.measure, figure.measure))


def _event(report: EventReport, figures: dict[str, Figure]) -> CodedEvent:
    places = [place for place in (report.place, *report.places) if place is not None]
    return CodedEvent(
        id=report.id,
        type=report.type.label,
        agent=_names(report.participants, AGENT),
        target=_names(report.participants, TARGET),
        party=_names(report.participants, PARTY),
        place=tuple(dict.fromkeys(place.name for place in places)),
        country=report.place.country if report.place else None,
        when=report.when.edtf if report.when else None,
        status=STATUS.get(report.status, report.status),
        said_by=tuple(voice.speaker for voice in report.attribution),
        killed=_toll(report, figures, "killed"),
        wounded=_toll(report, figures, "wounded"),
        core=report.core,
        quote=report.span.quote,
        start=report.span.start,
    )


def _names(participants: Iterable[Participant], roles: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.actor.name for each in participants if each.role in roles))


def _toll(report: EventReport, figures: dict[str, Figure], measure: str) -> Toll | None:
    """The first figure of the report that is a whole, in the report's own order."""
    own = [figures[each] for each in report.figures if each in figures]
    wholes = [
        each
        for each in own
        if MEASURE.get(each.measure, each.measure) == measure and not each.cumulative and each.bound != "unreported"
    ]
    chosen = next((each for each in wholes if each.part_of is None), wholes[0] if wholes else None)
    return Toll(chosen.low, chosen.best, chosen.high, chosen.of.text, chosen.wording) if chosen else None


def _figure(figure: Figure) -> CodedFigure:
    return CodedFigure(
        measure=MEASURE.get(figure.measure, figure.measure),
        low=figure.low,
        best=figure.best,
        high=figure.high,
        of=figure.of.text,
        words=figure.wording,
        cumulative=figure.cumulative,
        said_by=tuple(voice.speaker for voice in figure.attribution),
        where=figure.scope.place,
        when=figure.scope.when,
        start=figure.span.start,
    )
