"""Who names whom, and who denies what, on pages read by all rooms."""

import pytest

from crossreport.linking import link
from crossreport.weighing import weigh
from evals.rooms import Rooms, capture_of

STRUCK = "Artillery shells struck a resort in {place} on Monday, killing nine tourists, a doctor said."
DAY = "2022-07-19"  # a Tuesday


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def found(rooms: Rooms, *texts: str) -> set[str]:
    """The sorts of contradiction on these pages."""
    coded = [rooms.code(capture_of(f"{name}.txt", text), DAY) for name, text in zip("abcd", texts, strict=False)]
    findings = weigh(coded, link(coded)).findings
    return {one.reasons[0].rule for one in findings if one.kind == "contradiction"}


def test_voices_that_blame_different_sides_name_two_culprits(rooms: Rooms) -> None:
    one = STRUCK.format(place="Kharkiv") + " The mayor blamed Russia."
    other = STRUCK.format(place="Kharkiv") + " The defence ministry in Moscow blamed Ukraine for the attack."
    assert found(rooms, one, other) == {"culprit"}
    assert found(rooms, one, STRUCK.format(place="Kharkiv") + " The governor blamed Russia.") == set()


def test_a_page_that_only_denies_speaks_of_the_deed_that_another_tells(rooms: Rooms) -> None:
    told = "Syrian army helicopters bombed a market in Darayya on Monday, killing four people, activists said."
    denied = "Syria's army denied that its aircraft had bombed a market in Darayya on Monday."
    elsewhere = "Syria's army denied that its aircraft had bombed a market in Douma on Monday."
    assert found(rooms, told, denied) == {"occurrence"}
    assert found(rooms, told, elsewhere) == set()


def test_who_had_no_hand_in_it_denies_responsibility(rooms: Rooms) -> None:
    told = "A car bomb killed 41 people in a market in Peshawar on Monday, police said."
    denied = told + " The Pakistani Taliban said that they had no hand in it."
    assert found(rooms, denied, told) == {"responsibility"}
