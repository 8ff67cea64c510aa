"""Kills a deciding app again and again, and looks whether all that it had answered is in the record.

python -m tests.web.killed RECORD KILLS
"""

import multiprocessing as mp
import os
import random
import signal
import sys
import time

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


def main(where, kills):
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
    print(f"{kills} kills, {answered} decisions answered, {lost} lost, {faults} faults")
    return 1 if lost or faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
