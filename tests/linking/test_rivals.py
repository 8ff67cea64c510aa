"""Two sides tell one attack or one fight in two versions; and what must stay two happenings all the same."""

import pytest

from crossreport.linking import link
from crossreport.linking.calendar_words import hint
from crossreport.model import CodedPage, Linked
from crossreport.weighing import weigh
from tests.linking.build import Told, page

MARKET = "Jets bombed the vegetable market at noon, traders said, and the stalls of the eastern row burned."
SHELLS = "The gunmen fired mortar rounds into the market and blamed the army for it, an officer said."


def events(*pages: CodedPage) -> list[list[str]]:
    return sorted(list(event.reports) for event in link(pages).events)


def weighed(*pages: CodedPage) -> Linked:
    return weigh(pages, link(pages))


def raid(**fields: object) -> Told:
    values: dict[str, object] = {
        "type": "air_strike",
        "agents": ["army"],
        "targets": ["civilians"],
        "day": "2016-05-03",
    }
    return Told(**({"sentence": MARKET} | values | fields))  # type: ignore[arg-type]


def rival(**fields: object) -> Told:
    values: dict[str, object] = {"type": "shelling", "agents": ["front"], "targets": ["civilians"], "day": "2016-05-03"}
    return Told(SHELLS, **(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("killed", [(None, None, None), ((31, 31, None), (11, 11, 11), None)])
def test_two_versions_of_one_attack_are_one_event(killed: tuple[object, ...]) -> None:
    assert len(events(page("a", raid(killed=killed[0])), page("b", rival(killed=killed[1])))) == 1


def test_who_denies_one_version_and_tells_another_tells_one_happening() -> None:
    denial = raid(sentence="No jets flew over the market that day, the officer said.", status="denied")
    assert len(events(page("a", raid()), page("b", rival(), denial))) == 1


def test_swapping_the_sides_changes_nothing() -> None:
    swapped = events(page("a", raid(agents=["front"])), page("b", rival(agents=["army"])))
    assert len(swapped) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Kafr Hazir"},
        {"day": "2016-05-05"},
        {"sentence": "The gunmen fired mortar rounds into the old quarter, an officer said."},
    ],
)
def test_another_place_day_or_thing_is_another_attack(other: dict[str, object]) -> None:
    told = {"type": "shelling", "agents": ["front"], "targets": ["civilians"], "day": "2016-05-03"}
    assert len(events(page("a", raid()), page("b", Told(**({"sentence": SHELLS} | told | other))))) == 2  # type: ignore[arg-type]


def test_the_rival_versions_are_contested_in_doer_and_means() -> None:
    linked = weighed(page("a", raid(), outlet="Daily"), page("b", rival(), outlet="Herald"))
    (event,) = linked.events
    assert event.grade == "contested"
    rules = {finding.reasons[0].rule for finding in linked.findings if finding.kind == "contradiction"}
    assert {"culprit", "means"} <= rules


TAKEN = "Fighters of the front took the Saltworks Depot on the river after a night of clashes, its press office said."
HELD = "The garrison of the Saltworks Depot threw back an assault in the night, the army said."


def test_who_holds_the_depot_is_contested() -> None:
    taken = Told(TAKEN, "territory_taken", agents=["front"], targets=["army"])
    held = Told(HELD, "attack_repelled", agents=["front"], targets=["army"])
    linked = weighed(page("a", taken, outlet="Daily"), page("b", held, outlet="Herald"))
    (event,) = linked.events
    assert event.grade == "contested"
    assert "contradiction_outcome" in {reason.rule for reason in event.reasons}


@pytest.mark.parametrize(("sentence", "count"), [(HELD, 1), ("Army units attacked before dawn, a colonel said.", 2)])
def test_each_side_the_attacker_needs_one_named_thing(sentence: str, count: int) -> None:
    ours = Told(TAKEN, "offensive", agents=["front"], targets=["army"])
    theirs = Told(sentence, "offensive", agents=["army"], targets=["front"])
    assert len(events(page("a", ours), page("b", theirs))) == count


DENIAL = "The army denied that it had bombed the town."


def test_a_denial_on_the_page_of_the_deed_belongs_to_it() -> None:
    denial = Told(DENIAL, "attack_on_civilians", agents=["army"], status="denied", by=["army"])
    linked = weighed(page("a", raid(), denial, outlet="Daily"))
    (event,) = linked.events
    assert event.grade == "contested"


def test_a_rejected_version_belongs_to_the_one_that_is_told() -> None:
    rejected = Told(
        "He rejected reports of an air raid on it.", "air_strike", agents=["army"], day=None, status="alleged"
    )
    assert len(events(page("a", rival(), rejected))) == 1


def test_a_second_attack_on_one_page_stays_a_second() -> None:
    again = Told("Rockets hit the same market in the evening, a nurse said.", "shelling", agents=["front"])
    assert len(events(page("a", raid(), again))) == 2


@pytest.mark.parametrize(
    ("words", "dated", "full"),
    [("Tuesday, August 22", True, True), ("22 August", True, False), ("on Tuesday night", False, False)],
)
def test_what_a_time_names(words: str, dated: bool, full: bool) -> None:
    found = hint(words)
    assert found is not None
    assert (found.dated, found.full) == (dated, full)


@pytest.mark.parametrize("words", ["last year", "in May", "a few hours before", "for 12 days"])
def test_what_names_no_day(words: str) -> None:
    assert hint(words) is None


def _attack(who: str, whom: str, label: str, words: str = MARKET, **fields: object) -> Told:
    values: dict[str, object] = {"type": label, "agents": [who], "targets": [whom], "day": "2016-05-03"}
    return Told(words, **(values | fields))  # type: ignore[arg-type]


def test_an_attack_on_the_army_is_a_fight_whatever_a_page_calls_it() -> None:
    claimed = page("a", _attack("front", "army", "attack_on_civilians", killed=(40, 40, None)))
    repelled = page("b", _attack("front", "army", "attack_repelled", SHELLS, killed=(12, 12, 12)))
    assert len(events(claimed, repelled)) == 1


@pytest.mark.parametrize(
    ("doer", "day", "count"), [("front", "2016-05-03", 1), ("gang", "2016-05-03", 2), ("front", "2016-05-04", 2)]
)
def test_what_one_calls_a_battle_another_calls_a_massacre_if_doer_and_day_agree(
    doer: str, day: str, count: int
) -> None:
    massacre = page("a", _attack("front", "civilians", "attack_on_civilians", killed=(31, 31, 31)))
    battle = page("b", _attack(doer, "army", "offensive", SHELLS, day=day, killed=(9, 9, 9)))
    assert len(events(massacre, battle)) == count


def town(type_: str, **fields: object) -> Told:
    words = {
        "territory_taken": "Tell Amar is in the hands of the front since the morning.",
        "offensive": "They came on.",
    }
    values: dict[str, object] = {"type": type_, "agents": ["front"], "targets": ["army"], "day": "2016-05-03"}
    return Told(words.get(type_, "The attempt to enter the town was foiled."), **(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2016-05-03", "2016-05-04", "2016-05-04~", "2016-05-02/2016-05-03"])
@pytest.mark.parametrize("held", ["attack_repelled", "offensive"])
def test_a_town_that_one_side_took_and_the_other_held_is_one_contested_event(day: str, held: str) -> None:
    first = page("a", town("territory_taken"), outlet="Daily")
    linked = weighed(first, page("b", town(held, day=day), outlet="Herald"))
    assert len(linked.events) == 1
    if held == "attack_repelled":
        assert linked.events[0].grade == "contested"


def test_the_sides_of_rival_accounts_may_be_swapped_or_unnamed() -> None:
    taken = page("a", town("territory_taken"))
    assert len(events(taken, page("b", town("attack_repelled", agents=["army"], targets=["front"])))) == 1
    assert len(events(taken, page("b", town("attack_repelled", agents=["rebels"], targets=[], day="2016-05-04~")))) == 1


def test_a_counter_attack_of_the_next_day_is_another_fight() -> None:
    back = town("attack_repelled", agents=["army"], targets=["front"], day="2016-05-04")
    assert len(events(page("a", town("territory_taken")), page("b", back))) == 2
    assert len(events(page("a", town("territory_taken")), page("b", town("attack_repelled", day="2016-05-06")))) == 2
