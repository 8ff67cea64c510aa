"""Whose deed it was where its own sentence names nobody."""

import pytest

from tests.coding.coded import code_text, names


def agents(text: str, type_: str) -> set[str]:
    found = [report for report in code_text(text).reports if report.type.label == type_]
    assert found
    return names(found[-1], "agent")


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "Russian soldiers searched houses in Bilozerka in Ukraine on Monday. Eight men were taken away in trucks.",
            "abduction",
            {"Russian Armed Forces"},
        ),
        (
            "ELN guerrillas put up a roadblock near Fortul in Colombia on Sunday. Two nurses were kidnapped.",
            "abduction",
            {"ELN"},
        ),
        (
            "In Garissa in Kenya, police found grenades in a lorry on Monday and defused them; two men were arrested.",
            "arrest",
            {"Kenyan police"},
        ),
        (
            "Fighters of Boko Haram stormed Gwoza in Nigeria on Monday. About twenty women were taken away in trucks.",
            "abduction",
            {"Boko Haram"},
        ),
        (
            "Israeli forces stormed the Jenin camp at dawn on Monday. Eleven Palestinians were detained.",
            "arrest",
            {"Israel Defense Forces"},
        ),
        (
            "The army torched 200 houses in Kinma in Myanmar on Monday. Two old men were burned to death.",
            "attack_on_civilians",
            {"Myanmar military"},
        ),
    ],
)
def test_a_passive_right_behind_a_deed_is_of_its_doer(text: str, type_: str, who: set[str]):
    assert agents(text, type_) == who


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Houthis shelled Marib in Yemen on Sunday. Six people were abducted in Ibb.", "abduction"),
        ("Boko Haram stormed Gwoza in Nigeria on Monday. The army sent troops. Ten men were arrested.", "arrest"),
        (
            "Boko Haram stormed Gwoza in Nigeria on Monday. Two farmers were shot dead in clashes.",
            "attack_on_civilians",
        ),
        ("Boko Haram raided Gwoza in Nigeria on Monday. Ten suspects were arrested.", "arrest"),
        ("Police raided a house in Kabul on Monday. Two men were later abducted.", "abduction"),
    ],
)
def test_another_place_force_cause_or_time_leaves_the_doer_open(text: str, type_: str):
    assert agents(text, type_) == set()
