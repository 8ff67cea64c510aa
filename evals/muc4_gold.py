"""MUC-4's documents and keys as GTT and GRIT prepared them, and what their scorers count.

GTT (Du, Rush, Cardie 2021): templates of one incident type and five slots of entities, an entity being the names that
the page has for it. A template is paired with at most one of the other side and only if its type stands in the gold's;
pairs are chosen so that the page's micro F1 is the highest. Within a pair an entity is right if all its names are names
of one gold entity; the type counts like an entity. GRIT (Du, Rush, Cardie 2020): the entities of a page by slot, in
whatever template, paired one to one (CEAF-TF). Names are compared lower case, without punctuation and articles. Both
rules are written anew here.
"""

import gzip
import json
import re
import string
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from evals.agreement import Rate
from evals.corpora import find

SLOTS = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE = "incident_type"
PARTS = ("train", "dev")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)
Entity = frozenset[str]
Slots = dict[str, tuple[Entity, ...]]


class Template(Struct, frozen=True):
    """One incident; a gold type can name two ("bombing / attack")."""

    incident: str
    slots: Slots

    @property
    def size(self) -> int:
        """The type and every entity."""
        return 1 + sum(len(entities) for entities in self.slots.values())


class Story(Struct, frozen=True):
    """One document in upper case, and its gold."""

    id: str
    dateline: str
    text: str
    templates: tuple[Template, ...]
    fillers: Slots


class Counts(Struct):
    """Rates by slot; GTT's precision and recall have numerators of their own."""

    precision: dict[str, Rate] = field(default_factory=dict)
    recall: dict[str, Rate] = field(default_factory=dict)

    def add(self, name: str, right: int, given: int, found: int, wanted: int) -> None:
        """`right` of `given`, `found` of `wanted`."""
        self.precision.setdefault(name, Rate()).add(0, given, right)
        self.recall.setdefault(name, Rate()).add(wanted, 0, found)

    def scores(self, names: Sequence[str]) -> tuple[float, float, float]:
        """Precision, recall and F1 over the names together."""
        precision, recall = Rate(), Rate()
        for name in names:
            precision.add(0, self.precision.get(name, Rate()).ours, self.precision.get(name, Rate()).hits)
            recall.add(self.recall.get(name, Rate()).gold, 0, self.recall.get(name, Rate()).hits)
        p, r = precision.precision, recall.recall
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def normal(name: str) -> str:
    """A name as both scorers compare it.

    >>> normal('The "Black River" Front')
    'black river front'
    """
    return " ".join(_ARTICLES.sub(" ", name.lower().translate(_PUNCTUATION)).split())


def stories(part: str) -> Iterator[Story]:
    """Every document of a part, in the corpus's order."""
    raw = {row["docid"]: row for row in _rows(f"data/muc4/proc_output/doc_{part}.gz")}
    fillers = {row["docid"]: row for row in _rows(f"data/muc4/role_filler_grit/{part}.json.gz")}
    for row in _rows(f"data/muc4/processed/{part}.json.gz"):
        name, page = row["docid"], raw[row["docid"]]
        templates = tuple(dict.fromkeys(_key(each) for each in row["templates"]))
        slots = _slots(fillers[name]["extracts"]) if name in fillers else {}
        made = tuple(Template(incident, dict(entities)) for incident, entities in templates)
        yield Story(name, page["dateline"] or "", page["text"], made, slots)


def _rows(path: str) -> Iterator[dict]:  # type: ignore[type-arg]
    with gzip.open(find(path), "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def _key(row: dict) -> tuple[str, tuple[tuple[str, tuple[Entity, ...]], ...]]:  # type: ignore[type-arg]
    return row["incident_type"], tuple(_slots(row).items())


def _slots(row: dict) -> Slots:  # type: ignore[type-arg]
    return {
        slot: tuple(frozenset(normal(mention[0]) for mention in entity) for entity in row.get(slot, ()) if entity)
        for slot in SLOTS
    }


def score_templates(counts: Counts, gold: Sequence[Template], ours: Sequence[Template]) -> None:
    """Count one page by GTT's rule."""
    pairs = dict(best_pairs(gold, ours))
    for name in (TYPE, *SLOTS):
        given, wanted = (sum(_width(one, name) for one in side) for side in (ours, gold))
        right = sum(_hits(gold[g], ours[o], name)[0] for o, g in pairs.items())
        found = sum(_hits(gold[g], ours[o], name)[1] for o, g in pairs.items())
        counts.add(name, right, given, found, wanted)


def best_pairs(gold: Sequence[Template], ours: Sequence[Template]) -> list[tuple[int, int]]:
    """Ours to gold, one to one, of the highest micro F1.

    The denominators are the same for every pairing, so of all sums of right and found only those count that no other
    beats in both: they are carried from template to template for every set of gold templates already taken.
    """
    states: dict[int, list[tuple[int, int, tuple[tuple[int, int], ...]]]] = {0: [(0, 0, ())]}
    for o, one in enumerate(ours):
        options = [(g, *_total(gold[g], one)) for g in range(len(gold)) if one.incident in gold[g].incident]
        grown = {taken: list(sums) for taken, sums in states.items()}
        for taken, sums in states.items():
            for g, right, found in options:
                if not taken >> g & 1:
                    grown.setdefault(taken | 1 << g, []).extend(
                        (a + right, b + found, (*pairs, (o, g))) for a, b, pairs in sums
                    )
        states = {taken: _unbeaten(sums) for taken, sums in grown.items()}
    given, wanted = sum(one.size for one in ours), sum(one.size for one in gold)
    ends = [each for sums in states.values() for each in sums]
    return list(max(ends, key=lambda each: (_f1(each[0], given, each[1], wanted), -len(each[2])))[2])


def _unbeaten(
    sums: list[tuple[int, int, tuple[tuple[int, int], ...]]],
) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    kept: list[tuple[int, int, tuple[tuple[int, int], ...]]] = []
    for each in sorted(sums, key=lambda one: (-one[0], -one[1])):
        if not kept or each[1] > kept[-1][1]:
            kept.append(each)
    return kept


def _f1(right: int, given: int, found: int, wanted: int) -> float:
    p, r = right / given if given else 0.0, found / wanted if wanted else 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


def _width(template: Template, name: str) -> int:
    return 1 if name == TYPE else len(template.slots.get(name, ()))


def _hits(gold: Template, ours: Template, name: str) -> tuple[int, int]:
    """How many of ours are right, and how many of the gold are found."""
    if name == TYPE:
        return 1, 1
    a, b = gold.slots.get(name, ()), ours.slots.get(name, ())
    return sum(any(o <= g for g in a) for o in b), sum(any(o <= g for o in b) for g in a)


def _total(gold: Template, ours: Template) -> tuple[int, int]:
    hits = [_hits(gold, ours, name) for name in (TYPE, *SLOTS)]
    return sum(right for right, _ in hits), sum(found for _, found in hits)


def score_fillers(counts: Counts, gold: Slots, ours: Slots) -> None:
    """Count one page by GRIT's strict rule."""
    for slot in SLOTS:
        a, b = gold.get(slot, ()), ours.get(slot, ())
        hits = _paired([[g for g, entity in enumerate(a) if each <= entity] for each in b])
        counts.add(slot, hits, len(b), hits, len(a))


def _paired(fits: Sequence[Sequence[int]]) -> int:
    """The most pairs, one to one, by growing paths."""
    taken: dict[int, int] = {}

    def place(one: int, seen: set[int]) -> bool:
        for other in fits[one]:
            if other not in seen:
                seen.add(other)
                if other not in taken or place(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    return sum(place(one, set()) for one in range(len(fits)))
