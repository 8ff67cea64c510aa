"""The tables of a record: what is kept (journal, captures), and what is derived from it and can be made again."""

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA_VERSION = 5

kept = MetaData()
derived = MetaData()

meta = Table("meta", kept, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

journal = Table(
    "journal",
    kept,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),  # page | rejection | duplicate | original | judgement | erasure
    Column("subject", String, nullable=False),  # id of the capture or file, name of the input, id of the judgement
    Column("payload", Text),  # canonical JSON; None once it was erased
    Column("digest", String(64), nullable=False),  # of the payload: the chain holds without it
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

captures = Table(
    "capture",
    kept,
    Column("id", String, primary_key=True),  # sha256:<hex> of data
    Column("data", LargeBinary, nullable=False),
)

# Where inputs were looked for, as they were given: not part of the journal, for it says nothing about the pages.
paths = Table("path", kept, Column("path", String, primary_key=True))

# Containers that a run has seen to their end, and by what rooms and options: such a one is not opened again.
shards = Table(
    "shard",
    kept,
    Column("name", String, primary_key=True),
    Column("digest", String, primary_key=True),  # sha256:<hex> of the whole file
    Column("how", String, primary_key=True),
)

pages = Table(
    "page",
    derived,
    Column("id", String, primary_key=True),
    Column("capture", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("outlet", String),
    Column("title", Text),
    Column("language", String, nullable=False),
    Column("edtf", String, nullable=False),
    Column("earliest", String),
    Column("latest", String),
    Column("through", String, nullable=False),  # the last room that saw the page
    Column("version", String, nullable=False),  # of the rooms that saw it
    Column("published", String),  # the day that the user gave for it, if any
    Column("seq", Integer, nullable=False),  # the journal entry that holds it
)


def _of_a_page(name: str, *columns: Column[object]) -> Table:
    """A table of things read from one page, in the page's order."""
    return Table(
        name,
        derived,
        Column("page", String, primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("id", String, nullable=False, index=True),
        *columns,
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("quote", Text, nullable=False),
    )


mentions = _of_a_page(
    "mention", Column("kind", String, nullable=False), Column("grounded", Boolean, nullable=False), Column("name", Text)
)

reports = _of_a_page(
    "event_report",
    Column("label", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    Column("place", Text),
    Column("country", String),
    Column("geonameid", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("edtf", String),
    Column("earliest", String),
    Column("latest", String),
    Column("said_by", Text),  # the outermost voice; empty: the outlet's own
)

figures = _of_a_page(
    "figure",
    Column("event_report", String),
    Column("measure", String, nullable=False),
    Column("counted", Text, nullable=False),
    Column("low", Float),
    Column("best", Float),
    Column("high", Float),
    Column("bound", String, nullable=False),
    Column("cumulative", Boolean, nullable=False),
    Column("said_by", Text),
)

claims = _of_a_page(
    "claim", Column("speaker", Text, nullable=False), Column("actor", String), Column("mode", String, nullable=False)
)

rejections = Table(
    "rejection",
    derived,
    Column("name", String, primary_key=True),
    Column("rule", String, nullable=False),
    Column("says", Text, nullable=False),
    Column("capture", String),  # whose bytes are kept, if reading turned the page away
    Column("seq", Integer, nullable=False),
)

duplicates = Table(
    "duplicate",
    derived,
    Column("name", String, primary_key=True),
    Column("capture", String, primary_key=True),
    Column("first", String, nullable=False),  # the name under which its bytes were read
)

originals = Table(
    "original",
    derived,
    Column("id", String, primary_key=True),  # sha256:<hex> of a whole input file
    Column("name", String, nullable=False),
    Column("size", BigInteger, nullable=False),
)

judgements = Table(
    "judgement",
    derived,
    Column("id", String, primary_key=True),
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("superseded_by", String),
    Column("body", Text, nullable=False),
)

erasures = Table(
    "erasure",
    derived,
    Column("capture", String, primary_key=True),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("why", Text, nullable=False),
)

# What linking and weighing make of all pages: replaced as a whole on each run, never part of the journal.
linked = Table(
    "linked",
    kept,
    Column("kind", String, primary_key=True),  # event | source_group | finding
    Column("id", String, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

# Of these: which event, source group or finding names which report, page or event; and when events were.
members = Table(
    "linked_member",
    kept,
    Column("kind", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("member", String, primary_key=True),
)
event_times = Table(
    "event_time",
    kept,
    Column("id", String, primary_key=True),  # of an event that has a time
    Column("earliest", String),
    Column("latest", String),
)

OF_A_PAGE = (mentions, reports, figures, claims)
Index("page_by_day", pages.c.seq, pages.c.latest, pages.c.name, pages.c.id, unique=True)  # what search sorts by
Index("linked_member_by", members.c.member, members.c.kind, members.c.id)
Index("event_time_days", event_times.c.earliest, event_times.c.latest)
Index("event_report_when", reports.c.earliest, reports.c.latest)
