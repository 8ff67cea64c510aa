"""Two codings of one page: which events are the same, and what of them agrees."""

from collections.abc import Iterable

from msgspec import Struct

from evals.coded import CodedEvent, CodedFigure, Coding, Number
from evals.same import same_days, same_group, same_names

WEIGHTS = {"group": 2.0, "sides": 2.0, "place": 2.0, "when": 1.0, "type": 1.0, "killed": 0.5}
THRESHOLD = 4.5  # of 8.5: the gold's own scorer, with which two coders agree at .93
STRICT = ("group", "sides", "place", "when")


class Pair(Struct, frozen=True):
    """Two events that are one, and what agrees."""

    gold: int
    ours: int
    fields: dict[str, bool]

    @property
    def strict(self) -> bool:
        """Type family, sides, place and day agree."""
        return all(self.fields[name] for name in STRICT)

    @property
    def wrong(self) -> list[str]:
        """The fields that do not agree."""
        return [name for name, same in self.fields.items() if not same]


def compare(gold: CodedEvent, ours: CodedEvent) -> dict[str, bool]:
    """Field by field."""
    return {
        "type": gold.type == ours.type,
        "group": same_group(gold.type, ours.type),
        "agent": same_names(gold.agent or gold.party, ours.agent or ours.party),
        "sides": same_names(gold.sides, ours.sides),
        "place": same_names(gold.place, ours.place),
        "when": same_days(gold.when, ours.when),
        "status": gold.status == ours.status,
        "said_by": same_names(gold.said_by[:1], ours.said_by[:1]),
        "killed": _killed(gold) == _killed(ours),
    }


def match(gold: Iterable[CodedEvent], ours: Iterable[CodedEvent]) -> list[Pair]:
    """One-to-one pairs, best first."""
    ours = list(ours)
    scored = [
        (sum(weight * fields[name] for name, weight in WEIGHTS.items()), Pair(i, j, fields))
        for i, a in enumerate(gold)
        for j, b in enumerate(ours)
        for fields in [compare(a, b)]
    ]
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    pairs: list[Pair] = []
    for score, pair in sorted(scored, key=lambda each: -each[0]):
        if score >= THRESHOLD and pair.gold not in taken_gold and pair.ours not in taken_ours:
            taken_gold.add(pair.gold)
            taken_ours.add(pair.ours)
            pairs.append(pair)
    return pairs


def match_figures(gold: Coding, ours: Coding) -> list[tuple[CodedFigure, CodedFigure]]:
    """Pairs of figures with one measure and one number."""
    left = list(ours.figures)
    pairs: list[tuple[CodedFigure, CodedFigure]] = []
    for figure in gold.figures:
        key = (figure.measure, figure.number)
        other = next((each for each in left if (each.measure, each.number) == key), None)
        if other is not None:
            left.remove(other)
            pairs.append((figure, other))
    return pairs


class Rate(Struct):
    """Counts from which precision, recall and F1 follow."""

    gold: int = 0
    ours: int = 0
    hits: int = 0

    @property
    def precision(self) -> float:
        """Share of ours that the gold has."""
        return self.hits / max(1, self.ours)

    @property
    def recall(self) -> float:
        """Share of the gold that we have."""
        return self.hits / max(1, self.gold)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.hits / max(1, self.gold + self.ours)

    def add(self, gold: int, ours: int, hits: int) -> None:
        """Count one page."""
        self.gold, self.ours, self.hits = self.gold + gold, self.ours + ours, self.hits + hits

    def __str__(self) -> str:
        shares = f"F1 {self.f1:.3f}  P {self.precision:.3f}  R {self.recall:.3f}"
        return f"{shares}  ({self.hits} of {self.gold} gold, {self.ours} ours)"


def _killed(event: CodedEvent) -> Number:
    toll = event.killed
    values = (toll.best, toll.low, toll.high) if toll else ()
    return next((value for value in values if value is not None), None)
