"""Statements printed without quotation marks, and times that count from a page of no known day."""

from msgspec.structs import replace

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.model import CodedPage, EventReport, Published
from tests.coding.coded import analyser, code_text, page_of

RELEASE = """Minister speaks of the Port Sudan ferry

The Foreign Minister, Anneke Vos, said:

{opening}

We will go on helping the harbour towns with medicine and fuel.

Anneke Vos will travel to Cairo this week. Sudanese troops arrested two smugglers near the harbour."""
HEADED = """{title}

{opening} We will go on helping the villages with medicine."""


def told(coded: CodedPage, type_: str) -> EventReport:
    return next(report for report in coded.reports if report.type.label == type_)


def undated(text: str) -> CodedPage:
    """Of a page that may be of any of fourteen years."""
    page = replace(page_of(text), published=Published("2013/2026", "2013-01-01", "2026-12-31"))
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis))


def speakers(report: EventReport) -> list[str]:
    return [voice.speaker for voice in report.attribution]


def test_a_statement_behind_a_colon_is_its_speakers():
    coded = code_text(
        RELEASE.format(opening="On Sunday Rapid Support Forces fighters shelled the ferry in Port Sudan.")
    )
    assert speakers(told(coded, "shelling")) == ["Anneke Vos"]
    said = [(claim.speaker, claim.says) for claim in coded.claims]
    assert ("Anneke Vos", "We will go on helping the harbour towns with medicine and fuel") in said


def test_the_statement_ends_where_the_page_names_its_speaker_again():
    coded = code_text(RELEASE.format(opening="I condemn the shelling of the ferry."))
    assert speakers(told(coded, "arrest")) == []


def test_a_quotation_behind_a_colon_opens_no_further_statement():
    quoted = "The Foreign Minister, Anneke Vos, said:\n\n“I condemn the shelling of the ferry.”\n\n"
    coded = code_text(quoted + "Sudanese troops arrested two smugglers near the harbour.")
    assert speakers(told(coded, "arrest")) == []


def test_a_headline_opens_a_statement_in_the_first_person():
    title = "Statement by Defence Minister Anneke Vos on the Liberation of Jebel Moya"
    opening = "I welcome the news that Sudanese troops retook Jebel Moya from the Rapid Support Forces."
    coded = code_text(HEADED.format(title=title, opening=opening))
    assert speakers(told(coded, "territory_taken")) == ["Anneke Vos"]


def test_news_of_a_page_that_no_clue_dates_has_no_day():
    report = told(
        undated("Sudanese troops retook Jebel Moya from the Rapid Support Forces this morning."), "territory_taken"
    )
    assert report.when is None
    assert any(reason.rule == "time" for reason in report.reasons)


def test_a_date_of_its_own_stays_on_a_page_that_no_clue_dates():
    coded = undated("Sudanese troops retook Jebel Moya from the Rapid Support Forces in May 2025.")
    when = told(coded, "territory_taken").when
    assert when is not None
    assert when.edtf == "2025-05"
