"""What an address and a language say about a page's day."""

from datetime import date

import pytest

from crossreport.intake import capture_bytes
from crossreport.model import Published
from crossreport.reading import date_page
from crossreport.reading.published.clue import Passage, Reading
from crossreport.reading.published.days import EXCLUDED, UNLIKELY, index_of
from crossreport.reading.published.mentions import mention_clues
from tests.reading.test_published import published, rules

NEWS = "Five traders were shot dead near the bridge on Monday, police said, and the governor ordered a curfew."


def test_the_month_in_an_address_bounds_the_page():
    found = published(NEWS, name="https://hill.example/2018/07/five-traders-shot")
    assert (found.earliest, found.latest) >= ("2018-06-30", "2018-07-01")
    assert "2018-06-30" <= found.earliest <= found.latest <= "2018-08-01"
    assert "address_month" in rules(found)


@pytest.mark.parametrize(
    "name", ["https://hill.example/2018/13/traders", "https://hill.example/1807/07/traders", "2018"]
)
def test_other_numbers_in_an_address_are_no_month(name):
    assert "address_month" not in rules(published(NEWS, name=name))


def test_a_line_that_address_and_markup_contradict_is_of_something_else():
    html = (
        "<html><head><title>Barge attacked</title></head><body><h1>Barge attacked</h1><p>20 October 2017</p>"
        "<p>Gunmen attacked a barge on the river near the old bridge and wounded eleven traders, residents said.</p>"
        "<p>Nobody could say how many people had been in the barge when it burned, a medic added at dusk.</p>"
        "<div class='posted'>04.07.2018</div></body></html>"
    )
    page = date_page(capture_bytes(html.encode(), "https://hill.example/2018/07/barge-attacked"))
    assert isinstance(page, Published)
    assert (page.earliest or "") >= "2018-06-30"


@pytest.mark.parametrize(("read", "cost"), [(False, UNLIKELY), (True, EXCLUDED)])
def test_a_day_that_is_named_in_a_language_without_known_tenses_may_be_to_come(read, cost):
    text = "Die Trauerfeier findet am 5.11.2023 in der Stadt statt."
    reading = Reading(text, "a.html", (Passage(0, len(text), "body", text),), None, read=read)
    (clue,) = mention_clues(reading)
    before = clue.costs[index_of(date(2023, 10, 31))]
    assert before == cost if not read else before >= cost
