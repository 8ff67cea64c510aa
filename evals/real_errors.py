"""Where our record of the real pages is furthest from the coders', by class of error, with counts.

    python -m evals.real_errors [--part train|dev|later|third] [--corpus NAME]

Missed events by what of ours stands in the sentence of their cue, invented ones by what of the gold does, fields of
matched events by how they differ. Never of the test part: that is looked at only as sums.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta

from msgspec import Struct, field

from evals.agreement import Pair, match, match_figures
from evals.claims import ENOUGH, match_claims, overlap
from evals.coded import CodedClaim, CodedEvent, Coding
from evals.corpora import Absent
from evals.real import Told, code, pages
from evals.real_pages import SHORT
from evals.rooms import Rooms
from evals.same import interval, same_name

LOOKED_AT = ("train", "dev", "later", "third")
WIDE = timedelta(days=60)  # an interval from which on a "when" tells no day of news
SHOWN = 12  # kinds of one class that are listed


class Classes(Struct):
    """Counts of each kind of error, class by class."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, text: str, gold: Coding, ours: Coding) -> None:
        """Count one page."""
        pairs = match(gold.events, ours.events)
        left = {i: e for i, e in enumerate(gold.events) if i not in {pair.gold for pair in pairs}}
        more = {j: e for j, e in enumerate(ours.events) if j not in {pair.ours for pair in pairs}}
        self._unpaired("missed", text, left, more, ours.events)
        self._unpaired("invented", text, more, left, gold.events)
        for pair in pairs:
            self._pair(text, gold.events[pair.gold], ours.events[pair.ours], pair)
        self._figures(gold, ours)
        self._claims(gold, ours)

    def _unpaired(
        self,
        name: str,
        text: str,
        own: Mapping[int, CodedEvent],
        others: Mapping[int, CodedEvent],
        all_others: Iterable[CodedEvent],
    ) -> None:
        free = {sentence(text, each.start) for each in others.values()}
        told = {sentence(text, each.start) for each in all_others}
        for each in own.values():
            here = sentence(text, each.start)
            where = "an unmatched event" if here in free else "a matched event only" if here in told else "nothing"
            self.counts[f"{name}: the other coding has in its sentence"][where] += 1
            self.counts[f"{name}: type"][each.type] += 1
            self.counts[f"{name}: status"][each.status] += 1
            self.counts[f"{name}: core"][str(each.core).lower()] += 1

    def _pair(self, text: str, gold: CodedEvent, ours: CodedEvent, pair: Pair) -> None:
        near = sentence(text, gold.start) == sentence(text, ours.start)
        self.counts["matched: told in"]["the same sentence" if near else "another sentence"] += 1
        for name in pair.wrong:
            if name == "group":
                continue  # the type says more
            if name in {"type", "status"}:
                kind = f"{getattr(gold, name)} → {getattr(ours, name)}"
            elif name == "when":
                kind = _day(gold.when, ours.when)
            else:
                kind = _kind(_value(gold, name), _value(ours, name))
            self.counts[f"wrong {name}"][kind] += 1

    def _figures(self, gold: Coding, ours: Coding) -> None:
        pairs = match_figures(gold, ours)
        hit = {id(each) for pair in pairs for each in pair}
        self.counts["figures missed"].update(each.measure for each in gold.figures if id(each) not in hit)
        self.counts["figures invented"].update(each.measure for each in ours.figures if id(each) not in hit)

    def _claims(self, gold: Coding, ours: Coding) -> None:
        pairs = match_claims(gold.claims, ours.claims)
        found = {i for i, _ in pairs}
        self.counts["claims missed"].update(
            _claim(each, ours.claims) for i, each in enumerate(gold.claims) if i not in found
        )
        self.counts["claims invented"]["all"] += len(ours.claims) - len(pairs)


def sentence(text: str, at: int) -> tuple[int, int]:
    """About the sentence around an offset: from full stop or line break to the next."""
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at))
    ends = [end for end in (text.find(". ", at), text.find("\n", at)) if end >= 0]
    return start, min(ends, default=len(text))


def _value(event: CodedEvent, name: str) -> object:
    if name == "agent":
        return event.agent or event.party
    return event.said_by[:1] if name == "said_by" else getattr(event, name, None)


def _kind(gold: object, ours: object) -> str:
    if gold and ours:
        return "another"
    return "not given" if gold else "given, the gold has none"


def _day(gold: str | None, ours: str | None) -> str:
    span = interval(ours)
    if span and span[1] - span[0] > WIDE:
        return f"of more than {WIDE.days} days, " + ("the gold has a time" if gold else "the gold has none")
    return _kind(gold, ours)


def _claim(claim: CodedClaim, ours: Iterable[CodedClaim]) -> str:
    if any(overlap(claim.says or "", each.says or "") >= ENOUGH for each in ours):
        return "what is said is there, of another speaker or taken by another claim"
    return "other words of the speaker" if any(_speaks(claim, each) for each in ours) else "nothing of the speaker"


def _speaks(claim: CodedClaim, other: CodedClaim) -> bool:
    return same_name(claim.speaker or "", other.speaker or "")


def classes(told: Iterable[Told], rooms: Rooms) -> Classes:
    """The errors of pages."""
    found = Classes()
    every = list(told)
    ours = code(every, rooms, published=False)
    for each in every:
        found.add(each.article.text, each.coding, ours[each.page.id])
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print every class with its commonest kinds."""
    parser = argparse.ArgumentParser(prog="evals.real_errors", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=LOOKED_AT, default="dev")
    parser.add_argument("--corpus", choices=list(SHORT), help="only pages of this corpus")
    options = parser.parse_args(arguments)
    try:
        found = classes(pages(options.part, options.corpus), Rooms())
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    for name, kinds in sorted(found.counts.items()):
        listed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common(SHOWN))
        sys.stdout.write(f"{name} {kinds.total()}: {listed}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
