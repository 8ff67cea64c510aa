from types import SimpleNamespace

import pytest

from crossreport.cli.cells import chain_of, day_of, killed_words, number, place_of, sides_of, voices_of
from crossreport.model import Place, PlacePrecision, Toll, Voices, VoiceToll


def toll(low, best, high, *wordings):
    voices = tuple(VoiceToll("v", "f", None, None, None, wording) for wording in wordings)
    return Toll(low, best, high, voices)


def place(name, country, geonameid=1):
    return Place(name, geonameid, country, None, None, None, PlacePrecision(1, 1), (), None)


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        ([("agent", "A"), ("target", "B")], "A → B"),
        ([("agent", "A")], "A"),
        ([("target", "B")], "? → B"),
        ([("victim", "B")], "? → B"),
        ([("party", "A"), ("party", "B"), ("party", "A")], "A and B"),
        ([("party", "A"), ("party", "B"), ("agent", "C"), ("recipient", "D")], "A and B; C → D"),
        ([], ""),
    ],
)
def test_sides(roles, shown):
    assert sides_of(roles) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (toll(4, 4, 4, "four"), "4 “four”"),
        (toll(4, None, 9, "four", "nine", "four"), "4 to 9 “four” / “nine”"),
        (toll(24, None, None, "at least 24"), "24 or more “at least 24”"),
        (toll(None, None, 40, "as many as 40"), "up to 40 “as many as 40”"),
        (toll(None, None, None, "an unknown number"), "“an unknown number”"),
        (toll(1100, 1100, 1100), "1,100"),
    ],
)
def test_tolls_are_never_averaged(value, shown):
    assert killed_words(value) == shown


def test_places_say_what_is_not_known():
    assert place_of(None) == "not said"
    assert place_of(place("Idlib", "SY")) == "Idlib, SY"
    assert place_of(place("Dair Alwan", None, None)) == "Dair Alwan (?)"
    assert day_of(None) == "not said"


def test_standard_input_is_named_in_words():
    page = SimpleNamespace(outlet=None, name="-")
    assert chain_of(SimpleNamespace(attribution=()), page) == "standard input"


def test_markup_in_a_page_is_only_text():
    assert place_of(place("[red]Idlib[/red]", "SY")) == r"\[red]Idlib\[/red], SY"


def test_voices_and_numbers():
    assert voices_of(Voices(1, 1, 1)) == "1"
    assert voices_of(Voices(5, 2, 2)) == "2 (on 5 pages)"
    assert voices_of(Voices(1, 1, 0)) == "0 (on 1 page)"
    assert [number(value) for value in (None, 3.0, 2.5)] == ["", "3", "2.5"]
