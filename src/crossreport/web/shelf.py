"""What lists are made of: one row a report, event and page, in an SQLite of the app's own, in memory.

In: an engine on the record. Out: rows by filter, with LIMIT, and counts. It is made in one pass over the record and
holds nothing that the record does not; lists never read whole pages. Reports stand in the order of their pages' names.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Engine, select

from crossreport.model import Confidence, Event, Judgement, Span, name_order
from crossreport.record.tables import journal, linked, pages, reports
from crossreport.web.filters import PAGE_LENGTH, Filters

Row = sqlite3.Row
LONGEST = 2000  # characters of a report's passages in a list
DECISIONS = {"accept": "accepted", "correct": "corrected", "reject": "rejected", "defer": "deferred"}
_SCHEMA = """
CREATE TABLE page (id TEXT PRIMARY KEY, name TEXT, outlet TEXT, title TEXT, language TEXT, edtf TEXT);
CREATE TABLE report (
  id TEXT PRIMARY KEY, page TEXT, position INT, name TEXT, outlet TEXT, label TEXT, status TEXT, place TEXT,
  country TEXT, edtf TEXT, earliest TEXT, latest TEXT, speaker TEXT, quote TEXT, band TEXT, event TEXT DEFAULT '',
  grade TEXT DEFAULT '', decision TEXT DEFAULT 'open', judgement TEXT, judged_by TEXT, judged_at TEXT, why TEXT
);
CREATE TABLE event (
  id TEXT PRIMARY KEY, position INT, label TEXT, status TEXT, grade TEXT, place TEXT, country TEXT, kind TEXT, lat REAL,
  lon REAL, precision INT, edtf TEXT, earliest TEXT, latest TEXT, voices INT, groups INT, pages INT, reports INT,
  low REAL, high REAL
);
CREATE TABLE grouped (page TEXT, source_group TEXT);
CREATE TABLE found (member TEXT, finding TEXT);
"""
_INDEXES = """
CREATE INDEX report_decision ON report (decision);
CREATE INDEX report_event ON report (event);
CREATE INDEX report_page ON report (page, position);
CREATE INDEX event_day ON event (earliest, latest);
CREATE INDEX grouped_page ON grouped (page);
CREATE INDEX found_member ON found (member);
"""
_FACETS = ("label", "country", "grade", "band", "outlet", "status")


class _Sure(Struct, frozen=True):
    id: str
    confidence: Confidence
    span: Span
    evidence: tuple[Span, ...] = ()


class _Coded(Struct, frozen=True):
    reports: tuple[_Sure, ...]


class _Entry(Struct, frozen=True):
    coded: _Coded


class _Group(Struct, frozen=True):
    id: str
    pages: tuple[str, ...]


class _Finding(Struct, frozen=True):
    id: str
    members: tuple[str, ...]


class Shelf:
    """The rows of a record as it was when they were made; judgements can be laid on them again."""

    def __init__(self, engine: Engine) -> None:
        self._lines = sqlite3.connect(":memory:", check_same_thread=False)
        self._lines.row_factory = sqlite3.Row
        self._lines.executescript(_SCHEMA)
        with engine.connect() as connection:
            self._fill("page", _page_rows(connection))
            self._fill("report", _report_rows(connection))
            self._add_linked(connection)
        self._lines.executescript(_INDEXES)
        for column in _FACETS:
            self._lines.execute(f"CREATE INDEX report_{column} ON report ({column}, decision)")
        self._lines.execute("ANALYZE")
        self._counted = lru_cache(maxsize=256)(self._count)

    def _fill(self, table: str, found: Iterable[Sequence[Any]]) -> None:
        rows = list(found)
        if rows:
            columns = self._lines.execute(f"SELECT * FROM {table} LIMIT 0").description[: len(rows[0])]
            names = ", ".join(column[0] for column in columns)
            marks = ", ".join("?" * len(rows[0]))
            self._lines.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", rows)
            self._lines.commit()

    def _add_linked(self, connection: Any) -> None:
        events, places, groups, found = [], [], [], []
        for kind, position, body in connection.execute(select(linked.c.kind, linked.c.position, linked.c.body)):
            if kind == "event":
                event = msgspec.json.decode(body, type=Event)
                events.append(_event_row(position, event))
                places += [(event.id, event.grade, report) for report in event.reports]
            elif kind == "source_group":
                group = msgspec.json.decode(body, type=_Group)
                groups += [(page, group.id) for page in group.pages]
            else:
                finding = msgspec.json.decode(body, type=_Finding)
                found += [(member, finding.id) for member in finding.members]
        self._fill("event", events)
        self._fill("grouped", groups)
        self._fill("found", found)
        self._lines.executemany("UPDATE report SET event = ?, grade = ? WHERE id = ?", places)
        self._lines.commit()

    def lay(self, judgements: Iterable[Judgement]) -> None:
        """Put the decisions of standing judgements, in their order, on the reports: the latest holds."""
        held: dict[str, tuple[str, str, str, str, str]] = {}
        for one in judgements:
            if one.verdict in DECISIONS:
                decision = (DECISIONS[one.verdict], one.id, one.by, one.at, one.why)
                held |= dict.fromkeys(one.subjects, decision)
        setting = "UPDATE report SET decision = ?, judgement = ?, judged_by = ?, judged_at = ?, why = ? WHERE id = ?"
        self._lines.execute(
            "UPDATE report SET decision = 'open', judgement = NULL, judged_by = NULL, judged_at = NULL, why = NULL "
            "WHERE judgement IS NOT NULL"
        )
        self._lines.executemany(setting, [(*decision, report) for report, decision in held.items()])
        self._lines.commit()
        self._counted.cache_clear()

    # Lists

    def rows(self, table: str, filters: Filters, order: str = "rowid", limit: int = PAGE_LENGTH) -> list[Row]:
        """One page of a list."""
        condition, values = filters.where()
        offset = (filters.number - 1) * limit
        return self.select(
            f"SELECT * FROM {table} WHERE {condition} ORDER BY {order} LIMIT ? OFFSET ?", *values, limit, offset
        )

    def ids(self, filters: Filters) -> tuple[str, ...]:
        """The ids of all reports that the filters let through."""
        condition, values = filters.where()
        return tuple(row[0] for row in self.select(f"SELECT id FROM report WHERE {condition} ORDER BY rowid", *values))

    def total(self, table: str, filters: Filters) -> int:
        """How many rows the filters let through."""
        condition, values = filters.where()
        return int(self._counted(f"SELECT count(*) FROM {table} WHERE {condition}", tuple(values))[0][0])

    def facet(self, table: str, filters: Filters, name: str) -> list[tuple[str, int]]:
        """The values of one filter with how many rows each would show beside the other filters, the most first."""
        column = dict(filters.fields)[name]
        condition, values = filters.where(but=name)
        query = f"SELECT {column}, count(*) n FROM {table} WHERE {condition} GROUP BY 1 ORDER BY n DESC, 1"
        return [(row[0] or "", row[1]) for row in self._counted(query, tuple(values))]

    def select(self, query: str, *values: str | int | float) -> list[Row]:
        """Rows of the shelf by an SQL query."""
        return self._lines.execute(query, values).fetchall()

    def one(self, table: str, ident: str) -> Row | None:
        """The row of that id."""
        found = self.select(f"SELECT * FROM {table} WHERE id = ?", ident)
        return found[0] if found else None

    def _count(self, query: str, values: tuple[str, ...]) -> list[Row]:
        return self.select(query, *values)


def _page_rows(connection: Any) -> Iterator[tuple[str, ...]]:
    columns = (pages.c.id, pages.c.name, pages.c.outlet, pages.c.title, pages.c.language, pages.c.edtf)
    for row in connection.execute(select(*columns)):
        yield tuple(value or "" for value in row)


def _report_rows(connection: Any) -> list[tuple[Any, ...]]:
    told = {report.id: report for report in _told(connection)}
    columns = [getattr(reports.c, name) for name in ("id", "page", "position")]
    columns += [pages.c.name, pages.c.outlet]
    columns += [getattr(reports.c, name) for name in ("label", "status", "place", "country")]
    columns += [getattr(reports.c, name) for name in ("edtf", "earliest", "latest", "said_by")]
    query = select(*columns).join(pages, pages.c.id == reports.c.page)
    found = [(*(value or "" for value in row), *_passage(told.get(row.id))) for row in connection.execute(query)]
    return sorted(found, key=lambda row: (name_order(row[3]), row[1], row[2] or 0))


def _told(connection: Any) -> Iterator[_Sure]:
    """The confidence of each report and all its passages, which the derived tables do not hold."""
    decode = msgspec.json.Decoder(_Entry).decode
    query = select(journal.c.payload).join(pages, pages.c.seq == journal.c.seq)
    for payload in connection.execute(query).scalars():
        yield from decode(payload).coded.reports


def _passage(report: _Sure | None) -> tuple[str, str]:
    """The words that tell it, and the confidence."""
    if report is None:
        return "", ""
    told = [span.quote for span in dict.fromkeys(report.evidence or (report.span,))]
    return " … ".join(told)[:LONGEST], report.confidence.band


def _event_row(position: int, event: Event) -> tuple[Any, ...]:
    place, when, killed = event.place, event.when, event.killed
    return (
        event.id, position, event.type.label, event.status, event.grade,
        place.name if place else "", (place.country if place else None) or "", place.kind if place else "",
        place.lat if place else None, place.lon if place else None, place.precision.ucdp if place else None,
        when.edtf if when else "", (when.earliest if when else None) or "", (when.latest if when else None) or "",
        event.voices.independent, event.voices.source_groups, event.voices.pages, len(event.reports),
        killed.low if killed else None, killed.high if killed else None,
    )  # fmt: skip
