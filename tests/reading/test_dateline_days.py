"""Days as datelines and page heads write them: two-digit years, brackets, slashes, "Published … | Updated …"."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.written_dates import written_dates

NEWS = "Gunmen fired at a barge on the river near the old bridge and took its crew away, an officer told reporters."
MORE = "Two boatmen were found alive later, and the cargo of flour was gone, residents of the river bank said."


def page_of(text: str, name: str = "page.txt") -> Page:
    page = read_page(capture_bytes(text.encode(), name))
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("KHARTOUM, 9 MAY 85", "1985-05-09"),
        ("ADDIS ABABA, 21 SEPT 91 (SUNA)", "1991-09-21"),
        ("NAIROBI (KENYA), 3 JUNE 88 (DOMESTIC SERVICE)", "1988-06-03"),
        ("MOGADISHU, Somalia (Feb. 6, 2009)", "2009-02-06"),
        ("Mogadishu (14 March 2011)", "2011-03-14"),
    ],
)
def test_a_dateline_on_a_line_of_its_own(line, day):
    page = page_of(f"{line}\n\n{NEWS}\n\n{MORE}")
    assert page.published.edtf == day
    assert line in [dropped.quote for dropped in page.dropped]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("KHARTOUM, 9 MAY 85 (SUNA) -- ", "1985-05-09"),
        ("MOGADISHU, Somalia (Feb. 6, 2009) — ", "2009-02-06"),
        ("MOGADISHU, Somalia (Feb. 6, 2009) ", "2009-02-06"),
        ("Port Sudan, March 4/2021 (Kisima) ", "2021-03-04"),
    ],
)
def test_a_dateline_before_the_first_sentence(head, day):
    page = page_of(f"Barge attacked on the river\n\n{head}{NEWS}\n\n{MORE}")
    assert page.published.edtf == day
    assert page.dateline_place is not None


@pytest.mark.parametrize(
    "text", ["ON 3 MAY 15 PEOPLE DIED", "Goma, 3 May 15", "GOMA, 3 MAY 15 SOLDIERS LEFT", "GOMA, 3 MAY 15-20"]
)
def test_two_digits_elsewhere_are_no_year(text):
    assert [found.year for found in written_dates(text)] == [None]


def test_a_headline_with_a_date_in_brackets_is_no_dateline():
    page = page_of(f"Battle of the Old Bridge (3 March 2015)\n\n{NEWS}\n\n{MORE}")
    assert page.title == "Battle of the Old Bridge (3 March 2015)"


HTML = """<!DOCTYPE html><html lang="en"><head><title>{tab}</title></head>
<body><main><h1>Barge attacked on the river</h1>
<div class="meta">{line}</div><p>{news}</p><p>{more}</p></main></body></html>"""


@pytest.mark.parametrize(
    "line",
    [
        "Published: Friday 3 May 2024 19:25 | Updated: Saturday 4 May 2024 08:02",
        "Published: Friday 3 May 2024 19:25",
        "Posted on 3 May 2024 | Last updated 6 May 2024",
    ],
)
def test_the_day_of_publication_beside_that_of_a_change(line):
    html = HTML.format(tab="Barge attacked", line=line, news=NEWS, more=MORE)
    assert page_of(html, "page.html").published.edtf == "2024-05-03"


@pytest.mark.parametrize(
    ("tab", "outlet"),
    [
        ("Barge attacked on the river | Radio Atbara Sud", "Radio Atbara Sud"),
        ("Barge attacked on the river - The Kivuview", "Kivuview"),
        ("Barge attacked on the river - Breaking", None),
        ("Barge attacked on the river", None),
    ],
)
def test_what_the_tab_adds_to_the_headline_names_the_site(tab, outlet):
    html = HTML.format(tab=tab, line="3 May 2024", news=NEWS, more=MORE)
    assert page_of(html, "page.html").outlet == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("JUBA, South Sudan, May 5, 2021 (NileLine) - ", "NileLine"),
        ("JUBA, May 5, 2021 (South Sudan) - ", None),
        ("JUBA, May 5, 2021 (Agencies) - ", None),
    ],
)
def test_brackets_behind_place_and_day_hold_the_agency(head, outlet):
    assert page_of(f"Barge attacked on the river\n\n{head}{NEWS}\n\n{MORE}").outlet == outlet
