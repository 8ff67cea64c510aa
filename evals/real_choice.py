"""Which real pages are annotated, by a fixed rule: `python -m evals.real_choice` prints their ids.

Documents of 120 to 500 words in the order of the SHA-256 of their ids, as many and at most as many of one outlet as
`CHOICES` says, none that another table of this package points at, none that shares half of its five-word runs with a
page chosen or coded before; of MUC-4 only messages with an incident, a place and a day in the dateline.

`python -m evals.real_choice --later` prints those that were chosen a second time, by the same rule: the next pages of
FA-KES; `--third` those of a third time.
"""

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evals import coded
from evals.corpora import Absent, find
from evals.real_texts import RealText, read_texts

# In the order of the choices: how many pages of each corpus, and at most how many of one outlet (MUC-4: of one city).
CHOICES: dict[str, tuple[dict[str, int], dict[str, int]]] = {
    "first": ({"fakes": 16, "re3d": 12, "isaf": 9, "muc": 8}, {"fakes": 2, "re3d": 3, "isaf": 9, "muc": 3}),
    "later": ({"fakes": 48}, {"fakes": 6}),
    "third": ({"fakes": 96}, {"fakes": 14}),
}
WORDS = range(120, 501)
RUN = 5
_DATELINE = re.compile(r"(?!NO CITY|CLANDESTINE)[A-Z ]+, \d+ [A-Z]+ \d\d\b")


def chosen(choice: str = "first") -> list[RealText]:
    """The pages of a choice, corpus by corpus: none of an earlier one, none that tells what one of those tells.

    Raises:
        Absent: a corpus is not here.
    """
    earlier = list(CHOICES)[: list(CHOICES).index(choice)]
    before = [page for each in earlier for page in chosen(each)]
    return _take(*CHOICES[choice], [*_coded_before(), *before])


def _coded_before() -> list[RealText]:
    known = read_texts("fakes")
    return [known[f"fakes-{page}"] for page in coded.load(find("gold/fa_kes_dev.json"))]


def _take(wanted_of: dict[str, int], share: dict[str, int], coded_before: list[RealText]) -> list[RealText]:
    without = {page.id for page in coded_before} | _pointed_at()
    seen = [_runs(page.text) for page in coded_before]
    taken: list[RealText] = []
    for corpus, wanted in wanted_of.items():
        outlets: Counter[str] = Counter()
        for page in sorted(_fit(corpus, without), key=_order):
            runs = _runs(page.text)
            if sum(outlets.values()) < wanted and outlets[page.outlet] < share[corpus] and not _told(runs, seen):
                outlets[page.outlet] += 1
                seen.append(runs)
                taken.append(page)
    return taken


def _fit(corpus: str, without: set[str]) -> Iterable[RealText]:
    incidents = _incidents() if corpus == "muc" else frozenset()
    for page in read_texts(corpus).values():
        if page.id in without or len(page.text.split()) not in WORDS:
            continue
        if corpus != "muc" or (page.id in incidents and _DATELINE.match(page.text)):
            yield page


def _order(page: RealText) -> str:
    return hashlib.sha256(page.id.encode()).hexdigest()


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(zip(*(words[at:] for at in range(RUN)), strict=False))


def _told(runs: frozenset[tuple[str, ...]], seen: list[frozenset[tuple[str, ...]]]) -> bool:
    return any(len(runs & other) * 2 > min(len(runs), len(other)) for other in seen)


def _incidents() -> frozenset[str]:
    with gzip.open(find("data/muc4/processed/train.json.gz"), "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return frozenset(f"muc-{row['docid']}" for row in rows if row["templates"])


def _pointed_at() -> set[str]:
    """Documents of FA-KES and re3d that other tables of this package name: they were read for tuning."""
    here = Path(__file__).parent
    tables = "".join(each.read_text(encoding="utf-8") for each in [*here.glob("*.json"), *here.glob("*.yaml")])
    units, documents = re.findall(r"\b\d{10}\b", tables), re.findall(r"\b[0-9A-F]{32}\b", tables)
    return {*(f"fakes-{each}" for each in units), *(f"re3d-{each}" for each in documents)}


def main() -> int:
    """Print ids, outlets and lengths."""
    try:
        pages = chosen(next((name for name in CHOICES if f"--{name}" in sys.argv), "first"))
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    for page in pages:
        sys.stdout.write(f"{page.id}\t{page.outlet}\t{page.published or ''}\t{len(page.text.split())}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
