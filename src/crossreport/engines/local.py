"""Pages in this process, or in several on this machine: the same outcomes in the same order.

On Linux the workers are forked off a process that has loaded model, lexicons and gazetteer (`warm`) and does nothing
else: they share its memory, so that each costs little more than the pages it holds, and start at once.
"""

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from crossreport.model import Capture, Rejection
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Coded
from crossreport.pipeline.page import code_capture
from crossreport.pipeline.plan import page_version
from crossreport.pipeline.run import Engine, InProcess

AHEAD = 4  # captures in flight a worker: enough to keep it busy, few enough to keep memory flat

_FOLDERS = ("CROSSREPORT_CACHE", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME")  # where what a user added is looked for

PageTask = Callable[[Capture, Options], Coded | Rejection]


def engine(workers: int = 1) -> Engine:
    """An engine with that many workers; one means this process."""
    return InProcess() if workers == 1 else Processes(workers)


class Processes:
    """Worker processes. A page that kills its worker is rejected; the others go on."""

    def __init__(self, workers: int, task: PageTask = code_capture) -> None:
        self._workers, self._task = workers, task

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        waiting: deque[tuple[Capture, Future[Coded | Rejection]]] = deque()
        with _Pool(self._workers, self._task, options) as pool:
            for capture in captures:
                waiting.append((capture, pool.submit(capture)))
                if len(waiting) >= self._workers * AHEAD:
                    yield pool.outcome(*waiting.popleft())
            while waiting:
                yield pool.outcome(*waiting.popleft())

    def tables(self) -> None:
        """None: linking has its own."""


def died(capture: Capture) -> Rejection:
    """What becomes of a page whose process dies whenever it is read."""
    says = f"the process that read {capture.name!r} died, perhaps for want of memory; read it alone"
    return Rejection(capture.name, "failed:worker", says)


class _Pool:
    """A process pool that is made anew when a worker dies."""

    def __init__(self, workers: int, task: PageTask, options: Options) -> None:
        self._workers, self._task, self._options = workers, task, options
        self._context = _warm() if task is code_capture else multiprocessing.get_context("spawn")
        self._pool = self._started(workers)

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_error: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def submit(self, capture: Capture) -> "Future[Coded | Rejection]":
        try:
            return self._pool.submit(self._task, capture, self._options)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._started(self._workers)
            return self._pool.submit(self._task, capture, self._options)

    def outcome(self, capture: Capture, future: "Future[Coded | Rejection]") -> Coded | Rejection:
        """The result. When a worker died, its pool's pages are tried once more alone: one of them killed it."""
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(capture)

    def _alone(self, capture: Capture) -> Coded | Rejection:
        with self._started(1) as pool:
            try:
                return pool.submit(self._task, capture, self._options).result()
            except BrokenProcessPool:
                return died(capture)

    def _started(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=self._context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """No worker outlives the run: one whose parent was killed would wait for pages for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for, args=(parent.sentinel,), daemon=True).start()


def _wait_for(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


_loaded: list[
    tuple[str, ...]
] = []  # what the process with the shared memory was started with: it lasts as long as this


def _warm() -> BaseContext:
    """Where workers come from; from nothing where memory cannot be shared, or holds what a user has changed since."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    wanted = (page_version(), *(os.environ.get(name, "") for name in _FOLDERS))
    if not _loaded:
        _loaded.append(wanted)
    if _loaded != [wanted]:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crossreport.engines.warm"])
    return context
