"""Days that are none of the deed: those in names, and those that lie ahead of the page."""

import pytest

from tests.coding.coded import code_text

PUBLISHED = "2019-03-06"  # a Wednesday


def told(text, type_=None):
    reports = code_text(text, PUBLISHED).reports
    return {report.when and report.when.edtf for report in reports if type_ in (None, report.type.label)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels seized the November 11 hospital in the port on Tuesday, medics said.", "2019-03-05"),
        ("On Monday gunmen stormed the base of the 30 June Brigade, killing four guards.", "2019-03-04"),
        ("Two shells hit the 24 December neighbourhood south of Tripoli on Tuesday.", "2019-03-05"),
        ("A bomb went off near 9 April Bridge in Kano on Monday, killing a porter.", "2019-03-04"),
        ("Soldiers beat students at the University of 20 August in Skikda on Tuesday.", "2019-03-05"),
    ],
)
def test_a_day_in_a_name_is_not_the_day_of_the_deed(text, day):
    assert told(text) == {day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The 4 February air strike on the village killed 80 people, monitors said.", "2019-02-04"),
        ("The 12 February hospital bombing in Quetta killed nine.", "2019-02-12"),
        ("On 3 March hospital guards in Goma shot a thief dead.", "2019-03-03"),
    ],
)
def test_a_deed_called_by_its_day_was_done_on_it(text, day):
    assert told(text) == {day}


def test_a_name_says_why_it_is_no_time():
    mentions = code_text("Rebels seized the November 11 hospital on Tuesday.", PUBLISHED).mentions
    (named,) = [one for one in mentions if one.kind == "time" and "November" in one.span.quote]
    assert named.value is None
    assert named.reasons[0].rule == "named_after_day"


def test_what_was_done_does_not_lie_ahead_of_the_page():
    text = "Gendarmes in Gao arrested 14 men after the raid on the market; their trial opens on Tuesday."
    assert told(text, "arrest") == {"2019-03-06~"}
    text = "The front has threatened to block the road to Cotabato again from 20 March unless its men are freed."
    assert told(text, "statement_threat") == {"2019-03-06~"}


def test_a_month_that_lies_far_ahead_is_that_of_the_year_before():
    assert told("Bandits looted three shops near Birao in October.", "looting_destruction") == {"2018-10"}


def test_the_day_of_what_is_called_for_is_not_the_day_of_saying():
    text = "Police killed two demonstrators in Port-au-Prince; the opposition has called another march for Friday."
    assert told(text, "attack_on_civilians") == {"2019-03-06~"}


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        (
            "Parliament in Juba approved on Tuesday a draft law ratifying a credit line agreement signed on May 19 by"
            " the Bank of Nile and the Bank of Kush.",
            "agreement",
            "2016-05-19",
        ),
        ("The raid led to the first US air strikes in Libya since the intervention in 2011.", "air_strike", "2011"),
        (
            "The militants swept across the north of Mali, prompting the first French air strikes in Mali since the"
            " withdrawal of troops in 2013.",
            "air_strike",
            "2013",
        ),
    ],
)
def test_a_day_in_the_phrase_of_an_older_deed_is_that_ones(text, type_, day):
    first = next(report for report in code_text(text).reports if report.type.label == type_)
    assert first.when is None or first.when.edtf != day


def test_a_day_behind_a_since_still_opens_what_goes_on():
    (report,) = code_text("Rebels have besieged Taiz since April 2015.").reports
    assert report.when.edtf.startswith("2015-04/")


def test_the_day_of_an_agreement_is_its_own():
    (report,) = code_text("The deal was signed in Juba by the government and the SPLM-IO on May 19.").reports
    assert report.when.edtf == "2016-05-19"


def test_the_day_of_a_statement_is_not_the_day_of_what_it_denies():
    text = (
        "On 23 November fighters of the UPC attacked Boyo in the Central African Republic, killing eight villagers.\n"
        "The UPC, in a statement of 25 November, denied any part in the attack."
    )
    told = [report for report in code_text(text, "2021-11-30").reports if not report.type.label.startswith("statement")]
    assert [report.when.edtf for report in told if report.when] == ["2021-11-23"]
