"""One happening told first of an unnamed place near another, then by name; the attack on a place that was shelled."""

import pytest

from tests.coding.coded import code_text


def told(text, day="2023-05-10"):
    """Type and places of each record."""
    return [(each.type.label, {place.name for place in each.places}) for each in code_text(text, day).reports]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        (
            "At least 31 people were killed on Saturday in government shelling of a rebel-held town northeast of the "
            "capital Khartoum. The bombardment struck the town of Bahri, residents said.",
            "shelling",
            "Bahri",
        ),
        (
            "Drones hit a village near Agadez on Monday, killing four. The strikes targeted the village of Tabelot.",
            "air_strike",
            "Tabelot",
        ),
        (
            "Gunmen killed eight farmers in a village on the border with Niger last week. The farmers were killed in "
            "Bangui village, police said.",
            "attack_on_civilians",
            "Bangui village",
        ),
        (
            "A car bomb went off in a town close to Mogadishu on Friday, killing ten. The bomb exploded in Afgooye.",
            "explosion",
            "Afgooye",
        ),
    ],
)
def test_an_unnamed_place_is_named_behind(text, type_, place):
    assert told(text) == [(type_, {place})]


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes killed nine people in Sirte on Monday. The strikes hit a hospital in Misrata.",
        "The army shelled a town west of Kharkiv on Friday, killing two. The army also shelled Izium.",
        "Four soldiers were killed in an attack on a post near Diffa on Monday. Militants attacked the town of Bosso "
        "on Monday, killing two.",
    ],
)
def test_named_places_and_deeds_that_are_not_taken_up_stay_two(text):
    assert len(told(text)) == 2


def test_the_attack_on_the_place_that_was_shelled_is_the_shelling():
    text = (
        "A missile fired by the army slammed into the village of Rann on Tuesday, killing 23 people.\n"
        "Residents were asleep, a teacher said.\nA local aid group also reported the attack on Rann."
    )
    assert [type_ for type_, _ in told(text)] == ["shelling"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "The bombardment hit the town of Myawaddy on Saturday where rebels killed two nurses.",
            ["shelling", "attack_on_civilians"],
        ),
        (
            "Shelling struck the village of Rann, where Boko Haram killed 12 farmers on Sunday.",
            ["shelling", "attack_on_civilians"],
        ),
        # the clause tells the deed itself
        ("A shelling took place in Avdiivka where separatists opened rocket fire on Monday.", ["shelling"]),
        ("Gunmen stormed the hospital, where they killed two nurses.", ["attack_on_civilians"]),
    ],
)
def test_what_others_did_in_the_place_is_another_happening(text, types):
    assert [type_ for type_, _ in told(text)] == types


def test_thousands_who_have_been_killed_on_a_front_are_no_one_clashs():
    text = (
        "The army clashed with militants near Maroua on Monday.\n"
        "The commander claimed that at least 6,000 militants have been killed on this front."
    )
    assert [figure.cumulative for figure in code_text(text).figures] == [True]
