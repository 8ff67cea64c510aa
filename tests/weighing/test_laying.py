"""Who denies a deed and says who did it denies having done it, and names another culprit."""

import pytest

from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def rules(rooms: Rooms, deed: str, denial: str) -> set[str]:
    linked = weighed(coded(rooms, "Hill Gazette", deed), coded(rooms, "Border Wire", denial))
    return {one.reasons[0].rule for one in linked.findings if one.kind == "contradiction"}


DEED = "{0} killed 12 villagers in {1} on Monday, residents said."
WARS = [
    ("The Rapid Support Forces", "Tawila", "Sudanese army"),
    ("Malian soldiers", "Niono", "JNIM"),
    ("The New People's Army", "Catarman", "Philippine Army"),
    ("The Houthis", "Haradh", "Saudi-led coalition"),
]


@pytest.mark.parametrize(
    "denial",
    [
        "{0} denied having killed villagers in {1} on Monday and accused the {2} of the massacre.",
        "{0} denied having killed villagers in {1} on Monday, saying that the {2} was behind it.",
        "{0} denied any part in the killing of villagers in {1} on Monday, which it attributed to the {2}.",
        "{0} denied any part in the killing of villagers in {1} on Monday and held the {2} responsible.",
    ],
)
@pytest.mark.parametrize(("side", "place", "other"), WARS)
def test_who_denies_and_names_another_denies_having_done_it(
    rooms: Rooms, side: str, place: str, other: str, denial: str
) -> None:
    found = rules(rooms, DEED.format(side, place), denial.format(side, place, other))
    assert found == {"culprit", "responsibility"}


@pytest.mark.parametrize(
    "denial",
    [
        "{0} denied having killed villagers in {1} on Monday. Shells fired by the {2} fell outside the town, it said.",
        "{0} denied having killed villagers in {1} on Monday. The {2} attacked a camp there, it said.",
        "{0} denied having killed villagers in {1} on Monday. It did not accuse the {2}.",
    ],
)
@pytest.mark.parametrize(("side", "place", "other"), WARS[1:])
def test_another_side_that_only_was_there_is_not_blamed(
    rooms: Rooms, side: str, place: str, other: str, denial: str
) -> None:
    found = rules(rooms, DEED.format(side, place), denial.format(side, place, other))
    assert "culprit" not in found
