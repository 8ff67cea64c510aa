"""What a record holds of a stretch of days: events that may fall into it, with all that tells them.

In: a connection and two days. Out: the pages that tell these events, all pages of one origin with them, every event,
source group and finding that these speak of, and how much of the record that leaves out. Nothing else is read: so the
time that it takes depends on the stretch, not on the record. Whether an event with open or rough bounds is in the
stretch is not decided here.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from crossreport.model import CodedPage, Event, Finding, Judgement, Linked, SourceGroup
from crossreport.record.codec import decode_page
from crossreport.record.derive import PageEntry
from crossreport.record.judged import LeftOut, judged, left_out
from crossreport.record.tables import event_times, journal, linked, members, pages, reports
from crossreport.record.things import batches


class Between(Struct, frozen=True):
    """A part of a record: pages as persons left them, linked results, what persons rejected, and what is beyond it.

    `pages_beyond` and `events_beyond` count what is not here; of these events `undated` have no time at all.
    """

    pages: tuple[CodedPage, ...]
    linked: Linked
    left_out: tuple[LeftOut, ...]
    pages_beyond: int
    events_beyond: int
    undated: int


def between(connection: Connection, since: str | None, until: str | None, judgements: list[Judgement]) -> Between:
    """The part that may fall between two ISO days, both included; None is open."""
    inside = set(connection.execute(_in_days(since, until)).scalars())
    told = _all(connection, select(reports.c.page), reports.c.id, _members_of(connection, "event", inside))
    groups = _naming(connection, "source_group", told)
    told |= _members_of(connection, "source_group", groups)
    events = inside | _naming(connection, "event", _all(connection, select(reports.c.id), reports.c.page, told))
    findings = _naming(connection, "finding", inside | told)
    read = _pages(connection, told)
    kept = Linked(
        tuple(_bodies(connection, SourceGroup, "source_group", groups)),
        tuple(_bodies(connection, Event, "event", events)),
        tuple(_bodies(connection, Finding, "finding", findings)),
    )
    total = connection.execute(select(func.count()).select_from(linked).where(linked.c.kind == "event")).scalar_one()
    dated = connection.execute(select(func.count()).select_from(event_times)).scalar_one()
    undated = total - dated - sum(event.when is None for event in kept.events)
    rejected = tuple(left_out(read, judgements)) if judgements else ()
    every = connection.execute(select(func.count()).select_from(pages)).scalar_one()
    return Between(
        tuple(judged(read, judgements)), kept, rejected, every - len(read), total - len(kept.events), undated
    )  # fmt: skip


def newest_day(connection: Connection) -> str | None:
    """The newest day on which a page surely was written."""
    return connection.execute(select(func.max(pages.c.latest)).where(pages.c.latest == pages.c.earliest)).scalar()


def count_events(connection: Connection, since: str | None = None, until: str | None = None) -> int:
    """How many events may fall between two ISO days, both included; of no days, how many there are."""
    if since is None and until is None:
        return connection.execute(select(func.count()).where(linked.c.kind == "event")).scalar_one()
    inside = _in_days(since, until).subquery()
    return connection.execute(select(func.count()).select_from(inside)).scalar_one()


def _in_days(since: str | None, until: str | None) -> Select[Any]:
    query = select(event_times.c.id)
    if since is not None:
        query = query.where(or_(event_times.c.latest.is_(None), event_times.c.latest >= since))
    if until is not None:
        query = query.where(or_(event_times.c.earliest.is_(None), event_times.c.earliest <= until))
    return query


def _members_of(connection: Connection, kind: str, names: Iterable[str]) -> set[str]:
    """What the linked results of these ids name."""
    return _all(connection, select(members.c.member).where(members.c.kind == kind), members.c.id, names)


def _naming(connection: Connection, kind: str, names: Iterable[str]) -> set[str]:
    """The linked results of a kind that name any of these."""
    return _all(connection, select(members.c.id).where(members.c.kind == kind), members.c.member, names)


def _all(connection: Connection, query: Select[Any], column: ColumnElement[Any], names: Iterable[str]) -> set[str]:
    """What `query` gives for each of `names` in `column`."""
    return {found for some in batches(names) for found in connection.execute(query.where(column.in_(some))).scalars()}


def _pages(connection: Connection, names: Iterable[str]) -> list[CodedPage]:
    query = select(journal.c.payload).join(pages, pages.c.seq == journal.c.seq)
    found = [
        decode_page(bytes(msgspec.json.decode(payload, type=PageEntry).coded))
        for some in batches(names)
        for payload in connection.execute(query.where(pages.c.id.in_(some))).scalars()
    ]
    return sorted(found, key=lambda coded: (coded.page.name, coded.page.id))


def _bodies(connection: Connection, kind: Any, name: str, ids: Iterable[str]) -> list[Any]:
    """Linked results of these ids in the order in which linking gave them."""
    query = select(linked.c.position, linked.c.body).where(linked.c.kind == name)
    rows = [row for some in batches(ids) for row in connection.execute(query.where(linked.c.id.in_(some)))]
    return [msgspec.json.decode(row.body, type=kind) for row in sorted(rows, key=lambda row: row.position)]
