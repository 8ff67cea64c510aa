"""Whose own a page is, and what the two sides of a fight then say against each other: pages read by all rooms."""

import msgspec
import pytest

from crossreport.linking import link
from crossreport.model import CodedPage, Linked
from crossreport.weighing import coverage, weigh
from crossreport.weighing.issuers import bare_office, issuer
from evals.rooms import Rooms, capture_of
from tests.weighing.test_states import rules

DAY = "2023-04-26"  # a Wednesday


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def coded(rooms: Rooms, outlet: str, text: str) -> CodedPage:
    found = rooms.code(capture_of(f"{outlet}.txt", text), DAY)
    return msgspec.structs.replace(found, page=msgspec.structs.replace(found.page, outlet=outlet))


def weighed(*pages: CodedPage) -> Linked:
    return weigh(pages, link(pages))


@pytest.mark.parametrize(
    ("name", "actor", "country"),
    [
        ("Ministry of Defence of Azerbaijan", None, "AZ"),
        ("General Staff of the Armed Forces of Burkina Faso", "armed-forces-of-burkina-faso", "BF"),
        ("Republic of Mali", None, "ML"),
        ("Ministry of Defence of the Russian Federation", None, "RU"),
        ("Ministry of Defence of the Islamic Republic of Iran", None, "IR"),
        ("8th Infantry Division, Philippine Army", "army-of-philippines", "PH"),
        ("Efren Martires Command New People's Army", "new-people-s-army", None),
        ("Communist Party of India (Maoist)", "communist-party-of-india-maoist", None),
        ("Al-Manar", "hezbollah", None),
    ],
)
def test_the_name_of_an_issuer_says_whose_it_is(name: str, actor: str | None, country: str | None) -> None:
    found = issuer(name)
    assert found is not None
    assert (found.actor.id if found.actor is not None else None, found.country) == (actor, country)


@pytest.mark.parametrize(
    "name",
    [
        "Mali Actu",
        "Federation of Russian Teachers",
        "Taliban Watch",
        "Islamic State Monitor",
        "Ukrainian Army Watch",
        "Sudan Tribune",
        "The Nation",
    ],
)
def test_a_newsroom_that_bears_the_name_of_a_side_is_nobodys(name: str) -> None:
    assert issuer(name) is None


def test_an_office_without_a_name_is_of_whoever_issues_the_page() -> None:
    assert bare_office("the General Staff")
    assert not bare_office("the General Staff of Freedonia")


def test_an_author_does_not_contradict_himself(rooms: Rooms) -> None:
    text = (
        "Gunmen attacked our position at Djibo on Monday and were repelled by the army.\n\n"
        "The General Staff formally denies the allegations that our forces fired on passengers at Djibo."
    )
    found = weighed(coded(rooms, "General Staff of the Armed Forces of Burkina Faso", text))
    assert not rules(found)


def test_the_dead_of_two_sides_are_no_rival_tolls(rooms: Rooms) -> None:
    one = coded(
        rooms, "Philippine Army", "Nine rebels were killed when the New People's Army attacked a base in Catarman "
        "on Monday."
    )  # fmt: skip
    other = coded(
        rooms, "Northern Post", "The New People's Army attacked an army base in Catarman on Monday. "
        "Four soldiers were killed in the attack, a shopkeeper told Northern Post."
    )  # fmt: skip
    linked = weighed(one, other)
    assert "number" not in rules(linked)
    (event,) = [found for found in linked.events if found.voices.pages == 2]
    assert event.killed is not None
    assert {toll.low for toll in event.killed.by_voice} == {9, 4}


def test_who_belies_a_claim_denies_it_and_not_who_made_it(rooms: Rooms) -> None:
    told = "Nine members of the New People's Army surrendered to the Philippine Army in Catarman on Monday."
    belied = (
        "The Efren Martires Command of the New People's Army belies the claim of the Philippine Army that nine of its "
        "members surrendered in Catarman on Monday."
    )
    pages = coded(rooms, "Philippine Army", told), coded(rooms, "Efren Martires Command New People's Army", belied)
    linked = weighed(*pages)
    assert rules(linked) == ["occurrence"]
    (says,) = [found.says for found in linked.findings if found.kind == "contradiction"]
    assert says.index("Philippine Army") < says.index("Efren Martires Command")


def test_that_there_was_no_fight_is_said_before_the_deed_too(rooms: Rooms) -> None:
    told = "Soldiers killed two separatists in an exchange of fire in Sugapa on Monday, the Indonesian army said."
    denied = "There was no exchange of fire in Sugapa. Indonesian soldiers shot dead two gardeners in Sugapa on Monday."
    linked = weighed(coded(rooms, "Jayapura Post", told), coded(rooms, "TPNPB Spokesman", denied))
    assert "occurrence" in rules(linked)


def test_who_names_the_place_is_not_called_silent(rooms: Rooms) -> None:
    told = coded(rooms, "Daily Wire", "Gunmen shot dead two traders in Djibo on Monday, relatives said.")
    market = "Burkina Faso's government reopened the road to Djibo on Tuesday, and 40 lorries of food arrived in {}."
    named, elsewhere = (
        coded(rooms, "Sahel Courier", market.format("the town")),
        coded(rooms, "Volta Post", "Burkina Faso's government sent 40 lorries of food to Dori on Tuesday."),
    )
    pages = (told, named, elsewhere)
    linked = weighed(*pages)
    (found,) = [
        one for one in coverage(pages, linked) for event in linked.events
        if event.id == one.event and event.type.label == "attack_on_civilians"
    ]  # fmt: skip
    assert [silence.outlet for silence in found.silent] == ["Volta Post"]


def test_one_number_of_dead_as_fighters_and_as_civilians_is_a_contradiction(rooms: Rooms) -> None:
    army = "Soldiers killed six separatist fighters in a raid on Batibo on Monday, the Cameroonian army said."
    paper = "Six civilians were shot dead by soldiers in Batibo on Monday, relatives told the Bamenda Sun."
    linked = weighed(coded(rooms, "Yaounde Post", army), coded(rooms, "Bamenda Sun", paper))
    assert "victims" in rules(linked)
    assert "number" not in rules(linked)


def test_a_toll_that_is_given_to_be_denied_contradicts_who_gave_it(rooms: Rooms) -> None:
    told = "The Turkish air force bombed the Gara area on Monday and killed four PKK fighters, the army said."
    denied = (
        "Turkish fighter jets bombed the Gara area on Monday. The claim of the army that four PKK fighters were "
        "killed is a lie."
    )
    assert rules(weighed(coded(rooms, "Ankara Post", told), coded(rooms, "HPG Press Centre", denied))) == ["number"]


def test_the_sentence_behind_that_counts_the_dead_is_of_the_fight_told_before(rooms: Rooms) -> None:
    text = (
        "Troops of the Kachin Independence Army attacked a military convoy near Momauk on Monday. Eighteen soldiers of "
        "the military council were killed."
    )
    linked = weighed(coded(rooms, "Irrawaddy Post", text))
    assert [event.killed.best for event in linked.events if event.killed is not None] == [18]
    assert len(linked.events) == 1


def test_each_side_threw_the_other_back_in_one_fight(rooms: Rooms) -> None:
    one = "The Ethiopian army repelled an attack by the Oromo Liberation Army on the town of Begi on Sunday."
    other = "The Oromo Liberation Army said that it repelled an assault by Ethiopian troops on Begi on Sunday."
    linked = weighed(coded(rooms, "Addis Wire", one), coded(rooms, "Wollega Voice", other))
    assert [event.voices.pages for event in linked.events] == [2]
    assert rules(linked) == ["culprit"]
