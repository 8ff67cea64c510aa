"""Whom loaded and bare nouns mean: by the speaker, by the page, by the only group; own sentences on many wars."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from crossreport.grounding.actors.mentions import ground_actors
from crossreport.grounding.ground import ground
from crossreport.model import Block
from crossreport.words.perspectives import of_country, perspectives
from crossreport.words.register import register
from tests.grounding.plain import page_of
from tests.grounding.test_actors import ANALYSER, grounded, names


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Kyiv said that the invaders shelled Kherson.", "invaders", "Russian Armed Forces"),
        ("The Russian Defence Ministry said that nationalists shelled a school in Donetsk, Ukraine.", "nationalists",
         "Armed Forces of Ukraine"),
        ("Hamas said the enemy bombed a clinic in Gaza.", "enemy", "Israel Defense Forces"),
        ("The Israeli army said the enemy fired mortars from Gaza.", "enemy", "Palestinian armed groups"),
    ],
)  # fmt: skip
def test_who_speaks_tells_whom_a_loaded_noun_means(text, quote, name):
    assert names(text, "2023-11-01")[quote] == name


def test_without_a_known_speaker_no_side_is_chosen():
    _, mentions = grounded("The mercenaries shelled a market in Taiz, Yemen.", "2018-03-01")
    (mention,) = [one for one in mentions if one.span.quote == "mercenaries"]
    assert (mention.value.name, mention.reasons[0].rule) == ("armed group (unspecified)", "speaker_unknown")


def test_a_page_of_one_side_is_known_by_its_words():
    text = "Aggression warplanes hit a farm in Saada, Yemen. The army and popular committees killed ten mercenaries."
    found = names(text, "2018-03-01")
    assert (found["army"], found["mercenaries"]) == ("Houthi movement", "Yemeni Armed Forces")


def test_a_quoted_side_is_not_the_pages_own():
    text = 'He spoke of "aggression warplanes" and of "the aggression forces" in Yemen. The army shelled a port.'
    assert names(text, "2018-03-01")["army"] != "Houthi movement"


def test_every_war_lists_both_sides_and_only_known_actors():
    known = register().actors
    for one in perspectives():
        assert len(of_country(one.country)) >= 2
        assert {one.side, *one.voices} <= {*known, "armed-opposition"}
        assert {meant for meant in one.means.values() if meant} <= {*known, "armed-opposition"}


@settings(deadline=None, max_examples=12)
@given(st.sampled_from([one for one in perspectives() if one.means.get("enemy")]))
def test_no_side_is_its_own_enemy(side):
    assert side.means["enemy"] not in {side.side, *side.voices}


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Insurgents attacked a post in Kunduz, Afghanistan. The Taliban claimed it.", "Insurgents", "Taliban"),
        ("Insurgents killed a teacher near Palma in Mozambique. Renamo denied it. Islamic State Mozambique claimed it.",
         "Insurgents", "Islamic State Mozambique"),
        # where several rebellions go on, the one that the page names need not be whose fighters it tells of
        ("Jihadists killed a teacher near Djibo in Burkina Faso. JNIM denied it.", "Jihadists",
         "jihadist groups (unspecified)"),
        ("Insurgents of many groups fought. The Taliban and Islamic State were among them in Afghanistan.",
         "Insurgents", "Afghan opposition armed groups"),
        ("Rebels took a hill near Homs in Syria. Islamic State fled.", "Rebels", "Syrian opposition armed groups"),
    ],
)  # fmt: skip
def test_the_only_group_of_a_page_is_meant_by_bare_nouns(text, quote, name):
    assert names(text, "2019-01-01")[quote] == name


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Colombian soldiers searched a farm.", "Colombian soldiers", "National Army of Colombia"),
        ("The Colombian military searched a farm.", "Colombian military", "Military Forces of Colombia"),
        ("Junta aircraft bombed a school in Sagaing, Myanmar.", "Junta aircraft", "Myanmar military"),
        ("Burundi sent 300 soldiers to Goma in Congo.", "soldiers", "Burundi National Defence Force"),
        ("Chadian troops crossed into Borno, Nigeria.", "Chadian troops", "Chadian Armed Forces"),
        ("Misseriya militiamen raided Abyei in Sudan.", "Misseriya militiamen", "Misseriya militias"),
        ("Loyalists retook a hill near Goma in Congo.", "Loyalists", "FARDC"),
        ("Two American fighters died near Bakhmut, Ukraine.", "American fighters", "American fighters"),
        ("Former rebels opened a bakery in Gulu, Uganda.", "Former rebels", "former rebels"),
        ("A military court in Goma, Congo, sentenced two men.", "military court", "military court"),
    ],
)  # fmt: skip
def test_forces_and_bodies_of_many_countries(text, quote, name):
    assert names(text, "2022-06-10")[quote] == name


@pytest.mark.parametrize(
    ("text", "quote", "name", "affiliation"),
    [
        ("The Afghan defence minister resigned.", "Afghan defence minister", "Afghan defence minister",
         "government-of-afghanistan"),
        ("The district governor fled from Nawa, Afghanistan.", "district governor", "district governor",
         "government-of-afghanistan"),
        ("The Malian president spoke.", "Malian president", "President of Mali", "government-of-mali"),
        ("A FARDC spokesman in Congo denied it.", "FARDC spokesman", "FARDC spokesman",
         "armed-forces-of-democratic-republic-of-the-congo"),
    ],
)  # fmt: skip
def test_offices_are_named_by_what_they_are_of(text, quote, name, affiliation):
    (mention,) = [one for one in grounded(text, "2022-06-10")[1] if one.span.quote == quote]
    assert (mention.value.name, mention.value.affiliation) == (name, affiliation)


def test_a_counterpart_has_the_same_office():
    found = names("The Afghan defence minister met his French counterpart in Kabul.", "2012-06-10")
    assert found["French counterpart"] == "French defence minister"


def test_an_abbreviation_in_brackets_holds_for_the_page():
    text = (
        "The Popular Front for Zorba (PFZ) is small. The Sudanese Armed Forces (SUDAF) shelled Nyala. SUDAF denied it."
    )
    assert names(text, "2023-08-10")["SUDAF"] == "Sudanese Armed Forces"


@pytest.mark.parametrize("place", ["Kharkiv", "Nyala", "Maiduguri"])
def test_places_are_no_actors(place):
    page = page_of(f"Shells fell on Goma and {place}. Rescuers reached {place} village.", "2022-06-10")
    found = ground(page, ANALYSER.analyse(page))
    assert place not in {one.value.name for one in found if one.kind in ("actor", "person") and one.value}


def test_same_speaker_same_answer():
    page = page_of("Kyiv said that the invaders fled from Kherson.", "2022-11-01")
    analysis = ANALYSER.analyse(page)
    assert ground_actors(page, analysis) == ground_actors(page, analysis)


STATEMENT = """MILITARY COMMUNIQUE

The Executive Secretariat of the Arakan Army informs the people that our troops captured an outpost near Kyauktaw.

We call on the soldiers to lay down their arms."""


def test_a_page_that_says_we_is_its_makers():
    _, mentions = grounded(STATEMENT, "2024-03-06")
    found = {one.span.quote: one.value.name for one in mentions if one.value}
    assert (found["troops"], found["We"]) == ("Arakan Army", "Arakan Army")


def test_a_newsroom_that_says_we_is_no_side():
    text = "The army announced on Monday that it had retaken Bukavu. We were not let in. Our reporter saw two dead."
    _, mentions = grounded(text, "2024-03-06")
    assert not [one for one in mentions if one.span.quote in ("We", "Our")]


def test_we_in_a_quotation_is_the_side_that_speaks():
    text = 'Hamas said: "Our fighters hit a tank in Gaza. We were attacked first."'
    _, mentions = grounded(text, "2024-03-06")
    assert {one.value.name for one in mentions if one.span.quote in ("Our", "fighters")} == {"Hamas"}


def test_nobody_is_it_for_having_said_we():
    rest = "\n\nThe rains have begun.\n\nThe rivers are high.\n\nWe buried the dead at dawn. It was shelled again."
    _, mentions = grounded(STATEMENT + rest, "2024-03-06")
    assert "Arakan Army" not in {one.value.name for one in mentions if one.value and one.span.quote == "It"}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("PRESS RELEASE OF THE KACHIN INDEPENDENCE ARMY\n\nLaiza, 11 February 2023", ""),
        ("", "Colonel Naw Bu\nSpokesperson, Kachin Independence Army"),
    ],
)
def test_a_page_that_says_we_is_of_the_body_that_heading_or_signature_names(above, below):
    body = "Our troops attacked an outpost near Hpakant in Myanmar on Thursday. Our fighters withdrew before dawn."
    text = f"{above}\n\n{body}\n\n{below}"
    kept = Block(text.index(body), text.index(body) + len(body), "paragraph")
    page = structs.replace(page_of(text, "2023-02-11"), blocks=(kept,))
    mentions = ground(page, ANALYSER.analyse(page))
    ours = [one.value for one in mentions if one.span.quote in ("troops", "fighters")]
    assert [who.name for who in ours if who] == ["Kachin Independence Army"] * 2


def test_no_group_calls_its_own_people_assailants():
    text = "“The assailants took the animals,” the Movement for the Salvation of Azawad in Mali said on Sunday."
    assert names(text, "2022-05-04")["assailants"] == "unidentified armed group"
