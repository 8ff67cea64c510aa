"""Incidents of MUC-4 (Latin America, 1988-1990) as our rooms read them, by the rules of GTT and of GRIT.

    python -m evals.muc4 [--part train|dev] [--pages N] [--errors N]

The texts are in upper case and read so. A report becomes a template by `muc4.yaml`; reports of one incident are one
template. Doers are our participants' own words,
parted into individuals and organisations; victims are the persons by name (the gold has no others). The record holds no
things attacked and no weapons: their nouns are taken from the sentences of the report's evidence. Nothing is trained on
MUC-4. Test is held back; published there: GTT 50.2, IterX 53.1 (templates), GRIT 54.5 (fillers). Tune on train, report
dev.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from crossreport.coding import code
from crossreport.coding.document import Document, Word
from crossreport.grounding.ground import ground
from crossreport.model import EventReport, Page, Participant
from crossreport.words.events import ontology
from evals.corpora import Absent, own_yaml
from evals.muc4_gold import (
    PARTS,
    SLOTS,
    TYPE,
    Counts,
    Entity,
    Slots,
    Story,
    Template,
    normal,
    score_fillers,
    score_templates,
    stories,
)
from evals.rooms import Rooms, capture_of

GATE_PAGES = 66  # every third dev document
NAMED = ("compound", "amod", "flat", "nmod:poss", "nummod")
_NUMBER = re.compile(r"^[\W\d]+$")


class Mapping(Struct, frozen=True):
    """`muc4.yaml`."""

    incidents: dict[str, str]
    statuses: frozenset[str]
    words: dict[str, frozenset[str]]
    organisations: frozenset[str]
    individuals: frozenset[str]
    bodies: frozenset[str]
    targets: tuple[str, ...]
    more_targets: frozenset[str]
    weapons: frozenset[str]
    pronouns: frozenset[str]
    hedges: frozenset[str]

    @property
    def things(self) -> frozenset[str]:
        """The nouns of things attacked."""
        return self.more_targets.union(*(ontology().classes[name] for name in self.targets))


@cache
def mapping() -> Mapping:
    """Our ontology in MUC-4's terms."""
    return own_yaml("muc4.yaml", Mapping)  # type: ignore[no-any-return]


def templates_of(doc: Document, reports: Iterable[EventReport]) -> list[Template]:
    """The page's templates, one an incident type."""
    found: dict[str, dict[str, set[str]]] = {}
    for report in reports:
        words = evidence(doc, report)
        incident = incident_of(doc, report, words)
        if incident is None:
            continue
        slots = found.setdefault(incident, {slot: set() for slot in SLOTS})
        for slot, entity in entities(doc, report, words):
            if entity:
                slots[slot].add(entity)
    return [
        Template(incident, {slot: _whole(names) for slot, names in slots.items()}) for incident, slots in found.items()
    ]


def _whole(names: set[str]) -> tuple[Entity, ...]:
    """One entity a name, without those that are only the end of another: a surname behind the whole name."""
    kept = [name for name in names if not any(other.endswith(f" {name}") for other in names)]
    return tuple(frozenset({name}) for name in sorted(kept))


def incident_of(doc: Document, report: EventReport, words: list[Word]) -> str | None:
    """MUC-4's name for what the report tells; None for what it does not ask for."""
    incident = mapping().incidents.get(report.type.label)
    if incident is None or report.status not in mapping().statuses:
        return None
    lemmas = {doc.lemma(word) for word in words}
    return next((name for name, known in mapping().words.items() if lemmas & known), incident)


def evidence(doc: Document, report: EventReport) -> list[Word]:
    """The words of the clauses that tell the report."""
    found: dict[Word, None] = {}
    for span in (report.span, *report.evidence):
        for word in doc.words():
            token = doc.token(word)
            if token.start < span.end and span.start < token.end:
                found.update(dict.fromkeys(doc.clause(doc.clause_root(word))))
    return list(found)


def entities(doc: Document, report: EventReport, words: list[Word]) -> Iterator[tuple[str, str]]:
    """Slot and name of everything that fills a slot."""
    for one in report.participants:
        if one.role == "agent":
            yield from doers(one)
        elif one.role in ("target", "victim") and one.actor.kind == "person" and not one.actor.generic:
            yield "Victim", normal(_written(one))
    for word in words:
        if doc.token(word).upos == "NOUN" and doc.rel(word) != "compound":
            lemma = doc.lemma(word)
            if lemma in mapping().weapons:
                yield "Weapon", normal(phrase(doc, word))
            elif lemma in mapping().things and doc.rel(word) in ("obj", "obl", "nsubj", "nmod", "conj"):
                yield "Target", normal(phrase(doc, word))


def doers(one: Participant) -> Iterator[tuple[str, str]]:
    """The words for a doer as an individual, an organisation or both ("Red Sun guerrillas")."""
    words = normal(_written(one)).split()
    kept = [word for word in words if not _NUMBER.match(word) and word not in mapping().hedges]
    if not kept:
        return
    if set(words) & _forms(mapping().individuals):
        yield "PerpInd", " ".join(kept)
        named = [word for word in kept if word not in _forms(mapping().individuals)]
        if named and not one.actor.generic and one.actor.kind in mapping().organisations:
            yield "PerpOrg", " ".join(named)
    elif one.actor.kind in ("person", "civilians"):
        yield "PerpInd", " ".join(kept)
    elif one.actor.kind in mapping().organisations:
        yield "PerpOrg", " ".join(kept)


def _written(one: Participant) -> str:
    """The page's words for somebody; the name for a pronoun; empty for a pronoun of somebody without one."""
    if one.as_written.lower() not in mapping().pronouns:
        return one.as_written
    return "" if one.actor.generic else one.actor.name


@cache
def _forms(lemmas: frozenset[str]) -> frozenset[str]:
    irregular = {"men", "persons", "people"}
    return frozenset({*lemmas, *(f"{each}s" for each in lemmas), *irregular})


def phrase(doc: Document, word: Word) -> str:
    """A noun with the words that name it, as written."""
    parts = [kid for kid in doc.kids(word) if kid < word and doc.token(kid).rel in NAMED]
    first = min([word, *(doc.subtree(kid)[0] for kid in parts if doc.rel(kid) != "nummod")])
    return doc.page.text[doc.token(first).start : doc.token(word).end]


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
