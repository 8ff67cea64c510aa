"""Whose arms, dead and people: who uses a weapon acts by it, whoever made it; what is somebody's is not he."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "agents", "targets"),
    [
        ("A landmine of the ELN killed a farmer near Saravena in Colombia on Monday.", {"ELN"}, {"farmer"}),
        (
            "Turkish drones of the Ethiopian army bombed a camp in Dedebit in Ethiopia on Friday.",
            {"Ethiopian National Defense Force"},
            set(),
        ),
        (
            "In Sudan, an Antonov of the army bombed the village of Um Marahik on Sunday, killing three traders.",
            {"Sudanese Armed Forces"},
            {"traders"},
        ),
        (
            "Gunmen stopped a minibus near Barkin Ladi in Nigeria on Saturday and killed its seven occupants.",
            {"unidentified armed group"},
            {"occupants"},
        ),
        (
            "Israeli troops killed three Hamas and Islamic Jihad militants in Jenin on Tuesday.",
            {"Israel Defense Forces"},
            {"Hamas", "Palestinian Islamic Jihad"},
        ),
        (
            "Russian troops liberated the settlement of Orlivka (Donetsk People's Republic) on Tuesday.",
            {"Russian Armed Forces"},
            set(),
        ),
        (
            "KNLA fighters overran the Mae Wai outpost of the Myanmar army on Saturday. Three resistance fighters "
            "lost their lives.",
            {"Karen National Liberation Army"},
            {"Myanmar military"},
        ),
    ],
)
def test_whose_they_are(text, agents, targets):
    report = code_text(text).reports[0]
    assert names(report, "agent") == agents
    assert names(report, "target") == targets


def test_those_who_die_in_fighting_fought():
    report = code_text("Two government soldiers and five Houthis died in fighting near Marib in Yemen.").reports[0]
    assert names(report, "party") == {"Yemeni Army", "Houthi movement"}


def test_arms_are_taken_from_those_who_had_them():
    report = code_text("BLA fighters took rifles from policemen at a post in Kech in Pakistan on Tuesday.").reports[0]
    assert any("olice" in name for name in names(report, "target"))
