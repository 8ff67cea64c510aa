"""Incidents of MUC-4 (Latin America, 1988-1990) as our rooms read them, by the rules of GTT and of GRIT.

    python -m evals.muc4 [--part train|dev] [--pages N] [--errors N]

The texts are in upper case and read so. A report becomes a template by `muc4.yaml`; reports of one incident are one
template (`muc4_mapping.py`). Nothing is trained on MUC-4. Test is held back; published there: GTT 50.2, IterX 53.1
(templates), GRIT 54.5 (fillers). Tune on the even documents of train, confirm on the odd ones, report dev.
"""

import argparse
import sys
from collections.abc import Iterable

from crossreport.coding import code
from crossreport.coding.page.document import Document
from crossreport.grounding.ground import ground
from crossreport.model import Page
from evals.corpora import Absent
from evals.muc4_gold import (
    PARTS,
    SLOTS,
    TYPE,
    Counts,
    Entity,
    Slots,
    Story,
    Template,
    score_fillers,
    score_templates,
    stories,
)
from evals.muc4_mapping import templates_of
from evals.rooms import Rooms, capture_of

GATE_PAGES = 66  # every third dev document


def fillers(templates: Iterable[Template]) -> Slots:
    """The entities of a page by slot, whatever the template."""
    made: dict[str, dict[Entity, None]] = {slot: {} for slot in SLOTS}
    for each in templates:
        for slot, found in each.slots.items():
            made[slot].update(dict.fromkeys(found))
    return {slot: tuple(found) for slot, found in made.items()}


def read(story: Story, rooms: Rooms) -> list[Template]:
    """The templates of one document; none where the reading room rejects it."""
    try:
        page: Page = rooms.read(capture_of(f"{story.id}.txt", f"{story.dateline} -- {story.text}"))
    except Absent:
        return []
    analysis = rooms.analyse(page)
    mentions = ground(page, analysis)
    coded = code(page, analysis, mentions)
    return templates_of(Document(page, analysis, mentions), coded.reports)


def score(part: str, pages: int, *, errors: int = 0) -> tuple[Counts, Counts]:
    """Templates by GTT's rule, fillers by GRIT's, over `pages` documents taken evenly."""
    everything = list(stories(part))
    rooms, by_gtt, by_grit = Rooms(), Counts(), Counts()
    for story in everything[:: max(1, len(everything) // pages)][:pages]:
        ours = read(story, rooms)
        score_templates(by_gtt, story.templates, ours)
        score_fillers(by_grit, story.fillers, fillers(ours))
        if errors > 0 and part == "train":
            errors -= 1
            sys.stdout.write(_listed(story, ours))
    return by_gtt, by_grit


def _listed(story: Story, ours: Iterable[Template]) -> str:
    lines = [f"\n{story.id}"]
    for whose, templates in (("gold", story.templates), ("ours", ours)):
        lines += [
            f"  {whose} {t.incident} { {s: [sorted(e) for e in v] for s, v in t.slots.items() if v} }"
            for t in templates
        ]
    return "\n".join(lines) + "\n"


def measure() -> dict[str, float]:
    """Micro F1 by both rules on a fixed sample of dev, for the gate."""
    by_gtt, by_grit = score("dev", GATE_PAGES)
    values = {"templates": by_gtt.scores((TYPE, *SLOTS))[2], "fillers": by_grit.scores(SLOTS)[2]}
    values |= {name.lower(): by_gtt.scores((name,))[2] for name in (TYPE, *SLOTS)}
    return values


def main(arguments: list[str] | None = None) -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(prog="evals.muc4", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--errors", type=int, default=0, help="of the training part: list the first N documents")
    options = parser.parse_args(arguments)
    try:
        by_gtt, by_grit = score(options.part, options.pages, errors=options.errors)
    except Absent as absent:
        sys.stdout.write(f"skipped: {absent}\n")
        return 0
    rows = [("GTT: all", by_gtt, (TYPE, *SLOTS)), *((f"  {name}", by_gtt, (name,)) for name in (TYPE, *SLOTS))]
    rows += [("GRIT: all", by_grit, SLOTS), *((f"  {name}", by_grit, (name,)) for name in SLOTS)]
    for name, counts, slots in rows:
        p, r, f1 = counts.scores(slots)
        sys.stdout.write(f"{name:18}P {p:.3f}  R {r:.3f}  F1 {f1:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
