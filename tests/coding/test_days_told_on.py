"""The day of a deed where the next sentence or paragraph goes on with it, sets it down, or counts from it."""

import msgspec
import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from tests.coding.coded import analyser, code_text, page_of

PUBLISHED = "2022-08-18"  # a Thursday


def days(text):
    return {one.type.label: one.when and one.when.edtf for one in code_text(text, PUBLISHED).reports}


@pytest.mark.parametrize(
    ("behind", "type_", "expected"),
    [
        ("The raiders also abducted six girls, an elder said by phone.", "abduction", "2022-08-15~"),
        ("The army has blamed nomads. Troops shelled Pibor on Wednesday.", "shelling", "2022-08-17"),
    ],
)
def test_the_next_paragraph_goes_on_with_the_deed(behind, type_, expected):
    text = f"Gunmen killed nine herders near Akobo on Monday, officials said on Thursday.\n\n{behind}"
    assert days(text)[type_] == expected


@pytest.mark.parametrize(
    "behind",
    ["Rebels shelled Kadugli, the army said.", "The army shelled Kadugli from the hills."],
)
def test_another_place_in_the_next_paragraph_is_news_of_the_page(behind):
    text = f"Gunmen killed nine herders near Akobo on Monday, officials said.\n\n{behind}"
    assert days(text)["shelling"] == "2022-08-18~"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The strike was carried out on Monday, it said.", "2022-08-15"),
        ("The attack, on Tuesday night, left the town in the dark.", "2022-08-16"),
        ("The operation was conducted from 8 to 12 August.", "2022-08-08/2022-08-12"),
        ("The raid was reported by a radio station.", "2022-08-18~"),
    ],
)
def test_a_later_sentence_sets_down_the_day(behind, expected):
    text = f"Jets struck a rebel camp near Menaka, the army said. {behind}"
    assert expected in days(text).values()


def test_a_building_burned_in_the_next_paragraph_is_of_the_day_of_the_shelling():
    text = (
        "Rebels shelled Akobo on Monday, an officer said on Thursday.\n\nThe rebels also burned a clinic, a nurse said."
    )
    assert days(text)["looting_destruction"] == "2022-08-15~"


def test_the_body_sets_down_a_day_against_the_headline():
    text = (
        "Four herders killed by raiders in Pibor - 18.08.2022\n\n"
        "Raiders shot dead four herders in Pibor. The incident happened on Sunday evening."
    )
    page = page_of(text, PUBLISHED)
    title = msgspec.structs.replace(page.blocks[0], kind="title")
    page = msgspec.structs.replace(page, blocks=(title, *page.blocks[1:]))
    analysis = analyser().analyse(page)
    told = code(page, analysis, ground(page, analysis)).reports
    assert [report.when and report.when.edtf for report in told] == ["2022-08-14"]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "The army launched an offensive on Kutum on 2 August. Some 9,000 people have fled since the offensive "
            "began.",
            "displacement_evacuation",
            "2022-08-02/2022-08-18",
        ),
        (
            "Rebels captured Lasanod on Saturday. They have since shelled Buhoodle.",
            "shelling",
            "2022-08-13/2022-08-18",
        ),
        (
            "Rebels captured Lasanod on Saturday. The families had since returned, and on Monday troops shelled it.",
            "shelling",
            "2022-08-15",
        ),
    ],
)
def test_what_was_done_since_is_of_the_days_since(text, type_, expected):
    assert days(text)[type_] == expected


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Rebels shelled Duma. The attack, which came at dawn, was claimed by the rebels on Wednesday.",
            "shelling",
            "2022-08-18~",
        ),
        (
            "Gunmen killed a judge in Kirkuk on Sunday. The victim was shot in his car, police said in a report "
            "released on Wednesday.",
            "killing",
            "2022-08-14",
        ),
        ("Last Sunday troops killed ten bandits in Anka, the army said on Tuesday.", "armed_clash", "2022-08-14"),
        ("As of 10 August, some 14,000 people had fled Kutum.", "displacement_evacuation", "../2022-08-10"),
        ("A truce is due to take effect at midnight on Saturday in Taiz.", "ceasefire_halt", "2022-08-20"),
        ("A year ago today, jets bombed a market in Hpakant.", "air_strike", "2021-08-18"),
        (
            "Since Monday, 15/08/2022, rebels and troops have been clashing in Abs.",
            "armed_clash",
            "2022-08-15/2022-08-18",
        ),
    ],
)
def test_whose_day_it_is(text, type_, expected):
    assert days(text)[type_] == expected
