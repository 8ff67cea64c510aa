"""Items of a roundup share nothing: no toll, no place and no doer crosses from one to the next."""

from tests.coding.coded import code_text

ROUNDUP = """GAO - A suicide bomber killed 35 people near the market on Thursday, police said.
TIMBUKTU - A French air strike killed two insurgents, the French military said.
MENAKA - Gunmen shot dead a village chief on Thursday.
KIDAL - A roadside bomb wounded three soldiers."""


def test_tolls_stay_with_their_item():
    coded = code_text(ROUNDUP)
    by_id = {report.id: report for report in coded.reports}
    owners = {figure.low: by_id[figure.event_report].type.label for figure in coded.figures if figure.event_report}
    assert owners[35] == "explosion"
    assert owners[2] == "air_strike"
    assert len({report.span.start for report in coded.reports}) >= 4


def test_a_bomber_is_no_group_and_no_aircraft():
    (report,) = code_text("A suicide bomber killed 35 people near the market in Gao on Thursday.").reports
    assert report.type.label == "explosion"
    assert not [p for p in report.participants if p.role == "agent"]


def test_nobody_stands_on_both_sides():
    coded = code_text(
        "Al-Shabaab fighters attacked a base on Monday. Troops repulsed the attack by Al-Shabaab, killing six."
    )
    for report in coded.reports:
        doers = {p.actor.id for p in report.participants if p.role == "agent"}
        assert not doers & {p.actor.id for p in report.participants if p.role == "target"}


NUMBERED = """1. KASSALA. Gunmen shot dead a tax collector in Kassala in Sudan on Monday.

2. NYALA. An air strike hit a market in Nyala on Monday. 4 traders killed, 9 injured.

3. EL OBEID. Troops arrested a driver at a checkpoint in El Obeid on Monday.

WEEKLY TOTALS: 22 incidents; at least 61 people killed.
"""


def test_a_number_opens_an_item_and_sums_belong_to_none():
    coded = code_text(NUMBERED)
    assert [report.type.label for report in coded.reports] == ["killing", "air_strike", "arrest"]
    held = {figure.best for figure in coded.figures if figure.event_report == coded.reports[1].id}
    assert {4, 9} <= held
    (total,) = [figure for figure in coded.figures if figure.low == 61]
    assert total.event_report is None
    assert total.cumulative
