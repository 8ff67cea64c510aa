"""Talks and truces that end of themselves, and meetings that are only where an attack fell."""

import pytest

from tests.coding.coded import code_text, names


def told(text):
    return {report.type.label: report.status for report in code_text(text).reports}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Talks between the army and the RSF in Jeddah collapsed on Monday.", "negotiation_talks"),
        ("Negotiations between the Kachin Independence Army and the junta broke down on Monday.", "negotiation_talks"),
        ("A ceasefire in Aleppo in Syria collapsed on Monday after three days.", "ceasefire_halt"),
        ("The collapse of the truce in Hodeidah in Yemen on Monday cut off the port.", "ceasefire_halt"),
        ("The government broke off talks with the ELN in Havana on Friday.", "negotiation_talks"),
    ],
)
def test_talks_that_collapse_have_ended(text, label):
    assert told(text)[label] == "ended"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Talks between the army and the RSF in Jeddah in Saudi Arabia resumed on Monday.", "negotiation_talks"),
        ("Fighting broke out in Bentiu in South Sudan on Monday.", "armed_clash"),
        ("Soldiers broke down the doors of houses in Lashio in Myanmar on Monday and arrested four men.", "arrest"),
    ],
)
def test_what_begins_or_goes_on_has_not_ended(text, label):
    assert told(text)[label] != "ended"


@pytest.mark.parametrize(
    "text",
    [
        "At least 42 people were killed in a drone strike on a town hall meeting in Murzuq in Libya on Sunday.",
        "Gunmen attacked a meeting of tribal elders in Baidoa in Somalia on Monday, killing seven.",
        "A suicide bomber blew himself up at a peace meeting in Jere in Nigeria on Monday.",
        "A council meeting was hit by a drone in El Fasher in Sudan on Monday.",
    ],
)
def test_a_meeting_that_is_struck_is_no_news_of_its_own(text):
    assert told(text)
    assert "visit_meeting" not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A mortar attack interrupted a meeting between the two armies in Goma in Congo on Monday.",
        "Gunmen attacked a convoy after a meeting between the governor and the rebels in Kidal in Mali on Monday.",
        "The president held a meeting with the rebels in Bangui in the Central African Republic on Monday.",
    ],
)
def test_a_meeting_of_two_sides_is_told_of_beside_the_attack(text):
    assert "visit_meeting" in told(text)


def test_a_fight_that_killed_is_no_attack_by_a_side_of_it():
    text = "Clashes with the army that left 12 people dead broke out in Kutum in Sudan on Monday."
    (report,) = code_text(text).reports
    assert report.type.label == "armed_clash"
    assert names(report, "agent") == set()
