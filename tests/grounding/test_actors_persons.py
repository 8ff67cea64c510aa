"""Persons: names, offices, one identity a page."""

import pytest

from tests.grounding.test_actors import grounded


def persons(text, day="2015-06-10", focus=None):
    return [mention for mention in grounded(text, day, focus)[1] if mention.kind == "person"]


@pytest.mark.parametrize("spelling", ["Sergei Lavrov", "Sergey Lavrov"])
def test_public_figure_has_one_spelling_and_an_affiliation(spelling):
    (mention,) = persons(f"Russian Foreign Minister {spelling} flew to Geneva.")
    value = mention.value
    assert (value.id, value.name, value.country) == ("person:sergei-lavrov", "Sergei Lavrov", "RU")
    assert value.affiliation == "government-of-russia"


def test_surname_means_the_full_name_of_the_page():
    found = persons("Colonel Marko Petrenkov resigned. Petrenkov gave no reason.")
    assert len({mention.value.id for mention in found if "Petrenkov" in mention.span.quote}) == 1


def test_spellings_of_an_unknown_person_share_an_identity():
    first = persons("Yusuf al-Hamdani spoke in Sanaa.")[0].value.id
    second = persons("Yousef al-Hamdany spoke in Sanaa.")[0].value.id
    assert first == second


def test_office_gives_the_affiliation():
    (office, name) = persons("A senior commander of Ahrar al-Sham, Walid Abu Zorba, was killed in Idlib.")
    assert office.value == name.value
    assert name.value.affiliation == "ahrar-al-sham"


@pytest.mark.parametrize(
    ("text", "quote", "affiliation"),
    [
        ("A Russian diplomatic source denied the report.", "Russian diplomatic source", "government-of-russia"),
        ("An army spokesman in Mali denied the report.", "army spokesman", "armed-forces-of-mali"),
        ("Senior US officials met in Vienna.", "Senior US officials", "government-of-united-states"),
        ("A Hamas spokesman denied the report.", "Hamas spokesman", "hamas"),
        ("A witness saw the blast.", "witness", None),
    ],
)
def test_anonymous_voices(text, quote, affiliation):
    (mention,) = [one for one in persons(text) if one.span.quote == quote]
    assert mention.value.generic
    assert mention.value.affiliation == affiliation


def test_definite_office_is_the_person_named_before():
    found = persons("Sergei Lavrov met envoys in Moscow. The Russian official praised the talks.")
    assert [one.value.name for one in found if one.span.quote in ("Sergei Lavrov", "Russian official")] == [
        "Sergei Lavrov",
        "Sergei Lavrov",
    ]


def test_country_inside_a_persons_name_is_no_state():
    assert all(mention.kind == "person" for mention in grounded("Michael Jordan praised the show.")[1])


def test_delegation_stands_for_its_body():
    _, mentions = grounded("A Syrian government delegation met Turkish diplomats.")
    assert mentions[0].value.name == "Government of Syria"


def test_forces_loyal_to_a_leader():
    _, mentions = grounded("Forces loyal to Khalifa Haftar shelled Tripoli.", "2019-06-10")
    assert mentions[0].value.name == "Libyan National Army"


@pytest.mark.parametrize(
    ("text", "office", "who"),
    [
        ("President Bola Tinubu met Governor Uba Sani in Kaduna. The governor thanked him.", "governor", "Uba Sani"),
        ("A spokeswoman, Lin Aung, spoke in Yangon. The spokesperson was brief.", "spokesperson", "Lin Aung"),
    ],
)  # fmt: skip
def test_an_office_is_taken_up_by_who_holds_it(text, office, who):
    assert [one.value.name for one in persons(text, "2024-06-10") if one.span.quote == office] == [who]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Opposition leader Kizza Besigye was arrested in Nairobi, Kenya. The minister denied it.", "minister"),
        ("Mullah Basir was killed in Ghorak, Afghanistan. The spokesman denied it.", "spokesman"),
        ("Rima, a teacher, marched in Sweida, Syria. The governor denied it.", "governor"),
    ],
)
def test_nobody_is_given_an_office_for_being_named_last(text, office):
    found = [one.value for one in persons(text, "2024-06-10") if one.span.quote == office]
    assert [who.generic for who in found] == [True]
