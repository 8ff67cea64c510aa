"""Who makes a statement where no register knows him."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Gunmen seized two reporters in Bireuen on Monday. The Free Reporters Association demanded their release.",
            {"Free Reporters Association"},
        ),
        (
            "The Human Rights Division counted nine arrests. On Monday the Division called for an investigation.",
            {"Human Rights Division"},
        ),
    ],
)
def test_a_body_demands_under_its_own_name(text, who):
    demand = [one for one in code_text(text).reports if one.type.label == "statement_demand"]
    assert names(demand[-1], "agent") == who


def test_a_person_is_no_body():
    coded = code_text("Gunmen seized two reporters in Bireuen on Monday. Their colleague Teuku demanded their release.")
    assert not any(
        "Teuku" in name
        for one in coded.reports
        for name in names(one)
        if one.type.label == "statement_demand" and "described:" in str(one.participants)
    )
