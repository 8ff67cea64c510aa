"""The record as JSON Lines: the contract that every consumer relies on.

In: coded pages and linked results. Out: one object a line; pages by name, each followed by what was read from it in the
page's order, then source groups, events, findings and judgements. Never the order in which things were read.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any

import msgspec

from crossreport.model import Analysis, Capture, CodedPage, Judgement, Linked, Mention, Page
from crossreport.pipeline.grouped import group_of

_encoder = msgspec.json.Encoder()


def write(stream: IO[bytes], pages: Sequence[CodedPage], linked: Linked, judgements: Sequence[Judgement] = ()) -> int:
    """Write the record; returns the number of lines."""
    return write_lines(stream, lines(pages, linked, judgements))


def write_lines(stream: IO[bytes], records: Iterable[object]) -> int:
    """Write any records, one a line; returns their number."""
    count = 0
    for record in records:
        stream.write(_encoder.encode(record) + b"\n")
        count += 1
    return count


def lines(pages: Sequence[CodedPage], linked: Linked, judgements: Sequence[Judgement] = ()) -> Iterator[object]:
    """The records in their order."""
    groups = group_of(linked.source_groups)
    for coded in sorted(pages, key=lambda coded: (coded.page.name, coded.page.id)):
        yield page_record(coded.page, groups.get(coded.page.id))
        yield from map(mention_record, coded.mentions)
        yield from coded.reports
        yield from coded.figures
        yield from coded.claims
    yield from linked.source_groups
    yield from linked.events
    yield from linked.findings
    yield from map(judgement_record, judgements)


def page_record(page: Page, source_group: str | None) -> dict[str, Any]:
    """A page as the contract has it."""
    return {
        "record": "page",
        "id": page.id,
        "capture": page.capture,
        "name": page.name,
        "url": page.url,
        "outlet": page.outlet,
        "title": page.title,
        "language": page.language,
        "text": page.text,
        "dropped": page.dropped,
        "published": page.published,
        "source_group": source_group or page.source_group,
    }


def mention_record(mention: Mention) -> dict[str, Any]:
    """A mention as the contract has it."""
    return {"record": "mention", **msgspec.structs.asdict(mention)}


def judgement_record(judgement: Judgement) -> dict[str, Any]:
    """A person's decision that stands, with what the machine had."""
    return {"record": "judgement", **msgspec.structs.asdict(judgement)}


def capture_record(capture: Capture) -> dict[str, Any]:
    """A capture without its bytes: all there is when a run ends at intake."""
    fields = msgspec.structs.asdict(capture)
    del fields["data"]
    return {"record": "capture", **fields}


def analysis_record(analysis: Analysis) -> dict[str, Any]:
    """The sentences of a page: what there is when a run ends at language."""
    return {"record": "analysis", **msgspec.structs.asdict(analysis)}
