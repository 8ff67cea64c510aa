"""Words that leave the kind of violence open, one name placed in two ways, denials without a day: what they join."""

import msgspec
import pytest

from crossreport.linking import link
from crossreport.model import CodedPage, PlaceCandidate, Span
from tests.linking.build import Told, page, place

SHELLED = "Mortar shells landed among the houses on Tuesday, a nurse said."
ATTACK = "The attack left the lower street without light, a teacher said."


def worded(coded: CodedPage, word: str) -> CodedPage:
    """`coded` with `word` as the trigger of its first report."""
    at = coded.page.text.index(word)
    first = msgspec.structs.replace(coded.reports[0], span=Span.of(coded.page.text, at, at + len(word)))
    return msgspec.structs.replace(coded, reports=(first, *coded.reports[1:]))


def count(*pages: CodedPage) -> int:
    return len(link(pages).events)


@pytest.mark.parametrize(
    ("word", "fields", "events"),
    [
        ("attack", {"agents": ["front"]}, 1),
        ("attack", {}, 1),
        ("attack", {"agents": ["front"], "day": "2016-05-03~"}, 2),
        ("attack", {"agents": ["army"]}, 2),
        ("street", {"agents": ["front"]}, 2),
    ],
)
def test_an_open_word_joins_other_kinds_by_doer_and_day(word: str, fields: dict[str, object], events: int) -> None:
    one = worded(page("a", Told(SHELLED, "shelling", agents=["front"])), "shells")
    other = worded(page("b", Told(ATTACK, "attack_on_civilians", **fields)), word)  # type: ignore[arg-type]
    assert count(one, other) == events


def test_what_a_page_tells_beside_its_own_news_needs_more_in_common() -> None:
    sides = ["army", "league"]
    news = Told("A patrol met gunmen on the ridge, a soldier said.", "armed_clash", parties=sides, place="Kafr Hazir")
    one = worded(page("a", Told(SHELLED, "shelling", agents=["front"])), "shells")
    beside = page("b", news, Told(ATTACK, "attack_on_civilians"))
    at = beside.page.text.index("attack")
    told = msgspec.structs.replace(beside.reports[1], span=Span.of(beside.page.text, at, at + len("attack")))
    assert count(one, msgspec.structs.replace(beside, reports=(beside.reports[0], told))) == 3


def test_a_quotation_that_tells_it_again_is_no_second_happening() -> None:
    quoted = Told("They dropped two bombs on the school, its teacher said.", "air_strike", day="2016-05-03~")
    main = Told("Jets bombed the school on Tuesday.", "air_strike", agents=["army"])
    night = Told("Jets bombed the town again in the night.", "air_strike", agents=["army"], day="2016-05-04")
    assert [count(page("a", main, other)) for other in (quoted, night)] == [1, 2]


def test_what_was_hit_by_mistake_is_the_strike_that_others_tell() -> None:
    strike = worded(page("a", Told("A drone hit the village, residents said.", "air_strike", agents=["army"])), "hit")
    mistake = page("b", Told("The army hit the village by mistake, a commissioner said.", "accident", agents=["army"]))
    assert count(strike, worded(mistake, "hit")) == 1


def candidate(ident: int, country: str) -> PlaceCandidate:
    return PlaceCandidate(ident, "Nahr", country, None, 1.0, "name")


@pytest.mark.parametrize(("may_be", "events"), [((1, 2), 1), ((2,), 2)])
def test_one_name_placed_in_two_countries_may_be_one_place(may_be: tuple[int, ...], events: int) -> None:
    found = tuple(candidate(ident, "SY") for ident in may_be)
    here = place("Nahr", geonameid=1, lat=36.0, lon=37.0, admin1=None, candidates=(candidate(1, "SY"),))
    there = place("Nahr", geonameid=2, country="IQ", lat=34.0, lon=44.0, admin1=None, candidates=found)
    told = [Told(SHELLED, "shelling", agents=["front"], place=one, killed=(7, 7, 7)) for one in (here, there)]
    assert count(page("a", told[0]), page("b", told[1])) == events


@pytest.mark.parametrize(("day", "events"), [("2016-05-20~", 1), ("2016-07-20~", 2)])
def test_a_denial_without_a_day_is_of_what_happened_lately(day: str, events: int) -> None:
    denial = Told("The army denied it.", "shelling", agents=["army"], status="denied", day=day)
    assert count(page("a", Told(SHELLED, "shelling", agents=["army"])), page("b", denial)) == events


def test_a_slum_and_its_name_are_one_place() -> None:
    told = [Told(SHELLED, "shelling", agents=["front"], place=name) for name in ("Karm Said", "Karm Said slum")]
    assert count(page("a", told[0]), page("b", told[1])) == 1


def test_the_station_of_a_town_lies_in_it() -> None:
    station = place("Tell Amar station", kind="unresolved", admin1=None)
    told = [Told(SHELLED, "shelling", killed=(7, 7, 7), place=one) for one in (place("Tell Amar"), station)]
    assert count(page("a", told[0]), page("b", told[1])) == 1
    other = place("Kafr Hazir station", kind="unresolved", admin1=None)
    assert count(page("a", told[0]), page("b", Told(SHELLED, "shelling", killed=(7, 7, 7), place=other))) == 2


def test_what_both_pages_tell_first_needs_less_in_common() -> None:
    one = page("a", Told("Shells hit the railway yard, a clerk said.", "shelling"))
    other = Told("Rockets landed at the yard, the ministry said.", "shelling", day="2016-05-03~")
    news = Told("Jets bombed the bridge, a baker said.", "air_strike", place="Kafr Hazir")
    assert count(one, page("b", other)) == 1
    assert count(one, page("b", news, other)) == 3


@pytest.mark.parametrize(("word", "events"), [("Clashes", 1), ("residents", 2)])
def test_clashes_that_killed_civilians_may_be_the_fight_that_others_tell(word: str, events: int) -> None:
    fight = page("a", Told("Fighting broke out in the camp, the mission said.", killed=(20, 20, 20)))
    clashes = Told("Clashes between residents left dead, a medic said.", "attack_on_civilians", killed=(13, 13, 13))
    assert count(fight, worded(page("b", clashes), word)) == events


@pytest.mark.parametrize(("toll", "events"), [(160, 1), (132, 1), (300, 2)])
def test_tolls_of_one_size_do_not_speak_against_one_happening(toll: int, events: int) -> None:
    one = Told("Gunmen raided the village at night, the ministry said.", "attack_on_civilians", killed=(132, 132, 132))
    other = Told("The raid left graves along the road, a clerk said.", "killing", killed=(toll,) * 3, day="2016-05-03~")
    assert count(page("a", one), page("b", other)) == events
