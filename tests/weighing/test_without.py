from msgspec.structs import replace

from crossreport.linking import link
from crossreport.model import Linked, Reason
from crossreport.weighing import restricted, weigh, weigh_without
from tests.linking.build import page
from tests.linking.copies import copy
from tests.weighing.test_flood import HONEST
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


def test_what_is_not_touched_is_what_weighing_all_of_it_would_give() -> None:
    pages = [*HONEST, *PAGES, *(copy(number) for number in range(60))]
    linked = weigh(pages, link(pages))
    for dropped in ({"Outlet 3"}, {"Daily", "Outlet 7"}, {"Real Daily"}):
        kept = restricted(pages, dropped)
        assert weigh_without(pages, linked, dropped) == weigh_without(kept, bare(linked), dropped)


def bare(linked: Linked) -> Linked:
    """`linked` as if each event were old news: nothing in it can be taken as it is."""
    old = (Reason("recirculated", "to be weighed anew"),)
    events = tuple(replace(event, reasons=(*event.reasons, *old)) for event in linked.events)
    return replace(linked, events=events)
