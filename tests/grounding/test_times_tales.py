"""Times of tales and of vague lengths: a paragraph about years long past, adjectives of a month, ages without days."""

import pytest

from tests.grounding.test_times import times, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 20 October 2011 the colonel was killed near Sirte.\nOn 23 November his son was caught.",
            ["2011-10-20", "2011-11-23"],
        ),
        ("Rebels took Bangui in March 2013.\nIn April the council met.", ["2013-03", "2013-04"]),
        ("The truce of 5 May 2008 fell.\nOn 20 June shells hit Mannar.", ["2008-05-05", "2008-06-20"]),
    ],
)
def test_a_paragraph_about_a_year_long_past_stays_in_it(text, expected):
    assert values(text, "2015-09-01") == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "The front was founded on 12 April 2009.\nOn 5 June its men burned Gwoza.",
            "2015-06-05",
        ),
        ("The front was founded in 2009.\nIn April its men burned Gwoza.", "2015-04"),
        ("It rose on 12 March 2009.\nLast week it split.\nOn 5 April its men burned Gwoza.", "2015-04-05"),
    ],
)
def test_no_tale_where_the_page_itself_may_be_meant(text, last):
    assert values(text, "2015-06-20")[-1] == last


def test_the_summer_that_the_page_told_of():
    assert values("Kisangani fell in March 1997.\nThat summer the camps burned.") == ["1997-03", "1997-22"]


def test_the_april_raid_is_of_april():
    assert values("He led the April raid on Kidal.") == ["2015-04"]
    assert values("The May government fell.") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Baidoa fell within weeks.", "within weeks"),
        ("After months of talks the council met.", "months"),
        ("Shells fell in its last days.", "its last days"),
        ("They shelled Jaffna in the final weeks of the siege.", "the final weeks"),
        ("The fort was built in 490 BC by a king.", "490 BC"),
        ("The current governor fled Tartus.", "current"),
    ],
)
def test_times_that_name_no_day(text, quote):
    (mention,) = times(text)
    assert mention.value is None
    assert quote in mention.span.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The village was raided in the late 19th century.", "1866/1899"),
        ("Smugglers came for the rest of the year.", "2015"),
        ("1914–18 was lost on Tanga.", "1914/1918"),
    ],
)
def test_wide_times(text, expected):
    assert values(text) == [expected]


def test_an_hour_with_a_dot_and_a_stretch_up_to_a_day():
    assert values("Shells fell on Monday. At about 14.00 soldiers came.") == ["2015-09-21", "2015-09-21"]
    assert values("They sold it at 14.00 dollars on Monday.") == ["2015-09-21"]
    assert values("From 18 August up to 27 August jets bombed Taiz.") == ["2015-08-18/2015-08-27"]
