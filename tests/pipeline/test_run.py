import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from crossreport.api import Reading
from crossreport.model import Linked
from crossreport.pipeline.options import Options
from crossreport.pipeline.plan import PlanError
from crossreport.pipeline.run import run
from crossreport.record import Erasure, open_record
from tests import builders

ONE = ("a.txt", "Shells fell on Dair Alwan on Monday, killing 4 people, the governor said.")
TWO = ("b.txt", "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said.")
BAD = ("bad.txt", "BOOM on Dair Alwan on Monday, killing 4 people, the governor said.")
COPY = ("c.txt", ONE[1])
LOST = ("lost.txt", None)
EMPTY = ("void.txt", " ")


def jsonl(record):
    return Reading(tuple(record.coded_pages()), record.linked(), None).jsonl()


@pytest.mark.usefixtures("rooms")
def test_every_input_is_accounted_for(record):
    summary = run([ONE, TWO, COPY, LOST, EMPTY], Options(), record)
    assert summary.inputs == 5
    assert summary.read == ["a.txt", "b.txt"]
    assert [duplicate.name for duplicate in summary.duplicates] == ["c.txt"]
    assert [rejection.rule for rejection in summary.rejections] == ["unreadable", "empty"]
    assert not summary.clean
    assert [rejection.name for rejection in record.rejections()] == ["lost.txt", "void.txt"]


@pytest.mark.parametrize("room", ["reading", "language", "grounding", "coding"])
def test_a_failing_room_costs_its_page_only(rooms, record, room):
    rooms.broken = {room}
    summary = run([BAD, ONE], Options(), record)
    (rejection,) = summary.rejections
    assert (rejection.name, rejection.rule) == ("bad.txt", f"failed:{room}")
    assert "fell over" in rejection.says
    assert "\n" not in rejection.says
    assert summary.read == ["a.txt"]
    assert len(record.linked().events) == 1


@pytest.mark.parametrize(("room", "events"), [("linking", 0), ("weighing", 1)])
def test_pages_stay_if_the_rooms_over_all_pages_fail(rooms, record, room, events):
    rooms.broken = {room}
    summary = run([BAD, ONE], Options(), record)
    assert [failure.rule for failure in summary.failures] == [f"failed:{room}"]
    assert not summary.clean
    assert len(record.coded_pages()) == 2
    assert len(record.linked().events) == events


def test_reading_twice_adds_nothing(rooms, record):
    run([ONE, TWO], Options(), record)
    before, head = jsonl(record), record.head()
    summary = run([ONE, TWO], Options(), record)
    assert [known.name for known in summary.known] == ["a.txt", "b.txt"]
    assert summary.inputs == 2
    assert (jsonl(record), record.head()) == (before, head)
    assert rooms.calls == ["a.txt", "b.txt"]


def test_again_reads_anew_to_the_same_record(rooms, record):
    run([ONE], Options(), record)
    before = jsonl(record)
    run([ONE], Options(again=True), record)
    assert rooms.calls == ["a.txt", "a.txt"]
    assert jsonl(record) == before


def test_another_version_of_the_rooms_reads_anew(rooms, record, monkeypatch):
    run([ONE], Options(), record)
    monkeypatch.setattr("crossreport.pipeline.run.page_version", lambda _own: "newer")
    run([ONE], Options(), record)
    assert rooms.calls == ["a.txt", "a.txt"]


def test_a_day_given_once_stays(rooms, record):
    run([ONE], Options(published="2016-01-02"), record)
    run([ONE], Options(), record)
    assert record.coded_pages()[0].page.published.edtf == "2016-01-02"
    run([ONE], Options(published="2016-01-03"), record)
    assert record.coded_pages()[0].page.published.edtf == "2016-01-03"
    assert rooms.calls == ["a.txt", "a.txt"]


@pytest.mark.usefixtures("rooms")
def test_a_shorter_run_is_taken_further(record):
    run([ONE], Options(stop_after="reading"), record)
    assert record.coded_pages()[0].mentions == ()
    run([ONE], Options(stop_after="grounding"), record)
    assert record.coded_pages()[0].mentions != ()
    assert record.linked() == Linked((), (), ())
    run([ONE], Options(), record)
    assert len(record.linked().events) == 1
    summary = run([ONE], Options(stop_after="reading"), record)
    assert len(summary.known) == 1
    assert record.coded_pages()[0].reports != ()


@pytest.mark.usefixtures("rooms")
def test_a_run_to_intake_or_language_hands_out_what_it_saw(record):
    assert [capture.name for capture in run([ONE], Options(stop_after="intake"), record).captures] == ["a.txt"]
    assert record.coded_pages() == []
    assert len(run([ONE], Options(stop_after="language"), record).analyses) == 1


@pytest.mark.usefixtures("rooms")
def test_linking_may_be_the_last_room(record):
    run([ONE], Options(stop_after="linking"), record)
    assert len(record.linked().events) == 1
    assert record.linked().findings == ()


@pytest.mark.usefixtures("rooms")
def test_no_such_room(record):
    with pytest.raises(PlanError, match="no room"):
        run([ONE], Options(stop_after="cooking"), record)


@pytest.mark.usefixtures("rooms")
def test_progress_hears_of_every_input(record):
    heard = []
    run([ONE, COPY, LOST, TWO], Options(), record, progress=heard.append)
    assert len(heard) == 4


@pytest.mark.usefixtures("rooms")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.permutations([ONE, TWO, COPY, LOST, BAD]), st.integers(0, 5))
def test_neither_order_nor_batches_change_the_record(order, cut):
    with open_record(":memory:") as straight, open_record(":memory:") as shuffled:
        run([ONE, TWO, BAD, LOST, COPY], Options(), straight)
        run(order[:cut], Options(), shuffled)
        run(order[cut:], Options(), shuffled)
        assert jsonl(shuffled) == jsonl(straight)
        assert shuffled.rejections() == straight.rejections()
        assert shuffled.verify() == []


@pytest.mark.usefixtures("rooms")
def test_a_killed_run_goes_on_where_it_stopped(record, rooms):
    def kill(outcome):
        if getattr(outcome, "page", None):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([ONE, TWO], Options(), record, progress=kill)
    assert [coded.page.name for coded in record.coded_pages()] == ["a.txt"]
    summary = run([ONE, TWO], Options(), record)
    assert (len(summary.known), summary.read) == (1, ["b.txt"])
    assert rooms.calls == ["a.txt", "b.txt"]


@pytest.mark.usefixtures("rooms")
def test_a_file_name_that_is_no_text_is_shown_with_escapes(record):
    summary = run([("odd-\udcff.txt", ONE[1]), ("\udcff", None)], Options(), record)
    assert summary.read == ["odd-\\udcff.txt"]
    assert summary.rejections[0].name == "\\udcff"
    assert record.verify() == []


def test_a_page_that_the_record_refuses_is_rejected(rooms, record, monkeypatch):
    monkeypatch.setattr("crossreport.pipeline.parts.read", lambda capture, _: page_with_broken_text(capture))
    summary = run([ONE], Options(), record)
    assert [rejection.rule for rejection in summary.rejections] == ["failed:record"]
    assert record.coded_pages() == []
    assert rooms.calls == []


@pytest.mark.usefixtures("rooms")
def test_what_was_erased_is_not_read_again(record):
    run([ONE, TWO], Options(), record)
    (page, _) = record.coded_pages()
    record.erase(Erasure(page.page.capture, "R. Coder", "2024-05-01", "a witness asked for it"))
    summary = run([ONE, TWO], Options(), record)
    (rejection,) = summary.rejections
    assert (rejection.name, rejection.rule) == ("a.txt", "erased")
    assert "a witness asked for it" in rejection.says
    assert len(record.linked().events) == 1


def page_with_broken_text(capture):
    return replace(builders.page_of(capture), title="\udcff")
