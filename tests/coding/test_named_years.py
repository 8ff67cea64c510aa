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


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three veterans of the 2005 peace accord in Malakal on 12 June.",
        "Men took six delegates of the 2011 peace agreement from a bus in Cotabato and shot them dead on 12 June.",
        "Rebels stormed a police post in Bria on 12 June, despite the 2014 ceasefire.",
    ],
)
def test_an_agreement_named_by_its_year_is_not_made_and_dates_nothing(text: str) -> None:
    reports = code_text(text).reports
    assert not {"agreement", "ceasefire_halt"} & {report.type.label for report in reports}
    days = {report.when.edtf for report in reports if report.when is not None}
    assert "2016-06-12" in days
    assert not days & {"2005", "2011", "2014"}


def test_what_is_made_or_done_in_a_year_is_of_it() -> None:
    made = code_text("The government and the rebels signed the 2014 peace agreement in Bangui.").reports
    assert [(each.type.label, each.when and each.when.edtf) for each in made] == [("agreement", "2014")]
    died = code_text("Twelve people died in the 2013 attack on the hotel in Nairobi.").reports
    assert {each.when.edtf for each in died if each.when} == {"2013"}
