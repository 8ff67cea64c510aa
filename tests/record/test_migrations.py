"""Records as older versions wrote them, in `schemas`: tables in either dialect, and the rows of what is kept.

Each was written by the code of that version: three pages, one of them erased again, a rejection, two judgements, the
second in place of the first, and linked results.
"""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from crossreport.record import open_record
from crossreport.record.database import connect, writing
from crossreport.record.tables import SCHEMA_VERSION
from tests.builders import coded_of

SCHEMAS = Path(__file__).parent / "schemas"
OLD = range(1, SCHEMA_VERSION)
OTHER = "Shells fell on Dair Hamrin on Monday, killing 7 people, the governor said."


@pytest.fixture(params=OLD)
def old(request, address):
    """The address of a record of an older schema."""
    stored = json.loads((SCHEMAS / f"{request.param}.json").read_text(encoding="utf-8"))
    engine = connect(address)
    with writing(engine) as connection:
        for statement in stored["tables"][connection.dialect.name]:
            connection.execute(text(statement))
        for table, rows in stored["rows"].items():
            for row in rows:
                if table == "capture":
                    row["data"] = row["data"].encode()
                named = ", ".join(f'"{name}"' for name in row)
                given = ", ".join(f":{name}" for name in row)
                connection.execute(text(f"INSERT INTO {table} ({named}) VALUES ({given})"), row)
    engine.dispose()
    return address


def said(pages):
    """What the pages held at all versions: their text, and what was read from it where."""
    return [
        (one.page.name, one.page.text, [report.span for report in one.reports], [figure.best for figure in one.figures])
        for one in pages
    ]


def test_there_is_a_record_of_every_version():
    assert sorted(int(path.stem) for path in SCHEMAS.glob("*.json")) == list(OLD)


def test_an_old_record_opens_with_all_that_it_held(old):
    pages = [coded_of()[1], coded_of(OTHER, "b.txt")[1]]
    with open_record(old) as record:
        assert record.schema_version() == SCHEMA_VERSION
        assert record.verify() == []
        assert said(record.coded_pages()) == said(pages)
        assert [one.name for one in record.rejections()] == ["d.txt"]
        assert [one.id for one in record.judgements()] == ["judgement-2"]
        assert [one.id for one in record.judgements(superseded=True)] == ["judgement-1", "judgement-2"]
        assert [one.why for one in record.erasures()] == ["a witness asked for it"]
        assert len(record.linked().events) == 2
        assert [hit.name for hit in record.search("hamrin")] == ["b.txt"]
        assert record.search("ramla") == []


def test_it_goes_on_as_a_record_of_today(old):
    with open_record(old) as record:
        head = record.stamp()
        capture, coded = coded_of("Shells fell on Dair Sumr on Monday, killing 2 people, the governor said.", "e.txt")
        record.add_page(capture, coded)
        assert record.holds(head)
    with open_record(old) as record:
        assert record.verify() == []
        assert len(record.coded_pages()) == 3
        before = record.coded_pages()
        record.rebuild()
        assert record.coded_pages() == before


def test_a_migration_that_breaks_off_leaves_the_old_record(old, monkeypatch):
    def fail(*_args):
        raise RuntimeError("killed")

    monkeypatch.setattr("crossreport.record.derive.search.add", fail)
    with pytest.raises(RuntimeError, match="killed"):
        open_record(old)
    monkeypatch.undo()
    with open_record(old) as record:
        assert record.verify() == []
        assert len(record.coded_pages()) == 2
