"""The child process that runs trafilatura: pages on stdin, main texts on stdout, each with its length before it.

A page that makes the parser hang or eat memory kills this process, not the reader.
"""

import struct
import sys
from typing import IO

MEMORY = (
    2 * 1024**3
)  # address space of the child, in bytes: ten times what the largest page of article_extraction takes
LENGTH = struct.Struct(">q")
NOTHING = -1


def main() -> None:
    """Serve pages until stdin ends."""
    _limit_memory()
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    while (page := read_message(source)) is not None:
        write_message(answers, extract(page.decode("utf-8")))


def extract(html: str) -> str | None:
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
    """One message, or None at the end of the stream or for "nothing"."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    return source.read(size) if size >= 0 else None


def write_message(target: IO[bytes], text: str | None) -> None:
    """One message; None is sent as "nothing"."""
    data = b"" if text is None else text.encode("utf-8", "replace")
    target.write(LENGTH.pack(NOTHING if text is None else len(data)) + data)
    target.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
