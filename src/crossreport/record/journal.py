"""The journal: entries that are only ever added, each holding the hash of the one before.

In: a connection inside a transaction. The hash covers place, kind, subject, the payload's digest and the previous hash,
so that no entry can be changed, moved or left out unseen, and a payload can be erased without breaking the chain. The
last hash stands for the whole journal: write it down elsewhere.
"""

import hashlib
from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import asdict
from sqlalchemy import Connection, insert, select, update

from crossreport.record.tables import journal

START = "0" * 64


class Entry(Struct, frozen=True):
    """One line of the journal; `payload` is canonical JSON, None once it was erased."""

    seq: int
    kind: str
    subject: str
    payload: str | None
    digest: str
    previous: str
    hash: str

    def holds(self) -> bool:
        """Whether digest and hash are those of the content."""
        whole = self.payload is None or payload_digest(self.payload) == self.digest
        return whole and self.hash == entry_hash(self.seq, self.kind, self.subject, self.digest, self.previous)


def payload_digest(payload: str) -> str:
    """The digest that stands for a payload in the chain."""
    return hashlib.sha256(payload.encode("utf-8")).hexdigest()


def entry_hash(seq: int, kind: str, subject: str, digest: str, previous: str) -> str:
    """The hash that binds an entry to its place."""
    joined = "\n".join((str(seq), kind, digest, previous, subject))
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry; (0, START) of an empty journal."""
    row = connection.execute(select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, START)


def append(connection: Connection, kind: str, subject: str, payload: str) -> int:
    """Add an entry and return its number. The caller's transaction must have excluded other writers."""
    last, previous = head(connection)
    seq = last + 1
    digest = payload_digest(payload)
    entry = Entry(seq, kind, subject, payload, digest, previous, entry_hash(seq, kind, subject, digest, previous))
    connection.execute(insert(journal).values(asdict(entry)))
    return seq


def erase(connection: Connection, subject: str) -> None:
    """Take the payloads of what was read from a capture out; their places in the chain stay."""
    of_it = journal.c.kind.in_(("page", "rejection", "duplicate")) & (journal.c.subject == subject)
    connection.execute(update(journal).where(of_it).values(payload=None))


def erase_judgements(connection: Connection, names: Collection[str]) -> None:
    """Take the payloads of these judgements out; their places in the chain stay."""
    of_it = (journal.c.kind == "judgement") & journal.c.subject.in_(names)
    connection.execute(update(journal).where(of_it).values(payload=None))


def entries(connection: Connection) -> Iterator[Entry]:
    """All entries in order."""
    for row in connection.execute(select(journal).order_by(journal.c.seq)):
        yield Entry(*row)
