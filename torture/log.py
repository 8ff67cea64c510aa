"""Entries of the journal changed, removed, put in, swapped or cut off: `verify` names it (R16).

Cutting off the end is found only against a head that was kept elsewhere: that is what `--head` is for, and what is
tried here.
"""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, delete, insert, select, update

from crossreport.record import open_record
from crossreport.record.tables import captures, journal
from torture import stories
from torture.trial import Trial

HASHES = ("digest", "previous", "hash")


def trials(seed: int) -> Iterator[Trial]:
    """A trial is one change, undone afterwards."""
    chance = random.Random(seed)
    where = Path(tempfile.mkdtemp(prefix="torture-")) / "a.db"
    stories.read(stories.folder(), where)
    engine = create_engine(f"sqlite:///{where}")
    with engine.connect() as connection:
        rows = [dict(row._mapping) for row in connection.execute(select(journal).order_by(journal.c.seq))]
        kept = [dict(row._mapping) for row in connection.execute(select(captures))]
    with open_record(where) as record:
        head = record.head()
    while True:
        what = chance.choice(("flip", "field", "drop", "swap", "insert", "cut", "bytes"))
        changed, blobs = [dict(row) for row in rows], [dict(row) for row in kept]
        _change(what, changed, blobs, chance)
        if changed == rows and blobs == kept:
            continue
        _write(engine, changed, blobs)
        with open_record(where) as record:
            found = bool(record.verify()) or not record.has_entry(head)
        _write(engine, rows, kept)
        yield Trial(f"{what}", "" if found else "was not found")


def _change(what: str, rows: list[dict[str, Any]], blobs: list[dict[str, Any]], chance: random.Random) -> None:
    at = chance.randrange(len(rows))
    row = rows[at]
    if what == "flip" and row["payload"]:
        place = chance.randrange(len(row["payload"]))
        other = chr((ord(row["payload"][place]) ^ (1 << chance.randrange(5))) or 65)
        row["payload"] = row["payload"][:place] + other + row["payload"][place + 1 :]
    elif what == "field":
        name = chance.choice(("kind", "subject", *HASHES))
        row[name] = row[name][:-1] + ("0" if row[name][-1] != "0" else "1")
    elif what == "drop":
        del rows[at]
    elif what == "swap" and at:
        rows[at - 1]["seq"], row["seq"] = row["seq"], rows[at - 1]["seq"]
    elif what == "insert":
        for later in rows[at:]:
            later["seq"] += 1
        rows.append({**row, "seq": at + 1})
    elif what == "cut":
        del rows[at:]
    elif what == "bytes":
        blob = chance.choice(blobs)
        data = bytearray(blob["data"])
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        blob["data"] = bytes(data)


def _write(engine: Any, rows: list[dict[str, Any]], blobs: list[dict[str, Any]]) -> None:
    with engine.begin() as connection:
        connection.execute(delete(journal))
        connection.execute(insert(journal), rows) if rows else None
        for blob in blobs:
            connection.execute(update(captures).where(captures.c.id == blob["id"]).values(data=blob["data"]))
