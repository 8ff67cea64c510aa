"""What an armed side does to a thing that no list names, and ways of saying that a deed's first verb does not tell."""

import pytest

from tests.coding.coded import code_text, types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Militiamen hacked off the hands of a woman near Bria on Friday.", "attack_on_civilians"),
        ("Guerrillas blew up part of the irrigation canal near Ituango on Monday.", "explosion"),
        ("Fighters stormed a rehearsal in Fayit on Friday.", "offensive"),
        ("Some 300 families have moved out of the town of Kutum since Friday.", "displacement_evacuation"),
        ("Forty border guards fled into Tajikistan on Sunday.", "defection_surrender"),
        ("Kurdish fighters have forced Islamic State out of the village of Hajin.", "territory_taken"),
        ("Norway offered on Monday to host talks between Manila and the rebels.", "mediation"),
        ("A judge in Beni gave the two colonels ten years in prison on Thursday.", "investigation_trial"),
        ("A quadcopter dropped a grenade on a market in Kherson on Monday.", "air_strike"),
        ("The kidnappers want 50 million naira for the pupils.", "statement_demand"),
    ],
)
def test_other_ways_of_telling_a_deed(text, type_):
    assert type_ in types(code_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "The newspaper blew up the photo of the minister.",
        "The commander seized the chance to speak on Friday.",
        "The rebels' spokesman attacked the plan in Juba on Friday.",
    ],
)
def test_what_is_no_thing_is_not_hit(text):
    assert not {"explosion", "weapons_seized_or_destroyed", "attack_on_civilians"} & set(types(code_text(text)))


def test_a_listed_thing_keeps_its_own_type():
    assert "weapons_seized_or_destroyed" in types(code_text("The army blew up a weapons cache near Kidal on Monday."))
