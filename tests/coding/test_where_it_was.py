"""A clause with "where" is of the place right in front of it, on whatever it was hung."""

import pytest

from tests.coding.coded import code_text


def place_of(text: str, type_: str) -> str | None:
    report = next(report for report in code_text(text, "2025-06-03").reports if report.type.label == type_)
    return report.place.name if report.place else None


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        (
            "More than 500 people arrived in Maiduguri from Marte in Nigeria on Monday.",
            "displacement_evacuation",
            "Maiduguri",
        ),
        (
            "More than 500 people arrived in Maiduguri from Marte, where Boko Haram killed 12 people on Sunday.",
            "attack_on_civilians",
            "Marte",
        ),
        (
            "Hundreds reached Adre from El Geneina, where RSF fighters shot dead 40 people on Monday.",
            "attack_on_civilians",
            "El Geneina",
        ),
        (
            "Families fled to Bukavu from Kavumu, where Burundian soldiers shelled the airport on Monday.",
            "shelling",
            "Kavumu",
        ),
        ("A convoy left Hodeidah for Taiz, Yemen, where a mine killed two drivers on Monday.", "explosion", "Taiz"),
        ("Militants from Sinjar, where they killed dozens in 2014, attacked Mosul on Monday.", "offensive", "Mosul"),
        (
            "Jets bombed Aleppo on Monday after the army left Homs, where the fighting had ended.",
            "air_strike",
            "Aleppo",
        ),
    ],
)
def test_the_clause_is_of_the_place_in_front_of_where(text: str, type_: str, wanted: str) -> None:
    assert place_of(text, type_) == wanted
