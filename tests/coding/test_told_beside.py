"""What stands beside a number or a word and changes what it tells: a speaker, "fatal", what an exercise is for."""

import pytest

from tests.coding.coded import code_text


def _types(text):
    return {report.type.label for report in code_text(text).reports}


def _numbers(text, measure="killed"):
    return {figure.best for figure in code_text(text).figures if figure.measure == measure}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("According to the mayor, three soldiers and four rebels were killed in Beni on Monday.", {3, 4, 7}),
        ("According to the commissioner, 55 soldiers and 26 armed youths were killed in Tonj.", {55, 26, 81}),
        ("For the village head, two farmers and a girl died in the raid on Fobur on Monday.", {2, 1, 3}),
        ("The chief, two guards and a driver were killed in Kumbo on Monday.", {4}),
        ("Gunmen killed the chief, two guards and a driver in Kumbo on Monday.", {4}),
    ],
)
def test_who_says_so_is_none_of_the_dead(text, numbers):
    assert _numbers(text) == numbers


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A woman sustained fatal injuries when a shell hit her house in Nikopol on Monday.", {1}, set()),
        ("Two miners received fatal wounds when gunmen fired on a bus near Wau on Monday.", {2}, set()),
        ("A woman sustained serious injuries when a shell hit her house in Nikopol on Monday.", set(), {1}),
    ],
)
def test_a_fatal_injury_is_a_death(text, killed, wounded):
    assert _numbers(text) == killed
    assert _numbers(text, "wounded") == wounded


def test_who_opens_fire_and_burns_houses_has_no_accident():
    text = "Gunmen opened fire on worshippers in Mopti on Monday, looted shops and burned houses."
    assert _types(text) == {"attack_on_civilians", "looting_destruction"}
    assert "accident" in _types("A fire broke out in a camp near Beni on Monday, killing two people.")


def test_an_exercise_of_an_office_trains_nobody():
    assert "training" not in _types("Soldiers shot two youths during a voter registration exercise in Jos on Monday.")
    assert "training" not in _types("Armed men resisted a disarmament exercise by the army in Tonj on Monday.")
    assert "training" in _types("The army and the navy held a field exercise near Port Sudan on Monday.")


def test_streets_that_are_found_deserted_desert_nobody():
    assert "defection_surrender" not in _types("Peacekeepers found streets deserted in Tonj on Tuesday.")
    text = "Forty conscripts were found to have deserted from their brigade near Kupiansk on Tuesday."
    assert "defection_surrender" in _types(text)
