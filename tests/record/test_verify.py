import pytest
from msgspec.structs import replace
from sqlalchemy import text

from crossreport.model import Claim, Span
from crossreport.record import RecordError, open_record
from crossreport.record.database import connect, writing
from crossreport.record.schema import prepare
from crossreport.record.tables import SCHEMA_VERSION
from tests.builders import coded_of, page_of

OTHER = "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said."


@pytest.fixture
def filled(record):
    record.add_page(*coded_of())
    record.add_page(*coded_of(OTHER, "b.txt"))
    return record


def change(address, statement, **values):
    engine = connect(address)
    with writing(engine) as connection:
        connection.execute(text(statement), values)
    engine.dispose()


def rules(record):
    return {fault.rule for fault in record.verify()}


def test_an_untouched_record_holds(filled):
    assert filled.verify() == []


def test_a_changed_entry_shows(filled, address):
    change(address, "UPDATE journal SET payload = replace(payload, 'governor', 'minister') WHERE seq = 1")
    assert "chain" in rules(filled)


def test_a_removed_entry_shows(filled, address):
    change(address, "DELETE FROM journal WHERE seq = 1")
    assert "chain" in rules(filled)


def test_changed_bytes_show(filled, address):
    change(address, "UPDATE capture SET data = :data", data=b"other")
    assert rules(filled) == {"capture"}


def test_lost_bytes_show(filled, address):
    change(address, "DELETE FROM capture")
    assert rules(filled) == {"capture"}


def test_a_lost_row_shows_and_rebuilding_brings_it_back(filled, address):
    change(address, "DELETE FROM mention WHERE kind = 'place'")
    assert rules(filled) == {"tables"}
    filled.rebuild()
    assert filled.verify() == []


def test_a_lost_page_shows_and_rebuilding_brings_it_back(filled, address):
    pages = filled.coded_pages()
    change(address, "DELETE FROM page")
    assert rules(filled) == {"tables"}
    filled.rebuild()
    assert filled.coded_pages() == pages


def test_a_passage_that_does_not_reread_shows(record):
    capture, coded = coded_of()
    bent = replace(coded.reports[0], evidence=(Span(0, 4, "Nome"),))
    record.add_page(capture, replace(coded, reports=(bent,)))
    (fault,) = record.verify()
    assert fault.rule == "passage"
    assert "evidence [0:4]" in fault.says


def test_a_dropped_passage_and_a_claim_must_reread_too(record):
    capture, coded = coded_of()
    page = page_of(capture)
    dropped = (replace(page.dropped[0], quote="Home | Shop"),)
    claim: Claim = replace(coded.claims[0], says="Nobody said this")
    record.add_page(capture, replace(coded, page=replace(page, dropped=dropped), claims=(claim,)))
    assert len(record.verify()) == 2


def test_rebuilding_changes_nothing_that_can_be_seen(filled):
    before = (filled.coded_pages(), filled.head(), filled.search("alwan"))
    filled.rebuild()
    assert (filled.coded_pages(), filled.head(), filled.search("alwan")) == before


@pytest.mark.usefixtures("filled")
def test_a_record_of_a_newer_schema_is_refused(address):
    change(address, "UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="schema 99"):
        open_record(address)


def test_an_old_schema_is_brought_up_step_by_step(filled, address):
    change(address, "UPDATE meta SET value = '0' WHERE key = 'schema'")
    steps = []
    engine = connect(address)
    with writing(engine) as connection:
        assert prepare(connection, {step: lambda _, step=step: steps.append(step) for step in range(SCHEMA_VERSION)})
        assert not prepare(connection, {})
    engine.dispose()
    assert steps == list(range(SCHEMA_VERSION))
    assert filled.schema_version() == SCHEMA_VERSION


def test_some_other_database_is_refused(address):
    change(address, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(RecordError, match="no record"):
        open_record(address)
