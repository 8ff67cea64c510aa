"""A page as read: its text, what of it counts, and when it was written."""

from typing import Literal

from msgspec import Struct

from crossreport.model.span import Span
from crossreport.model.when import Published


class Dropped(Struct, frozen=True):
    """A passage that is not part of the report: furniture or a repeat. `reason` is a short code of `words/`."""

    start: int
    end: int
    reason: str
    quote: str


class Block(Struct, frozen=True):
    """A kept passage of `Page.text`, in reading order."""

    start: int
    end: int
    kind: Literal["title", "subtitle", "paragraph"]


class Page(Struct, frozen=True):
    """`text` is the whole text of the capture; blocks and dropped passages together cover all of it but white space.

    `dateline` covers "BEIRUT, Sept 23, (Agencies)"; the body of a report begins behind it. `credits` are
    names of agencies that the page credits (each with its passage).
    """

    id: str
    capture: str
    name: str
    outlet: str | None
    title: str | None
    language: str
    text: str
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    published: Published
    dateline: Span | None = None
    dateline_place: Span | None = None
    credits: tuple[Span, ...] = ()
    source_group: str | None = None
    url: str | None = None
