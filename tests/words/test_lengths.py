"""Lengths of time and what counts them."""

import pytest

from crossreport.words.lengths import SOME, length_of
from crossreport.words.numerals import count_of


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("for three weeks", (21, "week")),
        ("for more than 40 days now", (40, "day")),
        ("for an hour", (1 / 24, "hour")),
        ("for months", (SOME * 30.4, "month")),
        ("for the first time", None),
        ("three weeks ago", None),
    ],
)
def test_a_length_has_days_and_a_unit(words, length):
    assert length_of(words) == length


@pytest.mark.parametrize(("word", "number"), [("an", 1), ("Twelve", 12), ("48", 48), ("the", None), ("", None)])
def test_one_word_counts_a_unit(word, number):
    assert count_of(word) == number
