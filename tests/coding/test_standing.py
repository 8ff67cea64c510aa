"""What stands or goes on though its verb is in the past: sieges, truces, campaigns, what is told from within."""

import pytest

from tests.coding.coded import code_text


def statuses(text, type_):
    return [report.status for report in code_text(text).reports if report.type.label == type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The port of Hodeida in Yemen is regularly shelled by coalition ships.", "shelling"),
        ("The garrison of Djibo in Burkina Faso is under attack, a source said on Monday.", "offensive"),
        ("Hundreds of fighters are participating in the offensive on Lashio in Myanmar.", "offensive"),
        ("Clashes have erupted between Mai-Mai fighters and soldiers in Beni in Congo.", "armed_clash"),
        ("The junta started an offensive in Kayah State in Myanmar this month.", "offensive"),
        ("The military began an operation to clear Marawi in the Philippines two weeks ago.", "offensive"),
        ("The shelling came as separatist fighters advanced to seize the airport of Donetsk.", "offensive"),
        ("Families live under siege in the Old City of Homs in Syria.", "siege_blockade"),
        ("The ceasefire between Hamas and Israel was still holding, mediators said.", "ceasefire_halt"),
        ("M23 has laid siege to Goma in Congo since May. Its fighters cut off the road to Goma.", "siege_blockade"),
    ],
)
def test_it_goes_on(text, type_):
    assert "ongoing" in statuses(text, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The army launched an offensive on Mocha in Yemen in April 2019.", "offensive"),
        ("The rebels encircled Goma in Congo on Monday.", "siege_blockade"),
        ("The insurgents launched an attack on the base in Mopti in Mali two weeks ago.", "offensive"),
        ("Militants regularly attacked the road to Maiduguri in Nigeria until 2016.", "offensive"),
    ],
)
def test_it_was_done(text, type_):
    assert "ongoing" not in statuses(text, type_)


def test_what_an_assault_is_meant_to_do_is_no_plan_of_its_own():
    text = (
        "The deaths come as the rebels press on with an assault intended to break a government siege of Goma in Congo."
    )
    assert statuses(text, "ceasefire_halt") == []


def test_what_a_deal_will_see_done_is_to_come():
    text = "A deal was reached that will see fighters evacuated to Marib from Hodeida in Yemen."
    assert statuses(text, "displacement_evacuation") == ["planned"]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        (
            "The prosecutor announced an investigation into the deaths in Jérémie in Haiti.",
            "investigation_trial",
            "planned",
        ),
        ("The UN pledged an investigation into the massacre in Moura in Mali.", "attack_on_civilians", "happened"),
        (
            "Talks in Doha between the government and the rebels have been suspended since Monday.",
            "negotiation_talks",
            "ended",
        ),
        (
            "Claims that the army killed 30 people in Nyala in Sudan are a lie, the governor said.",
            "attack_on_civilians",
            "denied",
        ),
        (
            "The army denies the propaganda carried by rebel websites that its artillery hit a hospital in Mullaitivu.",
            "shelling",
            "denied",
        ),
    ],
)
def test_what_is_announced_suspended_or_called_untrue(text, type_, status):
    assert statuses(text, type_) == [status]


def test_what_is_called_off_is_no_demand():
    assert statuses("The march in Kampala in Uganda on Friday has been called off.", "protest") == []


def test_what_a_named_doer_has_done_for_years_is_an_event():
    text = "Since mid-2015 Russia has conducted frequent air raids in Idlib province in Syria."
    assert statuses(text, "air_strike") == ["ongoing"]


def test_a_war_of_years_is_none():
    text = "Yemen has been mired in war since 2015, with government troops fighting several rebel groups."
    assert statuses(text, "armed_clash") == []
