"""Who told an event first, who later, and who was silent on it: one sentence an event.

Silence is said narrowly (`weighing.coverage`): only of an outlet that wrote of the same country in those days, and only
among the pages of this record.
"""

from collections.abc import Sequence

from crossreport.brief.lines import Line
from crossreport.brief.phrasebook import phrasebook
from crossreport.brief.sentences import Composer
from crossreport.model import CodedPage, Coverage, Event, EventReport, Linked
from crossreport.weighing import coverage


def telling(
    coded: Sequence[CodedPage], linked: Linked, events: Sequence[Event], composer: Composer
) -> tuple[Line, ...]:
    """A sentence for each event that several outlets tell, or that pages are about and one is silent on, by day."""
    covered = coverage(coded, Linked(linked.source_groups, tuple(events), ()))
    days = {event.id: (event.when.earliest or "~") if event.when else "~" for event in events}
    reports = {report.id: report for one in coded for report in one.reports}
    about = {event.id for event in events if any(reports[name].core for name in event.reports if name in reports)}
    sure = {event.id for event in events if not _is_doubtful([reports[n] for n in event.reports if n in reports])}
    deeds = {event.id for event in events if not phrasebook().phrase(event.type.label).spoken}
    missed = about & sure & deeds  # nobody is called silent on a statement, or on what was hardly read
    worth = [one for one in covered if len(one.told) > 1 or (one.told and one.silent and one.event in missed)]
    return tuple(_line(one, composer) for one in sorted(worth, key=lambda one: (days[one.event], one.event)))


def _is_doubtful(reports: Sequence[EventReport]) -> bool:
    return all(report.confidence.band != "high" for report in reports)


def _line(one: Coverage, composer: Composer) -> Line:
    told = tuple(teller.reports[0] for teller in one.told if teller.reports)
    return Line(composer.privacy.mask(one.says), (one.event, *told), composer.evidence(told))
