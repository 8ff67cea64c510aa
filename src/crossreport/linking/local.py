"""Linking's tables in SQLite, in this process: in memory, or in a file that makes the next run an update.

The file holds answers that can be had again: it may be deleted at any time. It belongs to one version of the code; a
file of another version is emptied. What no page stands behind any more is dropped on each run, and SQLite overwrites
what it frees, so that an erased page leaves nothing here.
"""

import logging
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from crossreport.linking.tables import Batch, Columns, Item, Row

_log = logging.getLogger(__name__)

MANY = 2000  # rows in one call of a batch function
_SQL_TYPE = {"TEXT": "TEXT", "BIGINT": "INTEGER", "DOUBLE": "REAL", "BINARY": "BLOB"}


def open_local(where: Path | None, *, version: str) -> "Local":
    """Tables in the file `where`; in memory if there is none, or if another process works on it.

    A file that is no database is made anew: nothing in it cannot be had again.
    """
    if where is None:
        return Local()
    try:
        return Local(where, version=version)
    except sqlite3.OperationalError as error:
        _log.info("%s cannot be used now (%s): linking begins from scratch", where, error)
        return Local()
    except sqlite3.DatabaseError:
        where.unlink()
        return Local(where, version=version)


class Local:
    """`Tables` in SQLite. `worked` counts the rows, or the groups of rows, that functions were called with."""

    def __init__(self, where: str | Path = ":memory:", *, version: str = "") -> None:
        self.worked: Counter[str] = Counter()
        self._connection = sqlite3.connect(where, isolation_level=None)
        for setting in ("secure_delete=ON", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-65536"):
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.execute("BEGIN IMMEDIATE")
        if self._written_by() != version:
            self._empty(version)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")
        self._connection.close()

    def kept(self, name: str, columns: Columns) -> None:
        """See `Tables`."""
        self._connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({_listed(columns)})")
        first = next(iter(columns))
        self._connection.execute(f"CREATE INDEX IF NOT EXISTS {name}_by_{first} ON {name} ({first})")

    def fresh(self, name: str, columns: Columns) -> None:
        """See `Tables`."""
        self._connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
        self._connection.execute(f"CREATE TEMP TABLE {name} ({_listed(columns)})")

    def put(self, name: str, items: Sequence[Item], rows: Callable[[Item], Iterable[Row]]) -> None:
        """See `Tables`."""
        self.worked[name] += len(items)
        self._add(name, (row for item in items for row in rows(item)))

    def define(self, name: str, select: str) -> None:
        """See `Tables`."""
        self._connection.execute(f"CREATE TEMP TABLE {name}__next AS {select}")
        self._connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
        self._connection.execute(f"ALTER TABLE temp.{name}__next RENAME TO {name}")

    def forget(self, name: str, column: str, unless: str) -> None:
        """See `Tables`."""
        self._connection.execute(f"DELETE FROM {name} WHERE {column} NOT IN ({unless})")

    def apply(self, name: str, select: str, batch: Batch, *, by: int) -> None:
        """See `Tables`."""
        self._add(name, self._applied(name, select, batch, by))

    def rows(self, select: str) -> Iterator[Row]:
        """See `Tables`."""
        return iter(self._connection.execute(select))

    def _applied(self, name: str, select: str, batch: Batch, by: int) -> Iterator[Row]:
        if by == 0:
            for chunk in _chunks(self._connection.execute(select)):
                self.worked[name] += len(chunk)
                yield from batch(chunk)
            return
        order = ", ".join(str(column) for column in range(1, by + 1))
        found = self._connection.execute(f"SELECT * FROM ({select}) ORDER BY {order}")
        for _, group in groupby(found, key=lambda row: row[:by]):
            self.worked[name] += 1
            yield from batch(sorted(group))

    def _add(self, name: str, rows: Iterable[Row]) -> None:
        """The rows are buffered: no table grows while a statement reads it."""
        for chunk in _chunks(iter(list(rows))):
            marks = ", ".join("?" * len(chunk[0]))
            self._connection.executemany(f"INSERT INTO {name} VALUES ({marks})", chunk)

    def _written_by(self) -> str | None:
        if not self._tables() & {"written_by"}:
            return None
        found = self._connection.execute("SELECT version FROM written_by").fetchone()
        return str(found[0])

    def _empty(self, version: str) -> None:
        for table in self._tables():
            self._connection.execute(f"DROP TABLE {table}")
        self._connection.execute("CREATE TABLE written_by (version TEXT)")
        self._connection.execute("INSERT INTO written_by VALUES (?)", (version,))

    def _tables(self) -> set[str]:
        return {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _listed(columns: Columns) -> str:
    return ", ".join(f"{column} {_SQL_TYPE[kind]}" for column, kind in columns.items())


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while chunk := list(islice(rows, MANY)):
        yield chunk
