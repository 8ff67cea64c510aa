"""Whom mentions name: annotated mentions of real pages, names of six wars, and sides swapped.

    python -m evals.actors [--errors] [--part dev|test]

`actor_mentions.json` gives, by document of FA-KES or re3d, offsets of mentions with the ids that are right: an actor's
or a person's, `office:` and the actor that an office acts for, `nil` (a named group that the register does not hold)
or `unspecified` (the page does not say who). They were annotated before the system's answers were looked at.
"""

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from crossreport.model import Actor, Mention
from crossreport.words.register import register
from evals.actor_names import measure_names
from evals.corpora import Absent, fa_kes_articles, find
from evals.rooms import Rooms, capture_of
from evals.side_swap import measure_swaps

GOLD = Path(__file__).parent / "actor_mentions.json"
NIL, UNSPECIFIED, OFFICE = "nil", "unspecified", "office:"
_AROUND = 40  # characters on both sides of a mention that are the same in a copy
RIGHT, WRONG, MISSED, SILENT = "right", "wrong", "abstained", "no mention"


class Gold(Struct, frozen=True):
    """A mention's offsets in the text of its document, and the ids that are right for it."""

    start: int
    end: int
    ids: frozenset[str]


class Judged(Struct, frozen=True):
    """A gold mention, what the system made of it, and how that is judged."""

    gold: Gold
    mention: Mention | None
    verdict: str


def gold_mentions(part: str) -> dict[str, list[Gold]]:
    """The annotated mentions by document."""
    documents = json.loads(GOLD.read_text(encoding="utf-8"))
    return {
        name: [Gold(row[0], row[1], frozenset(row[2:])) for row in one["mentions"]]
        for name, one in documents.items()
        if one["part"] == part
    }


@cache
def texts() -> Mapping[str, tuple[str, str | None]]:
    """Text and ISO day of every document; the day is None where the corpus has none."""
    found: dict[str, tuple[str, str | None]] = {
        f"fa_kes:{one.id}": (one.text, one.published) for one in fa_kes_articles().values()
    }
    for path in sorted(find("data/re3d").glob("*/documents.json*")):
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as stream:
            rows = [json.loads(line) for line in stream if line.strip()]
        found.update({f"re3d:{row['_id']}": (row["text"], None) for row in rows})
    return found


def judge(gold: Gold, mention: Mention | None) -> str:
    """Right, wrong (another actor), abstained (nobody or a class where one actor is meant), or no mention."""
    value = None if mention is None else mention.value
    if not isinstance(value, Actor):
        if UNSPECIFIED in gold.ids:
            return RIGHT
        return SILENT if mention is None else MISSED
    if _fits(gold, value):
        return RIGHT
    return MISSED if value.generic else WRONG


def _fits(gold: Gold, value: Actor) -> bool:
    if value.id in gold.ids or (UNSPECIFIED in gold.ids and value.generic):
        return True
    if NIL in gold.ids and value.id not in register().actors and value.kind != "person":
        return True
    offices = {one.removeprefix(OFFICE) for one in gold.ids if one.startswith(OFFICE)}
    return bool(offices & {value.affiliation, value.id})


def meant(gold: Gold, mentions: Iterable[Mention]) -> Mention | None:
    """The system's mention for a gold one: its head lies inside; else the shortest that covers it."""
    near = [one for one in mentions if one.span.start < gold.end and gold.start < one.span.end]
    inside = [one for one in near if one.head is not None and gold.start <= one.head < gold.end]
    if inside:
        return max(inside, key=lambda one: (one.head or 0, one.span.end - one.span.start))
    covering = [one for one in near if one.span.start <= gold.start and gold.end <= one.span.end]
    return min(covering, key=lambda one: one.span.end - one.span.start, default=None)


def run(part: str) -> dict[str, tuple[str, list[Judged]]]:
    """By document: its text and the judged mentions."""
    rooms, judged = Rooms(), {}
    for name, golds in gold_mentions(part).items():
        text, day = texts()[name]
        golds = [gold for gold in golds if not _repeated(text, gold)]
        coded = rooms.try_code(capture_of(f"{name.replace(':', '-')}.txt", text), day)
        mentions = [one for one in coded.mentions if one.kind in ("actor", "person")] if coded else []
        judged[name] = text, [Judged(gold, one, judge(gold, one)) for gold in golds for one in [meant(gold, mentions)]]
    return judged


def _repeated(text: str, gold: Gold) -> bool:
    """Whether a mention stands in a word-for-word copy of an earlier passage or the headline, which is furniture."""
    title = text.partition("\n\n")[0]
    again = text.find(title, len(title)) if "\n\n" in text else -1
    if 0 <= again <= gold.start < again + len(title):
        return True
    return text.find(text[max(0, gold.start - _AROUND) : gold.end + _AROUND]) < gold.start - _AROUND


def linking(part: str) -> dict[str, float]:
    """Accuracy and the share of wrong actors over one part."""
    verdicts = Counter(one.verdict for _, rows in run(part).values() for one in rows)
    total = max(1, verdicts.total())
    counted = {f"mentions_{part}": float(verdicts.total())}
    return {**counted, f"accuracy_{part}": verdicts[RIGHT] / total, f"wrong_{part}": verdicts[WRONG] / total}


def measure() -> dict[str, float]:
    """All measures, for the gate."""
    return {**linking("dev"), **linking("test"), **measure_names(), **measure_swaps()}


def errors(part: str) -> Iterable[str]:
    """A line for every mention that is not right."""
    for name, (text, rows) in run(part).items():
        for one in rows:
            if one.verdict != RIGHT:
                yield f"{name} {one.verdict}: {_context(text, one.gold)} {sorted(one.gold.ids)} {_answer(one.mention)}"


def _context(text: str, gold: Gold) -> str:
    around = f"{text[max(0, gold.start - 50) : gold.start]}[[{text[gold.start : gold.end]}]]{text[gold.end :][:40]}"
    return " ".join(around.split())


def _answer(mention: Mention | None) -> str:
    if mention is None:
        return "-> no mention"
    value = mention.value
    why = "; ".join(f"{reason.rule}: {reason.says}" for reason in mention.reasons)
    return f"-> {mention.span.quote!r} = {value.id if isinstance(value, Actor) else None} ({why})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures, or the errors of one part."""
    parser = argparse.ArgumentParser(prog="evals.actors", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="every mention that is not right, with our answer")
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    options = parser.parse_args(arguments)
    try:
        lines = list(errors(options.part)) if options.errors else [f"{k} {v:.4f}" for k, v in measure().items()]
    except Absent as absent:
        lines = [f"skipped: {absent}"]
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
