"""Pages on Apache Spark: captures go out in waves, coded pages come back in the order of the captures.

The driver reads the inputs and writes the record; executors run `code_capture`, nothing else, and keep nothing. So a
page gives the same bytes here as in one process, and an executor that dies costs time only: Spark runs its slices again
elsewhere. A page that kills its process every time is found by halving its wave, and rejected.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Self

from crossreport.engines.local import PageTask, died
from crossreport.engines.spark import SparkTables, session
from crossreport.linking.tables import Tables
from crossreport.model import Capture, Rejection
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Coded
from crossreport.pipeline.page import code_capture

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SLICE = 8  # captures in a task: a second of work, so that slow pages even out
SLICES = 16  # tasks a core in a wave: the wait for the last one is a few in a hundred
WARM = "crossreport.engines.spark_daemon"


class SparkPages:
    """An engine of `pipeline.run` in a Spark session, opened with it and closed with it."""

    def __init__(self, master: str, task: PageTask = code_capture) -> None:
        self._master, self._task = master, task
        self._session: SparkSession | None = None

    def __enter__(self) -> Self:
        settings = {"spark.python.worker.reuse": "true"}
        if self._task is code_capture and sys.platform == "linux":
            settings["spark.python.daemon.module"] = WARM
        self._session = session(self._master, settings)
        self._session.sparkContext.setLogLevel("ERROR")
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            self._session.stop()

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        coming = iter(captures)
        size = SLICE * SLICES * max(1, self._spark().sparkContext.defaultParallelism)
        while wave := list(islice(coming, size)):
            yield from self._wave(wave, options)

    def tables(self) -> Tables:
        """Linking's tables, in the same session."""
        return SparkTables(self._spark())

    def _spark(self) -> "SparkSession":
        assert self._session is not None, "the engine is not open"
        return self._session

    def _wave(self, captures: list[Capture], options: Options) -> Iterator[Coded | Rejection]:
        from py4j.protocol import Py4JJavaError

        slices = -(-len(captures) // SLICE)
        try:
            work = self._spark().sparkContext.parallelize(captures, slices)
            yield from work.map(_Task(self._task, options)).collect()
        except Py4JJavaError:
            if len(captures) == 1:
                yield died(captures[0])
                return
            half = len(captures) // 2
            yield from self._wave(captures[:half], options)
            yield from self._wave(captures[half:], options)


class _Task:
    """The page task with its options, as it is sent to executors."""

    def __init__(self, task: PageTask, options: Options) -> None:
        self._task, self._options = task, options

    def __call__(self, capture: Capture) -> Coded | Rejection:
        return self._task(capture, self._options)
