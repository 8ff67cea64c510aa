"""What a container gives: the bytes of one page, where they stood, and what the container says about them."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from msgspec import Struct

from crossreport.intake.limits import MAX_STATEMENT
from crossreport.model import MediaType, Rejection, Statement, StatementKind


class Part(Struct, frozen=True):
    """One page of a container. `media_type` and `charset` are given where the container knows them."""

    position: str  # "#17"
    data: bytes
    url: str | None = None
    said: tuple[Statement, ...] = ()
    collected_at: str | None = None
    address: str | None = None
    media_type: MediaType | None = None
    charset: str | None = None


class Fetched(Struct, frozen=True):
    """What an address gave, and the addresses that led there."""

    part: Part
    redirects: tuple[str, ...]


class Reader(Protocol):
    """Reads one kind of container; a part that cannot be read is a rejection under `name` with its position."""

    def __call__(self, stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
        """The parts in their order."""
        ...


def part_name(name: str, position: str, url: str | None) -> str:
    """The name of a page within a container.

    >>> part_name("a.warc.gz", "#17", "https://example.org/x")
    'a.warc.gz#17 https://example.org/x'
    """
    return f"{name}{position} {url}" if url else f"{name}{position}"


def statement(kind: StatementKind, value: object, source: str) -> tuple[Statement, ...]:
    """One statement, or none if there is no value."""
    text = " ".join(str(value).split())[:MAX_STATEMENT] if value is not None else ""
    return (Statement(kind, text, source),) if text else ()
