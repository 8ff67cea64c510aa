import json

import pytest

PAGE = "Shells hit the bread market of Azaz on 3 May 2016 and killed 12 people, the governor of the province said."
OTHER = "Gunmen attacked a checkpoint near Idlib on 2 May 2016 and killed 3 soldiers, the army said."
SIGNED = ("--by", "R. Haddad", "--on", "2016-06-01", "--why", "I read it")


@pytest.fixture
def lines(tmp_path, monkeypatch, crossreport):
    """A record of two pages; gives its lines of a kind."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(PAGE)
    (tmp_path / "pages" / "b.txt").write_text(OTHER)
    crossreport("read", "pages", "--quiet", "--published", "2016-05-04")

    def of(kind):
        crossreport("export", "jsonl", "-o", "out.jsonl")
        found = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
        return [line for line in found if line["record"] == kind]

    return of


def report_at(lines, place):
    (found,) = [one for one in lines("event_report") if one["place"] and one["place"]["name"] == place]
    return found


def test_a_rejected_report_is_left_out_everywhere_until_the_judgement_is_taken_back(lines, crossreport, tmp_path):
    before = lines("event")
    report = report_at(lines, "Azaz")
    done = crossreport("judge", "reject", report["id"], *SIGNED)
    assert done.exit_code == 0, done.stderr
    assert report["id"] not in [one["id"] for one in lines("event_report")]
    assert all(report["id"] not in one["reports"] for one in lines("event"))
    assert all(one["event_report"] != report["id"] for one in lines("figure"))
    assert (
        "left out by a person: 1 report: rejected by R. Haddad on 2016-06-01: I read it"
        in crossreport("export", "acled").stderr
    )
    crossreport("brief", "--markdown", "brief.md")
    assert "report left out: rejected by R. Haddad on 2016-06-01: I read it" in (tmp_path / "brief.md").read_text()
    crossreport("judge", "undo", done.stdout.split()[1], *SIGNED)
    assert lines("event") == before


def test_a_correction_shows_everywhere_with_who_and_when_and_what_the_machine_had(lines, crossreport, tmp_path):
    report = report_at(lines, "Azaz")
    (figure,) = [one for one in lines("figure") if one["id"] in report["figures"]]
    given = (report["id"], "status=alleged", "when=2016-05-02", "place=Manbij, Syria, settlement")
    assert crossreport("judge", "correct", *given, *SIGNED).exit_code == 0
    assert crossreport("judge", "correct", figure["id"], "best=14", "high=14", *SIGNED).exit_code == 0
    (now,) = [one for one in lines("event_report") if one["id"] == report["id"]]
    assert (now["status"], now["when"]["edtf"], now["place"]["name"]) == ("alleged", "2016-05-02", "Manbij")
    assert now["when"]["span"] == report["when"]["span"]
    says = [reason["says"] for reason in now["reasons"] if reason["rule"] == "corrected"]
    assert "status: alleged for happened, by R. Haddad on 2016-06-01: I read it" in says
    assert f"{figure['id']}, best: 14 for 12, by R. Haddad on 2016-06-01: I read it" in says
    (counted,) = [one for one in lines("figure") if one["id"] == figure["id"]]
    assert (counted["low"], counted["best"], counted["high"]) == (12.0, 14.0, 14.0)
    assert [one["was"] for one in lines("judgement") if one["subjects"] == [figure["id"]]] == [["12.0", "12.0"]]
    crossreport("brief", "--markdown", "brief.md")
    assert "status: alleged for happened" in (tmp_path / "brief.md").read_text()
    assert crossreport("verify").exit_code == 0


def test_a_second_judgement_on_the_same_must_supersede_the_first(lines, crossreport):
    report = report_at(lines, "Azaz")["id"]
    first = crossreport("judge", "correct", report, "status=alleged", *SIGNED).stdout.split()[1]
    again = ("judge", "correct", report, "status=denied", *SIGNED)
    refused = crossreport(*again)
    assert refused.exit_code == 2
    assert f"--supersedes {first}" in refused.stderr
    assert crossreport(*again, "--supersedes", first).exit_code == 0
    assert [one["status"] for one in lines("event_report") if one["id"] == report] == ["denied"]
    assert len(crossreport("judge", "list", "--all").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("accept", "nothing", *SIGNED), "'nothing'"),
        (("correct", "REPORT", "colour=red", *SIGNED), "fields of"),
        (("correct", "REPORT", "status=maybe", *SIGNED), "happened, ongoing"),
        (("correct", "REPORT", "status=happened", *SIGNED), "accept it instead"),
        (("correct", "REPORT", "when=3rd of May", *SIGNED), "write a day as"),
        (("correct", "REPORT", "place=Nowhere at all", *SIGNED), "places add"),
        (("correct", "REPORT", "place=San José", *SIGNED), "GeoNames id or the kind of one"),
        (("correct", "REPORT", "type=quarrel", *SIGNED), "codebook"),
        (("correct", "REPORT", "core=perhaps", *SIGNED), "yes or no"),
        (("correct", "REPORT", "status", *SIGNED), "FIELD=VALUE"),
        (("correct", "REPORT", "status=alleged"), "--by"),
        (("correct", "FIGURE", "best=a dozen", *SIGNED), "give a number"),
        (("correct", "FIGURE", "measure=harmed", *SIGNED), "killed, wounded"),
        (("list", "--blind", "first"), "--coder"),
    ],
)
def test_what_cannot_be_judged_is_a_clear_error_and_changes_nothing(lines, crossreport, given, says):
    report = report_at(lines, "Azaz")
    names = {"REPORT": report["id"], "FIGURE": report["figures"][0]}
    done = crossreport("judge", *(names.get(one, one) for one in given))
    assert done.exit_code == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert lines("judgement") == []


def test_who_did_it_to_whom_and_who_says_so_can_be_corrected(lines, crossreport, tmp_path):
    report = report_at(lines, "Azaz")
    given = (
        report["id"],
        "agent=Ahrar al-Sham; jabhat-al-nusra",
        "attribution=medic: a nurse",
    )
    done = crossreport("judge", "correct", *given, *SIGNED)
    assert done.exit_code == 0, done.stderr
    (now,) = [one for one in lines("event_report") if one["id"] == report["id"]]
    sides = [(one["role"], one["actor"]["id"]) for one in now["participants"]]
    assert sides[:2] == [("agent", "ahrar-al-sham"), ("agent", "jabhat-al-nusra")]
    assert [(one["speaker"], one["kind"]) for one in now["attribution"]] == [("a nurse", "medic")]
    assert all(one["span"]["quote"] for one in (*now["participants"], *now["attribution"]))
    says = [reason["says"] for reason in now["reasons"] if reason["rule"] == "corrected"]
    assert any(one.startswith("attribution: a nurse for ") for one in says)
    crossreport("brief", "--markdown", "brief.md")
    assert "Ahrar al-Sham" in (tmp_path / "brief.md").read_text()
    assert crossreport("verify", "--rebuild").exit_code == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("agent=Front of Nowhere", "crossreport actors add"),
        ("attribution=Somebody of Nowhere", "write KIND: NAME"),
        ("agent=;", "names nobody"),
    ],
)
def test_an_actor_that_nobody_knows_is_refused_with_a_way_out(lines, crossreport, change, says):
    done = crossreport("judge", "correct", report_at(lines, "Azaz")["id"], change, *SIGNED)
    assert done.exit_code == 2
    assert says in done.stderr


def test_the_outlets_own_voice_is_written_none(lines, crossreport):
    report = report_at(lines, "Azaz")
    assert crossreport("judge", "correct", report["id"], "attribution=none", *SIGNED).exit_code == 0
    (now,) = [one for one in lines("event_report") if one["id"] == report["id"]]
    assert now["attribution"] == []
