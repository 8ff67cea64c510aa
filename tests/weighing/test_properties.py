import random

from hypothesis import given, settings
from hypothesis import strategies as st

from crossreport.linking import link
from crossreport.linking.features import features
from crossreport.linking.retold import retold
from crossreport.model import CodedPage, Linked
from crossreport.weighing import weigh
from tests.linking.build import Count, Draft, Told, build
from tests.linking.copies import BODY, OTHER

SENTENCES = (
    "Rockets fell on the market shortly before noon and set three stalls on fire, traders said.",
    "The Dawn Front entered the village at first light after the garrison had left through the orchards.",
    "Army guns answered from the ridge for most of the evening.",
    "A convoy with flour and medicine crossed the line under a white flag.",
)
TOLD = st.builds(
    Told,
    sentence=st.sampled_from(SENTENCES),
    type=st.sampled_from(["shelling", "armed_clash", "air_strike", "attack_on_civilians", "offensive"]),
    agents=st.sampled_from([(), ("army",), ("front",), ("rebels",)]),
    targets=st.sampled_from([(), ("civilians",), ("army",), ("front",)]),
    place=st.sampled_from(["Tell Amar", "Tal Amar", "Kafr Hazir", None]),
    day=st.sampled_from([None, "2016-05-03", "2016-05-04~", "2016-05-02/2016-05-05", "2016-05"]),
    status=st.sampled_from(["happened", "happened", "ongoing", "planned", "denied", "alleged"]),
    by=st.sampled_from([(), ("monitor",), ("army",), ("Reuters", "witnesses")]),
    killed=st.sampled_from([None, (3.0, 3.0, 3.0), (5.0, 5.0, None), (24.0, None, 99.0)]),
)
COUNTS = st.builds(
    Count,
    sentence=st.sampled_from(["The war has cost many lives by any count.", "Over the years the toll went on growing."]),
    value=st.sampled_from([1000.0, 2000.0, 3000.0]),
)
DRAFTS = st.builds(
    Draft,
    name=st.uuids().map(str),
    told=st.lists(TOLD, max_size=3),
    counts=st.lists(COUNTS, max_size=1),
    outlet=st.sampled_from([None, "Daily", "Courier", "Herald"]),
    published=st.sampled_from(["2016-05-04", "2016-05-06", "2016-06-20"]),
    filler=st.lists(st.sampled_from([*BODY, *OTHER]), max_size=4, unique=True),
    credits=st.sampled_from([(), ("Reuters",), ("Agencies",)]),
)
PAGES = st.lists(DRAFTS.map(build), max_size=7)


def weighed(pages: list[CodedPage]) -> Linked:
    return weigh(pages, link(pages))


@settings(max_examples=60, deadline=None)
@given(PAGES, st.integers(0, 10**6))
def test_order_and_duplicates_change_nothing(pages: list[CodedPage], seed: int) -> None:
    shuffled = pages + pages[:2]
    random.Random(seed).shuffle(shuffled)
    assert weighed(shuffled) == weighed(pages)


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_what_always_holds(pages: list[CodedPage]) -> None:
    linked = weighed(pages)
    home = {report.id: coded.page.id for coded in pages for report in coded.reports}
    told = [found for coded in pages for found in features(coded, ())]
    further = {again.report.id for _, again, _ in retold(told)}
    denied = {report.id for coded in pages for report in coded.reports if report.status == "denied"}
    in_events = [report for event in linked.events for report in event.reports]
    assert sorted(in_events) == sorted(home)
    assert {page for group in linked.source_groups for page in group.pages} == {coded.page.id for coded in pages}
    for event in linked.events:
        first = [(home[report], report in denied) for report in event.reports if report not in further]
        assert len(first) == len(set(first))
        pages_of = {home[report] for report in event.reports}
        assert event.voices.independent <= event.voices.source_groups <= event.voices.pages == len(pages_of)
        moods = {event.status in ("planned",)}
        assert moods == {
            report.status == "planned" for coded in pages for report in coded.reports if report.id in event.reports
        }


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_weighing_twice_changes_nothing(pages: list[CodedPage]) -> None:
    linked = link(pages)
    assert link(pages) == linked
    once = weigh(pages, linked)
    assert weigh(pages, once) == once


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_every_quote_and_member_resolves(pages: list[CodedPage]) -> None:
    linked = weighed(pages)
    texts = {coded.page.id: coded.page.text for coded in pages}
    for group in linked.source_groups:
        for shared in group.shared:
            assert all(quote in texts[name] for name, quote in zip(shared.pages, shared.quotes, strict=True))
    known = {event.id for event in linked.events}
    known |= {one.id for coded in pages for one in (*coded.reports, *coded.figures, *coded.claims)}
    assert all(member in known for finding in linked.findings for member in finding.members)
