"""Who is held, and harmed when held."""

from tests.coding.coded import code_text, names


def of_type(text: str, *kinds: str) -> set[str]:
    found = [one for one in code_text(text).reports if one.type.label in kinds]
    assert found
    return names(found[-1], "target")


def test_prisoners_of_a_fight_are_the_foes():
    text = "Arakan Army troops stormed a Myanmar army battalion at Ponnagyun on Sunday and took sixty prisoners."
    assert of_type(text, "abduction", "arrest") == {"Myanmar military"}


def test_prisoners_of_whom_more_is_said_are_those():
    text = "FARC dissidents attacked Colombian soldiers in Argelia on Sunday and took two prisoners from the village."
    assert "National Army of Colombia" not in of_type(text, "abduction", "arrest")


def test_those_held_are_shot_not_their_captors():
    coded = code_text(
        "On Tuesday soldiers arrested five herders at the market of Bocaranga in the Central African Republic. "
        "Two of them were shot the same evening."
    )
    last = coded.reports[-1]
    assert (names(last, "agent"), names(last, "target")) == ({"Central African Armed Forces"}, {"herders"})


def test_one_of_them_is_one_of_those_held():
    coded = code_text("Abu Sayyaf gunmen seized two fishermen off Tawi-Tawi. One of them was beheaded on Monday.")
    assert names(coded.reports[-1], "target") == {"fishermen"}


def test_soldiers_who_are_shot_at_a_raid_are_no_captives():
    coded = code_text("Soldiers raided Bocaranga in the Central African Republic. Two of them were shot by rebels.")
    assert "Central African Armed Forces" in names(coded.reports[-1], "target")
