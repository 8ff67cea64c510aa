"""Heads of releases, old wires and wrapped pages: numbers, days without a year, lines broken in mid-sentence."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page

NEWS = (
    "Soldiers of the river brigade searched two hamlets for a smuggler of rifles on the eastern bank, "
    "and found six rifles under a threshing floor. Nobody was hurt in the search."
)
WIRE = """{dateline}

{first}
burned eleven boats on the lake shore before sunrise and took
two fishermen with them, an elder said on the telephone.

   The boats belonged to a cooperative that sells dried fish in the
market towns, and whose treasurer said that the loss was the worst
since the cooperative was founded by nine widows.

   The governor promised that boats of the navy would patrol the
shore from now on.
"""


def page_of(text: str) -> Page:
    page = read_page(capture_bytes(text.encode(), "page.txt"))
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("head", "dateline", "day"),
    [
        ("2013-04-RB-017 For Immediate Release", "MARAWI, Philippines (Apr. 6) - ", "2013-04-06"),
        ("2013-04-RB-017 For Immediate Release", "", "2013-04"),
        ("Press Release No. 112/2019", "Bangui, 3 May - ", "2019-05-03"),
        ("Statement No. 2019/31", "", "2019"),
    ],
)
def test_the_number_of_a_release_gives_its_year(head, dateline, day):
    page = page_of(f"River Brigade Searches Two Hamlets\n\n{head}\n\n{dateline}{NEWS}\n")
    assert page.published.edtf == day
    assert "release_number" in [basis.rule for basis in page.published.basis]


def test_a_number_within_the_report_is_of_no_release():
    page = page_of(f"River Brigade Searches Two Hamlets\n\n{NEWS} The council asked for rifle No. 112/2019.\n")
    assert "release_number" not in [basis.rule for basis in page.published.basis]


def test_a_day_without_a_year_on_a_line_of_its_own_is_the_dateline():
    page = page_of(f"KABUL, Afghanistan (Feb. 07)\n\n{NEWS}\n")
    assert page.title is None
    assert page.dateline_place is not None
    assert page.dateline_place.quote == "KABUL"
    assert [each.reason for each in page.dropped] == ["date_line"]


@pytest.mark.parametrize("dateline", ["Bogota, 7 Nov 89 (Efe)", "BOGOTA, 7 NOV 89 (EFE)"])
def test_a_wrapped_wire_keeps_its_first_sentence_whole(dateline):
    page = page_of(WIRE.format(dateline=dateline, first="Gunmen in two launches"))
    assert (page.published.edtf, page.title) == ("1989-11-07", None)
    opening = page.text[page.blocks[0].start : page.blocks[0].end]
    assert opening.startswith("Gunmen")
    assert opening.endswith("telephone.")
    assert len(page.blocks) == 3


def test_a_wrapped_wire_in_capitals_is_joined_as_one_in_small_letters():
    small = page_of(WIRE.format(dateline="BOGOTA, 7 NOV 89 (EFE)", first="Gunmen in two launches"))
    capitals = page_of(WIRE.format(dateline="BOGOTA, 7 NOV 89 (EFE)", first="Gunmen in two launches").upper())
    assert [(each.start, each.end) for each in capitals.blocks] == [(each.start, each.end) for each in small.blocks]


def test_a_headline_above_a_wrapped_report_stays_one():
    page = page_of("Gunmen burn boats\n" + WIRE.format(dateline="", first="Gunmen in two launches").lstrip())
    assert page.title == "Gunmen burn boats"
