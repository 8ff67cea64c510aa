"""A fight for a town that the gazetteer knows as a district only: all rooms."""

import pytest

from evals.rooms import Rooms
from tests.linking.test_small_places import coded, joined

FIGHTS = [
    ("The army repelled an attack by rebels on the fort at Mirbat on Wednesday. 38 of the rebels were killed.",
     "The people's fighters stormed Mirbat on 25 April in Oman and took the town. They lost nine men."),
    ("The Taliban captured Ishkashim, Afghanistan, on Tuesday, a local councillor said.",
     "Government troops repelled an attack by the Taliban on Ishkashim in Afghanistan on Tuesday, an officer said."),
]  # fmt: skip


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


@pytest.mark.parametrize(("one", "other"), FIGHTS)
def test_two_accounts_of_what_was_done_in_it_are_one(rooms: Rooms, one: str, other: str) -> None:
    assert joined(coded(rooms, "a", one), coded(rooms, "b", other))
