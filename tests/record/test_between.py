"""A stretch of days read alone: the same events, told by the same pages, as in the whole record."""

import pytest
from msgspec.structs import replace

from crossreport.model import Finding, Linked, SourceGroup, When
from crossreport.record import open_record
from tests.builders import coded_of, link_of

DAYS = ("2015-09-01", "2015-09-05", "2015-09-09", None)


def text_of(place):
    return f"Shells fell on Dair {place} on Monday, killing 4 people, the governor said."


@pytest.fixture
def filled(record):
    """Four events of a page each, on three days and on none; the second and third page are of one origin."""
    coded = [coded_of(text_of(place), f"{place}.txt") for place in ("Alwan", "Hamrin", "Ramla", "Sumr")]
    for capture, one in coded:
        record.add_page(capture, one)
    pages = [one for _, one in coded]
    linked = link_of(pages)
    by_report = {event.reports: event for event in linked.events}
    events = []
    for one, day in zip(pages, DAYS, strict=True):
        event = by_report[(one.reports[0].id,)]
        events.append(replace(event, when=When(day, day, day, "day", "told") if day else None))
    one_origin = SourceGroup("group-2", (pages[1].page.id, pages[2].page.id), "repost", None, ())
    single = [SourceGroup(f"group-{at}", (pages[at].page.id,), "single", None, ()) for at in (0, 3)]
    finding = Finding("finding-1", "agreement", (events[1].id,), "They agree.", ())
    other = Finding("finding-2", "agreement", (events[0].id,), "They agree.", ())
    record.replace_linked(Linked((single[0], one_origin, single[1]), tuple(events), (finding, other)))
    return record


def names(part):
    return [one.page.name for one in part.pages]


def test_a_day_holds_its_event_its_pages_and_those_of_one_origin_with_them(filled):
    part = filled.between("2015-09-04", "2015-09-06")
    assert names(part) == ["Hamrin.txt", "Ramla.txt"]
    assert [event.when.edtf for event in part.linked.events] == ["2015-09-05", "2015-09-09"]
    assert [group.id for group in part.linked.source_groups] == ["group-2"]
    assert [finding.id for finding in part.linked.findings] == ["finding-1"]
    assert (part.pages_beyond, part.events_beyond, part.undated) == (2, 2, 1)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2015-09-01", "2015-09-01", ["Alwan.txt"]),
        (None, "2015-09-04", ["Alwan.txt"]),
        ("2015-09-06", None, ["Hamrin.txt", "Ramla.txt"]),
        ("2015-09-10", None, []),
        (None, None, ["Alwan.txt", "Hamrin.txt", "Ramla.txt"]),
    ],
)
def test_both_days_are_included_and_either_can_be_open(filled, since, until, found):
    part = filled.between(since, until)
    assert names(part) == found
    assert len(part.pages) + part.pages_beyond == 4
    assert len(part.linked.events) + part.events_beyond == 4


def test_an_event_with_an_open_end_may_fall_into_any_later_day(record):
    capture, one = coded_of()
    record.add_page(capture, one)
    (event,) = link_of([one]).events
    since = When("2015-09-01/..", "2015-09-01", None, "year", "told")
    record.replace_linked(Linked((), (replace(event, when=since),), ()))
    assert names(record.between("2016-01-01", None)) == ["a.txt"]
    assert names(record.between(None, "2015-08-01")) == []


def test_the_newest_sure_day_is_that_of_the_pages(filled):
    assert filled.newest_day() == "2015-09-23"


def test_an_old_record_lists_its_members_when_it_is_opened(filled, address):
    with filled._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE linked_member")
        connection.exec_driver_sql("DROP TABLE event_time")
        connection.exec_driver_sql("UPDATE meta SET value = '4' WHERE key = 'schema'")
    with open_record(address) as record:
        assert names(record.between("2015-09-04", "2015-09-06")) == ["Hamrin.txt", "Ramla.txt"]


def test_events_of_a_stretch_are_counted(filled):
    assert filled.count_events() == 4
    assert filled.count_events("2015-09-04", "2015-09-06") == 1
    assert filled.count_events("2015-09-04") == 2
    assert filled.count_events(None, "2015-09-05") == 2
