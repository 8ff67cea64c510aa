"""News time against TIMEX3: TimeBank as dev; AQUAINT and the training part of WikiWars as test.

    python -m evals.times [--part timebank|aquaint|wikiwars] [--syntax] [--errors N]

Scored as in TempEval-3's task A: every TIMEX3 of the text counts, also references ("now") and sets ("every week"); the
document's own date does not. Relaxed: a gold time and a read one share a character; strict: they are the same
characters; value: they match relaxed and have the same value. Errors are shown for the dev part only. With
`--syntax` sentences and trees come from the language room, as in a run (minutes, then kept on disk).
"""

import argparse
import hashlib
import re
import sys
from collections import Counter

from crossreport.grounding.times.mentions import read_times
from crossreport.model import Block, Page, Published
from evals.corpora import Absent
from evals.quantities import plain_analysis
from evals.rooms import Rooms
from evals.timex_corpora import Document, Gold, Part, documents
from evals.timex_view import Timex, timexes

PARTS: tuple[Part, ...] = ("timebank", "aquaint", "wikiwars")


def read(document: Document, rooms: Rooms | None = None) -> list[tuple[Timex, str]]:
    """The times that we read in a document, as TIMEX3, each with its rule; without rooms, tense is read from words."""
    lines = [found.span() for found in re.finditer(r"[^\n]+", document.text)]
    blocks = tuple(Block(start, end, "paragraph") for start, end in lines)
    published = Published(document.day, document.day, document.day)
    key = hashlib.sha256(document.text.encode()).hexdigest()[:12]
    page = Page(key, key, document.name, None, None, "en", document.text, blocks, (), published)
    analysis = rooms.analyse(page) if rooms else plain_analysis(page)
    made = []
    for sentence, expression, _, bare in read_times(page, analysis):
        text = document.text[sentence.start : sentence.end]
        for one in timexes(text, expression, bare):
            moved = one._replace(start=sentence.start + one.start, end=sentence.start + one.end)
            made.append((moved, expression.name))
    return made


def same_value(gold: str, read_value: str) -> bool:
    """Whether two values mean the same, however they are written.

    Weeks with and without a leading zero, T17 and T17:00, P1D and PT24H, P2DE and P20Y, "PXE" for decades, 19XX and 19;
    and a gold that leaves the week of a year open (1989-WXX for "last week") against a week of that year.
    """
    gold, ours = _written_alike(gold), _written_alike(read_value)
    return gold == ours or (gold.endswith("-WXX") and re.fullmatch(re.escape(gold[:-2]) + r"\d\d", ours) is not None)


_DECADE_CENTURY = {"E": ("10", "Y"), "DE": ("10", "Y"), "C": ("100", "Y"), "CE": ("100", "Y"), "L": ("1000", "Y")}


def _written_alike(value: str) -> str:
    """One way of writing a value that TIMEX3 lets one write in several."""
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"T(\d\d)$", r"T\1:00", re.sub(r"^(\d\d)XX$", r"\1", re.sub(r"^(\d{3})X$", r"\1", value)))
    if found := re.fullmatch(r"P(\d+|X)(DE|E|CE|C|L)", value):
        times, unit = _DECADE_CENTURY[found[2]]
        return f"P{int(found[1]) * int(times)}{unit}" if found[1] != "X" else f"PX{found[2].removesuffix('E') or 'D'}"
    if found := re.fullmatch(r"PT(\d+)H", value):
        return f"P{int(found[1]) // 24}D" if int(found[1]) % 24 == 0 else value
    return value


def score(found: list[Document], errors: int = 0, rooms: Rooms | None = None) -> Counter[str]:
    """Gold, read, relaxed and strict matches, and matches with the right value."""
    counts: Counter[str] = Counter()
    lines: list[str] = []
    for document in found:
        ours = read(document, rooms)
        counts["gold"] += len(document.gold)
        counts["read"] += len(ours)
        used: set[int] = set()
        for gold in document.gold:
            lines += _match(document, gold, ours, used, counts)
        for index, (one, rule) in enumerate(ours):
            if index not in used:
                lines.append(_line("extra", document, one.start, one.end, f"{rule} {one.value}"))
    for line in lines[:errors]:
        sys.stdout.write(line)
    return counts


def _match(
    document: Document, gold: Gold, ours: list[tuple[Timex, str]], used: set[int], counts: Counter[str]
) -> list[str]:
    meeting = [i for i, (one, _) in enumerate(ours) if one.start < gold.end and gold.start < one.end and i not in used]
    if not meeting:
        return [_line("missed", document, gold.start, gold.end, gold.value)]
    best = next((i for i in meeting if (ours[i][0].start, ours[i][0].end) == (gold.start, gold.end)), meeting[0])
    one, rule = ours[best]
    used.add(best)
    counts["relaxed"] += 1
    lines = []
    if (one.start, one.end) == (gold.start, gold.end):
        counts["strict"] += 1
    else:
        lines.append(_line("extent", document, gold.start, gold.end, f"{rule} {document.text[one.start : one.end]!r}"))
    if same_value(gold.value, one.value):
        counts["value"] += 1
    else:
        lines.append(_line("value", document, gold.start, gold.end, f"{rule} {gold.value} read as {one.value}"))
    counts["type"] += gold.kind == one.kind
    return lines


def _line(kind: str, document: Document, start: int, end: int, says: str) -> str:
    words = " ".join(document.text[start:end].split())
    before = " ".join(document.text[max(0, start - 30) : start].split())
    behind = " ".join(document.text[end : end + 20].split())
    return f"{kind}\t{document.day}\t{before} [{words}] {behind}\t{says}\n"


def f1(counts: Counter[str], name: str) -> float:
    """The F1 of one kind of match."""
    return 2 * counts[name] / max(1, counts["gold"] + counts["read"])


def measure() -> dict[str, float]:
    """All sums, for the gate."""
    made: dict[str, float] = {}
    for part in PARTS:
        counts = score(documents(part))
        made |= {f"{part}_{name}_f1": f1(counts, name) for name in ("relaxed", "strict", "value")}
    return made


def main(arguments: list[str] | None = None) -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(prog="evals.times", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--syntax", action="store_true", help="sentences and trees of the language room")
    parser.add_argument("--errors", type=int, default=0, help="show errors of the dev part")
    options = parser.parse_args(arguments)
    rooms = Rooms() if options.syntax else None
    for part in [options.part] if options.part else PARTS:
        try:
            counts = score(documents(part), options.errors if part == "timebank" else 0, rooms)
        except Absent as absent:
            sys.stdout.write(f"skipped: {absent}\n")
            return 0
        sums = "  ".join(f"{name} {f1(counts, name):.3f}" for name in ("relaxed", "strict", "value", "type"))
        sys.stdout.write(f"{part:10}{sums}  ({counts['gold']} gold, {counts['read']} read)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
