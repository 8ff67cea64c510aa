"""Who was read: outlets, their pages, what they share, how often they speak for themselves, which labels they use."""

from collections import Counter
from collections.abc import Set

from msgspec import Struct

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.dates import published_phrase
from crossreport.model import CodedPage, SourceGroup
from crossreport.privacy import Privacy

KINDS = {
    "same_capture": "the same bytes",
    "repost": "a repost",
    "wire_copy": "one wire text",
    "paraphrase": "one text in other words",
    "shared_passages": "shared passages",
    "single": "a voice of its own",
}


class PageRow(Struct, frozen=True):
    """One page: title, when it was written and how that is known, and what it shares with others."""

    id: str
    title: str
    written: str
    basis: tuple[str, ...]
    group: str
    reports: int


class SourceRow(Struct, frozen=True):
    """One outlet. `own` and `quoting` count event reports; `labels` are the loaded words that it used."""

    outlet: str
    named: bool  # whether the pages name it; else it is a host or a file's name
    pages: tuple[PageRow, ...]
    own: int
    quoting: int
    labels: tuple[str, ...]


def source_rows(catalogue: Catalogue, privacy: Privacy, pages: Set[str] | None = None) -> tuple[SourceRow, ...]:
    """A row for each outlet, by name; only those of these `pages`, if some are given."""
    by_outlet: dict[str, list[CodedPage]] = {}
    for one in catalogue.coded:
        if pages is not None and one.page.id not in pages:
            continue
        by_outlet.setdefault(catalogue.label(one.page.id), []).append(one)
    return tuple(_row(outlet, pages, catalogue, privacy) for outlet, pages in sorted(by_outlet.items()))


def _row(outlet: str, pages: list[CodedPage], catalogue: Catalogue, privacy: Privacy) -> SourceRow:
    reports = [report for one in pages for report in one.reports]
    words = Counter(m.label.lower() for one in pages for m in one.mentions if m.label)
    labels = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    return SourceRow(
        outlet=outlet,
        named=all(one.page.outlet is not None for one in pages),
        pages=tuple(_page_row(one, catalogue, privacy) for one in pages),
        own=sum(not report.attribution for report in reports),
        quoting=sum(bool(report.attribution) for report in reports),
        labels=tuple(f"“{word}” × {count}" if count > 1 else f"“{word}”" for word, count in labels),
    )


def _page_row(one: CodedPage, catalogue: Catalogue, privacy: Privacy) -> PageRow:
    page = one.page
    group = catalogue.groups.get(catalogue.group(page.id))
    return PageRow(
        id=page.id,
        title=privacy.mask(page.title or page.name),
        written=published_phrase(page.published),
        basis=tuple(dict.fromkeys(basis.says for basis in page.published.basis)),
        group=_shares(page.id, group, catalogue) if group else KINDS["single"],
        reports=len(one.reports),
    )


def _shares(page: str, group: SourceGroup, catalogue: Catalogue) -> str:
    others = sorted({catalogue.label(other) for other in group.pages if other != page})
    return f"{KINDS[group.kind]} with {', '.join(others)}" if others else KINDS["single"]
