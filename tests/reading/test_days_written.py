"""The page's own day in the ways in which wires, monitors and committees write it."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page

NEWS = (
    "Gunmen killed four farmers in Baidoa on Monday, police said. Two houses were burned, a neighbour told the radio."
)


def published(text: str) -> str:
    outcome = read_page(capture_bytes(text.encode(), "page.txt"))
    assert isinstance(outcome, Page), outcome
    return outcome.published.edtf


@pytest.mark.parametrize(
    "text",
    [
        f"BAIDOA, Somalia (AP) - Jan 9 2023. {NEWS}",
        f"BAMAKO, Mali (AFP), 9 January 2023 — {NEWS}",
        f"(9 January 2023) {NEWS}",
        f"Baidoa, 19 Dey 1401 (9 January 2023): {NEWS}",
        f"Farmers killed in Baidoa\n\n{NEWS}\n\nDone at Baidoa, this 9th day of January, 2023",
        f"Farmers killed in Baidoa\n09.01.23\n\n{NEWS}",
        f"Farmers killed in Baidoa\nMonday 1/9/23\n\n{NEWS}",
        f"Farmers killed in Baidoa\n9-Jan-23\n\n{NEWS}",
        f"NEWS / January 9, 2023 / Farmers killed in Baidoa\n\n{NEWS}",
        f"Farmers killed in Baidoa | Reported on: 09/01/2023 | Source: a monitor\n\n{NEWS}",
    ],
)
def test_the_day_is_read(text: str) -> None:
    assert published(text) == "2023-01-09"


def test_the_day_of_telling_settles_the_year_of_a_dateline() -> None:
    text = (
        "KATSINA, Nigeria, March 15 (Reuters) - Gunmen killed nine people in Kankara on Saturday, residents and "
        "police said on Monday.\n\n© 2021 Reuters"
    )
    assert published(text) == "2021-03-15"


@pytest.mark.parametrize("line", ["Version 1.4.23", "Grid 10.12.23 was searched by soldiers for nine hours."])
def test_a_numbering_is_no_day(line: str) -> None:
    assert published(f"Farmers killed in Baidoa\n{line}\n\n{NEWS}") == "../.."
