"""How far two coders of a blind round agree, field by field, and what is left to decide between them.

In: the round's standing judgements and the things they are about, as the machine read them. Out: for each field the
units that both coded, and every disagreement. A thing that only one of them coded shows as a number only: nobody sees
the other's judgement before making their own.
"""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from crossreport.model import Figure, Judgement
from crossreport.record.alpha import Metric, alpha, percent
from crossreport.record.corrections import Thing, fields_of, in_words, value_of
from crossreport.record.judged import KINDS

KEPT = "kept"  # accepted or corrected, not rejected
_RATIO = frozenset({"low", "best", "high"})


class FieldAgreement(Struct, frozen=True):
    """`units` that both coded, the `same` among them (share), and alpha; None where it is not defined."""

    kind: str
    field: str
    units: int
    same: float | None
    alpha: float | None
    metric: Metric


class Dispute(Struct, frozen=True):
    """What two coders say differently of one thing, in words, with their judgements."""

    subject: str
    page: str
    field: str
    machine: str
    said: tuple[str, str]
    judgements: tuple[tuple[str, ...], tuple[str, ...]]


class Agreement(Struct, frozen=True):
    """Two coders of a round: units coded by both, by either alone, and what they say."""

    coders: tuple[str, str]
    both: int
    alone: tuple[int, int]
    fields: tuple[FieldAgreement, ...]
    disputes: tuple[Dispute, ...]


class _Coding(Struct):
    """What one coder says of one thing: whether it is kept, the values of its fields as JSON, and where it says so."""

    kept: bool
    values: dict[str, str]
    judgements: tuple[str, ...]


def agreement(coders: tuple[str, str], judgements: Iterable[Judgement], things: Mapping[str, Thing]) -> Agreement:
    """Compare two coders over the things that both judged; what is no longer in `things` is not compared."""
    held = list(judgements)
    ours, theirs = (_codings([one for one in held if one.by == coder], things) for coder in coders)
    both = sorted(ours.keys() & theirs.keys(), key=lambda name: (things[name].page, name))
    units: dict[tuple[str, str], list[tuple[str, str]]] = {}
    disputes = []
    for name in both:
        for field, pair in _said(things[name], ours[name], theirs[name]):
            units.setdefault((KINDS[type(things[name])], field), []).append(pair)
            if pair[0] != pair[1]:
                disputes.append(_dispute(things[name], field, pair, ours[name], theirs[name]))
    fields = tuple(_field(kind, field, pairs) for (kind, field), pairs in units.items())
    alone = (len(ours.keys() - theirs.keys()), len(theirs.keys() - ours.keys()))
    return Agreement(coders, len(both), alone, fields, tuple(disputes))


def _codings(judgements: list[Judgement], things: Mapping[str, Thing]) -> dict[str, _Coding]:
    found: dict[str, _Coding] = {}
    for one in judgements:
        if one.verdict not in ("accept", "correct", "reject"):
            continue
        for name in one.subjects:
            if name in things:
                coding = found.setdefault(name, _Coding(True, {}, ()))
                coding.kept = coding.kept and one.verdict != "reject"
                coding.judgements += (one.id,)
                coding.values |= {field: value for (field, _), value in zip(one.changes, one.values, strict=False)}
    return found


def _said(thing: Thing, ours: _Coding, theirs: _Coding) -> Iterable[tuple[str, tuple[str, str]]]:
    """Each field with what the two say, as JSON; fields only where both keep the thing."""
    yield KEPT, (msgspec.json.encode(ours.kept).decode(), msgspec.json.encode(theirs.kept).decode())
    if ours.kept and theirs.kept:
        for field in fields_of(thing):
            machine = value_of(thing, field)
            yield field, (_key(ours.values.get(field, machine)), _key(theirs.values.get(field, machine)))


def _key(value: str) -> str:
    """What makes two values the same: of a place its GeoNames id, of a time its EDTF, of a type its label."""
    held = msgspec.json.decode(value)
    if not isinstance(held, dict):
        return value
    names = [held[name] for name in ("geonameid", "label", "edtf", "name") if held.get(name) is not None]
    label = held.get("name") or names[0]
    return msgspec.json.encode(f"{label} ({names[0]})" if label != names[0] else label).decode()


def _field(kind: str, field: str, pairs: list[tuple[str, str]]) -> FieldAgreement:
    metric: Metric = "ratio" if kind == KINDS[Figure] and field in _RATIO else "nominal"
    values = [tuple(msgspec.json.decode(one) if metric == "ratio" else one for one in pair) for pair in pairs]
    return FieldAgreement(kind, field, len(pairs), percent(pairs), alpha(values, metric), metric)


def _dispute(thing: Thing, field: str, pair: tuple[str, str], ours: _Coding, theirs: _Coding) -> Dispute:
    machine = "true" if field == KEPT else _key(value_of(thing, field))
    said = (in_words(pair[0]), in_words(pair[1]))
    return Dispute(thing.id, thing.page, field, in_words(machine), said, (ours.judgements, theirs.judgements))
