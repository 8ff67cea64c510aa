"""Names of several words stay whole; sounds, hamlets abroad and peoples put no village into another country."""

import pytest

from tests.grounding.test_places import places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighting resumed near Nam San Yang in Kachin State, Myanmar.", "Nam San Yang"),
        ("A soldier was shot in Datu Saudi Ampatuan in the Philippines.", "Datu Saudi Ampatuan"),
        ("In Tanzania police held four men in Dar es Salaam on Monday.", "Dar es Salaam"),
    ],
)
def test_a_name_of_several_words_stays_whole(text: str, name: str) -> None:
    found = places(text, **{name.replace(" ", "_"): "LOC"})
    assert name in found
    assert not set(found) & set(name.split())


def test_the_long_name_of_a_country_opens_with_no_place() -> None:
    found = places("Clashes hit Beni in the Democratic Republic of Congo.", Beni="LOC", Democratic_Republic="LOC")
    assert (found["Congo"].country, "Democratic Republic" in found) == ("CD", False)


def test_a_people_that_does_something_puts_no_hamlet_into_its_country() -> None:
    text = "Turkish jets struck Zap and shells fell on Amadiya near Duhok in Iraq. Baghdad protested. Iraq wants talks."
    found = places(text, Zap="LOC", Amadiya="LOC", Duhok="LOC", Iraq="LOC", Baghdad="LOC")
    assert (found["Zap"].country, found["Zap"].geonameid) == ("IQ", None)
    assert found["Amadiya"].country == "IQ"


def test_a_town_of_some_size_needs_no_more_than_its_people() -> None:
    text = "In Ukraine shells fell on Kharkiv and Sumy. Russian guns fired from Belgorod, Kyiv said."
    assert places(text, Kharkiv="LOC", Sumy="LOC", Belgorod="LOC", Kyiv="LOC")["Belgorod"].country == "RU"


def test_a_mere_sound_lies_where_the_page_s_other_places_lie() -> None:
    text = "In Myanmar jets bombed Sinkhaung. People of Taungup and Gwa in Rakhine State heard them."
    found = places(text, Sinkhaung="LOC", Taungup="LOC", Gwa="LOC", Rakhine_State="LOC")
    assert (found["Sinkhaung"].kind, found["Sinkhaung"].admin1) == ("unresolved", "Rakhine")


def test_a_region_of_a_country_is_no_belt_of_the_same_name() -> None:
    found = places("Gunmen raided Dori in Burkina Faso's Sahel region.", Dori="LOC", Burkina_Faso="LOC", Sahel="LOC")
    assert (found["Sahel region"].kind, found["Sahel region"].country) == ("admin1", "BF")
    found = places("Armed groups of the Sahel region sell gold in France.", France="LOC", Sahel="LOC")
    assert found["Sahel region"].kind == "region"


def test_a_republic_of_a_federation_is_known_by_its_bare_name() -> None:
    found = places("In Russia a policeman was shot in Ingushetia.", Ingushetia="LOC")
    assert (found["Ingushetia"].kind, found["Ingushetia"].country) == ("admin1", "RU")


def test_neither_an_ngo_nor_the_line_of_control_is_a_town() -> None:
    text = "In Kashmir shells fell near the Line of Control. In India an NGO helped IDPs."
    assert not {"NGO", "Control", "IDPs"} & set(places(text, Control="LOC", NGO="LOC", Kashmir="LOC"))


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        (
            "Rebels mined the Versalles crossing in the municipality of Tibu in Colombia.",
            "Versalles",
            "Norte de Santander",
        ),
        ("Soldiers died in San Antonio village, Shariff Zzaguak town, in the Philippines.", "San Antonio", None),
    ],
)
def test_a_village_in_a_town_is_no_namesake_far_from_it(text: str, name: str, division: str | None) -> None:
    named = {"Versalles": "LOC", "San_Antonio": "LOC", "Tibu": "LOC", "Shariff_Zzaguak": "LOC"}
    found = next(place for quote, place in places(text, **named).items() if quote.startswith(name))
    assert found.admin1 == division


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A missile hit the tanker Marlin Luanda off Mocha in Yemen.", "Marlin_Luanda"),
        ("The Panama-flagged Helt sank near Odesa in Ukraine.", "Helt"),
        ("Militiamen known locally as Naparama burned a house in Pemba, Mozambique.", "Naparama"),
        ("Gunmen nicknamed Kokorat shot a man in Jacmel, Haiti.", "Kokorat"),
    ],
)
def test_ships_and_nicknames_of_people_are_no_places(text: str, name: str) -> None:
    found = places(text, **{name: "LOC", "Mocha": "LOC", "Odesa": "LOC", "Pemba": "LOC", "Jacmel": "LOC"})
    assert name.replace("_", " ") not in found
    assert set(found) & {"Mocha", "Odesa", "Pemba", "Jacmel"}


def test_a_quarter_may_be_known_under_a_name() -> None:
    text = "Rebels shelled a district known as Sheikh Zzaq in Aleppo, Syria."
    assert "Sheikh Zzaq" in " ".join(places(text, Sheikh_Zzaq="LOC", Aleppo="LOC"))


def test_the_country_of_its_own_sentence_holds_an_unknown_village() -> None:
    text = "Rebels shelled Tessalit and Gao in Mali. In Burkina Faso, gunmen raided Zzarsalogho."
    found = places(text, Tessalit="LOC", Gao="LOC", Mali="LOC", Burkina_Faso="LOC", Zzarsalogho="LOC")
    assert found["Zzarsalogho"].country == "BF"


@pytest.mark.parametrize(
    ("text", "quote", "precision"),
    [
        ("A mine went off in the Zzpezand area of Mastung in Pakistan.", "Zzpezand area", (2, 2)),
        ("A bomb went off in the Zzodan quarter of Mogadishu in Somalia.", "Zzodan quarter", (1, 1)),
    ],
)
def test_an_unknown_area_of_a_small_town_lies_near_it(text: str, quote: str, precision: tuple[int, int]) -> None:
    found = places(text, Zzpezand="LOC", Zzodan="LOC", Mastung="LOC", Mogadishu="LOC")
    place = found.get(quote) or found[quote.split()[0]]
    assert (place.precision.acled, place.precision.ucdp) == precision


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Drones burned two Ural trucks near Sumy in Ukraine.", "Ural"),
        ("Fighters in Ford Ranger pickups stormed a post near Kandahar in Afghanistan.", "Ford"),
        ("The Zzahroun force shelled Tajura in Libya.", "Zzahroun"),
        ("Forces loyal to Zzajouri shelled Tajura in Libya.", "Zzajouri"),
    ],
)
def test_makes_of_cars_and_leaders_of_men_are_no_places(text: str, name: str) -> None:
    found = places(text, **{name: "LOC", "Sumy": "LOC", "Kandahar": "LOC", "Tajura": "LOC"})
    assert not any(name in one for one in found)
    assert set(found) & {"Sumy", "Kandahar", "Tajura"}


def test_a_village_that_is_called_as_a_capital_tells_no_country() -> None:
    text = "Rebels raided the village of Paris. In Myanmar such raids are many."
    assert places(text, Paris="LOC", Myanmar="LOC")["Paris"].country == "MM"


@pytest.mark.parametrize(
    ("text", "name", "seen"),
    [
        ("A shell hit a school in Hays, Yemen.", "Hays", True),
        ("Rebels attacked their base in Boma in Congo.", "Boma", True),
        ("Rebels killed two men in Congo, on the Line of fire.", "Line", False),
        ("Soldiers shot two men in Congo, in North Kivu.", "North", False),
    ],
)
def test_a_town_may_be_called_like_a_kind_of_place(text: str, name: str, seen: bool) -> None:
    assert (name in places(text, **{name: "LOC"})) == seen
