"""How two tolls stand to each other, and what follows where the accounts name other kinds of deed."""

import pytest

from crossreport.linking.features import Toll
from crossreport.linking.tolls import compare_tolls
from evals.rooms import Rooms
from tests.linking.test_small_places import coded, joined


def exact(count: float) -> Toll:
    return Toll(count, count, count)


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (exact(7), exact(7), "toll_equal"),
        (exact(2), exact(2), "toll_meets"),
        (exact(12), exact(20), "toll_close"),
        (exact(5), exact(12), "toll_apart"),
        (exact(2), exact(9), "toll_apart"),
        (exact(2), exact(23), "toll_far"),
        (Toll(3, None, None), exact(40), "toll_may_meet"),
    ],
)
def test_two_tolls_are_equal_meet_or_lie_apart(one: Toll, other: Toll, name: str) -> None:
    found = compare_tolls(one, other)
    assert found is not None
    assert found.name == name
    assert compare_tolls(other, one) == found


def test_a_gas_attack_with_many_dead_is_no_shelling_with_two() -> None:
    rooms = Rooms()
    gas = coded(rooms, "Nile Post", "A chlorine attack by the rebels killed 31 civilians in Omdurman on Tuesday.")
    lead = "The army captured Wad Madani on Monday.\n\n"
    shells = coded(rooms, "Hilal", f"{lead}Rebel shelling killed two civilians in Omdurman on Tuesday.")
    more = coded(rooms, "Hilal", f"{lead}Rebel shelling killed 31 civilians in Omdurman on Tuesday.")
    assert not joined(gas, shells)
    assert joined(gas, more)
