"""On which day a deed lies: its own, the one told before, or none; not the day on which somebody spoke of it."""

import pytest

from tests.coding.coded import code_text

PUBLISHED = "2019-05-14"  # a Tuesday


def days(text):
    return {
        report.type.label: report.when and (report.when.earliest, report.when.latest)
        for report in code_text(text, PUBLISHED).reports
    }


def day(text, type_):
    return days(text)[type_]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("before dawn on Monday", "2019-05-13"),
        ("shortly after midnight on Sunday", "2019-05-12"),
        ("before sunrise on 11 May", "2019-05-11"),
    ],
)
def test_an_hour_before_which_it_was_is_of_that_day(words, expected):
    assert day(f"The army shelled the town of Gwoza {words}.", "shelling") == (expected, expected)


def test_what_a_speaker_adds_to_a_deed_has_the_day_of_the_deed():
    text = (
        "Boko Haram attacked Gwoza on Saturday. The governor said on Monday that the rebels had burned a market there."
    )
    assert day(text, "looting_destruction") == ("2019-05-11", "2019-05-11")


def test_what_a_speaker_alone_tells_has_the_day_of_the_telling_about():
    (report,) = code_text("The army said on Monday that its troops had retaken Gwoza.", PUBLISHED).reports
    assert report.when is not None
    assert report.when.edtf == "2019-05-13~"


def test_how_long_a_thing_lasts_is_not_when_it_was_given():
    text = "The World Food Programme distributed two-week rations to 900 families in Gwoza on 10 and 11 May."
    assert day(text, "aid_delivery") == ("2019-05-10", "2019-05-11")


def test_what_goes_on_has_no_day_of_its_own():
    text = "Boko Haram attacked Gwoza on Saturday. Prices rose.\nPrices fell.\nSoldiers {} looted shops in Damboa."
    assert day(text.format("repeatedly"), "looting_destruction") is None
    assert day(text.format(""), "looting_destruction") is not None
