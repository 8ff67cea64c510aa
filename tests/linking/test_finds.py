"""Bodies that are found and the attack after which they lie there: all rooms."""

import pytest

from crossreport.linking import link
from crossreport.weighing import weigh
from evals.rooms import Rooms
from tests.linking.test_small_places import coded, joined

FINDS = [
    ("Rebels attacked Masanga on Friday night and killed 41 people, an official said.",
     "Forty-one bodies have been found in Masanga since rebels attacked it on Friday night, the parish says."),
    ("Gunmen attacked Wadeya on Friday night and killed 23 people, the police said.",
     "Twenty-three bodies have been found in Wadeya since gunmen attacked it on Friday night, a nurse said."),
]  # fmt: skip


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


@pytest.mark.parametrize(("attack", "find"), FINDS)
def test_as_many_bodies_on_the_day_of_an_attack_are_its_dead(rooms: Rooms, attack: str, find: str) -> None:
    pages = [coded(rooms, "a", attack), coded(rooms, "b", find)]
    assert joined(*pages)
    event = max(weigh(pages, link(pages)).events, key=lambda one: one.voices.pages)
    assert event.killed is not None
    assert len(event.killed.by_voice) == 1


def test_other_bodies_are_another_happening(rooms: Rooms) -> None:
    find = "Nine bodies were found in Masanga on Friday, the parish says."
    assert not joined(coded(rooms, "a", FINDS[0][0]), coded(rooms, "b", find))
