"""Scores to the best tree without crossing arcs: Eisner's algorithm (1996), over all spans of a length at once.

Scores are [words, 1 + words], column 0 = root, as in `decode.py`; exactly one word hangs on the root. `n` words take
`n` steps on arrays of `n * n` numbers at most.
"""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]
_NEVER = -1e18


def crosses(heads: Heads) -> bool:
    """Whether two arcs cross: a word inside an arc hangs on a word outside of it. The root's arc counts as one."""
    words = np.arange(1, len(heads) + 1)
    left, right = np.minimum(words, heads)[:, None], np.maximum(words, heads)[:, None]
    inside = (left < words) & (words < right)
    outside = (heads < left) | (heads > right)
    return bool((inside & outside).any())


def projective_tree(scores: Scores) -> Heads:
    """Heads (0 = root, else 1-based) of the best tree without crossing arcs."""
    count = len(scores)
    chart = _Chart(count)
    arcs = scores[:, 1:].T  # [head, dependent]
    for length in range(1, count):
        chart.fill(length, arcs)
    root = int((chart.left[0] + chart.right[:, -1] + scores[:, 0]).argmax())
    heads: Heads = np.zeros(count, np.int64)
    chart.read(root, heads)
    return heads


class _Chart:
    """Best scores of spans [first, last], and where they are cut.

    `right` and `left`: headed by their first or last word and complete; `joined`: the best pair of halves under an arc
    from one end to the other, `rightward` and `leftward` with that arc.
    """

    def __init__(self, count: int) -> None:
        self.right, self.left, self.rightward, self.leftward = (np.full((count, count), _NEVER) for _ in range(4))
        self.joined_at, self.right_at, self.left_at = (np.zeros((count, count), np.int64) for _ in range(3))
        np.fill_diagonal(self.right, 0.0)
        np.fill_diagonal(self.left, 0.0)

    def fill(self, length: int, arcs: Scores) -> None:
        """All spans of `length` + 1 words; shorter ones are there."""
        first = np.arange(len(arcs) - length)
        last, rows = first + length, np.arange(len(first))
        cut = first[:, None] + np.arange(length)[None]
        starts, ends = first[:, None], last[:, None]

        halves = self.right[starts, cut] + self.left[cut + 1, ends]
        best = halves.argmax(1)
        self.joined_at[first, last] = first + best
        self.rightward[first, last] = halves[rows, best] + arcs[first, last]
        self.leftward[first, last] = halves[rows, best] + arcs[last, first]

        halves = self.rightward[starts, cut + 1] + self.right[cut + 1, ends]
        best = halves.argmax(1)
        self.right_at[first, last] = first + best + 1
        self.right[first, last] = halves[rows, best]

        halves = self.left[starts, cut] + self.leftward[cut, ends]
        best = halves.argmax(1)
        self.left_at[first, last] = first + best
        self.left[first, last] = halves[rows, best]

    def read(self, root: int, heads: Heads) -> None:
        """Fill in the heads of the words on both sides of the root."""
        open_ = [("left", 0, root), ("right", root, len(heads) - 1)]
        while open_:
            kind, first, last = open_.pop()
            if first == last:
                continue
            if kind == "right":
                cut = int(self.right_at[first, last])
                open_ += [("rightward", first, cut), ("right", cut, last)]
            elif kind == "left":
                cut = int(self.left_at[first, last])
                open_ += [("left", first, cut), ("leftward", cut, last)]
            else:
                heads[last if kind == "rightward" else first] = (first if kind == "rightward" else last) + 1
                cut = int(self.joined_at[first, last])
                open_ += [("right", first, cut), ("left", cut + 1, last)]
