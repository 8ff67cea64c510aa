"""The journal: entries that are only ever added, each holding the hash of the one before.

In: a connection inside a transaction. The hash covers place, kind, subject, payload and the previous hash, so that no
entry can be changed, moved or left out unseen. The last hash stands for the whole journal: write it down elsewhere.
"""

import hashlib
from collections.abc import Iterator

from msgspec import Struct
from sqlalchemy import Connection, insert, select

from crossreport.record.tables import journal

START = "0" * 64


class Entry(Struct, frozen=True):
    """One line of the journal; `payload` is canonical JSON."""

    seq: int
    kind: str
    subject: str
    payload: str
    previous: str
    hash: str

    def holds(self) -> bool:
        """Whether the hash is that of the content."""
        return self.hash == entry_hash(self.seq, self.kind, self.subject, self.payload, self.previous)


def entry_hash(seq: int, kind: str, subject: str, payload: str, previous: str) -> str:
    """The hash that binds an entry to its place."""
    joined = "\n".join((str(seq), kind, subject, previous, payload))
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; (0, START) of an empty journal."""
    row = connection.execute(select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, START)


def append(connection: Connection, kind: str, subject: str, payload: str) -> int:
    """Add an entry and return its number. The caller's transaction must have excluded other writers."""
    last, previous = head(connection)
    seq = last + 1
    hashed = entry_hash(seq, kind, subject, payload, previous)
    connection.execute(
        insert(journal).values(seq=seq, kind=kind, subject=subject, payload=payload, previous=previous, hash=hashed)
    )
    return seq


def entries(connection: Connection) -> Iterator[Entry]:
    """All entries in order."""
    for row in connection.execute(select(journal).order_by(journal.c.seq)):
        yield Entry(row.seq, row.kind, row.subject, row.payload, row.previous, row.hash)
