"""What a side tells under its own name."""

import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.model import Block, CodedPage, Page, Published
from tests.coding.coded import analyser, code_text, names


def coded(title: str, text: str) -> CodedPage:
    whole = f"{title}\n{text}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(whole), "paragraph"))
    when = Published("2023-05-09", "2023-05-09", "2023-05-09")
    page = Page("page-test", "sha256:00", "test.txt", None, title, "en", whole, blocks, (), when)
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis))


@pytest.mark.parametrize(
    ("title", "text", "who"),
    [
        (
            "BALOCHISTAN LIBERATION ARMY",
            "A military convoy was targeted with a remote-controlled bomb in Bolan in Pakistan this morning. Five "
            "soldiers of the occupying army were killed. We will continue our struggle.",
            {"Balochistan Liberation Army"},
        ),
        (
            "Rapid Support Forces - official statement",
            "This morning the camp of the Central Reserve in Khartoum was liberated from the Sudanese army. Our men "
            "will go on until victory.",
            {"Rapid Support Forces"},
        ),
        (
            "Karenni Nationalities Defence Force - Information Department",
            "Yesterday a drone unit dropped bombs on the police station of Hpasawng in Myanmar. Our comrades returned.",
            {"Karenni Nationalities Defence Force"},
        ),
    ],
)
def test_a_page_under_a_sides_bare_name_tells_of_its_own_deeds(title, text, who):
    assert names(coded(title, text).reports[0], "agent") == who


def test_news_about_a_side_is_not_its_own_word():
    report = coded(
        "Boko Haram attack in Borno",
        "A convoy was targeted with a bomb near Bama in Nigeria on Monday. Our correspondent saw five dead soldiers.",
    ).reports[0]
    assert "Boko Haram" not in names(report, "agent")


def test_who_is_shot_in_the_course_of_a_raid_is_hit_in_it():
    (report,) = code_text(
        "In the course of a police operation in Solino in Haiti, six members of the Viv Ansanm gang were shot."
    ).reports
    assert (names(report, "agent"), names(report, "target")) == ({"Haitian National Police"}, {"Viv Ansanm"})
