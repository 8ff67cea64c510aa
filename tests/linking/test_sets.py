"""Linking as set operations: any order, any engine, piece by piece or at once, it is one result."""

from itertools import combinations
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossreport.linking import Local, link
from crossreport.linking.features import features
from crossreport.linking.pairing import conflict
from crossreport.model import CodedPage, Judgement, Linked
from tests.linking.build import page
from tests.linking.worlds import stories, story, world

slow = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def at(file: Path, pages: list[CodedPage], judgements: tuple[Judgement, ...] = ()) -> tuple[Linked, Local]:
    with Local(file, version="1") as tables:
        return link(pages, judgements, tables=tables), tables


@slow
@given(world(), st.randoms(use_true_random=False))
def test_no_order_of_pages_matters(pages, chance) -> None:
    shuffled = list(pages)
    chance.shuffle(shuffled)
    assert link(shuffled) == link(pages)


@slow
@given(world())
def test_every_report_is_in_one_event_and_no_event_holds_what_excludes_one_another(pages) -> None:
    known = {found.report.id: found for coded in pages for found in features(coded, ())}
    events = link(pages).events
    assert sorted(report for event in events for report in event.reports) == sorted(known)
    for event in events:
        for one, other in combinations([known[report] for report in event.reports], 2):
            if one.report.page != other.report.page:  # a page may tell its own happening again
                assert conflict(one.hard, other.hard) is None


@slow
@given(st.data())
def test_page_by_page_is_the_same_as_at_once(tmp_path_factory, data) -> None:
    pages = data.draw(world())
    file = tmp_path_factory.mktemp("links") / "links.db"
    chosen = [data.draw(st.lists(st.sampled_from(pages), unique_by=id)) for _ in range(2)]
    for some in (*chosen, pages):  # pages come, go, and come again
        assert at(file, some)[0] == link(some)


@slow
@given(st.data())
def test_judgements_hold_and_can_be_taken_back(tmp_path_factory, data) -> None:
    pages = data.draw(world())
    file = tmp_path_factory.mktemp("links") / "links.db"
    free = at(file, pages)[0]
    reports = sorted(report for event in free.events for report in event.reports)
    one, other = data.draw(st.permutations(reports))[:2] if len(reports) > 1 else (reports[0], reports[0])
    merge = Judgement("m", "merge", (one, other), "R. Haddad", "2016-06-01", "one bakery")
    split = Judgement("s", "split", (one,), "R. Haddad", "2016-06-02", "two bakeries", apart=(other,))
    assert home(at(file, pages, (merge,))[0], one) == home(at(file, pages, (merge,))[0], other)
    if one != other:
        apart = at(file, pages, (split,))[0]
        assert home(apart, one) != home(apart, other)
    assert at(file, pages)[0] == free


def home(linked: Linked, report: str) -> str:
    return next(event.id for event in linked.events if report in event.reports)


def test_a_new_page_is_compared_with_its_neighbours_only(tmp_path) -> None:
    pages = stories(30)
    _, first = at(tmp_path / "links.db", pages)
    assert first.worked["felt"] == 60
    more = [*pages, page("new", story(7, 2), published="2016-06-01")]
    linked, then = at(tmp_path / "links.db", more)
    assert linked == link(more)
    assert sorted(len(event.reports) for event in linked.events) == [2] * 29 + [3]
    assert then.worked["felt"] <= 3
    assert then.worked["scored"] <= 3
    assert then.worked["settled"] <= 1


def test_nothing_new_is_no_work(tmp_path) -> None:
    at(tmp_path / "links.db", stories(10))
    _, again = at(tmp_path / "links.db", stories(10))
    assert again.worked["felt"] + again.worked["scored"] + again.worked["settled"] + again.worked["block"] == 0


def test_another_version_of_the_code_begins_anew(tmp_path) -> None:
    at(tmp_path / "links.db", stories(3))
    with Local(tmp_path / "links.db", version="2") as tables:
        link(stories(3), tables=tables)
        assert tables.worked["felt"] == 6


def test_a_page_that_is_gone_leaves_nothing_in_the_file(tmp_path) -> None:
    file = tmp_path / "links.db"
    at(file, stories(3))
    assert b"Town 2" in file.read_bytes()
    at(file, stories(2))
    assert b"Town 2" not in file.read_bytes()
    assert b"Town 1" in file.read_bytes()
