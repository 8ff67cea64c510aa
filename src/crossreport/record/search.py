"""Full-text search over the pages: FTS5 on SQLite, tsvector on PostgreSQL, with the same words in both.

In: what `keys_of` makes of a query. Out: pages that hold all of it, the newest first. The index holds normalised words;
passages are found in the page's own text.
"""

from collections.abc import Sequence

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select, text

from crossreport.model import Span
from crossreport.record.search_words import keys_of, lines_around, passages, words_of
from crossreport.record.tables import journal, pages

__all__ = ["Hit", "add", "count", "create", "drop", "forget", "hits", "keys_of", "pages_with", "passages", "remove"]

_PLACES = 16383  # words of a page that PostgreSQL's tsvector counts; behind them it knows words, and no phrases
_BYTES = 800_000  # of different words of a page that fit into a tsvector (of 1 MB); nobody writes so many
_NEWEST = "ORDER BY page.latest IS NULL, page.latest DESC, page.name, page.id"
_JOINED = "page_words JOIN page ON page.seq = page_words.rowid"
_ALL = 2**31 - 1


class Hit(Struct, frozen=True):
    """A page that holds every word of the query, where it holds them, and the lines in which they first stand."""

    page: str
    name: str
    spans: tuple[Span, ...]
    outlet: str | None = None
    day: str | None = None  # the last on which it can have been written
    lines: tuple[str, ...] = ()


class _Page(Struct, frozen=True):
    text: str


class _Coded(Struct, frozen=True):
    page: _Page


class _PageText(Struct, frozen=True):
    """What a search reads of a journal entry: all else is passed over."""

    coded: _Coded


_decoder = msgspec.json.Decoder(_PageText)


def create(connection: Connection) -> None:
    """An empty index."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("CREATE VIRTUAL TABLE page_words USING fts5(words)"))
        return
    connection.execute(text("CREATE TABLE page_words (rowid INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)"))
    connection.execute(text("CREATE INDEX page_words_index ON page_words USING gin (words)"))


def drop(connection: Connection) -> None:
    """Remove the index."""
    connection.execute(text("DROP TABLE IF EXISTS page_words"))


def add(connection: Connection, seq: int, page_text: str) -> None:
    """Index the text of the page that the journal entry of that number holds."""
    keys = [word.key for word in words_of(page_text)]
    if connection.dialect.name == "sqlite":
        given, words = ":words", " ".join(keys)
    else:
        given, words = "CAST(:words AS TSVECTOR)", _vector(keys)
    insert = text(f"INSERT INTO page_words (rowid, words) VALUES (:seq, {given})")
    connection.execute(insert, {"seq": seq, "words": words})


def remove(connection: Connection, seq: int) -> None:
    """Take a page out of the index."""
    connection.execute(text("DELETE FROM page_words WHERE rowid = :seq"), {"seq": seq})


def forget(connection: Connection) -> None:
    """Make the index give up what was removed from it: FTS5 keeps removed words until its parts are merged."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO page_words (page_words) VALUES ('optimize')"))


def pages_with(connection: Connection, keys: Sequence[str]) -> list[str]:
    """Ids of all pages that hold all `keys`."""
    query = text(f"SELECT page.id FROM {_JOINED} WHERE {_matching(connection)} ORDER BY page.id")
    return list(connection.execute(query, {"match": _match(connection, keys)}).scalars())


def count(connection: Connection, keys: Sequence[str]) -> int:
    """How many pages hold all `keys`."""
    _by_index(connection)
    query = text(f"SELECT count(*) FROM page_words WHERE {_matching(connection)}")
    return int(connection.execute(query, {"match": _match(connection, keys)}).scalar_one())


def hits(connection: Connection, keys: Sequence[str], start: int = 0, length: int | None = None) -> list[Hit]:
    """The pages that hold all `keys`, by day of writing, the newest first; `length` of them from `start` on."""
    _by_index(connection)
    query = text(
        f"SELECT page.id, page.name, page.latest, page.seq FROM {_JOINED} "
        f"WHERE {_matching(connection)} {_NEWEST} LIMIT :length OFFSET :start"
    )
    given = {"match": _match(connection, keys), "start": start, "length": _ALL if length is None else length}
    found = connection.execute(query, given).all()
    return [_hit(connection, keys, *row) for row in found]


def _hit(connection: Connection, keys: Sequence[str], page: str, name: str, day: str | None, seq: int) -> Hit:
    held = select(journal.c.payload, pages.c.outlet).join(pages, pages.c.seq == journal.c.seq)
    row = connection.execute(held.where(journal.c.seq == seq)).one()
    whole = _decoder.decode(row.payload).coded.page.text
    spans = passages(whole, keys)
    return Hit(page, name, spans, row.outlet, day, tuple(lines_around(whole, spans)))


def _by_index(connection: Connection) -> None:
    """PostgreSQL takes the words of all pages, which lie outside of their table, for cheap to read: they are not."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SET LOCAL enable_seqscan = off"))


def _matching(connection: Connection) -> str:
    return "page_words MATCH :match" if connection.dialect.name == "sqlite" else "words @@ CAST(:match AS TSQUERY)"


def _match(connection: Connection, keys: Sequence[str]) -> str:
    """All keys, those of several words as phrases; a key holds letters and digits only, so that quoting is safe."""
    if connection.dialect.name == "sqlite":
        return " AND ".join(f'"{key}"' for key in keys)
    return " & ".join("(" + " <-> ".join(f"'{word}'" for word in key.split(" ")) + ")" for key in keys)


def _vector(keys: Sequence[str]) -> str:
    """Words with their places, as PostgreSQL reads a tsvector."""
    seen: dict[str, None] = {}
    parts, size = [], 0
    for place, key in enumerate(keys, start=1):
        if size > _BYTES or (place > _PLACES and key in seen):
            continue
        if key not in seen:
            size += len(key.encode("utf-8"))
        seen[key] = None
        parts.append(f"'{key}':{place}" if place <= _PLACES else f"'{key}'")
    return " ".join(parts)
