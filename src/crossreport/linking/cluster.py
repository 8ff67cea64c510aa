"""Reports in, clusters of reports of one happening out, with the comparisons that joined them.

Greedy from the surest pair down, under bars that no chain can get round: no cluster ever holds two reports that
`pairing.conflict` keeps apart, nor two reports of one page (a page's reports are distinct happenings, but for those
that `retold` finds: they follow the report that they belong to).
Reports with a vague place or time come last and join only where one candidate is clearly the best.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crossreport.linking.blocking import candidate_pairs
from crossreport.linking.features import Features
from crossreport.linking.lexicon import lexicon
from crossreport.linking.pairing import Comparer, Pairing
from crossreport.linking.retold import retold


@dataclass
class Cluster:
    """Reports of one happening. `joined` tells how each came in; `doubts` what kept others out."""

    members: list[Features]
    hards: set[int]
    pages: set[str]
    sharp: bool = False  # holds a report with a settlement and a narrow time
    joined: list[tuple[Features, Features, Pairing]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Edge:
    pairing: Pairing
    first: int
    second: int


def cluster(reports: Sequence[Features]) -> list[Cluster]:
    """Clusters over `reports`, which must be sorted by report id."""
    comparer = Comparer()
    again = retold(reports)
    further = {telling.report.id for _, telling, _ in again}
    copies = _copies([report for report in reports if report.report.id not in further], comparer)
    nodes = [members[0] for members in copies]
    clusters = _Clusters(copies, comparer)
    edges = _edges(nodes, comparer)
    for edge in edges:
        if not _waits(nodes, edge):
            clusters.join(edge)
    _place_vague(nodes, edges, clusters)
    found = clusters.all()
    home = {member.report.id: one for one in found for member in one.members}
    for told, telling, why in again:
        home[told.report.id].members.append(telling)
        home[told.report.id].joined.append((told, telling, Pairing(lexicon().threshold, (why,), None)))
    return found


def _copies(reports: Sequence[Features], comparer: Comparer) -> list[list[Features]]:
    """Reports that agree in everything and are told by the same sentences, the n-th of each page with the n-th."""
    seen: dict[tuple[str, object], int] = defaultdict(int)
    found: dict[tuple[object, int], list[Features]] = defaultdict(list)
    for number, report in enumerate(reports):
        key: object = (comparer.number(report.hard), report.label, report.toll, report.passages)
        if not report.passages:
            key = number
        nth = seen[report.report.page, key]
        seen[report.report.page, key] += 1
        found[key, nth].append(report)
    return list(found.values())


def _edges(nodes: Sequence[Features], comparer: Comparer) -> list[_Edge]:
    """Pairs that reach the threshold, the surest first; equal ones by id, so that no order of input matters."""
    found = []
    for first, second in candidate_pairs(nodes):
        if nodes[first].report.page == nodes[second].report.page:
            continue
        pairing = comparer.pair(nodes[first], nodes[second])
        if pairing.bar is None and pairing.score >= lexicon().threshold:
            found.append(_Edge(pairing, first, second))
    return sorted(
        found, key=lambda edge: (-edge.pairing.score, nodes[edge.first].report.id, nodes[edge.second].report.id)
    )


def _waits(nodes: Sequence[Features], edge: _Edge) -> bool:
    """Whether a vague report is joined, by more than a sentence that both pages share."""
    vague = nodes[edge.first].vague or nodes[edge.second].vague
    return vague and all(factor.name != "passage" for factor in edge.pairing.factors)


def _place_vague(nodes: Sequence[Features], edges: Iterable[_Edge], clusters: "_Clusters") -> None:
    offers: dict[int, list[_Edge]] = defaultdict(list)
    waiting = [edge for edge in edges if _waits(nodes, edge)]
    for edge in waiting:
        for index in (edge.first, edge.second):
            if nodes[index].vague:
                offers[index].append(edge)
    for edge in waiting:
        rivals = [rival for index in (edge.first, edge.second) for rival in offers[index]]
        if clusters.apart(edge) and not _rivalled(edge, rivals, clusters):
            clusters.join(edge)
        elif clusters.apart(edge):
            clusters.doubt(edge, "more than one happening fits a report with a vague place or time")


def _rivalled(edge: _Edge, rivals: Iterable[_Edge], clusters: "_Clusters") -> bool:
    """Whether another candidate comes close that is not the same happening as this one."""
    ours = {clusters.home(edge.first), clusters.home(edge.second)}
    for rival in rivals:
        if edge.pairing.score - rival.pairing.score >= lexicon().margin:
            continue
        theirs = {clusters.home(rival.first), clusters.home(rival.second)}
        if not theirs <= ours and clusters.exclude(edge, rival):
            return True
    return False


class _Clusters:
    def __init__(self, copies: Sequence[list[Features]], comparer: Comparer) -> None:
        self._comparer = comparer
        self._home = list(range(len(copies)))
        self._clusters: dict[int, Cluster] = {
            index: Cluster(
                list(members),
                {comparer.number(member.hard) for member in members},
                {member.report.page for member in members},
                not members[0].vague,
            )
            for index, members in enumerate(copies)
        }
        self._nodes = [members[0] for members in copies]

    def home(self, node: int) -> int:
        """The cluster that a node is in now."""
        while self._home[node] != node:
            self._home[node] = self._home[self._home[node]]
            node = self._home[node]
        return node

    def apart(self, edge: _Edge) -> bool:
        """Whether the two ends are still in two clusters."""
        return self.home(edge.first) != self.home(edge.second)

    def join(self, edge: _Edge) -> None:
        """Join the ends' clusters unless a bar stands between any two of their reports."""
        first, second = sorted((self.home(edge.first), self.home(edge.second)))
        if first == second:
            return
        says = self._bar(first, second)
        if says is not None:
            self._clusters[first].doubts.append(says)
            self._clusters[second].doubts.append(says)
            return
        one, other = self._clusters[first], self._clusters.pop(second)
        one.members += other.members
        one.hards |= other.hards
        one.pages |= other.pages
        one.sharp |= other.sharp
        one.joined += [*other.joined, (self._nodes[edge.first], self._nodes[edge.second], edge.pairing)]
        one.doubts += other.doubts
        self._home[second] = first

    def exclude(self, edge: _Edge, rival: _Edge) -> bool:
        """Whether the clusters of two edges cannot all be one."""
        homes = sorted({self.home(node) for node in (edge.first, edge.second, rival.first, rival.second)})
        sharp = [home for home in homes if self._clusters[home].sharp]
        if len(sharp) > 1 and len(homes) > 2:
            return True  # two happenings that each have a place and a day were not joined: take them for two
        return any(self._bar(one, other) is not None for place, one in enumerate(homes) for other in homes[place + 1 :])

    def doubt(self, edge: _Edge, says: str) -> None:
        """Keep what spoke against joining the ends of `edge`."""
        for node in (edge.first, edge.second):
            if self._nodes[node].vague:
                self._clusters[self.home(node)].doubts.append(says)

    def _bar(self, first: int, second: int) -> str | None:
        one, other = self._clusters[first], self._clusters[second]
        if not one.pages.isdisjoint(other.pages):
            return "one page tells both as two happenings"
        for here in sorted(one.hards):
            for there in sorted(other.hards):
                factor = self._comparer.bar(here, there)
                if factor is not None:
                    return factor.says
        return None

    def all(self) -> list[Cluster]:
        """The clusters as they stand."""
        return [self._clusters[index] for index in sorted(self._clusters)]
