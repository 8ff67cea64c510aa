"""The Python interface: what `crossreport.read` gives."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from crossreport.engines.local import engine
from crossreport.export import jsonl
from crossreport.model import Claim, CodedPage, Event, EventReport, Figure, Finding, Judgement, Linked, Mention, Page
from crossreport.pipeline.grouped import grouped
from crossreport.pipeline.options import Options
from crossreport.pipeline.outcome import Summary
from crossreport.pipeline.run import run
from crossreport.record import open_record
from crossreport.record.database import IN_MEMORY


class Reading(Struct, frozen=True):
    """What a record holds after a run, and where every input of the run went."""

    coded: tuple[CodedPage, ...]
    linked: Linked
    summary: Summary
    judgements: tuple[Judgement, ...] = ()

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
    def findings(self) -> tuple[Finding, ...]:
        """What weighing saw across reports and figures."""
        return self.linked.findings

    def jsonl(self) -> bytes:
        """The record as JSON Lines, byte for byte what `crossreport read --jsonl` writes."""
        stream = BytesIO()
        jsonl.write(stream, self.coded, self.linked, self.judgements)
        return stream.getvalue()


def read_paths(
    paths: Sequence[str | Path],
    record: str | Path | None,
    published: str | None,
    stop_after: str | None,
    workers: int,
) -> Reading:
    """See `crossreport.read`."""
    with open_record(record if record is not None else IN_MEMORY) as opened:
        summary = run(paths, Options(published, stop_after), opened, engine=engine(workers))
        linked = opened.linked()
        return Reading(tuple(grouped(opened.coded_pages(), linked)), linked, summary, tuple(opened.judgements()))
