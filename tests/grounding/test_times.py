"""Expressions of time on pages of a known day. 23 September 2015 is a Wednesday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossreport.grounding.times.mentions import ground_times
from crossreport.words import edtf
from tests.grounding.plain import analysis_of, page_of


def times(text, earliest="2015-09-23", latest="same", trees=(), names=()):
    page = page_of(text, earliest, latest)
    mentions = ground_times(page, analysis_of(text, trees, names))
    assert all(mention.span.holds(text) and mention.kind == "time" for mention in mentions)
    return mentions


def values(text, *args, **kwargs):
    return [mention.value and mention.value.edtf for mention in times(text, *args, **kwargs)]


UCDP = [
    ("Shells fell today.", "2015-09-23"),
    ("Shells fell yesterday.", "2015-09-22"),
    ("Six were killed by Tuesday's shelling.", "2015-09-22"),
    ("Shells fell last Tuesday.", "2015-09-22"),
    ("Shells fell on Monday night.", "2015-09-21"),
    ("Shells fell last night.", "2015-09-22"),
    ("Shells fell the other day.", "2015-09-22"),
    ("Shells fell recently.", "2015-09-20/2015-09-22"),
    ("Shells fell in the past few days.", "2015-09-20/2015-09-22"),
    ("Shells fell in recent days.", "2015-09-20/2015-09-22"),
    ("Shells fell around 2 July.", "2015-07-01/2015-07-03"),
    ("Shells fell over the weekend.", "2015-09-19/2015-09-20"),
    ("Shells fell this week.", "2015-09-21/2015-09-23"),
    ("Shells fell in the night between Sunday and Monday.", "2015-09-20/2015-09-21"),
    ("Shells fell in the past 24 hours.", "2015-09-22/2015-09-23"),
    ("Shells fell over the last 48 hours.", "2015-09-21/2015-09-23"),
    ("Shells fell in the past two days.", "2015-09-21/2015-09-22"),
    ("Shells have fallen since Thursday.", "2015-09-17/2015-09-23"),
    ("The five-day offensive went on.", "2015-09-19/2015-09-23"),
    ("Shells fell late last week.", "2015-09-18/2015-09-20"),
    ("Shells fell last week.", "2015-09-14/2015-09-20"),
    ("Shells fell in the past week.", "2015-09-17/2015-09-23"),
    ("Shells fell in the first week of August.", "2015-08-01/2015-08-07"),
    ("Shells fell in early March.", "2015-03-01/2015-03-10"),
    ("Shells fell in the middle of March.", "2015-03-10/2015-03-20"),
    ("Shells fell in late March.", "2015-03-15/2015-03-31"),
    ("Shells fell in recent weeks.", "2015-09-03/2015-09-23"),
    ("Shells fell earlier this month.", "2015-09-01/2015-09-22"),
    ("Shells fell a fortnight ago.", "2015-09-10/2015-09-23"),
    ("Shells fell in early 1999.", "1999-01/1999-04"),
    ("Shells fell in mid-1999.", "1999-05/1999-08"),
    ("Shells fell in late 1999.", "1999-09/1999-12"),
    ("Shells fell in the past few months.", "2015-06~/2015-09-23"),
    ("Shells fell in a night-long battle.", "2015-09-22/2015-09-23"),
    ("Shells fell over the past 72 hours.", "2015-09-21/2015-09-23"),
    ("Shells fell before sunrise Monday.", "2015-09-21"),
    ("Shells fell shortly after midnight 21 September.", "2015-09-21"),
    ("Shells fell over several weeks.", "2015-09-03/2015-09-23"),
    ("Shells fell over a number of weeks.", "2015-09-03/2015-09-23"),
]


@pytest.mark.parametrize(("text", "expected"), UCDP)
def test_the_table_of_ucdp(text, expected):
    assert values(text) == [expected]


def test_the_past_few_months_stay_within_the_year():
    assert values("Shells fell in the past few months.", "2016-02-10") == ["2016-01~/2016-02-10"]


DATES = [
    ("They met on June 5.", "2015-06-05"),
    ("They met on 5 June 2013.", "2013-06-05"),
    ("They met on Friday, June 5, 2015.", "2015-06-05"),
    ("They met on the 5th of June 2013.", "2013-06-05"),
    ("They met on Feb 092015.", "2015-02-09"),
    ("They met on 2015-02-09.", "2015-02-09"),
    ("They met on 25/2/2015.", "2015-02-25"),
    ("They met on 05.10.2014.", "2014-10-05"),
    ("They met on 05/10/2015.", "2015-05-10"),
    ("They meet January 26-29, 2016.", "2016-01-26/2016-01-29"),
    ("They met between 3 and 5 March.", "2015-03-03/2015-03-05"),
    ("They met from 28 February to 2 March 2014.", "2014-02-28/2014-03-02"),
    ("They met in May.", "2015-05"),
    ("They met in December.", "2014-12"),
    ("They met in February last year.", "2014-02"),
    ("They met last year sometime in December.", "2014-12"),
    ("They met last December.", "2014-12"),
    ("They met from March to June 2014.", "2014-03/2014-06"),
    ("They met in 2014.", "2014"),
    ("They fought from 2011 to 2013.", "2011/2013"),
    ("They fought in the 1990s.", "199X"),
    ("They fought in the summer of 2014.", "2014-22"),
    ("They fought last winter.", "2014-24"),
    ("They fought in the first half of 2014.", "2014-01/2014-06"),
    ("They fought five months ago.", "2015-04~"),
    ("They fought two weeks ago.", "2015-09-07/2015-09-13"),
    ("They fought three days ago.", "2015-09-20"),
    ("They fought two years ago.", "2013~"),
    ("They have fought since mid-August.", "2015-08-10/2015-09-23"),
    ("They have fought since March 2011.", "2011-03/2015-09-23"),
    ("They have fought over the past four months.", "2015-05~/2015-09-23"),
    ("They stayed until Friday.", "../2015-09-18"),
    ("They left before 2011.", "../2010-12-31"),
    ("They fought overnight.", "2015-09-22/2015-09-23"),
    ("They fought overnight Saturday.", "2015-09-19/2015-09-20"),
    ("They fought on Thursday last week.", "2015-09-17"),
    ("Thursdays explosion shook the town.", "2015-09-17"),
    ("They fought from Friday to Sunday.", "2015-09-18/2015-09-20"),
    ("They met on New Year's Eve.", "2014-12-31"),
    ("The September 11 attacks were recalled.", "2001-09-11"),
    ("They fought last month.", "2015-08"),
    ("They fought last year.", "2014"),
    ("They met at 8:00 am on Tuesday.", "2015-09-22"),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates_and_spans(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["They march to the sea.", "They may come.", "The Arab Spring began there.", "They killed 2014 fighters.",
     "A second attack followed.", "The fall of Dair Alwan shocked many.", "He wore an 1100 badge.",
     "In his sixties, he fled."],
)  # fmt: skip
def test_what_only_looks_like_time(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("They fought for four months.", "duration"),
        ("The war is in its fifth year.", "duration"),
        ("They met on 3/2/2015.", "day_month_order"),
        ("They fled two days after the raid.", "no_reference"),
        ("They fled the next day.", "no_reference"),
    ],
)
def test_a_time_that_settles_no_day_says_why(text, rule):
    mention = times(text)[0]
    assert mention.value is None
    assert mention.reasons[0].rule == rule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They will meet on Friday.", ["2015-09-25"]),
        ("Talks are scheduled for January 26-29.", ["2016-01-26/2016-01-29"]),
        ("Talks were scheduled for Monday.", ["2015-09-21"]),
        ("They will meet next week.", ["2015-09-28/2015-10-04"]),
        ("The union called for a general strike on Friday.", ["2015-09-25"]),
        ("The rebels have ordered an armed strike in the port and the hills for Sunday.", ["2015-09-27"]),
        ("The council declared a general strike in all nine districts for Friday.", ["2015-09-25"]),
        ("The council declared mourning for Friday's dead.", ["2015-09-18"]),
        ("Traders called for a march through the old town on Thursday.", ["2015-09-24"]),
        ("The envoy called for restraint on Friday.", ["2015-09-18"]),
        ("On Friday traders called for a march.", ["2015-09-18"]),
    ],
)
def test_a_verb_that_points_ahead(text, expected):
    assert values(text) == expected


def test_in_reported_speech_each_time_belongs_to_its_verb():
    text = "He said on Tuesday he would leave on Friday ."
    tree = {
        0: (1, "nsubj", "PRON", "PRP", "he"),
        1: (-1, "root", "VERB", "VBD", "say"),
        2: (3, "case", "ADP", "IN", "on"),
        3: (1, "obl", "PROPN", "NNP", "Tuesday"),
        4: (6, "nsubj", "PRON", "PRP", "he"),
        5: (6, "aux", "AUX", "MD", "would"),
        6: (1, "ccomp", "VERB", "VB", "leave"),
        7: (8, "case", "ADP", "IN", "on"),
        8: (6, "obl", "PROPN", "NNP", "Friday"),
        9: (1, "punct", "PUNCT", ".", "."),
    }
    assert values(text, trees=tree) == ["2015-09-22", "2015-09-25"]


def test_a_vow_made_on_tuesday_was_made_in_the_past():
    text = "They vowed Tuesday to strike Friday ."
    tree = {
        0: (1, "nsubj", "PRON", "PRP", "they"),
        1: (-1, "root", "VERB", "VBD", "vow"),
        2: (1, "obl:tmod", "PROPN", "NNP", "Tuesday"),
        3: (4, "mark", "PART", "TO", "to"),
        4: (1, "xcomp", "VERB", "VB", "strike"),
        5: (4, "obl:tmod", "PROPN", "NNP", "Friday"),
        6: (1, "punct", "PUNCT", ".", "."),
    }
    assert values(text, trees=tree) == ["2015-09-22", "2015-09-25"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell before dawn on Monday.", "2015-09-21"),
        ("Shells fell shortly after midnight on Sunday.", "2015-09-20"),
        ("Shells fell hours before sunrise on 19 September.", "2015-09-19"),
        ("Shells fell just before dawn yesterday.", "2015-09-22"),
        ("Shells fell before Monday.", "../2015-09-20"),
    ],
)
def test_before_an_hour_of_a_day_is_that_day(text, expected):
    assert values(text) == [expected]


def test_the_same_evening_is_that_of_the_deed_and_not_of_the_saying():
    text = "Rebels came on Saturday , police said on Tuesday .\nThe same evening they left ."
    tree = {
        0: (1, "nsubj", "NOUN", "NNS", "rebel"),
        1: (6, "ccomp", "VERB", "VBD", "come"),
        2: (3, "case", "ADP", "IN", "on"),
        3: (1, "obl", "PROPN", "NNP", "Saturday"),
        4: (6, "punct", "PUNCT", ",", ","),
        5: (6, "nsubj", "NOUN", "NN", "police"),
        6: (-1, "root", "VERB", "VBD", "say"),
        7: (8, "case", "ADP", "IN", "on"),
        8: (6, "obl", "PROPN", "NNP", "Tuesday"),
        9: (6, "punct", "PUNCT", ".", "."),
    }
    assert values(text, trees=tree) == ["2015-09-19", "2015-09-22", "2015-09-19"]


def test_later_counts_from_the_time_told_before():
    assert values("The town fell on June 5.\nTwo days later it was retaken.\nThe next day it was lost.") == [
        "2015-06-05",
        "2015-06-07",
        "2015-06-08",
    ]


def test_a_length_runs_from_the_day_on_which_it_began():
    assert values("On Monday they began their four-day talks.") == ["2015-09-21", "2015-09-21/2015-09-24"]
    assert values("On Monday they condemned the four-day siege.")[1] == "2015-09-20/2015-09-23"


def test_a_person_is_no_month():
    assert values("June Walker spoke.", names=((0, 2, "PER"),)) == []


def test_two_possible_report_days_that_agree_give_a_day():
    mention = times("They met on Saturday.", "2013-07-13", "2013-07-14")[0]
    assert mention.value.edtf == "2013-07-13"
    assert mention.reasons[0].rule == "report_day"


def test_two_possible_report_days_that_differ_give_an_interval_with_its_reason():
    mention = times("They met yesterday.", "2013-07-13", "2013-07-14")[0]
    assert (mention.value.edtf, mention.value.precision) == ("2013-07-12~/2013-07-13~", "days")
    assert mention.reasons[0].rule == "anchor_interval"


def test_a_report_date_of_years_never_gives_a_day():
    mention = times("They met on Saturday and on June 5.", "2011-07-01", "2016-12-31")
    assert [m.value.precision for m in mention] == ["year", "year"]
    assert times("They met in March 2012.", "2011-07-01", "2016-12-31")[0].value.edtf == "2012-03"


def test_without_a_report_date_only_full_dates_have_a_value():
    assert values("They met on Saturday, on June 5 and on 5 June 2013.", None, None) == [None, None, "2013-06-05"]


def test_an_open_report_date_leaves_the_value_open():
    value = times("They met on Saturday.", "2014-12-14", None)[0].value
    assert (value.earliest, value.latest) == ("2014-12-13", None)


def test_a_chronicle_follows_its_own_years():
    text = (
        "In March 1975 the town fell.\nIn April 1976 it was lost.\nIn May 1977 it fell again.\n"
        "On 3 June 1978 the siege began.\nIn August it ended."
    )
    assert values(text)[-1] == "1978-08"


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)),
    st.integers(0, len(UCDP + DATES) - 1),
    st.integers(0, 9),
)
def test_values_hold_together_on_every_report_day(day, index, width):
    text = (UCDP + DATES)[index][0]
    for mention in times(text, day.isoformat(), (day + timedelta(days=width)).isoformat()):
        value = mention.value
        if value is not None:
            assert edtf.bounds(value.edtf) == (value.earliest, value.latest)
            assert value.earliest is None or value.latest is None or value.earliest <= value.latest


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31)),
    st.integers(1, 20),
    st.sampled_from([t for t, _ in UCDP]),
)
def test_a_wider_report_date_never_gives_a_narrower_time(day, width, text):
    exact = times(text, day.isoformat())[0].value
    wide = times(text, day.isoformat(), (day + timedelta(days=width)).isoformat())[0].value
    if exact is not None and wide is not None:
        assert edtf.within(exact.edtf, wide.edtf)


@given(st.text(alphabet="abcMay 0123456789-:,./'’\nJune Monday last week the since in of past ago", max_size=80))
def test_any_text_is_read_without_failing(text):
    for mention in times(text + "."):
        assert mention.span.quote.strip()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The massacre of July 11, 1995 was followed, on July 14–16, by executions.", "1995-07-14/1995-07-16"),
        ("The war of 1973 began on October 6.", "1973-10-06"),
        ("At war since April 15, 2013, they shelled the town on January 9.", "2015-01-09"),
    ],
)
def test_a_date_without_a_year_follows_the_year_that_its_sentence_has_told(text, edtf):
    assert values(text, "2015-03-06")[-1] == edtf


def test_the_following_days_are_those_behind_what_was_told():
    text = "On 14 January they entered the village; in the following two days they burned it."
    assert values(text, "2015-03-06")[-1] == "2015-01-15/2015-01-16"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two policemen were killed in Lima on 18 October.", "1989-10-18"),
        ("They held out until Friday.", "../1989-10-13"),
        ("The strike called for Friday was banned.", "1989-10-20"),
        ("Drones struck a depot in the night to Monday.", "1989-10-15/1989-10-16"),
    ],
)
def test_what_lies_just_ahead_of_the_page(text, expected):
    assert values(text, "1989-10-17") == [expected]


def test_the_same_weekend_is_the_one_told_before() -> None:
    text = "Five were killed last weekend. Over the same weekend, ten were abducted."
    assert values(text) == ["2015-09-19/2015-09-20", "2015-09-19/2015-09-20"]


def test_an_old_year_behind_about_is_an_hour() -> None:
    assert values("The shell fell at around 1100.") == []
    assert values("The fort was lost around 1850.") == ["1850~"]
