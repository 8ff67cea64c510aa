"""Whom names, pronouns, titles and dated descriptions mean in context; sentences of our own on many wars."""

import pytest

from tests.grounding.test_actors import grounded, names


def values(text, day):
    _, mentions = grounded(text, day)
    return {mention.span.quote: mention.value for mention in mentions}


def test_an_abbreviation_that_the_page_explains_is_its_group():
    found = values("The Ghost Valley Brigade (GVB) attacked Taiz in Yemen. The GVB killed two guards.", "2020-01-08")
    ids = {value.id for value in found.values() if value is not None and value.id.startswith("minted:")}
    assert len(ids) == 1


def test_a_name_that_goes_on_with_of_is_one_group():
    found = names("The Army of the Hidden Valley attacked a base in Iraq on Monday.", "2006-03-08")
    assert found["Army of the Hidden Valley"] == "Army of the Hidden Valley"


def test_the_object_that_is_urged_to_act_is_meant():
    text = "Russia should press the Syrian government to end its attacks on Idlib in Syria."
    assert names(text, "2016-03-08")["its"] == "Government of Syria"


def test_fighters_of_two_armed_groups_are_of_neither_for_certain():
    text = "The ELN and the Gulf Clan clashed near Quibdó in Colombia on Monday. Nine fighters were killed."
    value = values(text, "2021-06-16")["fighters"]
    assert value is None or value.generic


def test_either_side_of_a_clause_is_left_open():
    found = values("Turkish soldiers fired on PKK fighters as they crossed a river in Turkey.", "2016-03-08")
    assert found["they"] is None


@pytest.mark.parametrize(
    ("text", "day", "quote", "name"),
    [
        ("Russian Foreign Minister Lavrov met aid workers in Homs, Syria.", "2016-03-08", "Lavrov", "Sergei Lavrov"),
        ("A helicopter belonging to the regime bombed Homs, Syria.", "2016-03-08", "helicopter", "Syrian Arab Army"),
        ("U.S. service members were seen in Manbij, Syria.", "2017-03-08", "U.S. service members",
         "United States Armed Forces"),
        ("The Russians bombed a market in Idlib, Syria.", "2016-03-08", "Russians", "Russia"),
        ("The coalition bombed a bridge near Baghdad, Iraq.", "2005-11-08", "coalition", "Multi-National Force - Iraq"),
        ("The coalition bombed a bridge near Mosul, Iraq.", "2016-11-08", "coalition", "US-led coalition"),
        ("A Reuters correspondent said that shells fell on Aden, Yemen.", "2016-11-08", "Reuters correspondent",
         "Reuters"),
    ],
)  # fmt: skip
def test_whom_a_phrase_means(text, day, quote, name):
    assert names(text, day)[quote] == name
