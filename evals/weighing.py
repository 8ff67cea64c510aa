"""How many voices we count, what they contradict each other in, and how we grade it, on stories of our own.

    python -m evals.weighing [--part test] [--show STORY ...] [--errors] [--speed]

A story is a few pages of invented outlets on one happening (`stories/`). Pages go through all rooms; outlet and day
are given, so that nothing but the telling is measured. The main event is the one of ours that tells the gold place and
has most of the gold pages.
"""

import argparse
import pickle
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

import msgspec
from msgspec import Struct

from crossreport.linking import link
from crossreport.model import CodedPage, Event, Linked
from crossreport.names import fold_name
from crossreport.weighing import weigh, weigh_without
from crossreport.words.profiles import airwars_range, apply
from evals.corpora import own_yaml
from evals.rooms import Rooms, capture_of

PARTS = ("dev", "test")
SAID = ("statement_", "negotiation_", "mediation")  # events of words, which the gold does not count

Range = tuple[float | None, float | None]


class StoryPage(Struct, frozen=True, forbid_unknown_fields=True):
    outlet: str
    day: str
    text: str


class Main(Struct, frozen=True, forbid_unknown_fields=True):
    place: str
    pages: tuple[str, ...]
    voices: int
    grade: str
    type: str | None = None
    killed: tuple[Range, ...] = ()
    contradictions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


class Story(Struct, frozen=True, forbid_unknown_fields=True):
    conflict: str
    pages: dict[str, StoryPage]
    main: Main
    events: int
    groups: tuple[tuple[str, ...], ...] = ()


class Told(Struct, frozen=True):
    """A story as we tell it; `name` is the letter of each page."""

    linked: Linked
    coded: tuple[CodedPage, ...]
    name: dict[str, str]
    main: Event | None


def stories(part: str) -> dict[str, Story]:
    """The stories of a part."""
    found: dict[str, Story] = own_yaml(f"stories/{part}.yaml", dict[str, Story])
    return found


def tell(name: str, story: Story, rooms: Rooms) -> Told:
    """A story through all rooms."""
    coded = []
    letters = {}
    for letter, page in story.pages.items():
        found = rooms.code(capture_of(f"{name}-{letter}.txt", page.text), page.day)
        found = msgspec.structs.replace(found, page=msgspec.structs.replace(found.page, outlet=page.outlet))
        coded.append(found)
        letters[found.page.id] = letter
    linked = weigh(coded, link(coded))
    return Told(linked, tuple(coded), letters, _main(story, linked, coded, letters))


def _main(story: Story, linked: Linked, coded: Sequence[CodedPage], letters: Mapping[str, str]) -> Event | None:
    home = {report.id: letters[one.page.id] for one in coded for report in one.reports}
    wanted = story.main

    def fit(event: Event) -> tuple[int, int, int, str]:
        pages = {home[report] for report in event.reports}
        right_type = event.type.label == wanted.type
        return len(pages & set(wanted.pages)), right_type, event.killed is not None, event.id

    placed = [event for event in linked.events if _at(event, wanted.place) and not event.type.label.startswith(SAID)]
    best = max(placed, key=fit, default=None)
    return best if best is not None and fit(best)[0] else None


def _at(event: Event, place: str) -> bool:
    if event.place is None:
        return False
    return fold_name(place) in fold_name(f"{event.place.name} {event.place.within or ''}")


class Score(Struct):
    """Sums over stories; each measure is a pair of hits and tries, or of precision and recall."""

    counts: dict[str, list[int]] = msgspec.field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def add(self, measure: str, right: bool) -> bool:
        self.counts[measure][0] += right
        self.counts[measure][1] += 1
        return right

    def add_sets(self, measure: str, ours: set[object], gold: set[object]) -> bool:
        for name, base in ((f"{measure}_precision", ours), (f"{measure}_recall", gold)):
            self.counts[name][0] += len(ours & gold)
            self.counts[name][1] += len(base)
        return ours == gold

    def measures(self) -> dict[str, float]:
        return {name: hits / tries for name, (hits, tries) in sorted(self.counts.items()) if tries}


def judge(story: Story, told: Told, score: Score) -> Iterator[str]:
    """Score one story; what is wrong, in words."""
    gold, event = story.main, told.main
    deeds = [one for one in told.linked.events if not one.type.label.startswith(SAID)]
    if not score.add("events", len(deeds) == story.events):
        yield f"{len(deeds)} events, not {story.events}: {', '.join(_words(one) for one in deeds)}"
    ours, pairs = _group_pairs(told), {pair for group in story.groups for pair in combinations(sorted(group), 2)}
    if not score.add_sets("copies", set(ours), set(pairs)):
        yield f"copies {sorted(ours)}, not {sorted(pairs)}"
    if not score.add("main_found", event is not None) or event is None:
        for measure in ("joined", "voices", "grade", *(["killed", "range"] if gold.killed else [])):
            score.add(measure, False)
        score.add_sets("contradictions", set(), set(gold.contradictions))
        yield f"no event in {gold.place}"
        return
    home = {report.id: told.name[one.page.id] for one in told.coded for report in one.reports}
    pages = {home[report] for report in event.reports}
    if not score.add("joined", pages == set(gold.pages)):
        yield f"told by {sorted(pages)}, not {sorted(gold.pages)}: {', '.join(_words(one) for one in deeds)}"
    if not score.add("voices", event.voices.independent == gold.voices):
        yield f"{event.voices.independent} voices, not {gold.voices}: {_because(event)}"
    if not score.add("grade", event.grade == gold.grade):
        yield f"{event.grade}, not {gold.grade}: {_because(event)}"
    yield from _judge_figures(gold, event, told, score)
    yield from _judge_findings(gold, event, told, score)


def _judge_figures(gold: Main, event: Event, told: Told, score: Score) -> Iterator[str]:
    if not gold.killed:
        return
    figures = {figure.id: figure for one in told.coded for figure in one.figures}
    by_voice = event.killed.by_voice if event.killed is not None else ()
    ours = {(toll.low, toll.high) for toll in by_voice}
    if not score.add("killed", ours == set(gold.killed)):
        yield f"killed {sorted(ours, key=str)}, not {sorted(set(gold.killed), key=str)}"
    low, high = airwars_range([apply("airwars", figures[toll.figure]) for toll in by_voice])
    least = min((low for low, _ in gold.killed if low is not None), default=None)
    most = None if any(high is None for _, high in gold.killed) else max(high or 0 for _, high in gold.killed)
    if not score.add("range", _covers((low, high), (least, most))):
        yield f"range {low} to {high}, not {least} to {most}"


def _covers(ours: Range, gold: Range) -> bool:
    """Whether our range holds the gold's: its least is no more and its most no less; an open most is beyond all."""
    if ours[0] is None:
        return False
    most = float("inf") if ours[1] is None else ours[1]
    return ours[0] <= (gold[0] or 0) and (gold[1] is None or most >= gold[1])


def _judge_findings(gold: Main, event: Event, told: Told, score: Score) -> Iterator[str]:
    own = {event.id, *event.reports}
    found = {
        finding.reasons[0].rule
        for finding in told.linked.findings
        if finding.kind == "contradiction" and own & set(finding.members)
    }
    if not score.add_sets("contradictions", set(found), set(gold.contradictions)):
        yield f"contradictions {sorted(found)}, not {sorted(gold.contradictions)}"
    kinds = {
        finding.kind
        for finding in told.linked.findings
        if finding.kind in ("arithmetic", "toll_series", "recirculated", "planned_then_happened")
    }
    if not score.add_sets("findings", set(kinds), set(gold.findings)):
        yield f"findings {sorted(kinds)}, not {sorted(gold.findings)}"


def _group_pairs(told: Told) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for group in told.linked.source_groups:
        letters = sorted(told.name[page] for page in group.pages)
        found |= set(combinations(letters, 2))
    return found


def _words(event: Event) -> str:
    place = event.place.name if event.place is not None else "?"
    day = event.when.edtf if event.when is not None else "?"
    return f"{event.type.label}@{place}/{day}"


def _because(event: Event) -> str:
    return " | ".join(reason.says for reason in event.reasons if reason.rule not in ("joined", "airwars"))


def speed(told_by: Iterable[Told], reports: int = 10_000) -> str:
    """How long weighing, and weighing without one outlet, takes on copies of the stories under ids of their own."""
    told = list(told_by)
    coded = [page for one in told for page in one.coded]
    linked = Linked(*(tuple(item for one in told for item in getattr(one.linked, name)) for name in FIELDS))
    rounds = -(-reports // sum(len(page.reports) for page in coded))
    pages = [page for at in range(rounds) for page in _renamed(coded, at)]
    parts = [_renamed(linked, at) for at in range(rounds)]
    every = Linked(*(tuple(item for part in parts for item in getattr(part, name)) for name in FIELDS))
    outlet = pages[0].page.outlet or pages[0].page.id
    began = time.process_time()
    weighed = weigh(pages, every)
    whole = time.process_time() - began
    began = time.process_time()
    weigh_without(pages, weighed, {outlet})
    left = time.process_time() - began
    count = sum(len(page.reports) for page in pages)
    return f"{count} reports, {len(every.events)} events: weighed in {whole:.2f} s, without {outlet} in {left:.2f} s"


FIELDS = ("source_groups", "events", "findings")
_ID = re.compile(rb"((?:page|[a-z_]*report|figure|claim|mention|event|source_group|finding)-[0-9a-f]{16})[0-9a-f]{4}")
_Kind = TypeVar("_Kind")


def _renamed(value: _Kind, at: int) -> _Kind:
    """`value` with other ids of the same length in it."""
    renamed: _Kind = pickle.loads(_ID.sub(rb"\g<1>%04d" % at, pickle.dumps(value)))
    return renamed


def measure(part: str = "dev") -> dict[str, float]:
    """All measures, for the gate."""
    score, rooms = Score(), Rooms()
    for name, story in stories(part).items():
        for _ in judge(story, tell(name, story, rooms), score):
            pass
    return score.measures()


def main(arguments: list[str] | None = None) -> int:
    """Score and list."""
    parser = argparse.ArgumentParser(prog="evals.weighing", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev", help="tune on dev, report on test")
    parser.add_argument("--errors", action="store_true", help="what is wrong with each story (dev only)")
    parser.add_argument("--show", nargs="+", default=[], metavar="STORY", help="all events and findings of these (dev)")
    parser.add_argument("--speed", action="store_true", help="time 10,000 reports instead")
    options = parser.parse_args(arguments)
    if options.part == "test" and (options.errors or options.show):
        parser.error("the test part is looked at only as sums")
    score, rooms = Score(), Rooms()
    told_by = stories(options.part)
    if options.speed:
        print(speed(tell(name, story, rooms) for name, story in told_by.items()))
        return 0
    for name, story in told_by.items():
        told = tell(name, story, rooms)
        wrong = list(judge(story, told, score))
        if options.errors and wrong:
            print(f"{name}\n" + "\n".join(f"    {each}" for each in wrong))
        if name in options.show:
            print("\n".join(_listing(told)))
    for measured, value in score.measures().items():
        hits, tries = score.counts[measured]
        print(f"{measured:26}{value:.3f}  ({hits} of {tries})")
    print(f"{len(told_by)} stories, {sum(len(story.pages) for story in told_by.values())} pages")
    return 0


def _listing(told: Told) -> Iterable[str]:
    home = {report.id: (told.name[one.page.id], report) for one in told.coded for report in one.reports}
    for event in told.linked.events:
        yield f"  {_words(event)} {event.grade} {event.voices} {event.killed and event.killed.by_voice}"
        for name in event.reports:
            letter, report = home[name]
            sides = " ".join(f"{part.role}:{part.actor.name}" for part in report.participants)
            voices = " ← ".join(f"{voice.speaker}({voice.kind},{voice.cue})" for voice in report.attribution)
            yield f"     {letter} {report.type.label} {report.status} | {sides} | {voices} | {report.span.quote[:90]}"
        yield from (f"     - {reason.rule}: {reason.says}" for reason in event.reasons)
    for finding in told.linked.findings:
        yield f"  {finding.kind}: {finding.says}"
    for group in told.linked.source_groups:
        yield f"  {group.kind} from {group.origin}: {[told.name[page] for page in group.pages]}"


if __name__ == "__main__":
    sys.exit(main())
