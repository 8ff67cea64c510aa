"""What linking does with rows that the set operations of `statements` hand to it: plain functions over batches.

Each is a function of its rows alone, so that it may run anywhere, in any order, and its answer may be kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

import msgspec

from crossreport.linking.anchors import anchors, read_by
from crossreport.linking.blocking import blocks
from crossreport.linking.cluster import Cluster, Component, Edge, Tag, Tie, cluster
from crossreport.linking.events import event
from crossreport.linking.features import Features, Passage, features
from crossreport.linking.lexicon import lexicon
from crossreport.linking.packing import dated, digest, pack, unpack, unpack_pairing
from crossreport.linking.pairing import Comparer
from crossreport.linking.plans import Cast, fulfilment, keys
from crossreport.linking.retold import retold
from crossreport.linking.tables import Columns, Row
from crossreport.model import CodedPage

FELT: Columns = {
    "signature": "TEXT", "page": "TEXT", "report": "TEXT", "follows": "TEXT", "why": "TEXT", "alike": "TEXT",
    "digest": "TEXT", "body": "BINARY",
}  # fmt: skip
REREAD: Columns = {name: kind for name, kind in FELT.items() if name != "signature"}
BLOCK: Columns = {"digest": "TEXT", "name": "BIGINT", "stands": "BIGINT"}
SCORED: Columns = {"mine": "TEXT", "theirs": "TEXT", "joins": "BIGINT", "pairing": "BINARY"}
SIGNED: Columns = {"label": "TEXT", "signature": "TEXT"}
SETTLED: Columns = {
    "signature": "TEXT", "kind": "TEXT", "name": "TEXT", "value": "TEXT", "day": "BIGINT", "body": "BINARY",
}  # fmt: skip
FINDING: Columns = {"plan": "TEXT", "body": "BINARY"}

_json = msgspec.json.Encoder()
_casts = msgspec.msgpack.Decoder(Cast)


class Asked(NamedTuple):
    """A page to be looked into: its coding, its shared sentences, and the name of both by their content."""

    coded: CodedPage
    passages: tuple[Passage, ...]
    signature: str


def asked(coded: CodedPage, passages: tuple[Passage, ...]) -> Asked:
    """A page with its signature."""
    content = msgspec.msgpack.encode((coded, passages))
    return Asked(coded, passages, digest(content))


def feel(page: Asked) -> Iterator[Row]:
    """A page's reports with their features (`FELT`)."""
    for row in _features_rows(features(page.coded, page.passages)):
        yield (page.signature, *row)


def _features_rows(found: Sequence[Features]) -> Iterator[Row]:
    again = {telling.report.id: (told.report.id, why.says) for told, telling, why in retold(found)}
    for one in found:
        follows, why = again.get(one.report.id, ("", ""))
        body = pack(one)
        yield one.report.page, one.report.id, follows, why, _alike(one), digest(body), body


def _alike(one: Features) -> str:
    """A name for all that copies of a report have in common; its own id if no other page shares its sentences."""
    if not one.passages:
        return one.report.id
    return digest(pack((one.hard, one.label, one.toll, one.passages)))


def block(rows: Sequence[Row]) -> Iterator[Row]:
    """The blocks of a report (`BLOCK`) from its digest and features."""
    for named, body in rows:
        for one, stands in blocks(unpack(cast(bytes, body))).items():
            yield named, dated(*one), stands


def score(rows: Sequence[Row]) -> Iterator[Row]:
    """Whether two reports tell one happening (`SCORED`) from their digests and features."""
    comparer = Comparer()
    for mine, theirs, one, other in rows:
        pairing = comparer.pair(unpack(cast(bytes, one)), unpack(cast(bytes, other)))
        joins = pairing.bar is None and pairing.score >= lexicon().threshold
        yield mine, theirs, int(joins), pack(pairing) if joins else b""


def sign(rows: Sequence[Row]) -> Iterator[Row]:
    """The name of a component by all that its clusters depend on (`SIGNED`)."""
    yield rows[0][0], digest(*(str(value).encode("utf-8", "surrogatepass") for row in rows for value in row[1:]))


def settle(rows: Sequence[Row]) -> Iterator[Row]:
    """The events of a component and what they say to others (`SETTLED`)."""
    for one in cluster(_component(rows)):
        for row in _found(one):
            yield (rows[0][0], *row)


def _found(one: Cluster) -> Iterator[Row]:
    made = event(one)
    yield "event", made.id, "", 0, _json.encode(made)
    for page, day in anchors(one):
        yield "anchor", page, "", day, b""
    told = {member.report.id: member for member in one.members}
    cast_ = Cast(made, tuple(told[report] for report in made.reports))
    kind, found = keys(cast_)
    for key in found:
        yield kind, made.id, key, 0, b""
    if found:
        yield "cast", made.id, "", 0, pack(cast_.shortened())


def _component(rows: Sequence[Row]) -> Component:
    by_kind: dict[str, list[tuple[str, str, str, bytes]]] = defaultdict(list)
    for _, kind, *rest in rows:
        by_kind[cast(str, kind)].append(cast(tuple[str, str, str, bytes], tuple(rest)))
    copies: dict[str, list[Features]] = defaultdict(list)
    for _, head, _, body in by_kind["report"]:
        copies[head].append(unpack(body))
    heads = sorted(copies)
    place = {head: index for index, head in enumerate(heads)}
    tags, spoken = _tags(by_kind["sided"], heads)
    return Component(
        [sorted(copies[head], key=lambda member: member.report.id) for head in heads],
        [Edge(unpack_pairing(body), place[one], place[other]) for one, other, _, body in by_kind["edge"]],
        [(told, unpack(body), why) for _, told, why, body in sorted(by_kind["again"])],
        [Tie(place[one], place[other], says) for one, other, says, _ in sorted(by_kind["joined"])],
        tags,
        spoken,
    )


def _tags(
    sided: Iterable[tuple[str, str, str, bytes]], heads: Sequence[str]
) -> tuple[list[frozenset[Tag]], dict[str, str]]:
    tags: dict[str, set[Tag]] = defaultdict(set)
    spoken = {}
    for report, tag, says, _ in sided:
        side, _, judgement = tag.partition(" ")
        tags[report].add((judgement, int(side)))
        spoken[judgement] = says
    return [frozenset(tags[head]) for head in heads], spoken


def read_again(rows: Sequence[Row]) -> Iterator[Row]:
    """The reports of a page read by the day that it shares with a dated one (`REREAD`)."""
    day = cast(int, rows[0][1])
    found = [unpack(cast(bytes, body)) for _, _, _, body in rows]
    yield from _features_rows(sorted(read_by(found, day), key=lambda one: one.report.id))


def fulfil(rows: Sequence[Row]) -> Iterator[Row]:
    """What came of a plan (`FINDING`) from the plan and the deeds that may be it."""
    plan = _casts.decode(cast(bytes, rows[0][2]))
    found = fulfilment(plan, [_casts.decode(cast(bytes, row[3])) for row in rows])
    if found is not None:
        yield rows[0][0], _json.encode(found)
