"""Happenings that an article brings up, arms by their model, parts of things."""

import pytest

from tests.coding.coded import code_text, types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Six hundred fighters left Loikaw on Friday under a deal brokered by two bishops.", "agreement"),
        ("The market of Kutum was the scene of an attack in which nine traders died.", "attack_on_civilians"),
        ("A commission will visit the site of an air strike that killed a family in Hajjah.", "air_strike"),
    ],
)
def test_an_indefinite_noun_brings_up_a_happening(text, type_):
    assert type_ in types(code_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Talks on a truce are far away, a diplomat in Juba said.",
        "Soldiers captured Loikaw on Friday after a two-day assault.",
    ],
)
def test_what_is_only_talked_of_or_told_by_another_verb_is_not_brought_up(text):
    assert not {"ceasefire_halt", "offensive"} & set(types(code_text(text)))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Troops confiscated two PKMs and six AK-47s from a hideout in Basilan.", "weapons_seized_or_destroyed"),
        ("Rebels blew up a section of the oil pipeline near Arauca on Monday.", "looting_destruction"),
        ("Rival gangs battled in the Delmas district on Sunday.", "armed_clash"),
        ("Government soldiers have moved out of the town of Bor.", "territory_lost"),
    ],
)
def test_what_a_trigger_asks_for_is_found_in_other_forms(text, type_):
    assert type_ in types(code_text(text))


def test_nameless_raiders_who_enter_a_village_hold_nothing():
    assert "territory_taken" not in types(code_text("Gunmen on motorbikes entered the village of Bosso on Friday."))
