"""Crossreport: raw, partisan conflict reporting into a sourced, auditable record.

>>> import crossreport
>>> reading = crossreport.read("pages/")                        # doctest: +SKIP
>>> [event.type.label for event in reading.linked.events]       # doctest: +SKIP
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crossreport.api import Reading

__all__ = ["__version__", "read"]

__version__ = "0.1.0"


def read(
    path: str | Path,
    *more: str | Path,
    record: str | Path | None = None,
    published: str | None = None,
    stop_after: str | None = None,
    workers: int = 1,
) -> "Reading":
    """Read files and folders; the same as `crossreport read`.

    `record` is a file or database URL to add to; None keeps nothing. `published` is an ISO day that overrules the
    pages' own clues. `workers` above 1 are processes: call it under `if __name__ == "__main__":` then. The result holds
    all that the record holds, in an order that depends on nothing but its content.

    Raises:
        crossreport.record.RecordError: the record cannot be opened.
        crossreport.pipeline.plan.PlanError: `stop_after` names no room.
    """
    from crossreport.api import read_paths

    return read_paths((path, *more), record, published, stop_after, workers)
