"""An entry in, its bytes as a stream that can be sought out; standard input is put on disk where it is long."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from crossreport.intake.containers import Opened
from crossreport.intake.limits import MAX_PAGE_BYTES, MAX_STDIN_BYTES
from crossreport.intake.media import NotAPage
from crossreport.intake.walk import Entry

_BLOCK = 1024 * 1024


@contextmanager
def open_entry(entry: Entry, stdin: BinaryIO | None) -> Iterator[Opened]:
    """The entry's bytes.

    Raises:
        OSError: it cannot be opened.
        NotAPage: standard input is longer than any archive.
    """
    if not entry.is_stdin:
        with open(entry.path, "rb") as file:
            yield Opened(file)
        return
    with tempfile.SpooledTemporaryFile(max_size=MAX_PAGE_BYTES) as spool:
        _spool(stdin or sys.stdin.buffer, cast(BinaryIO, spool))
        yield Opened(cast(BinaryIO, spool))


def _spool(source: BinaryIO, spool: BinaryIO) -> None:
    left = MAX_STDIN_BYTES
    while left and (block := source.read(min(_BLOCK, left))):
        spool.write(block)
        left -= len(block)
    if not left and source.read(1):
        most = f"{MAX_STDIN_BYTES // 2**30} GiB"
        raise NotAPage("too_large", f"Standard input is longer than {most}. Give it as a file.")
    spool.seek(0)
