"""Spot reports written as forms: where, when, by whom and how many stand behind labels."""

import pytest

from crossreport.coding import code
from crossreport.grounding.ground import ground
from crossreport.intake import capture_bytes
from crossreport.model import CodedPage, Page
from crossreport.reading import read_page
from tests.coding.coded import analyser, code_text, some

FORMS = {
    "Niger": (
        "INCIDENT REPORT 14/2022",
        "Date of incident: 6 March 2022",
        "Location: Banibangou, Tillabery region, Niger",
        "Type of incident: Armed attack on civilians",
        "Alleged perpetrators: Islamic State in the Greater Sahara",
        "Casualties: 5 killed, 3 wounded",
        "",
        "Description: Armed men entered the village at dusk and fired at farmers who came back from the fields.",
    ),
    "Philippines": (
        "Spot report",
        "Date: 11 May 2021",
        "Place: Butig, Lanao del Sur",
        "Incident: Shooting",
        "Suspects: Abu Sayyaf",
        "Killed: 2",
        "",
        "Details: The gunmen shot at two farmers on the road and fled towards the hills before soldiers came.",
    ),
}


def coded(text: str) -> CodedPage:
    page = read_page(capture_bytes(text.encode(), "form.txt"))
    assert isinstance(page, Page)
    analysis = analyser().analyse(page)
    return code(page, analysis, ground(page, analysis))


@pytest.mark.parametrize(
    ("land", "place", "doer", "killed"),
    [("Niger", "Banibangou", "Islamic State", 5), ("Philippines", "Butig", "Abu Sayyaf", 2)],
)
def test_the_fields_of_a_form_are_of_what_it_tells(land: str, place: str, doer: str, killed: int) -> None:
    page = coded("\n".join(FORMS[land]))
    (attack,) = [each for each in page.reports if each.type.label in ("attack_on_civilians", "killing")]
    assert attack.place is not None
    assert place in attack.place.name
    tolls = [figure for figure in page.figures if figure.measure == "killed" and figure.event_report == attack.id]
    assert [figure.best for figure in tolls] == [killed]
    assert attack.when is not None
    assert attack.when.latest == {"Niger": "2022-03-06", "Philippines": "2021-05-11"}[land]
    assert any(doer in each.actor.name for each in attack.participants) or land == "Niger"


def test_two_labels_are_no_form() -> None:
    lines = ("Market closed", "Location: Banibangou", "Source: a trader", "", FORMS["Niger"][-1].partition(": ")[2])
    page = coded("\n".join(lines))
    assert all(each.place is None or each.place.name != "Banibangou" for each in some(page.reports))


def test_one_labelled_line_that_is_kept_heads_nothing() -> None:
    (report,) = code_text("Location: Banibangou\nArmed men fired at farmers who came back from the fields.").reports
    assert report.place is None
