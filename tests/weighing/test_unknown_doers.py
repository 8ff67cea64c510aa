"""Whoever is named may be "gunmen"; fighters of no named side against soldiers are the other side's dead."""

import pytest
from msgspec import structs

from crossreport.model import Actor, CodedPage, Counted, Finding
from crossreport.weighing.disputes import _other_doers
from evals.rooms import Rooms
from tests.linking.build import Told, page
from tests.weighing.test_disputes import findings, weighed
from tests.weighing.test_issuers import coded


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def rules_of(*pages: CodedPage) -> set[str]:
    return {one.reasons[0].rule for one in weighed(*pages).findings if one.kind == "contradiction"}


NOBODY = "unidentified-armed-group"


@pytest.mark.parametrize(("here", "there"), [("XK", "RS"), ("KE", "SO"), ("SD", "SD")])
def test_gunmen_contradict_nobody_who_names_them(here: str, there: str) -> None:
    gunmen = Actor(f"{NOBODY}:{there}", "unidentified armed group", "other", there, generic=True)
    police = Actor(f"police:{here}", "police", "state_forces", here)
    rebels = Actor(f"front:{there}", "Front", "rebel_group", there)
    assert not _other_doers([gunmen], [police])
    assert not _other_doers([police], [gunmen])
    assert _other_doers([rebels], [police])


def counting(name: str, words: str, kind: str, number: float) -> CodedPage:
    sentence = f"In the attack on Tell Amar {number:.0f} {words} were killed."
    found = page(name, Told(sentence, "offensive", killed=(number,) * 3), outlet=name)  # type: ignore[arg-type]
    figures = tuple(structs.replace(one, of=Counted(words, kind)) for one in found.figures)  # type: ignore[arg-type]
    return structs.replace(found, figures=figures)


def rival(one: CodedPage, other: CodedPage) -> list[Finding]:
    return [found for found in findings(weighed(one, other), "contradiction") if found.reasons[0].rule == "number"]


@pytest.mark.parametrize("fighters", ["takfiri elements", "attackers", "gunmen"])
def test_fighters_of_no_named_side_are_no_rival_count_of_soldiers(fighters: str) -> None:
    assert not rival(counting("Daily", "soldiers", "combatants", 23), counting("Courier", fighters, "combatants", 40))
    assert rival(counting("Daily", "people", "people", 23), counting("Courier", "people", "people", 40))


CULPRITS = [
    ("gunmen", "a taxi near Larbaa and killed its six occupants", "four of the culprits"),
    ("gang members", "the town of Petite Rivière and killed 46 residents", "eight gang members"),
    ("Boko Haram fighters", "the village of Kirawa and killed 12 farmers", "three of the attackers"),
]


@pytest.mark.parametrize(("who", "what", "count"), CULPRITS)
def test_the_doers_dead_are_no_rival_count_of_their_victims(rooms: Rooms, who: str, what: str, count: str) -> None:
    victims = coded(rooms, "Courier", f"On Monday {who} attacked {what}, residents said.")
    both = coded(
        rooms, "Gazette", f"On Monday {who} attacked {what.split(' and ')[0]}. The police said they had killed {count}."
    )
    assert "number" not in rules_of(victims, both)


BOASTS = [
    ("Fano", "Ethiopian army", "Mekane Birhan", "extremists"),
    ("the Baloch Liberation Army", "Pakistan Army", "Nushki", "terrorists"),
    ("the New People's Army", "Philippine Army", "Las Navas", "rebels"),
]


@pytest.mark.parametrize(("group", "army", "town", "foes"), BOASTS)
def test_two_who_each_tell_their_own_fight_accuse_nobody(
    rooms: Rooms, group: str, army: str, town: str, foes: str
) -> None:
    theirs = coded(
        rooms, "Gazette", f"{group[0].upper()}{group[1:]} said it had killed 85 soldiers in {town} on Monday."
    )
    ours = coded(rooms, "Courier", f"The {army} said it had killed 212 {foes} in {town} on Monday.")
    assert "culprit" not in rules_of(theirs, ours)


def test_who_denies_a_beheading_denies_no_finding_of_bodies(rooms: Rooms) -> None:
    text = (
        "Three bodies were found in the cassava fields of {0} on Monday, the police said. "
        "The community leader, Saide Amade, denied that anyone had been beheaded."
    )
    for place in ("Namutepa", "Kirawa", "Masambo"):
        found = weighed(coded(rooms, "Courier", text.format(place))).findings
        assert not [one for one in found if one.kind == "contradiction" and "bodies" in one.says]


DENIED = "The {}'s claim of having killed six fighters in {} on Monday is baseless."


@pytest.mark.parametrize(
    ("army", "town"), [("Pakistan Army", "Kolwah"), ("Turkish army", "Kerzan"), ("Philippine Army", "Las Navas")]
)
def test_whose_claim_is_rejected_does_not_deny_it(rooms: Rooms, army: str, town: str) -> None:
    claim = coded(rooms, "Gazette", f"Soldiers killed six fighters in {town} on Monday, a colonel of the {army} said.")
    voice = coded(rooms, "Voice of the Hills", DENIED.format(army, town))
    said = [one.says for one in weighed(claim, voice).findings if one.kind == "contradiction"]
    assert said
    assert not [says for says in said if f"{army} denied" in says or "Armed Forces denied" in says]
