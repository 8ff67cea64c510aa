import pytest

from crossreport.linking.times import compare_lasting, compare_times, window
from tests.linking.build import when


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("2016-05-03", "2016-05-03", "day_same"),
        ("2016-05-03", "2016-05-04", "apart"),
        ("2016-05-03", "2016-05-03~", "day_about"),
        ("2016-05-03", "2016-05-04~", "days_next"),
        ("2016-05-03~", "2016-05-05~", "days_next"),
        ("2016-05-03", "2016-05-05~", "days_next"),
        ("2016-05-03", "2016-05-06~", "apart"),
        ("2016-05-03", "2016-05-01/2016-05-04", "days_few"),
        ("2016-05-03", "2016-05-02/2016-05-03", "days_night"),
        ("2016-05-03", "2016-05-01/2016-05-09", "days_week"),
        ("2016-05-03", "2016-05", "days_month"),
        ("2016-05", "2016-05", "window_equal"),
        ("2016-05-03", "2016-04/2016-06", "days_season"),
        ("2016-05-03", "2015-01/2016-12", "days_long"),
        ("2016-05", "2016-07", "apart"),
        ("2016-05-03", None, "time_unknown"),
    ],
)
def test_two_times(one: str, other: str | None, name: str) -> None:
    windows = (window(when(one)), window(when(other)) if other else None)
    for pair in (windows, windows[::-1]):
        found = compare_times(*pair)
        assert ("apart" if found.bar else found.name) == name


def test_what_lasts_may_be_seen_on_two_days_of_about_one_time() -> None:
    assert not compare_lasting(window(when("2016-05-03")), window(when("2016-05-25"))).bar
    assert compare_lasting(window(when("2016-05-03")), window(when("2016-07-25"))).bar
