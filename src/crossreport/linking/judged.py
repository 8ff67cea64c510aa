"""A person's merges and splits in, what must be one event and what must not out.

A merge says that all its subjects tell one happening. A split says that its subjects tell one happening, and that it is
not the one of the reports in `apart`. Reports that are not here (their page was erased, or is read otherwise now) say
nothing. Of two judgements that contradict one another the later one holds; the record refuses such a pair.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossreport.model import Judgement


class Joined(NamedTuple):
    """Two reports that a person takes for one happening."""

    one: str
    other: str
    says: str


class Sided(NamedTuple):
    """A report on one side (0 or 1) of a judgement that keeps the sides apart."""

    report: str
    judgement: str
    side: int
    says: str


class Judged(NamedTuple):
    """What persons said about the reports at hand."""

    joined: tuple[Joined, ...] = ()
    sided: tuple[Sided, ...] = ()

    @property
    def reports(self) -> list[str]:
        """All reports that a person spoke about."""
        named = {name for tie in self.joined for name in tie[:2]} | {one.report for one in self.sided}
        return sorted(named)


def judged(judgements: Iterable[Judgement], reports: Iterable[str]) -> Judged:
    """What standing `judgements` say about `reports`."""
    here = frozenset(reports)
    held = _Held()
    latest = sorted(judgements, key=lambda judgement: (judgement.at, judgement.id), reverse=True)
    for judgement in latest:
        subjects = [name for name in judgement.subjects if name in here]
        if judgement.verdict == "merge":
            held.join(subjects, judgement)
        elif judgement.verdict == "split":
            held.keep_apart(subjects, [name for name in judgement.apart if name in here], judgement)
            held.join(subjects, judgement)
    return Judged(tuple(held.joined), tuple(held.sided))


class _Held:
    """What holds so far, the latest first; what contradicts it is left out."""

    def __init__(self) -> None:
        self.joined: list[Joined] = []
        self.sided: list[Sided] = []
        self._root: dict[str, str] = {}
        self._tags: dict[str, set[tuple[str, int]]] = defaultdict(set)

    def join(self, names: list[str], judgement: Judgement) -> None:
        """Join the first of `names` with each other one."""
        for name in names[1:]:
            one, other = self._find(names[0]), self._find(name)
            if self._excluded(one, other):
                continue
            self._root[max(one, other)] = min(one, other)
            self._tags[min(one, other)] |= self._tags[max(one, other)]
            self.joined.append(Joined(names[0], name, _says(judgement, "joined")))

    def keep_apart(self, names: list[str], others: list[str], judgement: Judgement) -> None:
        """Put `names` and `others` on two sides."""
        far = {self._find(other) for other in others}
        near = [name for name in names if self._find(name) not in far]
        if not near or not others:
            return
        for side, group in enumerate((near, others)):
            for name in group:
                self._tags[self._find(name)].add((judgement.id, side))
                self.sided.append(Sided(name, judgement.id, side, _says(judgement, "kept apart")))

    def _excluded(self, one: str, other: str) -> bool:
        return any((judgement, 1 - side) in self._tags[other] for judgement, side in self._tags[one])

    def _find(self, name: str) -> str:
        while (above := self._root.get(name, name)) != name:
            name = above
        return name


def _says(judgement: Judgement, what: str) -> str:
    return f"{what} by {judgement.by} on {judgement.at}: {judgement.why}"


def contradicted(judgement: Judgement, standing: Iterable[Judgement]) -> Iterator[Judgement]:
    """Standing judgements that say the opposite of a new one about any two reports."""
    for held in standing:
        if held.id != judgement.supersedes and (_against(judgement, held) or _against(held, judgement)):
            yield held


def _against(joins: Judgement, splits: Judgement) -> bool:
    if joins.verdict not in ("merge", "split") or splits.verdict != "split":
        return False
    together = set(joins.subjects)
    return not together.isdisjoint(splits.subjects) and not together.isdisjoint(splits.apart)
