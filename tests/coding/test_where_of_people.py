"""Where people sit, come from or fight beside where it was done; sentences of our own from several wars."""

import pytest

from crossreport.gazetteer import gazetteer
from tests.coding.coded import code_text, some


def places(text: str) -> list[set[str]]:
    coded = code_text(text, "2024-05-06")
    return [{place.name for place in one.places} for one in some(coded.reports)]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The mayor of Toribio was shot dead in Santander de Quilichao in Colombia.", {"Santander de Quilichao"}),
        ("Gunmen in Yemen killed the police chief of Lahj, Ahmed Salem, in Aden on Friday.", {"Aden"}),
        ("Unidentified men abducted a doctor from Charsadda in Mardan in Pakistan on Friday.", {"Mardan"}),
        ("The mayor of Toribio in Colombia was shot dead on Friday.", {"Toribio"}),
        ("Gunmen in Pakistan abducted a doctor from Charsadda on Friday.", {"Charsadda"}),
        ("A patrol of the Malian army came under fire from jihadists near Niono on Friday.", {"Niono"}),
        ("Three civilians were killed in Hays in Yemen on Friday.", {"Hays"}),
    ],
)
def test_the_place_of_the_deed_and_not_of_the_people(text, where):
    assert places(text)[0] == where


def test_a_district_is_no_city_of_another_land():
    coded = code_text(
        "Clashes broke out on Friday in Aden in Yemen. A bomb went off in Mansoura district.", "2024-05-06"
    )
    assert gazetteer().find("Mansoura")
    assert {place.country for one in some(coded.reports) for place in one.places} == {"YE"}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Gunmen shot dead a former FARC guerrilla in Argelia in Colombia on Friday.", "former FARC guerrilla"),
        ("Gunmen shot dead a FARC guerrilla in Argelia in Colombia on Friday.", "FARC"),
    ],
)
def test_former_fighters_are_of_their_side_no_more(text, hit):
    (report,) = code_text(text, "2024-05-06").reports
    assert [p.actor.name for p in report.participants if p.role == "target"] == [hit]
