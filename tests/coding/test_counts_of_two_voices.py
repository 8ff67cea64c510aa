"""Two counts in one sentence, each by its own voice: none of them says what the other counted."""

import pytest

from tests.coding.coded import code_text


def counts(text: str) -> list[tuple[float | None, list[str]]]:
    """The numbers of the dead, each with its voices."""
    page = code_text(text)
    return [(one.best, [voice.speaker for voice in one.attribution]) for one in page.figures if one.measure == "killed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Government sources report six soldiers killed in Bulobarde; al-Shabaab claimed 73.",
            [(6, ["government sources"]), (73, ["Al-Shabaab"])],
        ),
        (
            "Officials in Marib reported 17 soldiers killed, while the Houthis claimed 40 dead.",
            [(17, ["officials in Marib"]), (40, ["Houthi movement"])],
        ),
        (
            "Gunmen killed 17 people in Makurdi, residents said. Police confirmed it but put the death toll at six.",
            [(17, ["residents"]), (6, ["Nigeria Police Force"])],
        ),
        (
            "17 people were killed in Beni, the mayor said; a local committee gave the figure of 124 for the village.",
            [(17, ["mayor"]), (124, ["local committee"])],
        ),
        # what must stay: one voice for both sides of a toll, and a count that is another's already
        (
            "The army said four soldiers died in Tame on Monday, while nine rebels were killed.",
            [(4, ["National Army of Colombia"]), (9, ["National Army of Colombia"])],
        ),
        (
            "17 people were killed in Beni, the mayor said, while a hospital source said 22 had died.",
            [(17, ["mayor"]), (22, ["hospital source"])],
        ),
    ],
)
def test_each_of_two_counts_has_its_own_voice(text, expected):
    assert [each for each in counts(text) if each in expected] == expected
