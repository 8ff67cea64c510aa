"""Records by id: what a brief looks up while it is composed. Coded pages and linked events in, look-ups out."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from crossreport.model import (
    Actor,
    Attribution,
    Claim,
    CodedPage,
    Event,
    EventReport,
    Figure,
    Linked,
    Page,
    SourceGroup,
    Span,
)
from crossreport.pipeline.grouped import group_of
from crossreport.words.spoken import spoken_name

STDIN = "-"
BANDS = {"high": 0, "medium": 1, "low": 2}


class Catalogue:
    """Everything that the brief may speak about, in an order that no input order changes."""

    def __init__(self, coded: Sequence[CodedPage], linked: Linked) -> None:
        self.coded = tuple(
            sorted(coded, key=lambda one: (one.page.published.latest or "9", one.page.name, one.page.id))
        )
        self.linked = linked
        self.pages: dict[str, Page] = {one.page.id: one.page for one in self.coded}
        self.reports: dict[str, EventReport] = {r.id: r for one in self.coded for r in one.reports}
        self.figures: dict[str, Figure] = {f.id: f for one in self.coded for f in one.figures}
        self.claims: dict[str, Claim] = {c.id: c for one in self.coded for c in one.claims}
        self.events: dict[str, Event] = {event.id: event for event in linked.events}
        self.groups: dict[str, SourceGroup] = {group.id: group for group in linked.source_groups}
        self.group_of = group_of(linked.source_groups)
        self.event_of = {report: event.id for event in linked.events for report in event.reports}
        self.parts: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            if figure.part_of is not None:
                self.parts.setdefault(figure.part_of, []).append(figure)
        self._figures_of = self._assign_figures()
        self.tied = frozenset(figure.id for found in self._figures_of.values() for figure in found)
        self._voices = {(r.page, v.speaker): v for r in reversed(self.reports.values()) for v in r.attribution[::-1]}

    def _assign_figures(self) -> dict[str, list[Figure]]:
        assigned: dict[str, dict[str, Figure]] = {}
        for report in self.reports.values():
            named = {key: self.figures[key] for key in report.figures if key in self.figures}
            assigned[report.id] = named
        for figure in self.figures.values():
            if figure.event_report in assigned:
                assigned[figure.event_report].setdefault(figure.id, figure)
        return {key: sorted(found.values(), key=lambda f: (f.span, f.id)) for key, found in assigned.items()}

    def outlet(self, page: str) -> str:
        """The masthead of a page as a sentence says it; "the page" with its host or file's name if it names none."""
        found = self.pages.get(page)
        if found is None:
            return "an unknown page"
        return spoken_name(found.outlet) if found.outlet else f"the page {_name_of(found.name)}"

    def label(self, page: str) -> str:
        """The masthead of a page; the host of its URL or its file's name if it names none."""
        found = self.pages.get(page)
        return (found.outlet or _name_of(found.name)) if found else "an unknown page"

    def group(self, page: str) -> str:
        """The id of the source group of a page; the page's own id if it belongs to none."""
        return self.group_of.get(page, page)

    def figures_of(self, report: EventReport) -> list[Figure]:
        """The figures that speak about one report, in page order."""
        return self._figures_of.get(report.id, [])

    def reports_of(self, event: Event) -> list[EventReport]:
        """The reports of an event: what pages are about first, then the surest, then the earliest page."""
        found = [self.reports[key] for key in event.reports if key in self.reports]
        return sorted(found, key=self._report_order)

    def _report_order(self, report: EventReport) -> tuple[bool, int, str, str, str]:
        page = self.pages[report.page]
        return (not report.core, BANDS[report.confidence.band], page.published.latest or "9", page.name, report.id)

    def is_origin(self, page: str) -> bool:
        """Whether a page is where its source group's text comes from, as far as the record knows."""
        group = self.groups.get(self.group(page))
        return group is not None and group.origin in {page, self.label(page)}

    def voice_of(self, page: str, speaker: str) -> Attribution | None:
        """The first voice of a page's reports that goes by this name."""
        return self._voices.get((page, speaker))

    def evidence_of(self, record: str) -> tuple[str, tuple[Span, ...]] | None:
        """The page of a report, figure or claim, and the passages that tell it."""
        if record in self.reports:
            report = self.reports[record]
            return report.page, tuple(sorted({report.span, *report.evidence}))
        found = self.figures.get(record) or self.claims.get(record)
        return (found.page, (found.span,)) if found else None

    def actors(self) -> Iterable[Actor]:
        """Every actor of a report, with repeats."""
        return (p.actor for report in self.reports.values() for p in report.participants)

    def holds(self, record: str) -> bool:
        """Whether an id names something that this catalogue holds."""
        stores = (self.events, self.reports, self.figures, self.claims, self.pages, self.groups)
        return any(record in store for store in stores) or any(f.id == record for f in self.linked.findings)


def _name_of(name: str) -> str:
    """A URL's host, or a file's name without folders and ending; what came by no name is standard input."""
    if name == STDIN:
        return "standard input"
    if "://" in name:
        return name.split("://", 1)[1].split("/", 1)[0].removeprefix("www.")
    return PurePosixPath(name).stem
