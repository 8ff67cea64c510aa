"""How well the page's own date is found: the true day inside the stated interval, how wide, exact days, wrong ones.

    python -m evals.dating [SET ...] [--part dev|test] [--all] [--show N] [--json]

Sets: `fa_kes` (text with its date lines, no metadata), `fa_kes_bare` (date lines cut out, too), `htmldate` (web pages
with markup), `own` (pages of our own writing). Beside our reader stand htmldate alone and "no answer". Without `--all`
the larger sets are measured on a fixed sample. `--show` lists dev pages outside their interval.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from statistics import median

from msgspec import Struct

from crossreport.model import Capture, Rejection
from crossreport.reading import date_page
from evals import dating_sets
from evals.corpora import Absent
from evals.dating_sets import Dated

SETS: dict[str, Callable[[], Iterator[Dated]]] = {
    "fa_kes": partial(dating_sets.fa_kes, lines=True),
    "fa_kes_bare": partial(dating_sets.fa_kes, lines=False),
    "htmldate": dating_sets.htmldate,
    "own": dating_sets.own,
}
SAMPLE = {"fa_kes": 120, "fa_kes_bare": 120, "htmldate": 80}
SMALLER_IS_BETTER = frozenset(f"{name}_{measure}" for name in SETS for measure in ("wrong_exact", "width"))
OPEN = 10**6  # days: the width of an interval with an open end

Bounds = tuple[date | None, date | None]


class Answer(Struct, frozen=True):
    """What was said of a page's day."""

    page: Dated
    bounds: Bounds

    @property
    def inside(self) -> bool:
        """Whether the true day lies inside what was said."""
        first, last = self.bounds
        return (first is None or first <= self.page.true) and (last is None or self.page.true <= last)

    @property
    def width(self) -> int:
        """Days."""
        first, last = self.bounds
        return (last - first).days + 1 if first and last else OPEN


def summary(answers: list[Answer]) -> dict[str, float]:
    """Shares of all pages: inside, exact (one day, the true one), wrong_exact (one day, another); median width."""
    pages = max(1, len(answers))
    exact = [answer for answer in answers if answer.width == 1]
    return {
        "inside": sum(answer.inside for answer in answers) / pages,
        "exact": sum(answer.inside for answer in exact) / pages,
        "wrong_exact": sum(not answer.inside for answer in exact) / pages,
        "open": sum(answer.width == OPEN for answer in answers) / pages,
        "width": float(median(answer.width for answer in answers)) if answers else 0.0,
    }


def ours(page: Dated) -> Bounds:
    """Our reader's bounds."""
    if isinstance(page.capture, Rejection):
        return None, None
    found = date_page(page.capture)
    if isinstance(found, Rejection):
        return None, None
    return tuple(date.fromisoformat(day) if day else None for day in (found.earliest, found.latest))  # type: ignore[return-value]


def htmldate_alone(page: Dated) -> Bounds:
    """htmldate's day, on the text as one paragraph where there is no markup."""
    from htmldate import find_date

    if not isinstance(page.capture, Capture):
        return None, None
    text = page.capture.data.decode(page.capture.encoding, "replace")
    html = text if page.capture.media_type == "text/html" else f"<html><body><p>{text}</p></body></html>"
    try:
        found = find_date(html, original_date=True)
    except (ValueError, TypeError, AttributeError):
        found = None
    day = date.fromisoformat(str(found)) if found else None
    return day, day


def sampled(name: str, part: str | None, *, whole: bool) -> list[Dated]:
    """The pages of a set, or its fixed sample, in a stable order."""
    pages = [page for page in SETS[name]() if part in (None, page.part)]
    most = SAMPLE.get(name, len(pages))
    if whole or len(pages) <= most:
        return pages
    return sorted(pages, key=lambda page: dating_sets.rank(page.id))[:most]


def reader_width(answers: list[Answer]) -> dict[str, float]:
    """Of pages with a careful reader's interval: how often ours is no wider than twice theirs, and holds the day."""
    judged = [answer for answer in answers if answer.page.reader]
    near = [a for a in judged if a.page.reader and a.inside and a.width <= 2 * ((_span(a.page.reader)) + 1)]
    return {"as_narrow_as_reader": len(near) / len(judged)} if judged else {}


def _span(stretch: tuple[date, date]) -> int:
    return (stretch[1] - stretch[0]).days


def measure() -> dict[str, float]:
    """The sums for the gate: every set that is here, its fixed sample, test parts only where there are parts."""
    found: dict[str, float] = {}
    for name in SETS:
        try:
            pages = sampled(name, "test", whole=False)
        except Absent as absent:
            print(f"skipped {name}: {absent}")
            continue
        if not pages:
            continue
        answers = [Answer(page, ours(page)) for page in pages]
        sums = {**summary(answers), **reader_width(answers)}
        found |= {f"{name}_{key}": value for key, value in sums.items() if key != "open"}
    if not found:
        raise Absent("no set of dated pages is here")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Measure and list."""
    parser = argparse.ArgumentParser(prog="evals.dating", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all by default")
    parser.add_argument("--part", choices=("dev", "test"), default=None)
    parser.add_argument("--all", action="store_true", help="whole sets, not a sample")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list N failures of dev pages (or own)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    found: dict[str, dict[str, float]] = {}
    for name in options.sets or SETS:
        try:
            pages = sampled(name, options.part, whole=options.all)
        except Absent as absent:
            print(f"skipped {name}: {absent}")
            continue
        found[name] = _report(name, pages, options.show)
        if name == "fa_kes":
            pages_, printed, other, week = dating_sets.corpus_days_off("dev")
            print(f"  dev: {pages_} pages, {printed} print a day, {other} not the corpus's, {week} by over a week")
    if options.json:
        print(json.dumps(found, indent=1))
    return 0


def _report(name: str, pages: list[Dated], show: int) -> dict[str, float]:
    start = time.perf_counter()
    answers = [Answer(page, ours(page)) for page in pages]
    seconds = time.perf_counter() - start
    sums = {**summary(answers), **reader_width(answers), "pages_per_second": len(pages) / seconds}
    print(f"== {name}: {len(pages)} pages, {len(pages) / seconds:.0f} pages/s")
    print(f"  {'':16}{'inside':>8}{'exact':>8}{'wrong':>8}{'open':>8}{'width':>10}")
    rivals = {"crossreport": sums, "htmldate alone": summary([Answer(p, htmldate_alone(p)) for p in pages])}
    rivals["no answer"] = summary([Answer(page, (None, None)) for page in pages])
    for who, line in rivals.items():
        width = "open" if line["width"] >= OPEN else f"{line['width']:.0f} d"
        shares = "".join(f"{line[key]:8.3f}" for key in ("inside", "exact", "wrong_exact", "open"))
        print(f"  {who:16}{shares}{width:>10}")
    if "as_narrow_as_reader" in sums:
        print(f"  no wider than twice a careful reader's interval: {sums['as_narrow_as_reader']:.3f}")
    for answer in [a for a in answers if not a.inside and a.page.part != "test"][:show]:
        _show(answer)
    return sums


def _show(answer: Answer) -> None:
    page = answer.page
    print(f"-- {page.id}: true {page.true}, said {answer.bounds[0]} to {answer.bounds[1]}")
    if isinstance(page.capture, Capture):
        found = date_page(page.capture)
        for basis in () if isinstance(found, Rejection) else found.basis:
            print(f"     {basis.rule:14} {basis.says}")


if __name__ == "__main__":
    sys.exit(main())
