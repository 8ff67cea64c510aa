"""Notes below a paper are no report; numbered items are. All pages are our own."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page

REPORT = (
    "Gunmen attacked a fishing camp on the eastern shore on 9 May and killed six fishermen.{} The army said that it "
    "killed eight of the attackers.{} The group claimed an ambush on a convoy near the port on the following day.{}"
)
NOTES = ("“Six fishermen killed”, Shore News, 10 May 2022.", "Ministry of Defence, statement, 10 May 2022.",
         "Watch Group, “Ambush near the port claimed”, 11 May 2022.")  # fmt: skip


def kept(text: str) -> str:
    page = read_page(capture_bytes(text.encode(), "page.txt"))
    assert isinstance(page, Page)
    return "\n".join(page.text[block.start : block.end] for block in page.blocks)


@pytest.mark.parametrize(("mark", "form"), [("[{}]", "[{}] {}"), ("{}", "{}. {}"), ("{}", "{} {}")])
@pytest.mark.parametrize("head", ["", "Notes\n"])
def test_notes_are_set_aside(mark: str, form: str, head: str) -> None:
    report = REPORT.format(*(mark.format(n) for n in (1, 2, 3)))
    notes = "\n".join(form.format(n, note) for n, note in enumerate(NOTES, 1))
    assert kept(f"Shore brief, 12 May 2022\n\n{report}\n\n{head}{notes}\n").endswith(report)


def test_items_that_nothing_sends_to_are_text() -> None:
    items = "\n".join(f"{n}. Shells fell on the quarter by the port and wounded {n + 1} people." for n in (1, 2, 3))
    assert kept(f"Shore brief, 12 May 2022\n\n{REPORT.format('', '', '')}\n\n{items}\n").endswith(items)
