"""A table of incidents reads row by row, with the names of its columns; other tables are left as they are."""

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Page
from crossreport.reading import read_page
from tests.reading.test_html import PARAGRAPHS

HEAD = ("No.", "Date", "Town", "Incident", "Killed", "Source")
ROWS = (
    ("1", "3 May", "Buenos Aires", "Armed men burned two lorries on the river road.", "0", "Drivers"),
    ("2", "4 May", "Tibu", "Mortar fire on the lower quarter", "4", "Clinic"),
)


def page_of(*tables: str) -> Page:
    told = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = f"<html><head><title>Port Amal</title></head><body><h1>Port Amal</h1>{told}{''.join(tables)}</body></html>"
    outcome = read_page(capture_bytes(html.encode(), "page.html"))
    assert isinstance(outcome, Page), outcome
    return outcome


def table(*rows: tuple[str, ...], head: str = "th") -> str:
    first, *others = rows
    cells = ["".join(f"<{head}>{cell}</{head}>" for cell in first)]
    cells += ["".join(f"<td>{cell}</td>" for cell in row) for row in others]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def kept(page: Page) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks]


@pytest.mark.parametrize("head", ["th", "td"])
def test_a_row_reads_with_its_day_place_and_the_names_of_its_columns(head):
    page = page_of(table(HEAD, *ROWS, head=head))
    assert kept(page)[-2:] == [
        "1. 3 May, Buenos Aires. Armed men burned two lorries on the river road. Killed: 0. Source: Drivers.",
        "2. 4 May, Tibu. Mortar fire on the lower quarter. Killed: 4. Source: Clinic.",
    ]
    assert [one.reason for one in page.dropped if one.quote.startswith("No. | Date")] == ["table_head"]


def test_sums_are_no_incident_and_empty_cells_say_nothing():
    page = page_of(
        table(HEAD, *ROWS, ("3", "5 May", "Ocana", "A bridge was mined.", "-", ""), ("Total", *[""] * 3, "4", ""))
    )
    assert kept(page)[-1] == "3. 5 May, Ocana. A bridge was mined."
    assert [one.reason for one in page.dropped if one.quote.startswith("Total")] == ["table_sum"]


@pytest.mark.parametrize(
    "rows",
    [
        (("Country", "Capital", "People"), ("Chad", "N'Djamena", "19"), ("Niger", "Niamey", "27")),
        (("Date", "Home", "Away"), ("3 May", "Rovers", "United"), ("4 May", "City", "Town")),
        (("Date", "Town", "Incident"), ("3 May", "Tibu"), ("4 May", "Ocana", "A bridge was mined.")),
        (("Date", "Town", "Incident"), ("3 May", "Tibu", "Armed men burned two lorries.")),
    ],
)  # fmt: skip
def test_other_tables_and_broken_ones_are_left_as_they_are(rows):
    page = page_of(table(*rows))
    assert not any(one.reason.startswith("table") for one in page.dropped)
    assert not any(f"{rows[1][0]}, {rows[1][1]}" in text for text in kept(page))


def test_a_cell_that_reaches_down_is_of_each_row_and_a_lone_cell_heads_those_below():
    head = "<tr><th>Date</th><th>Town</th><th>Incident</th></tr>"
    first = "<tr><td rowspan='2'>3 May</td><td>Tibu</td><td>Armed men burned two lorries.</td></tr>"
    rows = f"{first}<tr><td>Ocana</td><td>A bridge was mined.</td></tr><tr><td colspan='3'>Arauca</td></tr>"
    page = page_of(f"<table>{head}{rows}<tr><td>4 May</td><td>Saravena</td><td>A mayor was shot at.</td></tr></table>")
    assert kept(page)[-4:] == [
        "3 May, Tibu. Armed men burned two lorries.",
        "3 May, Ocana. A bridge was mined.",
        "Arauca",
        "4 May, Saravena. A mayor was shot at.",
    ]


def test_a_table_in_the_frame_of_the_page_is_none():
    page = page_of(f"<footer>{table(HEAD, *ROWS)}</footer>")
    assert not any("lorries" in text for text in kept(page))


@pytest.mark.parametrize("border", ["\t", " | "])
def test_a_pasted_table_keeps_its_rows_and_says_which_cells_are_not_read(border):
    lines = "\n".join(border.join(row) for row in (HEAD, *ROWS, ("Total", "", "", "", "4", "")))
    outcome = read_page(capture_bytes("\n\n".join((*PARAGRAPHS, lines)).encode(), "page.txt"))
    assert isinstance(outcome, Page)
    told = " ".join(kept(outcome))
    assert "Armed men burned two lorries on the river road." in told
    assert "Mortar fire on the lower quarter" in told
    dropped = [(one.reason, one.quote.strip("| ")) for one in outcome.dropped]
    assert ("table_cell", "4") in dropped
    assert {"table_head", "table_sum"} <= {reason for reason, _ in dropped}
