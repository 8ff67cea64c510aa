"""The village in a lead's province to which the next sentences bring the doers, or in which they place the deed."""

import pytest

from tests.coding.coded import code_text


def first_places(text):
    reports = sorted(code_text(text, "2022-06-03").reports, key=lambda one: one.span)
    return {place.name for place in reports[0].places[:1]}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Eleven people were killed when gunmen stormed a village in northern Burkina Faso on Tuesday.\n"
            "The attackers, riding motorcycles, entered Tankiedougou and fired at people in the market.",
            "Tankiedougou",
        ),
        (
            "Bandits killed 12 people in a raid on a farming community in Nigeria's Zamfara state on Monday.\n"
            "The gunmen arrived in Kabasa at dusk and burned grain stores.",
            "Kabasa",
        ),
        (
            "Militia fighters killed 18 people in a camp in the Democratic Republic of Congo's Ituri province.\n"
            "The assailants came to the village of Lalo at night, a local chief said.",
            "Lalo",
        ),
    ],
)
def test_a_lead_s_village_is_where_the_next_sentence_brings_its_doers(text, place):
    assert first_places(text) == {place}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed eight farmers in a village in Niger's Tillaberi region on Thursday.\n"
        "The governor visited Ouallam on Friday and promised help.",
        "Soldiers burned a village in Myanmar's Sagaing region on Thursday.\nThe residents went to Khin-U for shelter.",
        "Raiders killed 13 herders in a cattle camp in South Sudan's Warrap state on Thursday.\n"
        "The raiders came from Mayendit and Koch.",
    ],
)
def test_nobody_else_s_way_says_where_a_deed_was(text):
    assert not first_places(text) & {"Ouallam", "Khin-U", "Mayendit", "Koch"}
