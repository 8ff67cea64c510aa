"""The codebooks' own rules, on claims as the page states them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.model import Quantity
from crossreport.words.profiles import Coded, airwars_range, apply, profiles

DOZENS = Quantity(24, None, 99, "vague", "dozens", rule="dozens")
TENS = Quantity(20, None, 99, "vague", "tens", rule="tens")
HUNDREDS = Quantity(200, None, 999, "vague", "hundreds", rule="hundreds")
SEVERAL = Quantity(3, None, 9, "vague", "several", rule="several")
MANY = Quantity(None, None, None, "vague", "many", rule="many")
CROWD = Quantity(None, None, None, "vague", "a large number of", rule="large_number")
AT_LEAST = Quantity(12, 12, None, "at_least", "at least 12", rule="at_least")
NEARLY = Quantity(None, 1100, 1100, "nearly", "nearly 1,100", rule="nearly")
BETWEEN = Quantity(10, None, 15, "vague", "between 10 and 15", rule="between")
NOTHING = Quantity(None, None, None, "unreported", "no reports of casualties", rule="unreported")
PLURAL = Quantity(2, None, None, "vague", "martyrs", rule="plural")
THOUSANDS = Quantity(2000, None, 9999, "vague", "thousands", rule="thousands")
EXACT = Quantity(7, 7, 7, "exact", "seven")


@pytest.mark.parametrize(
    ("profile", "claim", "expected"),
    [
        ("acled", TENS, (10, 10, 10)),
        ("acled", DOZENS, (12, 12, 12)),
        ("acled", HUNDREDS, (100, 100, 100)),
        ("acled", AT_LEAST, (12, 12, 12)),
        ("acled", BETWEEN, (10, 10, 10)),
        ("acled", SEVERAL, (3, None, 10)),
        ("airwars", DOZENS, (12, None, 24)),
        ("airwars", SEVERAL, (2, None, 2)),
        ("airwars", MANY, (None, None, 10)),
        ("airwars", CROWD, (12, None, 24)),
        ("airwars", EXACT, (7, None, 7)),
        ("airwars", AT_LEAST, (12, None, None)),
        ("pitf", SEVERAL, (5, None, 24)),
        ("pitf", TENS, (50, None, 99)),
        ("pitf", DOZENS, (24, None, 99)),
        ("airwars", PLURAL, (2, None, 2)),
        ("airwars", HUNDREDS, (200, None, 999)),
        ("acled", PLURAL, (3, None, 10)),
        ("acled", MANY, (3, None, 10)),
        ("acled", NEARLY, (1100, 1100, 1100)),
        ("acled", THOUSANDS, (1000, 1000, 1000)),
        ("pitf", PLURAL, (2, None, None)),
        ("ucdp", PLURAL, (2, None, None)),
        ("ucdp", BETWEEN, (10, None, 15)),
        ("ucdp", AT_LEAST, (12, 12, 12)),
        ("ucdp", NEARLY, (1100, 1100, 1100)),
        ("ucdp", DOZENS, (24, None, 99)),
        ("literal", DOZENS, (24, None, 99)),
        ("literal", NEARLY, (None, 1100, 1100)),
    ],
)
def test_rules_of_the_codebooks(profile, claim, expected):
    coded = apply(profile, claim)
    assert (coded.low, coded.best, coded.high) == expected
    assert coded.note.startswith(f"{profile}: ")


@pytest.mark.parametrize("profile", ["acled", "airwars", "pitf", "ucdp", "literal"])
def test_nothing_reported_is_never_zero(profile):
    coded = apply(profile, NOTHING)
    assert (coded.low, coded.best, coded.high) == (None, None, None)
    assert "not zero" in coded.note


def test_an_unknown_number_under_acled_depends_on_the_war_zone():
    assert apply("acled", SEVERAL, war_zone=True).best == 10
    assert apply("acled", SEVERAL, war_zone=False).best == 3
    assert "not confirmed" in apply("acled", SEVERAL).note


def test_only_airwars_spreads_a_combined_claim_and_says_so():
    both = apply("airwars", DOZENS, measure="killed_and_wounded")
    assert both.fields == ("killed", "wounded")
    assert "both fields" in both.note
    for profile in ("acled", "pitf", "ucdp", "literal"):
        assert apply(profile, DOZENS, measure="killed_and_wounded").fields == ("killed_and_wounded",)


def test_a_family_adds_two_to_the_least():
    coded = apply("airwars", EXACT, families=3)
    assert (coded.low, coded.high) == (13, 13)
    assert apply("ucdp", EXACT, families=3).low == 7


def test_a_range_over_all_tolls_of_an_incident():
    tolls = [apply("airwars", EXACT), apply("airwars", AT_LEAST)]
    assert airwars_range(tolls) == (7, 12)
    assert airwars_range([apply("airwars", EXACT)], named=9) == (9, 9)
    assert airwars_range([apply("airwars", EXACT)], doubtful_doubles=1, disputed=2) == (7, 10)
    assert airwars_range([Coded("airwars", None, None, None, "", ("killed",))]) == (None, None)


@given(
    st.sampled_from(sorted(profiles())),
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(["exact", "at_least", "more_than", "nearly", "about", "up_to", "vague"]),
    st.sampled_from(["dozens", "several", "tens", "12", "hundreds of thousands", "many", "scores"]),
)
def test_low_best_and_high_stay_in_order_and_the_claim_as_it_was(profile, one, two, bound, wording):
    low, high = sorted((one, two))
    claim = Quantity(low, None, high, bound, wording)
    before = repr(claim)
    coded = apply(profile, claim)
    given_values = [value for value in (coded.low, coded.best, coded.high) if value is not None]
    assert given_values == sorted(given_values)
    assert repr(claim) == before
