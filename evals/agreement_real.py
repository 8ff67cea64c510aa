"""How far two people who code the same real page agree: `python -m evals.agreement_real`.

The pages of `corpus/real` that were coded twice, blind: 45 by two coders each, and pages of the older FA-KES gold by
one coder after the gold. Events are paired as the product's are (`agreement.py`); over the pairs each field gets the
share in which it agrees and Krippendorff's alpha, by MASI distance for sets of names and nominal for the others. Needs
no corpus.
"""

import json
import sys
from collections.abc import Callable, Hashable, Iterable

from msgspec import Struct, field

from evals.agreement import match
from evals.alpha import alpha, masi, nominal
from evals.coded import CodedEvent, Coding
from evals.convert import known_measures
from evals.fa_kes import Scores
from evals.real_pages import RealPage, coded_by, coders, coding_of, gold
from evals.same import group, interval

Values = dict[str, list[tuple[Hashable, Hashable]]]


def _sides(event: CodedEvent) -> tuple[str, ...]:
    return event.agent or event.party


FIELDS: dict[str, Callable[[CodedEvent], Hashable]] = {
    "type": lambda event: event.type,
    "type group": lambda event: group(event.type),
    "agent": _sides,
    "target": lambda event: event.target,
    "place": lambda event: event.place,
    "when": lambda event: interval(event.when),
    "status": lambda event: event.status,
    "outermost voice": lambda event: event.said_by[:1],
    "killed": lambda event: event.killed and (event.killed.low, event.killed.best, event.killed.high),
    "core": lambda event: event.core,
}
SETS = frozenset({"agent", "target", "place", "outermost voice"})  # compared by MASI


class Twice(Struct, frozen=True):
    """One page in two codings; `older` if the first is the FA-KES gold."""

    id: str
    corpus: str
    older: bool
    one: Coding
    other: Coding


class Agreement(Struct):
    """Sums over pages, and the values of matched events field by field."""

    pages: int = 0
    scores: Scores = field(default_factory=Scores)
    values: Values = field(default_factory=lambda: {name: [] for name in FIELDS})

    def add(self, page: Twice) -> None:
        """Count one page."""
        self.pages += 1
        self.scores.add(page.one, page.other)
        for pair in match(page.one.events, page.other.events):
            both = page.one.events[pair.gold], page.other.events[pair.ours]
            for name, value in FIELDS.items():
                self.values[name].append((value(both[0]), value(both[1])))

    def alphas(self) -> dict[str, float | None]:
        """Krippendorff's alpha of every field."""
        return {name: alpha(pairs, _distance(name)) for name, pairs in self.values.items()}

    def shares(self) -> dict[str, float]:
        """Share of the matched events whose field is the same in both codings."""
        return {
            name: sum(_distance(name)(*pair) == 0 for pair in pairs) / max(1, len(pairs))
            for name, pairs in self.values.items()
        }


def _distance(name: str) -> Callable[..., float]:
    return masi if name in SETS else nominal


def twice() -> list[Twice]:
    """Every page that two people coded."""
    found: list[Twice] = []
    for page in gold().values():
        codings = [coded_by(coder)[page.id] for coder in coders() if page.id in coded_by(coder)]
        if not page.head.adjudicated:
            codings = [page, *codings]
        if len(codings) > 1:
            one, other = (known_measures(coding_of(each)) for each in codings)
            found.append(Twice(page.id, page.head.corpus, not page.head.adjudicated, one, other))
    return found


def against_gold() -> Agreement:
    """Coders before adjudication against what was judged: how far one careful coder is from the gold."""
    found = Agreement()
    for coder in coders():
        for page in coded_by(coder).values():
            judged: RealPage = gold()[page.id]
            if judged.head.adjudicated:
                one, other = (known_measures(coding_of(each)) for each in (judged, page))
                found.add(Twice(page.id, page.head.corpus, False, one, other))
    return found


def agreement(pages: Iterable[Twice]) -> Agreement:
    """The sums of pages."""
    found = Agreement()
    for page in pages:
        found.add(page)
    return found


def groups() -> dict[str, Agreement]:
    """All pages, those that two coded anew by corpus, those of the older gold, and coders against the judged."""
    every = twice()
    anew = [page for page in every if not page.older]
    found = {"two coders": agreement(anew)}
    found |= {
        f"  {corpus}": agreement(page for page in anew if page.corpus == corpus)
        for corpus in dict.fromkeys(page.corpus for page in anew)
    }
    found["older gold and coder"] = agreement(page for page in every if page.older)
    found["all"] = agreement(every)
    found["adjudicated and coder"] = against_gold()
    return found


def _table(found: dict[str, Agreement]) -> Iterable[str]:
    yield f"{'F1':24}{'pages':>6}{'matched':>9}{'strict':>8}{'figures':>9}{'claims':>8}"
    for name, each in found.items():
        rates = each.scores
        yield (
            f"{name:24}{each.pages:6}{rates.events.f1:9.3f}{rates.strict.f1:8.3f}"
            f"{rates.figures.f1:9.3f}{rates.claims.f1:8.3f}"
        )
    wide = {name: each for name, each in found.items() if not name.startswith(" ")}
    yield f"\n{'same, alpha':18}" + "".join(f"{name:>26}" for name in wide)
    for field_ in FIELDS:
        cells = ((each.shares()[field_], each.alphas()[field_]) for each in wide.values())
        yield f"{field_:18}" + "".join(f"{same:18.3f}{_number(value):>8}" for same, value in cells)
    yield f"{'matched events':18}" + "".join(f"{len(each.values['type']):26}" for each in wide.values())


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def main(arguments: list[str]) -> int:
    """Print the tables; with `--json` the figures of all pages."""
    found = groups()
    if arguments == ["--json"]:
        sys.stdout.write(json.dumps(found["all"].alphas(), indent=1) + "\n")
        return 0
    sys.stdout.write("\n".join(_table(found)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
