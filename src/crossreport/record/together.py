"""What all pages add up to, as it is kept: events, source groups and findings, replaced as a whole on each run."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from crossreport.model import Event, Finding, Linked, SourceGroup, digest
from crossreport.record.codec import canonical
from crossreport.record.tables import event_times, linked, members, meta

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
    list_members(connection, result)
    checked = digest("\n".join(str(row["body"]) for row in found).encode())
    connection.execute(insert(meta).values(key=_STATE, value=f"{through} {checked}"))


def list_members(connection: Connection, result: Linked | None = None) -> None:
    """List what names what, and when events were, of `result` or of what is kept."""
    held = result or kept(connection)
    named = [(kind, one) for kind, members_ in _by_kind(held) for one in members_]
    rows = [{"kind": kind, "id": one.id, "member": name} for kind, one in named for name in sorted(set(_names_of(one)))]
    times = [
        {"id": event.id, "earliest": event.when.earliest, "latest": event.when.latest}
        for event in held.events
        if event.when is not None
    ]
    for table, found in ((members, rows), (event_times, times)):
        if found:
            connection.execute(insert(table), found)


def _names_of(one: SourceGroup | Event | Finding) -> Sequence[str]:
    if isinstance(one, Event):
        return one.reports
    return one.pages if isinstance(one, SourceGroup) else one.members


def forget(connection: Connection) -> None:
    """Leave nothing of it."""
    for table in (linked, members, event_times):
        connection.execute(delete(table))
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
