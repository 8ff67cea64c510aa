"""Relations between entities that re3d's coders marked, beside those that follow from our record.

    python -m evals.re3d [--part dev|test] [--missed]

Three of re3d's relations have a counterpart in a record of events: who fights whom (`FightingAgainst`: two sides of
one event by force), who deals with whom (`CommWith`: the parties of talks, or who addresses whom), what is where
(`CoLocated`: who takes part in an event, and its place). A relation is found if one of ours of its kind has both its
ends, in either order: ends are the same if their spans overlap. The corpus marks relations inside of sentences, so
ours count only where one sentence holds both ends. Coders gave a confidence; relations below .5 are left out. The
corpus's other relations (belonging, synonyms, ranks, liking, attributes) are no events, and not looked for. It marks
more than coders of events record: standing enmity ("the fight against X"), "we", each strike beside each thing it
hit. `dev` is two documents in three, `test` the third; nothing was fitted on either, but `corpus/real` has codings of
31 of these documents.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

from msgspec import Struct

from crossreport.model import CodedPage, EventReport, Sentence, Span
from evals.agreement import Rate
from evals.corpora import Absent, find
from evals.rooms import Rooms, capture_of
from evals.same import group
from training.language.name_corpora import json_lines

KINDS = ("FightingAgainst", "CommWith", "CoLocated")
SURE = 0.5
TEST_EVERY = 3
PARTS = ("dev", "test")
# The corpus's relation between the two sides of an event, by the family of its type (`same.yaml`).
KIND_OF = {
    **dict.fromkeys(("fight", "air", "fire", "civ", "hold"), "FightingAgainst"),
    **dict.fromkeys(("talk", "agree", "say"), "CommWith"),
}
SIDES = {"does": ("agent", "speaker"), "suffers": ("target", "recipient", "victim"), "party": ("party", "mediator")}


class Relation(Struct, frozen=True, order=True):
    """Two ends, as [start, end) of the text, the earlier first, and what joins them."""

    kind: str
    one: tuple[int, int]
    two: tuple[int, int]


class Asked(Struct, frozen=True):
    """A document with its relations."""

    name: str
    text: str
    gold: tuple[Relation, ...]


def documents(part: str) -> list[Asked]:
    """The documents of a part, by their ids.

    Raises:
        Absent: the corpus is not here.
    """
    found = [each for folder in sorted(find("data/re3d").iterdir()) if folder.is_dir() for each in _documents(folder)]
    found.sort(key=lambda each: each.name)
    return [each for at, each in enumerate(found) if (at % TEST_EVERY == 0) == (part == "test")]


def _documents(folder: Path) -> Iterator[Asked]:
    marked = json_lines(folder, "relations")
    for document in json_lines(folder, "documents"):
        own = [row for row in marked if row["documentId"] == document["_id"]]
        kept = {_gold(row) for row in own if row["confidence"] >= SURE and row["type"] in KINDS}
        yield Asked(document["_id"], document["text"], tuple(sorted(kept)))


def _gold(row: dict[str, Any]) -> Relation:
    return _between(row["type"], (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"]))


def _between(kind: str, one: tuple[int, int], two: tuple[int, int]) -> Relation:
    return Relation(kind, min(one, two), max(one, two))


def relations_of(coded: CodedPage, sentences: Iterable[Sentence]) -> set[Relation]:
    """What follows from the reports and mentions of a page, inside of one sentence each."""
    found = {each for report in coded.reports for each in _of_report(report)}
    bounds = [(one.start, one.end) for one in sentences]
    return {each for each in found if any(start <= each.one[0] and each.two[1] <= end for start, end in bounds)}


def _of_report(report: EventReport) -> Iterator[Relation]:
    sides = {
        role: [_ends(each.span) for each in report.participants if each.role in roles] for role, roles in SIDES.items()
    }
    across = [*product(sides["does"], sides["suffers"]), *combinations(sides["party"], 2)]
    kind = KIND_OF.get(group(report.type.label))
    if kind:
        yield from (_between(kind, *ends) for ends in across)
    places = [place.span for place in (report.places or (report.place,)) if place is not None]
    for taking, span in product(report.participants, places):
        if span is not None:
            yield _between("CoLocated", _ends(taking.span), _ends(span))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def found(gold: Sequence[Relation], ours: Sequence[Relation]) -> list[tuple[int, int]]:
    """One-to-one pairs of the same relation, by index, in the order of the text."""
    left = list(range(len(ours)))
    pairs = []
    for at, wanted in enumerate(gold):
        other = next((i for i in left if ours[i].kind == wanted.kind and _same(wanted, ours[i])), None)
        if other is not None:
            left.remove(other)
            pairs.append((at, other))
    return pairs


def _same(gold: Relation, ours: Relation) -> bool:
    return _meet(gold.one, ours.one) and _meet(gold.two, ours.two)


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def run(part: str) -> Iterator[tuple[Asked, list[Relation]]]:
    """Every document of a part with the relations that follow from our record of it."""
    rooms = Rooms()
    for asked in documents(part):
        page = rooms.read(capture_of(f"{asked.name}.txt", asked.text))
        coded = rooms.code(capture_of(f"{asked.name}.txt", asked.text))
        yield asked, sorted(relations_of(coded, rooms.analyse(page).sentences))


def score(part: str) -> dict[str, Rate]:
    """Counts by relation."""
    rates = {kind: Rate() for kind in KINDS}
    for asked, ours in run(part):
        hits = found(asked.gold, ours)
        for kind, rate in rates.items():
            of_gold = [each for each in asked.gold if each.kind == kind]
            rate.add(
                len(of_gold),
                sum(each.kind == kind for each in ours),
                sum(asked.gold[at].kind == kind for at, _ in hits),
            )
    return rates


def measure() -> dict[str, float]:
    """F1 by relation, on both parts: nothing was tuned on either."""
    return {f"{_key(kind)}_{part}": rate.f1 for part in PARTS for kind, rate in score(part).items()}


def _key(kind: str) -> str:
    return {"FightingAgainst": "fighting", "CommWith": "dealing", "CoLocated": "located"}[kind]


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and with `--missed` the relations of dev that we do not have."""
    parser = argparse.ArgumentParser(prog="evals.re3d", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--missed", action="store_true", help="list what is missed and invented (dev only)")
    options = parser.parse_args(arguments)
    try:
        for kind, rate in score(options.part).items():
            print(f"{kind:16} {rate}")
        if options.missed:
            _list()
    except Absent as absent:
        print(f"skipped: {absent}")
    return 0


def _list() -> None:
    for asked, ours in run("dev"):
        hits = found(asked.gold, ours)
        missed = [each for at, each in enumerate(asked.gold) if at not in {gold for gold, _ in hits}]
        invented = [each for at, each in enumerate(ours) if at not in {own for _, own in hits}]
        for word, listed in (("missed", missed), ("invented", invented)):
            for each in listed:
                one, two = (asked.text[slice(*ends)] for ends in (each.one, each.two))
                print(f"{asked.name[:8]} {word:8} {each.kind:16} {one!r} – {two!r}")


if __name__ == "__main__":
    sys.exit(main())
