import pytest

from crossreport.model import CodedPage, Judgement, Linked, Rejection
from crossreport.record import RecordError, open_record
from tests.builders import capture_of, code_of, coded_of, link_of, page_of, weigh_of

OTHER = "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said."


def test_a_page_comes_back_as_it_was_given(record):
    capture, coded = coded_of()
    record.add_page(capture, coded, version="v1", published="2015-09-23")
    assert record.coded_pages() == [coded]
    assert record.capture(capture.id) == capture
    assert record.state_of(capture.id).published == "2015-09-23"


def test_a_page_with_nul_characters_comes_back_whole(record):
    capture, coded = coded_of("Shells fell on Dair Alwan\0 on Monday, killing 4 people, the governor said.")
    record.add_page(capture, coded)
    assert record.coded_pages() == [coded]
    assert record.verify() == []


def test_an_empty_record_holds_nothing(record):
    assert record.coded_pages() == []
    assert record.linked() == Linked((), (), ())
    assert record.capture("sha256:0") is None
    assert record.state_of("sha256:0") is None
    assert record.verify() == []


def test_it_is_all_there_after_closing(address):
    capture, coded = coded_of()
    with open_record(address) as record:
        record.add_page(capture, coded)
        head = record.head()
    with open_record(address) as record:
        assert record.coded_pages() == [coded]
        assert record.head() == head


def test_a_new_coding_of_a_capture_takes_the_place_of_the_old(record):
    capture, coded = coded_of()
    record.add_page(capture, coded)
    bare = CodedPage(coded.page, (), (), (), ())
    record.add_page(capture, bare, through="reading")
    assert record.coded_pages() == [bare]
    assert record.coded_pages(through="coding") == []
    assert record.verify() == []


def test_the_same_bytes_under_a_new_name_are_one_page(record):
    capture, coded = coded_of(name="b.txt")
    record.add_page(capture, coded)
    renamed = capture_of(name="a.txt")
    record.add_page(renamed, code_of(page_of(renamed)))
    assert [page.page.name for page in record.coded_pages()] == ["a.txt"]
    assert record.capture(capture.id).name == "a.txt"


def test_pages_come_by_name_not_by_time(record):
    for name, text in (("b.txt", OTHER), ("a.txt", OTHER + " ")):
        record.add_page(*coded_of(text, name))
    assert [coded.page.name for coded in record.coded_pages()] == ["a.txt", "b.txt"]


def test_a_capture_must_be_what_its_id_says(record):
    capture, coded = coded_of()
    forged = capture_of(OTHER)
    with pytest.raises(ValueError, match="not the hash of its bytes"):
        record.add_page(type(capture)(capture.id, "a.txt", "text/plain", forged.data, "utf-8", "utf-8"), coded)
    assert record.coded_pages() == []


def test_nothing_of_a_page_stays_if_its_transaction_fails(record, monkeypatch):
    def fail(*_args):
        raise RuntimeError("killed")

    monkeypatch.setattr("crossreport.record.derive.search.add", fail)
    capture, coded = coded_of()
    head = record.head()
    with pytest.raises(RuntimeError, match="killed"):
        record.add_page(capture, coded)
    assert record.head() == head
    assert record.state_of(capture.id) is None
    assert record.verify() == []


def test_a_rejection_is_kept_once_and_goes_when_its_input_is_read(record):
    rejection = Rejection("a.txt", "empty", "nothing in it")
    record.add_rejection(rejection)
    head = record.head()
    record.add_rejection(rejection)
    assert record.rejections() == [rejection]
    assert record.head() == head
    record.add_page(*coded_of())
    assert record.rejections() == []


def test_linked_results_are_replaced_as_a_whole(record):
    _, coded = coded_of()
    first = weigh_of([coded], link_of([coded]))
    record.replace_linked(first)
    assert record.linked() == first
    record.replace_linked(Linked((), (), ()))
    assert record.linked() == Linked((), (), ())


def judgement(id_, supersedes=None):
    return Judgement(id_, "accept", ("event-1",), "R. Coder", "2024-05-01T10:00:00Z", "two sources", supersedes)


def test_a_judgement_is_superseded_never_overwritten(record):
    record.judge(judgement("j1"))
    record.judge(judgement("j2", supersedes="j1"))
    assert [held.id for held in record.judgements()] == ["j2"]
    assert [held.id for held in record.judgements(superseded=True)] == ["j1", "j2"]


@pytest.mark.parametrize(("id_", "supersedes"), [("j1", None), ("j3", "j1"), ("j3", "j9")])
def test_a_judgement_that_fits_nowhere_is_refused(record, id_, supersedes):
    record.judge(judgement("j1"))
    record.judge(judgement("j2", supersedes="j1"))
    with pytest.raises(ValueError, match=r"already|nothing to supersede"):
        record.judge(judgement(id_, supersedes))
    assert len(record.judgements(superseded=True)) == 2


def test_opening_a_record_writes_nothing(address):
    with open_record(address) as record, record._engine.connect() as other:
        other.exec_driver_sql("BEGIN IMMEDIATE" if record._engine.dialect.name == "sqlite" else "SELECT 1")
        with open_record(address) as reader:
            assert reader.coded_pages() == []


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(RecordError, match="there is no folder"):
        open_record(tmp_path / "missing" / "record.db")


def test_a_file_that_is_no_record_is_named(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("these are notes, not a database " * 100)
    with pytest.raises(RecordError, match=r"notes\.db"):
        open_record(path)


def test_a_password_is_not_shown():
    with pytest.raises(RecordError) as caught:
        open_record("mysql://me:secret@localhost/x")
    assert "secret" not in str(caught.value)
