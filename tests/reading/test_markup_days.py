"""What the day that only htmldate finds in a page's markup is worth beside what the page shows; pages are our own."""

from datetime import date

import numpy as np
import pytest

from crossreport.reading.published.clue import Passage, Reading
from crossreport.reading.published.days import day_at
from crossreport.reading.published.headers import header_clues
from crossreport.reading.published.metadata import metadata_clues, settle
from crossreport.reading.published.solve import solve

WATER = "Die Wasserversorgung des Dorfes ist seit dem {} gestört, teilte die Gemeinde mit."
NEWS = "Five traders were shot dead near the bridge, police said, and the governor ordered a curfew."


def reading(body: str, markup: str, footer: str = "") -> Reading:
    text = f"{body}\n{footer}"
    passages = [Passage(0, len(body), "body", body)]
    if footer:
        passages.append(Passage(len(body) + 1, len(text), "legal", footer))
    return Reading(text, "page.html", tuple(passages), None, metadata=(("markup_date", markup),))


def days_of(found: Reading) -> set[date]:
    (clue,) = metadata_clues(found)
    return {day_at(index) for index in np.flatnonzero(clue.costs == 0)}


def test_numbers_that_the_markup_takes_in_another_order_are_the_day_that_the_page_shows():
    assert days_of(reading(WATER.format("01.11.2023"), "2023-01-11")) == {date(2023, 11, 1)}


@pytest.mark.parametrize("shown", ["02.11.2023", "11.01.2023"])
def test_numbers_that_are_no_other_order_change_nothing(shown):
    assert date(2023, 1, 11) in days_of(reading(WATER.format(shown), "2023-01-11"))


def published(found: Reading):
    return solve(settle(found, metadata_clues(found) + header_clues(found)))


def test_a_day_of_the_markup_alone_years_before_the_copyright_is_no_sure_season():
    found = published(reading(NEWS, "2016-03-09", "© 2022 Bridge Herald"))
    assert (found.earliest or "") <= "2016-03-09"
    assert found.latest == "2022-12-31"


@pytest.mark.parametrize("footer", ["© 2016 Bridge Herald", "Bridge Herald, all rights reserved", ""])
def test_a_day_of_the_markup_stands_beside_a_copyright_of_its_year(footer):
    found = published(reading(NEWS, "2016-03-09", footer))
    assert (found.latest or "9") < "2016-06"


def test_a_day_that_the_page_shows_stands_against_a_later_copyright():
    found = published(reading(f"9 March 2016\n{NEWS}", "2016-03-09", "© 2022 Bridge Herald"))
    assert (found.earliest, found.latest) == ("2016-03-09", "2016-03-09")
