"""Where whoever is hit came from or went to is not where it was, if the page says where."""

import pytest

from tests.coding.coded import code_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A lorry bound for Mopti struck a mine near Sevare in Mali on Monday, killing two traders.", "Sevare"),
        ("Gunmen stopped a taxi going to Pasto in Mocoa, Colombia, on Monday and killed the driver.", "Mocoa"),
        ("Rebels attacked a convoy travelling from Bor to Juba at Mongalla, South Sudan, on Monday.", "Mongalla"),
        ("Snipers shot a nurse on her way to Marib in Taiz, Yemen, on Monday.", "Taiz"),
    ],
)
def test_the_ends_of_a_journey_are_not_the_scene(text, place):
    reports = [report for report in code_text(text).reports if report.type.label not in ("visit_meeting",)]
    assert reports
    assert {one.name for report in reports for one in report.places} <= {place, "Colombia", "Mali", "Yemen"}
    assert reports[0].place.name == place


def test_the_road_that_leads_to_a_town_is_the_best_that_is_said():
    reports = code_text("Militants blew up a pipeline on the road leading to Sibi in Pakistan on Monday.").reports
    assert reports[0].place.name == "Sibi"


def test_where_the_wounded_were_taken_is_no_scene():
    text = "A mine went off near Mahas in Somalia on Monday. Three soldiers were injured and taken to Beledweyne."
    assert {place.name for report in code_text(text).reports for place in report.places} == {"Mahas"}


def test_what_is_shelled_from_a_camp_is_not_the_camp():
    text = "Soldiers shelled Pasaung in Myanmar with mortars from their Loikaw camp on Monday, killing two farmers."
    assert {place.name for report in code_text(text).reports for place in report.places} == {"Pasaung"}
