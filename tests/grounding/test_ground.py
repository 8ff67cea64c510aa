from crossreport.grounding.ground import at_home, focus_country
from crossreport.model import Mention, Place, PlacePrecision, Span


def place(name, country, kind="settlement"):
    value = Place(name, None, country, None, None, None, PlacePrecision(1, 1), (), None, kind)
    return Mention("m", "p", "place", Span(0, 1, "x"), value, (), (), 0)


def test_things_happen_in_towns_not_in_the_capitals_that_speak():
    speaking = [place("Moscow", "RU")] * 5 + [place("Russia", "RU", "country")] * 5
    assert focus_country([*speaking, place("Palmyra", "SY")], {"RU": 0.6, "SY": 0.4}) == "SY"


def test_without_a_town_the_words_for_countries_decide():
    assert focus_country([place("Yemen", "YE", "country")], {"SA": 0.3, "YE": 0.7}) == "YE"


def test_words_help_where_towns_are_split():
    towns = [place("Sinjar", "IQ"), place("Raqqa", "SY")]
    assert focus_country(towns, {"IQ": 0.8, "SY": 0.2}) == "IQ"


def test_a_tie_goes_to_the_alphabet_and_nothing_to_nothing():
    assert focus_country([place("Raqqa", "SY"), place("Sinjar", "IQ")], {}) == "IQ"
    assert focus_country([place("Dair Alwan", None)], {}) is None


def test_a_village_on_no_list_lies_in_the_country_that_the_page_is_about():
    lost = place("Kolbagui", None, "unresolved")
    found = at_home(lost, "BF")
    assert found.value.country == "BF"
    assert [reason.rule for reason in found.reasons] == ["home"]
    assert at_home(lost, None) is lost
    assert at_home(place("Kolbagui", "ML", "unresolved"), "BF").value.country == "ML"
