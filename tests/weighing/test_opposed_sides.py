"""Pages of opposed sides on one day in one place: two voices, and what they contradict each other in."""

import pytest

from crossreport.linking import link
from crossreport.weighing.issuers import issuer
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


PHRASES = [
    (
        "Soldiers of the Philippine Army killed four rebels in San Isidro, Las Navas, Northern Samar on March 12.",
        "Soldiers of the Philippine Army shot five farmers in San Isidro, Las Navas, Northern Samar on March 12.",
    ),
    (
        "Troops of the Myanmar military fought rebels near the village of Inn Kone in Kawlin township, Sagaing region, "
        "on Tuesday and killed nine.",
        "Troops of the Myanmar military burned six villagers near the village of Inn Kone in Kawlin township, Sagaing "
        "region, on Tuesday.",
    ),
    (
        "Fighting in the cattle camps of Alor and Mayath in Rumbek North county, Lakes state, on Monday left 26 dead.",
        "We buried 19 people in the cattle camps of Alor and Mayath in Rumbek North county, Lakes state, on Monday.",
    ),
]


@pytest.mark.parametrize(("one", "other"), PHRASES)
def test_a_long_name_of_a_place_in_common_makes_no_copy(rooms: Rooms, one: str, other: str) -> None:
    found = link([coded(rooms, "Star", f"{one} A road was shut."), coded(rooms, "Bulletin", f"{other} Rain fell.")])
    assert {group.kind for group in found.source_groups} == {"single"}


def test_a_sentence_in_common_that_tells_is_still_a_passage(rooms: Rooms) -> None:
    told = "Gunmen cut the fence of the depot in Kawlin township, Sagaing region, on Tuesday and stole two lorries."
    found = link([coded(rooms, "Star", f"{told} A road was shut."), coded(rooms, "Bulletin", f"{told} Rain fell.")])
    assert "single" not in {group.kind for group in found.source_groups}


REJECTED = [
    ("Sudan's army", "dismissed reports of an air strike on {} on Monday as fabrications.", "Kabkabiya"),
    ("The governor of Cabinda", "called reports of an air strike on {} on Monday pure invention.", "Buco-Zau"),
    ("Niger's interior ministry", "rejected reports of an air strike on {} on Monday as baseless.", "Banibangou"),
]


@pytest.mark.parametrize(("who", "words", "place"), REJECTED)
def test_who_rejects_a_report_and_not_the_page_is_its_voice(rooms: Rooms, who: str, words: str, place: str) -> None:
    text = f"{who} {words.format(place)} The town was quiet, a trader told the Courier."
    denied = [one for one in coded(rooms, "Courier", text).reports if one.status == "denied"]
    assert [bool(one.attribution) for one in denied] == [True]
    told = coded(rooms, "Herald", f"An air strike on {place} killed nine people on Monday, a nurse said.")
    (finding,) = [one for one in weighed(told, coded(rooms, "Courier", text)).findings if one.kind == "contradiction"]
    assert "Courier" not in finding.says


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (
            "Guardsmen attacked the police station of Bendery on Friday, Moldova's interior ministry said.",
            "The police of Moldova fired on civilians in Bendery on Friday, a deputy in Tiraspol said.",
            "culprit",
        ),
        (
            "Four men were killed in a shoot-out in Turbat on Monday, the Counter Terrorism Department said.",
            "There was no shoot-out in Turbat. The Counter Terrorism Department shot four prisoners on Monday.",
            "occurrence",
        ),
    ],
)
def test_what_the_sides_tell_of_one_deed_excludes_one_another(rooms: Rooms, first: str, second: str, rule: str) -> None:
    assert rule in rules(weighed(coded(rooms, "Daily", first), coded(rooms, "Human Rights Letter", second)))


def test_who_took_a_place_and_from_whom_it_was_taken_differ(rooms: Rooms) -> None:
    side = coded(rooms, "ONLF News", "Our fighters took Shilabo on Monday after two hours of combat.")
    army = "Soldiers of the Ethiopian army captured Shilabo from the Ogaden National Liberation Front on Monday."
    assert "outcome" in rules(weighed(side, coded(rooms, "Jijiga Daily", army)))


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("ONLF News", "ogaden-national-liberation-front"),
        ("SPLM-N News", "splm-n"),
        ("PKK Watch", None),
        ("Hamas News", None),
    ],
)
def test_the_letters_of_a_side_with_a_word_for_news_are_its_own_outlet(outlet: str, side: str | None) -> None:
    found = issuer(outlet)
    assert (found.actor.id if found is not None and found.actor is not None else None) == side


ENDS = [
    (
        "The M23 said that its fighters had taken Shasha on Monday.",
        "Congo's army said that it repelled the attack on Shasha.",
    ),
    ("Jihadists overran the camp of Tessit on Monday.", "Mali's army said that it had pushed the attackers back."),
]


@pytest.mark.parametrize(("taken", "held"), ENDS)
def test_two_ends_of_one_fight_on_one_page_are_one_contested_event(rooms: Rooms, taken: str, held: str) -> None:
    linked = weighed(coded(rooms, "Morning Post", f"{taken} {held}"))
    assert rules(linked) == ["outcome"]
    (event,) = [one for one in linked.events if one.type.label in ("territory_taken", "attack_repelled")]
    assert event.grade == "contested"


def test_another_fight_elsewhere_is_no_end_of_the_first(rooms: Rooms) -> None:
    text = "Turkish troops seized Mount Tendurek on Sunday. On Monday the army repelled an attack on a post in Cukurca."
    assert not rules(weighed(coded(rooms, "Morning Post", text)))


RAID = "Israeli jets bombed fuel tanks in the port of Hodeidah on Monday, Israel's army said."


@pytest.mark.parametrize(
    "side",
    [
        "The enemy's aircraft bombed the port of Hodeidah on Monday. Six workers were killed.",
        "Six of our people were martyred in the raid on the port of Hodeidah on Monday.",
        "The tank farm of the port of Hodeidah was hit in a raid on Monday. Six people died.",
    ],
)
def test_unnamed_enemies_our_people_and_fuel_tanks_contradict_nobody(rooms: Rooms, side: str) -> None:
    three = coded(
        rooms, "Gulf Letter", "Six workers were killed in Monday's raid on the port of Hodeidah, a nurse said."
    )
    assert not rules(weighed(coded(rooms, "Jordan Times", RAID), coded(rooms, "Houthi Media Center", side), three))
