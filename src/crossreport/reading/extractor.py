"""The child process that runs trafilatura and htmldate: pages on stdin, what they found on stdout, length before each.

A page that makes the parser hang or eat memory kills this process, not the reader.
"""

import struct
import sys
from typing import IO

import msgspec

MEMORY = (
    2 * 1024**3
)  # address space of the child, in bytes: ten times what the largest page of article_extraction takes
LENGTH = struct.Struct(">q")


class Extracted(msgspec.Struct, frozen=True):
    """What the libraries found in a page."""

    text: str | None
    date: str | None


def main() -> None:
    """Serve pages until stdin ends."""
    _limit_memory()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    while (page := read_message(source)) is not None:
        html = page.decode("utf-8")
        write_message(answers, msgspec.json.encode(Extracted(main_text(html), page_date(html))))


def page_date(html: str) -> str | None:
    """The day of publication that htmldate finds in markup and text, as an ISO day."""
    from htmldate import find_date

    try:
        found = find_date(html, original_date=True, min_date="1995-01-01", max_date="2035-12-31")
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError, OverflowError):
        return None
    return str(found) if found else None


def main_text(html: str) -> str | None:
    """The main text of a page, one line a block; None if there is none."""
    import trafilatura

    try:
        text = trafilatura.extract(
            html, output_format="txt", include_comments=False, include_tables=True, deduplicate=False, fast=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError):
        return None
    return str(text) if text else None


def read_message(source: IO[bytes]) -> bytes | None:
    """One message, or None at the end of the stream."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    return source.read(size)


def write_message(target: IO[bytes], data: bytes) -> None:
    """One message."""
    target.write(LENGTH.pack(len(data)) + data)
    target.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
