"""This process, two workers and Spark with two executors on the same pages: `python -m bench.engines [--pages N]`.

Pages are taken evenly from the FA-KES dev part. Each engine runs as a command of its own, with its start: model,
lexicons, for Spark two Java processes more. Prints processor and wall seconds, and whether the records are the same.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from evals.corpora import Absent, fa_kes_sample

EVERY = 0.1  # seconds between looks at the processes
ENGINES = {
    "one process": [],
    "two workers": ["--workers", "2"],
    "Spark, 2 executors": ["--engine", "spark", "--master", "local-cluster[2,1,1024]"],
}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.engines")
    parser.add_argument("--pages", type=int, default=120)
    wanted = parser.parse_args().pages
    try:
        articles = fa_kes_sample(wanted)
    except Absent as absent:
        print(f"skipped: {absent}")
        return 0
    records = set()
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        for article in articles:
            (pages / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
        for number, (name, options) in enumerate(ENGINES.items()):
            told = Path(folder) / f"{number}.jsonl"
            processor, wall = _run([str(pages), "--jsonl", str(told), "--record", f"{folder}/{number}.db", *options])
            records.add(hashlib.sha256(told.read_bytes()).hexdigest())
            rate = len(articles) / processor
            print(f"{name:20}{processor:8.1f} s of processor ({rate:.1f} pages a second){wall:8.1f} s of wall")
    print(f"{len(articles)} pages; the records are {'the same' if len(records) == 1 else 'NOT the same'}")
    return int(len(records) > 1)


def _run(arguments: list[str]) -> tuple[float, float]:
    """Processor seconds of the command with all that it starts (as seen ten times a second), and wall seconds."""
    began = time.monotonic()
    command = [sys.executable, "-m", "crossreport.cli.main", "read", *arguments, "--quiet"]
    with tempfile.TemporaryFile() as errors:
        started = subprocess.Popen(command, stdout=errors, stderr=errors, start_new_session=True)
        spent: dict[int, float] = {}
        while started.poll() is None:
            spent.update(_session(started.pid))
            time.sleep(EVERY)
        errors.seek(0)
        if started.returncode not in (0, 1):
            raise SystemExit(errors.read().decode("utf-8", "replace"))
    return sum(spent.values()), time.monotonic() - began


def _session(leader: int) -> dict[int, float]:
    """Processor seconds of each process of a session, by its id."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[3]) == leader:
                found[int(path.parent.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return found


if __name__ == "__main__":
    sys.exit(main())
