"""Whose deed it was by the strikes in which it was done, by the page's word for a group's men, by who says "they"."""

import pytest

from tests.coding.coded import code_text, names, some


def _of(text, type_):
    return [report for report in code_text(text).reports if report.type.label == type_]


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        (
            "Turkish jets bombed camps of the PKK near Qandil in Iraq on Monday.\n\nA depot near Sidakan burned. "
            "A source said the strikes resulted in killing nine fighters near Sidakan.",
            "air_strike",
            "Turk",
        ),
        (
            "Kenyan jets bombed a camp of Al-Shabaab near Bardere in Somalia on Monday.\n\nEight men were killed near "
            "Dinsoor in the air strikes, a chief said.",
            "air_strike",
            "Kenya",
        ),
    ],
)
def test_what_the_strikes_did_their_doer_did(text, type_, who):
    found = _of(text, type_)
    assert found
    assert all(any(who in name for name in names(report, "agent")) for report in found)


def test_another_days_attack_has_no_doer_from_this_one():
    text = "Army jets bombed Loikaw in Myanmar on Monday.\n\nA clinic in Demoso was looted in the attack of 15 January."
    assert all(not names(report, "agent") for report in some(_of(text, "looting_destruction")))


def test_the_militants_are_those_whom_the_page_calls_so():
    text = (
        "Abu Sayyaf militants attacked a post of the marines on Jolo in the Philippines on Monday. The Moro National "
        "Liberation Front sent 40 men to help the marines. The militants abducted nine fishermen near Patikul."
    )
    (taken,) = _of(text, "abduction")
    assert names(taken, "agent") == {"Abu Sayyaf"}


@pytest.mark.parametrize(
    ("text", "type_", "role", "who"),
    [
        (
            "An air strike hit a bus near Saada in Yemen, killing six children.\n\nThe Huthis, for their part, said "
            "that they had repelled an attack near Hodeidah.",
            "attack_repelled",
            "target",
            "Houthi movement",
        ),
        (
            "Gunmen killed seven traders in Zamfara in Nigeria. The police said they had arrested four suspects.",
            "arrest",
            "agent",
            "Nigeria Police Force",
        ),
    ],
)
def test_they_are_the_side_that_says_what_they_did(text, type_, role, who):
    (report,) = _of(text, type_)
    assert names(report, role) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bosnian Serb troops shelled Bihac in Bosnia on Thursday.", "Army of Republika Srpska"),
        ("Turkish Cypriot police arrested four men in Pyla in Cyprus on Monday.", "Turkish Cypriot police"),
        ("Kosovo Serb gunmen attacked a patrol of policemen near Zvecan in Kosovo.", "Kosovar Serb armed groups"),
        (
            "Bosnian Serb units took Trnovo in Bosnia on Sunday. Serb forces shelled Gorazde.",
            "Army of Republika Srpska",
        ),
    ],
)
def test_a_people_of_a_land_is_not_the_state_of_that_name(text, who):
    assert names(code_text(text).reports[-1], "agent") == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Nusra Front Syria's al-Qaeda affiliate launched an assault near Khan Tuman.", "Jabhat Fatah al-Sham"),
        (
            "Suspected jihadists killed eleven people in Djibo in Burkina Faso on Monday.",
            "jihadist groups (unspecified)",
        ),
    ],
)
def test_a_networks_part_is_named_and_a_creed_is_no_opposition(text, who):
    assert names(code_text(text).reports[0], "agent") == {who}
