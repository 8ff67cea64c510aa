"""What speaks for each candidate of a happening's doer, target, place and day: features for `training/choosing.py`.

No feature knows who an actor is, only what kind it is: swapping the sides' names changes none of them.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from crossreport.coding.completing.completing import LOCAL
from crossreport.coding.page.document import Document, Word
from crossreport.coding.page.draft import Draft
from crossreport.coding.page.families import GROUPS
from crossreport.coding.phrases.nouns import actor
from crossreport.coding.settings.shared import block_of
from crossreport.model import Actor, Mention, Place, When
from crossreport.model.kinds import ARMED

DOERS = frozenset({"agent", "party", "speaker", "supporter", "mediator"})
TARGETS = frozenset({"target", "victim", "recipient"})
COARSE = frozenset({"country", "region", "admin1"})
Value = tuple[str, ...] | str | None
Features = dict[str, float]


class Candidate(Struct, frozen=True):
    """A value that the page holds, with what speaks for it; `rule` marks the one that the rules chose."""

    value: Value
    features: Features
    rule: bool = False


class Happening(Struct, frozen=True):
    """A draft among the drafts of its page."""

    doc: Document
    draft: Draft
    drafts: list[Draft]


def candidates(one: Happening, role: str) -> list[Candidate]:
    """Nothing, what the rules chose, and everything of that kind on the page."""
    given = _given(one.draft, role)
    context = _context(one.draft, role, given)
    found = [Candidate(None if role == "when" else (), _crossed("none", context), rule=given is None)]
    if given is not None:
        found.append(Candidate(given, _crossed("rule", context), rule=True))
    best: dict[Value, tuple[int, Candidate]] = {}
    for mention in one.doc.mentions:
        value, at = _value(mention, role), one.doc.word_of(mention)
        if value is None or at is None:
            continue
        distance, features = _beside(one, at, held=given is not None)
        features |= _of_kind(one, mention, role, features)
        if value not in best or distance < best[value][0]:
            best[value] = distance, Candidate(value, features)
    return found + [candidate for _, candidate in best.values()]


def _given(draft: Draft, role: str) -> Value:
    """What the rules chose; None for nothing."""
    if role == "when":
        return draft.when.edtf if draft.when is not None else None
    if role == "place":
        return tuple(dict.fromkeys(_written(place) for place, _ in draft.places)) or None
    roles = DOERS if role == "doer" else TARGETS
    return tuple(dict.fromkeys(actor(t.mention).name for t in draft.takings if t.role in roles)) or None


def _value(mention: Mention, role: str) -> Value:
    value = mention.value
    if role == "when":
        return value.edtf if isinstance(value, When) else None
    if role == "place":
        return (_written(value),) if isinstance(value, Place) else None
    return (value.name,) if isinstance(value, Actor) else None


def _written(place: Place) -> str:
    return place.name if place.span is None or place.kind in COARSE else place.span.quote


def _family(type_: str) -> str:
    return next((f"group {i}" for i, group in enumerate(GROUPS) if type_ in group), "other")


def _context(draft: Draft, role: str, given: Value) -> list[str]:
    """What is so of the happening whatever is chosen."""
    others = [t for t in draft.takings if t.role in (TARGETS if role == "doer" else DOERS)]
    kinds = {actor(t.mention).kind for t in others}
    other = "armed" if kinds & ARMED else "unarmed" if kinds else "none"
    found = [f"given {given is not None}", f"family {_family(draft.type)}", f"other side {other}", draft.scheme]
    found.append("local" if draft.type in LOCAL else "anywhere")
    found.append("unreal" if draft.status in ("planned", "threatened", "called_for") else draft.status)
    found += [name for name in ("weak", "toll_only", "anaphoric", "core") if getattr(draft, name)]
    found += ["place inherited"] * draft.place_inherited + ["time inherited"] * draft.when_inherited
    if role == "place" and draft.places and all(place.kind in COARSE for place, _ in draft.places):
        found.append("coarse")
    return found


def _crossed(name: str, context: list[str]) -> Features:
    return {name: 1.0} | {f"{name} & {each}": 1.0 for each in context}


def _beside(one: Happening, at: Word, *, held: bool) -> tuple[int, Features]:
    """Sentences between the candidate and the nearest telling, and how it stands to that."""
    doc = one.doc
    near = min(one.draft.words, key=lambda w: (abs(at.sentence - w.sentence), abs(at.token - w.token)))
    apart = at.sentence - near.sentence
    features: Features = {f"given {held} & {_far(apart)}": 1.0, _far(apart): 1.0}
    if block_of(doc, at) == block_of(doc, near):
        features["paragraph"] = 1.0
    if doc.page.blocks[block_of(doc, at)].kind == "title":
        features["title"] = 1.0
    if apart == 0:
        features |= _in_sentence(doc, at, near)
    return abs(apart), features


def _far(apart: int) -> str:
    return f"sentences {apart}" if -2 <= apart <= 2 else "far"


def _in_sentence(doc: Document, at: Word, near: Word) -> Features:
    above, rel = doc.path(at), doc.token(at).rel
    features = {f"rel {rel}": 1.0, "tokens": min(abs(at.token - near.token), 25) / 25, "before": float(at < near)}
    features["below"] = float(near in above)
    features["beside"] = float(any(step in above for step in doc.path(near)[1:3]))
    features["clause"] = float(doc.clause_root(at) == doc.clause_root(near))
    for step in above[:3]:
        for case in doc.cases(step):
            features[f"case {case}"] = 1.0
    return features


def _of_kind(one: Happening, mention: Mention, role: str, beside: Features) -> Features:
    value = mention.value
    if isinstance(value, When):
        same = "sentences 0" in beside
        return {f"precision {value.precision}": 1.0, f"precision {value.precision} & same {same}": 1.0}
    if isinstance(value, Place):
        fine = value.kind not in COARSE
        return {f"fine {fine}": 1.0, f"kind {value.kind}": 1.0} | dict(_place_company(one, value))
    assert isinstance(value, Actor)
    return dict(_actor_company(one, value, role))


def _place_company(one: Happening, value: Place) -> Iterator[tuple[str, float]]:
    coarse = [place for place, _ in one.draft.places if place.kind in COARSE]
    if coarse and value.kind not in COARSE:
        yield "refines", float(any(place.country == value.country for place in coarse))
    if any(value.name in {place.name for place, _ in other.places} for other in _others(one)):
        yield "told near", 1.0
    if value.name in {place.name for place, _ in one.draft.places}:
        yield "rule's", 1.0


def _actor_company(one: Happening, value: Actor, role: str) -> Iterator[tuple[str, float]]:
    armed = "armed" if value.kind in ARMED else value.kind
    yield f"kind {armed}", 1.0
    yield f"kind {armed} & {_family(one.draft.type)}", 1.0
    yield "generic", float(value.generic)
    same, other = (DOERS, TARGETS) if role == "doer" else (TARGETS, DOERS)
    own = {actor(t.mention).id for t in one.draft.takings if t.role in same}
    opposed = {actor(t.mention).id for t in one.draft.takings if t.role in other}
    yield "rule's", float(value.id in own)
    yield "on the other side", float(value.id in opposed)
    yield "speaks", float(value.id in {voice.actor_id for voice in one.draft.chain})
    counts = Counter(m.value.id for m in one.doc.mentions if isinstance(m.value, Actor))
    yield "share", counts[value.id] / max(counts.values())
    for told in one.drafts:
        if told is one.draft:
            continue
        ids = {actor(t.mention).id for t in told.takings if t.role in same}
        if value.id in ids:
            yield "does elsewhere", 1.0
            yield f"does the same & given {bool(own)}", float(_family(told.type) == _family(one.draft.type))
            yield f"fights the other & given {bool(own)}", float(bool(opposed & told.ids()))


def _others(one: Happening) -> Iterator[Draft]:
    for other in one.drafts:
        if other is not one.draft and abs(other.word.sentence - one.draft.word.sentence) <= 1:
            yield other
