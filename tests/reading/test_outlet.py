"""Outlets that no register knows, run-together heads, bare datelines and more furniture; all pages are our own."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page

TITLE = "Gunmen attack barge on the river"
REPORT = (
    "Gunmen attacked a barge on the river near the old bridge and took its crew away, an officer told reporters. "
    "Two boatmen were found alive on the next day, and the cargo of flour was gone, residents of the bank said."
)
OTHER = "The river has been closed to boats of all kinds until the end of the month, the governor of the valley said."


def page_of(*lines: str) -> Page:
    page = read_page(capture_bytes("\n\n".join(lines).encode(), "page.txt"))
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("River Gazette", TITLE, REPORT, OTHER), "River Gazette"),
        (("THE NORTH BANK OBSERVER", TITLE, REPORT, OTHER), "North Bank Observer"),
        (("South Bank Monitor", TITLE, REPORT, OTHER), "South Bank Monitor"),
        (("Middle East News", TITLE, REPORT, OTHER), None),
        (("Western Region", TITLE, REPORT, OTHER), None),
        (("THE BANKSIDE OBSERVER", TITLE, REPORT, OTHER), "Bankside Observer"),
        (("RIVER VOICE – The Voice of the Boatmen", TITLE, REPORT, OTHER), "River Voice"),
        ((TITLE, REPORT, OTHER, "© 2023 River Gazette"), "River Gazette"),
        ((TITLE, REPORT, OTHER, "Copyright River Gazette. All rights reserved."), "River Gazette"),
        ((f"{TITLE} | The River Gazette", REPORT, OTHER), "River Gazette"),
        ((f"{TITLE} | rivernews.example", REPORT, OTHER), None),
        ((f"{TITLE} | RiverNews.example", REPORT, OTHER), "RiverNews"),
        ((f"{TITLE} - RIVERNEWS.EXAMPLE", REPORT, OTHER), "Rivernews"),
        ((f"{TITLE} - Pakistan - DAWN.COM", REPORT, OTHER), "Dawn"),
        (("ALERT   URGENT   RPT", TITLE, REPORT, OTHER), None),
        (("River Bulletin No. 14", REPORT, OTHER), "River Bulletin"),
        ((TITLE, "By a staff reporter, River Gazette", REPORT, OTHER), "River Gazette"),
        ((TITLE, REPORT.replace("reporters", "the River Herald"), OTHER), "River Herald"),
        ((TITLE, f"DOOMA (River News) - {REPORT}", OTHER), "River News"),
        (("FOR IMMEDIATE RELEASE", TITLE, REPORT, OTHER), None),
        (("OPERATIONAL SUMMARY OF THE DAY", TITLE, REPORT, OTHER), None),
        (
            ("RVF NAVAL COMMAND III", TITLE, REPORT, OTHER.replace("The river", "The RVF said the river")),
            "RVF Naval Command III",
        ),
        (("HEADQUARTERS OF COMMAND II", "PRESS RELEASE", TITLE, REPORT, OTHER), "Headquarters of Command II"),
        (
            ("GREEN VALLEY MONITOR FOR SAFETY AND RIVERS (GVMSR)", TITLE, REPORT, OTHER),
            "Green Valley Monitor for Safety and Rivers",
        ),
        (("Boats of the lower valley (XYZ)", TITLE, REPORT, OTHER), None),
        (("Latest developments", TITLE, REPORT, OTHER), None),
        (("Middle East", TITLE, REPORT, OTHER), None),
        ((TITLE, REPORT, OTHER), None),
        (("River Press", "Dooma 23:41, +27C   USD 79.9", TITLE, REPORT, OTHER), "River Press"),
        (("[Scanned - THE RIVER COURIER, Friday, May 5, 1972, page 2]", TITLE, REPORT, OTHER), "River Courier"),
        (
            ("Valley League / River Army – Info Desk (English)", "31.4K subscribers", TITLE, REPORT, OTHER),
            "Valley League / River Army – Info Desk",
        ),
        (
            ("UPPER STREET CITIZENS' COMMITTEE", "c/o River Hall", "STATEMENT TO THE PRESS", REPORT, OTHER),
            "Upper Street Citizens' Committee",
        ),
        (
            ("RIVER RIGHTS MONITOR - District Network", "Daily Bulletin, Vol. 4 No. 132", REPORT, OTHER),
            "River Rights Monitor",
        ),
        (("VALLEY LIBERATION ARMY", "Siaran Pers / Press Release", TITLE, REPORT, OTHER), "Valley Liberation Army"),
        ((TITLE, "This report is produced by OCHA Sudan with its partners.", REPORT, OTHER), "OCHA Sudan"),
    ],
)
def test_outlets_by_their_own_name(lines, outlet):
    assert page_of(*lines).outlet == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Almasirah, 14 June 2019:", "Al-Masirah"),
        ("Voice of Jihad, 9 May 2020.", "Voice of Jihad"),
        ("Garowe Online, Puntland, 14 January 2025 –", "Garowe Online"),
        ("Tripoli, 9 May 2020.", None),
    ],
)
def test_an_outlet_may_stand_where_a_town_does(head, outlet):
    page = page_of(f"{head} {REPORT}")
    assert page.outlet == outlet
    assert (page.dateline_place is None) == (outlet is not None)


def test_a_head_run_together_with_the_report_is_taken_apart():
    page = page_of(
        f"River Gazette - English service - Wed 12-Feb-2003 - 11:42 - BARGE ATTACKED. DOOMA, Feb 12 - {REPORT}"
    )
    assert page.outlet == "River Gazette"
    assert page.published.edtf == "2003-02-12"
    assert page.title == "BARGE ATTACKED."
    assert page.dateline.quote == "DOOMA, Feb 12 -"


def test_a_summary_above_a_dateline_stays():
    page = page_of(TITLE, f"Gunmen took a crew, an officer said. DOOMA, Feb 12 - {REPORT}")
    assert page.text[page.blocks[1].start :].startswith("Gunmen took a crew")


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("BEIRUT At least 15 boatmen", "BEIRUT"),
        ("URGENT At least 15 boatmen", None),
        ("Beirut At least 15 boatmen", None),
    ],
)
def test_bare_datelines_need_a_town(opening, place):
    page = page_of(TITLE, f"{opening} were taken from a barge on the river near the old bridge, an officer said.")
    assert (page.dateline_place.quote if page.dateline_place else None) == place


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[2/4] Boatmen wait on the bank of the river on June 2, 2022", "caption"),
        ("Editor's note: the cargo is counted in sacks", "boilerplate"),
        ("Tel: +963 11 555 0101", "contact"),
        ("desk@gazette.example", "contact"),
        ("In the same category", "related"),
        ("READ ALSO: Why the bakers stayed by the river", "inline_link"),
        ("12 shares 4 comments", "counter"),
        ("Number of views: 1874", "counter"),
        ("-30-", "contact"),
    ],
)
def test_more_furniture(line, reason):
    page = page_of(TITLE, REPORT, line, OTHER)
    assert [each.reason for each in page.dropped if each.quote == line] == [reason]


@pytest.mark.parametrize("last", ["Operations are ongoing.", "The search continues.", "Both men survived."])
def test_a_short_last_sentence_is_of_the_report(last):
    page = page_of(TITLE, REPORT, OTHER, last, "Press office of the valley")
    assert [page.text[each.start : each.end] for each in page.blocks][-1] == last


def test_the_address_of_a_letterhead_is_no_headline_and_stays_in_the_dateline():
    address = "Camp Olmedo, Santa Rita, Rio Verde"
    page = page_of(address, TITLE.upper(), f"{address.replace('Camp Olmedo', 'CAMP OLMEDO')} – {REPORT}", OTHER)
    assert page.title == TITLE.upper()
    assert page.dateline_place is not None
    assert page.dateline_place.quote == "CAMP OLMEDO"


@pytest.mark.parametrize(
    "tail",
    [
        "Source Desk and agencies Related News Army kills 12 bandits in Zamfara Police find cattle",
        "Related Army kills 12 bandits in Zamfara, rescues 30 Tags Zamfara Bandits Police",
        "Related Stories Army kills 12 bandits in Zamfara",
        "... 41 Related Army kills 12 bandits in Zamfara U.S. Sends 2.5 Tons of Aid Tags bandits army Zamfara",
    ],
)
def test_other_stories_run_together_with_the_report_are_cut(tail):
    page = page_of(TITLE, REPORT, f"{OTHER} {tail}")
    assert "12 bandits" not in " ".join(page.text[each.start : each.end] for each in page.blocks)
    assert any(each.reason == "related" and "12 bandits" in each.quote for each in page.dropped)


@pytest.mark.parametrize("tail", ["Tags raid Zamfara bandits", "... 41 Topic War on Bandits (20) Tags raid Zamfara"])
def test_tags_run_together_with_the_report_are_cut(tail):
    page = page_of(TITLE, REPORT, f"{OTHER} {tail}")
    assert "Zamfara" not in " ".join(page.text[each.start : each.end] for each in page.blocks)
    assert any(each.reason == "tags" and "Zamfara" in each.quote for each in page.dropped)


def test_a_body_with_its_initials_is_no_headline():
    page = page_of("GREEN VALLEY MONITOR (GVM)", "Bulletin on the river", "November 2023", REPORT, OTHER)
    assert page.title == "Bulletin on the river"


@pytest.mark.parametrize(("first", "outlet"), [("Lagunera Nocturna", "Lagunera Nocturna"), ("Latest Stories", None)])
def test_the_first_line_above_a_row_of_sections_is_the_outlet(first, outlet):
    assert page_of(first, "News · Border · Economy · Opinion", "Log in", TITLE, REPORT, OTHER).outlet == outlet


def test_a_readout_below_the_office_that_gives_it_is_the_title():
    office = "Sudanese Armed Forces - Office of the Spokesman"
    page = page_of("Republic of the Sudan", office, "READ-OUT OF THE WEEKLY PRESS CONFERENCE", REPORT, OTHER)
    assert (page.outlet, page.title) == (office, "READ-OUT OF THE WEEKLY PRESS CONFERENCE")


def test_a_title_loses_section_and_site():
    assert page_of(f"{TITLE} - Pakistan - DAWN.COM", REPORT, OTHER).title == TITLE
    assert page_of(f"{TITLE} - Pakistan", REPORT, OTHER).title == f"{TITLE} - Pakistan"
