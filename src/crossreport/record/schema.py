"""Tables made, and brought up from older schemas.

A migration changes what is kept; derived tables are simply made again from the journal afterwards.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, insert, inspect, select, update

from crossreport.record import search, together
from crossreport.record.database import RecordError
from crossreport.record.tables import SCHEMA_VERSION, derived, event_times, kept, members, meta, paths, shards

Migration = Callable[[Connection], None]


def _add_paths(connection: Connection) -> None:
    paths.create(connection)


def _nothing(_connection: Connection) -> None:
    """What is kept stays as it is: derived tables changed, and these are made again anyway."""


def _add_shards(connection: Connection) -> None:
    shards.create(connection)


def _add_members(connection: Connection) -> None:
    for table in (members, event_times):
        table.create(connection)
    together.list_members(connection)


# From that version to the next.
MIGRATIONS: dict[int, Migration] = {1: _add_paths, 2: _nothing, 3: _add_shards, 4: _add_members}


def prepare(connection: Connection, migrations: Mapping[int, Migration] = MIGRATIONS) -> bool:
    """Make what is missing and migrate what is old. True: the derived tables must be made again.

    Raises:
        RecordError: the record was written by a newer Crossreport, or is some other database.
    """
    inspector = inspect(connection)
    if not inspector.has_table(meta.name):
        if inspector.get_table_names():
            raise RecordError("this database is no record: it holds other tables; name another file or database")
        _create(connection)
        return False
    found = _version(connection)
    if found > SCHEMA_VERSION:
        raise RecordError(f"this record has schema {found}, this Crossreport knows {SCHEMA_VERSION}: update it")
    for version in range(found, SCHEMA_VERSION):
        migrations[version](connection)
        connection.execute(update(meta).where(meta.c.key == "schema").values(value=str(version + 1)))
    return found < SCHEMA_VERSION


def is_current(connection: Connection) -> bool:
    """Whether there is nothing to prepare: so a record can be opened for reading only."""
    return inspect(connection).has_table(meta.name) and _version(connection) == SCHEMA_VERSION


def recreate_derived(connection: Connection) -> None:
    """Empty derived tables of today's shape."""
    derived.drop_all(connection)
    search.drop(connection)
    derived.create_all(connection)
    search.create(connection)


def _create(connection: Connection) -> None:
    kept.create_all(connection)
    recreate_derived(connection)
    connection.execute(insert(meta).values(key="schema", value=str(SCHEMA_VERSION)))


def _version(connection: Connection) -> int:
    stored = connection.execute(select(meta.c.value).where(meta.c.key == "schema")).scalar_one_or_none()
    if stored is None:
        raise RecordError("this database is no record: it names no schema; name another file or database")
    return int(stored)
