"""Values of TIMEX3 that mean the same are the same, and no others."""

import pytest

from evals.times import same_value


@pytest.mark.parametrize(
    ("gold", "ours"),
    [
        ("1989-W5", "1989-W05"),
        ("1989-11-06T17", "1989-11-06T17:00"),
        ("P1D", "PT24H"),
        ("P20Y", "P2DE"),
        ("PXE", "PXDE"),
        ("PXC", "PXCE"),
        ("19XX", "19"),
        ("1989-WXX", "1989-W43"),
    ],
)
def test_ways_of_writing_one_value(gold: str, ours: str) -> None:
    assert same_value(gold, ours)


@pytest.mark.parametrize(
    ("gold", "ours"),
    [
        ("1989-WXX", "1988-W43"),
        ("1989-W43", "1989-W44"),
        ("P1D", "PT20H"),
        ("P2Y", "P2DE"),
        ("1989-WXX", "1989-10"),
        ("1989-WXX", "1989-W43-WE"),
        ("1989", "198"),
        ("PXE", "PXCE"),
    ],
)
def test_other_values(gold: str, ours: str) -> None:
    assert not same_value(gold, ours)
