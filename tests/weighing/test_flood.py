import time

from crossreport.linking import link
from crossreport.model import CodedPage, Event
from crossreport.weighing import weigh
from tests.linking.build import Told, page
from tests.linking.copies import OUTLETS, copy

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
    started = time.perf_counter()
    found = weighed(flood + HONEST)
    assert time.perf_counter() - started < SECONDS
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
