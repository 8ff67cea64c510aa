"""Transcripts: names in capitals before a colon speak; they are no places, no doers, and not whom they tell of."""

import pytest

from tests.coding.coded import code_text, names

TALK = (
    "NAN MO: The Arakan Army captured Paletwa on Sunday, the group said.\n"
    "SALAI LIAN: Two bombs fell on Samee on Monday, and five people died.\n"
    "NAN MO: The military shelled Namhsan on Tuesday, residents said."
)


def test_who_speaks_is_no_place():
    places = {one.place.name for one in code_text(TALK, "2024-01-17").reports if one.place}
    assert places == {"Paletwa", "Samee", "Namhsan"}


def test_towns_that_head_items_stay_places():
    told = code_text("KYIV: Russian drones killed two people on Monday.\nODESA: A missile hit the port.", "2024-01-17")
    assert {"KYIV", "ODESA"} <= {one.span.quote for one in told.mentions if one.kind == "place"}


@pytest.mark.parametrize(
    ("text", "voice", "doer"),
    [
        ("AMINA: The soldiers came to Djibo on Friday and burned our houses.", "AMINA", "Burkinabe Army"),
        (
            "SPOKESMAN: Our forces repelled an attack by the Rapid Support Forces on El Fasher on Saturday.",
            "spokesman",
            "Rapid Support Forces",
        ),
    ],
)
def test_the_name_before_the_colon_is_the_voice(text, voice, doer):
    [told] = code_text(text, "2024-10-06").reports
    assert [one.speaker for one in told.attribution] == [voice]
    assert names(told, "agent") == {doer}


def test_who_speaks_of_our_army_is_no_doer_beside_it():
    [told] = code_text("MINISTER: Our army retook Sake on Sunday from the M23.", "2024-10-06").reports
    assert "minister" not in names(told)


def test_the_council_behind_a_dateline_still_speaks():
    text = "EL OBEID — The council said the army had shelled the market of El Obeid on Friday, killing two traders."
    told = code_text(text, "2024-10-06").reports[0]
    assert "council" in told.attribution[0].speaker.lower()


def test_the_letter_of_an_answer_is_nobodys_name():
    talk = "Q: What of Kutum?\nA: Our forces shelled the camp of the militia at Kutum on Friday."
    assert "a" not in {one.speaker.lower() for told in code_text(talk).reports for one in told.attribution}
