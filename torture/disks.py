"""A disk that is full after so many bytes: a clean error, a record that opens and holds, and the same end (R2).

The limit is the system's own on the size of files (`RLIMIT_FSIZE`): writes beyond it fail, wherever they come from.
"""

import os
import random
import resource
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

from torture import stories
from torture.trial import Trial

CLEAN, BROKEN = 3, 4


def trials(seed: int) -> Iterator[Trial]:
    """A trial is one limit: the run fails, then goes on with room enough."""
    from crossreport.engines import warm  # noqa: F401  (children have it loaded)

    chance = random.Random(seed)
    inputs, work = stories.folder(), Path(tempfile.mkdtemp(prefix="torture-"))
    stories.read(inputs, work / "whole.db")
    wanted, size = stories.told(work / "whole.db"), (work / "whole.db").stat().st_size
    number = 0
    while True:
        number += 1
        where, limit = work / f"{number}.db", chance.randrange(0, size * 2)
        status = _limited(inputs, where, limit)
        broke = "" if status in (0, CLEAN) else f"no clean error (status {status})"
        if not broke:
            try:
                stories.read(inputs, where)
                broke = "" if stories.told(where) == wanted else "another record after going on"
            except Exception as error:  # whatever it is, it must not be
                broke = f"cannot go on: {type(error).__name__}: {error}"
        yield Trial(f"files of at most {limit} bytes", broke)
        for file in work.glob(f"{number}.*"):
            file.unlink()


def _limited(inputs: Path, where: Path, limit: int) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from crossreport.record import RecordError

    child = os.fork()
    if child == 0:
        status = BROKEN
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            stories.read(inputs, where)
            status = 0
        except (OSError, RecordError, SQLAlchemyError):  # what the command line shows as one line
            status = CLEAN
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
