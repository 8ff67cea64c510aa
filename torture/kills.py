"""kill -9 at random moments of a run, until it comes through: nothing lost, nothing twice, the same record (R1).

Children are forked off this process, which has everything loaded: a kill costs the work that was under way, no more.
"""

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from torture import stories
from torture.trial import Trial

MOST_KILLS = 40  # of one run; then it is left alone: on a busy machine it might never come through


def trials(seed: int) -> Iterator[Trial]:
    """A trial is a kill; the record is compared each time a run has come through."""
    from crossreport.engines import warm  # noqa: F401  (children have it loaded)

    chance = random.Random(seed)
    inputs, work = stories.folder(), Path(tempfile.mkdtemp(prefix="torture-"))
    stories.read(inputs, work / "whole.db")
    began = time.monotonic()  # of a second run: the first has loaded what the children will find loaded
    stories.read(inputs, work / "again.db")
    length = time.monotonic() - began
    wanted, exported = stories.told(work / "whole.db"), (work / "whole.jsonl").read_bytes()
    number = 0
    while True:
        number += 1
        where = work / f"{number}.db"
        status = -signal.SIGKILL
        for kill in range(1, MOST_KILLS + 1):
            pause = chance.uniform(0, length)
            status = _run(inputs, where, pause)
            if status != -signal.SIGKILL:
                break
            yield Trial(f"run {number}, kill {kill} after {pause:.3f} s", _damage(where))
        if status == -signal.SIGKILL:
            status = _run(inputs, where, None)
        broke = f"ended with status {status}: {where}" if status else ""
        if not status and not (stories.told(where) == wanted and where.with_suffix(".jsonl").read_bytes() == exported):
            broke = f"another record: {where}"
        yield Trial(f"run {number} came through", broke)
        if not broke:
            for file in work.glob(f"{number}.*"):
                file.unlink()


def _run(inputs: Path, where: Path, pause: float | None) -> int:
    """The exit status of a run that is killed after a pause, if it has not ended; -9 if it was."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            stories.read(inputs, where)
            status = 0
        finally:
            os._exit(status)
    if pause is not None:
        time.sleep(pause)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _damage(where: Path) -> str:
    """What is wrong with a record that a killed run left; a copy is looked at, for looking may mend."""
    if not where.exists():
        return ""
    copy = where.with_name("copy.db")
    for file in where.parent.glob(f"{where.name}*"):
        shutil.copy(file, copy.with_name(file.name.replace(where.name, copy.name)))
    try:
        pages, *_, faults = stories.told(copy)
        if faults:
            return f"faults: {faults}"
        names = [name for name, *_ in pages]  # type: ignore[attr-defined]
        return "" if len(names) == len(set(names)) else f"a page twice: {names}"
    except Exception as error:  # whatever it is, it must not be
        return f"{type(error).__name__}: {error}"
    finally:
        for file in copy.parent.glob(f"{copy.name}*"):
            file.unlink()
