"""Where the hurt are brought is not where they were hit; what a label opens is of what it names."""

import pytest

from tests.coding.coded import code_text


def _places(text: str) -> list[tuple[str, list[str]]]:
    return [(report.type.label, [place.name for place in report.places]) for report in code_text(text).reports]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        (
            "A roadside bomb hit a patrol near Dikwa in Nigeria on Sunday. "
            "Three soldiers were injured and rushed to the military hospital in Maiduguri.",
            "explosion",
            "Dikwa",
        ),
        (
            "Militants fired on a convoy in Pampore in India on Sunday. "
            "Five jawans were injured and shifted to the army hospital in Srinagar, where one died.",
            "armed_clash",
            "Pampore",
        ),
        (
            "Shells hit a bakery in Lysychansk in Ukraine on Saturday. A woman died in hospital in Luhansk.",
            "shelling",
            "Lysychansk",
        ),
        (
            "Gunmen opened fire on a bus in Jonglei in South Sudan on Saturday. "
            "Seven passengers were injured and airlifted to Juba.",
            "attack_on_civilians",
            "Jonglei",
        ),
    ],
)
def test_where_the_hurt_are_brought_is_no_place_of_the_deed(text: str, type_: str, place: str):
    assert _places(text) == [(type_, [place])]


def test_where_somebody_goes_who_is_not_hurt_stays_a_place():
    told = _places("The army drove the herders from Kaga in Chad and moved 300 of them to Bol on Monday.")
    assert any("Bol" in places for _, places in told)


def test_a_toll_behind_a_label_is_not_that_of_the_entry_above():
    coded = code_text(
        "11:40 A missile struck a fuel depot in Lviv, nobody was hurt.\n\n"
        "11:05 Chuhuiv maternity ward: four dead, 12 wounded, the rescue service says."
    )
    dead = [figure for figure in coded.figures if figure.measure == "killed" and figure.best == 4]
    assert dead
    assert all(figure.event_report is None for figure in dead)


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("Bandits killed 16 people at Sabon Gari in Nigeria on Friday, and on Saturday eight were killed in Kware.", 2),
        ("Boko Haram killed 16 people at Sabon Gari in Nigeria on Friday. Eight were hurt.", 1),
    ],
)
def test_the_dead_of_another_place_and_day_are_of_another_deed(text: str, deaths: int):
    assert len(code_text(text).reports) == deaths
