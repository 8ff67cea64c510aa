import json
import shutil

import pytest

from tests.cli.judged_pages import Pages, signed

NEW = "Aircraft bombed a bridge at Manbij on 3 May 2016 and wounded 5 people, residents said."


@pytest.fixture
def pages(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    found = Pages(tmp_path, crossreport)
    shutil.copy("a.db", "b.db")
    return found


@pytest.fixture
def differences(crossreport):
    """The differences from a.db to b.db, as lines."""

    def between(before="a.db", after="b.db"):
        done = crossreport("diff", before, after, "--json", "-")
        assert done.exit_code == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return between


def of(found, kind, what):
    return [one for one in found if (one["kind"], one["what"]) == (kind, what)]


def test_two_builds_of_the_same_pages_do_not_differ(pages, differences, crossreport):
    pages.read("c.db")
    assert differences("a.db", "c.db") == []
    assert "reports: 0 gone, 0 came, 0 changed" in crossreport("diff", "a.db", "c.db").stdout


def test_a_new_page_comes_with_its_reports_and_events_and_goes_the_other_way_round(pages, differences, tmp_path):
    (tmp_path / "pages" / "c.txt").write_text(NEW)
    pages.read("b.db")
    found = differences()
    (page,) = of(found, "page", "came")
    assert page["says"].endswith("c.txt")
    assert {one["now"] for one in of(found, "report", "came")} == {
        one["id"] for one in pages.lines("event_report", "b.db") if one["page"] == page["now"]
    }
    assert {tuple(one["reasons"]) for one in of(found, "report", "came")} == {("its page came",)}
    assert of(found, "event", "came")
    back = differences("b.db", "a.db")
    assert {(one["kind"], one["was"]) for one in back if one["what"] == "gone"} == {
        (one["kind"], one["now"]) for one in found if one["what"] == "came"
    }


def test_an_erased_page_goes_with_the_reason_of_its_erasure(pages, differences, crossreport):
    page = pages.report_at("Azaz")["page"]
    crossreport("erase", page, "--record", "b.db", *signed("A. Editor", why="a witness asked for it"))
    found = differences()
    why = "erased by A. Editor on 2016-06-01: a witness asked for it"
    assert [one["reasons"] for one in of(found, "page", "gone")] == [[why]]
    assert of(found, "report", "gone")[0]["reasons"] == [f"its page is gone: {why}"]
    assert of(found, "event", "gone")[0]["reasons"] == ["all its reports are gone"]


def test_a_correction_is_a_change_of_report_and_event_with_who_and_why(pages, differences, crossreport):
    report = pages.report_at("Azaz")["id"]
    crossreport("judge", "correct", report, "status=alleged", "--record", "b.db", *signed("R. Haddad"))
    found = differences()
    (changed,) = of(found, "report", "changed")
    assert changed["changes"] == [{"field": "status", "was": "happened", "now": "alleged"}]
    assert changed["reasons"] == ["status: alleged for happened, by R. Haddad on 2016-06-01: I read it"]
    (event,) = of(found, "event", "changed")
    assert {"field": "status", "was": "happened", "now": "alleged"} in event["changes"]
    assert event["reasons"] == changed["reasons"]
    assert [one["reasons"] for one in of(differences("b.db", "a.db"), "report", "changed")] == [
        [f"taken back: {changed['reasons'][0]}"]
    ]


def test_a_rejection_takes_report_and_event_away_with_who_and_why(pages, differences, crossreport):
    report = pages.report_at("Idlib")["id"]
    crossreport("judge", "reject", report, "--record", "b.db", *signed("R. Haddad"))
    (gone,) = of(differences(), "report", "gone")
    assert (gone["was"], gone["reasons"]) == (report, ["rejected by R. Haddad on 2016-06-01: I read it"])
    (back,) = of(differences("b.db", "a.db"), "report", "came")
    assert back["reasons"] == ["its rejection was taken back"]


def test_json_lines_compare_as_their_record_does(differences, crossreport, pages):
    report = pages.report_at("Azaz")["id"]
    crossreport("judge", "correct", report, "status=alleged", "--record", "b.db", *signed("R. Haddad"))
    crossreport("export", "jsonl", "--record", "b.db", "-o", "b.jsonl")
    assert differences("a.db", "b.jsonl") == differences()


@pytest.mark.usefixtures("pages")
def test_what_is_no_build_is_named(crossreport, tmp_path):
    (tmp_path / "notes.jsonl").write_text('{"record": "page", "id": 1}\n')
    for name, says in (("missing.db", "missing.db"), ("missing.jsonl", "missing.jsonl"), ("notes.jsonl", "line 1")):
        done = crossreport("diff", "a.db", name)
        assert done.exit_code == 2
        assert says in done.stderr
        assert "Traceback" not in done.stderr
