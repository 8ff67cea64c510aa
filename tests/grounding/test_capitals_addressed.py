"""A capital that is accused or blamed is its government; an opposition is of the country whose government it meets."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Kyiv blamed Moscow for the strike on a dam.", "Russia"),
        ("Khartoum accused Juba of arming the rebels.", "Government of South Sudan"),
    ],
)
def test_an_accused_capital_is_no_place(text, state):
    (report,) = code_text(text).reports
    assert state in names(report)
    assert report.place is None


def test_a_capital_that_is_shelled_is_a_place():
    (report,) = code_text("Mortars hit Damascus in Syria on Friday.").reports
    assert report.place is not None
    assert report.place.name == "Damascus"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The Syrian government delegation and the opposition held talks in the Swiss city of Geneva on Friday.",
            {"Government of Syria", "Syrian opposition"},
        ),
        (
            "Talks between a Syrian government delegation and the opposition were held in Geneva in Switzerland.",
            {"Government of Syria", "Syrian opposition"},
        ),
        (
            "On Monday the Venezuelan government representatives and opposition parties held talks in Oslo in Norway.",
            {"Venezuela", "Venezuelan opposition"},
        ),
        (
            "On Monday the Venezuelan government and the opposition held talks in Oslo in Norway.",
            {"Venezuela", "Venezuelan opposition"},
        ),
    ],
)
def test_an_opposition_is_of_the_government_that_it_meets(text, parties):
    (report,) = code_text(text).reports
    assert names(report) == parties
