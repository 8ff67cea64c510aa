"""Doers of whom only dress, arms or vehicle are known, and persons named one beside the other."""

import pytest

from tests.coding.coded import code_text, names

UNKNOWN = {"unidentified armed group"}


def _first(text):
    return code_text(text).reports[0]


def test_people_in_masks_or_uniforms_are_an_unknown_group():
    for text in (
        "The priests were killed by some 30 men wearing camouflage uniforms in Goma in Congo.",
        "Men dressed in military fatigues killed three farmers in Palma in Mozambique.",
        "The trader Rafiq Haidari was murdered in Herat in Afghanistan by a group of unidentified persons.",
        "Three men wearing balaclavas fired on the car of the governor in Michoacan on Sunday.",
    ):
        assert names(_first(text), "agent") == UNKNOWN, text


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A lawyer was taken from his office in Blida in Algeria by men in plain clothes.", "men in plain clothes"),
        ("Men in police uniforms killed four miners in Caqueta in Colombia on Monday.", "men in police uniforms"),
        ("Two suicide bombers attacked a market in Gao in Mali on Friday, killing nine.", "suicide bombers"),
    ],
)
def test_who_is_only_seen_is_named_by_what_was_seen_and_stays_unknown(text, who):
    (doer,) = [p.actor for p in _first(text).participants if p.role == "agent"]
    assert (doer.name, doer.id.split(":")[0]) == (who, "unidentified-armed-group")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Iranian security forces arrested twelve students in Zahedan on Monday.", "Iranian security forces"),
        ("Security forces fired on protesters in Juba in South Sudan on Monday.", "South Sudanese security forces"),
        ("Guinean troops fired on protesters in Labe on Monday.", "Guinean Armed Forces"),
    ],
)
def test_security_forces_are_no_army_by_name(text, who):
    (doer,) = [p.actor for p in _first(text).participants if p.role == "agent"]
    assert (doer.name, doer.kind) == (who, "state_forces")


def test_several_who_throw_a_bomb_are_its_doers_a_bomber_is_no_group():
    thrown = _first(
        "Two men riding on a motorcycle threw an explosive device at a police post in Narathiwat on Friday."
    )
    assert (thrown.type.label, names(thrown, "agent")) == ("explosion", UNKNOWN)
    assert names(_first("A suicide bomber killed four people at a market in Maiduguri."), "agent") == set()


def test_bare_men_and_people_who_suffer_stay_what_they_were():
    assert names(_first("Men killed three traders in Beni in Congo on Monday."), "agent") == set()
    assert names(_first("Two men wearing helmets were killed by a mine near Segou in Mali."), "target") == {"civilians"}


def test_who_fires_at_a_car_is_not_hit():
    shot = _first("At least three unidentified individuals fired at the mayor's vehicle in Davao on Thursday.")
    assert names(shot, "agent") == UNKNOWN
    assert "civilians" not in names(shot, "target")


def test_set_on_fire_with_words_between():
    burnt = _first("Fighters of the Red Brigade set two lorries loaded with charcoal on fire near Kitale in Kenya.")
    assert burnt.type.label == "looting_destruction"
    assert names(burnt, "agent") == {"Red Brigade"}


def test_every_person_of_a_row_takes_part():
    taken = _first("The engineers Paul Mwangi, Samuel Otieno and James Kariuki were abducted by militants near Lamu.")
    assert names(taken, "target") == {"Paul Mwangi", "Samuel Otieno", "James Kariuki"}
    both = _first("Amina Sesay and her companion Fatima Bah were kidnapped by armed men in Kenema on Sunday.")
    assert names(both, "target") == {"Amina Sesay", "Fatima Bah"}
    trades = _first("Militants abducted the nurse Lydia Haruna and the driver Musa Abdul from a clinic in Chibok.")
    assert names(trades, "target") == {"Lydia Haruna", "Musa Abdul"}


def test_victims_are_identified_by_name():
    text = (
        "Three bodies were found near Ocana. The victims were identified as Jose Rivera, Pedro Cortez and Luis Linares."
    )
    found = {name for report in code_text(text).reports for name in names(report, "target")}
    assert found >= {"Jose Rivera", "Pedro Cortez", "Luis Linares"}


def test_who_is_armed_with_something_was_given_nothing():
    for text in (
        "Gunmen armed with rifles and machetes attacked a farm in Tumaco in Colombia.",
        "A vehicle loaded with explosives blew up outside a barracks in Mogadishu on Monday.",
        "The armed group equipped with drones attacked the base in Bamako in Mali.",
    ):
        assert "arms_or_funds_supplied" not in [report.type.label for report in code_text(text).reports], text
    given = code_text("The militia, armed by Iran, attacked the base in Anbar in Iraq.").reports
    assert "arms_or_funds_supplied" in [report.type.label for report in given]
