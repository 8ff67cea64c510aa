"""Items whose heads Markdown sets in bold are placed as those that it does not."""

import pytest

from tests.coding.coded import code_text

ITEMS = [
    ("El Tarra, January 18", "Four traders were murdered by unknown gunmen."),
    ("Teorama, January 19", "An army helicopter came under fire, without casualties."),
    ("San Calixto, January 20", "Thirteen people were kidnapped from a bus."),
]


@pytest.mark.parametrize("mark", ["**", "__"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_head_in_bold_tells_the_place_of_its_item(mark: str, inside: bool) -> None:
    def head(words: str) -> str:
        return f"{mark}{words}.{mark}" if inside else f"{mark}{words}{mark}:"

    def places(lines: list[str]) -> list[list[str]]:
        told = code_text("Killings in Norte de Santander, Colombia\n\n" + "\n".join(lines))
        return [[place.name for place in report.places] for report in told.reports]

    bold = places([f"- {head(words)} {told}" for words, told in ITEMS])
    assert bold == places([f"- {words}. {told}" for words, told in ITEMS])
    assert bold[:2] == [["El Tarra"], ["Teorama"]]


def test_a_raid_in_bold_of_a_sudanese_sheet() -> None:
    text = "- **Kutum, 5 May.** Riders burned the market.\n- **Kabkabiya, 6 May.** Shells fell on a school."
    assert [report.places[0].name for report in code_text(text).reports] == ["Kutum", "Kabkabiya"]
