"""Drones and missiles brought down: "12 of them" are no people, and no part of the attack that sent them."""

import pytest

from tests.coding.coded import code_text, types

DOWNED = "weapons_seized_or_destroyed"


@pytest.mark.parametrize(
    "text",
    [
        "Russia attacked Odesa in Ukraine with 15 drones on Monday. Air defence shot down 12 of them.",
        "Russia attacked Odesa in Ukraine with 15 drones on Monday; 12 were shot down.",
        "Iran fired 180 missiles at Israel on Monday; most of them were intercepted, the army said.",
        "The Houthis fired six drones at Jazan in Saudi Arabia on Monday. All were intercepted.",
    ],
)
def test_a_bare_number_brought_down_counts_what_flew(text: str) -> None:
    coded = code_text(text)
    assert len(coded.reports) == 2
    assert DOWNED in types(coded)
    assert {figure.measure for figure in coded.figures} == {"other"}


@pytest.mark.parametrize(
    "text",
    [
        "Thirty gunmen attacked Boni in Mali on Monday. Soldiers shot 12 of them.",
        "Army helicopters flew to Boni in Mali on Monday and neutralised 14 of the terrorists.",
        "The militia attacked the camp near Marib in Yemen with three rockets. Six soldiers died and four were hurt.",
    ],
)
def test_people_stay_people(text: str) -> None:
    coded = code_text(text)
    assert DOWNED not in types(coded)
    assert any(figure.measure != "other" for figure in coded.figures)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four militants were killed in a gunfight near Nagrota in India, and 11 rifles were seized.", DOWNED),
        ("In Ghor in Afghanistan, 11 assault rifles were seized from the Taliban on Monday.", DOWNED),
        ("The army seized the village of Tadmit in Mali from the rebels on Monday.", "territory_taken"),
    ],
)
def test_arms_that_are_seized_are_no_ground_and_no_part_of_the_fight(text: str, wanted: str) -> None:
    assert wanted in types(code_text(text))


def test_what_an_attack_destroyed_is_part_of_it() -> None:
    text = "Rebels attacked the air base near Goma in Congo on Monday and two jets were destroyed."
    assert DOWNED not in types(code_text(text))
