"""What is left of the record if some sources are dropped: the same events, weighed on the remaining pages alone."""

from collections.abc import Callable, Collection, Sequence

import msgspec

from crossreport.model import CodedPage, Event, Finding, Linked, SharedPassage, SourceGroup
from crossreport.names import fold_name
from crossreport.weighing.weigh import weigh

EACH = frozenset({"agreement", "contradiction", "toll_series"})  # kinds of finding that speak of one event


def weigh_without(
    pages: Sequence[CodedPage],
    linked: Linked,
    dropped: Collection[str],
    relink: Callable[[Sequence[CodedPage]], Linked] | None = None,
) -> Linked:
    """`linked`, weighed, without the pages or outlets in `dropped` (page ids, or outlet names in any case).

    Events keep their ids, so that both records can be laid side by side; those that lose all reports are gone. Only
    events that lose a report are weighed anew, with all findings that reach beyond one event.
    With `relink` (`linking.link`) the remaining pages are linked anew instead, and ids change with the reports.
    """
    kept = restricted(pages, dropped)
    if relink is not None:
        return weigh(kept, relink(kept))
    return weigh(kept, _restricted(linked, kept), _settled(linked, kept))


def _settled(linked: Linked, kept: Sequence[CodedPage]) -> dict[str, tuple[Event, Sequence[Finding]]]:
    """Events that keep all reports and were no old news, with the findings that speak of them alone."""
    reports = {report.id for coded in kept for report in coded.reports}
    same = {
        event.id: event
        for event in linked.events
        if reports.issuperset(event.reports) and not any(reason.rule == "recirculated" for reason in event.reasons)
    }
    events = {event.id for event in linked.events}
    found: dict[str, list[Finding]] = {name: [] for name in same}
    for finding in linked.findings:
        own, *others = finding.members
        if finding.kind in EACH and own in same and events.isdisjoint(others):
            found[own].append(finding)
    return {name: (event, found[name]) for name, event in same.items()}


def restricted(pages: Sequence[CodedPage], dropped: Collection[str]) -> list[CodedPage]:
    """`pages` without those in `dropped`, in their order."""
    folded = frozenset(map(fold_name, dropped))
    return [coded for coded in pages if not _is_dropped(coded, folded, dropped)]


def unknown_sources(pages: Sequence[CodedPage], dropped: Collection[str]) -> list[str]:
    """Names in `dropped` that are neither an outlet nor a page of `pages`, sorted."""
    outlets = {fold_name(coded.page.outlet) for coded in pages if coded.page.outlet is not None}
    ids = {coded.page.id for coded in pages}
    return sorted(name for name in dropped if name not in ids and fold_name(name) not in outlets)


def _is_dropped(coded: CodedPage, folded: frozenset[str], dropped: Collection[str]) -> bool:
    outlet = coded.page.outlet
    return coded.page.id in dropped or (outlet is not None and fold_name(outlet) in folded)


def _restricted(linked: Linked, kept: Sequence[CodedPage]) -> Linked:
    pages = {coded.page.id for coded in kept}
    reports = {report.id for coded in kept for report in coded.reports}
    events = [_restrict_event(event, reports) for event in linked.events]
    groups = [found for group in linked.source_groups if (found := _restrict_group(group, pages)) is not None]
    remaining = tuple(event for event in events if event is not None)
    known = {event.id for event in remaining}
    plans = (finding for finding in linked.findings if finding.kind == "planned_then_happened")
    return Linked(tuple(groups), remaining, tuple(plan for plan in plans if known.issuperset(plan.members)))


def _restrict_event(event: Event, reports: Collection[str]) -> Event | None:
    left = tuple(report for report in event.reports if report in reports)
    return msgspec.structs.replace(event, reports=left) if left else None


def _restrict_group(group: SourceGroup, pages: Collection[str]) -> SourceGroup | None:
    left = tuple(page for page in group.pages if page in pages)
    if not left or (len(left) == 1 and group.kind == "shared_passages"):
        return None
    shared = tuple(found for one in group.shared if (found := _restrict_passage(one, pages)) is not None)
    kind = group.kind if len(left) > 1 else "single"
    return msgspec.structs.replace(group, pages=left, shared=shared, kind=kind)


def _restrict_passage(shared: SharedPassage, pages: Collection[str]) -> SharedPassage | None:
    left = [(page, quote) for page, quote in zip(shared.pages, shared.quotes, strict=True) if page in pages]
    if len(left) < 2:
        return None
    return SharedPassage(tuple(page for page, _ in left), tuple(quote for _, quote in left))
