"""What is wrong with a record: a broken chain, changed bytes, a passage that does not re-read, a stale table."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, select

from crossreport.model import CodedPage, Dropped, Span, digest
from crossreport.record import journal as chain
from crossreport.record.codec import decode_page
from crossreport.record.derive import Erasure, PageEntry
from crossreport.record.tables import captures, figures, journal, mentions, pages, rejections, reports


class Fault(Struct, frozen=True):
    """A rule that the record breaks, the thing that breaks it, and what it means."""

    rule: str
    subject: str
    says: str


def faults_in(connection: Connection) -> Iterator[Fault]:
    """Every fault, in the order of the journal, then captures, pages and tables."""
    previous, expected = chain.START, 1
    for entry in chain.entries(connection):
        if entry.seq != expected or entry.previous != previous:
            yield Fault("chain", f"entry {entry.seq}", "does not follow the entry before it: one was removed or moved")
        if not entry.holds():
            yield Fault("chain", f"entry {entry.seq}", f"was changed after it was written ({entry.subject})")
        previous, expected = entry.hash, entry.seq + 1
        if entry.payload is None:
            yield from _erasure_faults(connection, entry)
        elif entry.kind == "page":
            yield from _page_faults(connection, entry, entry.payload)
    yield from _capture_faults(connection)


def broken_passages(coded: CodedPage) -> Iterator[str]:
    """Where a coded page quotes what its text does not say."""
    text = coded.page.text
    for path, passage in _passages(coded, "page"):
        if text[passage.start : passage.end] != passage.quote:
            yield f"{path} [{passage.start}:{passage.end}]"
    for claim in coded.claims:
        if claim.says not in text:
            yield f"{claim.id}.says"


def _passages(value: Any, path: str) -> Iterator[tuple[str, Span | Dropped]]:
    if isinstance(value, Span | Dropped):
        yield path, value
    elif isinstance(value, Struct):
        here = getattr(value, "id", None) or path
        for name in value.__struct_fields__:
            yield from _passages(getattr(value, name), f"{here}.{name}")
    elif isinstance(value, tuple):
        for member in value:
            yield from _passages(member, path)


def _erasure_faults(connection: Connection, entry: chain.Entry) -> Iterator[Fault]:
    later = (journal.c.kind == "erasure") & (journal.c.seq > entry.seq)
    if entry.kind != "judgement":
        later &= journal.c.subject == entry.subject
    payloads = connection.execute(select(journal.c.payload).where(later)).scalars()
    reasons = (msgspec.json.decode(payload, type=Erasure) for payload in payloads if payload is not None)
    if not any(entry.kind != "judgement" or entry.subject in reason.judgements for reason in reasons):
        yield Fault("chain", f"entry {entry.seq}", "was emptied without an erasure that says why")


def _page_faults(connection: Connection, entry: chain.Entry, payload: str) -> Iterator[Fault]:
    try:
        stored = msgspec.json.decode(payload, type=PageEntry)
        coded = decode_page(bytes(stored.coded))
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        yield Fault("page", f"entry {entry.seq}", f"cannot be read: {error}")
        return
    for where in broken_passages(coded):
        yield Fault("passage", coded.page.name, f"{where} does not re-read")
    if coded.page.capture != stored.capture.id:
        yield Fault("page", coded.page.name, "names another capture than the one it was read from")
    yield from _table_faults(connection, entry, coded)


def _table_faults(connection: Connection, entry: chain.Entry, coded: CodedPage) -> Iterator[Fault]:
    row = connection.execute(select(pages).where(pages.c.capture == coded.page.capture)).first()
    if row is None:
        yield Fault("tables", coded.page.name, "is in the journal and not in the tables: rebuild them")
        return
    if row.seq != entry.seq:
        return  # a later entry took its place
    for table, members in ((mentions, coded.mentions), (reports, coded.reports), (figures, coded.figures)):
        count = connection.execute(select(func.count()).where(table.c.page == coded.page.id)).scalar_one()
        if count != len(members):
            yield Fault("tables", coded.page.name, f"{table.name} holds {count} rows for {len(members)}: rebuild them")


def _capture_faults(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(select(captures).order_by(captures.c.id)):
        if digest(bytes(row.data)) != row.id:
            yield Fault("capture", row.id, "its bytes are not those that were read")
    yield from _missing(connection)


def _missing(connection: Connection) -> Iterator[Fault]:
    missing = (
        select(pages.c.capture, pages.c.name)
        .outerjoin(captures, captures.c.id == pages.c.capture)
        .where(captures.c.id.is_(None))
        .order_by(pages.c.name)
    )
    for row in connection.execute(missing):
        yield Fault("capture", row.capture, f"the bytes of {row.name} are missing")
    turned_away = (
        select(rejections.c.capture, rejections.c.name)
        .outerjoin(captures, captures.c.id == rejections.c.capture)
        .where(captures.c.id.is_(None) & rejections.c.capture.is_not(None))
        .order_by(rejections.c.name)
    )
    for row in connection.execute(turned_away):
        yield Fault("capture", row.capture, f"the bytes of {row.name} are missing")
