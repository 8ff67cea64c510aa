"""The wider grammar of news time: feasts, sets, school years, nights across midnight, words told before. 23 September
2015 is a Wednesday."""

from datetime import date

import pytest

from crossreport.grounding.times.feasts import easter, feast, hebrew_new_year, orthodox_easter
from tests.grounding.test_times import times, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mortars hit Goma on Easter Sunday.", "2015-04-05"),
        ("Mortars hit Goma on Good Friday 2013.", "2013-03-29"),
        ("They prayed in Kyiv on Orthodox Easter.", "2015-04-12"),
        ("Sirens sounded on Yom Kippur.", "2015-09-23"),
        ("Sirens sounded during Passover.", "2015-04-04/2015-04-10"),
        ("The market burned on Christmas Eve.", "2014-12-24"),
        ("They marched on the last Friday of Ramadan.", "2015-07-17~"),
        ("Shells fell on the second day of Eid al-Fitr.", "2015-07-19~"),
        ("Shells fell on the eve of Eid al-Fitr.", "2015-07-17~"),
        ("Shells fell during Ramadan 2014.", "2014-06-29~/2014-07-28~"),
        ("Soldiers ate late on Thanksgiving.", "2014-11-27"),
        ("They vote on the second Sunday of October 2013.", "2013-10-13"),
        ("They fled on the last Friday in May.", "2015-05-29"),
    ],
)
def test_days_that_have_a_name(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid came on the night of 14-15 April 2014.", "2014-04-14/2014-04-15"),
        ("The raid came in the night between 31 August and 1 September.", "2015-08-31/2015-09-01"),
        ("The raid came on the morning of 24 February 2014.", "2014-02-24"),
        ("The raid came in the early hours of 6 June.", "2015-06-06"),
        ("The raid came on Saturday night into Sunday.", "2015-09-19/2015-09-20"),
        ("The raid came at dawn on 8 May.", "2015-05-08"),
        ("The raid came at 8:00 yesterday.", "2015-09-22"),
        ("The raid came on 3, 4 and 5 May.", "2015-05-03/2015-05-05"),
        ("The raid came on the 17th, they said.", "2015-09-17"),
        ("The raid came three Fridays ago.", "2015-09-04"),
        ("The raid came on March eighth.", "2015-03-08"),
        ("The raid came on the twenty-first of March.", "2015-03-21"),
        ("The raid came in nineteen ninety-six.", "1996"),
        ("The raid came in the winter of 1998–99.", "1998-24"),
        ("The raid came earlier in the week.", "2015-09-21/2015-09-22"),
        ("The raid came at the end of last year.", "2014-09/2014-12"),
        ("The raid came in the fourth quarter of last year.", "2014-10/2014-12"),
        ("The raid came in fiscal 2014.", "2014~"),
        ("The raid came in the 2013-14 school year.", "2013-09~/2014-06~"),
        ("As of 5 June 20 soldiers had died.", "../2015-06-05"),
    ],
)
def test_dates_parts_of_the_day_and_years(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("They protest every Friday.", "set"),
        ("They protest on Fridays in Khartoum.", "set"),
        ("Convoys leave twice a week.", "set"),
        ("Shelling is a daily routine.", "set"),
        ("The town is now in rebel hands.", "reference"),
        ("Talks will resume in the near future.", "reference"),
        ("Fighting raged for a third straight day.", "duration"),
        ("The following spring they returned.", "no_reference"),
        ("Since then, the road is closed.", "no_reference"),
        ("Days later they fled.", "no_reference"),
    ],
)
def test_what_names_no_day_says_why(text, rule):
    mention = times(text)[0]
    assert mention.value is None
    assert mention.reasons[0].rule == rule


def test_a_word_that_counts_from_the_time_told_before():
    text = "The town fell on 5 June 2014.\nSince then it has been empty.\nThe following spring they returned."
    assert values(text) == ["2014-06-05", "2014-06-05/2015-09-23", "2015-21"]


def test_a_day_known_by_its_attack_is_no_day_before_it():
    assert values("The October 7 attack was recalled.", "2024-01-05") == ["2023-10-07"]
    assert values("The October 7 attack was recalled.", "2015-11-20") == ["2015-10-07"]


def test_words_for_a_number_are_no_year():
    assert values("They sent two thousand twenty men.") == []
    assert values("It is older than two thousand years.") != ["2000"]


def test_feasts_by_arithmetic():
    assert [easter(year) for year in (1999, 2024)] == [date(1999, 4, 4), date(2024, 3, 31)]
    assert [orthodox_easter(year) for year in (2022, 2024)] == [date(2022, 4, 24), date(2024, 5, 5)]
    assert hebrew_new_year(5784) == date(2023, 9, 16)
    assert feast("passover", 2024) == date(2024, 4, 23)
    assert feast("hanukkah", 2023) == date(2023, 12, 8)
    with pytest.raises(ValueError, match="no feast"):
        feast("pancake day", 2024)
    with pytest.raises(ValueError, match="Julian"):
        orthodox_easter(1850)


def test_yesterday_in_a_quotation_counts_from_the_day_of_the_speech():
    text = 'He told reporters on Monday: "They shelled us yesterday."'
    assert values(text) == ["2015-09-21", "2015-09-20"]
    assert times(text)[1].reasons[0].rule == "spoken_day"
    assert values("He told reporters on Monday that shells fell yesterday.") == ["2015-09-21", "2015-09-22"]
    assert values('"They shelled us yesterday," he said.') == ["2015-09-22"]
