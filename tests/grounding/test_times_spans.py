"""Times that leave the day open, or tell several: none of them is one exact day. 23 September 2015 is a Wednesday."""

import pytest

from tests.grounding.test_times import values

TOLD = "On 3 August Ravel fell. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A few days later Vel fell.", "2015-08-04~/2015-08-06~"),
        ("Some days earlier Vel fell.", "2015-07-31~/2015-08-02~"),
        ("One or two days later Vel fell.", "2015-08-04/2015-08-05"),
        ("About ten days later Vel fell.", "2015-08-13~"),
        ("Two days later Vel fell.", "2015-08-05"),
        ("A couple of days later Vel fell.", "2015-08-05"),
        ("The Friday before, Vel fell.", "2015-07-31"),
        ("They fled on the Friday before the vote.", None),
    ],
)
def test_counted_from_the_day_told(text, expected):
    assert values(TOLD + text) == ["2015-08-03", expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vel fell two or three days ago.", "2015-09-20/2015-09-21"),
        ("Vel fell three days ago.", "2015-09-20"),
        ("Vel fell nearly 20 days ago.", "2015-09-03~"),
        ("Vel fell two weeks ago on Monday.", "2015-09-07"),
        ("Vel fell two weeks ago.", "2015-09-07/2015-09-13"),
        ("Vel fell around Monday.", "2015-09-20/2015-09-22"),
        ("Vel fell around Monday's parade.", "2015-09-21"),
        ("Vel fell on 3 or 4 August.", "2015-08-03/2015-08-04"),
        ("Vel fell on 30/31 July.", "2015-07-30/2015-07-31"),
        ("Vel fell on or before 3 August.", "../2015-08-03"),
        ("Vel fell before 3 August.", "../2015-08-02"),
        ("Vel fell not before Monday.", "2015-09-21/2015-09-23"),
    ],
)
def test_counted_from_the_page_or_between_days(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They killed 40 in the week to Sunday.", ["2015-09-14/2015-09-20"]),
        ("They killed 40 in the two weeks to 20 September.", ["2015-09-07/2015-09-20"]),
        ("They killed 40 in the 12 months to June 2015.", ["2014-07/2015-06"]),
        ("They killed 40 in the three months ended June 30.", ["2015-04/2015-06"]),
        ("They walked two weeks to Vel on 20 September.", [None, "2015-09-20"]),
    ],
)
def test_a_count_up_to_a_day_is_of_the_whole_stretch(text, expected):
    assert values(text) == expected
