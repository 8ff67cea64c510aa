"""What a brief does not show, and why: inputs not read, passages dropped, reports without place or time."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.evidence import reason_words
from crossreport.model import Event, Rejection

if TYPE_CHECKING:
    from crossreport import record

JUDGED = frozenset({"corrected", "correction_void"})  # rules of reasons that the record gives


class LeftOut(Struct, frozen=True):
    """Counts with their reasons; `rejections` in full."""

    rejections: tuple[Rejection, ...]
    dropped: tuple[tuple[str, int, int], ...]  # reason, passages, characters
    outside: int
    unplaced: int  # events whose time does not say whether they fall into the window
    no_place: int
    no_time: int
    doubtful: int
    unlinked: int
    judged: tuple[tuple[str, int], ...] = ()  # what persons took out or put right, and how often they said so
    pages: int = 0  # of the record that tell nothing of the window


class Beyond(Struct, frozen=True):
    """How much of a record was not even looked at: pages, events outside the window, and events without a time."""

    pages: int = 0
    events: int = 0
    undated: int = 0


NOTHING = Beyond()


def left_out(
    catalogue: Catalogue,
    rejections: Sequence[Rejection],
    outside: Sequence[Event],
    unplaced: int = 0,
    rejected: "Sequence[record.LeftOut]" = (),
    beyond: Beyond = NOTHING,
) -> LeftOut:
    """Count what was left out of the pages of a catalogue, and the events outside the window."""
    passages: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for page in catalogue.pages.values():
        for dropped in page.dropped:
            reason = reason_words(dropped.reason)
            passages[reason] += 1
            characters[reason] += dropped.end - dropped.start
    reports = catalogue.reports.values()
    return LeftOut(
        rejections=tuple(sorted(rejections, key=lambda r: (r.name, r.rule))),
        dropped=tuple((key, passages[key], characters[key]) for key in sorted(passages)),
        outside=len(outside) - unplaced + beyond.events,
        unplaced=unplaced + beyond.undated,
        pages=beyond.pages,
        no_place=sum(report.place is None for report in reports),
        no_time=sum(report.when is None for report in reports),
        doubtful=sum(report.confidence.band == "low" for report in reports),
        unlinked=sum(report.id not in catalogue.event_of for report in reports),
        judged=_judged(catalogue, rejected),
    )


def _judged(catalogue: Catalogue, rejected: "Sequence[record.LeftOut]") -> tuple[tuple[str, int], ...]:
    """What was rejected, then what was corrected, each with who said so, when and why."""
    out = Counter(f"{one.kind} left out: {one.why}" for one in rejected)
    reasons = (reason for report in catalogue.reports.values() for reason in report.reasons)
    put = Counter(f"{reason.rule.replace('_', ' ')}: {reason.says}" for reason in reasons if reason.rule in JUDGED)
    return (*sorted(out.items()), *sorted(put.items()))
