"""Who the dead were, who did it by the word of those who deny it, and what voices agree on: pages read by all rooms."""

import pytest

from crossreport.model import Event, Linked
from evals.rooms import Rooms
from tests.weighing.test_issuers import coded, weighed
from tests.weighing.test_states import rules


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return Rooms()


def lead(linked: Linked) -> Event:
    return max(linked.events, key=lambda one: one.voices.pages)


MILITANTS = "Security forces killed three militants in Sopore on Monday, the police said."
LABOURERS = "Men were shot dead by soldiers in Sopore on Monday. {} The town shut its shops, the Bugle saw."


BOMBED = "Jets of the Myanmar military bombed Kanbalu on Monday and killed nine civilians, Mandalay Free Press reports."
CAMP = "The Myanmar military bombed a camp of the PDF in Kanbalu on Monday, its spokesman said. {}"


@pytest.mark.parametrize(
    ("first", "second", "answer", "contested"),
    [
        (MILITANTS, LABOURERS, "None of them was a member of any group.", True),
        (MILITANTS, LABOURERS, "They were not militants, their aunt says.", True),
        (MILITANTS, LABOURERS, "They were all labourers.", True),
        (MILITANTS, LABOURERS, "They were not given water.", False),
        (MILITANTS, LABOURERS, "Relatives were not allowed into the hospital.", False),
        (BOMBED, CAMP, "There was no civilian in the place.", True),
        (BOMBED, CAMP, "No civilians were harmed.", True),
        (BOMBED, CAMP, "No soldiers were harmed.", False),
        (BOMBED, CAMP, "The camp burnt until the evening.", False),
    ],
)
def test_who_says_what_the_dead_were_not_answers_who_counts_them_as_that(
    rooms: Rooms, first: str, second: str, answer: str, contested: bool
) -> None:
    one, other = coded(rooms, "Jhelum Post", first), coded(rooms, "Valley Bugle", second.format(answer))
    assert ("victims" in rules(weighed(one, other))) == contested


SHELLED = "Shells fired by the army of Republika Srpska killed 16 people in Tuzla on Monday, the town's hospital said."
ANSWER = "The army of Republika Srpska denied having shelled Tuzla on Monday. {}"


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        ("“They did this to their own people,” it said.", "responsibility"),
        ("The massacre is the work of the government's own army.", "responsibility"),
        ("“It has no guns that reach the town,” it said.", "occurrence"),
    ],
)
def test_who_lays_a_deed_on_others_denies_having_done_it(rooms: Rooms, answer: str, rule: str) -> None:
    linked = weighed(coded(rooms, "Tuzla Daily", SHELLED), coded(rooms, "Drina Radio", ANSWER.format(answer)))
    assert rule in rules(linked)


def test_a_toll_is_agreed_on_by_those_alone_who_give_it(rooms: Rooms) -> None:
    linked = weighed(
        coded(rooms, "Borno Times", "Boko Haram gunmen attacked Gwoza on Monday, a teacher said."),
        coded(
            rooms, "Mandara Post", "On Monday Boko Haram fighters attacked Gwoza and killed 11 farmers, elders said."
        ),
    )
    assert lead(linked).voices.independent > 1
    assert not [one for one in linked.findings if one.kind == "agreement" and "11 killed" in one.says]


def noted(linked: Linked) -> set[str]:
    return {reason.rule for reason in lead(linked).reasons}


def test_a_toll_and_a_doer_that_one_voice_alone_gives_are_noted(rooms: Rooms) -> None:
    told = coded(
        rooms, "Mandara Post", "Boko Haram fighters attacked Gwoza on Monday and killed 11 farmers, elders said."
    )
    bare = coded(rooms, "Borno Times", "Gunmen attacked Gwoza on Monday, a teacher said. Shops stayed shut on Tuesday.")
    both = coded(rooms, "Gombe Sun", "On Monday 11 farmers died when Boko Haram attacked Gwoza, a nurse told the Sun.")
    assert {"toll_by_one", "doer_by_one"} <= noted(weighed(told, bare))
    assert not {"toll_by_one", "doer_by_one"} & noted(weighed(told, bare, both))


@pytest.mark.parametrize(("who", "events"), [("Gunmen", 1), ("Masked men", 1), ("Nigerian soldiers", 2)])
def test_gunmen_may_be_of_the_group_that_another_page_names(rooms: Rooms, who: str, events: int) -> None:
    named = coded(rooms, "Mandara Post", "Boko Haram fighters attacked Gwoza on Monday, elders said.")
    bare = coded(rooms, "Borno Times", f"{who} attacked Gwoza on Monday, a teacher said. Shops stayed shut on Tuesday.")
    assert len(weighed(named, bare).events) == events


FOILED = "{} foiled an attack on their post near {} on Monday and killed two attackers, the army said."
SHOT = "Two beekeepers were shot dead near {} on Monday by {}, the Ledger saw at the burial."


@pytest.mark.parametrize(
    ("town", "side"),
    [("Marivan", "Iranian border guards"), ("Lashio", "Myanmar troops"), ("Djibo", "Burkinabe soldiers")],
)
def test_a_side_is_not_both_the_doer_and_the_attacked(rooms: Rooms, town: str, side: str) -> None:
    linked = weighed(
        coded(rooms, "Ledger", SHOT.format(town, side)), coded(rooms, "State Gazette", FOILED.format(side, town))
    )
    assert lead(linked).grade == "contested"
    assert {"culprit", "victims"} & set(rules(linked))


def test_agreement_names_no_kind_that_not_all_tell(rooms: Rooms) -> None:
    linked = weighed(
        coded(rooms, "Karnali Post", "Six soldiers died in Monday's Maoist attack on Jumla, an officer told the Post."),
        coded(rooms, "Kathmandu Weekly", "Maoist fighters captured Jumla on Monday, travellers told the Weekly."),
    )
    says = [one.says for one in linked.findings if one.kind == "agreement"]
    assert says
    assert not any("of the capture" in one for one in says)


@pytest.mark.parametrize(("other", "voices"), [("the town's mayor", 1), ("the mayor of Bunia", 2)])
def test_the_mayor_of_a_town_is_one_voice_by_whatever_description(rooms: Rooms, other: str, voices: int) -> None:
    linked = weighed(
        coded(rooms, "Daily", "Rebels of the ADF killed 12 people in Oicha on Monday, the mayor of Oicha said."),
        coded(
            rooms, "Courier", f"Twelve people died in Oicha on Monday in an attack by the ADF, according to {other}."
        ),
    )
    assert lead(linked).voices.independent == voices


OWN = "The Free Aceh Movement attacked a post of the Indonesian army at Bireuen on Monday and killed 20 soldiers. {}"


@pytest.mark.parametrize("mourned", ["Three of our comrades fell.", "We lost three men."])
def test_the_dead_whom_a_side_mourns_are_no_rival_count(rooms: Rooms, mourned: str) -> None:
    side = coded(rooms, "New People's Army", OWN.replace("Free Aceh Movement", "New People's Army").format(mourned))
    paper = coded(
        rooms, "Samar Courier", "Twenty people were killed in Monday's attack by the New People's Army at Bireuen."
    )
    assert "number" not in rules(weighed(side, paper))


def test_officials_whom_an_agency_cites_make_it_no_party(rooms: Rooms) -> None:
    text = "Jihadists attacked an army post in Djibo on Monday and killed six soldiers, security sources told {0}."
    linked = weighed(coded(rooms, "Sahel Agency", text.format("Sahel Agency")))
    says = [reason.says for event in linked.events for reason in event.reasons if reason.rule == "party_voice"]
    assert not any(one.startswith("Sahel Agency is a party") for one in says)


def test_a_capture_that_one_side_alone_tells_is_noted(rooms: Rooms) -> None:
    taken = coded(rooms, "Mandara Post", "Boko Haram captured Gwoza on Monday, a spokesman of Boko Haram said.")
    fought = coded(rooms, "Borno Times", "Soldiers and Boko Haram fought in Gwoza on Monday, a teacher said.")
    linked = weighed(taken, fought)
    assert (lead(linked).type.label, lead(linked).grade) == ("territory_taken", "corroborated")
    assert "outcome_by_one" in noted(linked)
    again = coded(rooms, "Gombe Sun", "Boko Haram captured Gwoza on Monday, a nurse who fled told the Sun.")
    assert "outcome_by_one" not in noted(weighed(taken, fought, again))


HIDEOUTS = [
    ("Army drones destroyed a hideout of terrorists in Tinzawaten on Sunday. Ten terrorists were killed.",
     "Army drones killed 17 gold diggers in Tinzawaten on Sunday when they hit a camp, survivors said."),
    ("Nigerian jets bombed a camp of bandits at Kurebe on Sunday, killing 30 bandits, the air force said.",
     "Nigerian jets bombed the village of Kurebe on Sunday and killed six children, the village head said."),
]  # fmt: skip


@pytest.mark.parametrize(("army", "village"), HIDEOUTS)
def test_whom_a_state_struck_may_be_disputed_whatever_the_numbers(army: str, village: str) -> None:
    rooms = Rooms()
    linked = weighed(coded(rooms, "Army Bulletin", army), coded(rooms, "River Radio", village))
    assert "victims" in rules(linked)


SHOT_AT = [
    ("Gunmen fired on traders at a market in Djibo on Monday, killing 12 people, a doctor said.",
     "Gunmen attacked an army post in Djibo on Monday and killed three soldiers, the army said."),
    ("M23 fighters shot at villagers in Kishishe on Monday and killed 50 people, residents said.",
     "M23 killed eight soldiers of the FARDC in Kishishe on Monday, its spokesman said."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SHOT_AT)
def test_people_among_villagers_who_were_shot_at_are_no_soldiers(rooms: Rooms, one: str, other: str) -> None:
    linked = weighed(coded(rooms, "Lake Wire", one), coded(rooms, "Hill Desk", other))
    assert rules(linked) == ["victims"]
    assert any("among “" in finding.says for finding in linked.findings)


def test_people_of_whom_nothing_is_said_may_have_been_soldiers(rooms: Rooms) -> None:
    one = coded(rooms, "Lake Wire", "Gunmen killed 12 people in Bama on Monday, a trader said.")
    other = coded(rooms, "Hill Desk", "Boko Haram killed five soldiers in Bama on Monday, the army said.")
    assert "victims" not in rules(weighed(one, other))
