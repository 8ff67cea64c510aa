"""How a fight ended, and what was said right behind a deed against it: pages read by all rooms."""

import pytest

from crossreport.model import Linked
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


TAKEN = (
    "With the help of God our mujahideen took full control of the Morek base, in northern Hama, on Monday. Ahrar "
    "al-Sham captured it after heavy fighting against the army."
)
HELD = "Terrorists of Ahrar al-Sham attacked an army base near Morek in Hama province on Monday. "


def against(rooms: Rooms, behind: str) -> Linked:
    return weighed(coded(rooms, "Syrian Arab News Agency", HELD + behind), coded(rooms, "Northern Courier", TAKEN))


@pytest.mark.parametrize(
    "behind",
    [
        "The army fought back and the terrorists retreated in disarray.",
        "The fighters fell back after two hours of clashes.",
    ],
)
def test_who_fell_back_did_not_take_it(rooms: Rooms, behind: str) -> None:
    found = against(rooms, behind)
    (finding,) = [one for one in found.findings if one.kind == "contradiction"]
    assert "fell back" in finding.says


def test_an_attack_of_which_no_end_is_told_contests_no_capture(rooms: Rooms) -> None:
    assert "outcome" not in rules(against(rooms, "Residents heard gunfire until the evening."))


REPELLED = "The army said that its troops repelled an attack by al-Shabaab on their convoy at Halgan on Monday."
AMBUSH = (
    "Fighters of al-Shabaab ambushed a convoy of the Somali army at Halgan in Hiran region on Monday. At least {dead} "
    "were killed, the group said in a statement."
)


@pytest.mark.parametrize(
    ("dead", "contested"), [("27 soldiers", True), ("three soldiers", False), ("27 militants", False)]
)
def test_many_dead_among_those_who_repelled_it(rooms: Rooms, dead: str, contested: bool) -> None:
    army = coded(rooms, "Somali National Army", REPELLED.replace("The army", "The Somali National Army"))
    group = coded(rooms, "Shahada", AMBUSH.format(dead=dead))
    assert ("outcome" in rules(weighed(army, group))) == contested


BOMBARDED = "The Ombudsman said that an army bombardment on Monday hit a house in La Gabarra and wounded a girl. "
STRIKE = "The army said that it carried out an air strike near La Gabarra on Monday, killing two fighters. "


@pytest.mark.parametrize(
    ("told", "behind", "contested"),
    [
        (BOMBARDED, "The defence minister, Luis Roa, answered that there had been no bombardment.", True),
        (BOMBARDED, "The defence minister, Luis Roa, answered that there had been no kidnapping.", False),
        (STRIKE, "Elders from the area disputed this.", True),
        (STRIKE, "Elders from the area disputed the toll.", False),
    ],
)
def test_no_such_thing_right_behind_a_deed(rooms: Rooms, told: str, behind: str, contested: bool) -> None:
    text = (
        "ELN fighters attacked a police station in Tibú on Sunday, wounding two officers.\n\n"
        f"{told}{behind}\n\nIn Convención, gunmen killed a teacher on Tuesday."
    )
    assert ("occurrence" in rules(weighed(coded(rooms, "Catatumbo Herald", text)))) == contested
