"""Against the worked examples of Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A to D."""

import pytest

from crossreport.record.alpha import alpha, percent

BINARY = ("0100000010", "1110010000")
NAMES = ("aabbdcccedda", "babbbcccEddd".lower())
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "1233244125" + "1.")


def units(*coders):
    given = zip(*coders, strict=True)
    return [
        tuple(None if value == "." else int(value) if value.isdigit() else value for value in unit) for unit in given
    ]


def test_two_coders_and_two_values():
    assert alpha(units(*BINARY)) == pytest.approx(0.095, abs=0.0005)


def test_two_coders_and_five_names():
    assert alpha(units(*NAMES)) == pytest.approx(0.692, abs=0.0005)


@pytest.mark.parametrize(
    ("metric", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_four_coders_with_values_missing(metric, published):
    assert alpha(units(*FOUR), metric) == pytest.approx(published, abs=0.0005)


def test_agreement_is_one_and_what_does_not_vary_has_no_alpha():
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert alpha([("a", None), (None, "b")]) is None
    assert alpha([]) is None


def test_the_share_of_units_on_which_all_say_the_same():
    assert percent(units(*BINARY)) == 0.6
    assert percent([]) is None
