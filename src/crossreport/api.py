"""The Python interface: read pages or open a record, and have all of it as typed, frozen values.

In: files, a text, or a record. Out: a `Reading`. Its examples run on the sample pages, in a folder `pages`.
"""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from msgspec import Struct

from crossreport.export.tables import TableName, table
from crossreport.model import (
    Claim,
    CodedPage,
    Event,
    EventReport,
    Figure,
    Finding,
    Judgement,
    Linked,
    Mention,
    Page,
    SourceGroup,
)
from crossreport.pipeline.grouped import grouped
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Summary
from crossreport.record import LeftOut, Record, RecordError, open_record
from crossreport.record.database import IN_MEMORY

if TYPE_CHECKING:
    import geopandas
    import pandas
    import polars

Library = Literal["pandas", "polars", "geopandas"]


class Reading(Struct, frozen=True):
    """What a record holds, and, after a run, where every input of the run went.

    Everything is in an order that depends on its content alone, and every value tells the passage that it rests on.
    `left_out` is what persons took out of the record, `address` where that record is.

    >>> import crossreport
    >>> reading = crossreport.read_text("Shells fell on Idlib on Monday, killing 4 people, the governor said.")
    >>> (report,) = reading.reports
    >>> report.type.label, report.place.name, report.attribution[0].speaker
    ('shelling', 'Idlib', 'governor')
    >>> page = reading.page(report)
    >>> page.text[report.span.start : report.span.end] == report.span.quote
    True
    """

    coded: tuple[CodedPage, ...]
    linked: Linked
    summary: Summary
    judgements: tuple[Judgement, ...] = ()
    address: str | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def pages(self) -> list[Page]:
        """All pages, by name."""
        return [coded.page for coded in self.coded]

    @property
    def mentions(self) -> list[Mention]:
        """All mentions, page by page."""
        return [mention for coded in self.coded for mention in coded.mentions]

    @property
    def reports(self) -> list[EventReport]:
        """All event reports, page by page."""
        return [report for coded in self.coded for report in coded.reports]

    @property
    def figures(self) -> list[Figure]:
        """All figures, page by page."""
        return [figure for coded in self.coded for figure in coded.figures]

    @property
    def claims(self) -> list[Claim]:
        """All claims, page by page."""
        return [claim for coded in self.coded for claim in coded.claims]

    @property
    def events(self) -> tuple[Event, ...]:
        """What the reports add up to."""
        return self.linked.events

    @property
    def source_groups(self) -> tuple[SourceGroup, ...]:
        """Pages of one origin, which count as one voice."""
        return self.linked.source_groups

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What weighing saw across reports and figures."""
        return self.linked.findings

    def page(self, of: Mention | EventReport | Figure | Claim) -> Page:
        """The page that something was read from.

        Raises:
            KeyError: the page is not in this reading.
        """
        for coded in self.coded:
            if coded.page.id == of.page:
                return coded.page
        raise KeyError(of.page)

    def reports_of(self, event: Event) -> list[EventReport]:
        """The reports that an event was joined from, page by page.

        >>> import crossreport
        >>> reading = crossreport.load("crossreport.db")
        >>> event = max(reading.events, key=lambda event: event.voices.pages)
        >>> len(reading.reports_of(event)) == len(event.reports)
        True
        """
        return [report for report in self.reports if report.id in event.reports]

    @overload
    def frame(self, table: TableName, library: Literal["pandas"] = "pandas") -> "pandas.DataFrame": ...
    @overload
    def frame(self, table: TableName, library: Literal["polars"]) -> "polars.DataFrame": ...
    @overload
    def frame(self, table: TableName, library: Literal["geopandas"]) -> "geopandas.GeoDataFrame": ...
    def frame(self, table: TableName, library: Library = "pandas") -> Any:
        """One kind of record as a data frame: "events", "reports", "figures", "claims", "mentions", "pages" ….

        Columns are those of the Parquet export (docs/reference/exports.md); days are dates, what is not said is a
        missing value. GeoPandas gives events and reports a point in WGS 84.

        >>> import crossreport
        >>> reading = crossreport.load("crossreport.db")
        >>> events = reading.frame("events")
        >>> bool((events.voices_independent <= events.voices_pages).all())
        True
        >>> reading.frame("figures", "polars").filter(measure="killed").is_empty()
        False
        >>> reading.frame("events", "geopandas").crs.to_string()
        'EPSG:4326'

        Raises:
            MissingExtra: the library is not installed; the message says what to install.
            ValueError: no such table or library, or GeoPandas is asked for a table without places.
        """
        from crossreport.export import frames
        from crossreport.export.tables import KINDS

        makers = {"pandas": frames.to_pandas, "polars": frames.to_polars, "geopandas": frames.to_geopandas}
        if table not in KINDS:
            raise ValueError(f"no table {table!r}: take one of {', '.join(KINDS)}")
        if library not in makers:
            raise ValueError(f"no library {library!r}: take one of {', '.join(makers)}")
        return makers[library](_table(table, self))

    def jsonl(self) -> bytes:
        """The record as JSON Lines, byte for byte what `crossreport read --jsonl` writes.

        >>> import crossreport, json
        >>> lines = crossreport.load("crossreport.db").jsonl().splitlines()
        >>> json.loads(lines[0])["record"]
        'page'
        """
        from crossreport.export import jsonl

        stream = BytesIO()
        jsonl.write(stream, self.coded, self.linked, self.judgements)
        return stream.getvalue()

    def export(self, format: str, path: str | Path, *, names: bool = False) -> list[tuple[str, str]]:
        """Write the record as `crossreport export FORMAT` does; returns what was left out, as pairs of id and reason.

        Names of private persons are blocked out unless `names` asks for them.

        >>> import crossreport
        >>> left_out = crossreport.load("crossreport.db").export("acled", "acled.csv")
        >>> {why for _, why in left_out} >= {"it is planned, graded planned"}
        True

        Raises:
            MissingExtra: the format needs a library that is not installed.
            ValueError: no such format, or "wacz", which holds all names, without `names` or a record on disk.
        """
        from crossreport.export.formats import FORMATS, Contents

        if format not in FORMATS:
            raise ValueError(f"no format {format!r}: take one of {', '.join(FORMATS)}")
        if FORMATS[format].raw and not names:
            raise ValueError(f"{format} holds the pages as they came, with the names of all persons: give names=True")
        if self.address is None and format == "wacz":
            raise ValueError("wacz holds the captures: read into a record (record=…) or load one")
        target = Path(path)
        part = target.with_name(f"{target.name}.part")
        with open_record(self.address or IN_MEMORY) as opened, part.open("wb") as stream:
            contents = Contents(self.coded, self.linked, opened.capture, self.judgements)
            left_out = FORMATS[format].write(stream, contents, names=names)
        part.replace(target)  # a stop half way leaves the former file as it was
        return [(left.event, left.why) for left in left_out]

    def brief(self, path: str | Path, **choices: Any) -> Path:
        """Write the brief to a file that ends in .html, .md or .pdf; returns its path.

        `choices` are `since` and `until` (ISO days), `countries` (ISO alpha-2), `places`, `actors`, `title`, `names`,
        `one_page`.

        >>> import crossreport
        >>> crossreport.load("crossreport.db").brief("sudan.md", countries=["SD"]).name
        'sudan.md'

        Raises:
            ValueError: the path ends in something else.
        """
        from crossreport.brief import write_brief

        target = Path(path)
        kinds = {".html": "html", ".md": "markdown", ".pdf": "pdf"}
        if target.suffix not in kinds:
            raise ValueError(f"{target}: a brief is .html, .md or .pdf")
        choices |= {kinds[target.suffix]: target, "rejected": self.left_out}
        write_brief(self.coded, self.linked, self.summary.rejections, **choices)
        return target


def read(
    path: str | Path,
    *more: str | Path,
    record: str | Path | None = None,
    published: str | None = None,
    stop_after: str | None = None,
    workers: int = 1,
) -> Reading:
    """Read files and folders; the same as `crossreport read`.

    `record` is a file or database URL to add to; None keeps nothing. `published` is an ISO day that overrules the
    pages' own clues. `workers` above 1 are processes: call it under `if __name__ == "__main__":` then. The result holds
    all that the record holds, in an order that depends on nothing but its content.

    >>> import crossreport
    >>> reading = crossreport.read("pages/nile-observer-geneina.html", published="2023-06-15")
    >>> reading.pages[0].outlet, reading.pages[0].published.edtf
    ('Nile Observer', '2023-06-15')

    Raises:
        RecordError: the record cannot be opened.
        PlanError: `stop_after` names no room.
    """
    from crossreport.engines.local import engine
    from crossreport.pipeline.run import run

    with open_record(record if record is not None else IN_MEMORY) as opened:
        summary = run((path, *more), Options(published, stop_after), opened, engine=engine(workers))
        return _reading(opened, summary, record)


def read_text(text: str, *, published: str | None = None) -> Reading:
    """Read one text that is no file: a cell of a table, a paragraph, a sentence.

    >>> import crossreport
    >>> reading = crossreport.read_text("Police detained 12 protesters in Khartoum.", published="2023-06-12")
    >>> reading.figures[0].measure, reading.figures[0].best
    ('detained', 12.0)
    """
    from crossreport.pipeline.run import run

    with open_record(IN_MEMORY) as opened:
        summary = run(("-",), Options(published), opened, stdin=BytesIO(text.encode("utf-8")))
        return _reading(opened, summary, None)


def load(record: str | Path) -> Reading:
    """All that a record holds, as it stands with the judgements of persons; nothing is read anew.

    >>> import crossreport
    >>> len(crossreport.load("crossreport.db").pages)
    12

    Raises:
        RecordError: there is no such record, or it cannot be opened.
    """
    if "://" not in str(record) and not Path(record).is_file():
        raise RecordError(f"there is no record {record}: make one with crossreport.read(…, record=…)")
    with open_record(record) as opened:
        return _reading(opened, Summary(rejections=list(opened.rejections())), record)


def _reading(opened: Record, summary: Summary, address: str | Path | None) -> Reading:
    linked = opened.linked()
    pages = tuple(grouped(opened.coded_pages(), linked))
    where = None if address is None else str(address)
    return Reading(pages, linked, summary, tuple(opened.judgements()), where, tuple(opened.left_out()))


def _table(name: TableName, reading: Reading) -> Any:
    return table(name, reading.coded, reading.linked, reading.judgements)
