"""On a page of posts, statements or countries no toll reaches over the line that heads the next part."""

import pytest

from crossreport.coding import code
from crossreport.coding.page.page_parts import parts
from crossreport.grounding.ground import ground
from crossreport.model import Block, Dropped, Page, Published
from tests.coding.coded import analyser

DAY = Published("2024-03-14", "2024-03-14", "2024-03-14")


def page_of(lines, *, dropped=None):
    """A page of "# heading" lines, read as subtitles or set aside with the reason `dropped`, and paragraphs."""
    text = "\n".join(line.removeprefix("# ") for line in lines)
    blocks, aside, at = [], [], 0
    for line in lines:
        end = at + len(line.removeprefix("# "))
        if not line.startswith("# "):
            blocks.append(Block(at, end, "paragraph"))
        elif dropped is None:
            blocks.append(Block(at, end, "subtitle"))
        else:
            aside.append(Dropped(at, end, dropped, text[at:end]))
        at = end + 1
    return Page("page-test", "sha256:00", "t.txt", None, None, "en", text, tuple(blocks), tuple(aside), DAY)


def coded(page):
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis))


DIGEST = [
    "# Kenya",
    "Raiders wounded a herder near Marsabit on Monday.",
    "# South Sudan",
    "Armed youths raided a cattle camp near Rumbek on Tuesday, killing 26 people.",
    "# Somalia",
    "Al-Shabaab says that it killed nine.",
    "# Sudan",
    "Shelling hit a market in El Fasher on Monday.",
]
BLOG = [
    "# 08:40",
    "Shells fell on Kharkiv again this morning, the mayor says.",
    "# 09:10",
    "The governor says that 35 people were killed.",
    "# 11:15",
    "A convoy has left Sumy.",
    "# 12:30",
    "Talks will go on tomorrow.",
]


@pytest.mark.parametrize("reason", [None, "not_main_text", "date_line"])
@pytest.mark.parametrize(("lines", "number"), [(DIGEST, 9), (BLOG, 35)])
def test_no_toll_reaches_over_a_heading(lines, number, reason):
    found = coded(page_of(lines, dropped=reason))
    (figure,) = [figure for figure in found.figures if figure.best == number]
    above = [report.id for report in found.reports if "Rumbek" in str(report.places) or "Kharkiv" in str(report.places)]
    assert above
    assert figure.event_report not in above


TWO = [
    "# Somalia",
    "Gunmen raided a livestock market near Baidoa on Tuesday and drove off two hundred goats.",
    "# Sudan",
    "Officials in the capital say that nine people were killed, and that the number will rise.",
]


@pytest.mark.parametrize("reason", [None, "not_main_text"])
def test_two_countries_divide_a_page_already(reason):
    page = page_of(TWO, dropped=reason)
    assert len(set(parts(page))) == 2
    found = coded(page)
    assert any(figure.best == 9 for figure in found.figures)
    raid = next(each for each in found.reports if "Baidoa" in str(each.places))
    assert all(figure.event_report != raid.id for figure in found.figures if figure.best == 9)


def test_statements_of_one_group_are_apart():
    lines = [
        "# Statement 1",
        "Our fighters bombarded Nahariya with rockets at noon on Thursday.",
        "# Statement 2",
        "Our fighters targeted a tank near Odaisseh on Thursday with a guided missile, killing its crew of four.",
        "# Statement 3",
        "We bow before our martyrs.",
        "# Statement 4",
        "God is great.",
    ]
    places = [[place.name for place in report.places] for report in coded(page_of(lines)).reports]
    assert len(places) == 2
    assert places[0] != places[1]


def test_under_the_crossheads_of_one_story_its_toll_is_told():
    lines = [
        "A bomb went off in a mosque in Kunduz on Friday.",
        "# Hospital full",
        "Doctors said that eleven people were killed.",
    ]
    page = page_of(lines)
    assert set(parts(page)) == {0}
    (figure,) = coded(page).figures
    assert figure.event_report is not None


@pytest.mark.parametrize("reason", ["ad_notice", "share", "caption"])
def test_notices_divide_no_story(reason):
    assert set(parts(page_of(DIGEST, dropped=reason))) == {0}
