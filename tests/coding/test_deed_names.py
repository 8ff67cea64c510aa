"""Deeds named by a word in "-ing", as lists of the dead name them: who is behind "by" did it, not who was hit."""

import pytest

from tests.coding.coded import code_text, names


@pytest.mark.parametrize(
    ("line", "doer", "hit"),
    [
        ("Oksana K., 44, teacher, Kupiansk - shelling by Russian forces", "Russian Armed Forces", {"Oksana K"}),
        ("Fatima S., 12, child, Inkhil - shelling by government forces", "Syrian Arab Army", {"Fatima S"}),
        ("Heavy shelling by Russian forces killed two women in Kharkiv.", "Russian Armed Forces", {"civilians"}),
    ],
)
def test_the_doer_stands_behind_by(line: str, doer: str, hit: set[str]) -> None:
    (report,) = code_text(line).reports
    assert names(report, "agent", "party") == {doer}
    assert names(report, "target") == hit


def test_who_shells_still_does_it() -> None:
    (report,) = code_text("Russian forces shelled Kharkiv on Monday, hitting a school by the river.").reports
    assert names(report, "agent", "party") == {"Russian Armed Forces"}
