"""Lists kept beside a large record: found again as they were, brought up to date, not shown when they must not be."""

import sqlite3
import time
from contextlib import closing

import pytest

from crossreport.cli.serve import _Told
from crossreport.record import Erasure, open_record
from crossreport.web import desk as desks
from crossreport.web import kept, shelf
from crossreport.web.shelf import Shelf
from tests.web import hand
from tests.web.conftest import TEXTS


@pytest.fixture(autouse=True)
def every_list_is_kept(monkeypatch):
    monkeypatch.setattr(desks, "SWIFT", 0.0)


@pytest.fixture
def file(path, coded):  # noqa: ARG001 - the pages must be there first
    hand.desk_at(path).close()
    return path.with_name(f"{path.name}-lists")


@pytest.fixture
def unmade(monkeypatch):
    """Nobody makes a shelf: it can only come from the file."""

    def refuse(*_):
        raise AssertionError("the lists were made anew")

    monkeypatch.setattr(Shelf, "__init__", refuse)


def rows(desk):
    return [tuple(row) for row in desk.shelf().select("SELECT * FROM report ORDER BY rowid")]


def test_lists_are_found_again_as_they_were(path, file, unmade, monkeypatch):  # noqa: ARG001
    desk = hand.desk_at(path)
    found = rows(desk)
    assert hand.client_of(desk).get("/queue?words=hamrin").text.count('class="item"') == 1
    desk.close()
    file.unlink()
    monkeypatch.undo()
    desk = hand.desk_at(path)
    assert rows(desk) == found
    desk.close()


def test_what_was_decided_since_stands_in_them(path, coded, file, unmade):  # noqa: ARG001
    report = coded[0].reports[0].id
    for state in ("accept", "defer"):
        desk = hand.desk_at(path)
        answer = hand.client_of(desk).post("/judge", data={"report": report, "verdict": state, "back": "/queue"})
        assert answer.status_code == 303
        desk.close()
    desk = hand.desk_at(path)
    assert desk.shelf().one("report", report)["decision"] == "deferred"
    desk.close()


def test_a_page_that_was_read_since_is_shown_soon(path, coded, file):  # noqa: ARG001
    more = hand.record_at(path, [*TEXTS, "Shells fell on Dair Sumr on Monday, killing 2 people, the governor said."])
    desk = hand.desk_at(path)
    until = time.monotonic() + 20
    while desk.shelf().one("report", more[-1].reports[0].id) is None and time.monotonic() < until:
        time.sleep(0.05)
    assert desk.shelf().one("report", more[-1].reports[0].id) is not None
    desk.close()


def test_what_a_killed_process_left_half_written_is_cleared_away(path, file):
    left = file.with_name(f"{file.name}.999999999")
    left.write_bytes(file.read_bytes())
    file.unlink()
    hand.desk_at(path).close()
    assert file.exists()
    assert not left.exists()


def test_what_is_erased_is_gone_from_them(path, coded, file):
    stale = file.read_bytes()
    file.with_name(f"{file.name}.999999999").write_bytes(stale)
    with open_record(path) as record:
        record.erase(Erasure(coded[0].page.capture, "R. Haddad", "2026-01-01", "a witness asked for it"))
    assert list(file.parent.glob(f"{file.name}*")) == []
    file.write_bytes(stale)  # as a backup would bring it back
    desk = hand.desk_at(path)
    assert desk.shelf().one("report", coded[0].reports[0].id) is None
    assert coded[0].page.text.encode() not in file.read_bytes()
    desk.close()


@pytest.mark.parametrize("harm", ["UPDATE made SET layout = 'older'", "UPDATE made SET hash = 'x'", "DROP TABLE made"])
def test_lists_of_another_version_or_record_are_made_anew(path, file, harm):
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("DELETE FROM report")
        copy.execute(harm)
        copy.commit()
    desk = hand.desk_at(path)
    assert len(rows(desk)) == len(TEXTS)
    desk.close()


def test_a_file_that_is_no_database_is_made_anew(path, file):
    file.write_bytes(b"no database")
    desk = hand.desk_at(path)
    assert len(rows(desk)) == len(TEXTS)
    desk.close()
    assert kept.kept(file, desk.engine) is not None


def test_who_waits_for_the_lists_hears_how_far_they_are(path, coded, monkeypatch):
    told = []
    monkeypatch.setattr(shelf, "EACH", 1)
    desk = desks.Desk(str(path), "R. Haddad", lambda: "", lambda done, total: told.append((done, total)))
    desk.close()
    assert told == [(at, len(coded)) for at in range(len(coded))]
    desk = desks.Desk(str(path), "R. Haddad", lambda: "", lambda *_: told.append(None))
    desk.close()
    assert None not in told  # they were kept


def test_the_command_says_how_far_it_is_every_few_seconds(capsys, monkeypatch):
    monkeypatch.setattr("crossreport.cli.serve.EVERY", 0.0)
    _Told()(12_000, 57_459)
    assert "12,000 of 57,459 pages" in capsys.readouterr().err
    monkeypatch.setattr("crossreport.cli.serve.EVERY", 3600.0)
    _Told()(13_000, 57_459)
    assert capsys.readouterr().err == ""
