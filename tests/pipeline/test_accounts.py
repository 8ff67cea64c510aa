"""Nothing is lost in silence: every input of every run is in the record's account, and failures can be tried again."""

import json

import pytest

from crossreport.export.inputs import input_records
from crossreport.model import Duplicate
from crossreport.pipeline.options import Options
from crossreport.pipeline.retry import failures, retry
from crossreport.pipeline.run import run
from crossreport.record import Erasure, open_record
from evals import containers as made
from tests.rooms import rooms_behind_intake

__all__ = ["rooms_behind_intake"]


def text(number):
    return f"Shells fell on Dair Ramla on Monday, killing {number + 2} people, the governor said.\n"


def line(number):
    return json.dumps(made.c4_record(number) | {"text": text(number)})


def account(record):
    return {one["name"]: (one["outcome"], one["rule"]) for one in input_records(record)}


def quiet(_outcome):
    pass


@pytest.fixture
def folder(tmp_path):
    inputs = tmp_path / "in"
    inputs.mkdir()
    (inputs / "a.txt").write_text(text(1))
    (inputs / "b.txt").write_text(text(1))
    (inputs / "c.jsonl").write_text(line(2) + "\n{broken\n" + line(1) + "\n")
    (inputs / "d.txt").write_text(text(4) + "BOOM")
    (inputs / "e.png").write_bytes(b"\x89PNG\r\n")
    return inputs


@pytest.fixture
def done(rooms_behind_intake, record, folder):
    rooms_behind_intake.broken = {"grounding"}
    return run([folder], Options(), record)


def test_the_account_of_a_run_sums_up(done, record):
    found = account(record)
    assert found == {
        "a.txt": ("read", None),
        "b.txt": ("duplicate", None),
        f"c.jsonl#1 {made.address(2)}": ("read", None),
        "c.jsonl#2": ("rejected", "broken_record"),
        f"c.jsonl#3 {made.address(1)}": ("duplicate", None),
        "d.txt": ("rejected", "failed:grounding"),
        "e.png": ("rejected", "binary"),
    }
    assert done.inputs == len(found)


def test_reading_again_changes_no_account_and_no_journal(done, record, folder):
    before, head = account(record), record.head()
    assert run([folder], Options(), record).inputs == done.inputs
    assert (account(record), record.head()) == (before, head)


def test_a_failed_page_is_retried_from_its_kept_bytes(done, record, folder, rooms_behind_intake):
    assert done.rejections
    (folder / "d.txt").unlink()
    rooms_behind_intake.broken = set()
    rooms_behind_intake.calls.clear()
    summary = retry(record, Options(), rules=["failed:grounding"], progress=quiet)
    assert (summary.read, rooms_behind_intake.calls) == (["d.txt"], ["d.txt"])
    assert account(record)["d.txt"] == ("read", None)
    assert record.verify() == []


def test_a_retry_reads_the_failures_only_and_leaves_what_fails_again(done, record, folder, rooms_behind_intake):
    assert {one.name for one in failures(record)} == {"c.jsonl#2", "d.txt", "e.png"}
    lines = [line(2), line(7), line(1)]
    (folder / "e.png").write_text(text(9))
    rooms_behind_intake.calls.clear()
    summary = retry(record, Options(), progress=quiet)
    assert summary.read == ["e.png"]
    assert rooms_behind_intake.calls == ["d.txt", "e.png"]
    assert account(record)["c.jsonl#2"] == ("rejected", "broken_record")
    assert account(record)["d.txt"] == ("rejected", "failed:grounding")
    (folder / "c.jsonl").write_text("\n".join(lines))
    summary = retry(record, Options(), rules=["broken_record"], progress=quiet)
    assert summary.read == [f"c.jsonl#2 {made.address(7)}"]
    assert "c.jsonl#2" not in account(record)
    assert done.inputs == 7


def test_inputs_that_are_gone_keep_their_reason(done, record, folder):
    (folder / "e.png").unlink()
    summary = retry(record, Options(), rules=["binary"], progress=quiet)
    assert [one.rule for one in summary.rejections] == ["binary"]
    assert account(record)["e.png"] == ("rejected", "binary")
    assert done.inputs == 7


def test_a_page_found_under_a_smaller_name_keeps_the_old_one_as_duplicate(rooms_behind_intake, record, tmp_path):
    for name in ("m", "k"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(text(1))
    run([tmp_path / "m"], Options(), record)
    run([tmp_path / "k"], Options(), record)
    assert account(record) == {"k.txt": ("read", None), "m.txt": ("duplicate", None)}
    (duplicate,) = record.duplicates()
    assert duplicate == Duplicate("m.txt", duplicate.capture, "k.txt")
    assert rooms_behind_intake.calls == ["m.txt", "k.txt"]


def test_a_page_that_was_turned_away_can_be_erased(done, record):
    (rejection,) = [one for one in record.rejections() if one.name == "d.txt"]
    assert record.rejected_capture("d.txt").data.endswith(b"BOOM")
    record.erase(Erasure(rejection.capture, "R. Coder", "2024-05-01", "a witness asked for it"))
    assert "d.txt" not in account(record)
    assert record.rejected_capture("d.txt") is None
    assert record.verify() == []
    record.rebuild()
    assert "d.txt" not in account(record)
    assert done.inputs == 7


def test_accounts_survive_a_rebuild(done, record):
    before = account(record)
    record.rebuild()
    assert (account(record), record.verify()) == (before, [])
    assert done.inputs == 7


def test_input_files_are_kept_whole_by_their_hash(rooms_behind_intake, folder, tmp_path):
    kept = tmp_path / "kept"
    with open_record(tmp_path / "r.db") as record:
        run([folder], Options(originals=str(kept)), record)
        run([folder], Options(originals=str(kept)), record)
        originals = record.originals()
        assert {one.name for one in originals} == {"a.txt", "c.jsonl", "d.txt", "e.png"}  # b.txt has a.txt's bytes
        from crossreport.record import Originals

        files = Originals(kept)
        assert all(files.path_of(one.id).stat().st_size == one.size for one in originals)
        assert list(files.faults(originals)) == []
        (sources, _), *_ = [pair for pair in record.sources() if pair[0].name.startswith("c.jsonl")]
        assert files.path_of(sources.collection.container).read_bytes() == (folder / "c.jsonl").read_bytes()
        files.path_of(originals[0].id).write_bytes(b"changed")
        files.path_of(originals[1].id).unlink()
        assert sorted(fault.subject for fault in files.faults(originals)) == sorted(one.id for one in originals[:2])
        assert list(kept.rglob(".new-*")) == []
    assert rooms_behind_intake.calls
