"""The five reference pages against what a careful coder records from them.

    python -m evals.seeds [RECORD.jsonl] [--quiet]

Without a file the command `crossreport read` is run over the pages.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from evals.corpora import Absent, find, read_yaml
from evals.record import PageRecord, read_record, run_read
from evals.seed_page import Line, PageCheck, check_page


class Totals(Struct):
    """Sums over the pages."""

    met: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    struck: int = 0

    def add(self, check: PageCheck) -> None:
        """Count one page."""
        self.pages += 1
        self.struck += len(check.struck)
        for line in check.lines:
            self.asked[line.measure] += 1
            self.met[line.measure] += line.met

    def measures(self) -> dict[str, float]:
        """Shares, and the number of events a page that a coder would strike out."""
        shares = {name: self.met[name] / count for name, count in sorted(self.asked.items())}
        return {**shares, "struck_out_per_page": self.struck / max(1, self.pages)}


def checks(record: dict[str, PageRecord]) -> dict[str, PageCheck]:
    """Every reference page's check, in the gold's order."""
    gold: dict[str, dict[str, Any]] = read_yaml("gold/seeds.yaml")
    return {
        name: check_page(expected, record[name]) if name in record else _unread(expected)
        for name, expected in gold.items()
        if name.endswith(".txt")
    }


def measure() -> dict[str, float]:
    """All measures, for the gate."""
    totals = Totals()
    for check in checks(_fresh_record()).values():
        totals.add(check)
    return totals.measures()


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    parser = argparse.ArgumentParser(prog="evals.seeds", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--quiet", action="store_true", help="the sums only")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON, too")
    options = parser.parse_args(arguments)
    try:
        record = read_record(options.record) if options.record else _fresh_record()
        _report(checks(record), quiet=options.quiet, as_json=options.json)
    except Absent as absent:
        print(f"skipped: {absent}")
    return 0


def _fresh_record() -> dict[str, PageRecord]:
    return run_read(sorted(find("seeds").glob("*.txt")))


def _unread(expected: dict[str, Any]) -> PageCheck:
    counted = [("events", len(expected["events"])), ("figures", len(expected.get("figures", [])))]
    return PageCheck([Line(name, False, "page not read") for name, count in counted for _ in range(count)])


def _report(found: dict[str, PageCheck], *, quiet: bool, as_json: bool) -> None:
    totals = Totals()
    for name, check in found.items():
        totals.add(check)
        if quiet:
            continue
        print(f"== {name}")
        for line in check.lines:
            if line.says and (not line.met or line.measure in {"events", "published"}):
                print(f"  {'ok ' if line.met else '-- '}{line.measure:12}{line.says}")
        for struck in check.struck:
            print(f"  ++ strike out  {struck}")
    for measure_name, asked in sorted(totals.asked.items()):
        print(f"{measure_name:18}{totals.met[measure_name]:5} of {asked}")
    print(f"struck out        {totals.struck:6} events on {totals.pages} pages")
    if as_json:
        print(json.dumps(totals.measures(), indent=1))


if __name__ == "__main__":
    sys.exit(main())
