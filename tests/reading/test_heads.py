"""Forms in which pages date and name themselves, surveys of several places, broken markup; all pages are our own."""

import unicodedata

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.headline import title_text

TITLE = "Gunmen burn boats on the lake shore"
REPORT = (
    "Gunmen burned eleven boats on the lake shore before sunrise and took two fishermen with them, an elder said. "
    "The boats belonged to a cooperative that sells dried fish in the market towns, its treasurer told reporters."
)
OTHER = "Boats will stay ashore until the council has met the captains of the harbour, the council's clerk said."


def page_of(*lines: str, name: str = "page.txt") -> Page:
    page = read_page(capture_bytes("\n\n".join(lines).encode(), name))
    assert isinstance(page, Page)
    return page


def place_of(page: Page) -> str | None:
    return page.dateline_place.quote if page.dateline_place else None


@pytest.mark.parametrize(
    ("lines", "day", "place"),
    [
        ((TITLE, "GOMA, Nov 15, 2024 (LNA)", REPORT, OTHER), "2024-11-15", "GOMA"),
        (("GOMA, Nov 15, 2024 (LNA)", TITLE, REPORT, OTHER), "2024-11-15", "GOMA"),
        ((TITLE, "N'Djamena, March 25, 2020", REPORT, OTHER), "2020-03-25", "N'Djamena"),
        ((TITLE, f"N'Djamena, March 25, 2020. {REPORT}", OTHER), "2020-03-25", "N'Djamena"),
        ((TITLE, f"N'Djamena, March 25, 2020 {REPORT}", OTHER), "2020-03-25", "N'Djamena"),
        ((TITLE, f"(Nairobi, 4 March 2021) - {REPORT}", OTHER), "2021-03-04", "Nairobi"),
        ((TITLE, f"(Nairobi, 4 March 2021) {REPORT}", OTHER), "2021-03-04", "Nairobi"),
        ((TITLE, "Culiacan, Sinaloa, September 18 (2024)", REPORT, OTHER), "2024-09-18", "Culiacan"),
        ((TITLE, f"Culiacan, Sinaloa, September 18 (2024).- {REPORT}", OTHER), "2024-09-18", "Culiacan"),
        ((TITLE, f"Goma (4 March 2021) – {REPORT}", OTHER), "2021-03-04", "Goma"),
        ((TITLE, REPORT, OTHER, "Published in The Lake Post on 9 June 2022."), "2022-06-09", None),
        ((TITLE, f"Tripoli, Sunday, April 14, 2019 - {REPORT}", OTHER), "2019-04-14", "Tripoli"),
        ((TITLE, REPORT, OTHER, "Published in the Lake Post, September 14th, 2023"), "2023-09-14", None),
        (("Today's Paper | September 14, 2023", TITLE, REPORT, OTHER), "2023-09-14", None),
        ((TITLE, "Situation on 18 June 2023", REPORT, OTHER), "2023-06-18", None),
        ((TITLE, "By Amina Yusuf | 9 June 2022", REPORT, OTHER), "2022-06-09", None),
        ((TITLE, "Frontpage, 12 May 2020", REPORT, OTHER), "2020-05-12", None),
    ],
)
def test_days_that_heads_and_feet_give(lines, day, place):
    page = page_of(*lines)
    assert page.published.edtf == day
    assert place_of(page) == place
    assert page.title == TITLE


def test_a_furniture_line_with_a_full_date_dates_a_page_that_has_no_date_line():
    label = "Lake Post weekend edition no 12 of 14 September 2023 lake shore"
    page = page_of(label, TITLE, REPORT, OTHER)
    assert [each.reason for each in page.dropped] == ["section_label"]
    assert page.published.edtf == "2023-09-14"


def test_furniture_lines_that_disagree_date_nothing():
    labels = ("Lake Post edition of 14 September 2023 shore", "Lake Post reprint of 2 October 2024 shore")
    assert page_of(*labels, TITLE, REPORT, OTHER).published.edtf == "../.."


def test_a_year_in_brackets_is_no_agency():
    assert page_of(TITLE, f"Culiacan, Sinaloa, September 18 (2024).- {REPORT}", OTHER).credits == ()


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Statement 45 - Juba, 5 February 2024",), "2024-02-05"),
        (("Goma, le 5 février 2024",), "2024-02-05"),
        (("Juba. Upper Lake News. 5 February 2024, 09:12",), "2024-02-05"),
        (("Lake Press Service, Juba, Monday, 5 February 2024 at 7.30 pm (local time)",), "2024-02-05"),
    ],
)
def test_lines_above_the_report_that_end_with_a_day_date_it(lines, day):
    assert page_of(TITLE, *lines, REPORT, OTHER).published.edtf == day


@pytest.mark.parametrize(
    ("headline", "dated"),
    [
        ("Radio Lakeside | Morning bulletin, 5 February 2024", True),
        ("Situation update no 4: the lake region, 5 February 2024", True),
        ("Remembering the burning of the eleven boats, 5 February 2024", False),
        ("Weekly alert, 29 January to 5 February 2024", False),
        ("Weekly alert, 1 – 5 February 2024", False),
        ("Statement, Juba – 5 February 2024", True),
    ],
)
def test_a_headline_that_ends_with_a_day_dates_a_page_only_if_it_is_an_issue(headline, dated):
    assert (page_of(headline, REPORT, OTHER).published.edtf == "2024-02-05") is dated


def test_a_sentence_above_the_report_dates_nothing():
    page = page_of(TITLE, "The truce was signed on 5 February 2024.", REPORT, OTHER)
    assert page.published.edtf != "2024-02-05"


def test_the_age_of_facts_does_not_choose_the_year_of_a_day():
    page = page_of(TITLE, "Tripoli, Sunday April 14", REPORT, "It was the worst raid since 2011.")
    assert page.published.edtf == "2013-04-14/2024-04-14"


def test_a_weekday_bounds_the_years_of_a_dateline():
    page = page_of(TITLE, f"Tripoli, Sunday April 14 - {REPORT}", OTHER)
    assert place_of(page) == "Tripoli"
    assert page.dateline.quote == "Tripoli, Sunday April 14 -"


@pytest.mark.parametrize(
    "heads",
    [
        ("GOMA - ", "BENI - ", "BUNIA — "),
        ("* GOMA: ", "* BENI: ", "* BUNIA: "),
        ("Goma – ", "Beni – ", "Kherson region – "),
    ],
)
def test_the_bullets_of_a_survey_are_no_dateline(heads):
    news = ("Gunmen burned eleven boats", "Shells hit a school", "A mine wounded two fishermen")
    page = page_of(
        "The week on the lake",
        *(f"{h}{n} before sunrise, an elder of the town said." for h, n in zip(heads, news, strict=True)),
    )
    assert page.dateline is None
    assert page.dateline_place is None


def test_a_dateline_stays_beside_one_later_paragraph_with_a_dash():
    page = page_of(TITLE, f"GOMA - {REPORT}", f"Background - {OTHER}")
    assert place_of(page) == "GOMA"


def test_a_dateline_with_its_agency_stays_before_bullets():
    page = page_of(TITLE, f"GOMA (LNA) - {REPORT}", f"BENI - {OTHER}", f"BUNIA - {OTHER.replace('Boats', 'Carts')}")
    assert place_of(page) == "GOMA"


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (("Radio Hiiraan", TITLE, f"GOMA (Radio Hiiraan) - {REPORT}", OTHER), "Radio Hiiraan"),
        ((TITLE, REPORT, OTHER, "© 2023 Radio Hiiraan"), "Radio Hiiraan"),
        ((TITLE, REPORT, OTHER, "© 2023 Hiiraan Online. All rights reserved."), "Hiiraan Online"),
        ((TITLE, REPORT, OTHER, "© LNA"), "LNA"),
        ((TITLE, REPORT, OTHER, "© LNA 2024"), "LNA"),
        ((TITLE, "© LNA", REPORT, OTHER), None),
        (("12th Lake Brigade, Public Affairs Office", "PRESS RELEASE", TITLE, REPORT, OTHER),
         "12th Lake Brigade, Public Affairs Office"),
        (("12th Lake Brigade, Public Affairs Office", TITLE, REPORT, OTHER), None),
        (("Radio Shoreline 101 FM", TITLE, REPORT, OTHER), "Radio Shoreline 101 FM"),
        (("Radio Shoreline 101", TITLE, REPORT, OTHER), None),
    ],
)  # fmt: skip
def test_outlets_as_the_page_names_them(lines, outlet):
    page = page_of(*lines)
    assert page.outlet == outlet
    assert page.title == TITLE


@pytest.mark.parametrize(
    ("written", "outlet", "title"),
    [
        ("The Lake Guardian | Five boats burn", "Lake Guardian", "Five boats burn"),
        ("The Lake Guardian |", "Lake Guardian", "The Lake Guardian |"),
        ("Five boats burn on the shore | The Lake Guardian", None, "Five boats burn on the shore"),
        ("The Lake Guardian | Five boats burn | Region", "Lake Guardian", "Five boats burn"),
        ("Five boats burn - The Lake Guardian", "Lake Guardian", "Five boats burn"),
        ("Five boats burn - two die", "Lake Guardian", "Five boats burn - two die"),
        ("The Lake Guardian: Five boats burn", "Lake Guardian", "The Lake Guardian: Five boats burn"),
    ],
)
def test_titles_lose_the_outlet(written, outlet, title):
    assert title_text(written, outlet) == title


MARKUP = """<html><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav><div class="content">
<h1>{title}</h1><p>{report}</p>{between}<p>{other}</p></div><footer>Copyright 2020 Lake Post</footer></body></html>"""


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("<div class='sidebar'>{}</div>", True),
        ("<div class='comment'><span>{}</span></div>", True),
        ("<div class='sidebar'><a href='/x'>{}</a></div>", False),
        ("<aside><p>{}</p></aside>", False),
    ],
)
def test_prose_between_kept_paragraphs_stays(between, kept):
    said = "Police arrested three men at the fish market, the interior ministry said. No group has claimed the raid."
    page = page_of(
        MARKUP.format(title=TITLE, report=REPORT, between=between.format(said), other=OTHER), name="page.html"
    )
    assert any(said in page.text[block.start : block.end] for block in page.blocks) is kept


def test_many_paragraphs_between_two_kept_ones_are_a_thread_of_comments():
    said = [f"I saw on {day} that the boats burned here, and nobody was caught for it." for day in WEEK]
    thread = "".join(f"<div class='comment'><span>{one}</span></div>" for one in said)
    page = page_of(MARKUP.format(title=TITLE, report=REPORT, between=thread, other=OTHER), name="page.html")
    assert not any("nobody was caught" in page.text[block.start : block.end] for block in page.blocks)


def test_letters_and_their_accents_apart_are_one_letter():
    marks = "Yüksekova'da köy yolları kapandı; Désarmes brûle, señala la alcaldía, and shells fell on Šid again."
    html = MARKUP.format(title=TITLE, report=REPORT, between=f"<p>{marks}</p>", other=OTHER)
    page = page_of(unicodedata.normalize("NFD", html), name="page.html")
    assert any(marks in page.text[block.start : block.end] for block in page.blocks)


WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def test_prose_below_the_report_does_not_come_back():
    comment = (
        "<div class='comments'><p>This is the third time that boats were burned here and nobody was caught.</p></div>"
    )
    html = MARKUP.format(title=TITLE, report=REPORT, between="", other=OTHER).replace(
        "</div><footer>", f"</div>{comment}<footer>"
    )
    page = page_of(html, name="page.html")
    assert not any("third time" in page.text[block.start : block.end] for block in page.blocks)


def test_a_bare_copyright_year_is_no_first_of_january():
    html = MARKUP.format(title=TITLE, report=REPORT, between="", other=OTHER)
    found = page_of(html, name="page.html").published
    assert found.latest == "2020-12-31"
    assert {basis.rule for basis in found.basis} >= {"copyright_year"}
    assert "markup_date" not in {basis.rule for basis in found.basis}


def test_the_month_of_a_bulletin_bounds_its_day():
    page = page_of("River Watch", "Monthly Bulletin on the Valley", "November 2023", REPORT, OTHER)
    assert page.published.earliest is not None
    assert page.published.earliest >= "2023-11-01"
    assert page.published.latest is not None
    assert page.published.latest <= "2024-01-31"


@pytest.mark.parametrize(
    "line",
    ["• 62 boats burned on the lake shore since January", "Please follow the report of the boats on the shore below!",
     "For immediate release. Lake shore, boats burned by gunmen"],
)  # fmt: skip
def test_a_highlight_a_request_and_the_words_above_a_release_are_no_headline(line: str) -> None:
    assert page_of(TITLE, line, REPORT, OTHER).title == TITLE
    assert page_of(line, REPORT, OTHER).title != line
