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


COLUMN = """THE HILL DISPATCH

GENERAL SLAIN AT
THE FERRY BRIDGE
Two Trains Stopped by
Miners in the Valley

PORT AMAL, March 3 -- A party of some
40 raiders crossed the ferry bridge at
dawn today, burned the toll house with
all that was in it, and shot the general
of the garrison in his tent, the consul
wired this morning. No one has laid
claim to the deed.

In the valley two trains were held by
miners on strike, who let them go when
the Governor had heard their spokesmen.
"""


def test_a_newspaper_s_column_is_joined_and_its_headlines_are_not():
    blocks = [" ".join(page_of(COLUMN).text[b.start : b.end].split()) for b in page_of(COLUMN).blocks]
    assert blocks[-2].startswith("PORT AMAL")
    assert "of some 40 raiders" in blocks[-2]
    assert blocks[-2].endswith("claim to the deed.")
    assert blocks[-1].endswith("heard their spokesmen.")
    assert not any("BRIDGE Two Trains" in block for block in blocks)


def test_short_lines_that_end_are_no_column():
    lines = "\n".join(f"Shop {n} in the old market burned down on Friday." for n in range(12))
    page = page_of(f"{lines}\n\n{NEWS}\n")
    assert len(page.blocks) == 13


def test_an_update_below_a_letterhead_is_a_headline_and_its_highlights_are_not():
    head = (
        "UNITED NATIONS MISSION IN KISALA\nSituation update - Lakes and Hills\nAs of 20 February 2024\n\nHighlights\n"
    )
    page = page_of(
        f"{head}- 31 people killed in raid on herders' camps\n- Six rifles found\n\nSecurity situation\n{NEWS}\n"
    )
    assert (page.outlet, page.title) == ("United Nations Mission in Kisala", "Situation update - Lakes and Hills")


def test_the_number_of_an_update_is_no_headline():
    page = page_of(
        f"River Brigade Command\nCOMMUNIQUE No. 017/RB/KIS/06/23\nRiver Brigade Searches Two Hamlets\n\n{NEWS}\n"
    )
    assert page.title == "River Brigade Searches Two Hamlets"


def test_a_group_s_name_within_another_s_does_not_bound_the_page():
    told = (
        "Troops of the {name} People's Defence Forces searched two hamlets for rifles. Nobody was hurt in the search."
    )
    of_others = [b.rule for name in ("South Sudan", "Uganda") for b in page_of(told.format(name=name)).published.basis]
    assert "name_exists" not in of_others
    assert "name_exists" in [basis.rule for basis in page_of(told.format(name="")).published.basis]
