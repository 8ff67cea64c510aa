"""Krippendorff's alpha: agreement beyond chance, for any number of coders, missing values and distances.

After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), and for sets R. Passonneau, "Measuring
Agreement on Set-valued Items (MASI)" (LREC 2006). In: for each unit the values that its coders gave; out: alpha, or
None where all values are alike and chance has nothing to be compared with.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from evals.same import same_name

T = TypeVar("T", bound=Hashable)
SUBSET, OVERLAP = 2 / 3, 1 / 3  # MASI's weights of one set inside the other, and of sets that only overlap


def nominal(one: Hashable, other: Hashable) -> float:
    """0 for the same value, else 1."""
    return 0.0 if one == other else 1.0


def alpha(units: Iterable[Sequence[T]], distance: Callable[[T, T], float] = nominal) -> float | None:
    """1 for full agreement, 0 for what chance gives; units with fewer than two values do not count."""
    paired = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in paired for value in unit)
    expected = sum(values[a] * values[b] * distance(a, b) for a, b in combinations(values, 2))
    if not expected:
        return None
    observed = sum(sum(distance(a, b) for a, b in combinations(unit, 2)) / (len(unit) - 1) for unit in paired)
    return 1 - (values.total() - 1) * observed / expected


def masi(one: Sequence[str], other: Sequence[str]) -> float:
    """Distance of two sets of names: 1 - Jaccard x how far one lies in the other; names as `same.py` compares them."""
    if not one and not other:
        return 0.0
    common = _common(one, other)
    inside = 1.0 if common == len(one) == len(other) else SUBSET if common == min(len(one), len(other)) else OVERLAP
    return 1 - common / (len(one) + len(other) - common) * inside


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Names that both hold, each counted once."""
    left, common = list(other), 0
    for name in one:
        match = next((each for each in left if same_name(name, each) or same_name(each, name)), None)
        if match is not None:
            left.remove(match)
            common += 1
    return common
