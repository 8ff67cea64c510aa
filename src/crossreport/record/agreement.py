"""How far two coders of a blind round agree, field by field, and what is left to decide between them.

In: the round, and what third persons decided. Out: for each field the units that both coded, and every disagreement. A
thing that only one of them coded shows as a number only: nobody sees the other's judgement before making their own.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from crossreport.model import Figure, Judgement
from crossreport.record.alpha import Metric, alpha, percent
from crossreport.record.codings import KEPT, Coding, key_of, sayings
from crossreport.record.corrections import Thing, in_words, value_of
from crossreport.record.judged import KINDS, signed
from crossreport.record.rounds import Round

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
    """What two coders say differently of one thing, in words, with their judgements, and who settled it, if anybody."""

    subject: str
    page: str
    field: str
    machine: str
    said: tuple[str, str]
    judgements: tuple[tuple[str, ...], tuple[str, ...]]
    settled: str | None


class Agreement(Struct, frozen=True):
    """Two coders of a round: things coded by both, by either alone, of one mind, and what they say of them.

    `settled` counts the things of one mind that a third person took over. `replaced` counts the judgements of each that
    they took back or replaced: whoever looks at the agreement first and changes their mind then is no longer blind.
    """

    coders: tuple[str, str]
    both: int
    alone: tuple[int, int]
    agreed: int
    settled: int
    replaced: tuple[int, int]
    fields: tuple[FieldAgreement, ...]
    disputes: tuple[Dispute, ...]


def agreement(
    coders: tuple[str, str], round_: Round, settling: Iterable[Judgement] = (), replaced: Iterable[Judgement] = ()
) -> Agreement:
    """Compare two coders of a round over the things that both judged.

    `settling` is what third persons decided on the record, `replaced` are the round's judgements that no longer stand.
    """
    decided = {one: held for held in settling for one in held.settles}
    of_both = {name: held for name in round_.things if len(held := _of_two(round_, name, coders)) == 2}
    ours, theirs = (sum(coder in round_.of(name) for name in round_.things) for coder in coders)
    units: dict[tuple[str, str], list[tuple[str, str]]] = {}
    disputes: list[Dispute] = []
    agreed = []
    for name in sorted(of_both, key=lambda name: (round_.things[name].page, name)):
        thing, both = round_.things[name], of_both[name]
        figures = round_.figures(name)
        said = list(sayings(thing, both[0], both[1], figures))
        for field, pair in said:
            units.setdefault((KINDS[type(thing)], field), []).append(pair)
        apart = [_dispute(thing, field, pair, both, decided, figures) for field, pair in said if pair[0] != pair[1]]
        disputes += apart
        agreed += [] if apart else [name]
    fields = tuple(_field(kind, field, pairs) for (kind, field), pairs in units.items())
    settled = sum(not decided.keys().isdisjoint(of_both[name][0].judgements) for name in agreed)
    gone = [one.by for one in replaced]
    return Agreement(
        coders, len(of_both), (ours - len(of_both), theirs - len(of_both)), len(agreed), settled,
        (gone.count(coders[0]), gone.count(coders[1])), fields, tuple(disputes),
    )  # fmt: skip


def _of_two(round_: Round, thing: str, coders: tuple[str, str]) -> tuple[Coding, ...]:
    said = round_.of(thing)
    return tuple(said[coder] for coder in coders if coder in said)


def _field(kind: str, field: str, pairs: list[tuple[str, str]]) -> FieldAgreement:
    metric: Metric = "ratio" if kind == KINDS[Figure] and field in _RATIO else "nominal"
    values = [tuple(msgspec.json.decode(one) if metric == "ratio" else one for one in pair) for pair in pairs]
    return FieldAgreement(kind, field, len(pairs), percent(pairs), alpha(values, metric), metric)


def _dispute(
    thing: Thing,
    field: str,
    pair: tuple[str, str],
    both: tuple[Coding, ...],
    decided: Mapping[str, Judgement],
    figures: Sequence[Figure],
) -> Dispute:
    machine = "true" if field == KEPT else key_of(value_of(thing, field, figures))
    said = (in_words(pair[0]), in_words(pair[1]))
    ours, theirs = (coding.judgements for coding in both)
    held = next((decided[one] for one in (*ours, *theirs) if one in decided), None)
    settled = None if held is None else f"{_verdict(held, field)} {signed(held)}"
    return Dispute(thing.id, thing.page, field, in_words(machine), said, (ours, theirs), settled)


def _verdict(judgement: Judgement, field: str) -> str:
    """What a judgement makes of a field, in words."""
    if judgement.verdict == "reject":
        return "rejected"
    given = [value for (name, _), value in zip(judgement.changes, judgement.values, strict=False) if name == field]
    return in_words(key_of(given[0])) if given else "kept" if field == KEPT else "as the machine has it"
