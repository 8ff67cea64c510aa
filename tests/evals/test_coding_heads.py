"""Heads on the encoder's states: what they are given, and that no fold judges what it learned from."""

import numpy as np

from training.coding_heads.fit import Rows, at, multiplied, rated
from training.coding_heads.pages import FOLDS, Encoder


def test_the_words_of_a_partys_name_have_the_state_of_its_stand_in():
    encoder = Encoder()
    words = ["Shells", "of", "the", "Rapid", "Support", "Forces", "hit", "a", "market"]
    other = ["Shells", "of", "the", "Lord", "Resistance", "Army", "hit", "a", "market"]
    states, others = encoder.states(words), encoder.states(other)
    assert states.shape == (len(words), 768)
    assert (states[2:6] == states[2]).all()
    assert (states == others).all()  # whose name it is cannot be seen


def test_a_sentence_longer_than_the_encoder_reads_has_a_state_a_word():
    assert Encoder().states(["shelled", "unmistakably"] * 300).shape == (600, 768)


def rows(count=200):
    found, random = Rows(), np.random.default_rng(1)
    for index in range(count):
        right = bool(random.random() < 0.5)
        state = random.normal(size=4).astype(np.float32) + 4 * right
        found.add({"told again": float(right)}, state, index % FOLDS, right=right)
    return found


def test_a_head_tells_apart_what_its_states_or_features_tell_apart():
    found = rows()
    for way in ("hand", "states", "both"):
        p = found.judged(way)
        assert p[found.y].mean() > p[~found.y].mean()
        assert rated(found.y, p).startswith(("AUC 0.8", "AUC 0.9", "AUC 1"))


def test_a_fold_is_judged_by_the_others():
    found = rows()
    changed = rows()
    changed.right = [not r if k == 0 else r for r, k in zip(changed.right, changed.fold, strict=True)]
    same = [i for i, k in enumerate(found.fold) if k == 0]
    assert np.allclose(found.judged("states")[same], changed.judged("states")[same])


def test_counts_and_products():
    y, p = np.array([True, False, True]), np.array([0.9, 0.7, 0.4])
    assert at(y, p, (0.5,)) == "p ≥ 0.5: 1 of 2 right"
    assert rated(np.array([True]), np.array([0.5])) == "–"
    states = np.random.default_rng(2).normal(size=(40, 8)).astype(np.float32)
    assert multiplied(list(states), list(states), 3).shape == (40, 9)
