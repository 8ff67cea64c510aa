import subprocess
import sys
import time
from pathlib import Path

from crossreport.record import open_record

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30  # seconds


def start(*arguments):
    return subprocess.Popen([sys.executable, "-m", "tests.record.writer", *arguments], cwd=ROOT)


def test_a_killed_process_leaves_whole_pages(address):
    with open_record(address) as record:
        writer = start(address, "Alwan")
        deadline = time.monotonic() + PATIENCE
        while len(record.coded_pages()) < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
        writer.kill()
        writer.wait()
        assert len(record.coded_pages()) >= 3
        assert record.verify() == []


def test_processes_that_write_at_once_do_not_lose_or_mix_entries(address):
    with open_record(address) as record:
        writers = [start(address, mark, "15") for mark in ("Alwan", "Hamrin", "Ramla")]
        assert [writer.wait(PATIENCE) for writer in writers] == [0, 0, 0]
        assert len(record.coded_pages()) == 45
        assert record.verify() == []


def test_processes_that_open_a_new_record_at_once_make_one(address):
    writers = [start(address, mark, "1") for mark in ("Alwan", "Hamrin", "Ramla")]
    assert [writer.wait(PATIENCE) for writer in writers] == [0, 0, 0]
    with open_record(address) as record:
        assert len(record.coded_pages()) == 3
        assert record.verify() == []
