"""One way to SQLite and PostgreSQL: a URL or a path in, an engine out. Writing transactions exclude one another."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

IN_MEMORY = ":memory:"
_WRITERS_LOCK = 0x63726F7373  # one number for all writers of one PostgreSQL database


class RecordError(Exception):
    """A record that cannot be opened or used; the message names it and says what to do."""


def connect(where: str | Path) -> Engine:
    """An engine for a file path, `:memory:`, or a database URL.

    Raises:
        RecordError: no such folder, no such server, no driver, or no database file.
    """
    address = str(where)
    try:
        engine = _server(address) if "://" in address else _file(address)
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except (SQLAlchemyError, sqlite3.Error, ImportError) as error:
        raise RecordError(f"cannot open the record {_shown(address)}: {_first_line(error)}") from error
    return engine


def is_sqlite(engine: Engine) -> bool:
    """Whether the record is an SQLite file."""
    return engine.dialect.name == "sqlite"


def flush(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, which may still hold what was erased. PostgreSQL vacuums by itself."""
    if is_sqlite(engine):
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def settle(engine: Engine) -> None:
    """Have what was written on the disk itself, so that no loss of power can take it back.

    SQLite syncs its write-ahead log before it copies anything out of it; PostgreSQL syncs each commit by itself.
    """
    if is_sqlite(engine):
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other writer can interleave with; all of it is kept or nothing."""
    with engine.connect() as connection:
        if is_sqlite(engine):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITERS_LOCK})"))
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _server(address: str) -> Engine:
    url = make_url(address)
    if url.drivername == "sqlite":
        return _file(url.database or IN_MEMORY)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if not url.drivername.startswith("postgresql"):
        raise ArgumentError(f"{url.drivername} is not supported; take a file path or postgresql://")
    return create_engine(url)


def _file(address: str) -> Engine:
    options: dict[str, Any] = {}
    if address == IN_MEMORY:
        options = {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    elif not Path(address).resolve().parent.is_dir():
        raise RecordError(f"cannot open the record {address}: there is no folder {Path(address).resolve().parent}")
    engine = create_engine(f"sqlite:///{address}", **options)
    event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `writing` says so, not where the driver thinks
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {setting}")


def _shown(address: str) -> str:
    return make_url(address).render_as_string(hide_password=True) if "://" in address else address


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
