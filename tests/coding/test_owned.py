"""Whose the thing is that is hit, which people are told of, and the governments of a country's parts."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shells hit a camp for displaced people near Sake in Congo on Monday.", "displaced people"),
        ("Guerrillas burned a lorry of the Red Cross near Arauca.", "International Committee of the Red Cross"),
        ("Raiders torched 40 homes belonging to farmers in Kadugli in Sudan.", "farmers"),
        ("Soldiers shot six Fulani men near Bouar in the Central African Republic.", "Fulani men"),
    ],
)
def test_those_are_hit_whose_things_are(text, who):
    assert names(code_text(text).reports[0], "target") == {who}


def test_a_bridge_of_a_town_is_not_the_towns():
    report = code_text("Jets bombed a bridge of the town of Kandi near Mopti in Mali on Monday.").reports[0]
    assert names(report, "target") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Plateau State Government imposed a curfew on Jos in Nigeria.", "Government of Plateau State"),
        ("The Kabul government freed 40 prisoners on Monday.", "Government of Afghanistan"),
    ],
)
def test_a_part_of_a_country_has_a_government_of_its_own(text, who):
    assert names(code_text(text).reports[0], "agent") == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ethiopian-backed troops retook Bardere in Somalia from Al-Shabaab on Friday.", "Ethiopian-backed forces"),
        ("Russian-backed troops shelled Avdiivka in Ukraine on Monday.", "Russian-backed forces"),
        ("Ethiopian troops retook Bardere in Somalia from Al-Shabaab on Friday.", "Ethiopian National Defense Force"),
    ],
)
def test_those_whom_a_state_backs_are_not_its_own(text, who):
    assert names(code_text(text).reports[0], "agent") == {who}
