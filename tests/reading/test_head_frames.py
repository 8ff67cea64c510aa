"""What frames a page's head without being its headline: days, periods, senders, pasted links. Pages of our own."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page

TITLE = "Nine loggers killed on the Ituri road"
REPORT = (
    "Gunmen killed nine loggers on the road north of Mambasa before sunrise, the head of the civil society group said. "
    "A tenth man was found alive in the forest, and soldiers were sent after the attackers."
)
OTHER = "The road stays closed to lorries until the governor has met the drivers, the transport union said."


def read(*lines: str, name: str = "page.txt") -> Page:
    page = read_page(capture_bytes("\n\n".join((*lines, REPORT, OTHER)).encode(), name))
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("lines", "outlet", "title"),
    [
        (("LOMAMI WIRE | Congo in brief | Updated 21:40 GMT, Monday 12 June 2023",), "Lomami Wire", "Congo in brief"),
        ((f"Lomami Wire — 12 June 2023 — {TITLE}",), "Lomami Wire", TITLE),
        ((TITLE, "Lomami Wire, 12 June 2023"), "Lomami Wire", TITLE),
        (("Home / News / Security", TITLE, "The Lomami Ledger", "May 17, 2023", "2 min read"), "Lomami Ledger", TITLE),
        (("Lomami Ledger > News > North", TITLE, "17 May 2023"), "Lomami Ledger", TITLE),
        (("[Telegram] Lomami Wire\nForwarded from: Mambasa youth\n12.06.2023 22:15",), "Lomami Wire", None),
        (("Lomami Wire (@lomamiwire) 12 June 2023, 22:15",), "Lomami Wire", None),
        (("Security bulletin\nPeriod covered: 5 - 11 June 2023\nPrepared by: Lomami Protection Cluster",),
         "Lomami Protection Cluster", "Security bulletin"),
        (("Lomami Protection Cluster\nWEEKLY BULLETIN\nWeek of 5 to 11 June 2023",),
         "Lomami Protection Cluster", "WEEKLY BULLETIN"),
        (("Press release\nMinistry of Defence of the Republic of Kisala\nKisala, 14 March 2023",),
         "Ministry of Defence of the Republic of Kisala", "Press release"),
    ],
)  # fmt: skip
def test_days_senders_and_sections_are_no_headline(lines: tuple[str, ...], outlet: str, title: str | None) -> None:
    page = read(*lines)
    assert (page.outlet, page.title) == (outlet, title)


@pytest.mark.parametrize(
    "link", ["https://lomamiwire.example/2023/06/12/loggers", "www.lomamiwire.example/2023/06/12/x"]
)
def test_a_link_pasted_above_a_page_is_its_address(link: str) -> None:
    page = read(link, TITLE)
    assert page.title == TITLE
    assert (page.published.earliest, page.published.latest) == ("2023-06-11", "2023-06-13")
    assert read(TITLE, f"See also {link}").published.earliest != "2023-06-11"


def test_a_bulletin_s_weekdays_lie_in_the_days_that_it_covers() -> None:
    head = "Lomami Protection Cluster\nWEEKLY BULLETIN\nWeek of 5 to 11 June 2023"
    items = ("Mon 5 June - Mambasa: Militiamen took four hostages. One of them was freed on Thursday.",
             "Tue 6 June - Biakato: A trader was shot by men in uniform. Her son came home on Friday.")  # fmt: skip
    told = read(head, *items)
    assert (told.published.earliest, told.published.latest) == ("2023-06-11", "2023-06-14")


@pytest.mark.parametrize("form", ["Mon {} June - {}: ", "Mon {} June. - {}: ", "{1}, {0} June: ", "{1} ({0} June): "])
def test_days_that_open_several_items_are_no_dateline(form: str) -> None:
    head = "Lomami Protection Cluster\nWEEKLY BULLETIN\nWeek of 5 to 11 June 2023"
    page = read(head, f"{form.format(5, 'Mambasa')}Militiamen took four hostages.",
                f"{form.format(6, 'Biakato')}A trader was shot dead by men in uniform.")  # fmt: skip
    assert page.dateline is None


POSTS = ("What we know of the weekend in Mambasa, from two residents and a nurse.",
         "On Saturday evening gunmen entered the village. They shot three loggers near the bridge, residents say.",
         "The army has not commented.", "Some 2,000 people fled to the town.")  # fmt: skip


@pytest.mark.parametrize("form", ["{}/4 {}", "({}/4) {}", "{}/ {}", "[{}/n] {}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_thread_of_posts_is_text_and_its_numbers_are_not(form: str, gap: str) -> None:
    lines = ("Lomami Wire @lomamiwire · 14 May 2023", *(form.format(n, post) for n, post in enumerate(POSTS, 1)))
    page = read_page(capture_bytes(gap.join(lines).encode(), "page.txt"))
    assert isinstance(page, Page)
    assert page.outlet == "Lomami Wire"
    assert [page.text[block.start : block.end] for block in page.blocks] == list(POSTS)


def test_a_row_of_pictures_beside_a_report_is_none() -> None:
    page = read(
        TITLE, "1/3 Loggers wait beside the road.", "2/3 The road north of Mambasa.", "3/3 Lorries at the town."
    )
    assert [page.text[block.start : block.end] for block in page.blocks] == [TITLE, REPORT, OTHER]
