import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from crossreport.language.decode import best_labels, best_tree, is_tree

seeds = st.integers(0, 2**32 - 1)


def scores(seed: int, rows: int, columns: int) -> NDArray[np.float32]:
    return (np.random.default_rng(seed).normal(size=(rows, columns)) * 3).astype(np.float32)


@given(seeds, st.integers(1, 60))
def test_there_is_always_a_tree_with_one_root(seed: int, size: int) -> None:
    assert is_tree(best_tree(scores(seed, size, size + 1)))


@given(seeds, st.integers(1, 4))
def test_no_tree_under_the_same_root_scores_higher(seed: int, size: int) -> None:
    arcs = scores(seed, size, size + 1).astype(np.float64)
    arcs[np.arange(size), np.arange(1, size + 1)] = -1e9
    normalised = arcs - np.log(np.exp(arcs).sum(1, keepdims=True))
    found = best_tree(arcs.astype(np.float32))
    total = normalised[np.arange(size), found].sum()
    for heads in itertools.product(range(size + 1), repeat=size):
        tree = np.array(heads)
        if is_tree(tree) and ((tree == 0) == (found == 0)).all():
            assert normalised[np.arange(size), tree].sum() <= total + 1e-4


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
