"""A user's list of places in, rows in the user's own gazetteer file out; every row keeps the name of its list.

The file remembers each list's form, size and digest, so that a record's places can be traced to what was added.
"""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from crossreport.gazetteer import build, schema
from crossreport.gazetteer.lists import PlaceList, read_list
from crossreport.gazetteer.refused import ImportRefused
from crossreport.gazetteer.store import USER_FILE, USER_IDS_FROM, _opened
from crossreport.gazetteer.where import user_folder

__all__ = ["Added", "ImportRefused", "add_places", "added_lists", "remove_places"]

_LISTS = "CREATE TABLE IF NOT EXISTS list(source TEXT PRIMARY KEY, form TEXT, places INTEGER, digest TEXT)"


class Added(Struct, frozen=True):
    """A list that was added: its name in the record, its form, how many places, and the SHA-256 of its bytes."""

    source: str
    form: str
    places: int
    digest: str


def add_places(path: Path, *, source: str | None = None, country: str | None = None) -> Added:
    """Add every place of the file, all or none. Adding a list of the same name again replaces its rows.

    `country` stands in where the rows name none.

    Raises:
        ImportRefused: the file is in no known form, or a row cannot be read.
    """
    label = source or path.name
    found = read_list(path, label, country=country)
    added = Added(label, found.form, len(found.rows), hashlib.sha256(path.read_bytes()).hexdigest())
    _change(label, found, added)
    return added


def remove_places(source: str) -> bool:
    """Take a list out again; False if there is none of this name."""
    if source not in {added.source for added in added_lists()}:
        return False
    _change(source, None, None)
    return True


def added_lists() -> list[Added]:
    """The lists that the user's file holds, by name."""
    target = user_folder() / USER_FILE
    if not target.exists():
        return []
    with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'list'").fetchone():
            return []
        return [Added(*row) for row in connection.execute("SELECT * FROM list ORDER BY source")]


def _change(label: str, found: PlaceList | None, added: Added | None) -> None:
    """A changed copy takes the file's place whole, so that no reader sees half a list."""
    target = user_folder() / USER_FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(f".{os.getpid()}.part")
    try:
        _write(target, draft, label, found, added)
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    _opened.cache_clear()


def _write(target: Path, draft: Path, label: str, found: PlaceList | None, added: Added | None) -> None:
    if target.exists():
        shutil.copyfile(target, draft)
    with closing(sqlite3.connect(draft)) as connection:
        if not target.exists():
            schema.create(connection)
            connection.executescript(schema.INDICES)
        connection.execute(_LISTS)
        for table in ("alias", "sound"):
            connection.execute(f"DELETE FROM {table} WHERE place IN (SELECT id FROM place WHERE source = ?)", (label,))
        connection.execute("DELETE FROM place WHERE source = ?", (label,))
        connection.execute("DELETE FROM list WHERE source = ?", (label,))
        if found and added:
            last = connection.execute("SELECT max(id) FROM place").fetchone()[0]
            schema.insert(connection, found.rows, build.region_names(), first=(last or USER_IDS_FROM) + 1)
            connection.execute("INSERT INTO list VALUES(?,?,?,?)", (label, added.form, added.places, added.digest))
        connection.commit()
