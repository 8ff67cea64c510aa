"""The lines of a page in; for each the likelihood that it is of the report, and what spoke against it, out.

Two small sets of decision trees (`weights/lines.npz`, made by `python -m training.furniture`): the first judges a line
by itself and the lines around, the second corrects it by what the first said of the neighbours.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from crossreport.reading.line_features import FEATURES, Matrix, features

Vector = npt.NDArray[np.float64]
_BESIDE = 4  # lines above and below whose first judgements the second set sees one by one
_WINDOWS = (3, 8, 20)  # … and as means


class Trees(Struct, frozen=True):
    """Decision trees, all nodes in one table; a node whose `left` is 0 is a leaf. Values are log-odds."""

    roots: npt.NDArray[np.int64]
    feature: npt.NDArray[np.int64]
    threshold: Vector
    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    value: Vector
    start: float

    def score(self, rows: Matrix) -> Vector:
        """Log-odds of every row."""
        node = np.repeat(self.roots[None, :], len(rows), axis=0).ravel()
        line = np.repeat(np.arange(len(rows)), len(self.roots))
        inner = np.flatnonzero(self.left[node] > 0)
        while len(inner):
            here = node[inner]
            goes_left = rows[line[inner], self.feature[here]] <= self.threshold[here]
            node[inner] = after = np.where(goes_left, self.left[here], self.right[here])
            inner = inner[self.left[after] > 0]
        return np.asarray(self.start + self.value[node].reshape(len(rows), -1).sum(axis=1), dtype=np.float64)

    def shares(self, row: Vector) -> Vector:
        """What each feature added to a row's log-odds: the steps of the nodes' values along its paths."""
        found = np.zeros(len(row))
        for root in self.roots:
            node = int(root)
            while self.left[node] > 0:
                feature = int(self.feature[node])
                after = int(self.left[node] if row[feature] <= self.threshold[node] else self.right[node])
                found[feature] += self.value[after] - self.value[node]
                node = after
        return found


class Model(Struct, frozen=True):
    """Both sets of trees, and the median of each feature over lines of reports."""

    first: Trees
    second: Trees
    usual: Vector


class Judged(Struct, frozen=True):
    """The lines of a page, judged: `likely` holds the probability that each is of the report."""

    likely: Vector
    rows: Matrix

    def because(self, line: int, most: int = 3) -> tuple[str, ...]:
        """The features that spoke most against a line, in words."""
        model = _model()
        shares = model.second.shares(self.rows[line])
        names = [*FEATURES.values(), *neighbour_words()]
        found: list[str] = []
        for at in np.argsort(shares, kind="stable"):
            if shares[at] >= 0 or len(found) == most:
                break
            low, high = names[at]
            says = low if self.rows[line][at] < model.usual[at] else high
            if says not in found:
                found.append(says)
        return tuple(found)


def judge(lines: list[str]) -> Judged:
    """Judge the lines of a page, in their order."""
    rows = features(lines)
    if not lines:
        return Judged(np.zeros(0), rows)
    model = _model()
    rows = np.hstack([rows, neighbours(_logistic(model.first.score(rows)))])
    return Judged(_logistic(model.second.score(rows)), rows)


def neighbours(likely: Vector) -> Matrix:
    """What the second set sees of the first judgements: the line's own, those beside it, means, shares of the page."""
    many = len(likely)
    padded = np.pad(likely, (_BESIDE, _BESIDE))
    columns = [likely, *(padded[at : at + many] for at in range(2 * _BESIDE + 1) if at != _BESIDE)]
    sums = np.concatenate([[0.0], np.cumsum(likely)])
    at = np.arange(many)
    for width in _WINDOWS:
        columns.append((sums[at] - sums[np.maximum(at - width, 0)]) / width)
        columns.append((sums[np.minimum(at + 1 + width, many)] - sums[at + 1]) / width)
    total = max(float(sums[-1]), 1e-9)
    columns += [sums[:-1] / total, (total - sums[1:]) / total]
    columns += [np.full(many, likely.max()), np.full(many, likely.mean())]
    columns += [np.maximum.accumulate(likely), np.maximum.accumulate(likely[::-1])[::-1]]
    return np.column_stack(columns)


def neighbour_words() -> Iterator[tuple[str, str]]:
    """How the columns of `neighbours` are told, in their order."""
    yield "unlike a report by itself", "like a report by itself"
    for shift in range(-_BESIDE, _BESIDE + 1):
        if shift:
            yield _said("above" if shift < 0 else "below")
    for _ in _WINDOWS:
        yield from (_said("above"), _said("below"))
    yield "the report has not begun above it", "most of the report is above it"
    yield "nothing of the report is below it", "most of the report is below it"
    yield "no line of the page looks like a report", "the page has a report"
    yield "little of the page looks like a report", "most of the page looks like a report"
    yield "the report has not begun above it", "the report has begun above it"
    yield "nothing of the report is below it", "the report goes on below it"


def _said(side: str) -> tuple[str, str]:
    return f"furniture {side} it", f"the report {side} it"


def _logistic(score: Vector) -> Vector:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(score, -30, 30))), dtype=np.float64)


@cache
def _model() -> Model:
    with files("crossreport.reading").joinpath("weights", "lines.npz").open("rb") as stream, np.load(stream) as kept:
        return Model(_trees(kept, "first"), _trees(kept, "second"), kept["usual"])


def _trees(kept: "np.lib.npyio.NpzFile", name: str) -> Trees:
    parts = ("roots", "feature", "threshold", "left", "right", "value")
    return Trees(**{part: kept[f"{name}_{part}"] for part in parts}, start=float(kept[f"{name}_start"]))
