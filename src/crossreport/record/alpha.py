"""Krippendorff's alpha: units with the values that coders gave them in, agreement beyond chance out.

After Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), for any number of coders and missing values. 1 is
perfect agreement, 0 what chance would give, below 0 disagreement by system.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations, permutations
from typing import Literal

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
_Squared = Callable[[Hashable, Hashable], float]


def alpha(units: Sequence[Sequence[Hashable | None]], metric: Metric = "nominal") -> float | None:
    """Alpha over `units`, each with one value a coder; None is a value that a coder did not give.

    None if it is not defined: no unit has two values, or all values are the same.

    >>> alpha([("a", "a"), ("b", "b"), ("a", "b")]) is not None
    True
    """
    given = [[value for value in unit if value is not None] for unit in units]
    paired = [values for values in given if len(values) > 1]
    counts = Counter(value for values in paired for value in values)
    total = counts.total()
    apart = _squared(metric, counts)
    expected = sum(counts[one] * counts[other] * apart(one, other) for one, other in permutations(counts, 2))
    if expected == 0:
        return None
    observed = sum(
        sum(2 * apart(one, other) for one, other in combinations(values, 2)) / (len(values) - 1) for values in paired
    )
    return 1 - (total - 1) * observed / expected


def percent(units: Sequence[Sequence[Hashable | None]]) -> float | None:
    """The share of units, among those with two values or more, on which all coders say the same; 0 to 1."""
    paired = [unit for unit in units if len(unit) > 1]
    return sum(len(set(unit)) == 1 for unit in paired) / len(paired) if paired else None


def _squared(metric: Metric, counts: Mapping[Hashable, int]) -> _Squared:
    if metric == "nominal":
        return lambda one, other: float(one != other)
    if metric == "ordinal":
        return _ordinal(counts)
    if metric == "interval":
        return lambda one, other: (_number(one) - _number(other)) ** 2
    return _ratio


def _ordinal(counts: Mapping[Hashable, int]) -> _Squared:
    order = sorted(counts, key=_number)
    place = {value: at for at, value in enumerate(order)}
    upto = [0]
    for value in order:
        upto.append(upto[-1] + counts[value])

    def apart(one: Hashable, other: Hashable) -> float:
        first, last = sorted((place[one], place[other]))
        between = upto[last + 1] - upto[first]
        return (between - (counts[one] + counts[other]) / 2) ** 2 if one != other else 0.0

    return apart


def _ratio(one: Hashable, other: Hashable) -> float:
    whole = _number(one) + _number(other)
    return ((_number(one) - _number(other)) / whole) ** 2 if whole else 0.0


def _number(value: Hashable) -> float:
    if not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number: only a nominal alpha takes it")
    return float(value)
