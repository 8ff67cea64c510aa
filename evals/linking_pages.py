"""Linking on whole pages, as the product reads them: which pages of FA-KES tell one happening, and which do not.

    python -m evals.linking_pages [--part dev|test] [--show]

Every page of `linking_pages.yaml` goes through all rooms with the article's text alone, its day inferred; all pages of
a part are linked together. A pair counts as joined if one event holds reports of both pages. The judged pairs were
chosen by hand, so the figures say nothing about pages drawn at random.
"""

import argparse
from collections.abc import Iterable
from itertools import combinations

from msgspec import Struct

from crossreport.linking import link
from crossreport.model import CodedPage
from evals.corpora import fa_kes_articles, own_yaml
from evals.rooms import Rooms, capture_of

Pair = tuple[str, str]


class PagePairs(Struct, frozen=True):
    """Pairs of pages that are, and are not, about one happening."""

    same: tuple[tuple[int, int], ...]
    different: tuple[tuple[int, int], ...]


class Scores(Struct, frozen=True):
    """Judged pairs: joined rightly, missed, joined wrongly."""

    right: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    wrong: tuple[Pair, ...]

    @property
    def f1(self) -> float:
        """F1 over the judged pairs."""
        found = len(self.right)
        return 2 * found / (2 * found + len(self.missed) + len(self.wrong)) if found else 0.0


def coded_pages(names: Iterable[str]) -> list[CodedPage]:
    """The pages of that name through all rooms that see a page alone."""
    rows, rooms = fa_kes_articles(), Rooms()
    found = (rooms.try_code(capture_of(name, rows[name].text)) for name in sorted(names))
    return [coded for coded in found if coded is not None]


def joined(pages: list[CodedPage]) -> set[Pair]:
    """Names of pages that one event joins."""
    home = {report.id: coded.page.name for coded in pages for report in coded.reports}
    found: set[Pair] = set()
    for event in link(pages).events:
        found.update(combinations(sorted({home[report] for report in event.reports}), 2))
    return found


def scores(part: str) -> Scores:
    """How the judged pairs of a part come out."""
    judged = own_yaml("linking_pages.yaml", dict[str, PagePairs])[part]
    same, different = _named(judged.same), _named(judged.different)
    found = joined(coded_pages({name for pair in (*same, *different) for name in pair}))
    return Scores(
        tuple(pair for pair in same if pair in found),
        tuple(pair for pair in same if pair not in found),
        tuple(pair for pair in different if pair in found),
    )


def measure() -> dict[str, float]:
    """F1 of the dev part; the test part is looked at seldom, and is not in the gate."""
    return {"dev_f1": scores("dev").f1}


def _named(pairs: Iterable[tuple[int, int]]) -> list[Pair]:
    return [(str(min(pair)), str(max(pair))) for pair in pairs]


def main() -> None:
    """Print the scores of a part."""
    parser = argparse.ArgumentParser(prog="evals.linking_pages")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--show", action="store_true", help="name the pairs that are missed or wrong")
    options = parser.parse_args()
    found = scores(options.part)
    print(f"same: {len(found.right)} of {len(found.right) + len(found.missed)} joined; wrong joins: {len(found.wrong)}")
    print(f"F1 {found.f1:.3f}")
    if options.show:
        for pair in found.missed:
            print("missed", *pair)
        for pair in found.wrong:
            print("wrong", *pair)


if __name__ == "__main__":
    main()
