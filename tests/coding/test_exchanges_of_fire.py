"""Happenings told by the noun that says how much of them there was: "an exchange of fire took place"."""

import pytest

from tests.coding.coded import code_text, names, some, types


@pytest.mark.parametrize(
    "sentence",
    [
        "An exchange of fire took place between soldiers and rebels near Malakal on Monday.",
        "An exchange of fire between soldiers and rebels broke out near Obo.",
        "An exchange of gunfire took place in Moreh on Monday between soldiers and rebels.",
    ],
)
def test_an_exchange_of_fire_is_a_clash(sentence: str) -> None:
    (report,) = code_text(sentence).reports
    assert report.type.label == "armed_clash"
    assert len(names(report, "party")) == 2


def test_its_dead_are_those_of_the_clash() -> None:
    told = "An exchange of fire took place between soldiers and rebels near Malakal. Eleven persons were killed."
    page = code_text(told)
    assert types(page) == ["armed_clash"]
    assert [figure.best for figure in page.figures if figure.event_report == page.reports[0].id] == [11]


def test_no_exchange_of_fire_is_none() -> None:
    page = code_text("No exchange of fire took place in Malakal, the army said.")
    assert all(report.status == "denied" for report in some(page.reports))
