import itertools
from functools import cache

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from crossreport.language.decode import best_labels, best_tree, is_tree
from crossreport.language.projective import crosses, projective_tree

seeds = st.integers(0, 2**32 - 1)


def scores(seed: int, rows: int, columns: int) -> NDArray[np.float32]:
    return (np.random.default_rng(seed).normal(size=(rows, columns)) * 3).astype(np.float32)


@given(seeds, st.integers(1, 60))
def test_there_is_always_a_tree_with_one_root(seed: int, size: int) -> None:
    assert is_tree(best_tree(scores(seed, size, size + 1)))


def normalised(seed: int, size: int) -> NDArray[np.float64]:
    arcs = scores(seed, size, size + 1).astype(np.float64)
    arcs[np.arange(size), np.arange(1, size + 1)] = -1e9
    told: NDArray[np.float64] = arcs - np.log(np.exp(arcs).sum(1, keepdims=True))
    return told


@cache
def trees(size: int) -> list[NDArray[np.int64]]:
    every = (np.array(heads) for heads in itertools.product(range(size + 1), repeat=size))
    return [tree for tree in every if is_tree(tree)]


def total(arcs: NDArray[np.float64], tree: NDArray[np.int64]) -> float:
    return float(arcs[np.arange(len(tree)), tree].sum())


@settings(deadline=None)
@given(seeds, st.integers(1, 4))
def test_no_tree_without_crossing_arcs_scores_higher_under_the_same_root(seed: int, size: int) -> None:
    arcs = normalised(seed, size)
    found = best_tree(arcs.astype(np.float32))
    for tree in trees(size):
        if ((tree == 0) == (found == 0)).all() and not crosses(tree):
            assert total(arcs, tree) <= total(arcs, found) + 1e-4


@settings(deadline=None)
@given(seeds, st.integers(1, 4))
def test_the_best_tree_without_crossing_arcs(seed: int, size: int) -> None:
    arcs = normalised(seed, size)
    found = projective_tree(arcs)
    assert is_tree(found)
    assert not crosses(found)
    assert max(total(arcs, tree) for tree in trees(size) if not crosses(tree)) <= total(arcs, found) + 1e-9


@settings(deadline=None)
@given(seeds, st.integers(1, 40))
def test_it_can_be_found_in_sentences_of_any_length(seed: int, size: int) -> None:
    found = projective_tree(normalised(seed, size))
    assert is_tree(found)
    assert not crosses(found)


def test_arcs_that_cross() -> None:
    assert crosses(np.array([3, 4, 0, 3]))  # 1-3 and 2-4
    assert crosses(np.array([3, 0, 2]))  # 1-3 over the root
    assert not crosses(np.array([2, 0, 2]))
    assert not crosses(np.array([0]))


def test_a_doubtful_crossing_gives_way_and_a_sure_one_stays() -> None:
    arcs = np.full((4, 5), -9.0, np.float32)
    arcs[[0, 1, 2, 3], [3, 4, 0, 3]] = 5.0  # the second word hangs on the fourth, across the first one's arc
    arcs[1, 3] = 4.6
    assert list(best_tree(arcs)) == [3, 3, 0, 3]
    arcs[1, 3] = 4.0
    assert list(best_tree(arcs)) == [3, 4, 0, 3]


def test_cycles_and_two_roots_are_no_trees() -> None:
    assert is_tree(np.array([2, 0, 2]))
    assert not is_tree(np.array([2, 1, 0]))
    assert not is_tree(np.array([0, 0]))


@given(seeds, st.integers(1, 30))
def test_no_inside_tag_lacks_its_beginning(seed: int, size: int) -> None:
    labels = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
    tags = best_labels(scores(seed, size, len(labels)), labels)
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I") or before[2:] == tag[2:]


def test_the_greedy_path_is_kept_where_it_is_well_formed() -> None:
    labels = ("O", "B-PER", "I-PER")
    rows = np.array([[0, 5, 0], [0, 0, 5], [5, 0, 0]], np.float32)
    assert best_labels(rows, labels) == ["B-PER", "I-PER", "O"]
