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


HISTORY = (
    "The Republic fell in May 1921. In June 1921 Vel fell. In July 1922 Ostra rose. On 3 August the port burned. "
    "In January 1923 a truce failed. In March 1923 a corps came. In April 1923 it left. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today a stone stands there. On 20 May the pass was lost.", ["2015-09-23", "1923-05-20"]),
        ("Overnight shells fell on Ostra.", [None]),
        ("On 20 May the pass was lost. Overnight the corps fled.", ["1923-05-20", "1923-05-20/1923-05-21"]),
        ("Recently opened files tell why.", [None]),
        ("By winter the ring had closed.", ["1923-24"]),
        ("They left by the following spring.", ["../1924-05-31"]),
        ("The corps soon left Ostra.", []),
    ],
)
def test_a_history_goes_on_from_what_it_told(text, expected):
    found = values(HISTORY + text)
    assert found[:7] == ["1921-05", "1921-06", "1922-07", "1922-08-03", "1923-01", "1923-03", "1923-04"]
    assert found[7:] == expected


def test_what_a_history_cannot_count_from_the_page_says_so():
    (*_, mention) = times(HISTORY + "Overnight shells fell on Ostra.")
    assert [reason.rule for reason in mention.reasons] == ["no_reference"]


def test_a_history_that_runs_up_to_the_page():
    told = "In March 2012 Ostra fell. In June 2012 Vel fell. In May 2013 Marn fell. In April 2013 it rose. "
    late = "In June 2014 Temra fell. In May 2015 Sarn fell. On 5 August it rose. "
    assert values(told + late)[-1] == "2015-08-05"
    assert values(told + late + "In August 2013 a truce failed. On 10 October Ostra burned.")[-1] == "2013-10-10"


def test_news_stays_news_beside_years_of_background():
    told = "The war began in 2011. Ostra fell in 2012 and 2013. On Monday it rose. Last week shells fell. "
    assert values(told + "On 5 August Marn burned.")[-1] == "2015-08-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ravel fell on 14 July. On the 25th tanks came.", ["2015-07-14", "2015-07-25"]),
        ("He was hurt on 28 July and died on the 30th.", ["2015-07-28", "2015-07-30"]),
        ("Shells fell on the morning of the 5th.", ["2015-09-05"]),
        ("On 3 August Ravel fell. Shells fell in the following weeks.", ["2015-08-03", "2015-08-04/2015-08-24~"]),
        ("On 3 August Ravel fell. Shells fell in the following week.", ["2015-08-03", "2015-08-10/2015-08-16"]),
        ("It rose in 1990. It fell a quarter of a century later.", ["1990", None]),
        ("On the 5th floor shells fell. The 5th Brigade fled.", []),
    ],
)
def test_what_counts_from_the_day_told_before(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell in the week ending 12 July.", "2015-07-06/2015-07-12"),
        ("Shells fell in the week of 6 July 2015.", "2015-07-06/2015-07-12"),
        ("Shells fell in the last two weeks of June.", "2015-06-17/2015-06-30"),
        ("Shells fell in the first three days of May 2014.", "2014-05-01/2014-05-03"),
        ("Shells fell in the second half of this month.", "2015-09-16/2015-09-30"),
        ("Shells fell on the night before last.", "2015-09-21"),
        ("Shells fell the week before last.", "2015-09-07/2015-09-13"),
        ("Shells fell Monday through Wednesday.", "2015-09-21/2015-09-23"),
        ("They wait ahead of Friday's vote.", "../2015-09-24"),
        ("They waited before Friday's vote.", "../2015-09-17"),
        ("Years of war followed.", None),
        ("Shells fell all day.", None),
        ("They will soon meet in Geneva.", None),
        ("Sales fell in the quarter.", "2015-04/2015-06"),
    ],
)
def test_stretches_that_are_not_one_day(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Earlier this month shells fell.", "2015-09-01", "2015-09-01"),
        ("Earlier this week shells fell.", "2015-09-21", "2015-09-21"),
        ("Earlier this week shells fell.", "2015-09-23", "2015-09-21/2015-09-22"),
        ("Sales are expected to fall in the fourth quarter.", "2015-01-20", "2014-10/2014-12"),
        ("Sales are expected to fall in the second quarter.", "2015-01-20", "2015-04/2015-06"),
    ],
)
def test_the_part_of_a_stretch_that_has_begun(text, day, expected):
    assert values(text, day) == [expected]
