"""How long linking takes, and how much memory, as a record grows: made-up reporting, a longer and longer war.

    python -m evals.linking_scale [--reports 1000,10000,100000]

Reports a day, places and outlets stay as they are and the days grow, as they do when a war goes on: 250 reports a day
on 600 towns of twelve provinces, big towns more often, a quarter of the reports with a province only, one in eight with
a day that is not sure, one page in six a copy of another. Each size runs in a process of its own, so that its peak
memory is its own. `update_cpu` is the time for one more page on the record that the run before left.

The gate holds the exponent of what is the same on every machine and however busy it is: calls of functions, and
steps of the database's machine. Seconds are printed, and held nowhere.
"""

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from crossreport.linking import Local, link
from crossreport.model import (
    Actor,
    ActorKind,
    Block,
    CodedPage,
    Confidence,
    EventReport,
    EventType,
    Page,
    Participant,
    Place,
    PlacePrecision,
    Published,
    Role,
    Span,
    When,
    content_id,
)

A_DAY = 250  # reports
TOWNS, PROVINCES, OUTLETS = 600, 12, 40
TELLERS = (1, 1, 1, 2, 2, 3, 5)  # pages that tell one happening
TYPES = ("armed_clash", "shelling", "air_strike", "explosion", "killing", "arrest", "aid_delivery", "siege_blockade")
SIDES = ("army", "front", "league", "brigade", "coalition")
KINDS: dict[str, ActorKind] = {"army": "state_forces", "coalition": "external_forces"}
START = date(2014, 1, 1)
GROWTH = (2000, 8000)  # reports, in the gate
BOUND = 1.2  # the exponent that docs/linking.md promises
_STEPS = 1000  # of the database's machine, at once
_SURE = Confidence("high", 0.9)


class _Maker:
    """Pages with one to three reports each, the same for one seed."""

    def __init__(self, reports: int) -> None:
        self._left, self._chance = reports, random.Random(20160503)
        self._weights = [1 / (rank + 5) for rank in range(TOWNS)]
        self._made = 0

    def pages(self) -> Iterator[CodedPage]:
        """All pages."""
        day = 0
        while self._left > 0:
            told = min(A_DAY, self._left)
            self._left -= told
            yield from self._of_a_day(START + timedelta(days=day), told)
            day += 1

    def _of_a_day(self, day: date, count: int) -> Iterator[CodedPage]:
        tellings: list[tuple[int, tuple[int, str, str, str, int]]] = []
        while len(tellings) < count:
            town = self._chance.choices(range(TOWNS), self._weights)[0]
            doer, target = self._chance.sample(SIDES, 2)
            happening = (town, self._chance.choice(TYPES), doer, target, self._chance.randrange(1, 30))
            number = self._chance.randrange(10**9)
            tellings += [(number, happening)] * self._chance.choice(TELLERS)
        self._chance.shuffle(tellings)
        tellings = tellings[:count]
        while tellings:
            size = self._chance.choice((1, 1, 2, 3))
            chosen, tellings = tellings[:size], tellings[size:]
            distinct = list({number: (number, one) for number, one in chosen}.values())
            yield self._page(day, distinct)

    def _page(self, day: date, told: Sequence[tuple[int, tuple[int, str, str, str, int]]]) -> CodedPage:
        self._made += 1
        outlet = f"Outlet {self._chance.randrange(OUTLETS)}"
        sentences = [self._sentence(day, number, one) for number, one in told]
        title = f"Report {self._made}"
        text = "\n\n".join([title, *sentences])
        ident = content_id("page", self._made, text)
        blocks = [Block(0, len(title), "title")]
        for sentence in sentences:
            at = text.index(sentence)
            blocks.append(Block(at, at + len(sentence), "paragraph"))
        published = str(day + timedelta(days=1))
        page = Page(
            ident, ident, f"{self._made}.txt", outlet, title, "en", text, tuple(blocks), (),
            Published(published, published, published),
        )  # fmt: skip
        reports = [self._report(page, day, sentence, one) for sentence, (_, one) in zip(sentences, told, strict=True)]
        return CodedPage(page, (), tuple(reports), (), ())

    def _sentence(self, day: date, number: int, one: tuple[int, str, str, str, int]) -> str:
        """Words of its own for each telling; one in six takes those of another page."""
        chance = random.Random(number if self._chance.random() < 1 / 6 else self._chance.randrange(10**9))
        words = [f"{chance.choice('bdfgklmnprst')}{chance.choice('aeiou')}{chance.randrange(400)}" for _ in range(18)]
        return f"On {day} in Town {one[0]} {' '.join(words)}."

    def _report(self, page: Page, day: date, sentence: str, one: tuple[int, str, str, str, int]) -> EventReport:
        town, kind, doer, target, _ = one
        at = page.text.index(sentence)
        span = Span(at, at + len(sentence), sentence)
        unsure = self._chance.random() < 1 / 8
        edtf = f"{day}~" if unsure else str(day)
        people = (_participant("agent", doer, span), _participant("target", target, span))
        return EventReport(
            content_id("report", page.id, at), page.id, EventType(kind, None, None, None), people,
            self._place(town), When(edtf, str(day), str(day), "day", "told"), "happened", (), (), _SURE, span, (),
            evidence=(span,),
        )  # fmt: skip

    def _place(self, town: int) -> Place:
        province = f"Province {town % PROVINCES}"
        if self._chance.random() < 1 / 4:
            return Place(province, None, "SY", province, None, None, PlacePrecision(3, 4), (), None, "admin1")
        at = 33 + town // 25 / 10, 36 + town % 25 / 5
        return Place(f"Town {town}", 1000 + town, "SY", province, *at, PlacePrecision(1, 1), (), None)


def _participant(role: Role, name: str, span: Span) -> Participant:
    return Participant(role, Actor(name, name.title(), KINDS.get(name, "rebel_group"), "SY"), span, name)


def made_pages(reports: int) -> list[CodedPage]:
    """Pages with that many reports."""
    return list(_Maker(reports).pages())


def timed(reports: int) -> dict[str, float]:
    """Seconds to link that many reports, on the clock and of the processor; to take one more page in; memory in MB."""
    pages = made_pages(reports)
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "links"
        started, worked = time.perf_counter(), time.process_time()
        with Local(file) as tables:
            events = len(link(pages[:-1], tables=tables).events)
        whole, cpu = time.perf_counter() - started, time.process_time() - worked
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        worked = time.process_time()
        with Local(file) as tables:
            link(pages, tables=tables)
            looked = tables.worked["felt"]
        update = time.process_time() - worked
    return {
        "reports": reports, "pages": len(pages), "events": events, "seconds": whole, "cpu": cpu, "update_cpu": update,
        "pages_looked_at": looked, "pages_mb": base, "peak_mb": peak,
    }  # fmt: skip


class _Counting(Local):
    """Tables that count the steps of the database's machine, in thousands."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self._connection.set_progress_handler(self._step, _STEPS)

    def _step(self) -> int:
        self.steps += 1
        return 0


def worked(reports: int) -> dict[str, float]:
    """Calls of functions, ours and the library's, and thousands of database steps to link that many reports."""
    pages, calls = made_pages(reports), 0

    def called(_frame: object, event: str, _of: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    with _Counting() as tables:
        sys.setprofile(called)
        try:
            link(pages, tables=tables)
        finally:
            sys.setprofile(None)
        return {"reports": reports, "calls": calls, "steps": tables.steps}


def exponent(less: dict[str, float], more: dict[str, float], name: str = "cpu") -> float:
    """By which power of the size it grows."""
    return math.log(more[name] / less[name]) / math.log(more["reports"] / less["reports"])


def apart(reports: int) -> dict[str, float]:
    """`timed` in a process of its own."""
    code = f"import json; from evals.linking_scale import timed; print(json.dumps(timed({reports})))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure() -> dict[str, float]:
    """Whether the work grows from 2,000 to 8,000 reports with an exponent of no more than `BOUND`: 1 or 0, by kind."""
    worked(GROWTH[0] // 4)  # lexicons are read, caches warm
    less, more = (worked(reports) for reports in GROWTH)
    return {f"growth_of_{name}_in_bounds": float(exponent(less, more, name) <= BOUND) for name in ("calls", "steps")}


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(prog="evals.linking_scale")
    parser.add_argument("--reports", default="1000,10000,100000", help="sizes, with commas")
    sizes = [int(size) for size in parser.parse_args().reports.split(",")]
    found = [apart(size) for size in sizes]
    for one in found:
        print("  ".join(f"{name} {value:,.1f}" for name, value in one.items()))
    for less, more in pairwise(found):
        print(
            f"{less['reports']:,} to {more['reports']:,}: processor time grows with exponent {exponent(less, more):.2f}"
        )
    print(f"over all: {exponent(found[0], found[-1]):.2f}")


if __name__ == "__main__":
    main()
