"""What raids, strikes and sorties hit is told with their type, however far on in the page."""

import pytest

from tests.coding.coded import code_text

JETS = "Fighter jets bombed positions of the rebels outside Toungoo on Monday. "


def types_of(text: str) -> list[str]:
    return [report.type.label for report in code_text(text).reports]


@pytest.mark.parametrize(
    "then",
    [
        "Schools were shut. The roads were empty. The other seven strikes hit sites inside Loikaw.",
        "Schools were shut. The roads were empty. Three raids targeted the area around Demoso.",
        "The sorties resulted in killing 17 militants in Hpakant.",
        "The sorties also destroyed two vehicles in Hpakant.",
        "Schools were shut. The bombing continued on Tuesday in Demoso, with at least 14 raids.",
    ],
)
def test_deeds_of_aircraft_go_on_as_air_strikes(then: str) -> None:
    assert set(types_of(JETS + then)) == {"air_strike"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Gunmen looted two villages near Zurmi on Monday. Three raids targeted farms around Anka.", "offensive"),
        ("A suicide vest was found in Kabul. Jets circled. A bombing in Kabul killed nine on Monday.", "explosion"),
    ],
)
def test_raids_of_riders_and_bombings_beside_laid_bombs_do_not(text: str, label: str) -> None:
    assert label in types_of(text)
    assert "air_strike" not in types_of(text)
