"""Our record of FA-KES pages against the gold coding.

    python -m evals.fa_kes [--published] [--show PAGE | --errors N] [--type TYPE] [--save FILE] [--against FILE]

`--published` gives every page the corpus's day; without it the page's day is what the reading room infers.
"""

import argparse
import json
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from msgspec import Struct, field

from evals import coded
from evals.agreement import Pair, Rate, match, match_figures
from evals.claims import match_claims
from evals.coded import Coding
from evals.convert import coding_of, known_measures
from evals.corpora import Article, fa_kes_articles, find, unless_absent
from evals.listing import listing_options, saving_options, show_page
from evals.rooms import Rooms, capture_of


class Scores(Struct):
    """Sums over pages."""

    events: Rate = field(default_factory=Rate)
    strict: Rate = field(default_factory=Rate)
    figures: Rate = field(default_factory=Rate)
    claims: Rate = field(default_factory=Rate)
    core: Rate = field(default_factory=Rate)
    flagged_core: Rate = field(default_factory=Rate)
    fields: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)  # by gold type
    wanted: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)  # by our type
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Coding, ours: Coding) -> list[Pair]:
        """Count one page; its matched events."""
        pairs = match(gold.events, ours.events)
        sizes = len(gold.events), len(ours.events)
        self.events.add(*sizes, len(pairs))
        self.strict.add(*sizes, sum(pair.strict for pair in pairs))
        self.figures.add(len(gold.figures), len(ours.figures), len(match_figures(gold, ours)))
        self.claims.add(len(gold.claims), len(ours.claims), len(match_claims(gold.claims, ours.claims)))
        self._add_core(gold, ours, pairs)
        self._add_fields(gold, ours, pairs)
        return pairs

    def _add_core(self, gold: Coding, ours: Coding, pairs: list[Pair]) -> None:
        core = {i for i, event in enumerate(gold.events) if event.core}
        found = [pair for pair in pairs if pair.gold in core]
        self.core.add(len(core), len(core), len(found))
        flagged = sum(event.core for event in ours.events)
        self.flagged_core.add(len(core), flagged, sum(ours.events[pair.ours].core for pair in found))

    def _add_fields(self, gold: Coding, ours: Coding, pairs: list[Pair]) -> None:
        self.wanted.update(event.type for event in gold.events)
        self.given.update(event.type for event in ours.events)
        for pair in pairs:
            self.fields.update(name for name, same in pair.fields.items() if same)
            self.found[gold.events[pair.gold].type] += 1
            self.right[ours.events[pair.ours].type] += 1

    def measures(self) -> dict[str, float]:
        """The figures that the floors hold."""
        shares = {f"field_{name}": count / max(1, self.events.hits) for name, count in sorted(self.fields.items())}
        return {
            "events_f1": self.events.f1,
            "strict_f1": self.strict.f1,
            "core_recall": self.core.recall,
            "figures_f1": self.figures.f1,
            "claims_f1": self.claims.f1,
            **shares,
        }


def gold_codings() -> dict[str, Coding]:
    """The gold of every page, in the file's order."""
    found = coded.load(find("gold/fa_kes_dev.json"))
    return {page: known_measures(coding) for page, coding in found.items()}


def run_rooms(articles: list[Article], rooms: Rooms, *, published: bool) -> dict[str, Coding]:
    """Our coding of every page."""
    codings: dict[str, Coding] = {}
    for article in articles:
        coded_page = rooms.try_code(
            capture_of(f"{article.id}.txt", article.text), article.published if published else None
        )
        codings[article.id] = coding_of(coded_page) if coded_page else Coding()
    return codings


def measure(*, published: bool = True) -> dict[str, float]:
    """All measures, for the gate."""
    gold, articles = gold_codings(), fa_kes_articles()
    ours = run_rooms([articles[page] for page in gold], Rooms(), published=published)
    scores = Scores()
    for page, coding in gold.items():
        scores.add(coding, ours[page])
    return scores.measures()


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    options = _parser().parse_args(arguments)
    return unless_absent(lambda: _run(options))


def _run(options: argparse.Namespace) -> int:
    began, rooms = time.monotonic(), Rooms()
    gold, articles = gold_codings(), fa_kes_articles()
    wanted = [page for page in gold if not options.show or page in options.show]
    if options.against:
        ours = {page: known_measures(coding) for page, coding in coded.load(Path(options.against)).items()}
    else:
        ours = run_rooms([articles[page] for page in wanted], rooms, published=options.published)
    if options.save:
        Path(options.save).write_bytes(coded.dump(ours))
    scores = Scores()
    listed = 0
    for page in wanted:
        mine = ours.get(page, Coding())
        pairs = scores.add(gold[page], mine)
        if options.show or (listed < options.errors and has_errors(gold[page], mine, pairs)):
            listed += 1
            show_page(articles[page], gold[page], mine, pairs, only=options.type)
    report(scores, types=not options.show)
    if options.json:
        print(json.dumps(scores.measures(), indent=1))
    for note in rooms.notes:
        print(f"note: {note}")
    print(f"{len(wanted)} pages in {time.monotonic() - began:.1f} s")
    return 0


def has_errors(gold: Coding, ours: Coding, pairs: list[Pair]) -> bool:
    """Whether a page has anything to list."""
    return len(pairs) < max(len(gold.events), len(ours.events)) or any(pair.wrong for pair in pairs)


def report(scores: Scores, *, types: bool) -> None:
    """Print the sums; with `types`, recall by type."""
    rows = ("events", "strict", "figures", "claims")
    for name in rows:
        print(f"{name:9}{getattr(scores, name)}")
    print(f"core     found {scores.core.hits} of {scores.core.gold}; flagged as core {scores.flagged_core}")
    total = max(1, scores.events.hits)
    print("agree    " + "  ".join(f"{name} {count / total:.3f}" for name, count in sorted(scores.fields.items())))
    if types:
        _report_types(scores)


def _report_types(scores: Scores) -> None:
    print(f"{'type':34}{'gold':>5}{'found':>6}{'recall':>8}{'ours':>7}{'matched':>8}")
    for label in sorted(scores.wanted | scores.given, key=lambda each: (-scores.wanted[each], each)):
        wanted, found = scores.wanted[label], scores.found[label]
        recall = f"{found / wanted:.2f}" if wanted else "–"
        print(f"{label:34}{wanted:5}{found:6}{recall:>8}{scores.given[label]:7}{scores.right[label]:8}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals.fa_kes", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--published", action="store_true", help="give every page the corpus's day")
    listing_options(parser)
    saving_options(parser)
    parser.add_argument("--json", action="store_true", help="print the measures as JSON, too")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head"; never inside another process
    sys.exit(main())
