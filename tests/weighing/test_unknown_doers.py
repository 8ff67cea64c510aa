"""Whoever is named may be "gunmen"; fighters of no named side against soldiers are the other side's dead."""

import pytest
from msgspec import structs

from crossreport.model import Actor, CodedPage, Counted, Finding
from crossreport.weighing.disputes import _other_doers
from tests.linking.build import Told, page
from tests.weighing.test_disputes import findings, weighed

NOBODY = "unidentified-armed-group"


@pytest.mark.parametrize(("here", "there"), [("XK", "RS"), ("KE", "SO"), ("SD", "SD")])
def test_gunmen_contradict_nobody_who_names_them(here: str, there: str) -> None:
    gunmen = Actor(f"{NOBODY}:{there}", "unidentified armed group", "other", there, generic=True)
    police = Actor(f"police:{here}", "police", "state_forces", here)
    rebels = Actor(f"front:{there}", "Front", "rebel_group", there)
    assert not _other_doers([gunmen], [police])
    assert not _other_doers([police], [gunmen])
    assert _other_doers([rebels], [police])


def counting(name: str, words: str, kind: str, number: float) -> CodedPage:
    sentence = f"In the attack on Tell Amar {number:.0f} {words} were killed."
    found = page(name, Told(sentence, "offensive", killed=(number,) * 3), outlet=name)  # type: ignore[arg-type]
    figures = tuple(structs.replace(one, of=Counted(words, kind)) for one in found.figures)  # type: ignore[arg-type]
    return structs.replace(found, figures=figures)


def rival(one: CodedPage, other: CodedPage) -> list[Finding]:
    return [found for found in findings(weighed(one, other), "contradiction") if found.reasons[0].rule == "number"]


@pytest.mark.parametrize("fighters", ["takfiri elements", "attackers", "gunmen"])
def test_fighters_of_no_named_side_are_no_rival_count_of_soldiers(fighters: str) -> None:
    assert not rival(counting("Daily", "soldiers", "combatants", 23), counting("Courier", fighters, "combatants", 40))
    assert rival(counting("Daily", "people", "people", 23), counting("Courier", "people", "people", 40))
