"""Whose deed or word it is: what spokesmen own up to, what is announced, what a voice says that somebody was."""

import pytest

from tests.coding.coded import code_text, names


def told(text, *labels):
    found = [one for one in code_text(text, "2024-05-20").reports if one.type.label in labels]
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("text", "type_", "agent"),
    [
        (
            "A spokesman for the BLA claimed responsibility for the bombing in Quetta.",
            "explosion",
            "Balochistan Liberation Army",
        ),
        (
            "A bomb killed four in Quetta. BLA spokesman Jeeyand Baloch claimed responsibility for the bombing.",
            "explosion",
            "Balochistan Liberation Army",
        ),
        ("A spokesman of JNIM claimed responsibility for an attack on soldiers in Djibo.", "offensive", "JNIM"),
        ("A commander of the ELN claimed the attack on a base in Tame in Colombia.", "offensive", "ELN"),
        ("JNIM declared a blockade on Kayes in Mali on Friday.", "siege_blockade", "JNIM"),
        ("ELN guerrillas harassed an army base in Tame in Colombia on Friday.", "offensive", "ELN"),
    ],
)
def test_the_side_did_it(text, type_, agent):
    assert names(told(text, type_), "agent") == {agent}


def test_a_spokesman_who_is_seized_stays_himself():
    assert names(told("A spokesman for Al-Shabaab was arrested in Kismayo in Somalia.", "arrest"), "target") == {
        "Al-Shabaab spokesman"
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Houthis announced a blockade of the port of Haifa on Friday.", "planned"),
        ("ELN guerrillas announced an armed strike in Chocó in Colombia from Monday.", "planned"),
        ("Rebels imposed a blockade on Djibo in Burkina Faso on Friday.", "happened"),
        ("JNIM has imposed a blockade on Kayes in Mali since Friday.", "ongoing"),
    ],
)
def test_an_announced_blockade_is_to_come(text, status):
    assert told(text, "siege_blockade").status == status


@pytest.mark.parametrize(
    ("text", "type_", "voice"),
    [
        (
            "Rebels said the dead in Arauca in Colombia were farmers who had been executed by soldiers.",
            "execution",
            True,
        ),
        (
            "The governor said the victims were traders who were shot at a market in Jos in Nigeria.",
            "attack_on_civilians",
            True,
        ),
        ("The army said it shelled the town of Sake in Congo that rebels took in March.", "territory_taken", False),
        ("The army said it had attacked fighters who had burned a village in Kachin.", "looting_destruction", False),
    ],
)
def test_what_somebody_was_is_said_by_the_voice(text, type_, voice):
    assert bool(told(text, type_).attribution) is voice


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Riot police used water cannon and tear gas against marchers in Tegucigalpa.", "protest"),
        ("Soldiers used cannon against rebels in Goma in Congo on Friday.", "shelling"),
    ],
)
def test_water_cannon_shell_nobody(text, type_):
    assert [one.type.label for one in code_text(text).reports] == [type_]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army bombed the Sarare forest in Colombia on the 15th without causing losses.", "2024-05-15"),
        ("A bomb exploded on the 15th floor of a hotel in Kabul in Afghanistan on Friday.", "2024-05-17"),
    ],
)
def test_a_bare_day_of_the_month(text, day):
    when = told(text, "shelling", "explosion").when
    assert when is not None
    assert when.edtf == day


@pytest.mark.parametrize(
    ("text", "threat"),
    [
        ("President Putin warned that Russia would strike Kyiv if the drones kept coming.", True),
        ("The defence minister of Israel warned that Israel would strike Beirut if rockets were fired.", True),
        ("The Lebanese minister warned that Israel would attack Beirut if the talks failed.", False),
        ("Kyiv warned that Russia would shell Kherson if talks failed.", False),
        ("The UN warned that rebels would attack Goma in Congo if the army left.", False),
        ("The government in Abuja warned that bandits would attack schools in Zamfara if they reopened.", False),
    ],
)
def test_who_warns_that_his_own_state_will_strike_threatens(text, threat):
    assert ("statement_threat" in [one.type.label for one in code_text(text).reports]) is threat


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The foreign office summoned the Afghan envoy in Islamabad on Friday.", "other"),
        ("The court in Bamako summoned three activists on Friday.", "investigation_trial"),
    ],
)
def test_an_ambassador_is_summoned_to_no_court(text, type_):
    assert [one.type.label for one in code_text(text).reports] == [type_]
