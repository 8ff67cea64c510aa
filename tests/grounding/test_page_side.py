"""Whose paper a page is, and whom "enemy drones", "the air force", "our team" mean in it."""

import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.model import Block, Page, Published
from tests.coding.coded import analyser, names


def agents(heading: str, text: str) -> set[str]:
    """The doers of a page with a heading that is no part of its report."""
    whole = f"{heading}\n{text}"
    blocks = (Block(len(heading) + 1, len(whole), "paragraph"),)
    when = Published("2023-05-09", "2023-05-09", "2023-05-09")
    page = Page("page-test", "sha256:00", "test.txt", heading, None, "en", whole, blocks, (), when)
    analysis = analyser().analyse(page)
    return {name for report in code(page, analysis, ground(page, analysis)).reports for name in names(report, "agent")}


@pytest.mark.parametrize(
    ("heading", "text", "who"),
    [
        (
            "Donetsk Regional Military Administration",
            "Enemy drones hit a bus in Pokrovsk in Ukraine on Monday and wounded three passengers.",
            {"Russian Armed Forces"},
        ),
        (
            "Ministry of Defence, Maputo",
            "The air component bombed a camp near Palma in Mozambique on Monday.",
            {"Mozambican Air Force"},
        ),
        (
            "Amaq Agency",
            "Crusader aircraft bombed a bridge in Mosul in Iraq on Monday.",
            {"US-led coalition"},
        ),
        (
            "The Delta Courier",
            "Enemy drones hit a bus near Palma in Mozambique on Monday and wounded three passengers.",
            set(),
        ),
    ],
)
def test_who_speaks_says_whose_arms_they_are(heading, text, who):
    assert agents(heading, text) == who
