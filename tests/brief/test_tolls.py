"""What a brief says of the people hurt: whose dead they are, what is denied, where no figure is of the event alone."""

import pytest

from crossreport.brief.catalogue import Catalogue
from crossreport.brief.sentences import Composer
from crossreport.model import Linked
from crossreport.privacy import Privacy
from tests.coding.coded import code_text


def toll(text: str) -> str:
    coded = code_text(text)
    line = Composer(Catalogue([coded], Linked((), (), ())), Privacy([])).toll(coded.reports)
    assert line is not None
    return line.text


def test_a_toll_of_a_longer_time_is_told_as_one():
    told = toll(
        "Clashes between the army and the RSF were reported in El Fasher on Monday. At least 1,600 people have been "
        "killed in fighting between the army and the RSF in El Fasher over the past four months, a doctor said."
    )
    assert told.startswith("No figure for this alone is given; over a longer time, reported killed: at least 1,600")


def test_where_no_figure_stands_at_all_that_is_said():
    assert toll("The army and the RSF clashed in El Fasher on Monday.") == "No figure for casualties is given."


@pytest.mark.parametrize(
    ("text", "held", "denied"),
    [
        (
            "Nine soldiers were killed in a clash with the M23 at Rutshuru on Monday. The M23's claim of killing 30 "
            "soldiers is a lie, the army said.",
            "9 combatants",
            "30 combatants",
        ),
        (
            "Four rebels of the ELN were killed in fighting at Arauca on Monday. The army denied that 12 soldiers were "
            "killed there.",
            "4 combatants",
            "12 combatants",
        ),
    ],
)
def test_a_number_that_is_denied_does_not_stand_among_the_reported(text: str, held: str, denied: str) -> None:
    told = toll(text)
    assert f"Reported killed: {held}" in told
    assert f"Denied as killed: {denied}" in told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The army killed 15 militants at Patikul on Monday. Two soldiers were killed in the fighting.",
            ("“15 militants”", "“Two soldiers”"),
        ),
        (
            "Forty jihadists and six soldiers were killed in a clash at Djibo on Monday, the army said.",
            ("“Forty jihadists”", "“six soldiers”"),
        ),
    ],
)
def test_the_dead_of_two_sides_are_told_apart_by_the_pages_words(text: str, words: tuple[str, str]) -> None:
    assert all(one in toll(text) for one in words)


@pytest.mark.parametrize("place", ["Pibor", "Tumaco", "Loikaw"])
def test_two_parts_of_one_kind_are_told_apart_by_the_pages_words(place: str) -> None:
    told = toll(f"Twenty-one people, 14 rebels and seven soldiers, were killed in fighting at {place} on Monday.")
    assert told.startswith("Reported killed: 21, among them “14 rebels” and “seven soldiers”")
