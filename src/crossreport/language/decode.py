"""Scores to structures: the best single-rooted tree and the best well-formed BIO path."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from crossreport.language.projective import crosses, projective_tree

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]

_NEVER = -1e9
_SECOND_ROOT = -1e6  # worse than any arc, better than a self-loop
_ROOTS_TRIED = 4
_CROSSING_COST = 0.7  # in log probability; EWT and GUM dev: 27 of 172 crossing trees belong to sentences that have any


def best_tree(arcs: NDArray[np.float32]) -> Heads:
    """Heads of `n` words from scores [n, n + 1] (column 0 = root): 0 for the one root, else 1-based.

    The best head of each word if these form a tree; otherwise Chu-Liu-Edmonds on normalised scores, with one
    root after the other that the greedy choice proposed. If arcs of it cross, the best tree without crossing arcs,
    unless that is worse by `_CROSSING_COST`.
    """
    count = arcs.shape[0]
    scores = arcs.astype(np.float64)
    scores[np.arange(count), np.arange(1, count + 1)] = _NEVER
    greedy: Heads = scores.argmax(1)
    if is_tree(greedy) and not crosses(greedy):
        return greedy
    shifted = scores - scores.max(1, keepdims=True)
    normalised = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    tree = greedy if is_tree(greedy) else _spanned(greedy, normalised)
    if not crosses(tree):
        return tree
    plain = projective_tree(normalised)
    return plain if _total(normalised, tree) - _total(normalised, plain) < _CROSSING_COST else tree


def _spanned(greedy: Heads, scores: Scores) -> Heads:
    trees = [_tree_under(root, scores) for root in _root_candidates(greedy, scores)]
    return trees[int(np.argmax([_total(scores, tree) for tree in trees]))]


def _total(scores: Scores, heads: Heads) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def is_tree(heads: Heads) -> bool:
    """Whether exactly one word hangs on 0 and every word reaches it."""
    if int((heads == 0).sum()) != 1:
        return False
    chain = [int(head) for head in heads]
    done = [True] + [False] * len(chain)
    for word in range(1, len(chain) + 1):
        path: set[int] = set()
        while not done[word]:
            if word in path:
                return False
            path.add(word)
            word = chain[word - 1]
        for seen in path:
            done[seen] = True
    return True


def best_labels(scores: NDArray[np.float32], labels: Sequence[str]) -> list[str]:
    """The best path through scores [n, labels] in which no I- tag lacks its B-."""
    greedy = [labels[index] for index in scores.argmax(1)]
    if all(_may_follow(before, after) for before, after in zip(["O", *greedy], greedy, strict=False)):
        return greedy
    opening, moves = _steps(tuple(labels))
    best = scores[0].astype(np.float64) + opening
    back: list[Heads] = []
    for row in scores[1:]:
        paths = best[:, None] + moves
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[index] for index in reversed(path)]


@cache
def _steps(labels: tuple[str, ...]) -> tuple[Scores, Scores]:
    """What it costs to begin with each label, and to go from each to each."""
    allowed = np.array([[_may_follow(before, after) for after in labels] for before in labels])
    opening = np.array([_NEVER if label.startswith("I") else 0.0 for label in labels])
    return opening, np.where(allowed, 0.0, _NEVER)


def _may_follow(before: str, after: str) -> bool:
    return not after.startswith("I-") or (before != "O" and before[2:] == after[2:])


def _root_candidates(greedy: Heads, scores: Scores) -> list[int]:
    proposed = np.flatnonzero(greedy == 0)
    if len(proposed) == 0:
        proposed = np.argsort(-scores[:, 0], kind="stable")[:1]
    return [int(word) for word in proposed[:_ROOTS_TRIED]]


def _tree_under(root: int, scores: Scores) -> Heads:
    count = scores.shape[0]
    square = np.full((count + 1, count + 1), _NEVER)
    square[1:] = scores
    square[1:, 0] = _SECOND_ROOT
    square[root + 1, 0] = scores[root, 0]
    return _spanning_tree(square)[1:]


def _spanning_tree(scores: Scores) -> Heads:
    """Chu-Liu-Edmonds on [dependent, head] with node 0 as root."""
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER)
    scores[0] = _NEVER
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside)
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None] + kept.sum()
    leaving = scores[np.ix_(outside, cycle)]
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = entering.max(0)
    smaller[:size, size] = leaving.max(1)
    solved = _spanning_tree(smaller)
    return _expand(heads, solved, cycle, outside, entering.argmax(0), leaving.argmax(1))


def _expand(heads: Heads, solved: Heads, cycle: Heads, outside: Heads, entry: Heads, exit_: Heads) -> Heads:
    """The heads of the full graph from those of the graph in which `cycle` is one node."""
    size, result = len(outside), heads.copy()
    for node in range(1, size):
        result[outside[node]] = cycle[exit_[node]] if solved[node] == size else outside[solved[node]]
    into = solved[size]
    result[cycle[entry[into]]] = outside[into]
    return result


def _cycle(heads: Heads) -> Heads | None:
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node != 0 and seen[node] == 0:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if node != 0 and seen[node] == start:
            return np.array(path[path.index(node) :])
    return None
