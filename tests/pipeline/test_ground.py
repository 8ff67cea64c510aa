from crossreport.grounding.ground import focus_country
from crossreport.model import Mention, Place, PlacePrecision, Span


def place(country, kind="settlement"):
    value = Place("x", None, country, None, None, None, PlacePrecision(1, 1), (), None, kind)
    return Mention("m", "p", "place", Span(0, 1, "x"), value, (), (), 0)


def test_places_inside_count_before_countries_named():
    assert focus_country([place("RU", "country"), place("RU", "country"), place("SY")]) == "SY"


def test_countries_named_count_if_nothing_else_does():
    assert focus_country([place("YE", "country"), place(None, "region")]) == "YE"


def test_a_tie_goes_to_the_country_that_is_named_then_to_the_alphabet():
    assert focus_country([place("SY"), place("IQ")]) == "IQ"
    assert focus_country([place("SY"), place("IQ"), place("SY", "country")]) == "SY"


def test_no_place_no_country():
    assert focus_country([]) is None
    assert focus_country([place(None)]) is None
