"""Paths in; a capture, a rejection or a duplicate for each input out. One bad input never stops the others.

An input is a page, or a container of pages, which gives one capture a page. Nothing is fetched but addresses, and those
only by the fetcher that the caller gives.
"""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

from msgspec import Struct

from crossreport.intake.containers import Opened, parts_in
from crossreport.intake.encoding import find_encoding
from crossreport.intake.media import NotAPage, media_type, most_bytes
from crossreport.intake.open import open_entry
from crossreport.intake.part import Fetched, Part, part_name
from crossreport.intake.walk import Entry, entries
from crossreport.model import (
    Capture,
    Collection,
    Duplicate,
    MediaType,
    Method,
    Rejection,
    Statement,
    digest,
    former_names,
)

Outcome = Capture | Rejection | Duplicate
Fetch = Callable[[str], Fetched | Rejection]
Keep = Callable[[str, BinaryIO], None]


class Shards(Protocol):
    """Which containers need not be opened again, by name and hash of the file."""

    def known(self, name: str, digest: str) -> bool:
        """Whether all that it holds is accounted for."""
        ...

    def ended(self, name: str, digest: str) -> None:
        """All that it holds has been handed out."""
        ...


class Gathering(Struct, frozen=True):
    """How inputs are gathered: by whom, by which fetcher (None: addresses are refused), and what keeps whole files.

    `passed` is told how many bytes of how many lie behind each outcome.
    """

    tool: str = "crossreport"
    collector: str | None = None
    fetch: Fetch | None = None
    keep: Keep | None = None
    only: frozenset[str] | None = None  # names of inputs that are wanted, and nothing else; None: all
    shards: Shards | None = None
    passed: Callable[[int, int], None] | None = None


def read_paths(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None, gathering: Gathering | None = None
) -> Iterator[Outcome]:
    """Read files, folders (recursively), "-" (stdin) and, with a fetcher, addresses, in the order of their names.

    The order of `paths` does not matter: of two files with the same bytes the one whose name sorts first is
    the capture, the other its duplicate.
    """
    how = gathering or Gathering()
    first: dict[str, str] = {}
    found = entries(paths)
    sizes = _Sizes(found, how)
    for entry in found:
        sizes.begin(entry)
        if how.only is not None and not any(name.startswith(entry.name) for name in how.only):
            continue
        outcomes = iter([entry]) if isinstance(entry, Rejection) else _read(entry, stdin, how, sizes)
        for outcome in outcomes:
            if how.only is not None and how.only.isdisjoint(former_names(outcome.name)):
                continue
            if not isinstance(outcome, Capture):
                yield outcome
            elif outcome.id in first:
                yield Duplicate(outcome.name, outcome.id, first[outcome.id])
            else:
                first[outcome.id] = outcome.name
                yield outcome


def capture_bytes(
    data: bytes,
    name: str,
    *,
    media: MediaType | None = None,
    charset: str | None = None,
    url: str | None = None,
    said: tuple[Statement, ...] = (),
    collection: Collection | None = None,
) -> Capture | Rejection:
    """The capture of one page's bytes, or why they are no page. `media` and `charset` are what the container knows."""
    try:
        _refuse_large(data)
        kind = media_type(data, media)
        encoding, reason = find_encoding(data, kind, charset)
    except NotAPage as refusal:
        return Rejection(name, refusal.rule, str(refusal))
    return Capture(digest(data), name, kind, data, encoding, reason, url, said, collection)


def _refuse_large(data: bytes) -> None:
    most = most_bytes(data)
    if len(data) > most:
        raise NotAPage(
            "too_large", f"It has more than {most // 2**20} MiB; no page is that large. Split it into pages."
        )


class _Sizes:
    """How far the reading has come, in bytes of files."""

    def __init__(self, found: Sequence[Entry | Rejection], how: Gathering) -> None:
        self._passed = how.passed
        self._behind = self._here = 0
        self._all = sum(map(_size, found)) if self._passed else 0

    def begin(self, entry: Entry | Rejection) -> None:
        """All before this entry lies behind."""
        if self._passed:
            self._behind, self._here = self._behind + self._here, _size(entry)

    def at(self, stream: BinaryIO) -> None:
        """The entry has been read so far."""
        if self._passed:
            self._passed(self._behind + min(stream.tell(), self._here), self._all)


def _size(entry: Entry | Rejection) -> int:
    try:
        return os.stat(entry.path).st_size if isinstance(entry, Entry) else 0
    except (OSError, ValueError):
        return 0  # standard input, an address, or gone


def _read(entry: Entry, stdin: BinaryIO | None, how: Gathering, sizes: _Sizes) -> Iterator[Capture | Rejection]:
    if entry.is_address:
        yield from _fetched(entry, how)
        return
    try:
        with open_entry(entry, stdin) as opened:
            if how.keep is not None:
                how.keep(entry.name, opened.stream)
            for outcome in _unless_known(opened, entry, how):
                sizes.at(opened.stream)
                yield outcome
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        yield Rejection(entry.name, "unreadable", f"{entry.name!r} cannot be read: {why}. Check the access rights.")
    except NotAPage as refusal:
        yield Rejection(entry.name, refusal.rule, str(refusal))


def _unless_known(opened: Opened, entry: Entry, how: Gathering) -> Iterator[Capture | Rejection]:
    method: Method = "stdin" if entry.is_stdin else "file"
    if how.shards is None or not opened.is_container():
        yield from _captures(opened, entry.name, how, method)
    elif not how.shards.known(entry.name, opened.digest()):
        yield from _captures(opened, entry.name, how, method)
        how.shards.ended(entry.name, opened.digest())


def _captures(opened: Opened, name: str, how: Gathering, method: Method) -> Iterator[Capture | Rejection]:
    for part in parts_in(opened, name):
        if isinstance(part, Rejection):
            yield part
            continue
        facts = Collection(
            method,
            how.tool,
            how.collector,
            part.collected_at,
            None if opened.is_page else opened.digest(),
            part.position or None,
            part.address,
        )
        yield _capture(part, part_name(name, part.position, part.url), facts)


def _capture(part: Part, name: str, facts: Collection) -> Capture | Rejection:
    return capture_bytes(
        part.data,
        name,
        media=part.media_type,
        charset=part.charset,
        url=part.url,
        said=part.said,
        collection=facts,
    )


def _fetched(entry: Entry, how: Gathering) -> Iterator[Capture | Rejection]:
    if how.fetch is None:
        says = "Addresses are fetched only when that is asked for: give --fetch, or save the page as a file."
        yield Rejection(entry.name, "not_fetched", says)
        return
    found = how.fetch(entry.path)
    if isinstance(found, Rejection):
        yield found
        return
    stream = io.BytesIO(found.part.data)
    if how.keep is not None:
        how.keep(entry.name, stream)
    for part in parts_in(Opened(stream), entry.name, found.part):
        if isinstance(part, Rejection):
            yield part
            continue
        facts = Collection(
            "fetch",
            how.tool,
            how.collector,
            found.part.collected_at,
            digest(found.part.data) if part.position else None,
            part.position or None,
            found.part.address,
            found.redirects,
        )
        name = part_name(entry.name, part.position, part.url if part.position else None)
        yield _capture(part, name, facts)
