"""The sample pages through the real rooms: what rival and copying outlets tell becomes one event, with its voices."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import crossreport
from crossreport.api import Reading
from crossreport.model import Event, EventReport

SAMPLES = Path(str(files("crossreport").joinpath("samples", "pages")))
FORCE = {"air_strike", "shelling", "explosion", "attack_on_civilians", "killing"}
BATTLE = {"armed_clash", "offensive", "attack_repelled", "territory_taken", "territory_lost"}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return crossreport.read(*sorted(SAMPLES.iterdir()))


class Joined:
    """The event that holds a page's report of a kind at a place."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.name = {page.id: page.name.split(".")[0] for page in reading.pages}
        self.report = {report.id: report for report in reading.reports}

    def of(self, page: str, types: set[str], place: str) -> Event:
        found = [
            event for event in self.reading.events if any(self._is(one, page, types, place) for one in event.reports)
        ]
        assert found, f"{page} tells nothing of {types} in {place}"
        return max(found, key=lambda event: (event.voices.pages, event.id))

    def _is(self, report: str, page: str, types: set[str], place: str) -> bool:
        one = self.report[report]
        named = [found.name for found in (one.places or ((one.place,) if one.place else ()))]
        told = any(place in name for name in named)
        return self.name[one.page] == page and one.type.label in types and told and one.status != "denied"

    def pages(self, event: Event) -> set[str]:
        return {self.name[self.report[one].page] for one in event.reports}

    def reports(self, event: Event, page: str) -> Iterator[EventReport]:
        return (self.report[one] for one in event.reports if self.name[self.report[one].page] == page)

    def rules(self, event: Event) -> set[str]:
        return {reason.rule for reason in event.reasons}


@pytest.fixture(scope="module")
def joined(reading: Reading) -> Joined:
    return Joined(reading)


def test_the_market_that_two_sides_blame_on_each_other_is_one_contested_event(joined: Joined) -> None:
    event = joined.of("levant-dispatch-anadan-market", FORCE, "Anadan")
    assert joined.pages(event) == {"levant-dispatch-anadan-market", "resistance-herald-anadan"}
    assert event.grade == "contested"
    assert {"contradiction_culprit", "contradiction_means", "party_voice"} <= joined.rules(event)
    assert event.when is not None
    assert event.when.earliest == event.when.latest == "2016-09-14"
    blamed = {actor.id for side in event.sides if side.role == "agent" for actor in side.actors}
    assert len(blamed) >= 2


def test_the_tolls_of_the_market_stand_side_by_side(joined: Joined) -> None:
    event = joined.of("levant-dispatch-anadan-market", FORCE, "Anadan")
    assert event.killed is not None
    assert {toll.best for toll in event.killed.by_voice} >= {31, 11}
    assert event.killed.best is None
    assert event.killed.low == 11


def test_a_repost_adds_no_voice_and_a_rival_page_does(joined: Joined) -> None:
    event = joined.of("meridian-convoy-arrives", {"explosion"}, "Azaz")
    assert joined.pages(event) == {
        "meridian-convoy-arrives",
        "amman-evening-post-convoy",
        "resistance-herald-24-hours",
    }
    assert (event.voices.pages, event.voices.source_groups, event.voices.independent) == (3, 2, 2)
    assert event.when is not None
    assert event.when.edtf == "2016-09-16"


def test_four_pages_tell_of_one_air_strike(joined: Joined) -> None:
    event = joined.of("kordofan-post-kalakla", FORCE, "Kalakla")
    assert joined.pages(event) == {
        "kordofan-post-kalakla",
        "meridian-sudan-roundup",
        "rapid-voice-depot",
        "port-sudan-tribune-depot",
    }
    assert event.voices.independent == 3
    assert event.grade in ("corroborated", "contested")
    assert event.when is not None
    assert event.when.earliest == "2023-08-22"


def test_both_sides_claim_the_depot(joined: Joined) -> None:
    event = joined.of("rapid-voice-depot", BATTLE, "Kadaro")
    assert joined.pages(event) >= {"rapid-voice-depot", "port-sudan-tribune-depot"}
    assert event.grade == "contested"
    assert "contradiction_outcome" in joined.rules(event)


def test_a_page_without_a_date_takes_the_day_of_the_page_that_tells_the_same(joined: Joined) -> None:
    event = joined.of("port-sudan-tribune-depot", BATTLE, "Kadaro")
    assert event.when is not None
    assert event.when.earliest == event.when.latest == "2023-08-22"


def test_the_announced_convoy_is_tied_to_its_arrival(joined: Joined, reading: Reading) -> None:
    events = {event.id: event for event in reading.events}
    ties = [
        [joined.pages(events[member]) for member in finding.members]
        for finding in reading.findings
        if finding.kind == "planned_then_happened"
    ]
    assert [{"gulf-courier-convoy-plan"}, {"meridian-convoy-arrives", "amman-evening-post-convoy"}] in ties


def test_no_event_joins_pages_of_two_countries(joined: Joined, reading: Reading) -> None:
    for event in reading.events:
        places = {joined.report[one].place for one in event.reports}
        assert len({place.country for place in places if place is not None and place.country}) <= 1


def test_every_page_carries_its_source_group(reading: Reading) -> None:
    groups = {group.id: group for group in reading.linked.source_groups}
    for page in reading.pages:
        assert page.source_group is not None
        assert page.id in groups[page.source_group].pages
    reposted = {page.name: page.source_group for page in reading.pages}
    assert reposted["amman-evening-post-convoy.txt"] == reposted["meridian-convoy-arrives.txt"]


def test_two_pages_without_a_shared_word_tell_the_three_days_in_geneina_that_the_accused_deny(joined: Joined) -> None:
    event = joined.of("relief-bulletin-darfur", FORCE | BATTLE, "Geneina")
    assert joined.pages(event) == {"relief-bulletin-darfur", "nile-observer-geneina"}
    assert event.grade == "contested"
