"""By which toll a report is compared with others."""

from crossreport.linking.features import Toll, killed
from tests.coding.coded import code_text


def toll(text: str) -> Toll | None:
    coded = code_text(text)
    return killed(coded.reports[0], {figure.id: figure for figure in coded.figures})


def test_rival_figures_of_two_voices_are_the_stretch_between_them():
    told = toll(
        "Militiamen attacked the Hila quarter of Zalingei in Sudan on Monday and killed at least 63 people, "
        "lawyers said. The army said that 140 civilians had died in the attack."
    )
    assert told == Toll(63, None, 140)


def test_the_figure_of_one_voice_is_its_own():
    assert toll("Gunmen killed nine villagers in Zalingei in Sudan on Monday, lawyers said.") == Toll(9, 9, 9)
