"""A place that one side gives up: whom it is taken from, and no capture by those who leave it. All rooms."""

import pytest

from crossreport.linking import link
from crossreport.model import Event
from evals.rooms import Rooms
from tests.linking.test_small_places import coded, joined

PLACES = [("M23", "the Congolese army", "Kalembe"), ("The Taliban", "the Afghan army", "Ishkashim")]


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def names(event: Event, role: str) -> set[str]:
    return {actor.name for side in event.sides if side.role == role for actor in side.actors}


@pytest.mark.parametrize(("rebels", "place"), [(rebels, place) for rebels, _, place in PLACES])
def test_who_leaves_a_place_did_not_take_it(rooms: Rooms, rebels: str, place: str) -> None:
    took = coded(rooms, "a", f"{rebels} captured {place} on Tuesday, a priest said.")
    left = coded(rooms, "b", f"{rebels} withdrew from {place} on Tuesday, a nurse said.")
    assert not joined(took, left)


@pytest.mark.parametrize(("rebels", "army", "place"), PLACES)
def test_a_place_is_taken_from_those_who_leave_it(rooms: Rooms, rebels: str, army: str, place: str) -> None:
    took = coded(rooms, "a", f"{rebels} captured {place} on Tuesday, a priest said.")
    left = coded(rooms, "b", f"{army.capitalize()} withdrew from {place} on Tuesday, a nurse said.")
    assert joined(took, left)
    event = max(link([took, left]).events, key=lambda one: len(one.reports))
    doers, losers = names(event, "agent"), names(event, "target")
    assert len(doers) == len(losers) == 1
    assert doers != losers
