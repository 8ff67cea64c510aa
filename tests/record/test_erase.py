import pytest
from sqlalchemy import text

from crossreport.model import Linked
from crossreport.record import Erasure, open_record
from crossreport.record.database import connect, writing
from tests.builders import coded_of, link_of

SECRET = "Shells fell on Dair Ramla on Monday, killing 4 people, the governor said."


@pytest.fixture
def erasure():
    return Erasure(coded_of(SECRET, "s.txt")[0].id, "R. Coder", "2024-05-01", "a witness asked for it")


@pytest.fixture
def filled(record):
    pages = [coded_of(), coded_of(SECRET, "s.txt"), coded_of(SECRET, "r.txt")]
    for capture, coded in pages:
        record.add_page(capture, coded)
    record.replace_linked(link_of([coded for _, coded in pages]))
    return record


def test_what_was_erased_is_gone_and_the_chain_holds(filled, erasure):
    filled.erase(erasure)
    assert [coded.page.name for coded in filled.coded_pages()] == ["a.txt"]
    assert filled.capture(erasure.capture) is None
    assert filled.search("ramla") == []
    assert filled.linked() == Linked((), (), ())
    assert filled.erasures() == [erasure]
    assert filled.verify() == []


def test_rebuilding_does_not_bring_it_back(filled, erasure):
    filled.erase(erasure)
    filled.rebuild()
    assert [coded.page.name for coded in filled.coded_pages()] == ["a.txt"]
    assert filled.erasures() == [erasure]
    assert filled.verify() == []


def test_no_byte_of_it_stays_in_the_files_of_sqlite(erasure, tmp_path):
    with open_record(tmp_path / "record.db") as record:
        record.add_page(*coded_of(SECRET, "s.txt"))
        assert mentioned(tmp_path)
        record.erase(erasure)
        assert not mentioned(tmp_path)


def mentioned(folder):
    return [path.name for path in folder.glob("record.db*") if b"ramla" in path.read_bytes().lower()]


def test_nothing_else_can_be_erased(filled):
    with pytest.raises(ValueError, match="no capture"):
        filled.erase(Erasure("sha256:0", "R. Coder", "2024-05-01", "no reason"))


def test_a_payload_that_goes_without_an_erasure_shows(filled, address):
    engine = connect(address)
    with writing(engine) as connection:
        connection.execute(text("UPDATE journal SET payload = NULL WHERE seq = 2"))
    engine.dispose()
    assert [(fault.rule, fault.subject) for fault in filled.verify()] == [("chain", "entry 2")]
