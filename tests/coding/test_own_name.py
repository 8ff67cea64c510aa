"""Whose deed a "we" is: of the side that speaks, of the body that makes the page, of nobody else."""

import pytest

from tests.coding.coded import code_text, names

STATEMENT = """The Front for the Defence of the Ruvu condemns the killing of fishermen by soldiers at Kasenyi, Congo.

The soldiers arrived by boat before dawn and dragged the men from their huts. Two houses were burned.

They left at noon. Nobody has come to ask about the dead.

The Front rejects the claim of the army that two of its fighters surrendered at Tchomia on 29 April.

On 2 May our fighters ambushed a patrol on the road to Bogoro. We call on the United Nations to send a mission.
"""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We destroyed a drone over Belgorod,” the Russian defence ministry said.", {"Russian Armed Forces"}),
        ("“We burned their trucks,” a spokesman for the M23, Willy Ngoma, said in Congo.", {"M23"}),
        ("“We took the farm,” said Ali Musa, a victim of the army in Borno, Nigeria.", set()),
        ("“We arrested a thief,” said a villager in Borno, Nigeria.", set()),
    ],
)
def test_a_side_that_says_we_did_it(text: str, who: set[str]):
    assert {name for report in code_text(text).reports for name in names(report, "agent")} == who


def test_a_statement_speaks_for_its_maker_not_for_whom_it_names_last():
    coded = code_text(STATEMENT)
    own = {report.span.quote: report for report in coded.reports}
    for word in ("ambushed", "call"):
        assert names(own[word], "agent") == {"Front for the Defence of the Ruvu"}
        assert own[word].attribution == ()


def test_whose_men_a_rejected_claim_is_about():
    (report,) = (one for one in code_text(STATEMENT).reports if one.span.quote == "surrendered")
    assert report.status == "denied"
    assert names(report, "agent") == {"Front for the Defence of the Ruvu"}


def test_a_claim_that_is_rejected_is_denied_wherever_its_clause_hangs():
    text = "The M23 rejects the claim of the army that its fighters burned Kibumba in Congo on 29 April."
    assert {report.status for report in code_text(text).reports} == {"denied"}


def test_the_assailants_of_another_day_are_others():
    coded = code_text(
        "On 6 June, JNIM attacked the village of Tambo in Burkina Faso, killing seven people.\n\n"
        "On 7 June, a convoy was stopped near Markoye. Four men were taken away by the assailants."
    )
    taken = [report for report in coded.reports if report.span.quote == "taken"]
    assert taken
    assert all("JNIM" not in names(report, "agent") for report in taken)
