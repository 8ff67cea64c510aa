"""A side's own dead and its enemy's, bodies recovered, whose word an office's is, and what a claim is about."""

import pytest

from crossreport.model import Event, Linked
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.fallen import side_of
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def main(linked: Linked) -> Event:
    return max(linked.events, key=lambda one: (one.voices.pages, one.id))


ENEMY = "Fighters of the {} attacked a camp at {} on Monday. The camp burnt. Twelve enemy personnel were killed."


@pytest.mark.parametrize(
    ("side", "place", "kin"),
    [
        ("Balochistan Liberation Army", "Buleda", "state"),
        ("Karen National Liberation Army", "Kawkareik", "state"),
        ("National Liberation Army", "Saravena", "state"),
    ],
)
def test_the_enemy_is_the_side_against_those_whose_deeds_the_page_tells(
    rooms: Rooms, side: str, place: str, kin: str
) -> None:
    page = coded(rooms, "Front News", ENEMY.format(side, place))
    found = [side_of(figure, Corpus([page])) for figure in page.figures if figure.measure == "killed"]
    assert [one.kin for one in found if one is not None] == [kin]
    assert len(weighed(page).events) == 1


HELD = (
    "The {0} said it had beaten back a push at {1} on Monday, killing 30 soldiers. "
    "{2} of soldiers were recovered, the fighters said."
)
LOST = "Nine soldiers were killed in fighting with the {0} at {1} on Monday, the {2} said."


@pytest.mark.parametrize(
    ("side", "army", "place"),
    [
        ("Karen National Liberation Army", "Myanmar army", "Kawkareik"),
        ("M23", "Congolese army", "Rutshuru"),
        ("New People's Army", "Philippine Army", "Catarman"),
    ],
)
def test_fewer_bodies_recovered_are_no_rival_toll(rooms: Rooms, side: str, army: str, place: str) -> None:
    linked = weighed(
        coded(rooms, "Hill Radio", HELD.format(side, place, "Seven bodies")),
        coded(rooms, "Gazette", LOST.format(side, place, army)),
    )
    says = [one.says for one in linked.findings if one.kind == "contradiction"]
    assert any("30" in one for one in says)
    assert not any("Seven" in one for one in says)


WORD = "Gunmen attacked an army post at {} on Monday and killed three soldiers, {} said."
OTHER = "Three soldiers lost their lives in an assault on their post at {} early on Monday, according to {}."


@pytest.mark.parametrize(
    ("place", "one", "other", "voices"),
    [
        ("Gwadar", "the military's media wing", "the Pakistan Army", 1),
        ("Djibo", "an army spokesman", "the Burkinabe Army", 1),
        ("Djibo", "a government spokeswoman", "the Burkinabe Army", 1),
        ("Djibo", "a hospital spokesman", "the Burkinabe Army", 2),
    ],
)
def test_who_speaks_for_an_office_is_the_voice_of_its_state(
    rooms: Rooms, place: str, one: str, other: str, voices: int
) -> None:
    first, second = WORD.format(place, one), OTHER.format(place, other)
    linked = weighed(coded(rooms, "Morning Times", first), coded(rooms, "Evening Post", second))
    assert main(linked).voices.independent == voices


BATTLE = "The {} army attacked positions of the {} at {} on Tuesday, killing 20 fighters, a driver said. "
TAKEN = "In {} men in a van abducted a student on Monday. Residents blamed the {} militia, which helps the {} army."


@pytest.mark.parametrize(
    ("army", "rebels", "place", "town", "militia"),
    [
        ("Colombian", "FARC", "Miraflores", "Tumaco", "EPL"),
        ("Philippine", "Abu Sayyaf", "Patikul", "Jolo", "MNLF"),
    ],
)
def test_who_is_blamed_for_an_abduction_is_not_blamed_for_the_battle_before_it(
    rooms: Rooms, army: str, rebels: str, place: str, town: str, militia: str
) -> None:
    linked = weighed(
        coded(rooms, "Wire", BATTLE.format(army, rebels, place) + TAKEN.format(town, militia, army)),
        coded(rooms, "Ledger", f"Twenty fighters of the {rebels} died at {place} on Tuesday, the {army} army said."),
    )
    assert "culprit" not in rules(linked)


FOUGHT = "On Monday our fighters clashed with the {} near {}. Twelve enemies were killed. We lost three fighters."
BOTH = "Clashes near {1} on Monday between the {2} and the {0} left seven fighters dead, an elder said."
GROUPS = [
    ("Karen National Liberation Army", "Democratic Karen Buddhist Army", "Kawkareik", ["armed", "armed"]),
    ("New People's Army", "Moro Islamic Liberation Front", "Datu Piang", ["armed", "armed"]),
    ("Arakan Army", "Arakan Rohingya Salvation Army", "Buthidaung", ["armed", "armed"]),
    ("New People's Army", "Philippine Army", "Catarman", ["state", "armed"]),
    ("Tehrik-i-Taliban Pakistan", "Pakistan Army", "Mir Ali", ["state", "armed"]),
]


@pytest.mark.parametrize(("group", "foe", "place", "kins"), GROUPS)
def test_the_enemies_of_a_group_are_those_whom_it_says_that_it_fought(
    rooms: Rooms, group: str, foe: str, place: str, kins: list[str]
) -> None:
    page = coded(rooms, group, FOUGHT.format(foe, place))
    found = [side_of(figure, Corpus([page])) for figure in page.figures if figure.measure == "killed"]
    assert [one.kin for one in found if one is not None] == kins
    assert len({one.camp for one in found if one is not None}) == len(found)


@pytest.mark.parametrize(("group", "foe", "place"), [case[:3] for case in GROUPS[:3]])
def test_what_one_of_two_groups_lost_is_no_rival_of_the_dead_of_both(
    rooms: Rooms, group: str, foe: str, place: str
) -> None:
    linked = weighed(
        coded(rooms, group, FOUGHT.format(foe, place)), coded(rooms, "Gazette", BOTH.format(foe, place, group))
    )
    toll = main(linked).killed
    assert toll is not None
    assert sorted(one.side for one in toll.by_voice) == ["", "armed", "rival"]
    assert not [one for one in linked.findings if one.kind == "contradiction" and "“three”" in one.text]


@pytest.mark.parametrize("counted", ["five soldiers and eight militants", "two policemen and six rebels"])
def test_who_counts_the_dead_of_both_sides_names_neither(rooms: Rooms, counted: str) -> None:
    page = coded(rooms, "Gazette", f"Clashes in Mir Ali on Monday left {counted} dead, an official said.")
    figures = [one for one in page.figures if one.of.text.count(" and ")]
    assert figures
    assert [side_of(one, Corpus([page])) for one in figures] == [None] * len(figures)
