import json

import pytest


@pytest.fixture
def record(crossreport, folder):
    crossreport("read", "pages")
    return folder


@pytest.mark.usefixtures("rooms_behind_intake", "record")
def test_weigh_lists_events_and_rows(crossreport):
    listed = crossreport("weigh")
    assert listed.exit_code == 0
    assert "single source" in listed.stdout
    lines = crossreport("weigh", "--jsonl", "-").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert {row["record"] for row in rows} == {"voice_says"}
    shown = crossreport("weigh", rows[0]["event"])
    assert rows[0]["killed"][0] in shown.stdout


@pytest.mark.usefixtures("rooms_behind_intake", "record")
def test_a_source_that_is_not_there_is_named(crossreport):
    done = crossreport("weigh", "--without", "No Such Paper")
    assert done.exit_code == 2
    assert "no page is of 'No Such Paper'" in done.stderr
    assert crossreport("weigh", "nothing").exit_code == 2


@pytest.mark.usefixtures("rooms_behind_intake", "record")
def test_without_a_page_its_event_is_gone_from_table_and_brief(crossreport, folder):
    crossreport("read", "pages", "--jsonl", "all.jsonl")
    records = [json.loads(line) for line in (folder / "all.jsonl").read_text().splitlines()]
    page = next(each for each in records if each["record"] == "page" and each["name"].endswith("a.txt"))
    done = crossreport("weigh", "--without", page["id"])
    assert "nobody tells it" in done.stdout
    assert "+ 1 gone" in done.stdout
    assert crossreport("brief", "--markdown", "b.md", "--without", page["id"]).exit_code == 0
    text = (folder / "b.md").read_text()
    assert "Dair Hamrin" in text
    assert "Dair Alwan" not in text


@pytest.mark.usefixtures("rooms_behind_intake", "record")
def test_coverage_shows_outlets_events_and_lines(crossreport):
    assert "Events told" in crossreport("coverage").stdout
    assert "told" in crossreport("coverage", "--events").stdout
    lines = crossreport("coverage", "--jsonl", "-").stdout.splitlines()
    assert {json.loads(line)["record"] for line in lines} <= {"coverage", "source_link"}
    assert lines
