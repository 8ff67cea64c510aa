"""A made-up crawl through the whole command: `python -m bench.crawl [--pages 250,1000,4000] [--workers N]`.

Each size is a WARC of our own stories under running numbers, of which 30 in 100 are copies. Prints processor seconds,
wall seconds, the largest process, and the exponent with which processor time grows.
"""

import argparse
import math
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from evals import containers as made

COPIES = 0.3


class Run(NamedTuple):
    """What one size took."""

    pages: int
    processor: float
    wall: float
    megabytes: int


def crawl(pages: int, where: Path) -> Path:
    """The archive."""
    different = round(pages * (1 - COPIES))
    path = where / f"{pages}.warc.gz"
    with path.open("wb") as stream:
        for number in range(pages):
            stream.write(made.zipped([made.warc_record(number % different)]))
    return path


def measured(pages: int, workers: int, more: list[str]) -> Run:
    """One run of `crossreport read` on a crawl of that size, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = crawl(pages, Path(folder))
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        command = [sys.executable, "-m", "crossreport.cli.main", "read", str(path), "--workers", str(workers)]
        more = ["--quiet", "--record", f"{folder}/a.db", *more]
        done = subprocess.run([*command, *more], capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode("utf-8", "replace"))
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(pages, spent, time.monotonic() - began, after.ru_maxrss // 1024)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.crawl")
    parser.add_argument("--pages", default="250,1000,4000", help="sizes, with commas")
    parser.add_argument("--workers", type=int, default=1)
    options, more = parser.parse_known_args()
    runs = [measured(int(size), options.workers, more) for size in options.pages.split(",")]
    for run in runs:
        rate = run.pages / run.processor
        print(
            f"{run.pages:7,} pages  {run.processor:8.1f} s of processor ({rate:.1f} pages a second)  "
            f"{run.wall:8.1f} s of wall  {run.megabytes} MB at most in one process"
        )
    for less, more_ in pairwise(runs):
        growth = math.log(more_.processor / less.processor) / math.log(more_.pages / less.pages)
        print(f"{less.pages:,} to {more_.pages:,}: grows with exponent {growth:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
