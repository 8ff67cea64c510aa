"""What posts and statements tell without a day, or beside a day that is not theirs."""

import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.intake import capture_bytes
from crossreport.reading import read_page
from tests.coding.coded import analyser, code_text


def days(text):
    page = read_page(capture_bytes(text.encode(), "posts.txt"))
    analysis = analyser().analyse(page)
    return {one.span.quote: one.when and one.when.edtf for one in code(page, analysis, ground(page, analysis)).reports}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Coast Watch (channel)\n5 August 2024, 08:14\nSoldiers burned a mill in Kyaukpyu.\n"
            "6 August 2024, 19:40\nFighters captured a police post in Gwa.\n"
            "7 August 2024, 07:55\nSoldiers looted shops in Taungup.\n",
            {"burned": "2024-08-05~", "captured": "2024-08-06~", "looted": "2024-08-07~"},
        ),
        (
            "River Monitor\n12 June 2023, 09:30\nGunmen looted a convoy near Kutum.\n"
            "13 June 2023, 17:05\nGunmen kidnapped a doctor in Omdurman.\n"
            "15 June 2023, 21:10\nSoldiers arrested two traders in Kosti.\n",
            {"looted": "2023-06-12~", "kidnapped": "2023-06-13~", "arrested": "2023-06-15~"},
        ),
    ],
)
def test_what_a_post_tells_without_a_day_was_on_the_day_above_it(text, wanted):
    assert days(text) == wanted


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The general staff announced today the death of four soldiers in an ambush near Ber.\n"
            "The convoy was attacked on Saturday.",
            "2023-06-10",
        ),
        (
            "The ministry reported yesterday the capture of a village in Raya. The village was taken on Thursday.",
            "2023-06-08",
        ),
    ],
)
def test_the_day_of_saying_is_not_that_of_what_is_said(text, day):
    deeds = {one.when.edtf for one in code_text(text, "2023-06-12").reports if not one.type.label.startswith("stat")}
    assert deeds == {day}


@pytest.mark.parametrize("verb", ["called for an inquiry", "demanded an inquiry"])
def test_nobody_demands_on_the_day_or_in_the_place_of_what_he_condemned(verb):
    text = f"A rights group condemned today the killing of a peasant leader in Pambujan on June 5 and {verb}."
    said = [one for one in code_text(text, "2023-06-12").reports if one.type.label == "statement_demand"]
    assert [(one.place, one.when and one.when.edtf[:10]) for one in said] != []
    assert all(one.place is None and (one.when is None or one.when.edtf[:10] == "2023-06-12") for one in said)


@pytest.mark.parametrize(
    "text",
    [
        "Delegations are to gather there on Thursday for talks on a ceasefire in Gaza.",
        "Delegations will meet in Doha on Thursday for talks on a ceasefire in Gaza.",
        "Envoys held talks in Jeddah on Thursday about a truce in Khartoum.",
    ],
)
def test_talks_are_not_held_where_what_they_are_about_is(text):
    talks = [one for one in code_text(text, "2023-06-12").reports if one.type.label != "ceasefire_halt"]
    assert {place.name for one in talks for place in one.places} <= {"Doha", "Jeddah"}


@pytest.mark.parametrize(
    ("place", "day", "earliest"),
    [("QUETTA, 7 March 2024", "Friday", "2024-03-01"), ("JUBA, 3 April 2024", "Thursday", "2024-03-28")],
)
def test_a_weekday_told_as_past_does_not_lie_behind_the_dateline_s_day(place, day, earliest):
    assert days(f"{place} (Bolan News) - Gunmen killed two policemen in Turbat on {day}.\n") == {"killed": earliest}
