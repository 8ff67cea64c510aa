"""An event's reports in, which of them are copies of one text out.

Two pages are one source for an event if one is a copy of the other (same capture, repost, wire copy), or if the
sentences that tell this event are shared. A background sentence in common does not silence the rest of a page.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

from crossreport.model import EventReport, Page, SourceGroup, Span
from crossreport.model.measures import TOLLS
from crossreport.names import fold_name
from crossreport.weighing.corpus import Corpus

TELLING = 0.5  # of a report's evidence must lie in shared passages for them to tell the event
COPIES = frozenset({"same_capture", "repost", "wire_copy"})
RETOLD = "paraphrase"  # a copy in other words: its passages are no common words

CROWD = 12  # pages that share a passage: where more do, it is a flood, which copies tell
SHORTEST = 4  # letters of an outlet's name that means nothing else

Passage = tuple[int, int, int]  # start, end, number


class Sets:
    """Disjoint sets of names; the smallest name stands for a set."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}

    def find(self, name: str) -> str:
        """The name that stands for the set of `name`."""
        root = name
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[name] != root:
            self._parent[name], name = root, self._parent[name]
        return root

    def join(self, one: str, other: str) -> None:
        """Make the sets of both one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def join_alike(self, pairs: Iterable[tuple[str, object]]) -> None:
        """Join all names that come with an equal key."""
        first: dict[object, str] = {}
        for name, key in pairs:
            self.join(first.setdefault(key, name), name)

    def roots(self) -> dict[str, list[str]]:
        """The sets, by the name that stands for each."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._parent):
            found[self.find(name)].append(name)
        return dict(found)


class Copies:
    """Which pages are copies, and which of their passages are shared."""

    def __init__(self, groups: Sequence[SourceGroup], corpus: Corpus) -> None:
        self.group_of: dict[str, SourceGroup] = {
            page: group for group in groups if group.kind in COPIES for page in group.pages
        }
        self._corpus = corpus
        self._retold = {page: group.id for group in groups if group.kind == RETOLD for page in group.pages}
        self._passages = _passages([group for group in groups if group.kind != RETOLD], corpus)
        self._telling: dict[str, frozenset[int]] = {}
        self._digests = _digests(groups, corpus)

    def sources(self, reports: Sequence[EventReport]) -> Sets:
        """Sets of pages that are one source for what `reports` tell."""
        sets = Sets({report.page for report in reports})
        sets.join_alike((report.page, self.group_of[report.page].id) for report in reports if self._copied(report))
        sets.join_alike(
            (page, self._retold[page]) for page in sorted({report.page for report in reports} & set(self._retold))
        )
        sets.join_alike((report.page, number) for report in reports for number in sorted(self.telling(report)))
        pages = sorted({report.page for report in reports})
        for page in pages:
            for source in sorted(self._digests.get(page, frozenset()) & set(pages)):
                sets.join(page, source)
        return sets

    def _copied(self, report: EventReport) -> bool:
        return report.page in self.group_of

    def home(self, page: str) -> str:
        """The group of copies that a page is in, or the page itself."""
        return self.group_of[page].id if page in self.group_of else page

    def passages_at(self, page: str, span: Span) -> set[int]:
        """Numbers of the shared passages that hold most of `span`."""
        return {
            number
            for start, end, number in self._passages.get(page, ())
            if min(end, span.end) - max(start, span.start) >= TELLING * (span.end - span.start)
        }

    def telling(self, report: EventReport) -> frozenset[int]:
        """Numbers of the shared passages that tell the report."""
        found = self._telling.get(report.id)
        if found is None:
            found = _telling(report, self._passages.get(report.page, ()))
            found = self._telling[report.id] = found | self._counting(report)
        return found

    def _counting(self, report: EventReport) -> frozenset[int]:
        """Numbers of the shared passages that give the report's toll: who repeats them has it from there."""
        if report.page not in self._passages:
            return frozenset()
        tolls = (figure for figure in self._corpus.figures_of.get(report.id, []) if figure.measure in TOLLS)
        spans = (figure.span for figure in tolls if not figure.cumulative)
        return frozenset(number for span in spans for number in self.passages_at(report.page, span))


def _digests(groups: Sequence[SourceGroup], corpus: Corpus) -> dict[str, frozenset[str]]:
    """Page to the pages that it was made from: it shares a passage with them, if a quotation, and names their outlet.

    "Residents told the Tribune", with the resident's words as the Tribune has them: what both tell is the Tribune's.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        if group.kind in COPIES or not 1 < len(group.pages) <= CROWD:
            continue
        for page, source in permutations((name for name in group.pages if name in corpus.page), 2):
            if _names(corpus.page[page], corpus.page[source].outlet):
                found[page].add(source)
    return {page: frozenset(sources) for page, sources in found.items()}


def _names(page: Page, outlet: str | None) -> bool:
    """Whether a page of another outlet names this one in its text."""
    name = (outlet or "").removeprefix("The ")
    if len(name) < SHORTEST or fold_name(name) in fold_name(page.outlet or ""):
        return False
    return re.search(rf"\b{re.escape(name)}\b", page.text) is not None


def _passages(groups: Sequence[SourceGroup], corpus: Corpus) -> Mapping[str, Sequence[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    number = 0
    for group in groups:
        for shared in group.shared:
            number += 1
            for page, quote in zip(shared.pages, shared.quotes, strict=True):
                if page in corpus.page:
                    found[page] += [(at, at + len(quote), number) for at in _all(corpus.page[page].text, quote)]
    return found


def _all(text: str, quote: str) -> Iterable[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + len(quote))


def _telling(report: EventReport, passages: Sequence[Passage]) -> frozenset[int]:
    if not passages:
        return frozenset()
    spans = _merged({report.span, *report.evidence})
    touched: dict[int, int] = defaultdict(int)
    stretches = []
    for start, end, number in passages:
        for span in spans:
            if span.start < end and start < span.end:
                touched[number] += 1
                stretches.append((max(start, span.start), min(end, span.end)))
    whole = sum(span.end - span.start for span in spans)
    return frozenset(touched) if _length(stretches) >= TELLING * whole else frozenset()


def _merged(spans: Iterable[Span]) -> list[Span]:
    listed = sorted(spans)
    return [span for span in listed if not any(other != span and other.covers(span) for other in listed)]


def _length(stretches: Iterable[tuple[int, int]]) -> int:
    total, reached = 0, -1
    for start, end in sorted(stretches):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
