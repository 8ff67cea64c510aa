"""Days that a page's header gives in ways of its own."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.written_dates import is_date_line
from tests.reading.test_html import PARAGRAPHS


def published(text: str, name: str) -> str:
    outcome = read_page(capture_bytes(text.encode(), name))
    assert isinstance(outcome, Page), outcome
    return outcome.published.edtf


@pytest.mark.parametrize(
    "line",
    ["13/05/2021 at 09:30, by the editors (with The Hill Post)", "15:20 / 11.02.2015", "3 March 2019, by the desk"],
)
def test_a_day_with_a_time_and_who_signs_it_is_a_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", ["3 May 2020 by order of the governor the market closed."])
def test_a_day_that_a_sentence_goes_on_from_is_none(line: str) -> None:
    assert not is_date_line(line)


def test_the_day_right_under_the_title_is_the_pages_though_no_extractor_keeps_it() -> None:
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = (
        "<html><body><div>Mon 2 March 2015</div><h1>Boats capsize near Port Amal</h1><span>15:20 / 11.02.2015</span>"
        f"<div class='news'>{body}</div></body></html>"
    )
    assert published(html, "page.html") == "2015-02-11"


def test_the_year_of_the_copyright_line_settles_a_dateline_without_a_year() -> None:
    text = (
        "River Wire\n\nPORT AMAL, June 9 (River Wire) - Gunmen killed four people in a night raid on the village of "
        "Nambo, officials said on Thursday. They had come on foot in March 2021, too.\n\n(c) River Wire 2022\n"
    )
    assert published(text, "page.txt") == "2022-06-09"


NEWS = (
    "Gunmen attacked a barge on the river near the old bridge and wounded eleven traders, residents said.\n\n"
    "Nobody could say how many people had been on the barge when it burned, a medic added."
)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Boats capsize near Port Amal\n\nMarch 15, 2024 by admin in Security   0 Comments   1 min read", "2024-03-15"),
        ("[Scanned - THE RIVER COURIER, Friday, May 19, 1972, page 2]\n\nBoats capsize near Port Amal", "1972-05-19"),
        ("UPPER STREET COMMITTEE\n\nSTATEMENT TO THE PRESS - 19th May, 1972", "1972-05-19"),
        ("River Monitor\nDaily Bulletin, Vol. 4 No. 132, Friday 21 May 2004 (8 Jestha 2061)", "2004-05-21"),
        ("Last modified on: 9/11/2008 1:22:41 PM\n\nSituation report as at 11th September 2008", "2008-09-11"),
        (
            "LIMA, 14 JUN 89 (RADIO AMAL) -- [TEXT] TWELVE PEASANTS WERE MURDERED IN A VILLAGE, THE COMMAND "
            "SAID. A STRIKE HAS BEEN CALLED FOR 21 JUNE BY THE UNIONS OF THE DEPARTMENT.",
            "1989-06-14",
        ),
    ],
)
def test_a_line_above_the_report_gives_its_day_beside_other_things(head: str, day: str) -> None:
    assert published(f"{head}\n\n{NEWS}", "page.txt") == day


def test_a_day_that_belongs_to_an_event_is_not_the_pages() -> None:
    assert published(f"The boats of 5 May 2020 in Port Amal\n\n{NEWS}", "page.txt") != "2020-05-05"


def test_a_weekly_comes_out_days_after_its_week() -> None:
    found = published(f"River Note - week of 29 April to 5 May 2023\n\n{NEWS}", "page.txt")
    first, last = found.split("/")
    assert first <= "2023-05-05"
    assert last >= "2023-05-08"


def test_an_account_of_several_weekdays_may_be_of_any_day_after_them() -> None:
    text = "The fighting began on Thursday 20 January 2022. On Friday the gate fell. On Saturday the yard was taken."
    assert published(f"The prison of Amal\n\n{text} {NEWS}", "page.txt").split("/")[-1] >= "2022-01-23"


POSTS = "".join(
    f"{day} July 2024 at {hour}\n{text}\n\n"
    for day, hour, text in [
        (5, "08:14", "Shells fell on the market of Umm Keddada, and a trader's widow said that four men died there."),
        (5, "19:40", "Two boats sank in the river below the town this afternoon, ferrymen told the channel by phone."),
        (7, "12:31", "The mill on the northern road was burned down overnight, two millers told us this morning."),
    ]
)


def test_posts_in_order_are_of_the_day_of_the_last() -> None:
    assert published(f"Desert Wind Watch\n\n{POSTS}", "page.txt") == "2024-07-07"


def test_an_article_with_dated_comments_is_of_its_own_day() -> None:
    told = "\n\n".join(PARAGRAPHS)
    signed = "".join(f"{day} July 2024 at 10:00\nSo sad.\n\n" for day in (6, 7, 8))
    assert published(f"5 July 2024\n\n{told}\n\nComments\n\n{signed}", "page.txt") == "2024-07-05"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Period covered: 25 - 31 July 2022. Issued in Port Amal on 2 August 2022.", "2022-08-02"),
        ("This bulletin was compiled by volunteers on Tuesday, 2 August 2022.", "2022-08-02"),
        ("25-31 July 2022 (published 2 August 2022)", "2022-08-02"),
        ("On the night of 12 February the garrison may attempt to break out. Situation of 11 February 2015.", None),
    ],
)
def test_a_bulletin_says_when_it_was_issued_and_no_day_to_come_dates_it(line: str, day: str | None) -> None:
    found = published(f"{line}\n\n" + "\n\n".join(PARAGRAPHS), "page.txt")
    assert found == day if day else "12" not in found.split("/")[0]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tumaco, Nariño, May 8, 2025", "2025-05-08"),
        ("El Geneina, 8 May 2025", "2025-05-08"),
    ],
)
def test_a_place_and_a_day_on_a_line_under_the_byline_date_the_page(line: str, day: str) -> None:
    head = '"We sleep with our boots on": five nights by the river\nby Ana Rivas, for La Otra Ribera | own translation'
    report = "At four in the morning on Tuesday the dogs began to bark, and then rifles answered from the bridge. "
    assert published(f"{head}\n{line}\n\n{report * 3}\n\n{report * 2}", "page.txt") == day
