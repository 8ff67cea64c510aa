import pytest

from crossreport.linking import link
from crossreport.model import Event
from tests.linking.build import Told, page, place

CLASH = (
    "Army units and Dawn Front fighters traded fire around the grain silos of the town all day, hospital staff said."
)
OTHER_CLASH = "The Dawn Front says that its men fought soldiers in the streets for hours and hold the silos."


def told(sentence: str = CLASH, **fields: object) -> Told:
    values: dict[str, object] = {"parties": ("army", "front"), "killed": (12, 12, 12)}
    return Told(sentence, **(values | fields))  # type: ignore[arg-type]


def events(*reports: Told) -> tuple[Event, ...]:
    return link([page(f"p{number}", report, outlet=f"Outlet {number}") for number, report in enumerate(reports)]).events


def joined(one: Told, other: Told) -> bool:
    return len(events(one, other)) == 1


def test_two_outlets_tell_one_clash_and_the_reasons_say_why() -> None:
    (event,) = events(told(), told(OTHER_CLASH, place="Tal Amar", killed=(12, 12, None)))
    assert event.status == "happened"
    assert [reason.rule for reason in event.reasons] == ["joined"]
    assert "one name" in event.reasons[0].says
    assert {actor.id for side in event.sides for actor in side.actors} == {"army", "front"}


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"day": "2016-05-04"}, "two exact days"),
        ({"place": "Kafr Hazir"}, "two settlements"),
        ({"status": "planned"}, "a plan is not the deed"),
        ({"type": "aid_delivery"}, "not one kind of happening"),
        ({"place": place("Tell Amar", country="IQ", admin1="Nineveh")}, "two countries"),
        ({"place": place("Homs", kind="admin1", admin1="Homs")}, "another province"),
    ],
)
def test_what_keeps_two_reports_apart(fields: dict[str, object], why: str) -> None:
    assert not joined(told(), told(OTHER_CLASH, **fields)), why


def test_attacker_and_target_swapped_are_two_attacks() -> None:
    attack = told(type="offensive", parties=(), agents=["army"], targets=["front"])
    counter = told(OTHER_CLASH, type="offensive", parties=(), agents=["front"], targets=["army"])
    assert joined(attack, told(OTHER_CLASH, type="offensive", parties=(), agents=["army"], targets=["front"]))
    assert not joined(attack, counter)


def test_other_doers_without_the_same_place_are_two_events() -> None:
    province = place("Aleppo", kind="admin1")
    fields = {"type": "air_strike", "parties": (), "place": province, "killed": (30, 30, 30)}
    assert joined(told(agents=["army"], **fields), told(OTHER_CLASH, agents=["army"], **fields))
    assert not joined(told(agents=["army"], **fields), told(OTHER_CLASH, agents=["league"], **fields))


def test_rival_versions_of_the_doer_are_one_event_with_both() -> None:
    fields = {"type": "shelling", "parties": (), "targets": ["civilians"], "killed": (30, 30, 30)}
    (event,) = events(told(agents=["army"], **fields), told(OTHER_CLASH, agents=["league"], **fields))
    doers = next(side for side in event.sides if side.role == "agent")
    assert {actor.id for actor in doers.actors} == {"army", "league"}
    assert "against" in event.reasons[0].says


def test_a_description_gives_way_to_the_name_of_its_kind() -> None:
    (event,) = events(told(), told(OTHER_CLASH, parties=("army", "rebels")))
    assert {actor.id for side in event.sides for actor in side.actors} == {"army", "front"}


def test_two_named_victims_are_two_killings() -> None:
    fields = {"type": "killing", "parties": (), "killed": (1, 1, 1)}
    assert joined(told(targets=["Samir Odeh"], **fields), told(OTHER_CLASH, targets=["Samir Odeh"], **fields))
    assert not joined(told(targets=["Samir Odeh"], **fields), told(OTHER_CLASH, targets=["Nabil Farah"], **fields))


def test_a_page_never_tells_one_happening_twice() -> None:
    both = page("both", told(), told(OTHER_CLASH))
    single = page("single", told("Gunfire between soldiers and the Dawn Front kept the town indoors on Tuesday."))
    found = link([both, single]).events
    assert sorted(len(event.reports) for event in found) == [1, 2]


def test_air_strike_and_attack_on_civilians_need_place_day_and_toll() -> None:
    strike = told(type="air_strike", parties=(), agents=["army"], killed=(17, 17, 17))
    attack = told(OTHER_CLASH, type="attack_on_civilians", parties=(), agents=["army"], killed=(17, 17, 17))
    fewer = told(OTHER_CLASH, type="attack_on_civilians", parties=(), agents=["army"], killed=(3, 3, 3))
    assert joined(strike, attack)
    assert not joined(strike, fewer)


def test_a_vague_report_joins_its_only_candidate_but_never_guesses_between_two() -> None:
    vague = told(OTHER_CLASH, place=place("Aleppo", kind="admin1"))
    assert joined(told(), vague)
    other = told("Clashes shook Kafr Hazir, too, a nurse at the district hospital said.", place="Kafr Hazir")
    found = events(told(), other, vague)
    assert len(found) == 3
    assert any("more than one happening" in reason.says for event in found for reason in event.reasons)


def test_sieges_that_go_on_are_one_though_they_are_seen_on_two_days() -> None:
    fields = {"type": "siege_blockade", "parties": (), "agents": ["army"], "targets": ["front"], "status": "ongoing"}
    assert joined(told(day="2016-05-03", **fields), told(OTHER_CLASH, day="2016-05-20", **fields))
    assert not joined(told(day="2016-05-03", **fields), told(OTHER_CLASH, day="2016-09-20", **fields))


def test_talks_with_other_people_in_the_same_city_are_two_meetings() -> None:
    fields = {"type": "visit_meeting", "killed": None}
    assert joined(
        told(parties=("A. Ruiz", "B. Okoro"), **fields), told(OTHER_CLASH, parties=("A. Ruiz", "B. Okoro"), **fields)
    )
    assert not joined(told(parties=("A. Ruiz",), **fields), told(OTHER_CLASH, parties=("C. Lwin",), **fields))


def test_a_plan_and_its_deed_are_two_events_and_one_finding() -> None:
    plan = told(
        type="negotiation_talks",
        parties=("government", "front"),
        killed=None,
        status="planned",
        day="2016-05-20/2016-05-23",
    )
    deed = told(OTHER_CLASH, type="negotiation_talks", parties=("government", "front"), killed=None, day="2016-05-20")
    linked = link([page("plan", plan, published="2016-05-02"), page("deed", deed, published="2016-05-21")])
    (finding,) = linked.findings
    assert finding.kind == "planned_then_happened"
    assert len(linked.events) == 2
    assert set(finding.members) == {event.id for event in linked.events}


@pytest.mark.parametrize("fields", [{"day": "2016-08-20"}, {"place": "Kafr Hazir"}, {"parties": ("league", "brigade")}])
def test_another_deed_fulfils_no_plan(fields: dict[str, object]) -> None:
    plan = told(type="offensive", killed=None, status="planned", day="2016-05-20/2016-05-23")
    deed = told(OTHER_CLASH, **({"type": "offensive", "killed": None, "day": "2016-05-21"} | fields))
    assert not link([page("plan", plan), page("deed", deed)]).findings


def test_the_event_takes_the_narrowest_place_and_time() -> None:
    wide = told(OTHER_CLASH, place=place("Aleppo", kind="admin1"), day="2016-05-02/2016-05-04")
    (event,) = events(told(), wide)
    assert event.place is not None
    assert event.when is not None
    assert (event.place.name, event.when.edtf) == ("Tell Amar", "2016-05-03")


def test_sides_are_treated_alike() -> None:
    fields = {"type": "shelling", "parties": (), "killed": (4, 4, 4)}
    for doer, target in (("army", "front"), ("front", "army"), ("league", "brigade")):
        first = told(agents=[doer], targets=[target], **fields)
        assert joined(first, told(OTHER_CLASH, agents=[doer], targets=[target], **fields))


@pytest.mark.parametrize(("day", "found"), [("2016-05-20", 1), ("2016-04-20", 0), ("2016-09-20", 0)])
def test_a_plan_without_a_day_is_for_the_time_after_its_page(day: str, found: int) -> None:
    plan = told(type="negotiation_talks", parties=(), killed=None, status="planned", day=None)
    deed = told(OTHER_CLASH, type="negotiation_talks", killed=None, day=day)
    linked = link([page("plan", plan, published="2016-05-02"), page("deed", deed, published="2016-10-01")])
    assert len(linked.findings) == found
