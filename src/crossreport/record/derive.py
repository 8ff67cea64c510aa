"""From journal entries to derived tables: one way at writing and at rebuilding, so that they cannot differ."""

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Connection, Table, delete, insert, select, update

from crossreport.model import CodedPage, Collection, Duplicate, Judgement, Rejection, Statement, former_names
from crossreport.record import rows, search
from crossreport.record.codec import decode_page
from crossreport.record.tables import (
    OF_A_PAGE,
    claims,
    duplicates,
    erasures,
    figures,
    judgements,
    mentions,
    originals,
    pages,
    rejections,
    reports,
)


class CaptureMeta(Struct, frozen=True):
    """A capture without its bytes."""

    id: str
    name: str
    media_type: str
    encoding: str
    encoding_reason: str
    url: str | None = None
    said: tuple[Statement, ...] = ()
    collection: Collection | None = None


class PageEntry(Struct, frozen=True):
    """Payload of a `page` entry: the capture as found, how far and with what it was read, and the coding."""

    capture: CaptureMeta
    through: str
    version: str
    published: str | None
    coded: msgspec.Raw


class TurnedAway(Struct, frozen=True):
    """Payload of a `rejection` entry: why, and the capture as found where its bytes are kept."""

    name: str
    rule: str
    says: str
    capture: str | None = None
    described: CaptureMeta | None = None


class Original(Struct, frozen=True):
    """A whole input file that is kept by its hash: `id` is `sha256:<hex>`, `size` in bytes."""

    id: str
    name: str
    size: int


class Erasure(Struct, frozen=True):
    """A capture that was taken out of the record for good: by whom, when, why.

    `judgements` are the ids of those on what was read from it, which went with it; the record fills them in.
    """

    capture: str
    by: str
    at: str
    why: str
    judgements: tuple[str, ...] = ()


def apply(connection: Connection, seq: int, kind: str, payload: str) -> None:
    """Carry one journal entry into the derived tables."""
    if kind == "page":
        entry = msgspec.json.decode(payload, type=PageEntry)
        put_page(connection, seq, entry, decode_page(bytes(entry.coded)))
    elif kind == "rejection":
        _put_rejection(connection, seq, msgspec.json.decode(payload, type=Rejection))
    elif kind == "duplicate":
        _put_duplicate(connection, msgspec.json.decode(payload, type=Duplicate))
    elif kind == "original":
        _put_original(connection, msgspec.json.decode(payload, type=Original))
    elif kind == "judgement":
        _put_judgement(connection, msgspec.json.decode(payload, type=Judgement), payload)
    elif kind == "erasure":
        _put_erasure(connection, msgspec.json.decode(payload, type=Erasure))


def put_page(connection: Connection, seq: int, entry: PageEntry, coded: CodedPage) -> None:
    """The page in place of what was derived from the same capture before."""
    _remove(connection, coded.page.capture)
    row = rows.page_row(coded)
    row |= {"seq": seq, "through": entry.through, "version": entry.version, "published": entry.published}
    _insert(connection, pages, [row])
    _insert(connection, mentions, rows.mention_rows(coded.mentions))
    _insert(connection, reports, rows.report_rows(coded.reports))
    _insert(connection, figures, rows.figure_rows(coded.figures))
    _insert(connection, claims, rows.claim_rows(coded.claims))
    search.add(connection, seq, coded.page.text)
    connection.execute(delete(rejections).where(rejections.c.capture == coded.page.capture))
    _no_longer_rejected(connection, coded.page.name)


def _remove(connection: Connection, capture: str) -> None:
    for page, seq in connection.execute(select(pages.c.id, pages.c.seq).where(pages.c.capture == capture)).all():
        for table in OF_A_PAGE:
            connection.execute(delete(table).where(table.c.page == page))
        connection.execute(delete(pages).where(pages.c.id == page))
        search.remove(connection, seq)


def _put_erasure(connection: Connection, erasure: Erasure) -> None:
    _remove(connection, erasure.capture)
    for table in (rejections, duplicates):
        connection.execute(delete(table).where(table.c.capture == erasure.capture))
    connection.execute(delete(erasures).where(erasures.c.capture == erasure.capture))
    kept = {name: value for name, value in asdict(erasure).items() if name in erasures.c}
    connection.execute(insert(erasures).values(kept))
    connection.execute(delete(judgements).where(judgements.c.id.in_(erasure.judgements)))


def _insert(connection: Connection, table: Table, found: list[dict[str, Any]]) -> None:
    if found:
        connection.execute(insert(table), [{key: _storable(value) for key, value in row.items()} for row in found])


def _storable(value: Any) -> Any:
    """PostgreSQL takes no NUL in text; the journal, where it is an escape, keeps it."""
    return value.replace("\0", "\N{REPLACEMENT CHARACTER}") if isinstance(value, str) else value


def _put_rejection(connection: Connection, seq: int, rejection: Rejection) -> None:
    _no_longer_rejected(connection, rejection.name)
    connection.execute(insert(rejections).values(**asdict(rejection), seq=seq))


def _put_duplicate(connection: Connection, duplicate: Duplicate) -> None:
    same = (duplicates.c.name == duplicate.name) & (duplicates.c.capture == duplicate.capture)
    connection.execute(delete(duplicates).where(same))
    _no_longer_rejected(connection, duplicate.name)
    connection.execute(insert(duplicates).values(**asdict(duplicate)))


def _no_longer_rejected(connection: Connection, name: str) -> None:
    """An input has one outcome: the last. A container that gives a page is no longer rejected as a whole."""
    connection.execute(delete(rejections).where(rejections.c.name.in_(former_names(name))))


def _put_original(connection: Connection, original: Original) -> None:
    connection.execute(delete(originals).where(originals.c.id == original.id))
    connection.execute(insert(originals).values(**asdict(original)))


def _put_judgement(connection: Connection, judgement: Judgement, payload: str) -> None:
    connection.execute(
        insert(judgements).values(
            id=judgement.id, verdict=judgement.verdict, by=judgement.by, at=judgement.at, body=payload
        )
    )
    if judgement.supersedes is not None:
        connection.execute(
            update(judgements).where(judgements.c.id == judgement.supersedes).values(superseded_by=judgement.id)
        )
