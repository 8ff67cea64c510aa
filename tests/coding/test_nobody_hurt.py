"""Of whom it is said that not one was hurt: no deed, and no number of dead."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    "text",
    [
        "Not a single civilian was hurt in Bukos, the police spokesman said.",
        "None of the 20 passengers was killed in Gao.",
        "Not one of the villagers was killed in Loikaw.",
        "The rebels did not kill a single soldier in Tumaco.",
    ],
)
def test_not_one_was_hurt(text: str) -> None:
    coded = code_text(text)
    assert coded.reports == ()
    assert all(figure.status == "denied" for figure in coded.figures)


@pytest.mark.parametrize(
    "text",
    [
        "No more than 20 people were killed in Gao on Monday, the mayor said.",
        "No fewer than nine villagers were killed in Loikaw on Monday.",
        "Not only civilians were killed in Tumaco on Monday; nine soldiers died.",
    ],
)
def test_not_more_and_not_only_are_no_denials(text: str) -> None:
    coded = code_text(text)
    assert coded.reports
    assert all(figure.status == "happened" for figure in coded.figures)
