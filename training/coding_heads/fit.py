"""Logistic heads, each fold judged by a head that saw none of its outlets and wars."""

from collections.abc import Sequence

import numpy as np
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.preprocessing import StandardScaler

from training.coding_heads.pages import FOLDS, Floats

STRENGTH = {"hand": 0.03, "states": 1e-3, "both": 1e-3}  # inverse ridges; the best of 1e-4 to 1e-1, by tens
COMMON = 8  # times that a feature of words must be seen


class Rows:
    """What is to be decided: features by hand, states, what is right; and the fold of each."""

    def __init__(self) -> None:
        self.hand: list[dict[str, float]] = []
        self.states: list[Floats] = []
        self.right: list[bool] = []
        self.fold: list[int] = []

    def add(self, hand: dict[str, float], states: Floats, fold: int, *, right: bool) -> None:
        """One row."""
        self.hand.append(hand)
        self.states.append(states)
        self.right.append(right)
        self.fold.append(fold)

    @property
    def y(self) -> Floats:
        """What is right."""
        return np.array(self.right, bool)

    def table(self, way: str) -> Floats:
        """The columns of a way: "hand", "states" or "both"."""
        states = np.array(self.states, np.float32)
        if way == "states":
            return states
        seen: dict[str, int] = {}
        for row in self.hand:
            for name in row:
                seen[name] = seen.get(name, 0) + 1
        index = {name: i for i, name in enumerate(sorted(name for name, count in seen.items() if count >= COMMON))}
        hand = np.zeros((len(self.hand), len(index)), np.float32)
        for i, row in enumerate(self.hand):
            for name, value in row.items():
                if name in index:
                    hand[i, index[name]] = value
        return hand if way == "hand" else np.concatenate([hand, states], axis=1)

    def judged(self, way: str) -> Floats:
        """The probability of each row, by a head of the other folds."""
        table, y, fold = self.table(way), self.y, np.array(self.fold)
        p = np.zeros(len(y))
        for k in range(FOLDS):
            if (fold == k).any():
                scale = StandardScaler().fit(table[fold != k])
                head = LogisticRegression(C=STRENGTH[way], max_iter=300)
                head.fit(scale.transform(table[fold != k]), y[fold != k])
                p[fold == k] = head.predict_proba(scale.transform(table[fold == k]))[:, 1]
        return p


def multiplied(first: Sequence[Floats], second: Sequence[Floats], size: int = 64) -> Floats:
    """Two words as one row: each on `size` main axes, and the product of the two."""
    axes = PCA(size, random_state=0).fit(np.concatenate([np.array(first[::7]), np.array(second[::7])]))
    one, two = (axes.transform(np.array(each)) for each in (first, second))
    one, two = one / one.std(0), two / two.std(0)
    return np.concatenate([one, two, one * two], axis=1)


def rated(y: Floats, p: Floats) -> str:
    """Area under the ROC curve and average precision; a dash where there is nothing to tell apart."""
    if y.all() or not y.any():
        return "–"
    return f"AUC {roc_auc_score(y, p):.3f}, AP {average_precision_score(y, p):.3f} ({y.sum()} of {len(y)})"


def at(y: Floats, p: Floats, lows: Sequence[float] = (0.5, 0.6, 0.7, 0.8)) -> str:
    """How many reach each p, and how many of them are right."""
    return "; ".join(f"p ≥ {low}: {y[p >= low].sum()} of {(p >= low).sum()} right" for low in lows)
