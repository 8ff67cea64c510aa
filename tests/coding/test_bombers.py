"""A bomber that walks or drives, and one that flies."""

import pytest

from tests.coding.coded import code_text


def types_of(text: str) -> set[str]:
    return {report.type.label for report in code_text(text).reports}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in Kukawa after a motorbike bomber attack.",
        "A bomber attack killed nine in Maiduguri.",
        "A bomber attacked a checkpoint in Mogadishu on Monday.",
        "The bomber struck as worshippers left a mosque in Kano.",
        "A teenage bomber hit a market in Mora on Friday.",
        "A van bomber targeted a convoy in Kabul on Sunday.",
    ],
)
def test_one_bomber_of_whom_no_more_is_said_carries_a_bomb(text: str) -> None:
    assert types_of(text) == {"explosion"}


@pytest.mark.parametrize(
    "text",
    [
        "A Su-24 bomber struck a market in Saraqib.",
        "A government bomber attacked Kauda on Monday, killing three.",
        "Bombers attacked two villages near Kadugli on Monday.",
        "The army's bomber attacked Loikaw on Monday.",
        "Strategic bombers targeted Kharkiv overnight.",
    ],
)
def test_bombers_in_the_plural_and_those_of_an_army_fly(text: str) -> None:
    assert types_of(text) == {"air_strike"}


@pytest.mark.parametrize(("group", "deed"), [("Boko Haram", "bombings"), ("The TTP", "bombings"), ("IS", "bombings")])
def test_previous_deeds_are_not_the_one_told_before(group: str, deed: str) -> None:
    told = "A suicide bomber killed nine people outside a bakery in Mora on Tuesday. "
    coded = code_text(told + f"Nobody claimed it, but {group} has claimed previous {deed} in the region.")
    assert [report.type.label for report in coded.reports].count("explosion") == 2
    coded = code_text(told + "The bombing was the worst there in years, the mayor said.")
    assert [report.type.label for report in coded.reports].count("explosion") == 1
