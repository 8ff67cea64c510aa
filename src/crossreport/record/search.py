"""Full-text search over the pages, in any romanisation: FTS5 on SQLite, tsvector on PostgreSQL.

In: words. Out: pages that hold all of them, with the passages. The index holds folded words; passages are found in the
page's own text.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, text

from crossreport.model import Span
from crossreport.names import fold_name

_WORD = re.compile(r"\w+(?:['’‘`´ʼ]\w+)*")


class Hit(Struct, frozen=True):
    """A page that holds every word of the query, and where it holds them."""

    page: str
    name: str
    spans: tuple[Span, ...]


def create(connection: Connection) -> None:
    """An empty index."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("CREATE VIRTUAL TABLE page_words USING fts5(page UNINDEXED, words)"))
        return
    connection.execute(text("CREATE TABLE page_words (page VARCHAR PRIMARY KEY, words TEXT NOT NULL)"))
    connection.execute(text("CREATE INDEX page_words_index ON page_words USING gin (to_tsvector('simple', words))"))


def drop(connection: Connection) -> None:
    """Remove the index."""
    connection.execute(text("DROP TABLE IF EXISTS page_words"))


def add(connection: Connection, page: str, page_text: str) -> None:
    """Index the text of a page."""
    insert = text("INSERT INTO page_words (page, words) VALUES (:page, :words)")
    connection.execute(insert, {"page": page, "words": " ".join(keys_of(page_text))})


def remove(connection: Connection, page: str) -> None:
    """Take a page out of the index."""
    connection.execute(text("DELETE FROM page_words WHERE page = :page"), {"page": page})


def forget(connection: Connection) -> None:
    """Make the index give up what was removed from it: FTS5 keeps removed words until its parts are merged."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO page_words (page_words) VALUES ('optimize')"))


def keys_of(query: str) -> list[str]:
    """The folded words of a query or a page, none twice."""
    return list(dict.fromkeys(key for word in _WORD.findall(query) for key in fold_name(word).split()))


def pages_with(connection: Connection, keys: Sequence[str]) -> list[str]:
    """Ids of the pages that hold all `keys`."""
    if connection.dialect.name == "sqlite":
        match = " AND ".join(f'"{key}"' for key in keys)
        query = "SELECT page FROM page_words WHERE page_words MATCH :match ORDER BY page"
    else:
        match = " ".join(keys)
        query = (
            "SELECT page FROM page_words WHERE to_tsvector('simple', words) @@ plainto_tsquery('simple', :match) "
            "ORDER BY page"
        )
    return list(connection.execute(text(query), {"match": match}).scalars())


def passages(page_text: str, keys: Sequence[str]) -> tuple[Span, ...]:
    """Where the words stand in a page."""
    wanted = set(keys)
    found = _WORD.finditer(page_text)
    return tuple(
        Span.of(page_text, *word.span()) for word in found if wanted.intersection(fold_name(word.group()).split())
    )
