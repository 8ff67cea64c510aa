"""One component of comparable reports in, clusters of reports of one happening out, with what joined them.

What a person joined is joined first. Then greedy from the surest pair down, under bars that no chain can get round: no
cluster ever holds two reports that `pairing.conflict` or a person keeps apart, nor two reports of one page (a page's
reports are distinct happenings, but for a version that it denies beside the one that it tells, and for those that
`retold` finds: they follow the report that they belong to).
Reports with a vague place or time come last and join only where one candidate is clearly the best.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from crossreport.linking.factor import Factor
from crossreport.linking.features import Features, denies
from crossreport.linking.lexicon import lexicon
from crossreport.linking.pairing import Comparer, Pairing

Tag = tuple[str, int]  # a judgement that keeps reports apart, and the side of it


class Edge(NamedTuple):
    """Two nodes, by their place in the component, whose comparison reaches the threshold."""

    pairing: Pairing
    first: int
    second: int


class Tie(NamedTuple):
    """Two nodes that a person joined, and what is said about it."""

    first: int
    second: int
    says: str


class Component(NamedTuple):
    """Reports that edges or ties connect.

    Each node is a report with its copies (told by the same sentences and coded alike), the smallest id first; nodes are
    in the order of their first ids. `again` holds further tellings: the report that each belongs to, and why.
    """

    nodes: Sequence[Sequence[Features]]
    edges: Sequence[Edge] = ()
    again: Sequence[tuple[str, Features, str]] = ()
    ties: Sequence[Tie] = ()
    tags: Sequence[frozenset[Tag]] = ()
    spoken: Mapping[str, str] = MappingProxyType({})  # what is said about each judgement of `tags`


@dataclass
class Cluster:
    """Reports of one happening. `joined` tells how each came in; `doubts` what kept others out."""

    members: list[Features]
    hards: set[int]
    pages: set[tuple[str, bool]]  # pages that tell it, and whether they deny it: one page may do both
    sharp: bool = False  # holds a report with a settlement and a narrow time
    joined: list[tuple[Features, Features, Pairing]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)  # what a person said about it
    tags: frozenset[Tag] = frozenset()


def cluster(component: Component) -> list[Cluster]:
    """Clusters over `component`."""
    nodes = [members[0] for members in component.nodes]
    clusters = _Clusters(component, Comparer())
    for tie in component.ties:
        clusters.tie(tie)
    edges = sorted(component.edges, key=lambda edge: (-edge.pairing.score, edge.first, edge.second))
    for edge in edges:
        if not _waits(nodes, edge):
            clusters.join(edge)
    _place_vague(nodes, edges, clusters)
    found = clusters.all()
    home = {member.report.id: one for one in found for member in one.members}
    reports = {member.report.id: member for one in found for member in one.members}
    for told, telling, why in component.again:
        home[told].members.append(telling)
        pairing = Pairing(lexicon().threshold, (Factor("retold", why),), None)
        home[told].joined.append((reports[told], telling, pairing))
    return found


def _waits(nodes: Sequence[Features], edge: Edge) -> bool:
    """Whether a vague report is joined, by more than a sentence that both pages share."""
    vague = nodes[edge.first].vague or nodes[edge.second].vague
    return vague and all(factor.name != "passage" for factor in edge.pairing.factors)


def _place_vague(nodes: Sequence[Features], edges: Iterable[Edge], clusters: "_Clusters") -> None:
    offers: dict[int, list[Edge]] = defaultdict(list)
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


def _rivalled(edge: Edge, rivals: Iterable[Edge], clusters: "_Clusters") -> bool:
    """Whether another candidate comes close that is not the same happening as this one."""
    ours = {clusters.home(edge.first), clusters.home(edge.second)}
    for rival in rivals:
        if edge.pairing.score - rival.pairing.score >= lexicon().margin:
            continue
        theirs = {clusters.home(rival.first), clusters.home(rival.second)}
        if not theirs <= ours and clusters.exclude(edge, rival):
            return True
    return False


def _told_by(member: Features) -> tuple[str, bool]:
    """The page and whether it denies: "no aircraft bombed the market, rebels shelled it" is one happening told anew."""
    return member.report.page, denies(member.report)


class _Clusters:
    def __init__(self, component: Component, comparer: Comparer) -> None:
        self._comparer = comparer
        self._nodes = [members[0] for members in component.nodes]
        self._home = list(range(len(self._nodes)))
        tags = component.tags or [frozenset()] * len(self._nodes)
        self._clusters: dict[int, Cluster] = {
            index: Cluster(
                list(members),
                {comparer.number(member.hard) for member in members},
                {_told_by(member) for member in members},
                not members[0].vague,
                judged=[component.spoken[judgement] for judgement, _ in sorted(tags[index])],
                tags=tags[index],
            )
            for index, members in enumerate(component.nodes)
        }

    def home(self, node: int) -> int:
        """The cluster that a node is in now."""
        while self._home[node] != node:
            self._home[node] = self._home[self._home[node]]
            node = self._home[node]
        return node

    def apart(self, edge: Edge) -> bool:
        """Whether the two ends are still in two clusters."""
        return self.home(edge.first) != self.home(edge.second)

    def tie(self, tie: Tie) -> None:
        """Join what a person joined, whatever bars there are."""
        first, second = sorted((self.home(tie.first), self.home(tie.second)))
        if first != second:
            self._merge(first, second)
        if tie.says not in self._clusters[first].judged:
            self._clusters[first].judged.append(tie.says)

    def join(self, edge: Edge) -> None:
        """Join the ends' clusters unless a bar stands between any two of their reports."""
        first, second = sorted((self.home(edge.first), self.home(edge.second)))
        if first == second:
            return
        says = self._bar(first, second)
        if says is not None:
            self._clusters[first].doubts.append(says)
            self._clusters[second].doubts.append(says)
            return
        self._merge(first, second)
        self._clusters[first].joined.append((self._nodes[edge.first], self._nodes[edge.second], edge.pairing))

    def _merge(self, first: int, second: int) -> None:
        one, other = self._clusters[first], self._clusters.pop(second)
        one.members += other.members
        one.hards |= other.hards
        one.pages |= other.pages
        one.sharp |= other.sharp
        one.tags |= other.tags
        one.joined += other.joined
        one.doubts += other.doubts
        one.judged += [says for says in other.judged if says not in one.judged]
        self._home[second] = first

    def exclude(self, edge: Edge, rival: Edge) -> bool:
        """Whether the clusters of two edges cannot all be one."""
        homes = sorted({self.home(node) for node in (edge.first, edge.second, rival.first, rival.second)})
        sharp = [home for home in homes if self._clusters[home].sharp]
        if len(sharp) > 1 and len(homes) > 2:
            return True  # two happenings that each have a place and a day were not joined: take them for two
        return any(self._bar(one, other) is not None for place, one in enumerate(homes) for other in homes[place + 1 :])

    def doubt(self, edge: Edge, says: str) -> None:
        """Keep what spoke against joining the ends of `edge`."""
        for node in (edge.first, edge.second):
            if self._nodes[node].vague:
                self._clusters[self.home(node)].doubts.append(says)

    def _bar(self, first: int, second: int) -> str | None:
        one, other = self._clusters[first], self._clusters[second]
        if any((judgement, 1 - side) in other.tags for judgement, side in one.tags):
            return "a person keeps them apart"
        if not one.pages.isdisjoint(other.pages):
            return "one page tells both as two happenings"
        for here in sorted(one.hards):
            for there in sorted(other.hards):
                factor = self._comparer.bar(here, there)
                if factor is not None and not self._placed_by_third(here, there, one.hards | other.hards, factor):
                    return factor.says
        return None

    def _placed_by_third(self, one: int, other: int, hards: set[int], factor: Factor) -> bool:
        """Whether a third telling names the place of one and says that it lies in that of the other: "Zobe junction"
        alone is no second place beside "Mogadishu" where a page tells of "the Zobe junction in Mogadishu".
        """
        if factor.name != "places":
            return False
        for told, place in ((one, other), (other, one)):
            for third in hards - {told, place}:
                names = {each.name for each in self._comparer.hard_factors(told, third)}
                if "place_same_name" in names and self._comparer.bar(third, place) is None:
                    return True
        return False

    def all(self) -> list[Cluster]:
        """The clusters as they stand."""
        return [self._clusters[index] for index in sorted(self._clusters)]
