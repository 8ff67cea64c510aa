"""Coded pages in, source groups, events and plans that came true out. Nothing is weighed here, nothing is lost."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import cast

import msgspec

from crossreport.linking import statements, steps
from crossreport.linking.features import Passage
from crossreport.linking.judged import Judged, judged
from crossreport.linking.local import Local
from crossreport.linking.packing import number
from crossreport.linking.paraphrase import paraphrases
from crossreport.linking.sources import group_sources, with_retellings
from crossreport.linking.tables import Tables
from crossreport.linking.times import WEEK
from crossreport.model import CodedPage, Event, Finding, Judgement, Linked

_event = msgspec.json.Decoder(Event)
_finding = msgspec.json.Decoder(Finding)


def link(pages: Sequence[CodedPage], judgements: Iterable[Judgement] = (), *, tables: Tables | None = None) -> Linked:
    """What `pages` add up to: the same for any order of pages, for pages that come twice, and for any `tables`.

    Every report ends in exactly one event, every page in at least one source group. With tables that an earlier run
    left (`Local` in a file) only what changed is worked on.
    """
    if tables is None:
        with Local() as own:
            return link(pages, judgements, tables=own)
    distinct = sorted({coded.page.id: coded for coded in pages}.values(), key=lambda coded: coded.page.id)
    with _set_aside():
        sources = group_sources(distinct)
        spoken = judged(judgements, (report.id for coded in distinct for report in coded.reports))
        events, findings = link_events(distinct, _named(sources.passages), spoken, tables)
        retellings = paraphrases(distinct, events, sources)
    return Linked(with_retellings(sources.groups, retellings), events, findings)


@contextmanager
def _set_aside() -> Iterator[None]:
    """What is in memory is not searched for garbage meanwhile: the pages of a long war are many, and stay."""
    if not gc.isenabled():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _named(passages: Mapping[str, Iterable[Passage]]) -> dict[str, tuple[Passage, ...]]:
    """The shared sentences of each page, each numbered by the first place that has it, not by a running number."""
    first: dict[int, tuple[str, int]] = {}
    for page, found in passages.items():
        for start, _, running in found:
            first[running] = min(first.get(running, (page, start)), (page, start))
    numbers = {running: number(f"{page} {start}") for running, (page, start) in first.items()}
    return {page: tuple((start, end, numbers[run]) for start, end, run in found) for page, found in passages.items()}


def link_events(
    pages: Sequence[CodedPage], passages: Mapping[str, tuple[Passage, ...]], spoken: Judged, tables: Tables
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The events of distinct `pages`, and the plans among them that came true, both by id."""
    _prepare(tables)
    _feel(pages, passages, tables)
    _put_spoken(spoken, tables)
    tables.define("told", statements.TOLD)
    tables.define("body", statements.BODY)
    _round(tables)
    tables.define("anchored", statements.ANCHORED.format(week=WEEK))
    if _count(tables, "SELECT COUNT(*) FROM anchored"):
        tables.apply("reread", statements.WIDE_AGAIN, steps.read_again, by=2)
        tables.define("told", statements.TOLD_AGAIN)
        tables.define("body", statements.BODY_AGAIN)
        tables.define("before", "SELECT signature FROM signed")
        _round(tables)
    _forget(tables)
    return _events(tables), _findings(tables)


def _prepare(tables: Tables) -> None:
    for name, columns in (("felt", steps.FELT), ("block", steps.BLOCK), ("scored", steps.SCORED)):
        tables.kept(name, columns)
    tables.kept("settled", steps.SETTLED)
    tables.fresh("reread", steps.REREAD)
    tables.fresh("before", {"signature": "TEXT"})


def _feel(pages: Sequence[CodedPage], passages: Mapping[str, tuple[Passage, ...]], tables: Tables) -> None:
    """Features of pages that no earlier run looked into with the same coding and the same shared sentences."""
    found = [steps.asked(coded, passages.get(coded.page.id, ())) for coded in pages]
    tables.fresh("page", {"id": "TEXT", "signature": "TEXT"})
    tables.put("page", found, lambda page: [(page.coded.page.id, page.signature)])
    tables.forget("felt", "signature", "SELECT signature FROM page")
    known = {signature for (signature,) in tables.rows("SELECT DISTINCT signature FROM felt")}
    tables.put("felt", [page for page in found if page.signature not in known], steps.feel)


def _put_spoken(spoken: Judged, tables: Tables) -> None:
    tables.fresh("spoken", {"report": "TEXT"})
    tables.put("spoken", spoken.reports, lambda report: [(report,)])
    tables.fresh("joined", {"one": "TEXT", "other": "TEXT", "says": "TEXT"})
    tables.put("joined", spoken.joined, lambda tie: [tuple(tie)])
    tables.fresh("sided", {"report": "TEXT", "tag": "TEXT", "says": "TEXT"})
    tables.put("sided", spoken.sided, lambda one: [(one.report, f"{one.side} {one.judgement}", one.says)])


def _round(tables: Tables) -> None:
    """Clusters over the reports as they are told now."""
    for name in ("free", "seat", "head"):
        tables.define(name, getattr(statements, name.upper()))
    tables.apply("block", statements.UNBLOCKED, steps.block, by=0)
    for name in ("met", "chained", "pair"):
        tables.define(name, getattr(statements, name.upper()))
    tables.apply("scored", statements.UNSCORED, steps.score, by=0)
    tables.define("edge", statements.EDGE)
    _components(tables)
    tables.define("part", statements.PART)
    tables.fresh("signed", steps.SIGNED)
    tables.apply("signed", "SELECT * FROM part", steps.sign, by=1)
    tables.apply("settled", statements.UNSETTLED, steps.settle, by=1)
    tables.define("found", statements.FOUND)


def _components(tables: Tables) -> None:
    """A label for each report that an edge or a person ties to another: the smallest id of its component."""
    tables.define("arc", statements.ARC)
    tables.define("label", statements.LABEL)
    while True:
        tables.define("spread", statements.SPREAD)
        tables.define("jump", statements.JUMP)
        changed = _count(tables, statements.CHANGED)
        tables.define("label", "SELECT * FROM jump")
        if not changed:
            break
    tables.define("labelled", statements.LABELLED)


def _forget(tables: Tables) -> None:
    """Drop what no report stands behind any more."""
    for name, column in (("block", "digest"), ("scored", "mine"), ("scored", "theirs")):
        tables.forget(name, column, "SELECT digest FROM body")
    tables.forget("settled", "signature", "SELECT signature FROM signed UNION SELECT signature FROM before")


def _events(tables: Tables) -> tuple[Event, ...]:
    return tuple(_event.decode(cast(bytes, body)) for (body,) in tables.rows(statements.EVENTS))


def _findings(tables: Tables) -> tuple[Finding, ...]:
    tables.define("meeting", statements.MEETING)
    tables.fresh("finding", steps.FINDING)
    tables.apply("finding", statements.CAST, steps.fulfil, by=1)
    return tuple(_finding.decode(cast(bytes, body)) for _, body in tables.rows(statements.FINDINGS))


def _count(tables: Tables, select: str) -> int:
    return sum(cast(int, count) for (count,) in tables.rows(select))
