"""Nouns and pronouns that two actors fit, or that the page gives to another than the nearest: own sentences."""

import pytest

from crossreport.model import Actor
from tests.grounding.test_actors import grounded, identities, names

CASES = [
    # of two groups told of before, "the rebels" are neither for certain
    ("The ELN clashed with the Segunda Marquetalia near Tumaco in Colombia. The army shelled the rebels.",
     "rebels", "armed-opposition:CO"),
    ("M23 took Kitshanga in North Kivu, Congo. The army fought the rebels.", "rebels", "m23"),
    # whoever takes ground from the militants is not one of them
    ("The Free Syrian Army captured two villages in Syria from the militants.", "militants", "armed-opposition:SY"),
    # nobody accuses "them" of himself, under whatever name
    ("Soldiers of the ENDF detained nine residents in Merawi, Ethiopia. The army accused them of theft.",
     "them", "civilians:ET"),
    # "its" is of the party that says so rather than of "police"
    ("RENAMO said police fired on its supporters in Beira, Mozambique.", "its", "renamo"),
    ("Resistance forces seized a base near Momauk in Myanmar.", "Resistance forces", "armed-opposition:MM"),
    ("The Burundian army sent troops to Minova in Congo.", "troops", "armed-forces-of-burundi"),
    ("In Metekel, Ethiopia, Gumuz gunmen killed seven people.", "Gumuz gunmen", "militias:ET:gumuz"),
    # "they" who do something are the body that says so, unless it may be those told of before
    ("Villagers left Kyauktaw in Myanmar. The Arakan Army said they had captured 30 soldiers.",
     "they", "arakan-army"),
    ("Rebels raided Beni in Congo. The Congolese army said they had wounded four soldiers.",
     "they", "armed-opposition:CD"),
    ("Rebels raided Beni in Congo. The Congolese army said they burned a market.", "they", None),
    ("Soldiers entered Aleppo in Syria. The Syrian Observatory for Human Rights said they looted shops.",
     "they", "armed-forces-of-syria"),
    # a name set behind the noun says who it is, whatever group was told of before
    ("Fano fighters took Lalibela in Ethiopia. Members of the terrorist group Shene killed a farmer in Nekemte.",
     "terrorist group", "oromo-liberation-army"),
    ("In Mali, Al-Qaeda's Sahel affiliate JNIM shelled Gao.", "Al-Qaeda's Sahel affiliate", "jnim"),
    ("In Mali the army's Turkish drones struck Kidal.", "army's Turkish drones", "armed-forces-of-mali"),
    # an abbreviation of a described service
    ("The defence and security forces (FDS) retook Quissanga in Mozambique. The FDS burned two boats.",
     "FDS", "armed-forces-of-mozambique"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "identity"), CASES)
def test_who_is_meant_where_the_nearest_is_not(text, quote, identity):
    found = [one for one in grounded(text, "2023-06-10")[1] if one.span.quote == quote]
    assert {one.value and one.value.id for one in found} == {identity}


def test_a_service_in_front_of_an_office_is_no_group():
    found = identities("District Police Officer Khalid Khan told reporters in Hangu, Pakistan, that two men fled.")
    assert not any(one.startswith("minted:") for one in found if one is not None)


def test_they_of_two_bodies_that_speak_together_stay_open():
    text = "Iraqi troops retook Kirkuk in Iraq. The PUK and the KDP said their fighters withdrew."
    assert names(text, "1991-04-02")["their"] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Landmine-Free Sudan said that a mine had killed two farmers near Kadugli.", "Landmine-Free Sudan"),
        ("Free Press Haiti reported that police shot three gang members dead in Carrefour.", "Free Press Haiti"),
        ("Rights Watch Philippines said on Monday that soldiers had killed two in Samar.", "Rights Watch Philippines"),
        (
            "Safe Homes Ukraine said on 9 August 2022 that a missile killed three people in Kramatorsk.",
            "Safe Homes Ukraine",
        ),
        ("Radio Free Somalia reported that shells had hit a market in Baidoa.", "Radio Free Somalia"),
    ],
)
def test_a_body_whose_name_ends_with_a_countrys_is_not_the_state(text, name):
    kinds = {one.value.name: one.value.kind for one in grounded(text)[1] if isinstance(one.value, Actor)}
    assert name in kinds
    assert "state" not in kinds.values()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Neighbouring Turkey shelled a post near Afrin on Monday.", "TR"),
        ("On Monday Ukraine struck a depot in Kursk.", "UA"),
        ("Last Tuesday Rwanda sent troops to Goma.", "RW"),
        ("Nuclear-armed Pakistan bombed a camp in Paktika.", "PK"),
    ],
)
def test_a_quality_or_a_day_in_front_leaves_the_state_what_it_is(text, code):
    actors = [one.value for one in grounded(text)[1] if isinstance(one.value, Actor)]
    assert code in {one.country for one in actors if one.kind == "state"}
