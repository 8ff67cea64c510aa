"""The real rooms together, over some of the sample pages."""

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import crossreport
from crossreport.record import open_record

SAMPLES = sorted(Path(str(files("crossreport").joinpath("samples", "pages"))).iterdir())
SOME = SAMPLES[2:6]


@pytest.fixture(scope="module")
def reading():
    return crossreport.read(*SOME)


def test_pages_add_up_to_events_with_reasons(reading):
    assert reading.summary.clean
    assert len(reading.pages) == len(SOME)
    assert reading.events
    assert all(event.reports and event.voices.pages >= 1 for event in reading.events)


def test_every_id_that_is_named_exists(reading):
    ids = [one.id for one in (*reading.pages, *reading.mentions, *reading.reports, *reading.figures, *reading.claims)]
    assert len(ids) == len(set(ids))
    known = {*ids, *(event.id for event in reading.events)}
    named = [id_ for event in reading.events for id_ in event.reports]
    named += [id_ for finding in reading.findings for id_ in finding.members]
    named += [id_ for report in reading.reports for id_ in report.figures]
    named += [id_ for claim in reading.claims for id_ in claim.about]
    assert [id_ for id_ in named if id_ not in known] == []


def test_every_report_is_in_one_event_and_every_page_in_one_source_group(reading):
    assert sorted(id_ for event in reading.events for id_ in event.reports) == sorted(r.id for r in reading.reports)
    grouped = [page for group in reading.linked.source_groups for page in group.pages]
    assert sorted(grouped) == sorted(page.id for page in reading.pages)


def test_the_record_verifies(tmp_path):
    crossreport.read(*SOME, record=tmp_path / "record.db")
    with open_record(tmp_path / "record.db") as record:
        assert record.verify() == []
        assert record.search("the")


def test_piece_by_piece_backwards_and_in_processes_is_the_same_record(reading, tmp_path):
    for path in reversed(SOME):
        piecemeal = crossreport.read(path, record=tmp_path / "record.db")
    assert piecemeal.jsonl() == reading.jsonl()
    assert crossreport.read(*SOME, workers=2).jsonl() == reading.jsonl()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_hash_order_and_locale_do_not_matter(reading, tmp_path, seed):
    path = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "crossreport.cli.main", "read", *map(str, SOME), "--jsonl", str(path), "--quiet"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Pacific/Auckland"}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert path.read_bytes() == reading.jsonl()


def test_a_page_read_alone_is_read_as_among_others(reading):
    alone = crossreport.read(SOME[0])
    whole = [json.loads(line) for line in reading.jsonl().splitlines()]
    for line in alone.jsonl().splitlines():
        record = json.loads(line)
        if record["record"] in ("mention", "event_report", "figure", "claim"):
            assert record in whole


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example("\ufeffKilled.\0\n" * 3)
@example("12 12 12 12\n\n" * 40)
@example("قتل خمسة أشخاص في قصف على حلب يوم الاثنين.\n" * 5)
@example("At least 9 were killed in \u202eAleppo\u202c 🚁 on Monday, the army said; " * 30)
@example(" ".join(["shelling"] * 600))
@example("“" * 300 + " said he.")
@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_no_text_makes_a_room_fail(tmp_path, text):
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode())
    rules = [rejection.rule for rejection in crossreport.read(path).summary.rejections]
    assert [rule for rule in rules if rule.startswith("failed")] == []
