"""kill -9 at random moments of judging and exporting: whatever was acknowledged is there, and nothing is half there.

20 moments a test; CROSSREPORT_KILLS gives another number (200 take some minutes).
"""

import json
import os
import random
import signal
import sys
import time

import pytest

from crossreport.cli.main import main
from crossreport.model import Judgement
from crossreport.record import Erasure, open_record
from tests.builders import coded_of, link_of

KILLS = int(os.environ.get("CROSSREPORT_KILLS", "20"))
PAGES = 4
LONGEST = 0.15  # seconds until a kill; a judgement takes milliseconds, an export tens of them

LOADED = 5.0  # seconds at most, where the machine is too loaded for anything to come through in LONGEST

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")


def text_of(number):
    return f"Shells fell on Dair Alwan on Monday, killing {number + 2} people, the governor said."


@pytest.fixture
def reports(address):
    """The reports of a record at `address`."""
    coded = [coded_of(text_of(number), f"{number}.txt") for number in range(PAGES)]
    with open_record(address) as record:
        for capture, one in coded:
            record.add_page(capture, one)
        record.replace_linked(link_of([one for _, one in coded]))
    return [one.reports[0].id for _, one in coded]


def moment(chance, turn, acknowledged, longest=LONGEST):
    """When to kill: within `longest`; later and later, if nothing came through in half of the turns."""
    late = 0 if acknowledged else max(0, turn - KILLS // 2)
    return chance.uniform(0, min(longest * 2**late, max(LOADED, longest)))


def killed_at(moment, work):
    """What `work` acknowledged until it was killed: it is called with a function that takes a line."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(lambda line: os.write(writing, f"{line}\n".encode()))
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as lines:
        said = lines.read().splitlines()
    assert os.WIFSIGNALED(status), said
    return said


def judging(address, reports, turn):
    def work(acknowledge):
        with open_record(address) as record:
            for number in range(10**6):
                ident = f"judgement-{turn}-{number}"
                subject = reports[number % len(reports)]
                record.judge(Judgement(ident, "accept", (subject,), "R. Coder", "2024-05-01", f"read {number} times"))
                acknowledge(ident)
                if number % 5 == 0:
                    record.replace_linked(link_of(record.coded_pages()))

    return work


def test_no_acknowledged_judgement_is_lost_and_none_is_half_there(address, reports):
    chance, acknowledged = random.Random(20160505), []
    for turn in range(KILLS):
        acknowledged += killed_at(moment(chance, turn, acknowledged), judging(address, reports, turn))
        with open_record(address) as record:
            assert record.verify() == []
            held = [one.id for one in record.judgements(superseded=True)]
            events = record.linked().events
        assert set(acknowledged) <= set(held)
        assert len(held) - len(acknowledged) <= turn + 1  # kept, and killed before it could say so
        assert [len(event.reports) for event in events] == [PAGES]
    assert acknowledged


def exporting(address, target):
    def work(acknowledge):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        for _ in range(10**6):
            main(["export", "jsonl", "--record", address, "-o", str(target)], standalone_mode=False)
            acknowledge("written")

    return work


@pytest.mark.usefixtures("reports")
def test_a_killed_export_leaves_the_file_as_it_was_or_whole(address, tmp_path):
    target, chance, written = tmp_path / "out.jsonl", random.Random(20160506), []
    began = time.monotonic()
    main(["export", "jsonl", "--record", address, "-o", str(target)], standalone_mode=False)
    longest = max(LONGEST, 3 * (time.monotonic() - began))  # so that some come through, however loaded the machine is
    whole = target.read_bytes()
    assert len([json.loads(line) for line in whole.splitlines()]) > PAGES
    for turn in range(KILLS):
        written += killed_at(moment(chance, turn, written, longest), exporting(address, target))
        assert target.read_bytes() == whole
    assert written
    with open_record(address) as record:
        assert record.verify() == []


def erasing(address, captures):
    def work(acknowledge):
        with open_record(address) as record:
            for capture in captures:
                record.erase(Erasure(capture, "R. Coder", "2024-05-01", "a witness asked for it"))
                acknowledge(capture)
            time.sleep(10)

    return work


def test_a_killed_erasure_is_done_or_not_done(address):
    chance, gone = random.Random(20160507), []
    for turn in range(KILLS):
        coded = [coded_of(text_of(100 * turn + number), f"{turn}-{number}.txt") for number in range(PAGES)]
        with open_record(address) as record:
            for capture, one in coded:
                record.add_page(capture, one)
        when = moment(chance, turn, gone, 2 * LONGEST)
        gone += killed_at(when, erasing(address, [capture.id for capture, _ in coded]))
        with open_record(address) as record:
            assert record.verify() == []
            erased = {one.capture for one in record.erasures()}
            assert set(gone) <= erased
            assert erased.isdisjoint(one.page.capture for one in record.coded_pages())
            assert all(record.capture(one) is None for one in erased)
    assert gone
