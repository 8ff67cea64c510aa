"""Archives that were read to their end are not opened again; whatever stopped a run, the next one goes on."""

import pytest

from crossreport.intake import containers
from crossreport.model import Rejection
from crossreport.pipeline import parts
from crossreport.pipeline.options import Options
from crossreport.pipeline.run import run
from crossreport.record import open_record
from evals import containers as made
from tests.rooms import rooms_behind_intake

__all__ = ["rooms_behind_intake"]


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.warc.gz"
    path.write_bytes(made.zipped([*(made.warc_record(n) for n in range(6)), made.warc_record(2), picture()]))
    return path


def picture():
    return made.warc_record(9, b"\x89PNG....", media="image/png")


@pytest.fixture
def opened(monkeypatch):
    """The names of archives that were opened."""
    names = []
    read = containers.read_warc

    def watched(stream, name):
        names.append(name)
        yield from read(stream, name)

    monkeypatch.setattr(containers, "read_warc", watched)
    return names


def account(summary):
    return (
        summary.inputs,
        len(summary.read) + len(summary.duplicates) + len(summary.known),
        sorted((one.name, one.rule) for one in summary.rejections),
    )


@pytest.mark.usefixtures("rooms_behind_intake")
def test_an_archive_read_to_its_end_is_not_opened_again(record, archive, opened):
    first = run([archive], Options(), record)
    again = run([archive], Options(), record)
    assert opened == ["news.warc.gz"]
    assert account(again) == account(first)
    assert account(first)[0] == 8
    assert "other_media" in [rule for _, rule in account(first)[2]]
    assert again.seen == first.seen
    assert not again.read


@pytest.mark.usefixtures("rooms_behind_intake")
def test_it_is_opened_when_it_changed_or_is_to_be_read_otherwise(record, archive, opened):
    run([archive], Options(), record)
    run([archive], Options(published="2016-01-01"), record)
    run([archive], Options(again=True), record)
    archive.write_bytes(archive.read_bytes() + made.zipped([made.warc_record(7)]))
    changed = run([archive], Options(), record)
    assert opened == ["news.warc.gz"] * 4
    assert len(changed.read) >= 1


def test_a_stopped_run_leaves_no_mark_and_goes_on(rooms_behind_intake, tmp_path, archive, opened):
    class Stopped(BaseException):
        pass

    def stop(_outcome, seen=[]):  # noqa: B006 - counts over the calls
        seen.append(1)
        if len(seen) == 4:
            raise Stopped

    whole, cut = tmp_path / "whole.db", tmp_path / "cut.db"
    with open_record(cut) as record, pytest.raises(Stopped):
        run([archive], Options(), record, progress=stop)
    rooms_behind_intake.calls.clear()
    with open_record(cut) as record:
        stored = {coded.page.name for coded in record.coded_pages()}
        assert len(stored) >= 2
        run([archive], Options(), record)
        assert not stored & set(rooms_behind_intake.calls)
        went_on = record.head(), record.linked()
    with open_record(whole) as record:
        run([archive], Options(), record)
        assert went_on == (record.head(), record.linked())
    assert len(opened) == 3


@pytest.mark.usefixtures("rooms_behind_intake")
def test_bytes_behind_and_ahead_are_told(record, archive):
    told = []
    run([archive], Options(), record, passed=lambda done, whole: told.append((done, whole)))
    assert {whole for _, whole in told} == {archive.stat().st_size}
    assert [done for done, _ in told] == sorted(done for done, _ in told)


@pytest.mark.usefixtures("rooms_behind_intake")
def test_pages_about_something_else_are_counted_and_their_bytes_not_kept(monkeypatch, record, archive):
    def no_conflict(page):
        return Rejection(page.name, "not_conflict", "It is about cakes.") if "#3" in page.name else None

    monkeypatch.setattr(parts, "not_conflict", no_conflict)
    summary = run([archive], Options(relevance=True), record)
    (dropped,) = [one for one in summary.rejections if one.rule == "not_conflict"]
    assert record.rejected_capture(dropped.name) is None
    assert dropped in record.rejections()
    assert summary.inputs == 8
