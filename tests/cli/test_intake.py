"""`crossreport intake`: the account of a record, its failures once more; fetching and keeping files on request."""

import json

import pytest


@pytest.fixture
def mixed(folder, rooms_behind_intake):
    assert rooms_behind_intake.calls == []
    (folder / "pages" / "c.txt").write_bytes((folder / "pages" / "a.txt").read_bytes())
    (folder / "pages" / "d.png").write_bytes(b"\x89PNG\r\n")
    return folder


def test_the_report_lists_each_input_that_was_not_read_and_sums_up(mixed, crossreport):
    assert mixed.is_dir()
    assert crossreport("read", "pages", "--quiet").exit_code == 1
    done = crossreport("intake", "report")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "duplicate: c.txt: has the bytes of a.txt"
    assert lines[1].startswith("rejected: d.png: ")
    assert lines[-1] == "4 inputs = 2 read + 1 rejected + 1 duplicate"
    assert "a.txt: read" in crossreport("intake", "report", "--all").stdout
    assert "c.txt" not in crossreport("intake", "report", "--rule", "binary").stdout


def test_the_report_as_json_lines_holds_the_facts_of_collection(mixed, crossreport):
    assert mixed.is_dir()
    crossreport("read", "pages", "--quiet", "--collector", "R. Coder")
    found = [json.loads(line) for line in crossreport("intake", "report", "--jsonl", "-").stdout.splitlines()]
    assert [one["outcome"] for one in found] == ["read", "read", "duplicate", "rejected"]
    assert found[0]["collection"]["collector"] == "R. Coder"


def test_a_retry_reads_what_can_be_read_now(mixed, crossreport):
    crossreport("read", "pages", "--quiet")
    assert crossreport("intake", "retry", "--quiet").exit_code == 1
    (mixed / "pages" / "d.png").write_text("Shells fell on Dair Ramla on Monday, killing 9 people, the governor said.")
    done = crossreport("intake", "retry", "--quiet")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 inputs = 1 read + 0 rejected + 0 duplicate")
    assert crossreport("intake", "report").stdout.splitlines()[-1] == "4 inputs = 3 read + 0 rejected + 1 duplicate"


def test_an_address_needs_fetch_and_says_so(mixed, crossreport):
    assert mixed.is_dir()
    done = crossreport("read", "https://example.org/story", "--quiet")
    assert done.exit_code == 1
    assert "--fetch" in done.stderr


def test_kept_files_are_verified_where_they_lie_beside_the_record(mixed, crossreport):
    crossreport("read", "pages", "--quiet", "--originals", "crossreport.db.originals")
    assert crossreport("verify").exit_code == 0
    kept = sorted(path for path in (mixed / "crossreport.db.originals").rglob("*") if path.is_file())
    assert len(kept) == 3
    kept[0].write_bytes(b"changed")
    done = crossreport("verify")
    assert done.exit_code == 1
    assert "original" in done.stderr


def test_files_kept_elsewhere_are_named_as_unchecked(mixed, crossreport):
    assert mixed.is_dir()
    crossreport("read", "pages", "--quiet", "--originals", "elsewhere")
    assert "--originals" in crossreport("verify").stderr
    assert crossreport("verify", "--originals", "elsewhere").exit_code == 0
