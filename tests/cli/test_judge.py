import json

import pytest

TWO = (
    "Shells hit the bread market of Azaz on 3 May 2016 and killed 12 people, the governor of the province said.",
    "Twelve people were killed on 3 May 2016 when shells struck the market of Azaz, a nurse told this paper.",
)
SIGNED = ("--by", "R. Haddad", "--on", "2016-06-01", "--why", "I read both")


@pytest.fixture
def read(tmp_path, monkeypatch, crossreport):
    """A record with two pages on one shelling; gives the events that it holds."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for number, text in enumerate(TWO):
        (tmp_path / "pages" / f"{number}.txt").write_text(text)
    crossreport("read", "pages", "--quiet", "--published", "2016-05-04")

    def events():
        crossreport("export", "jsonl", "-o", "out.jsonl")
        lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
        return [line for line in lines if line["record"] == "event"]

    return events


def test_a_split_holds_until_it_is_taken_back(read, crossreport):
    (event,) = [one for one in read() if len(one["reports"]) == 2]
    done = crossreport("judge", "split", event["id"], event["reports"][0], *SIGNED)
    assert done.exit_code == 0, done.stderr
    assert all(len(one["reports"]) == 1 for one in read())
    (parted,) = [one for one in read() if one["reports"] == event["reports"][:1]]
    assert ("judged", "kept apart by R. Haddad on 2016-06-01: I read both") in [
        (reason["rule"], reason["says"]) for reason in parted["reasons"]
    ]
    crossreport("read", "pages", "--quiet", "--published", "2016-05-04", "--again")
    assert all(len(one["reports"]) == 1 for one in read())
    name = crossreport("judge", "list").stdout.split()[0]
    assert crossreport("judge", "undo", name, *SIGNED).exit_code == 0
    assert event["id"] in [one["id"] for one in read()]
    assert len(crossreport("judge", "list", "--all").stdout.splitlines()) == 2
    assert crossreport("verify", "--rebuild").exit_code == 0


def test_a_merge_joins_what_the_machine_keeps_apart_and_a_contradiction_must_supersede(read, crossreport):
    (event,) = [one for one in read() if len(one["reports"]) == 2]
    split = crossreport("judge", "split", event["id"], event["reports"][0], *SIGNED).stdout.split()[1]
    apart = [one["id"] for one in read()]
    refused = crossreport("judge", "merge", *apart, *SIGNED)
    assert refused.exit_code == 2
    assert split in refused.stderr
    assert crossreport("judge", "merge", *apart, *SIGNED, "--supersedes", split).exit_code == 0
    (merged,) = read()
    assert merged["id"] == event["id"]
    assert "joined by R. Haddad" in crossreport("judge", "show", merged["id"]).stdout


@pytest.mark.parametrize(
    "arguments",
    [("merge", "nothing", "none"), ("split", "nothing", "none"), ("undo", "nothing"), ("show", "nothing")],
)
@pytest.mark.usefixtures("read")
def test_an_unknown_name_is_a_clear_error(crossreport, arguments):
    done = crossreport("judge", *arguments, *(SIGNED if arguments[0] != "show" else ()))
    assert done.exit_code == 2
    assert "'nothing'" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_id_from_before_a_merge_is_answered_with_the_event_of_now(read, crossreport):
    (event,) = [one for one in read() if len(one["reports"]) == 2]
    split = crossreport("judge", "split", event["id"], event["reports"][0], *SIGNED).stdout.split()[1]
    apart = [one["id"] for one in read()]
    merged = crossreport("judge", "merge", *apart, *SIGNED, "--supersedes", split)
    assert f"is now {event['id']}" in merged.stdout
    shown = crossreport("judge", "show", apart[0])
    assert shown.exit_code == 0
    assert shown.stderr == f"{apart[0]} is now {event['id']}\n"
    assert crossreport("weigh", apart[1]).exit_code == 0


def test_a_judgement_without_a_day_says_why_it_needs_one(read, crossreport):
    (event,) = [one for one in read() if len(one["reports"]) == 2]
    done = crossreport("judge", "split", event["id"], event["reports"][0], "--by", "R. Haddad", "--why", "I read both")
    assert done.exit_code == 2
    assert "No clock is read" in done.stderr
