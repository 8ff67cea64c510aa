import json

import pytest

from tests.cli.judged_pages import Pages


@pytest.fixture
def search(tmp_path, monkeypatch, crossreport):
    monkeypatch.chdir(tmp_path)
    Pages(tmp_path, crossreport)
    return lambda *given: crossreport("search", "--record", "a.db", *given)


def test_pages_come_with_the_lines_in_which_the_words_stand(search):
    done = search("BREAD", "azaz")
    assert done.exit_code == 0, done.stderr
    head, line, count = done.stdout.splitlines()
    assert "a.txt" in head
    assert "… Shells hit the bread market of Azaz on 3 May" in line
    assert count == "1 page"


def test_what_nobody_wrote_is_not_found(search):
    done = search("Manbij")
    assert (done.exit_code, done.stdout) == (0, "0 pages\n")


def test_a_part_of_the_pages_says_how_many_there_are(search):
    assert search("on", "--limit", "1", "--from", "2").stdout.splitlines()[-1] == "2 pages, 2 to 2 shown"


def test_json_lines_hold_all_passages(search):
    (hit,) = map(json.loads, search("--json", '"bread market"').stdout.splitlines())
    assert [span["quote"] for span in hit["spans"]] == ["bread market"]
