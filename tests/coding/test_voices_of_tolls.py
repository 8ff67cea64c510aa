"""Whose a toll is: put at a number in a clause of its own, given in a count by somebody whom no list names."""

import pytest

from tests.coding.coded import code_text


def _voices(text: str) -> list[tuple[float | None, tuple[str, ...]]]:
    return [(f.best, tuple(each.speaker for each in f.attribution)) for f in code_text(text).figures]


def test_a_toll_that_somebody_puts_at_a_number_is_theirs_alone():
    found = _voices("An attack on a mosque in Katsina killed 50 people on Monday, a toll that residents put at 70.")
    assert (50.0, ()) in found
    assert (70.0, ("residents",)) in found


def test_a_passive_toll_is_of_whoever_is_behind_by():
    found = _voices("The number of dead, put at 40 by the mayor, rose on Tuesday after the raid on Barsalogho.")
    assert found == [(40.0, ("mayor",))]


def test_a_count_is_of_its_makers():
    found = _voices(
        "Thirty people were killed in an air strike on Taiz on Monday, according to a count by local medics."
    )
    assert found == [(30.0, ("local medics",))]
    given = _voices("According to a toll given by the government, 30 people were killed in an attack in Tillaberi.")
    assert given[0][1] == ("Government of Niger",)


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        ("Nine were wounded, the hospital in Taiz said, but the mayor put the number at 14.", 14, "mayor"),
        ("Residents of Solhan talked of 12 wounded; a nurse counted eight.", 12, "residents"),
        ("The health ministry of Sudan gave a toll of 33 dead.", 33, "ministry"),
        ("Eleven soldiers were killed, the general said. The movement claimed 25 on its channel.", 25, "movement"),
        ("Fifteen were killed in Bamyan, the committee said, and a doctor told us of 22.", 22, "doctor"),
    ],
)
def test_who_gives_a_number_in_passing_is_its_voice(text: str, number: int, who: str):
    voices = [f.attribution[-1].speaker.lower() for f in code_text(text).figures if f.best == number and f.attribution]
    assert any(who in voice for voice in voices)
