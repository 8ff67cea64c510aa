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
