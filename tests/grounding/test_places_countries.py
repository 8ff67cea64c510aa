"""In which country a name lies: no mere likeness, no seat of talks and no slip of syntax carries it off."""

from crossreport.model import Place
from tests.coding.coded import code_text


def places(text, published="2022-05-20"):
    mentions = code_text(text, published).mentions
    return {one.span.quote: one.value for one in mentions if one.kind == "place" and isinstance(one.value, Place)}


def test_a_region_is_no_province_that_it_only_sounds_like():
    found = places("DUHOK - Turkish jets bombed the Metina region on Thursday. Villagers of Kani Masi fled.")
    metina = found["Metina region"]
    assert (metina.kind, metina.country, metina.admin1) == ("unresolved", "IQ", None)


def test_a_town_of_the_page_does_not_lie_where_syntax_puts_it():
    found = places(
        "Ukraine said on Monday that Russian shells hit Kharkiv and Izium. The depot in Kharkiv in Lithuania's care "
        "burned down, the ministry in Kyiv said."
    )
    assert found["Kharkiv"].country == "UA"


def test_a_seat_of_talks_holds_nothing():
    found = places(
        "Sahrawi fighters shelled a base at Mahbesa on Monday, their army said. Its envoy was in New York. "
        "Morocco did not comment. Fighters also attacked Rus Lihtana."
    )
    assert {found["Mahbesa"].country, found["Rus Lihtana"].country} <= {"MA", "EH", None}


def test_an_army_abroad_says_not_in_which_country_a_village_lies():
    assert places("Turkish warplanes bombed Sidekanok overnight, killing a shepherd.")["Sidekanok"].country is None
    found = places("The Russian army attacked. The villages of Lyptsi and Vovchansk were taken.")
    assert {found["Lyptsi"].country, found["Vovchansk"].country} == {None}
    at_home = places("Turkish warplanes bombed Sidekanok in the east of Turkey, killing a shepherd.")["Sidekanok"]
    assert at_home.country == "TR"


def test_a_currency_is_no_place_and_a_country_is():
    found = places(
        "The mission in Mali will cost US$30 million and Mali will pay $US 5 million, the UN said in Bamako."
    )
    assert "US" not in found
    assert "Mali" in found


def test_parts_of_continents_lakes_and_parks_are_places():
    found = places("Arms flowed from Eastern Europe to the camps near Mount Hood and Lake Cumberland.")
    assert found["Eastern Europe"].kind == "region"
