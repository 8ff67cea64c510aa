"""Demands told with "must", what inquiries and tests found, and truces of which only the day is told."""

import pytest

from tests.coding.coded import code_text, names, types


@pytest.mark.parametrize(
    ("text", "who", "of_whom"),
    [
        ("Zelensky said that Russia must withdraw its troops from Ukraine.", "Volodymyr Zelenskyy", "Russia"),
        ("The UN stressed that the Sudanese army must allow aid in.", "United Nations", "Sudanese Armed Forces"),
        ("Rwanda must stop arming rebels, the African Union said on Monday.", "African Union", "Rwanda"),
    ],
)
def test_what_another_side_must_do_is_demanded(text: str, who: str, of_whom: str) -> None:
    demands = [each for each in code_text(text).reports if each.type.label == "statement_demand"]
    assert [(names(each, "agent"), names(each, "target")) for each in demands] == [({who}, {of_whom})]


@pytest.mark.parametrize(
    "text",
    [
        "The president said that we must be patient.",
        "The Congolese minister said that the killers must be punished.",
        "Analysts said the army must have lost control of the town.",
    ],
)
def test_what_must_be_is_no_demand(text: str) -> None:
    assert "statement_demand" not in types(code_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tests on victims of the attack in Douma showed that sarin was used, the ministry said.",
        "Scientists who analysed samples from the site in Ghouta concluded that sarin was used.",
        "Post-mortem examinations of victims in Bentiu showed that they had been shot, doctors said.",
    ],
)
def test_tests_and_conclusions_are_inquiries(text: str) -> None:
    assert "investigation_trial" in types(code_text(text))


def test_a_truce_needs_no_more_than_its_day() -> None:
    coded = code_text("The shelling goes on amid a truce which came into force on 3 October 2016.")
    (truce,) = [report for report in coded.reports if report.type.label == "ceasefire_halt"]
    assert truce.when is not None
    assert truce.when.edtf == "2016-10-03"
