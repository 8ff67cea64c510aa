"""Our record of single sentences of our own writing: which types of event are found, what is invented.

    python -m evals.sentences [--part dev|test] [--errors] [--type TYPE]

The sentences (`corpus/sentences/`) are invented, a dozen or more for each type of the codebook, and some in which
nothing happens. Each is a page of its own. An event counts as found if one of its exact type, or of its type's
family, is told; what is left of ours is invented.
"""

import argparse
import signal
import sys
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
import yaml
from msgspec import Struct, field

from crossreport.model import Block, EventReport, Page, Published, content_id, digest
from evals.coded import CodedEvent
from evals.convert import coding_of
from evals.corpora import ROOT
from evals.rooms import Rooms
from evals.same import same_group, same_names

SENTENCES = ROOT / "corpus" / "sentences"
PARTS = ("dev", "test")
DAY = "2020-06-10"


class Sentence(Struct, frozen=True, forbid_unknown_fields=True):
    """One sentence and what a coder records of it."""

    text: str
    events: tuple[CodedEvent, ...] = ()
    published: str = DAY


class Tally(Struct):
    """Counts over sentences."""

    wanted: Counter[str] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    family: Counter[str] = field(default_factory=Counter)
    sides: Counter[str] = field(default_factory=Counter)
    status: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)
    false_alarms: int = 0
    quiet: int = 0
    sentences: int = 0

    def add(self, sentence: Sentence, ours: tuple[CodedEvent, ...]) -> list[str]:
        """Count one sentence; what is wrong with it, in words."""
        self.sentences += 1
        self.quiet += not sentence.events
        self.false_alarms += bool(ours) and not sentence.events
        pairs = match(sentence.events, ours)
        met_gold, met_ours = {i for i, _ in pairs}, {j for _, j in pairs}
        wrong = []
        for i, j in pairs:
            wrong += self._pair(sentence.events[i], ours[j])
        for i, event in enumerate(sentence.events):
            self.wanted[event.type] += 1
            if i not in met_gold:
                wrong.append(f"missed {event.type}")
        for j, event in enumerate(ours):
            if j not in met_ours:
                self.invented[event.type] += 1
                wrong.append(f"invented {event.type} ({event.quote})")
        return wrong

    def _pair(self, gold: CodedEvent, ours: CodedEvent) -> list[str]:
        same = {
            "exact": gold.type == ours.type,
            "family": True,
            "sides": same_names(gold.sides, ours.sides),
            "status": _real(gold.status) == _real(ours.status),
        }
        for name, holds in same.items():
            getattr(self, name)[gold.type] += holds
        wrong = [] if same["exact"] else [f"{ours.type} ({ours.quote}) for {gold.type}"]
        wrong += [] if same["sides"] else [f"sides {_sides(ours)} for {_sides(gold)}"]
        return wrong + ([] if same["status"] else [f"status {ours.status} for {gold.status}"])

    def measures(self) -> dict[str, float]:
        """Shares, and invented events a sentence."""
        wanted, found = self.wanted.total(), max(1, self.family.total())
        return {
            "exact_recall": self.exact.total() / max(1, wanted),
            "family_recall": self.family.total() / max(1, wanted),
            "invented": self.invented.total() / max(1, self.sentences),
            "false_alarms": self.false_alarms / max(1, self.quiet),
            "sides": self.sides.total() / found,
            "status": self.status.total() / found,
        }


@cache
def sentences(part: str) -> tuple[Sentence, ...]:
    """The sentences of a part, in the file's order."""
    text = (SENTENCES / f"{part}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), tuple[Sentence, ...])


def match(gold: Iterable[CodedEvent], ours: Iterable[CodedEvent]) -> list[tuple[int, int]]:
    """One-to-one pairs of one family; exact types and same sides first."""
    found = list(ours)
    scored = [
        (2 * (a.type == b.type) + same_names(a.sides, b.sides), -i, -j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if same_group(a.type, b.type)
    ]
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(scored, reverse=True):
        if all(-i != other and -j != ours_ for other, ours_ in pairs):
            pairs.append((-i, -j))
    return pairs


def page_of(sentence: Sentence) -> Page:
    """The sentence as a page of one paragraph."""
    capture = digest(sentence.text.encode())
    when = Published(sentence.published, sentence.published, sentence.published)
    block = Block(0, len(sentence.text), "paragraph")
    page_id = content_id("page", capture, "sentence.txt")
    return Page(page_id, capture, "sentence.txt", None, None, "en", sentence.text, (block,), (), when)


def code_sentence(sentence: Sentence, rooms: Rooms) -> tuple[CodedEvent, ...]:
    """The events that the rooms tell of a sentence."""
    from crossreport.coding import code
    from crossreport.grounding.ground import ground

    page = page_of(sentence)
    analysis = rooms.analyse(page)
    coded = code(page, analysis, ground(page, analysis))
    return tuple(
        _as_written(event, report) for event, report in zip(coding_of(coded).events, coded.reports, strict=True)
    )


def _as_written(event: CodedEvent, report: EventReport) -> CodedEvent:
    """The event with every side under its name and the page's words for it: either will do."""
    words: dict[str, set[str]] = {}
    for each in report.participants:
        words.setdefault(each.actor.name, set()).add(each.as_written)
    both = {name: " / ".join([name, *sorted(written)]) for name, written in words.items()}
    agent, target, party = (
        tuple(both.get(name, name) for name in names) for names in (event.agent, event.target, event.party)
    )
    return msgspec.structs.replace(event, agent=agent, target=target, party=party)


def tally(part: str, listing: list[str] | None = None, only: str | None = None) -> Tally:
    """All counts of a part; a line for every sentence with an error goes to `listing`."""
    rooms, counts = Rooms(), Tally()
    for sentence in sentences(part):
        if only is not None and all(event.type != only for event in sentence.events):
            continue
        wrong = counts.add(sentence, code_sentence(sentence, rooms))
        if wrong and listing is not None:
            listing.append(f"{sentence.text}\n    {'; '.join(wrong)}")
    return counts


def measure(part: str = "dev") -> dict[str, float]:
    """All measures, for the gate."""
    return tally(part).measures()


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    options = _parser().parse_args(arguments)
    listing: list[str] | None = [] if options.errors else None
    counts = tally(options.part, listing, options.type)
    for line in listing or ():
        print(line)
    for line in table(counts):
        print(line)
    return 0


def table(counts: Tally) -> Iterable[str]:
    """Type by type, then the sums."""
    yield f"{'type':34}{'gold':>5}{'exact':>7}{'family':>8}{'sides':>7}{'status':>8}{'invented':>10}"
    for label in sorted(counts.wanted | counts.invented):
        row: list[Any] = [counts.wanted[label], counts.exact[label], counts.family[label], counts.sides[label]]
        row += [counts.status[label], counts.invented[label]]
        yield f"{label:34}{row[0]:5}{row[1]:7}{row[2]:8}{row[3]:7}{row[4]:8}{row[5]:10}"
    yield "  ".join(f"{name} {value:.3f}" for name, value in counts.measures().items())


def _real(status: str) -> str:
    """Happened, ongoing and ended are one: the deed is real."""
    return "happened" if status in ("happened", "ongoing", "ended") else status


def _sides(event: CodedEvent) -> str:
    return ", ".join(event.sides) or "nobody"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="evals.sentences", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev", help="which sentences: tune on dev, report on test")
    parser.add_argument("--errors", action="store_true", help="list every sentence with an error")
    parser.add_argument("--type", metavar="TYPE", help="only sentences with this type")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head"; never inside another process
    sys.exit(main())
