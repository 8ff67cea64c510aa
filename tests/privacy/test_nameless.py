"""A copy without private names is a record like any other, and names nobody whom the record withholds."""

from importlib.resources import files

import pytest

from crossreport.record import open_record

PAGES = files("crossreport") / "samples" / "pages"
PRIVATE = ("Mahmoud al-Sari", "al-Sari", "Halima Abdelkarim", "Halabi")


@pytest.fixture
def copied(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    assert crossreport("read", PAGES, "--quiet").exit_code == 0
    with open_record("crossreport.db") as record:
        report = record.report_ids()[0]
    why = "so says Halima Abdelkarim"
    judged = crossreport("judge", "accept", report, "--by", "R. Haddad", "--on", "2026-01-01", "--why", why)
    assert judged.exit_code == 0, judged.stderr
    done = crossreport("copy", "copy.db")
    assert done.exit_code == 0, done.stderr
    return done


def test_it_names_no_private_person_anywhere_in_the_file(copied, tmp_path):
    assert "names of private persons blocked out: 3" in copied.stdout
    whole, copy = (tmp_path / "crossreport.db").read_bytes(), (tmp_path / "copy.db").read_bytes()
    for name in PRIVATE:
        assert name.encode() in whole
        assert name.encode() not in copy


@pytest.mark.usefixtures("copied")
def test_it_verifies_and_holds_the_same_events_and_judgements():
    with open_record("crossreport.db") as record, open_record("copy.db") as copy:
        assert copy.verify() == []
        pairs = list(zip(record.coded_pages(), copy.coded_pages(), strict=True))
        assert [len(one.page.text) for one, _ in pairs] == [len(other.page.text) for _, other in pairs]
        assert [event.id for event in record.linked().events] == [event.id for event in copy.linked().events]
        assert [(one.verdict, one.by) for one in copy.judgements()] == [("accept", "R. Haddad")]
        assert "█" in copy.judgements()[0].why
        assert record.search("Halima Abdelkarim")
        assert not copy.search("Halima Abdelkarim")


@pytest.mark.usefixtures("copied")
def test_it_is_written_into_a_new_record_only(crossreport):
    again = crossreport("copy", "copy.db")
    assert again.exit_code != 0
    assert "new record" in again.stderr
