"""Who told an event first, who later, and who was silent on it: one sentence an event.

Silence is said narrowly (`weighing.coverage`): only of an outlet that wrote of the same country in those days, and only
among the pages of this record.
"""

from collections.abc import Sequence

from crossreport.brief.lines import Line
from crossreport.brief.sentences import Composer
from crossreport.model import CodedPage, Coverage, Event, Linked
from crossreport.weighing import coverage


def telling(
    coded: Sequence[CodedPage], linked: Linked, events: Sequence[Event], composer: Composer
) -> tuple[Line, ...]:
    """A sentence for each event that several outlets tell, or that pages are about and one is silent on, by day."""
    covered = coverage(coded, Linked(linked.source_groups, tuple(events), ()))
    days = {event.id: (event.when.earliest or "~") if event.when else "~" for event in events}
    reports = {report.id: report for one in coded for report in one.reports}
    about = {event.id for event in events if any(reports[name].core for name in event.reports if name in reports)}
    worth = [one for one in covered if len(one.told) > 1 or (one.told and one.silent and one.event in about)]
    return tuple(_line(one, composer) for one in sorted(worth, key=lambda one: (days[one.event], one.event)))


def _line(one: Coverage, composer: Composer) -> Line:
    told = tuple(teller.reports[0] for teller in one.told if teller.reports)
    return Line(composer.privacy.mask(one.says), (one.event, *told), composer.evidence(told))
