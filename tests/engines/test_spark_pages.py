"""Pages and linking on executors that are processes of their own: the record is the local engine's, byte for byte."""

import os
import shutil
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from crossreport.api import Reading
from crossreport.engines.spark_pages import SparkPages
from crossreport.pipeline.options import Options
from crossreport.pipeline.run import InProcess, run
from crossreport.record import open_record

pytestmark = pytest.mark.spark

CLUSTER = "local-cluster[2,1,1024]"
PLACES = ("Aleppo", "Idlib", "Hama", "Homs")
BACKEND = b"CoarseGrainedExecutorBackend"


@pytest.fixture(scope="module")
def cluster():
    pytest.importorskip("pyspark", reason="pyspark is absent: install the spark extra")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    with SparkPages(CLUSTER) as engine:
        engine._spark().conf.set("spark.sql.shuffle.partitions", "2")
        yield engine


@pytest.fixture
def folder(tmp_path):
    """Pages of several places and days, with a copy."""
    for number in range(40):
        place, day = PLACES[number % 4], 3 + number % 5
        text = (
            f"{place.upper()}, {day} May 2016 - Shells fell on a market in {place} on Tuesday, killing {number + 2} "
            f"people and wounding dozens, the governor said. Rebels denied that they had fired in week {number}.\n"
        )
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "copy.txt").write_text((tmp_path / "07.txt").read_text(encoding="utf-8") + "\nRead more\n")
    return tmp_path


def record_of(paths, engine, stop_after=None):
    with open_record(":memory:") as record:
        summary = run(paths, Options(stop_after=stop_after), record, engine=engine)
        assert not summary.failures
        return Reading(tuple(record.coded_pages()), record.linked(), None).jsonl(), record.head()


def executors(application):
    """The executors of one application, by process id."""
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            said = (folder / "cmdline").read_bytes() if folder.name.isdecimal() else b""
            if BACKEND in said and application.encode() in said and b"java" in said.split(b"\0")[0]:
                yield int(folder.name)


def kill_one(context, killed):
    """Kill an executor as soon as a slice of pages is done and another is not."""
    until = time.monotonic() + 120
    while time.monotonic() < until and not killed:
        tracker = context.statusTracker()
        for stage in tracker.getActiveStageIds():
            info = tracker.getStageInfo(stage)
            if info is not None and 0 < info.numCompletedTasks < info.numTasks:
                first = min(executors(context.applicationId))
                os.kill(first, signal.SIGKILL)
                killed.append(first)
                return
        time.sleep(0.02)


def test_executors_give_the_record_of_this_process(cluster, folder, caplog):
    few = sorted(folder.glob("*"))[::14]
    assert record_of(few, cluster) == record_of(few, InProcess())
    assert "in this process" not in caplog.text


def test_an_executor_that_is_killed_changes_nothing(cluster, folder):
    here = record_of([folder], InProcess(), "coding")
    context = cluster._spark().sparkContext
    assert len(set(executors(context.applicationId))) == 2
    killed = []
    watcher = threading.Thread(target=kill_one, args=(context, killed))
    watcher.start()
    there = record_of([folder], cluster, "coding")
    watcher.join()
    assert killed, "no executor was killed in mid-run"
    assert there == here
