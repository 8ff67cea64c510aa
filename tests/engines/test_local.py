import subprocess
import sys
import time
from pathlib import Path

import pytest

from crossreport.api import Reading
from crossreport.engines import local
from crossreport.engines.local import AHEAD, Processes, engine
from crossreport.model import Rejection
from crossreport.pipeline.options import Options
from crossreport.pipeline.run import InProcess, run
from crossreport.record import open_record
from crossreport.record.codec import canonical
from tests.builders import capture_of
from tests.engines import tasks
from tests.rooms import rooms

__all__ = ["rooms"]


def texts(count):
    pairs = [("Dair Alwan", number) for number in range(count)]
    return [f"Shells fell on {place} on Monday, killing {number} people, the governor said." for place, number in pairs]


def test_one_worker_is_this_process():
    assert isinstance(engine(1), InProcess)
    assert isinstance(engine(2), Processes)


def test_outcomes_come_in_order():
    captures = [capture_of(text, f"{number}.txt") for number, text in enumerate(texts(3 * AHEAD))]
    found = list(Processes(2, tasks.code).code(captures, Options()))
    assert [coded.capture.name for coded in found] == [capture.name for capture in captures]


def test_a_page_that_kills_its_process_is_rejected_and_the_rest_goes_on():
    captures = [capture_of(text, f"{number}.txt") for number, text in enumerate(["KILL", *texts(2), "KILL it"])]
    found = list(Processes(2, tasks.code).code(captures, Options()))
    assert [outcome.rule if isinstance(outcome, Rejection) else "read" for outcome in found] == [
        "failed:worker",
        "read",
        "read",
        "failed:worker",
    ]


@pytest.mark.usefixtures("rooms")
def test_workers_do_not_change_the_record():
    paths = [(f"{number}.txt", text) for number, text in enumerate(texts(6))]
    assert record_of(paths, InProcess()) == record_of(paths, Processes(2, tasks.code))


def record_of(paths, engine):
    with open_record(":memory:") as record:
        run(paths, Options(), record, engine=engine)
        return Reading(tuple(record.coded_pages()), record.linked(), None).jsonl(), record.head()


@pytest.mark.skipif(sys.platform != "linux", reason="memory is shared on Linux only")
def test_forked_workers_read_as_this_process_does():
    captures = [capture_of(text, f"{number}.txt") for number, text in enumerate(texts(4))]
    here = list(InProcess().code(captures, Options()))
    there = list(engine(2).code(captures, Options()))
    assert [canonical(coded.page) for coded in there] == [canonical(coded.page) for coded in here]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is shared on Linux only")
def test_what_a_user_changed_since_is_not_read_from_shared_memory(monkeypatch, tmp_path):
    monkeypatch.setattr(local, "_loaded", [])
    assert local._warm().get_start_method() == "forkserver"
    monkeypatch.setenv("CROSSREPORT_CACHE", str(tmp_path))
    assert local._warm().get_start_method() == "spawn"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_worker_outlives_a_run_that_is_killed():
    code = (
        "from tests.engines import tasks; from crossreport.engines.local import Processes;"
        "from crossreport.pipeline.options import Options; from tests.builders import capture_of;"
        "found = Processes(2, tasks.code).code((capture_of(f'{n}', f'{n}.txt') for n in range(50)), Options());"
        "next(found); print('on', flush=True); import time; time.sleep(60)"
    )
    run_ = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert run_.stdout.readline() == b"on\n"
    children = (Path("/proc") / str(run_.pid) / "task" / str(run_.pid) / "children").read_text().split()
    assert len(children) >= 2
    run_.kill()
    run_.wait()
    run_.stdout.close()
    until = time.monotonic() + 20
    while any((Path("/proc") / child).exists() for child in children) and time.monotonic() < until:
        time.sleep(0.1)
    assert not [child for child in children if (Path("/proc") / child).exists()]
