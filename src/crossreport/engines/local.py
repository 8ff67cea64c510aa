"""Pages in this process, or in several on this machine: the same outcomes in the same order."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from crossreport.model import Capture, Rejection
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Coded
from crossreport.pipeline.page import code_capture
from crossreport.pipeline.run import Engine, InProcess

AHEAD = 4  # captures in flight a worker: enough to keep it busy, few enough to keep memory flat


def engine(workers: int = 1) -> Engine:
    """An engine with that many workers; one means this process."""
    return InProcess() if workers == 1 else Processes(workers)


class Processes:
    """Spawned worker processes. A page that kills its worker is rejected; the others go on."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def code(self, captures: Iterable[Capture], options: Options) -> Iterator[Coded | Rejection]:
        """One outcome for each capture, in order."""
        waiting: deque[tuple[Capture, Future[Coded | Rejection]]] = deque()
        with _Pool(self._workers, options) as pool:
            for capture in captures:
                waiting.append((capture, pool.submit(capture)))
                if len(waiting) >= self._workers * AHEAD:
                    yield pool.outcome(*waiting.popleft())
            while waiting:
                yield pool.outcome(*waiting.popleft())


class _Pool:
    """A process pool that is made anew when a worker dies."""

    def __init__(self, workers: int, options: Options) -> None:
        self._workers, self._options = workers, options
        self._pool = _spawned(workers)

    def __enter__(self) -> "_Pool":
        return self

    def __exit__(self, *_error: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def submit(self, capture: Capture) -> "Future[Coded | Rejection]":
        try:
            return self._pool.submit(code_capture, capture, self._options)
        except BrokenProcessPool:
            self._pool = _spawned(self._workers)
            return self._pool.submit(code_capture, capture, self._options)

    def outcome(self, capture: Capture, future: "Future[Coded | Rejection]") -> Coded | Rejection:
        """The result; pages whose pool died are tried once more, each alone, to find the one that kills it."""
        try:
            return future.result()
        except BrokenProcessPool:
            with _spawned(1) as alone:
                try:
                    return alone.submit(code_capture, capture, self._options).result()
                except BrokenProcessPool:
                    says = "a worker process died on this page (out of memory?); try it alone with --workers 1"
                    return Rejection(capture.name, "failed:worker", says)


def _spawned(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
