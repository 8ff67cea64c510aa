"""Ids that events had before a person merged or split them: an old id in, the events that now hold its reports out.

An event's id follows from its reports, so the id that a merge took away can be found again among the sets of reports
that the merge speaks about.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossreport.model import Event, Judgement
    from crossreport.record import Record

MOST = 12  # reports of one judgement whose sets are all tried (4,095); of more only single reports are


def now_of(record: "Record", name: str) -> "list[Event]":
    """The events that hold the reports of a former event, named by its id or the id's beginning; none if unknown."""
    reports = {report for judgement in record.judgements() for report in _reports_of(judgement, name)}
    return [event for event in record.linked().events if not reports.isdisjoint(event.reports)] if reports else []


def _reports_of(judgement: "Judgement", name: str) -> tuple[str, ...]:
    from crossreport.model import content_id

    if judgement.verdict not in ("merge", "split"):
        return ()
    for reports in _sets((*judgement.subjects, *judgement.apart)):
        if content_id("event", *reports).startswith((name, f"event-{name}")):
            return reports
    return ()


def _sets(reports: Iterable[str]) -> Iterator[tuple[str, ...]]:
    held = sorted(reports)
    for size in range(1, len(held) + 1 if len(held) <= MOST else 2):
        yield from combinations(held, size)
