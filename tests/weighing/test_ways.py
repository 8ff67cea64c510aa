"""How one deed came about by opposed accounts: it hit or was stopped, accident or attack, rescued or let go."""

import pytest

from crossreport.model import Linked
from crossreport.words.interceptions import stops_what_was_fired
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def said(linked: Linked, words: str) -> list[str]:
    return [one.says for one in linked.findings if one.kind == "contradiction" and words in one.says]


def told(rooms: Rooms, one: str, other: str) -> Linked:
    return weighed(coded(rooms, "Northern Courier", one), coded(rooms, "Southern Post", other))


HIT = "Russian drones struck the thermal power plant in Chernihiv on Monday night, the regional governor said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HIT, "Air defence shot down all twelve Russian drones over Chernihiv on Monday night, the city's mayor said."),
        (
            "Drones of the Rapid Support Forces destroyed two aircraft and a fuel store at the airport of Merowe on "
            "Monday morning, an RSF officer said.",
            "Air defences at Merowe brought down six drones that the Rapid Support Forces militia launched at the "
            "airport on Monday morning, the Sudanese army said.",
        ),
    ],
)
def test_that_it_was_stopped_contradicts_that_it_hit(rooms: Rooms, one: str, other: str) -> None:
    assert len(said(told(rooms, one, other), "hit anything")) == 1


def test_who_stopped_some_of_them_contradicts_nobody(rooms: Rooms) -> None:
    other = "Air defence shot down 10 of 12 Russian drones over Chernihiv on Monday night, the city's mayor said."
    assert not said(told(rooms, HIT, other), "hit anything")


def test_who_shot_it_down_is_no_rival_doer_and_the_one_shot_at(rooms: Rooms) -> None:
    other = "Ukraine's army shot down all twelve Russian drones over Chernihiv on Monday night, the mayor said."
    linked = told(rooms, HIT, other)
    assert not said(linked, "as the doer")
    event = max(linked.events, key=lambda one: len(one.reports))
    assert len(event.reports) == 2
    assert all(actor.country == "RU" for side in event.sides if side.role == "agent" for actor in side.actors)


def test_two_counts_of_what_was_shot_down_stay_in_the_record(rooms: Rooms) -> None:
    page = coded(
        rooms,
        "Southern Post",
        "Air defences shot down all nine Ukrainian drones over the town of Klintsy on Monday night, the governor said."
        "\n\nThe Russian Defence Ministry said that 61 Ukrainian drones were intercepted over Klintsy on Monday night.",
    )
    linked = weighed(page, coded(rooms, "Northern Courier", HIT))
    assert {one.id for one in page.reports} <= {name for event in linked.events for name in event.reports}


SHOT = "Fano fighters shot down an army helicopter near Lalibela on Monday, killing all eight on board, Fano said."


def test_an_accident_contradicts_an_attack(rooms: Rooms) -> None:
    fell = "An army helicopter crashed near Lalibela on Monday because of a technical fault, the Ethiopian army said."
    assert len(said(told(rooms, SHOT, fell), "told of an accident")) == 1


def test_a_deed_that_was_not_meant_so_is_no_accident(rooms: Rooms) -> None:
    meant = "A military drone bombed villagers in Lalibela on Monday, killing eight, residents said."
    owned = "The Ethiopian army admitted that one of its drones hit Lalibela by mistake on Monday."
    assert not said(told(rooms, meant, owned), "told of an accident")


FREED = "Soldiers freed eleven teachers from a separatist camp near Kumbo on Monday, the Cameroonian army said. "


def test_rescue_contradicts_release_and_is_said_once(rooms: Rooms) -> None:
    other = "The Ambazonia Defence Forces released eleven teachers near Kumbo on Monday, their spokesman said."
    linked = told(rooms, FREED + "Four fighters were killed in the raid.", other)
    assert len(said(linked, "came free")) == 1
    assert not said(linked, "as the doer")


def test_freed_alone_leaves_open_how(rooms: Rooms) -> None:
    other = "The eleven teachers were freed near Kumbo on Monday, a priest said."
    assert not said(told(rooms, FREED, other), "came free")


@pytest.mark.parametrize(
    ("words", "stopped"),
    [
        ("Israel intercepted a missile launched from Yemen.", True),
        ("India's air defences thwarted a Pakistani missile attack.", True),
        ("The army repelled an attack in which the rebels fired rockets.", False),
        ("Rebels burned two drones in a depot.", False),
    ],
)
def test_what_stops_what_was_fired(words: str, *, stopped: bool) -> None:
    assert stops_what_was_fired(words) is stopped
