"""How far the confidence of event reports can be believed, on pages that it was not fitted on.

    python -m evals.confidence [--part dev|test]

A report is right if it matches one of the gold's events (`evals.agreement`). Printed: how many reports of which
confidence were right, and the expected calibration error: the mean distance of what is said from what came true, over
tenths, weighed by reports. Dev is what `training/confidence.py` fits on; test holds other outlets and other wars.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from crossreport.coding.coder import candidates, record
from crossreport.coding.drafting.confidence import features, probability
from crossreport.coding.page.document import Document
from crossreport.coding.voices.attribution import Voices
from crossreport.grounding.ground import ground
from crossreport.model import Figure
from evals import corpus_pages, real
from evals.agreement import match, match_figures
from evals.coded import Coding
from evals.convert import coding_of, known_measures
from evals.corpora import Absent
from evals.own import OwnPage, own_pages
from evals.real_pages import SHORT
from evals.rooms import Rooms, capture_of

TENTHS = 10
REAL_PARTS = {"dev": ("train", "dev"), "test": ("test", "later_test", "third_test")}
ROOMS = Rooms()


class Wanted(Struct, frozen=True):
    """A page with its gold; `group` is its outlet or its war, `day` the day on which it was written, if given."""

    corpus: str
    group: str
    name: str
    text: str
    day: str | None
    gold: Coding


class Told(Struct, frozen=True):
    """A likely report: what speaks for it, what is said of it, whether it is right; `gold` counts its page's events."""

    page: str
    group: str
    features: dict[str, float]
    said: float
    hit: bool
    gold: int


class Coded(Struct, frozen=True):
    """The reports and figures of a page, and which of them are right."""

    told: tuple[Told, ...]
    figures: tuple[tuple[Figure, bool], ...]


def pages(part: str) -> Iterator[Wanted]:
    """Every page with gold of a part: real ones, our own, and those of our corpus.

    FA-KES train counts as dev; all real pages that were looked at as sums only are test.

    Raises:
        Absent: a corpus is not here.
    """
    for known in REAL_PARTS[part]:
        for each in real.pages(known):
            article = each.article
            yield Wanted(each.page.head.corpus, f"real:{article.outlet}", article.id, article.text, None, each.coding)
    for name, page in own_pages(part).items():
        yield _own("own", f"own:{name}", page)
    for listed in corpus_pages.pages(part):
        yield _own("corpus", f"corpus:{listed.header.conflict}", listed.own)


def _own(corpus: str, group: str, page: OwnPage) -> Wanted:
    return Wanted(corpus, group, f"{page.id}.txt", page.text, page.known_day, known_measures(page.coding))


def coded(page: Wanted) -> Coded:
    """What we record of a page, likely or not, beside what a coder does."""
    read = ROOMS.read(capture_of(page.name, page.text), page.day)
    analysis = ROOMS.analyse(read)
    doc = Document(read, analysis, ground(read, analysis))
    voices = Voices(doc)
    drafts = candidates(doc, voices)
    made = record(doc, voices, drafts, analysis.model)
    ours = coding_of(made)
    hits = {pair.ours for pair in match(page.gold.events, ours.events)}
    right = [mine for _, mine in match_figures(page.gold, ours)]
    figures = [figure for figure in made.figures if figure.bound != "unreported"]
    return Coded(
        tuple(
            Told(page.name, page.group, features(draft), probability(draft), i in hits, len(page.gold.events))
            for i, draft in enumerate(drafts)
        ),
        tuple(
            (figure, any(mine is other for other in right)) for figure, mine in zip(figures, ours.figures, strict=True)
        ),
    )


def calibration_error(said: Sequence[float], hits: Sequence[bool]) -> float:
    """The expected calibration error, over tenths.

    >>> calibration_error([0.75, 0.75, 0.75, 0.75], [True, True, True, False])
    0.0
    >>> round(calibration_error([0.9, 0.9], [True, False]), 3)
    0.4
    """
    error = 0.0
    for tenth in _tenths(said):
        error += abs(sum(said[i] for i in tenth) - sum(hits[i] for i in tenth))
    return error / max(1, len(said))


def _tenths(said: Sequence[float]) -> list[list[int]]:
    places: list[list[int]] = [[] for _ in range(TENTHS)]
    for index, share in enumerate(said):
        places[min(TENTHS - 1, int(share * TENTHS))].append(index)
    return [place for place in places if place]


def measure(part: str = "test") -> dict[str, float]:
    """The calibration error of a part, whole and by corpus, for the gate."""
    told = _by_corpus(part)
    every = [each for reports in told.values() for each in reports]
    return {"error": _error(every), "error_real": _error(_real(told)), "error_corpus": _error(told["corpus"])}


def _by_corpus(part: str) -> dict[str, list[Told]]:
    told: dict[str, list[Told]] = {}
    for page in pages(part):
        told.setdefault(page.corpus, []).extend(coded(page).told)
    return told


def _real(told: dict[str, list[Told]]) -> list[Told]:
    return [each for name in SHORT for each in told.get(name, [])]


def _error(told: Sequence[Told]) -> float:
    return calibration_error([each.said for each in told], [each.hit for each in told])


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="evals.confidence", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    options = parser.parse_args(arguments)
    try:
        by_corpus = _by_corpus(options.part)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    told = [each for reports in by_corpus.values() for each in reports]
    said, hits = [each.said for each in told], [each.hit for each in told]
    for tenth in _tenths(said):
        low = min(TENTHS - 1, int(said[tenth[0]] * TENTHS)) / TENTHS
        right = sum(hits[i] for i in tenth) / len(tenth)
        sys.stdout.write(f"said {low:.1f}-{low + 1 / TENTHS:.1f}  {len(tenth):5} reports  {right:.2f} right\n")
    sys.stdout.write(f"{len(told)} reports, {sum(hits) / max(1, len(told)):.3f} right; ")
    sys.stdout.write(f"calibration error {calibration_error(said, hits):.3f}")
    sys.stdout.write(f", on real pages alone {_error(_real(by_corpus)):.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
