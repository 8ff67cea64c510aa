import time

import pytest

from crossreport.linking import link
from crossreport.model import CodedPage, Event
from crossreport.weighing import weigh
from tests.linking.build import Told, page
from tests.linking.copies import OUTLETS, copy
from tests.weighing.floods import CLAIMS, LEVELS, Claim, flood, independent
from tests.weighing.floods import OUTLETS as MADE_UP

COPIES = 1000
SECONDS = 20

CLASH = Told(
    "Soldiers fought the River League for a bridge on the valley road.", parties=["army", "league"], place="Jisr Nadi"
)
OTHER = Told(
    "The bridge over the Nadi changed hands after a day of fire.", parties=["army", "league"], place="Jisr Nadi"
)
HONEST = [page("x", CLASH, outlet="Real Daily"), page("y", OTHER, outlet="Real Courier")]


def weighed(pages: list[CodedPage]) -> dict[str, Event]:
    return {event.place.name: event for event in weigh(pages, link(pages)).events if event.place is not None}


def test_a_thousand_copies_of_one_false_claim_are_one_voice() -> None:
    flood = [copy(number) for number in range(COPIES)]
    started = time.process_time()
    found = weighed(flood + HONEST)
    assert time.process_time() - started < SECONDS
    false = found["Tell Amar"]
    assert false.voices.pages == COPIES
    assert false.voices.independent == 1
    assert false.grade == "single_source"
    alarm = next(reason for reason in false.reasons if reason.rule == "copies_flood")
    assert str(COPIES) in alarm.says
    assert str(OUTLETS) in alarm.says
    assert found["Jisr Nadi"] == weighed(HONEST)["Jisr Nadi"]


def test_copies_raise_a_true_count_by_one_at_most_and_cannot_move_its_numbers() -> None:
    true = page(
        "t",
        Told(
            "Nine bodies lay by the ovens of Tell Amar.",
            "shelling",
            agents=["front"],
            by=["monitor"],
            killed=(31, 31, 31),
        ),
        outlet="Real Daily",
    )
    found = weighed([true, *(copy(number) for number in range(200))])["Tell Amar"]
    assert found.voices.independent == 2
    assert found.killed is not None
    assert (found.killed.low, found.killed.best, found.killed.high) == (31, 31, 31)
    assert any(reason.rule == "altered_copies" for reason in found.reasons)


def at(found: list[Event], claim: Claim) -> list[Event]:
    return [event for event in found if event.place is not None and event.place.name == claim.place]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.place)
def test_a_flood_of_each_level_is_one_voice_with_an_alarm(claim: Claim, level: str) -> None:
    copies = COPIES if claim is CLAIMS[0] else 300
    pages = [flood(claim, level, number) for number in range(copies)]
    found = at(list(weigh(pages, link(pages)).events), claim)
    assert all(event.grade == "single_source" for event in found)
    assert all(event.voices.independent == 1 for event in found)
    main = max(found, key=lambda event: event.voices.pages)
    assert main.voices.pages >= copies * 0.9
    alarm = next(reason for reason in main.reasons if reason.rule == "copies_flood")
    assert str(main.voices.pages) in alarm.says
    assert str(MADE_UP) in alarm.says


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.place)
def test_a_flood_of_all_levels_adds_one_voice_to_those_that_were_there(claim: Claim) -> None:
    own = [independent(claim, number) for number in range(len(claim.tellings))]
    before = at(list(weigh(own, link(own)).events), claim)
    assert [event.voices.independent for event in before] == [len(own)]
    crowd = [flood(claim, LEVELS[number % 5], number) for number in range(300)]
    pages = own + crowd
    after = max(at(list(weigh(pages, link(pages)).events), claim), key=lambda event: event.voices.pages)
    assert after.voices.independent == len(own) + 1
    assert after.killed is not None
    assert after.killed.low == after.killed.best == after.killed.high == claim.toll


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.place)
def test_independent_reports_of_one_event_stay_independent(claim: Claim) -> None:
    own = [independent(claim, number) for number in range(len(claim.tellings))]
    linked = weigh(own, link(own))
    assert {group.kind for group in linked.source_groups} == {"single"}
    (event,) = at(list(linked.events), claim)
    assert event.grade == "corroborated"


def test_a_paraphrase_is_proved_by_sentences_of_both_pages() -> None:
    claim = CLAIMS[0]
    pages = [flood(claim, "paraphrased", 1), flood(claim, "paraphrased", 14)]
    linked = link(pages)
    (group,) = [group for group in linked.source_groups if group.kind == "paraphrase"]
    texts = {coded.page.id: coded.page.text for coded in pages}
    assert group.shared
    for shared in group.shared:
        assert all(quote in texts[page] for page, quote in zip(shared.pages, shared.quotes, strict=True))
