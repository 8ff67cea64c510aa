"""Our record of the real pages of `corpus/real` against what coders record of them, the page's day inferred.

    python -m evals.real [--part PART] [--corpus NAME] [--published] [--show PAGE … | --errors N]

Parts by rule. Pages coded once: train or dev by their outlet. Others: FA-KES and ISAF's press releases test; re3d by
source and MUC-4 by the city of the dateline dev or test. `later`, `later_test`, `third` and `third_test`, chosen and
coded when the rules had long been tuned on the others, say so themselves. The test parts are looked at only as sums.
`--published` gives the day where the corpus has one (FA-KES).
"""

import argparse
import hashlib
import json
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from evals.coded import Coding
from evals.convert import known_measures
from evals.corpora import Absent, Article, unless_absent
from evals.fa_kes import Scores, has_errors, report, run_rooms
from evals.listing import listing_options, show_page
from evals.real_pages import SHORT, RealPage, coding_of, digest, gold
from evals.real_texts import RealText, read_texts
from evals.rooms import Rooms

PARTS = ("train", "dev", "test", "later", "later_test", "third", "third_test")
UNSEEN = frozenset({"isaf_press"})  # a corpus of one outlet: what two coders coded of it is test


class Told(Struct, frozen=True):
    """One page with its text and its gold."""

    page: RealPage
    article: Article
    part: str

    @property
    def coding(self) -> Coding:
        """The gold, in measures that both schemes know."""
        return known_measures(coding_of(self.page, self.article.text))


def part_of(page: RealPage, outlet: str) -> str:
    """The part of a page: its own word for it, else by its corpus, whether it was coded once, and its outlet."""
    if page.head.part:
        return page.head.part
    even = int(hashlib.sha256(outlet.encode()).hexdigest(), 16) % 2 == 0
    if not page.head.adjudicated:
        return "dev" if even else "train"
    if page.head.corpus in UNSEEN | {"fa_kes"}:
        return "test"
    return "dev" if even else "test"


def pages(part: str, corpus: str | None = None) -> list[Told]:
    """The pages of a part.

    Raises:
        Absent: their corpora are not here, or in another edition.
    """
    texts: dict[str, dict[str, RealText]] = {}
    found: list[Told] = []
    for page in gold().values():
        if corpus not in {None, page.head.corpus}:
            continue
        if page.corpus not in texts:
            texts[page.corpus] = read_texts(page.corpus)
        text = texts[page.corpus].get(page.id)
        if text is None or digest(text.text) != page.head.sha256:
            raise Absent(f"{page.head.corpus} holds no {page.head.document}, or another text of it")
        if (found_in := part_of(page, text.outlet)) == part:
            article = Article(page.head.document, text.text, text.published or "", text.outlet)
            found.append(Told(page, article, found_in))
    return found


def code(told: Iterable[Told], rooms: Rooms, *, published: bool) -> dict[str, Coding]:
    """Our coding of every page, by its id."""
    found: dict[str, Coding] = {}
    for each in told:
        given = published and bool(each.article.published)
        found[each.page.id] = run_rooms([each.article], rooms, published=given)[each.article.id]
    return found


def measure(part: str = "dev", *, published: bool = False) -> dict[str, float]:
    """All measures of a part, for the gate."""
    told = pages(part)
    ours, scores = code(told, Rooms(), published=published), Scores()
    for each in told:
        scores.add(each.coding, ours[each.page.id])
    return measures(scores, len(told))


def measures(scores: Scores, count: int) -> dict[str, float]:
    """What the floors hold: the scorers' measures, and events that a coder would strike out."""
    return {**scores.measures(), "struck_out_per_page": (scores.events.ours - scores.events.hits) / max(1, count)}


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    options = _parser().parse_args(arguments)
    return unless_absent(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    began, rooms, scores, listed = time.monotonic(), Rooms(), Scores(), 0
    groups: dict[str, Scores] = defaultdict(Scores)
    told = [each for each in pages(options.part, options.corpus) if not options.show or each.page.id in options.show]
    ours = code(told, rooms, published=options.published)
    for each in told:
        mine = ours[each.page.id]
        pairs = scores.add(each.coding, mine)
        groups[each.page.head.corpus].add(each.coding, mine)
        if options.show or (listed < options.errors and has_errors(each.coding, mine, pairs)):
            listed += 1
            show_page(each.article, each.coding, mine, pairs, only=options.type)
    report(scores, types=not options.show)
    print(f"struck out a page {measures(scores, len(told))['struck_out_per_page']:.2f}")
    for corpus, each_ in sorted(groups.items()):
        rates = " ".join(f"{name} {getattr(each_, name).f1:.3f}" for name in ("events", "strict", "figures", "claims"))
        print(f"{corpus:12}{sum(each.page.head.corpus == corpus for each in told):4} pages  F1 {rates}")
    if options.json:
        print(json.dumps(measures(scores, len(told)), indent=1))
    for note in rooms.notes:
        print(f"note: {note}")
    print(f"{len(told)} pages in {time.monotonic() - began:.1f} s")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals.real", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev", help="which pages: tune on train and dev")
    parser.add_argument("--corpus", choices=list(SHORT), help="only pages of this corpus")
    parser.add_argument("--published", action="store_true", help="give every page the corpus's day, where it has one")
    listing_options(parser)
    parser.add_argument("--json", action="store_true", help="print the measures as JSON, too")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head"; never inside another process
    sys.exit(main())
