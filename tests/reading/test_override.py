from crossreport.intake import capture_bytes
from crossreport.model import Capture, Page
from crossreport.reading import read_page

TEXT = b"""Shelling resumes in Taiz

Thursday 24 August 2023

Shells fell on a market in Taiz on Wednesday, residents said. Two traders were wounded and taken to a clinic nearby.
"""


def _read(published: str) -> Page:
    capture = capture_bytes(TEXT, "taiz.txt")
    assert isinstance(capture, Capture)
    page = read_page(capture, published=published)
    assert isinstance(page, Page)
    return page


def test_another_date_on_the_page_is_told_and_the_given_one_stands():
    page = _read("2023-09-13")
    assert page.published.edtf == "2023-09-13"
    (clue,) = [basis for basis in page.published.basis if basis.rule == "override_contradicted"]
    assert "24 August 2023" in clue.says


def test_the_same_date_is_no_contradiction():
    assert not [b for b in _read("2023-08-24").published.basis if b.rule == "override_contradicted"]
