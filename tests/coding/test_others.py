"""What "others", "more" and "of them" stand for: things where things were destroyed or seized, else people."""

import pytest

from tests.coding.coded import code_text, names, some


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army destroyed 27 combat vehicles near Bama and seized eight others on Monday.",
            [(27, "other", "combat vehicles"), (8, "other", "combat vehicles")],
        ),
        (
            "Russian jets bombed oil tankers near Deir Ezzor on Monday, destroying over twenty of them.",
            [(20, "other", "oil tankers")],
        ),
        (
            "Gunmen killed four villagers in Djibo on Monday and abducted eight others.",
            [(4, "killed", "villagers"), (8, "abducted", "people")],
        ),
        (
            "Troops seized four rifles near Bama on Monday and arrested six others.",
            [(4, "other", "rifles"), (6, "detained", "people")],
        ),
    ],
)
def test_others_are_of_the_kind_told_before(text, expected):
    figures = code_text(text).figures
    assert [(figure.low, figure.measure, figure.of.text) for figure in figures] == expected


def test_nobody_is_abducted_where_vehicles_are_seized():
    coded = code_text("The army destroyed 27 combat vehicles near Bama and seized eight others on Monday.")
    assert [report.type.label for report in coded.reports] == ["weapons_seized_or_destroyed"]


def test_nobody_is_attacked_where_people_fled_to():
    text = (
        "Gunmen attacked the village of Kobo in Ethiopia on Monday. Hundreds fled to Dessie. "
        "The attackers abducted a priest."
    )
    placed = {report.type.label: report.place and report.place.name for report in code_text(text).reports}
    assert placed["abduction"] == "Kobo"


def test_control_that_is_claimed_is_no_confession():
    labels = {r.type.label for r in code_text("Both sides claimed control of the airport in Merowe.").reports}
    assert "statement_confession_claim" not in labels


def test_a_neighbourhood_is_nobody_to_be_hit():
    (report,) = code_text("The army shelled the Taiba al-Ahamda neighbourhood in Bahri in Sudan on Monday.").reports
    assert all(one.actor is None or "Taiba" not in one.actor.name for one in some(report.participants))


def test_they_in_a_denial_are_those_who_deny():
    text = (
        "The Rapid Support Forces fought the army in Kadaro in Sudan. "
        "The Rapid Support Forces reject the accusation that they shelled Nyala."
    )
    (denied,) = [report for report in code_text(text).reports if report.status == "denied"]
    assert [one.actor.name for one in denied.participants if one.role == "agent" and one.actor] == [
        "Rapid Support Forces"
    ]


def test_an_outlet_that_is_told_is_not_the_group():
    text = (
        "A spokesman of the regional council told EthioPress on Monday that the group, which had been looting shops, "
        "had lost ground in Ethiopia."
    )
    doers = {one.actor.name for report in code_text(text).reports for one in report.participants if one.actor}
    assert "EthioPress" not in doers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops killed seven rebels in Kachin State on Monday, while the rest fled into the hills.", ["armed_clash"]),
        ("Police arrested two attackers in Mindanao on Monday; the others fled.", ["arrest"]),
        (
            "Gunmen killed six farmers in Zamfara on Monday and others fled.",
            ["attack_on_civilians", "displacement_evacuation"],
        ),
        (
            "Ten villagers were killed in Gao on Monday while others fled to Sevare.",
            ["attack_on_civilians", "displacement_evacuation"],
        ),
    ],
)
def test_fighters_who_flee_are_not_displaced(text, expected):
    assert [report.type.label for report in code_text(text).reports] == expected


def test_most_of_the_gunmen_are_gunmen():
    report = code_text("An army unit killed most of the gunmen near Sirte on Monday, a source said.").reports[0]
    assert report.type.label == "armed_clash"
    assert "unidentified armed group" in names(report, "target")


def test_nobody_is_killed_where_others_fled_to():
    text = "Gunmen killed six farmers in Zamfara on Monday and others fled to Gusau."
    assert code_text(text).reports[0].place.name == "Zamfara"
