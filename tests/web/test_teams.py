"""Two people at two desks over one record, on SQLite and PostgreSQL; and a desk that is killed."""

import subprocess
import sys

import pytest

from crossreport.record import open_record
from crossreport.web import deciding
from crossreport.web.deciding import Refused
from tests.record.conftest import address  # noqa: F401 - the fixture: SQLite, PostgreSQL
from tests.rooms import PAGE_ROOMS, install
from tests.web import hand
from tests.web.conftest import TEXTS


@pytest.fixture
def desks(address, monkeypatch):  # noqa: F811
    install(monkeypatch, *PAGE_ROOMS)
    pages = hand.record_at(address, TEXTS, outlets=("Example Post", "Voice of the Coast"))
    one, other = hand.desk_at(address, "R. Haddad"), hand.desk_at(address, "N. Okoye")
    yield one, other, [page.reports[0].id for page in pages]
    one.close()
    other.close()


def states(desk):
    return [row[0] for row in desk.shelf().select("SELECT decision FROM report ORDER BY rowid")]


def test_each_sees_what_the_other_decides(desks):
    one, other, (first, second, third) = desks
    deciding.decide_one(one, "accept", first)
    deciding.decide_one(other, "correct", second, changes=[("status", "planned")])
    deciding.decide_many(one, "defer", [third], "later")
    assert states(one) == states(other) == ["accepted", "corrected", "deferred"]
    assert other.shelf().one("report", second)["status"] == one.shelf().one("report", second)["status"] == "planned"
    assert [made.by for made in other.made_since(0)] == ["R. Haddad", "N. Okoye", "R. Haddad"]


def test_nobody_overrules_what_they_did_not_see(desks):
    one, other, (first, *_) = desks
    made = deciding.decide_one(one, "accept", first, seen="")
    with pytest.raises(Refused, match=r"R\. Haddad decided on it meanwhile"):
        deciding.decide_one(other, "reject", first, seen="")
    assert deciding.decide_one(other, "reject", first, seen=made.id).supersedes == made.id
    with pytest.raises(Refused, match=r"N\. Okoye"):
        deciding.decide_one(one, "defer", first, seen=made.id)
    with pytest.raises(Refused, match="does not stand"):
        deciding.undo(one, made.id)


def test_events_linked_again_by_one_are_seen_by_the_other(desks):
    one, other, (*_, third) = desks
    before = [row[0] for row in other.shelf().select("SELECT id FROM event")]
    assert len(before) == 2
    deciding.decide_one(one, "reject", third)
    one.relink()
    assert len(other.shelf().select("SELECT id FROM event")) == 1  # the rejected report was all of its event
    with pytest.raises(Refused, match="look at the list"):
        deciding.merge(other, before, "they are one")


def test_views_work_on_either(desks):
    one, other, (first, *_) = desks
    client = hand.client_of(other)
    deciding.decide_one(one, "accept", first)
    for view in ("/queue?state=accepted", "/events", "/map", "/timeline", "/actors", "/sources", "/search?q=hamrin"):
        assert client.get(view).status_code == 200, view
    assert "1 page holds" in client.get("/search?q=hamrin").text
    assert "R. Haddad" in client.get("/queue?state=accepted").text


def test_nothing_that_was_answered_is_lost_when_the_app_is_killed(tmp_path):
    pages = hand.record_at(tmp_path / "r.db", TEXTS)
    assert pages
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.killed", str(tmp_path / "r.db"), "12"],
        capture_output=True, text=True, check=False, cwd=hand.ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("review: 12 kills")
    with open_record(tmp_path / "r.db") as record:
        assert record.verify() == []
