"""Patterns are skipped only where they cannot match; a tree of names matches what `|` would."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossreport.grounding.times.words import grammar
from crossreport.words.needed import Sieve, needed_words
from crossreport.words.spelled import any_of


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:early|late) May \d+", {"early", "late"}),
        (r"(?i)in (\d+) (weeks?|days?)", {"week", "day"}),
        (r"\d{4}-\d\d", {"-"}),
        (r"(?:night)? (?!x)\w+", {" "}),
        (r"\w+", None),
        (r"a?b?", None),
        (r"(?=since)\w+", {"since"}),
        (r"(?<=since )\w+", None),
        ("Łódź", {"d"}),
    ],
)
def test_words_that_a_pattern_needs(pattern, words):
    found = needed_words(re.compile(pattern))
    assert found == (None if words is None else frozenset(words))


def test_a_sieve_keeps_the_order_and_lets_through_what_needs_no_word():
    sieve = Sieve([(re.compile("night"), 1), (re.compile(r"\d"), 2), (re.compile("(?i)DAY"), 3), (re.compile("x"), 4)])
    assert sieve.fitting("Days and Nights") == [1, 2, 3]
    assert sieve.fitting("at dusk") == [2]


@pytest.mark.parametrize("letter", ["İ", "ı", "ſ", "K"])
def test_letters_that_match_ascii_ones_hide_nothing(letter):
    plain = {"İ": "i", "ı": "i", "ſ": "s", "K": "k"}[letter]
    pattern = re.compile(plain * 2, re.IGNORECASE)
    assert pattern.search(letter * 2)
    assert Sieve([(pattern, 1)]).fitting(letter * 2) == [1]


PIECES = [
    "on ", "Monday ", "early ", "last ", "night", "12 ", "March", " 2014", "the ", "week", "of ", "Friday,", "since ",
    "two days ", "ago", "İ", "ſ", "’", "-", "3rd ", "yesterday ", "morning ", "at ", "10:30", " GMT", "1990s", "mid-",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_rule_of_the_grammar_is_missed(text):
    sieve = Sieve((rule.pattern, number) for number, rule in enumerate(grammar()))
    matching = [number for number, rule in enumerate(grammar()) if rule.pattern.search(text)]
    assert set(matching) <= set(sieve.fitting(text))


NAMES = st.lists(st.text("ab .(", min_size=1, max_size=5), min_size=1, max_size=8)


@given(NAMES, st.text("ab .(", max_size=20))
def test_a_tree_of_names_matches_what_alternatives_would(names, text):
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    plain = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    tree = re.compile(rf"(?<!\w){any_of(names)}(?!\w)")
    assert [found.span() for found in tree.finditer(text)] == [found.span() for found in plain.finditer(text)]
