"""Whom one side says it put out of action, and whom others say it killed: one deed, told of other people."""

import pytest

from crossreport.model import Linked
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def told(rooms: Rooms, one: tuple[str, str], other: tuple[str, str]) -> Linked:
    return weighed(coded(rooms, *one), coded(rooms, *other))


TRADERS = "Soldiers shot dead eight traders in Djibo on Monday, relatives said. They had come with salt."
DJIBO = ("Sahel Families' Voice", TRADERS)
SHOT = "Nine farmers were shot dead by junta soldiers in Falam on Monday, a monk said. Their hands were tied."


@pytest.mark.parametrize(
    ("one", "other", "contested"),
    [
        (DJIBO, ("Burkina Faso General Staff", "The army neutralised eight terrorists in Djibo on Monday."), True),
        (DJIBO, ("Burkina Faso General Staff", "The army neutralised eight mines in Djibo on Monday."), False),
        (("Chin Hills Post", SHOT), ("Yangon State Herald", "Nine PDF terrorists died in Falam on Monday."), True),
    ],
)
def test_fighters_put_out_of_action_are_set_against_the_dead_of_another_voice(
    rooms: Rooms, one: tuple[str, str], other: tuple[str, str], contested: bool
) -> None:
    assert ("victims" in rules(told(rooms, one, other))) == contested


def test_soldiers_whom_an_armed_group_counts_are_set_against_workers_whom_the_police_count(rooms: Rooms) -> None:
    group = "We executed fourteen soldiers of the TNI in Dekai on Monday. Our fighters are well."
    police = "Eight civilian road workers were slain in Dekai on Monday, the police of Papua said."
    found = told(rooms, ("TPNPB-OPM news", group), ("Jayapura Pos", police))
    assert "victims" in rules(found)


def test_more_who_died_are_no_rival_of_the_dead_before_them(rooms: Rooms) -> None:
    first = "Shells fired by the army killed 20 people in Rafai on Monday, the hospital's director said."
    later = "Shells fired by the army hit Rafai on Monday. Seven more people died of their wounds, the Red Cross said."
    fewer = "Shells fired by the army hit Rafai on Monday. Seven people died, the Red Cross said."
    assert "number" not in rules(told(rooms, ("Mbomou Echo", first), ("Bangassou FM", later)))
    assert "number" in rules(told(rooms, ("Mbomou Echo", first), ("Bangassou FM", fewer)))


def test_people_called_enemies_alone_are_set_against_people_who_do_not_fight(rooms: Rooms) -> None:
    bus = "Drones of the Armed Forces of Ukraine hit two buses near Valuyki on Monday. Seven farm workers were killed."
    brief = "Drones on Monday hit vehicles with personnel near Valuyki. At least twelve occupiers were liquidated."
    assert "victims" in rules(told(rooms, ("Oskol Courier", bus), ("Dnipro Military Brief", brief)))


FOUGHT = ("Chhattisgarh Police", "Four Maoists were killed in an encounter in Bijapur on Monday, the police said.")


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Four villagers were shot dead by the police in a fake encounter in Bijapur on Monday, a priest said.", True),
        ("Police shot dead four villagers in Bijapur on Monday. It is false that there was an encounter.", True),
        ("Police shot dead four villagers in Bijapur on Monday. It is not true that there was any encounter.", True),
        ("Police shot dead four villagers in Bijapur on Monday. The so-called people's court met.", False),
    ],
)
def test_what_is_called_fake_or_said_not_to_have_been_is_denied(rooms: Rooms, words: str, denied: bool) -> None:
    assert ("occurrence" in rules(told(rooms, FOUGHT, ("Godavari Watch", words)))) == denied


def test_who_is_quoted_with_a_denial_contradicts_another_page_before_his_own(rooms: Rooms) -> None:
    army = "Troops killed nine terrorists in a gun battle in Kajuru on Monday, the army said."
    elders = "Soldiers killed nine herders in Kajuru on Monday. There was no gun battle, the elders said."
    found = told(rooms, ("Nigerian Army Headquarters", army), ("Kaduna Elders", elders))
    (denial,) = [one for one in found.findings if one.reasons[0].rule == "occurrence"]
    assert denial.says.startswith("The Nigerian Army reported")


STORMED = (
    "Insurgents stormed {} on Monday and killed 20 traders, a priest said, while the {} put the number of dead at {}."
)


@pytest.mark.parametrize(
    ("town", "rival", "number", "contested"),
    [("Palma", "police", "seven", True), ("Djibo", "general staff", "nine", True), ("Palma", "police", "19", False)],
)
def test_of_a_storm_in_which_civilians_alone_were_hit_any_number_of_dead_is_a_rival(
    rooms: Rooms, town: str, rival: str, number: str, contested: bool
) -> None:
    page = coded(rooms, "Coast Herald", STORMED.format(town, rival, number))
    assert ("number" in rules(weighed(page))) == contested
