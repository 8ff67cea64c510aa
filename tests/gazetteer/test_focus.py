"""Of which country a page is; pages of our own writing."""

import pytest
from msgspec.structs import replace

from crossreport.gazetteer import gazetteer, page_countries
from crossreport.model import Page, Span
from tests.grounding.plain import page_of

LONE = "HANGU: Two policemen were killed when armed men attacked a checkpoint on Sunday."
LOCAL = "HANGU: Two policemen were killed when armed men attacked a checkpoint in the Thall tehsil of Hangu."
DISTRICT = "KECH: Three constables were wounded when gunmen opened fire on a post in Kech on Sunday."


def weights(text: str) -> dict[str, float]:
    page: Page = page_of(text, "2024-03-05")
    return dict(page_countries(page, places=gazetteer()))


def test_a_name_of_towns_in_two_countries_speaks_for_neither_alone():
    assert weights(LONE) == {}


@pytest.mark.parametrize(("text", "country"), [(LOCAL, "PK"), (DISTRICT, "PK")])
def test_local_words_and_a_district_of_the_name_tell_the_country(text, country):
    found = weights(text)
    assert max(found, key=lambda one: found[one]) == country


def test_neither_a_seat_of_international_bodies_nor_a_word_in_capitals_tells_the_country():
    assert weights("HUMAN RIGHTS MONITOR\nShells hit the market on Tuesday, killing four people.") == {}
    text = "GENEVA (5 March 2024) - Shelling on Monday killed 12 civilians in Tawila, the UN said."
    dated = replace(page_of(text), dateline=Span.of(text, 0, 23), dateline_place=Span.of(text, 0, 6))
    assert page_countries(dated, places=gazetteer()) == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Two suspects, both soldiers of the SSPDF, were arrested at Malou.", "SS"),
        ("MONUSCO said that its patrols had been fired on near Kinkale.", "CD"),
        ("Armed youth took the cattle at Pajut, in the north of Jonglei.", "SS"),
    ],
)
def test_forces_missions_and_provinces_tell_the_country(text, country):
    found = weights(text)
    assert max(found, key=lambda one: found[one]) == country


@pytest.mark.parametrize("who", ["U.S.", "US", "UK"])
def test_whose_soldiers_they_are_is_hardly_a_country_of_the_page(who):
    found = weights(f"KABUL - {who} soldiers left the Korengal valley, {who} officers said.")
    named = weights(f"KABUL - Soldiers of the {who} left the Korengal valley, officers of the {who} said.")
    (country,) = set(found) - {"AF"}
    assert found[country] < named[country]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shells fell on Al-Hodeidah on Saturday.", "YE"),
        ("Clashes broke out in Ar-Raqqa on Monday.", "SY"),
        ("A car bomb went off in Al Ramadi on Monday.", "IQ"),
        ("Fighters of the tribes shelled Al-Zawiya on Friday.", "LY"),
    ],
)
def test_a_town_with_an_article_that_lists_leave_out_tells_the_country(text, country):
    assert max(weights(text).items(), key=lambda one: one[1])[0] == country


@pytest.mark.parametrize("name", ["Al-Masirah", "Al Gore", "Al-Sharif", "Al-Assad"])
def test_an_article_makes_no_town_of_another_name(name):
    assert weights(f"{name} told of the shelling on Saturday.") == {}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("US warplanes bombed a cave in the Cal Miskaad mountains of Puntland overnight.", "SO"),
        ("Ugandan crusader forces left a base in Lower Shabelle on Friday.", "SO"),
        ("Troops fired US-made rockets at a post in Zaporizhzhia.", "UA"),
        ("DAMASCUS - Turkish artillery shelled Tal Rifaat and Russian warplanes bombed Maarat al-Numan.", "SY"),
        ("Malian soldiers shot a trader in Anefis.", "ML"),
        ("Turkish villagers fled from Nusaybin.", "TR"),
    ],
)
def test_whose_forces_and_weapons_they_are_says_less_than_any_place(text, country):
    found = weights(text)
    assert max(found, key=lambda one: found[one]) == country


@pytest.mark.parametrize(("town", "country"), [("GAO", "ML"), ("KIDAL", "ML"), ("MARIB", "YE")])
def test_the_town_of_a_dateline_may_be_a_province_or_short(town, country):
    text = f"{town}, 5 March 2024 - Soldiers shot a trader."
    dated = replace(
        page_of(text), dateline=Span.of(text, 0, len(town) + 14), dateline_place=Span.of(text, 0, len(town))
    )
    assert [iso for iso, _ in page_countries(dated, places=gazetteer())] == [country]
