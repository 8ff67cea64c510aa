"""A year that tells which agreement, war or law is meant is no year of the days beside it."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    "text",
    [
        "Villagers who had trusted the 2011 peace agreement fled Tibú on June 6.",
        "Forces that signed the 2012 accord in Khartoum attacked Pibor on 6 June.",
        "The army that lost the 2014 war for the airport shelled Tarhuna on 6 June.",
    ],
)
def test_a_day_beside_the_year_of_an_agreement_is_of_the_pages_year(text: str) -> None:
    """The pages of these tests are of October 2016."""
    days = {report.when.edtf for report in code_text(text).reports if report.when is not None}
    assert "2016-06-06" in days
    assert not any(day.endswith("06-06") for day in days - {"2016-06-06"})
