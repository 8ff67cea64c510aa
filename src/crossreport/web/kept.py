"""Lists kept beside a large record, so that the app opens at once: a file that can be deleted at any time.

In: the file, and the record that it stands beside. Out: a shelf as it was made then, with how far the record was. It is
refused (and the shelf made anew) if another version wrote it, if the journal is not the one that it was made of, or if
anything was erased since: what is erased is never shown again.
"""

import glob
import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct
from sqlalchemy import Engine, select

from crossreport import __version__
from crossreport.record.tables import journal
from crossreport.web.shelf import SCHEMA, Shelf

LAYOUT = f"{__version__} {hashlib.sha256(SCHEMA.encode()).hexdigest()}"


class Made(Struct, frozen=True):
    """Of which state of the record a shelf is: journal's last entry, linking's sum; and how long making it took."""

    seq: int
    events: str
    seconds: float


def keep(shelf: Shelf, file: Path, made: Made, engine: Engine) -> None:
    """Write the shelf to the file; where that cannot be written, nothing is kept."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    for stale in file.parent.glob(f"{glob.escape(file.name)}.*"):
        if not _is_running(stale.suffix[1:]):
            stale.unlink(missing_ok=True)
    note = (LAYOUT, made.seq, made.events, made.seconds, _hash_at(engine, made.seq))
    try:
        beside.touch(mode=0o600)
        with closing(sqlite3.connect(beside)) as copy:
            shelf.copy_to(copy)
            copy.execute("CREATE TABLE made (layout TEXT, seq INT, events TEXT, seconds REAL, hash TEXT)")
            copy.execute("INSERT INTO made VALUES (?, ?, ?, ?, ?)", note)
            copy.commit()
        beside.replace(file)
    except (OSError, sqlite3.Error):
        beside.unlink(missing_ok=True)


def kept(file: Path, engine: Engine) -> tuple[Shelf, Made] | None:
    """The shelf of that file; None if there is none that can be used."""
    if not file.exists():
        return None
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            layout, seq, events, seconds, digest = copy.execute("SELECT * FROM made").fetchone()
            if layout != LAYOUT or digest != _hash_at(engine, seq) or _erased_since(engine, seq):
                return None
            return Shelf.of(copy), Made(seq, events, seconds)
    except (sqlite3.Error, TypeError, ValueError):
        return None


def _is_running(process: str) -> bool:
    """Whether the process that writes such a file still lives."""
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _hash_at(engine: Engine, seq: int) -> str | None:
    with engine.connect() as connection:
        return connection.execute(select(journal.c.hash).where(journal.c.seq == seq)).scalar()


def _erased_since(engine: Engine, seq: int) -> bool:
    with engine.connect() as connection:
        later = select(journal.c.seq).where((journal.c.kind == "erasure") & (journal.c.seq > seq)).limit(1)
        return connection.execute(later).first() is not None
