"""Who has nothing to do with an attack did not do it; people are bombarded as towns are."""

import pytest

from tests.coding.coded import code_text, types


def doers(text: str) -> set[str]:
    return {
        part.actor.name for report in code_text(text).reports for part in report.participants if part.role == "agent"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Rapid Support Forces had nothing to do with the bombing of the market in Nyala on Monday.",
        "The Libyan National Army has nothing to do with the explosion in Tripoli on Monday, its spokesman said.",
        "Hamas denied having anything to do with the attack on the bus station in Haifa on Monday.",
        "Four people died in Sake on Thursday. The M23 has nothing to do with these bombs.",
    ],
)
def test_who_has_nothing_to_do_with_it_is_no_doer(text: str) -> None:
    coded = code_text(text)
    assert coded.reports
    assert {report.status for report in coded.reports} == {"happened"}
    assert not doers(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Rapid Support Forces attacked the market in Nyala on Monday. The traders had nothing to do with the war.",
        "The Rapid Support Forces bombed the market in Nyala on Monday, which had nothing to do with the front.",
    ],
)
def test_those_who_did_it_stay_the_doers(text: str) -> None:
    assert "Rapid Support Forces" in doers(text)


@pytest.mark.parametrize("whom", ["the population of Nyala", "civilians in Nyala", "residents of Nyala"])
def test_people_are_bombarded_as_towns_are(whom: str) -> None:
    assert types(code_text(f"The militia bombarded {whom} on Sunday.")) == ["shelling"]


def test_who_is_bombarded_with_questions_is_not_shelled() -> None:
    assert not types(code_text("Reporters bombarded the minister with questions in Nyala on Sunday."))
