from crossreport.linking import link
from crossreport.weighing import weigh, weigh_without
from tests.linking.build import page
from tests.weighing.test_voices import ONE, THREE, TWO, told

PAGES = [
    page("a", told(ONE), outlet="Daily"),
    page("b", told(TWO, killed=(19, 19, 19)), outlet="Courier"),
    page("c", told(THREE), outlet="Herald"),
]


def test_dropping_an_outlet_keeps_the_event_and_weighs_the_rest() -> None:
    linked = weigh(PAGES, link(PAGES))
    left = weigh_without(PAGES, linked, {"courier"})
    assert [event.id for event in left.events] == [event.id for event in linked.events]
    assert (linked.events[0].grade, left.events[0].grade) == ("contested", "corroborated")
    assert left.events[0].voices.pages == 2
    assert left.events[0].killed is not None
    assert left.events[0].killed.best == 7


def test_dropping_by_page_id_and_all_pages() -> None:
    linked = weigh(PAGES, link(PAGES))
    assert len(weigh_without(PAGES, linked, {PAGES[0].page.id}).events[0].reports) == 2
    assert weigh_without(PAGES, linked, {coded.page.id for coded in PAGES}).events == ()


def test_dropping_nothing_changes_nothing() -> None:
    linked = weigh(PAGES, link(PAGES))
    assert weigh_without(PAGES, linked, set()) == linked


def test_linking_anew_equals_a_record_that_never_had_the_source() -> None:
    linked = weigh(PAGES, link(PAGES))
    rest = PAGES[1:]
    assert weigh_without(PAGES, linked, {"Daily"}, relink=link) == weigh(rest, link(rest))
