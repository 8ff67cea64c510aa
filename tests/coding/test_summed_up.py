"""Bullets that sum up a page are no happenings beside those that its body tells."""

import pytest

from tests.coding.coded import code_text


def told(text, day="2023-06-14"):
    coded = code_text(text, day)
    number = {figure.id: figure.best for figure in coded.figures}
    return [
        (report.type.label, report.place.name if report.place else None, [number[each] for each in report.figures])
        for report in coded.reports
    ]


@pytest.mark.parametrize("label", ["HIGHLIGHTS", "Key points", "At a glance:", "KEY DEVELOPMENTS (5-11 June)"])
def test_bullets_under_a_label_are_told_by_the_body(label):
    text = (
        f"{label}\n• 26 people killed in attack on cattle camp in Tonj\n• Some 4,100 people newly displaced to Wau\n"
        "On 9 June, armed youth attacked a cattle camp at Manyang in Tonj. Local authorities say that 26 people died.\n"
        "By 11 June, 4,100 people had fled to Wau on foot, local partners say."
    )
    assert [(type_, figures) for type_, _, figures in told(text)] == [
        ("attack_on_civilians", [26.0]),
        ("displacement_evacuation", [4100.0]),
    ]


def test_bullets_above_a_story_are_told_by_it():
    text = (
        "• Drone strike kills nine at market in Torodi\n"
        "A drone hit the livestock market of Torodi on Monday morning, residents told the station by telephone.\n"
        "Nine people died on the spot, a nurse at the health centre of the town said."
    )
    assert told(text) == [("air_strike", "Torodi", [9.0])]


def test_a_bullet_that_the_body_does_not_take_up_is_kept():
    text = (
        "HIGHLIGHTS\n• Nine people abducted in Bria\n• Five soldiers killed in ambush in Bambari\n"
        "On 9 June gunmen ambushed an army truck in Bambari. Five soldiers died, the prefect said."
    )
    assert sorted(told(text)) == [("abduction", "Bria", [9.0]), ("armed_clash", "Bambari", [5.0])]


def test_a_bullet_with_another_number_is_another_happening():
    text = (
        "HIGHLIGHTS\n• 12 people killed in attack in Djugu\n"
        "On 9 June armed men attacked a village in Djugu with machetes and killed 31 people, a local leader said."
    )
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        # a list whose lines tell their days is no summary
        "• On 3 June gunmen killed four traders in Kutum.\n• On 5 June gunmen killed two herders in Kutum.\n"
        "Kutum lies in North Darfur, where the two armies fight over the roads to the north and to the west.",
        # nothing stands behind it
        "Overview\n• Gunmen killed four traders in Kutum on 3 June.\n• Gunmen killed two herders in Kutum on 5 June.",
    ],
)
def test_lists_are_read_line_by_line(text):
    assert len(told(text)) == 2
