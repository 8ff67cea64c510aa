"""The shipped gazetteer: names in any romanisation, divisions, informal regions, and the page's countries."""

import pytest
from msgspec.structs import replace

from crossreport.gazetteer import Gazetteer, gazetteer, page_countries
from crossreport.gazetteer.english import english, plain
from crossreport.gazetteer.store import UNARTICLED
from crossreport.model import Block, Page, Published, Span


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("Binnish", "SY", "Idlib"),
        ("Tal Rifaat", "SY", "Aleppo"),
        ("Khan Sheikhoun", "SY", "Idlib"),
        ("Hodeidah", "YE", "Hodeidah"),
        ("El Fasher", "SD", "North Darfur"),
        ("Avdiivka", "UA", "Donetsk"),
        ("Maiduguri", "NG", "Borno"),
        ("Myitkyina", "MM", "Kachin"),
        ("Goma", "CD", "North Kivu"),
        ("Tibu", "CO", "Norte de Santander"),
        ("Mekelle", "ET", "Tigray"),
        ("حلب", "SY", "Aleppo"),
        ("Бахмут", "UA", "Donetsk"),
    ],
)
def test_a_town_is_found_by_its_press_name(places: Gazetteer, name: str, country: str, region: str) -> None:
    hits = [hit.entry for hit in places.find(name, (country,)) if hit.entry.country == country]
    assert region in {entry.region for entry in hits if entry.kind == "settlement"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Eastern Ghouta", "region"),
        ("Donbas", "region"),
        ("Gaza Strip", "admin1"),
        ("Catatumbo", "region"),
        ("Bab al-Hawa", "facility"),
        ("Sambisa Forest", "natural"),
        ("Bustan al-Qasr", "district"),
        ("Syria", "country"),
        ("DRC", "country"),
        ("Rural Damascus", "admin1"),
    ],
)
def test_what_is_no_settlement_is_known_too(places: Gazetteer, name: str, kind: str) -> None:
    assert kind in {hit.entry.kind for hit in places.exact(name)}


def test_a_quarter_lies_where_its_town_lies(places: Gazetteer) -> None:
    quarter = places.exact("Bustan al-Qasr")[0].entry
    town = next(hit.entry for hit in places.exact("Aleppo") if hit.entry.kind == "settlement")
    assert (quarter.lat, quarter.lon, quarter.within) == (town.lat, town.lon, "Aleppo")


def test_every_quarter_finds_its_town(places: Gazetteer) -> None:
    from crossreport.gazetteer.sources import extra

    for group in extra().quarters:
        name = group.names[0].split("|")[0]
        found = [
            hit.entry
            for hit in places.exact(name)
            if hit.entry.kind == "district" and hit.entry.country == group.country
        ]
        assert any(entry.lat is not None for entry in found), (group.country, group.town)


def test_every_english_name_is_taken_up(places: Gazetteer) -> None:
    from crossreport.gazetteer.sources import extra

    missing = [
        name.filed
        for name in extra().english
        if not any(
            hit.entry.name == name.name and hit.entry.country == name.country for hit in places.exact(name.filed)
        )
    ]
    assert not missing


def test_other_romanisations_are_not_sought_where_spelling_is_fixed(places: Gazetteer) -> None:
    assert places.find("Parees", ("FR",)) == places.exact("Parees")


def test_a_letter_for_letter_home_place_needs_no_soundalikes(places: Gazetteer) -> None:
    assert all(hit.likeness > 0.9 for hit in places.find("Binnish", ("SY",)))


def test_the_same_question_has_the_same_answer(places: Gazetteer) -> None:
    again = Gazetteer(*map(__import__("pathlib").Path, places._paths))
    assert again.find("al-Zahra", ("SY", "IQ")) == places.find("al-Zahra", ("SY", "IQ"))
    again.close()


def _page(*paragraphs: str) -> Page:
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph), "paragraph"))
        start += len(paragraph) + 1
    return Page("p", "c", "n", None, None, "en", text, tuple(blocks), (), Published("..", None, None))


def test_a_page_is_about_the_countries_it_names(places: Gazetteer) -> None:
    page = _page("Sudanese troops left the camp.", "Sudan denied it.", "A diplomat in Cairo, Egypt, spoke of talks.")
    found = page_countries(page, places=places)
    assert found[0][0] == "SD"
    assert "EG" in dict(found)
    assert sum(weight for _, weight in found) == pytest.approx(1.0, abs=0.001)


def test_towns_speak_for_a_country_that_is_not_named(places: Gazetteer) -> None:
    page = _page("Shells fell on Maiduguri overnight.", "Aid workers drove from Maiduguri to Potiskum.")
    assert page_countries(page)[:1] == []
    assert page_countries(page, places=places)[0][0] == "NG"


@pytest.mark.parametrize(
    ("stray", "abroad"),
    [
        ("A man spoke to a radio station across the Chadian border.", "TD"),
        ("They burned a lorry of Pakistani cigarettes.", "PK"),
        ("The French embassy closed its gates.", "FR"),
        ("A Turkish-made drone fell on a field.", "TR"),
        ("Fishermen of the coast of the Indian Ocean were told.", "IN"),
        ("Two Chinese engineers left the mine.", "CN"),
    ],
)
def test_a_stray_adjective_does_not_move_the_page(places: Gazetteer, stray: str, abroad: str) -> None:
    page = _page("Shells fell on Maiduguri overnight.", "The army drove from Maiduguri to Damaturu.", stray)
    found = dict(page_countries(page, places=places))
    assert max(found, key=lambda iso: found[iso]) == "NG"
    assert found.get(abroad, 0.0) < 0.1


def test_money_is_no_country(places: Gazetteer) -> None:
    page = _page("The plan needs US$40m.", "Aid workers drove from Maiduguri to Potiskum.")
    assert "US" not in dict(page_countries(page, places=places))


def test_a_dateline_with_its_country_leads_and_that_of_a_capital_does_not(places: Gazetteer) -> None:
    text = "KASSALA, Sudan, May 2 (AFP) - Shells fell on a market. Egyptian, Egyptian and Egyptian officials met."
    led = replace(_page(text), dateline=Span.of(text, 0, 27))
    assert page_countries(led, places=places)[0][0] == "SD"
    text = "CAIRO, May 2 (AFP) - Shells fell on a market. Sudanese and Sudanese officials met."
    abroad = replace(_page(text), dateline=Span.of(text, 0, 18))
    assert page_countries(abroad, places=places)[0][0] == "SD"


def test_a_namesake_under_another_name_does_not_beat_the_named_country(places: Gazetteer) -> None:
    page = _page("BUNIA, Congo - Rebels burned houses in Mambasa.", "The army came to Mambasa.")
    assert set(dict(page_countries(page, places=places))) == {"CD"}


def test_a_page_that_names_none_is_about_none() -> None:
    assert page_countries(_page("Nothing is said here of where it was.")) == []


@pytest.mark.parametrize(
    ("name", "country", "usual"),
    [("Ar Rastan", "SY", "al-Rastan"), ("Deir ez-Zor", "SY", "Deir ez-Zor"), ("Kafr Takhārīm", "SY", "Kafr Takharim")],
)
def test_names_come_out_in_usual_english(name: str, country: str, usual: str) -> None:
    assert english(name, country) == usual
    assert plain(usual) == usual


@pytest.mark.parametrize(
    ("written", "country", "name"),
    [
        ("Halhoul", "PS", "Halhul"),
        ("Umm Kasr", "IQ", "Umm Qasr"),
        ("Banni Walid", "LY", "Bani Walid"),
        ("Sawakeen", "SD", "Suakin"),
        ("Gharyan", "LY", "Gharyan"),
        ("Qazni", "AF", "Ghazni"),
    ],
)
def test_a_town_is_heard_under_habits_of_other_newsrooms(
    places: Gazetteer, written: str, country: str, name: str
) -> None:
    assert name in {hit.entry.name for hit in places.find(written, (country,))}


def test_the_nearer_spelling_is_the_likelier_one(places: Gazetteer) -> None:
    hits = {hit.entry.name: hit for hit in places.sounding("Lilliani", ("PK",))}
    assert hits["Liliani"].unlike < hits["Lalian"].unlike


@pytest.mark.parametrize(
    ("name", "country", "filed"),
    [("Hawija", "IQ", "al-Hawijah"), ("Shirqat", "IQ", "al-Shirqat"), ("Marj", "LY", "al-Marj")],
)
def test_an_article_makes_no_other_name(places: Gazetteer, name: str, country: str, filed: str) -> None:
    hit = next(hit for hit in places.find(name, (country,)) if hit.entry.name == filed)
    assert hit.likeness == UNARTICLED
