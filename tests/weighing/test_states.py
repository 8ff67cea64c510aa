"""Who speaks for one state, who contradicts himself, the body against the headline: pages read by all rooms."""

from collections.abc import Sequence

import pytest

from crossreport.linking import link
from crossreport.model import Event, Linked
from crossreport.weighing import weigh
from evals.rooms import Rooms, capture_of

DAY = "2023-04-26"  # a Wednesday


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def weighed(rooms: Rooms, *texts: str) -> Linked:
    coded = [rooms.code(capture_of(f"{name}.txt", text), DAY) for name, text in zip("abcd", texts, strict=False)]
    return weigh(coded, link(coded))


def event(rooms: Rooms, *texts: str) -> Event:
    return max(weighed(rooms, *texts).events, key=lambda one: one.voices.pages)


def rules(linked: Linked) -> Sequence[str]:
    return sorted(one.reasons[0].rule for one in linked.findings if one.kind == "contradiction")


GUNMEN = "Gunmen killed 12 villagers in Djibo on Monday, {} said."


@pytest.mark.parametrize(
    ("one", "other", "voices"),
    [
        ("the communication minister", "the national police chief", 1),
        ("the governor of the Sahel region", "Burkina Faso's army", 1),
        ("the communication minister", "the mayor of the town", 2),
        ("the communication minister", "the parish council", 2),
    ],
)
def test_all_offices_of_a_state_are_one_voice(rooms: Rooms, one: str, other: str, voices: int) -> None:
    assert event(rooms, GUNMEN.format(one), GUNMEN.format(other)).voices.independent == voices


def test_a_state_does_not_contradict_itself(rooms: Rooms) -> None:
    told = "The Colombian army killed 11 guerrillas in Tibú on Monday, President Gustavo Petro announced."
    insists = (
        "The defence minister insisted that those whom the Colombian army killed in Tibú on Monday were not peasants."
    )
    assert rules(weighed(rooms, told, insists)) == []


def test_reports_called_baseless_are_denied(rooms: Rooms) -> None:
    told = "Coalition warplanes bombed a prison in Saada on Tuesday, killing 82 people, Médecins Sans Frontières said."
    denied = "The Saudi-led coalition said that reports that it had bombed a prison in Saada on Tuesday were baseless."
    linked = weighed(rooms, told, denied)
    assert rules(linked) == ["occurrence"]
    assert max(one.voices.independent for one in linked.events) == 1


def test_the_body_counts_and_not_the_headline(rooms: Rooms) -> None:
    text = "Scores dead in Djibo\n\nGunmen killed at least 45 people in Djibo on Monday, the parish council said."
    killed = event(rooms, text).killed
    assert killed is not None
    assert [toll.wording for toll in killed.by_voice] == ["at least 45"]


def test_means_that_no_word_tells_contradict_nobody(rooms: Rooms) -> None:
    strike = (
        "A drone of the Rapid Support Forces struck a mosque in El Fasher on Monday, killing 70 people, a nurse said."
    )
    open_word = (
        "The army accused the Rapid Support Forces of bombing a mosque in El Fasher on Monday and killing 70 people."
    )
    denied = "The Rapid Support Forces denied any role in the strike on a mosque in El Fasher on Monday."
    assert "means" not in rules(weighed(rooms, strike, open_word, denied))


def test_one_toll_on_one_day_in_two_towns_is_shown_whatever_the_kind(rooms: Rooms) -> None:
    one = "CODECO fighters killed 35 people in an attack in Mongbwalu on Monday, a priest said."
    other = "CODECO fighters shelled Bunia on Monday and killed 35 people, the mayor of the town said."
    assert "place" in rules(weighed(rooms, one, other))


@pytest.mark.parametrize(("who", "voices"), [("military sources", 2), ("the Malian army", 1)])
def test_sources_of_a_side_do_not_speak_for_it(rooms: Rooms, who: str, voices: int) -> None:
    told = "Gunmen killed 12 Malian soldiers in Gao on Monday, {} said."
    assert event(rooms, told.format(who), told.format("Mali's army")).voices.independent == voices


@pytest.mark.parametrize(("who", "party"), [("a human rights committee of the city", False), ("the army", True)])
def test_a_civic_body_is_no_arm_of_its_state(rooms: Rooms, who: str, party: bool) -> None:
    told = f"Soldiers shot dead five young men in Nuevo Laredo in Mexico on Monday, {who} said."
    assert ("party_voice" in {reason.rule for reason in event(rooms, told).reasons}) == party


def test_a_source_without_a_name_is_the_voice_of_who_prints_it(rooms: Rooms) -> None:
    taken = (
        "SANAA - Heroes of the army and the popular committees took full control of the town of Abs in Hajjah province "
        "on Monday after purging it of the mercenaries of aggression, a military source said."
    )
    held = (
        "The fifth military region said that its forces foiled an attack by the Houthi militia on Abs on Monday. "
        "Three soldiers were killed."
    )
    assert "outcome" in rules(weighed(rooms, taken, held))
