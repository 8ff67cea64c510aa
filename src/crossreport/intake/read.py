"""Paths in; a capture, a rejection or a duplicate for each input out. One bad input never stops the others."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from crossreport.intake.encoding import find_encoding
from crossreport.intake.limits import MAX_PAGE_BYTES
from crossreport.intake.media import NotAPage, media_type
from crossreport.intake.walk import STDIN, Entry, entries
from crossreport.model import Capture, Duplicate, Rejection, digest


def read_paths(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Capture | Rejection | Duplicate]:
    """Read files, folders (recursively) and "-" (stdin), in the order of their names.

    The order of `paths` does not matter: of two files with the same bytes the one whose name sorts first is
    the capture, the other its duplicate.
    """
    first: dict[str, str] = {}
    for entry in entries(paths):
        if isinstance(entry, Rejection):
            yield entry
            continue
        outcome = _read(entry, stdin)
        if isinstance(outcome, Capture) and outcome.id in first:
            yield Duplicate(entry.name, outcome.id, first[outcome.id])
            continue
        if isinstance(outcome, Capture):
            first[outcome.id] = entry.name
        yield outcome


def capture_bytes(data: bytes, name: str) -> Capture | Rejection:
    """The capture of one page's bytes, or why they are no page."""
    try:
        kind = media_type(data)
        encoding, reason = find_encoding(data, kind)
    except NotAPage as refusal:
        return Rejection(name, refusal.rule, str(refusal))
    return Capture(digest(data), name, kind, data, encoding, reason)


def _read(entry: Entry, stdin: BinaryIO | None) -> Capture | Rejection:
    try:
        data = _bytes_of(entry, stdin)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Rejection(entry.name, "unreadable", f"{entry.name!r} cannot be read: {why}. Check the access rights.")
    if len(data) > MAX_PAGE_BYTES:
        return Rejection(
            entry.name,
            "too_large",
            f"{entry.name!r} has more than {MAX_PAGE_BYTES // 2**20} MiB; no page is that large. Split it into pages.",
        )
    return capture_bytes(data, entry.name)


def _bytes_of(entry: Entry, stdin: BinaryIO | None) -> bytes:
    """At most one byte more than the limit: enough to see that it is passed."""
    if entry.path == STDIN:
        return (stdin or sys.stdin.buffer).read(MAX_PAGE_BYTES + 1)
    with open(entry.path, "rb") as file:
        return file.read(MAX_PAGE_BYTES + 1)
