from crossreport.linking import link
from crossreport.model import CodedPage, Coverage, SourceLink
from crossreport.weighing import coverage, network, weigh
from tests.linking.build import Told, page, place
from tests.linking.copies import BODY, OTHER
from tests.weighing.test_voices import ONE, THREE, TWO, told

ELSEWHERE = Told("A caravan of salt reached the market of Umm Rayan.", "aid_delivery", place="Umm Rayan")
FIRST = page("a", told(ONE), outlet="Daily", published="2016-05-03")
LATER = page("b", told(TWO), outlet="Courier", published="2016-05-05")
MUTE = page("m", ELSEWHERE, outlet="Herald", published="2016-05-05")


def covered(*pages: CodedPage) -> Coverage:
    linked = weigh(pages, link(pages))
    rockets = next(event.id for event in linked.events if event.type.label == "shelling")
    return next(found for found in coverage(pages, linked) if found.event == rockets)


def links(*pages: CodedPage) -> list[SourceLink]:
    return network(pages, weigh(pages, link(pages)))


def test_first_lag_and_silence() -> None:
    found = covered(FIRST, LATER, MUTE)
    assert [(one.outlet, one.first, one.sure, one.lag_low) for one in found.told] == [
        ("Daily", True, True, 0),
        ("Courier", False, False, 2),
    ]
    assert [one.outlet for one in found.silent] == ["Herald"]
    assert found.silent[0].pages == (MUTE.page.id,)
    assert "Daily told first" in found.says
    assert "among the pages here" in found.says


def test_nobody_is_silent_before_it_was_told_or_after_the_window_or_abroad() -> None:
    before = page("x", ELSEWHERE, outlet="Early", published="2016-05-02")
    after = page("y", ELSEWHERE, outlet="Late", published="2016-05-20")
    unsure = page("z", outlet="No Report", published="2016-05-04")
    assert covered(FIRST, before, after, unsure).silent == ()


def test_an_outlet_that_told_it_on_another_page_is_not_silent() -> None:
    assert covered(FIRST, page("d", ELSEWHERE, outlet="daily", published="2016-05-04")).silent == ()


def test_two_on_one_day_are_both_first() -> None:
    found = covered(FIRST, page("c", told(THREE), outlet="Herald", published="2016-05-03"))
    assert all(one.first and one.sure for one in found.told)


def test_a_copy_made_later_points_to_its_source_with_both_passages() -> None:
    first = page("a", told(ONE), outlet="Daily", filler=BODY, published="2016-05-03")
    copy = page("b", told(ONE), outlet="Mirror", filler=BODY, title="Another head", published="2016-05-06")
    (found,) = [link for link in links(first, copy) if link.kind == "copies"]
    assert (found.source, found.taker, found.directed) == ("Daily", "Mirror", True)
    texts = {first.page.text, copy.page.text}
    assert all(any(text[span.start : span.end] == span.quote for text in texts) for span in found.evidence)
    assert len(found.evidence) == 2


def test_copies_of_one_day_have_no_direction_and_an_agency_is_the_source() -> None:
    first = page("a", told(ONE), outlet="Daily", filler=BODY)
    assert not links(first, page("b", told(ONE), outlet="Mirror", filler=BODY, title="Another"))[0].directed
    wires = [
        page("a", told(ONE), outlet="Daily", filler=BODY, credits=["Reuters"]),
        page("b", told(ONE), outlet="Mirror", filler=[*BODY, OTHER[0]], credits=["Reuters"]),
    ]
    assert {(one.source, one.taker) for one in links(*wires) if one.kind == "copies"} == {
        ("Reuters", "Daily"),
        ("Reuters", "Mirror"),
    }


def test_citing_is_a_link_of_its_own() -> None:
    (found,) = links(page("a", told(ONE, "monitor"), outlet="Daily"))
    assert (found.kind, found.source, found.taker) == ("cites", "Conflict Monitor", "Daily")


def test_the_order_of_pages_changes_nothing() -> None:
    pages = [FIRST, LATER, MUTE]
    linked = weigh(pages, link(pages))
    assert coverage(pages[::-1], linked) == coverage(pages, linked)
    assert network(pages[::-1], linked) == network(pages, linked)


def test_an_outlet_that_tells_a_rival_version_of_it_is_not_silent() -> None:
    version = Told("An arms store blew up by itself.", "explosion", agents=["army"], day="2016-05-04")
    assert covered(FIRST, page("r", version, outlet="Herald", published="2016-05-04")).silent == ()
    other = Told("An arms store blew up by itself.", "explosion", agents=["army"], day="2016-05-04", place="Umm Rayan")
    silent = covered(FIRST, page("o", other, outlet="Herald", published="2016-05-04")).silent
    assert [one.outlet for one in silent] == ["Herald"]


def test_who_tells_violence_in_another_of_its_places_or_in_none_is_not_silent() -> None:
    other = "A patrol killed a fisherman at the quay of Umm Rayan."
    beside = place("Umm Rayan", kind="unresolved", within="Tell Amar")
    here = page("h", Told(other, "killing", agents=["army"], place=beside), outlet="Herald", published="2016-05-05")
    nowhere = page("n", Told(other, "killing", place=None), ELSEWHERE, outlet="Herald", published="2016-05-05")
    assert covered(FIRST, here).silent == covered(FIRST, nowhere).silent == ()


def test_who_tells_violence_in_another_village_or_on_another_day_is_silent() -> None:
    other = "A patrol killed a fisherman at the quay."
    village = page("v", Told(other, "killing", place="Umm Rayan"), outlet="Herald", published="2016-05-05")
    later = page("l", Told(other, "killing", day="2016-05-05"), outlet="Herald", published="2016-05-05")
    assert covered(FIRST, village).silent
    assert covered(FIRST, later).silent


def test_who_prints_a_part_of_what_tells_it_is_not_silent() -> None:
    first = page("a", told(ONE), outlet="Daily", filler=BODY, published="2016-05-03")
    part = page("p", ELSEWHERE, outlet="Mirror", filler=BODY, published="2016-05-04")
    assert covered(first, part).silent == ()
    assert [one.outlet for one in covered(first, page("m", ELSEWHERE, outlet="Mirror", published="2016-05-04")).silent]
