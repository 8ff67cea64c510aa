"""Whom an offensive hits where only the ground tells it, and whose bare fighters are; own sentences of several wars."""

import pytest

from tests.coding.coded import code_text, names
from tests.grounding.test_actors import names as grounded_names


def hit(text: str, *types: str) -> list[set[str]]:
    """Those hit in the records of some types."""
    coded = code_text(text, "2021-05-04")
    return [names(one, "target", "victim") for one in coded.reports if one.type.label in types]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Nigerian troops captured the Boko Haram stronghold of Gwoza on Monday.", "Boko Haram"),
        (
            "Government troops launched an offensive in Houthi-controlled Hajjah province in Yemen on Monday.",
            "Houthi movement",
        ),
        ("The RSF advanced into the army-held town of Umm Rawaba in Sudan on Monday.", "Sudanese Armed Forces"),
        ("Malian soldiers advanced into Tessalit, a stronghold of JNIM in northern Mali, on Monday.", "JNIM"),
    ],
)
def test_who_holds_the_ground_is_whom_an_offensive_hits(text, whose):
    assert hit(text, "offensive", "territory_taken")[0] == {whose}


@pytest.mark.parametrize(
    "text",
    [
        "Government troops launched an offensive in the port of Hodeidah in Yemen on Monday.",
        "The army advanced on Monday along the road to Bunagana in the DR Congo.",
    ],
)
def test_ground_of_which_no_holder_is_told_hits_nobody(text):
    assert hit(text, "offensive", "territory_taken") == [set()]


@pytest.mark.parametrize(
    ("text", "quote", "whose"),
    [
        (
            "Nigerian troops repelled a Boko Haram attack on Bama. Twelve militants were killed.",
            "militants",
            "Boko Haram",
        ),
        ("French jets struck a JNIM camp near Hombori in Mali. About 20 fighters were killed.", "fighters", "JNIM"),
        (
            "In Yemen, gunmen affiliated with Al-Shabaab fired at a boat.",
            "gunmen",
            "Al-Shabaab",
        ),
    ],
)
def test_bare_fighters_are_those_of_the_one_group_just_told_of(text, quote, whose):
    assert {name for said, name in grounded_names(text, "2021-05-04").items() if quote in said} == {whose}


def test_fighters_of_another_place_are_not_the_group_just_told_of():
    text = "Somali soldiers attacked al-Shabaab posts near Bulo Marer. In Ethiopia, six militants were killed."
    found = grounded_names(text, "2021-05-04")
    assert "Al-Shabaab" not in {name for said, name in found.items() if "militants" in said}
