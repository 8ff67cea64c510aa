"""Deaths told by other words, one death beside the toll that holds it, and what a deed's words say of its type."""

import pytest

from tests.coding.coded import code_text
from tests.coding.test_running_tolls import told

FOUGHT = {"armed_clash", "attack_on_civilians", "offensive", "shelling"}


def numbers(text, measure="killed"):
    """The numbers of people with one fate that stand for themselves."""
    page = code_text(text, "2024-03-08")
    return [f.best if f.best is not None else f.high for f in page.figures if f.measure == measure and not f.part_of]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Six soldiers embraced shahadat in a clash with militants near Tank on Monday.", 6),
        ("Our artillery destroyed 25 enemy soldiers near Robotyne on Monday.", 25),
        ("Up to 30 servicemen of the enemy were destroyed near Lysychansk on Sunday.", 30),
        ("Fighters attacked our post near Maungdaw on Monday; three of our comrades fell.", 3),
    ],
)
def test_deaths_told_by_other_words(text, dead):
    assert numbers(text) == [dead]
    assert {label for label, _ in told(text)} <= FOUGHT


@pytest.mark.parametrize(
    "text",
    ["The army vowed to destroy the 25 rebels of Kidal.", "The rebels destroyed 25 vehicles near Kidal on Monday."],
)
def test_an_aim_and_things_are_no_dead(text):
    assert not numbers(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("A shell hit a bus stop in Taiz on Monday. Five civilians were killed. A girl died in the ambulance.", 5),
        ("Raiders attacked Guma on Friday and killed 16 people. A teacher was hacked to death in his school.", 16),
    ],
)
def test_one_death_told_by_itself_is_of_the_toll_told_before(text, whole):
    assert numbers(text) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "A mine killed five civilians in Bouar on Monday. A nurse was also killed.",
        "A mine killed five civilians in Bouar on Monday. A soldier was killed.",
    ],
)
def test_one_more_or_one_of_another_side_stands_for_itself(text):
    assert numbers(text) == [5, 1]


def test_a_number_is_of_the_nearest_deed_of_its_clause():
    text = "Raiders killed a chief in Tambura on Monday and carried off 17 others."
    assert numbers(text) == [1]
    assert numbers(text, "abducted") == [17]


def test_those_left_with_burns_are_wounded():
    text = "An ambush near Djibo on Monday left nine soldiers dead and five with burns."
    assert (numbers(text), numbers(text, "wounded")) == ([9], [5])


def test_an_age_behind_of_is_no_toll():
    assert numbers("A driver of 22 was beaten to death in Wum on Monday.") == [1]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Three people were killed as a result of shelling in Horlivka on Sunday.", ["shelling"]),
        ("Herders raided a quarter of Gboko on Tuesday and killed four people.", ["attack_on_civilians"]),
        (
            "Barrel bombs fell on Loikaw on Monday. Six barrels were dropped from helicopters within an hour.",
            ["air_strike"],
        ),
        ("Gunmen opened fire on a patrol in Culiacán on Monday; three attackers lost their lives.", None),
    ],
)
def test_one_deed_in_two_clauses_is_one_of_the_type_that_says_more(text, types):
    found = [label for label, _ in told(text)]
    assert len(found) == 1
    assert types is None or found == types
