"""How long a large record takes to open, list, search and brief: made-up reporting of `evals.linking_scale`.

    python -m evals.record_scale make FILE|URL [--reports 100000]     # some minutes; linking alone takes three
    python -m evals.record_scale time FILE|URL

Pages have the length (1,200 characters) and the number of mentions (40) of the sample pages; 100,000 reports stand on
57,459 pages. Times are those of calls on the open record, or of commands in processes of their own, start of Python
included; the best of three. The clock depends on what else runs, the processor's time does not.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path

from msgspec.structs import replace

from crossreport.linking import Local, link
from crossreport.model import Capture, CodedPage, Mention, Place, PlaceCandidate, PlacePrecision, Reason, Span, digest
from crossreport.record import Record, open_record
from crossreport.weighing import weigh
from evals.linking_scale import START, made_pages

LENGTH = 1200  # characters of a page
MENTIONS = 40  # of a page
WORDS = 20_000  # different ones, drawn by Zipf's law
TIMES = 3
_OTHER = PlaceCandidate(4711, "Another Place", "SY", "Province 2", 0.4, "farther off")
_SYLLABLES = ("ba", "dir", "kan", "mo", "sul", "ta", "rim", "el", "qas", "hu", "zen", "ya", "far", "gol", "ne", "pi")


class _Prose:
    """Made-up prose, the same for one seed."""

    def __init__(self) -> None:
        self._chance = random.Random(20160504)
        self._words = ["".join(self._chance.choices(_SYLLABLES, k=self._chance.choice((2, 3)))) for _ in range(WORDS)]
        self._weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))

    def of(self, length: int) -> str:
        """Words of about that many characters."""
        chosen = self._chance.choices(self._words, cum_weights=self._weights, k=max(1, length // 6))
        return " ".join(chosen).capitalize() + "."


def _longer(coded: CodedPage, prose: _Prose) -> tuple[Capture, CodedPage]:
    """The page with a tail of prose and places named in it; what was coded stays where it is."""
    tail = prose.of(LENGTH - len(coded.page.text))
    text = f"{coded.page.text}\n\n{tail}"
    data = text.encode()
    page = replace(coded.page, text=text, capture=digest(data))
    mentions, at = [], len(coded.page.text) + 2
    for word in tail.split(" ")[:MENTIONS]:
        span = Span(at, at + len(word), word)
        place = Place(word, 1000 + at, "SY", "Province 1", 33.5, 36.3, PlacePrecision(1, 1), (_OTHER, _OTHER), span)
        ident = f"mention-{page.id[5:]}-{at}"
        reasons = (Reason("in_the_gazetteer", "the only one of that name", span), Reason("near", "others are near"))
        mentions.append(Mention(ident, page.id, "place", span, place, ("one", "another"), reasons, at))
        at += len(word) + 1
    capture = Capture(page.capture, page.name, "text/plain", data, "utf-8", "utf-8")
    return capture, replace(coded, page=page, mentions=tuple(mentions))


def make(where: str, reports: int) -> None:
    """Fill the record at `where`."""
    pages = made_pages(reports)
    with tempfile.TemporaryDirectory() as folder, Local(Path(folder) / "links") as tables:
        linked = weigh(pages, link(pages, tables=tables))
    prose = _Prose()
    with open_record(where) as record:
        for coded in pages:
            record.add_page(*_longer(coded, prose))
        record.replace_linked(linked)


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor, each the best of three."""
    found = [_once(call) for _ in range(TIMES)]
    return min(clock for clock, _ in found), min(worked for _, worked in found)


def _once(call: Callable[[], object]) -> tuple[float, float]:
    began, worked = time.perf_counter(), _worked()
    call()
    return time.perf_counter() - began, _worked() - worked


def _worked() -> float:
    """Seconds that the processor spent on this process and on those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def times(where: str) -> dict[str, tuple[float, float]]:
    """Seconds of what people wait for: calls on the open record, and whole commands with the start of Python."""
    found = {"open": timed(lambda: open_record(where).close())}
    with open_record(where) as record:
        every, day = "report", record.newest_day() or START.isoformat()
        rare = _rare_word(record)
        for name, query in (("a word of all pages", every), ("a word of some pages", rare)):
            found[f"search: {name} ({record.found(query, length=1)[0]})"] = timed(
                partial(record.found, query, length=20)
            )
        found["first 20 reports to judge"] = timed(lambda: _first_reports(record))
        found["read what tells the last day"] = timed(lambda: record.between(_before(day, 1), day))
    with tempfile.TemporaryDirectory() as folder:
        html = str(Path(folder) / "brief.html")
        found["crossreport brief"] = timed(partial(_run, where, "brief", "--html", html))
        for window in ("24h", "1w"):
            found[f"crossreport brief --last {window}"] = timed(
                partial(_run, where, "brief", "--last", window, "--html", html)
            )
        found["crossreport search"] = timed(partial(_run, where, "search", rare))
        found["crossreport judge queue"] = timed(partial(_run, where, "judge", "queue", "--limit", "20"))
    return found


def _first_reports(record: Record) -> None:
    for name in record.first_reports((), 20)[0]:
        record.page_of(name)


def _rare_word(record: Record) -> str:
    """A word of the hundredth page's prose."""
    page = record.page_of(record.report_ids()[100])
    return page.page.text.split()[-1].rstrip(".") if page else "town"


def _before(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _run(where: str, *words: str) -> None:
    command = [sys.executable, "-c", "from crossreport.cli.main import main; main()", *words, "--record", where]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Make a record, or print a line for each time."""
    parser = argparse.ArgumentParser(prog="evals.record_scale")
    parser.add_argument("what", choices=("make", "time"))
    parser.add_argument("where", metavar="FILE|URL")
    parser.add_argument("--reports", type=int, default=100_000)
    given = parser.parse_args()
    if given.what == "make":
        make(given.where, given.reports)
        return
    print("     clock   processor")
    for name, (clock, worked) in times(given.where).items():
        print(f"{clock * 1000:7,.0f} ms  {worked * 1000:7,.0f} ms  {name}")


if __name__ == "__main__":
    main()
