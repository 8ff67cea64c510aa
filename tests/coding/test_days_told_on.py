"""The day of a deed where the next sentence or paragraph goes on with it, sets it down, or counts from it."""

import msgspec
import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from tests.coding.coded import analyser, code_text, page_of

PUBLISHED = "2022-08-18"  # a Thursday


def days(text):
    return {one.type.label: one.when and one.when.edtf for one in code_text(text, PUBLISHED).reports}


def reports_of_titled(text):
    """Of a text whose first line is its headline."""
    page = page_of(text, PUBLISHED)
    title = msgspec.structs.replace(page.blocks[0], kind="title")
    page = msgspec.structs.replace(page, blocks=(title, *page.blocks[1:]))
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis)).reports


def days_of_titled(text):
    return {one.type.label: one.when and one.when.edtf for one in reports_of_titled(text)}


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
    assert [report.when and report.when.edtf for report in reports_of_titled(text)] == ["2022-08-14"]


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


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Protection monitor, 8-14 August 2022", "2022-08-08/2022-08-14"),
        ("Weekly security update (8 - 14 August 2022)", "2022-08-08/2022-08-14"),
        ("Villagers still wait for help", "2022-08-10~"),
    ],
)
def test_what_an_issue_tells_of_all_its_days_is_of_all_of_them(title, expected):
    text = (
        f"{title}\n\nOn 9 August soldiers burned thirty houses in Kale. On 10 August a shell hit a school in Tabayin. "
        "During the week 41 people were arrested in Mandalay."
    )
    assert days(text)["arrest"] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("since Thursday", "2022-08-11/2022-08-18"),
        ("since early on Thursday", "2022-08-18/2022-08-18"),
        ("since Tuesday", "2022-08-16/2022-08-18"),
    ],
)
def test_since_the_weekday_of_the_page_is_a_week(words, expected):
    assert days(f"Turkish drones have struck 14 power stations in Hasakah {words}.")["air_strike"] == expected


def test_a_headline_without_a_day_does_not_keep_a_paragraph_from_the_day_above():
    text = (
        "Gunmen attack village in Katsina\n\nGunmen killed nine people in Kankara on Monday, police said.\n\n"
        "The attackers also abducted 14 women, a resident told reporters by phone."
    )
    assert days_of_titled(text)["abduction"] == "2022-08-15~"


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Two million people lived in Mosul before June 2014, when the jihadists overran it.",
            "territory_taken",
            "2014-06",
        ),
        ("Rebels held Bunagana until 8 January 2022, when the army recaptured it.", "territory_taken", "2022-01-08"),
        ("The group ruled Gao until 2013, when French troops captured the city.", "territory_taken", "2013"),
        ("A truce held until Tuesday, when rebels shelled Sake.", "shelling", "2022-08-16"),
        ("A bridge was open until 3 August, and on Monday rebels shelled it in Sake.", "shelling", "2022-08-15"),
        ("Families had left Sake before rebels shelled it on Monday.", "shelling", "2022-08-15"),
    ],
)
def test_what_the_clause_behind_an_end_tells_was_then(text, type_, expected):
    assert days(text)[type_] == expected
