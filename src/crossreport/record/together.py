"""What all pages add up to, as it is kept: events, source groups and findings, replaced as a whole on each run."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from crossreport.model import Event, Finding, Linked, SourceGroup, digest
from crossreport.record.codec import canonical
from crossreport.record.tables import linked, meta

_KINDS: dict[str, Any] = {"source_group": SourceGroup, "event": Event, "finding": Finding}
_STATE = "linked"  # the key under which `meta` holds how far linking has heard, and a sum of what it gave


def replace(connection: Connection, result: Linked, through: int) -> None:
    """Put `result` in place of what was there."""
    found = [
        {"kind": kind, "id": one.id, "position": position, "body": canonical(one)}
        for kind, members in _by_kind(result)
        for position, one in enumerate(members)
    ]
    forget(connection)
    if found:
        connection.execute(insert(linked), found)
    checked = digest("\n".join(str(row["body"]) for row in found).encode())
    connection.execute(insert(meta).values(key=_STATE, value=f"{through} {checked}"))


def forget(connection: Connection) -> None:
    """Leave nothing of it."""
    connection.execute(delete(linked))
    connection.execute(delete(meta).where(meta.c.key == _STATE))


def state(connection: Connection) -> tuple[int, str]:
    """How far linking has heard (a number of the journal), and a sum of what it gave; 0 and empty if it never ran."""
    stored = connection.execute(select(meta.c.value).where(meta.c.key == _STATE)).scalar()
    through, _, checked = (stored or "0 ").partition(" ")
    return int(through), checked


def kept(connection: Connection) -> Linked:
    """What the last run gave, in its order."""
    query = select(linked.c.kind, linked.c.body).order_by(linked.c.kind, linked.c.position)
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for row in connection.execute(query):
        found[row.kind].append(msgspec.json.decode(row.body, type=_KINDS[row.kind]))
    return Linked(tuple(found["source_group"]), tuple(found["event"]), tuple(found["finding"]))


def _by_kind(result: Linked) -> Iterator[tuple[str, Sequence[SourceGroup | Event | Finding]]]:
    yield "source_group", result.source_groups
    yield "event", result.events
    yield "finding", result.findings
