"""Lines that are nothing but a place, a day or an hour stay where reporting stands below each of several."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from crossreport.reading.subheads import mark_subheads
from crossreport.reading.text import draft_of_text

TOLD = [
    "Militiamen ambushed a convoy on the road between Komanda and Luna, killing three drivers.",
    "Gunmen attacked the gold mine at Kilo and killed six miners, a local official said.",
    "Two women were abducted near Tchabi while they were on the way to their fields.",
]


def kept(lines: list[str], name: str = "page.txt") -> list[str]:
    outcome = read_page(capture_bytes("\n".join(lines).encode(), name))
    assert isinstance(outcome, Page), outcome
    return [outcome.text[block.start : block.end] for block in outcome.blocks]


@pytest.mark.parametrize(
    "heads",
    [
        ["Monday, 8 March", "Tuesday, 9 March", "Friday, 12 March"],
        ["4 June, 18:00 Khartoum", "4 June, 11:30", "3 June, 20:00 Nyala"],
        ["Donetsk region", "Kherson region", "Sumy region"],
        ["Hodeidah Governorate", "Taiz Governorate", "Marib Governorate"],
        ["Mali", "Niger", "Burkina Faso"],
        ["19:40", "16:05 GMT", "09:15"],
        ["8 March 2021", "9 March 2021", "12 March 2021"],
        ["08.03.2021", "09.03.2021", "12.03.2021"],
    ],
)
def test_heads_of_a_list_stay_with_what_they_head(heads: list[str]) -> None:
    lines = [
        "Incidents of the week: gunmen kill nine",
        *(line for pair in zip(heads, TOLD, strict=True) for line in pair),
    ]
    assert kept(lines) == lines


def test_in_html_too() -> None:
    parts = "".join(
        f"<h3>{head}</h3><p>{told}</p>" for head, told in zip(["8 March", "9 March", "12 March"], TOLD, strict=True)
    )
    page = f"<html><body><article><h1>Incidents of the week</h1><p>16 March 2021</p>{parts}</article></body></html>"
    assert {"8 March", "9 March", "12 March"} <= set(kept([page], "page.html"))
    assert "16 March 2021" not in kept([page], "page.html")


def test_the_day_of_a_page_heads_no_list() -> None:
    lines = ["Nine killed at the market of Oro Kende", "16 March 2021", *TOLD]
    assert kept(lines) == ["Nine killed at the market of Oro Kende", *TOLD]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("13/05/2021 at 09:30, by the editors.", "2021-05-13"),
        ("15:20 / 11.02.2015", "2015-02-11"),
        ("Rabi' al-Thani 26, 1444", "2022-11-21"),
    ],
)
def test_headers_with_a_full_stop_dots_or_another_calendar_date_the_page(header: str, expected: str) -> None:
    lines = ["Gunmen attack the market of Oro Kende", header, *TOLD, "The attack on Monday was the second in a week."]
    outcome = read_page(capture_bytes("\n".join(lines).encode(), "page.txt"))
    assert isinstance(outcome, Page), outcome
    assert outcome.published.edtf == expected


def test_a_dateline_s_own_day_comes_before_the_day_behind_it() -> None:
    told = "DORI, June 9 (Polar Wire) - Five people were killed when gunmen attacked a market on Thursday, police said."
    lines = ["Gunmen attack the market of Oro Kende", told, *TOLD, "(c) 2022 Polar Wire. All rights reserved."]
    outcome = read_page(capture_bytes("\n".join(lines).encode(), "page.txt"))
    assert isinstance(outcome, Page), outcome
    days = {(outcome.published.earliest or "")[5:], (outcome.published.latest or "")[5:]}
    assert days == {"06-09"}


def test_two_days_that_run_on_head_a_chronicle_and_days_that_run_back_do_not() -> None:
    told = ["8 March 2021", TOLD[0], "9 March 2021", TOLD[1]]
    assert kept(["Militiamen kill nine on the roads", *told])[-4:] == told
    assert "8 March 2021" not in kept(["Nine killed at Oro Kende", "9 March 2021", TOLD[0], "8 March 2021", TOLD[1]])


COMMENTS = (
    "reader01 says:\n9 March 2021 at 10:15 am\nThe council never listens to anybody in this town, I am done with them.",
    "hill_walker says:\n9 March 2021 at 11:40 am\nWell said, and the road has not been mended since my school days.",
    "reader01 says:\n10 March 2021 at 7:05 am\nYou can see the same thing in every town along the river, believe me.",
)
ABOVE = (
    "Gunmen opened fire on a bus near the bridge of Tamra on Monday and killed two of the passengers, police said.",
    "The driver reached the hospital of the town, where three more people were treated for wounds, a nurse said.",
    "Nobody claimed the attack, which is the second on the road since the truce was signed in the winter.",
)


@pytest.mark.parametrize(("report", "posts"), [(ABOVE, False), ((), True)])
def test_days_with_their_hour_head_posts_unless_a_report_stands_above(report: tuple[str, ...], posts: bool) -> None:
    draft = draft_of_text("\n".join([*report, *COMMENTS]))
    mark_subheads(draft)
    assert [piece.entry for piece in draft.pieces if piece.sentence and piece.text not in report] == [posts] * 3
