"""A JSON Lines record, as `crossreport read … --jsonl FILE` writes it, taken apart by page."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from crossreport.model import Claim, EventReport, Figure
from evals.coded import Coding
from evals.convert import coding_of_records
from evals.corpora import Absent

_KINDS: dict[str, tuple[Any, str]] = {
    "event_report": (EventReport, "reports"),
    "figure": (Figure, "figures"),
    "claim": (Claim, "claims"),
}


class PageRecord(Struct):
    """The page line as written, and what was read from the page."""

    page: dict[str, Any]
    reports: list[EventReport] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)  # spans that do not re-read to their quotes
    spans: int = 0

    @property
    def text(self) -> str:
        """The page's text."""
        return str(self.page["text"])

    @property
    def coding(self) -> Coding:
        """Its events, figures and claims as a coder would list them."""
        return coding_of_records(self.reports, self.figures, self.claims)

    def is_dropped(self, start: int, end: int) -> bool:
        """Whether every visible character of the range is in a dropped passage."""
        inside = [range(each["start"], each["end"]) for each in self.page["dropped"]]
        visible = (at for at in range(start, end) if not self.text[at].isspace())
        return all(any(at in each for each in inside) for at in visible)


def read_record(path: Path) -> dict[str, PageRecord]:
    """File name to page."""
    pages: dict[str, PageRecord] = {}
    for line in path.read_bytes().splitlines():
        raw = json.loads(line)
        kind = raw["record"]
        if kind == "page":
            pages[raw["id"]] = PageRecord(raw)
        owner = pages.get(raw["id"] if kind == "page" else raw.get("page", ""))
        if owner is None:
            continue
        _check_spans(owner, raw)
        if kind in _KINDS:
            listed: list[Any] = getattr(owner, _KINDS[kind][1])
            listed.append(msgspec.json.decode(line, type=_KINDS[kind][0]))
    return {Path(each.page["name"]).name: each for each in pages.values()}


def run_read(paths: Sequence[Path]) -> dict[str, PageRecord]:
    """The record of `crossreport read` over the paths, in a process of its own.

    Raises:
        Absent: the command read nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "record.jsonl"
        command = [sys.executable, "-c", "from crossreport.cli.main import main; main()", "read", "--quiet"]
        done = subprocess.run([*command, *map(str, paths), "--jsonl", str(target)], capture_output=True, text=True)
        pages = read_record(target) if target.is_file() else {}
        if not pages:
            said = (done.stderr or done.stdout).strip().splitlines()
            raise Absent(f"crossreport read gave no page: {said[0] if said else done.returncode}")
        return pages


def _check_spans(owner: PageRecord, raw: dict[str, Any]) -> None:
    for span in _spans(raw):
        owner.spans += 1
        if owner.text[span["start"] : span["end"]] != span["quote"]:
            owner.broken.append(
                f"{raw['record']} {raw['id']}: {span['start']}:{span['end']} is not {span['quote'][:40]!r}"
            )


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"start", "end", "quote"} <= value.keys():
            yield value
        for each in value.values():
            yield from _spans(each)
    elif isinstance(value, list):
        for each in value:
            yield from _spans(each)
