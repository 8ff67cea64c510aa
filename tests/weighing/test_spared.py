"""A side that lost nobody, or one man, by its own word, beside those who count its dead."""

import pytest

from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def tolls(rooms: Rooms, one: tuple[str, str], other: tuple[str, str]) -> list[str]:
    linked = weighed(coded(rooms, *one), coded(rooms, *other))
    return [one.says for one in linked.findings if one.kind == "contradiction" and one.reasons[0].rule == "number"]


CLAIM = "Fighters of the {side} attacked a base of the {army} at {place} on Monday and killed nine soldiers."
WARS = [
    ("Karen National Liberation Army", "Myanmar army", "Myanmar Ministry of Defence", "Kawkareik"),
    ("M23", "Congolese army", "Congolese Ministry of Defence", "Rutshuru"),
    ("New People's Army", "Philippine Army", "Philippine Ministry of Defence", "Catarman"),
]


@pytest.mark.parametrize(
    "spared",
    [
        "Four soldiers were wounded and none was killed.",
        "Four soldiers were hurt, but none of them died.",
        "Four members of the security forces were slightly wounded and nobody died.",
        "There were no losses on our side.",
        "None of the soldiers was hurt.",
        "No soldier was killed.",
        "Our troops had no casualties.",
    ],
)
@pytest.mark.parametrize(("side", "army", "ministry", "place"), WARS)
def test_who_lost_nobody_contradicts_who_counts_its_dead(
    rooms: Rooms, side: str, army: str, ministry: str, place: str, spared: str
) -> None:
    claim = CLAIM.format(side=side, army=army, place=place)
    answer = f"The {army} drove off an attack by the {side} on its base at {place} on Monday. {spared}"
    says = tolls(rooms, ("Hill Radio", claim), (ministry, answer))
    assert len(says) == 1
    assert "nine" in says[0]


@pytest.mark.parametrize(
    "other",
    [
        "No casualties were reported.",
        "No civilian was hurt.",
        "There were no losses among the civilian population.",
        "There was no word of losses.",
    ],
)
def test_what_nobody_reported_and_whom_no_soldier_was_contradict_no_toll(rooms: Rooms, other: str) -> None:
    side, army, ministry, place = WARS[0]
    claim = CLAIM.format(side=side, army=army, place=place)
    answer = f"The {army} drove off an attack by the {side} on its base at {place} on Monday. {other}"
    assert tolls(rooms, ("Hill Radio", claim), (ministry, answer)) == []


@pytest.mark.parametrize(("side", "army", "ministry", "place"), WARS)
def test_a_soldier_whom_a_side_mourns_is_a_toll_beside_nine(
    rooms: Rooms, side: str, army: str, ministry: str, place: str
) -> None:
    claim = CLAIM.format(side=side, army=army, place=place)
    answer = f"The {side} attacked a base of the {army} at {place} on Monday. A soldier of the {army} was killed."
    assert len(tolls(rooms, ("Hill Radio", claim), (ministry, answer))) == 1


@pytest.mark.parametrize(("side", "army", "ministry", "place"), WARS)
def test_those_of_whom_some_were_killed_are_the_side_named_before(
    rooms: Rooms, side: str, army: str, ministry: str, place: str
) -> None:
    claim = f"Fighters of the {side} drove back troops of the {army} at {place} on Monday and killed nine of them."
    answer = f"The {side} attacked a base of the {army} at {place} on Monday. Two soldiers of the {army} were killed."
    assert len(tolls(rooms, ("Hill Radio", claim), (ministry, answer))) == 1
