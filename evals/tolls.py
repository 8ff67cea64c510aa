"""How many killed and hurt a page's lead event has, against counts that people recorded.

    python -m evals.tolls [--corpus gva|isaf] [--part dev|test] [--pages N] [--errors N]

`gva`: US local news on one incident each (num_killed, num_injured), a sample spread evenly over the file; `isaf`: a
party's own press releases (min_killed, min_captured). The toll of a page is the largest whole that is told of one
happening, nothing told being zero; a floor by pattern ("N killed") is printed beside it. Each corpus has two halves: by
incident (gva) or every other release (isaf). Errors are shown for the dev half; of the test half, only sums.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from crossreport.model import CodedPage, Figure
from evals.corpora import Absent, find
from evals.rooms import Rooms, capture_of

WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NUMBER = rf"(\d+|{'|'.join(WORDS)})"
FLOORS = {
    "killed": re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:killed|dead|fatally|slain)\b", re.IGNORECASE),
    "wounded": re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:wounded|injured|hurt|shot)\b", re.IGNORECASE),
    "detained": re.compile(rf"\b(?:detained|captured|arrested)\s+{_NUMBER}\b", re.IGNORECASE),
}


PARTS = ("dev", "test")
GATE_PAGES = 40


class Asked(Struct, frozen=True):
    """A page's text with the counts that people recorded for it."""

    name: str
    text: str
    published: str | None
    wanted: dict[str, int]


def gva(pages: int, part: str) -> list[Asked]:
    """Every n-th document of a half, so that `pages` come out."""
    incidents = {row["incident_id"]: row for row in _rows("data/gva_longtail/incidents.jsonl.gz")}
    documents = [
        row
        for row in _rows("data/gva_longtail/documents.jsonl.gz")
        if row["incident_id"] in incidents and _half(str(row["incident_id"])) == part
    ]
    step = max(1, len(documents) // pages)
    return [_gva_page(row, incidents[row["incident_id"]]) for row in documents[::step][:pages]]


def _gva_page(row: dict[str, Any], incident: dict[str, Any]) -> Asked:
    wanted = {"killed": incident["num_killed"], "wounded": incident["num_injured"]}
    return Asked(row["doc_id"], f"{row['title']}\n\n{row['text']}", row["dct"], wanted)


def _half(name: str) -> str:
    return "dev" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"


def isaf(pages: int, part: str) -> list[Asked]:
    """The first press releases of a half."""
    found = []
    for index, row in enumerate(_rows("data/isaf_press/isaf_press_dev.jsonl.gz")):
        if (index % 2 == 0) != (part == "dev"):
            continue
        said = {turn["from"]: turn["value"] for turn in row["conversations"]}
        gold = json.loads(said["gpt"])
        text = said["human"].removeprefix("PRESS RELEASE TEXT: ")
        wanted = {"killed": gold["min_killed"], "detained": gold["min_captured"]}
        found.append(Asked(f"isaf-{index}", text, None, wanted))
    return found[:pages]


def _rows(path: str) -> Iterator[dict[str, Any]]:
    with gzip.open(find(path), "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def toll(coded: CodedPage, measure: str) -> int:
    """The largest whole of one happening; zero if none is told."""
    wholes = [f for f in coded.figures if f.measure == measure and not f.cumulative and f.part_of is None]
    return int(max((_number(figure) for figure in wholes if figure.status == "happened"), default=0))


def _number(figure: Figure) -> float:
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), 0.0)


def floor(text: str, measure: str) -> int:
    """The first number in front of the fate, as a pattern finds it."""
    found = FLOORS[measure].search(text)
    if found is None:
        return 0
    return WORDS.get(found[1].lower()) or int(found[1] if found[1].isdigit() else 0)


def score(pages: list[Asked], rooms: Rooms, errors: int = 0) -> Counter[str]:
    """Exact hits by measure, ours and the floor's."""
    sums: Counter[str] = Counter()
    for page in pages:
        coded = _coded(page, rooms, sums)
        if coded is None:
            continue
        sums["pages"] += 1
        for measure, wanted in page.wanted.items():
            ours = toll(coded, measure)
            sums[measure] += ours == wanted
            sums[f"{measure} floor"] += floor(page.text, measure) == wanted
            if ours != wanted and errors > 0:
                errors -= 1
                sys.stdout.write(_error(page, coded, measure, ours))
    return sums


def _error(page: Asked, coded: CodedPage, measure: str, ours: int) -> str:
    """The toll asked for, ours, our figures, and the beginning of the text."""
    lines = [f"\n{page.name} {measure}: {page.wanted[measure]}, ours {ours}"]
    for figure in coded.figures:
        marks = ("cumulative " * figure.cumulative) + ("part " * (figure.part_of is not None)) + figure.status
        lines.append(f"  {figure.measure} {figure.low}/{figure.best}/{figure.high} {figure.wording!r} {marks}")
    return "\n".join([*lines, f"  {' '.join(page.text.split())[:1200]}"]) + "\n"


def measure() -> dict[str, float]:
    """Exact tolls on both halves of both corpora, a fixed sample each, for the gate."""
    rooms, made = Rooms(), {}
    for corpus, sample in (("gva", gva), ("isaf", isaf)):
        for part in PARTS:
            sums = score(sample(GATE_PAGES, part), rooms)
            for name in ("killed", "wounded", "detained"):
                if name in sums:
                    made[f"{corpus}_{part}_{name}"] = sums[name] / max(1, sums["pages"])
    return made


def _coded(page: Asked, rooms: Rooms, sums: Counter[str]) -> CodedPage | None:
    """The coded page; None for one that the reading room rejects, which is counted."""
    try:
        return rooms.try_code(capture_of(f"{page.name}.txt", page.text), page.published)
    except Absent as absent:
        if "rejected" not in str(absent):
            raise
        sums["rejected"] += 1
        return None


def main(arguments: list[str] | None = None) -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(prog="evals.tolls", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", choices=("gva", "isaf"), default="gva")
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args(arguments)
    try:
        pages = (gva if options.corpus == "gva" else isaf)(options.pages, options.part)
        rooms = Rooms()
        sums = score(pages, rooms, options.errors if options.part == "dev" else 0)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    for name in sorted(set(sums) - {"pages", "rejected"}):
        sys.stdout.write(f"{name:16}{sums[name] / max(1, sums['pages']):.3f}\n")
    sys.stdout.write(f"{sums['pages']} pages, {sums['rejected']} rejected\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
