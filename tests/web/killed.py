"""Kills a deciding app again and again, then exports and briefs, and looks whether anything was lost.

python -m tests.web.killed RECORD KILLS

Of decisions, all that were answered must be in the record. Of an export or a brief, the file must be the whole new one
or the former one, and the record as it was. Each is killed KILLS times, at random moments.
"""

import multiprocessing as mp
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from crossreport.cli.main import main as crossreport
from crossreport.export.formats import FORMATS
from crossreport.record import open_record
from crossreport.web import Desk, deciding

VERDICTS = ("accept", "reject", "defer", "accept", "correct")


def decide(where, turn, told):
    """Decide for ever; tell each judgement once it was made."""
    desk = Desk(where, "R. Haddad", lambda: f"2026-01-01T00:00:00.{time.time_ns()}Z")
    chance = random.Random(turn)
    reports = [row[0] for row in desk.shelf().select("SELECT id FROM report")]
    statuses = ("planned", "alleged", "ongoing")
    while True:
        verdict = chance.choice(VERDICTS)
        changes = [("status", chance.choice(statuses))] if verdict == "correct" else []
        try:
            made = deciding.decide_one(desk, verdict, chance.choice(reports), changes=changes)
        except deciding.Refused:  # the machine read that value already
            continue
        os.write(told, f"{made.id}\n".encode())


def killed_decisions(where, kills):
    chance, lost, answered, faults = random.Random(7), 0, 0, 0
    for turn in range(kills):
        read, write = os.pipe()
        child = mp.get_context("fork").Process(target=decide, args=(where, turn, write))
        child.start()
        os.close(write)
        heard = os.read(read, 1 << 16)  # the first answer: it works
        time.sleep(chance.random() * 0.12)
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        while block := os.read(read, 1 << 16):
            heard += block
        os.close(read)
        told = heard.decode().split("\n")[:-1]
        with open_record(where) as record:
            held = {one.id for one in record.judgements(superseded=True)}
            faults += len(record.verify())
        lost += len(set(told) - held)
        answered += len(told)
    print(f"review: {kills} kills, {answered} decisions answered, {lost} lost, {faults} faults")
    return lost + faults


def written(words):
    """Run a command of crossreport, in silence."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    crossreport(words, standalone_mode=False)


def forked(words):
    """The command in a process of its own; the process."""
    child = mp.get_context("fork").Process(target=written, args=(words,))
    child.start()
    return child


def killed_files(where, kills):
    """Kill what writes a file over an older one."""
    chance, torn, under_way, faults = random.Random(8), 0, 0, 0
    with open_record(where) as record:
        before = (record.last_entry(), len(record.judgements(superseded=True)))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "file"
        of = ["--record", where]
        commands = [["export", name, *of, "-o", str(target), "--names"] for name in FORMATS]
        commands += [["brief", *of, "--html", str(target)], ["brief", *of, "--markdown", str(target), "--one-page"]]
        whole = []
        for words in commands:
            began = time.monotonic()
            child = forked(words)
            child.join()
            whole.append((words, target.read_bytes(), time.monotonic() - began))
        for turn in range(kills):
            words, wanted, length = whole[turn % len(whole)]
            target.write_bytes(b"the former file")
            child = forked(words)
            time.sleep(chance.random() * length)
            os.kill(child.pid, signal.SIGKILL)
            child.join()
            under_way += child.exitcode == -signal.SIGKILL
            torn += target.read_bytes() not in (wanted, b"the former file")
            with open_record(where) as record:
                faults += len(record.verify()) if not turn % len(whole) else 0
                faults += before != (record.last_entry(), len(record.judgements(superseded=True)))
    print(f"files: {kills} kills, {under_way} of them under way, {torn} torn, {faults} faults")
    return torn + faults


def main(where, kills):
    return 1 if killed_decisions(where, kills) + killed_files(where, kills) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
