"""What lists are made of: one row a report, event and page, in an SQLite of the app's own, in memory.

In: an engine on the record. Out: rows by filter, with LIMIT, and counts. It is made in one pass over the record and
holds nothing that the record does not; lists never read whole pages. Reports stand in the order of their pages' names.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Engine, func, select

from crossreport.brief.quantities import GROUPING
from crossreport.gazetteer.extent import area_of
from crossreport.model import (
    CodedPage,
    Confidence,
    EventType,
    Figure,
    Place,
    Side,
    Span,
    Voices,
    When,
    name_order,
)
from crossreport.record.tables import journal, linked, pages, reports
from crossreport.web.filters import PAGE_LENGTH, TEXTS, Filters
from crossreport.web.ledger import Ledger

Row = sqlite3.Row
Tell = Callable[[int, int], None]  # how many pages of how many are in the lists
MOST = 200  # values of one filter that are offered, those with most rows first
ANYBODY = frozenset({"people", "persons"})
EACH = 1000  # pages, after which it is told how many are done
LONGEST = 2000  # characters of a report's passages in a list
MENTIONS, BEHIND, LABEL = '"mentions":[', '],"model":"', '"label":"'  # as a page's entry has them
SCHEMA = """
CREATE TABLE page (id TEXT PRIMARY KEY, name TEXT, outlet TEXT, title TEXT, language TEXT, edtf TEXT);
CREATE TABLE report (
  id TEXT PRIMARY KEY, page TEXT, position INT, name TEXT, outlet TEXT, label TEXT, status TEXT, place TEXT,
  country TEXT, edtf TEXT, earliest TEXT, latest TEXT, speaker TEXT, quote TEXT, band TEXT, who TEXT,
  counts TEXT, event TEXT DEFAULT '',
  grade TEXT DEFAULT '', decision TEXT DEFAULT 'open', judgement TEXT DEFAULT ''
);
CREATE TABLE event (
  id TEXT PRIMARY KEY, position INT, label TEXT, status TEXT, grade TEXT, place TEXT, country TEXT, kind TEXT,
  area TEXT, lat REAL, lon REAL, precision INT, edtf TEXT, earliest TEXT, latest TEXT, voices INT, groups INT,
  pages INT, reports INT, low REAL, high REAL, who TEXT
);
CREATE TABLE grouped (page TEXT, source_group TEXT);
CREATE TABLE found (member TEXT, finding TEXT);
CREATE TABLE side (event TEXT, role TEXT, actor TEXT, name TEXT, kind TEXT, country TEXT);
CREATE TABLE label (outlet TEXT, page TEXT, actor TEXT, label TEXT, times INT, mention TEXT);
"""
_INDEXES = """
CREATE INDEX report_event ON report (event);
CREATE INDEX report_page ON report (page, position);
CREATE INDEX event_day ON event (earliest, latest);
CREATE INDEX event_latest ON event (latest DESC, position);
CREATE INDEX grouped_page ON grouped (page);
CREATE INDEX found_member ON found (member);
CREATE INDEX side_actor ON side (actor, event);
CREATE INDEX side_event ON side (event);
CREATE INDEX label_outlet ON label (outlet);
"""
_TOKENS = "unicode61 remove_diacritics 2"
_SIDES = {"agent": "by", "speaker": "by", "supporter": "by", "mediator": "by", "party": "party"}
_FACETS = ("label", "country", "grade", "band", "outlet", "status")


def _to_nobody(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


class _Named(Struct, frozen=True):
    name: str = ""


class _Part(Struct, frozen=True):
    role: str
    actor: _Named


class _Sure(Struct, frozen=True):
    id: str
    confidence: Confidence
    span: Span
    participants: tuple[_Part, ...] = ()
    evidence: tuple[Span, ...] = ()


class _Counted(Struct, frozen=True):
    id: str
    event_report: str | None
    measure: str
    wording: str
    of: "_Text"
    cumulative: bool
    part_of: str | None = None


class _Text(Struct, frozen=True):
    text: str


class _Labelled(Struct, frozen=True):
    id: str
    value: _Named | None = None
    label: str | None = None


class _Coded(Struct, frozen=True):
    reports: tuple[_Sure, ...]
    figures: tuple[_Counted, ...] = ()
    mentions: tuple[_Labelled, ...] = ()


class _Entry(Struct, frozen=True):
    coded: _Coded


class _Group(Struct, frozen=True):
    id: str
    pages: tuple[str, ...]


class _Killed(Struct, frozen=True):
    low: float | None
    high: float | None


class _Event(Struct, frozen=True):
    """Of an event what a row tells; its reasons are most of it."""

    id: str
    reports: tuple[str, ...]
    type: EventType
    sides: tuple[Side, ...]
    place: Place | None
    when: When | None
    status: str
    grade: str
    voices: Voices
    killed: _Killed | None


class _Finding(Struct, frozen=True):
    id: str
    members: tuple[str, ...]


class Shelf:
    """The rows of a record as it was when they were made; judgements can be laid on them again."""

    def __init__(self, engine: Engine, tell: Tell = _to_nobody) -> None:
        self._open()
        self._lines.executescript(SCHEMA)
        with engine.connect() as connection:
            self._fill("page", _page_rows(connection))
            told, labels = _told(connection, tell)
            events = self._add_linked(connection)
            self._fill("report", _report_rows(connection, told, events))
            self._fill("label", labels)
        self._lines.executescript(_INDEXES)
        for column in _FACETS:
            self._lines.execute(f"CREATE INDEX report_{column} ON report (decision, {column})")
        for table, texts in TEXTS.items():
            self._lines.execute(
                f"CREATE VIRTUAL TABLE {table}_text USING fts5(words, content='', tokenize='{_TOKENS}')"
            )
            joined = " || ' ' || ".join(texts)
            self._lines.execute(f"INSERT INTO {table}_text (rowid, words) SELECT rowid, {joined} FROM {table}")
        self._lines.execute("ANALYZE")
        self._lines.commit()

    @classmethod
    def of(cls, copy: sqlite3.Connection) -> "Shelf":
        """The shelf that was copied there."""
        shelf = cls.__new__(cls)
        shelf._open()
        copy.backup(shelf._lines)
        return shelf

    def copy_to(self, copy: sqlite3.Connection) -> None:
        """Copy all rows into an empty database."""
        self._lines.backup(copy)

    def _open(self) -> None:
        self._lines = sqlite3.connect(":memory:", check_same_thread=False)
        self._lines.row_factory = sqlite3.Row
        self.corrected: set[str] = set()
        self._counted = lru_cache(maxsize=256)(self._count)  # of reports: until the next decision
        self.settled = lru_cache(maxsize=64)(self._count)  # of events: as long as the shelf

    def _fill(self, table: str, found: Iterable[Sequence[Any]]) -> None:
        rows = list(found)
        if rows:
            columns = self._lines.execute(f"SELECT * FROM {table} LIMIT 0").description[: len(rows[0])]
            names = ", ".join(column[0] for column in columns)
            marks = ", ".join("?" * len(rows[0]))
            self._lines.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", rows)
            self._lines.commit()

    def _add_linked(self, connection: Any) -> dict[str, tuple[str, str]]:
        """The event of each report, with its grade."""
        events, sides, groups, found = [], [], [], []
        of = dict[str, tuple[str, str]]()
        decode = msgspec.json.Decoder(_Event).decode
        decode_group, decode_finding = msgspec.json.Decoder(_Group).decode, msgspec.json.Decoder(_Finding).decode
        for kind, position, body in connection.execute(select(linked.c.kind, linked.c.position, linked.c.body)):
            if kind == "event":
                event = decode(body)
                events.append(_event_row(position, event))
                of |= dict.fromkeys(event.reports, (event.id, event.grade))
                sides += [
                    (event.id, side.role, actor.id, actor.name, actor.kind, actor.country or "")
                    for side in event.sides
                    for actor in side.actors
                ]
            elif kind == "source_group":
                group = decode_group(body)
                groups += [(page, group.id) for page in group.pages]
            else:
                finding = decode_finding(body)
                found += [(member, finding.id) for member in finding.members]
        self._fill("event", events)
        self._fill("side", sides)
        self._fill("grouped", groups)
        self._fill("found", found)
        return of

    def lay(self, touched: Collection[str], ledger: Ledger) -> None:
        """Put on the touched reports how they stand now."""
        decided = {subject: ledger.decision(subject) for subject in touched}
        rows = [
            (one.state, one.judgement.id, subject) if one else ("open", "", subject) for subject, one in decided.items()
        ]
        self._lines.executemany("UPDATE report SET decision = ?, judgement = ? WHERE id = ?", rows)
        self._lines.commit()
        self._counted.cache_clear()

    def correct(self, coded: Iterable[CodedPage], touched: Collection[str]) -> None:
        """Put the values that these pages hold now on the touched reports."""
        rows = []
        for page in coded:
            counts = _counts([one for one in page.figures if not one.cumulative])
            rows += [
                (report.type.label, report.status, *_where(report), *_when(report), *_who(report, counts), report.id)
                for report in page.reports
                if report.id in touched
            ]
        setting = "UPDATE report SET label = ?, status = ?, place = ?, country = ?, edtf = ?, earliest = ?, latest = ?"
        setting += ", who = ?, counts = ?"
        self._lines.executemany(f"{setting} WHERE id = ?", rows)
        self._lines.commit()
        self.corrected |= {row[-1] for row in rows}

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
        return int(self._cached(table)(f"SELECT count(*) FROM {table} WHERE {condition}", tuple(values))[0][0])

    def facet(self, table: str, filters: Filters, name: str) -> list[tuple[str, int]]:
        """The values of one filter with how many rows each would show beside the other filters, the most first."""
        column = dict(filters.fields)[name]
        condition, values = filters.where(but=name)
        query = f"SELECT {column}, count(*) n FROM {table} WHERE {condition} GROUP BY 1 ORDER BY n DESC, 1 LIMIT {MOST}"
        return [(row[0] or "", row[1]) for row in self._cached(table)(query, tuple(values))]

    def select(self, query: str, *values: str | int | float) -> list[Row]:
        """Rows of the shelf by an SQL query."""
        return self._lines.execute(query, values).fetchall()

    def among(self, query: str, values: Iterable[str]) -> list[Row]:
        """Rows of a query whose one mark `?*` stands for any number of values."""
        given = list(values)
        return self.select(query.replace("?*", ", ".join("?" * len(given))), *given)

    def pages_of(self, subjects: Iterable[str]) -> list[str]:
        """Ids of the pages of these reports."""
        return [row[0] for row in self.among("SELECT DISTINCT page FROM report WHERE id IN (?*)", subjects)]

    def groups_of(self, names: Iterable[str]) -> list[str]:
        """Ids of the source groups of these pages."""
        query = "SELECT DISTINCT source_group FROM grouped WHERE page IN (?*) ORDER BY 1"
        return [row[0] for row in self.among(query, names)]

    def one(self, table: str, ident: str) -> Row | None:
        """The row of that id."""
        found = self.select(f"SELECT * FROM {table} WHERE id = ?", ident)
        return found[0] if found else None

    def _cached(self, table: str) -> Callable[[str, tuple[str, ...]], list[Row]]:
        return self._counted if table == "report" else self.settled

    def _count(self, query: str, values: tuple[str, ...]) -> list[Row]:
        return self.select(query, *values)


def _page_rows(connection: Any) -> Iterator[tuple[str, ...]]:
    columns = (pages.c.id, pages.c.name, pages.c.outlet, pages.c.title, pages.c.language, pages.c.edtf)
    for row in connection.execute(select(*columns)):
        yield tuple(value or "" for value in row)


def _report_rows(
    connection: Any, told: dict[str, tuple[str, str, str, str]], events: dict[str, tuple[str, str]]
) -> list[tuple[Any, ...]]:
    columns = [getattr(reports.c, name) for name in ("id", "page", "position")]
    columns += [pages.c.name, pages.c.outlet]
    columns += [getattr(reports.c, name) for name in ("label", "status", "place", "country")]
    columns += [getattr(reports.c, name) for name in ("edtf", "earliest", "latest", "said_by")]
    query = select(*columns).join(pages, pages.c.id == reports.c.page)
    nothing, none = ("",) * 4, ("", "")
    found = [
        (*(value or "" for value in row), *told.get(row[0], nothing), *events.get(row[0], none))
        for row in connection.execute(query)
    ]
    return sorted(found, key=lambda row: (name_order(row[3]), row[1], row[2] or 0))


def _told(connection: Any, tell: Tell) -> tuple[dict[str, tuple[str, str, str, str]], list[tuple[Any, ...]]]:
    """What the derived tables do not hold: each report's passages, confidence, actors and counts; loaded words."""
    decode = msgspec.json.Decoder(_Entry).decode
    query = select(journal.c.payload, pages.c.id, pages.c.outlet).join(pages, pages.c.seq == journal.c.seq)
    told, labels = dict[str, tuple[str, str, str, str]](), list[tuple[Any, ...]]()
    total = connection.execute(select(func.count()).select_from(pages)).scalar_one()
    for done, (payload, page, outlet) in enumerate(connection.execute(query)):
        if done % EACH == 0:
            tell(done, total)
        coded = decode(_readable(payload)).coded
        counts = _counts([one for one in coded.figures if not one.cumulative])
        for report in coded.reports:
            quote = " … ".join(span.quote for span in dict.fromkeys(report.evidence or (report.span,)))[:LONGEST]
            told[report.id] = (quote, report.confidence.band, *_who(report, counts))
        loaded: dict[tuple[str, str], list[str]] = defaultdict(list)
        for mention in coded.mentions:
            if mention.label and mention.value and mention.label.casefold() not in mention.value.name.casefold():
                loaded[mention.value.name, mention.label.casefold()].append(mention.id)
        labels += [(outlet or "", page, *said, len(found), found[0]) for said, found in loaded.items()]
    return told, labels


def _readable(payload: str) -> str:
    """A page's entry without its mentions where none of them is a label: they are nine tenths of it.

    Entries are canonical JSON: keys stand sorted, and no quotation mark of a text can stand there unescaped.
    """
    first, last = payload.find(MENTIONS), payload.rfind(BEHIND)
    if first < 0 or last < first or payload.find(LABEL, first, last) >= 0:
        return payload
    return payload[: first + len(MENTIONS)] + payload[last:]


def _who(report: Any, counts: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """Who does what to whom, and what the report counts."""
    who = sides((part.role, part.actor.name) for part in report.participants)
    return who, "; ".join(dict.fromkeys(counts.get(report.id, ())))


def _counts(figures: Sequence[_Counted | Figure]) -> dict[str, list[str]]:
    """What each report counts, a part behind its whole: "killed: at least 23 people, of them nine volunteers"."""
    told, parts = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    wholes = {one.id: one for one in figures if one.part_of is None}
    for one in figures:
        if one.part_of in wholes:
            parts[one.part_of].append(_counted(one))
    for one in figures:
        if one.event_report and one.part_of not in wholes:
            within = f", of them {' and '.join(parts[one.id])}" if one.id in parts else ""
            measure = "counted" if one.measure == "other" else one.measure.replace("_", " ")
            told[one.event_report].append(f"{measure}: {_counted(one)}{within}")
    return told


def _counted(figure: _Counted | Figure) -> str:
    """The words for number and people, each said once: "dozens of people", "15 soldiers and several civilians"."""
    words, who = figure.wording.split(), figure.of.text.split()
    said = {word.casefold() for word in words}
    if not who or said.issuperset(word.casefold() for word in who):
        return figure.wording
    if figure.of.text.casefold() in ANYBODY and words[-1].endswith("s") and words[-1].casefold() not in GROUPING:
        return figure.wording  # "nine others" has its noun
    of = " of" if words and words[-1].lower() in GROUPING else ""
    return f"{figure.wording}{of} {figure.of.text}"


def sides(parts: Iterable[tuple[str, str]]) -> str:
    """Who does it to whom: "A → B"; two parties without direction stand beside each other.

    >>> sides([("agent", "Army"), ("target", "civilians")]), sides([("party", "Army"), ("party", "Rebels")])
    ('Army → civilians', 'Army – Rebels')
    """
    found: dict[str, list[str]] = {"by": [], "party": [], "to": []}
    for role, name in parts:
        found[_SIDES.get(role, "to")].append(name)
    by, party, to = (list(dict.fromkeys(found[key])) for key in ("by", "party", "to"))
    first = " – ".join([*([", ".join(by)] if by else []), *party])
    return f"{first} → {', '.join(to)}" if to else first


def _where(told: Any) -> tuple[str, str]:
    """The name and the country of the place of a report or an event, empty if they are not known."""
    return (told.place.name, told.place.country or "") if told.place else ("", "")


def _when(told: Any) -> tuple[str, str, str]:
    """The EDTF, the first and the last day."""
    return (told.when.edtf, told.when.earliest or "", told.when.latest or "") if told.when else ("", "", "")


def _event_row(position: int, event: _Event) -> tuple[Any, ...]:
    place, killed = event.place, event.killed
    return (
        event.id, position, event.type.label, event.status, event.grade, *_where(event), place.kind if place else "",
        area_of(place) if place else "", place.lat if place else None, place.lon if place else None,
        place.precision.ucdp if place else None,
        *_when(event), event.voices.independent, event.voices.source_groups, event.voices.pages, len(event.reports),
        killed.low if killed else None, killed.high if killed else None,
        sides((side.role, actor.name) for side in event.sides for actor in side.actors),
    )  # fmt: skip
