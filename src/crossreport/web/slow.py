"""Work over the whole record, done once for each state of it, in the background: a view waits a little."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from typing import Any

PATIENCE = 4.0  # seconds
KEPT = 24  # results


class Slow:
    """Results by what they are of; those of an older state of the record go first."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, "slow")
        self._found: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, work: Callable[[], Any], patience: float = PATIENCE) -> Any | None:
        """What `work` gives; None if it is not done yet: ask again."""
        with self._lock:
            future = self._found.get(key)
            if future is None:
                future = self._found[key] = self._worker.submit(work)
                while len(self._found) > KEPT:
                    self._found.popitem(last=False)[1].cancel()
        try:
            return future.result(patience)
        except NotYet:
            return None

    def close(self) -> None:
        """Drop what has not begun, wait for what has."""
        self._worker.shutdown(cancel_futures=True)
