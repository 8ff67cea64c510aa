"""Menaces told with "otherwise" or to whoever does something, and who will do them."""

import pytest

from crossreport.coding.drafting.drafting import drafts_of
from crossreport.coding.voices.attribution import Voices
from tests.coding.coded import code_text
from tests.coding.test_attribution import document


def told(text: str, word: str) -> tuple[str, set[str]]:
    """Status and doers of the happening that a word tells."""
    doc = document(text)
    draft = next(each for each in drafts_of(doc, Voices(doc)) if doc.text(each.word) == word)
    return draft.status, draft.ids("agent", "party")


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("JNIM told traders in Farabougou that whoever sells to the army will be killed.", "killed", "jnim"),
        ("The Arakan Army told the garrison to surrender, otherwise Ann would be shelled.", "shelled", "arakan-army"),
        ("Boko Haram ordered farmers in Kukawa to pay or they would be shot.", "shot", "boko-haram"),
        ("The ELN warned that any truck that uses the road to Arauca will be burnt.", "burnt", "eln"),
    ],
)
def test_who_threatens_with_it_will_do_it(text, word, doer):
    assert told(text, word) == ("threatened", {doer})


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The army said that the base in Ann was shelled on Monday.", "shelled"),
        ("Boko Haram ordered farmers in Kukawa to leave, and nine of them were shot.", "shot"),
    ],
)
def test_what_was_done_is_no_menace(text, word):
    assert told(text, word)[0] == "happened"


@pytest.mark.parametrize(
    "text",
    [
        "The Balochistan Liberation Front warned Chinese firms to leave Gwadar, otherwise they would be attacked.",
        "Boko Haram told the teachers of Kukawa to stay at home, or they would be killed.",
        "The cartel told the mayor of Uruapan to resign or be shot.",
        "The ELN ordered mining companies in Chocó to close their pits, otherwise their machines would be destroyed.",
    ],
)
def test_a_demand_with_harm_behind_it_is_a_threat(text):
    told = [report for report in code_text(text).reports if report.type.label.startswith("statement")]
    assert [report.type.label for report in told] == ["statement_threat"]
    assert not [report for report in code_text(text).reports if report.status == "happened" and report not in told]


def test_bodies_of_any_kind_can_be_asked():
    told = code_text("The junta told telecoms companies to cut the internet in Sagaing.")
    assert [report.type.label for report in told.reports] == ["statement_demand"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Any convoy of the army of occupation that enters Menaka will be attacked, the group said.", "attacked"),
        ("Any patrol that enters Kidal will be shelled, the rebels said.", "shelled"),
    ],
)
def test_whoever_does_something_is_threatened_and_has_not_done_it(text: str, word: str) -> None:
    assert told(text, word)[0] == "threatened"
    assert not [report for report in code_text(text).reports if report.status == "happened"]


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("Police who attack marchers in Kisumu will be arrested, the minister said.", False),
        ("Militias that attack hospitals in Sudan will be punished, the envoy said.", False),
        ("The police, who are attacking marchers in Kisumu, will be tried, the minister said.", True),
        ("Soldiers who attacked the clinic in Paoua will be tried, the minister said.", True),
    ],
)
def test_a_clause_that_tells_who_is_meant_is_a_condition(text: str, happened: bool) -> None:
    done = [report for report in code_text(text).reports if report.status in ("happened", "ongoing")]
    types = {report.type.label for report in done if not report.type.label.startswith("statement")}
    assert bool(types) is happened
