import hashlib

import pytest

from tests.cli.judged_pages import Pages, signed
from tests.record.authority import Authority


@pytest.fixture
def pages(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    return Pages(tmp_path, crossreport)


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"), "Stamps of the test")


def test_a_stamped_record_verifies_after_more_was_added_and_another_record_does_not(pages, crossreport, authority):
    assert crossreport("stamp", "head", "--record", "a.db").exit_code == 0
    authority.answer("head.tsq", "head.tsr")
    crossreport("judge", "accept", pages.report_at("Azaz")["id"], "--record", "a.db", *signed("R. Haddad"))
    checked = ("verify", "--stamp", "head.tsr", "--ca", authority.certificate)
    done = crossreport(*checked, "--record", "a.db")
    assert done.exit_code == 0, done.stderr
    assert "stamped: the first 2 entries were there on" in done.stdout
    (pages.folder / "pages" / "a.txt").write_text("Nothing happened at Azaz on 3 May 2016, the army said.")
    pages.read("b.db")
    done = crossreport(*checked, "--record", "b.db")
    assert done.exit_code == 1
    assert "is not the one that was stamped" in done.stderr


def test_a_stamp_over_something_else_is_refused(pages, crossreport, authority):
    crossreport("stamp", "head", "--record", "a.db")
    authority.answer("head.tsq", "head.tsr")
    text = (pages.folder / "head").read_text()
    (pages.folder / "head").write_text(text.replace(text[-9:], "01234567\n"))
    done = crossreport("verify", "--record", "a.db", "--stamp", "head.tsr", "--ca", authority.certificate)
    assert done.exit_code == 1
    assert "message imprint mismatch" in done.stderr


def test_the_head_and_its_request_are_never_overwritten(pages, crossreport):
    assert crossreport("stamp", "head", "--record", "a.db").exit_code == 0
    asked = hashlib.sha256((pages.folder / "head").read_bytes()).digest()
    assert asked in (pages.folder / "head.tsq").read_bytes()
    done = crossreport("stamp", "head", "--record", "a.db")
    assert done.exit_code == 2
    assert "head" in done.stderr


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("given", [("--stamp", "a.db"), ("--ca", "a.db")])
def test_a_stamp_and_its_authority_go_together(crossreport, given):
    assert crossreport("verify", "--record", "a.db", *given).exit_code == 2
