"""Compressed bytes in, a stream of what they hold out, member by member, never whole in memory.

The stream ends at the first fault (broken, cut off, or unfolding without end) and says which; `next_member` tells from
which byte of the file to go on. It refuses to repair anything.
"""

import io
import zlib
from typing import BinaryIO

from crossreport.intake.limits import FREE_BYTES, MAX_RATIO

GZIP = b"\x1f\x8b\x08"
_BLOCK = 64 * 1024
_GZIP_WINDOW = 31


class Gunzip(io.RawIOBase):
    """The unfolded bytes of a gzip file from byte `start` on, up to its end or the first fault."""

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        super().__init__()
        file.seek(start)
        self._file, self._raw, self._read_to = file, b"", start
        self._member: zlib._Decompress | None = None
        self._members: list[tuple[int, int]] = []  # (unfolded offset, offset in the file) of each member
        self._out = 0
        self._over = False
        self.fault: str | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, target: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill `target` with unfolded bytes; 0 at the end or at a fault."""
        while not self._over:
            if self._member is None and not self._next_member():
                break
            found = self._unfold(len(target))
            if found:
                target[: len(found)] = found
                self._out += len(found)
                return len(found)
        return 0

    def member_before(self, offset: int) -> tuple[int, int]:
        """Where the member that holds the unfolded `offset` begins: unfolded, and in the file."""
        return max((m for m in self._members if m[0] <= offset), default=(0, 0))

    def in_last_member(self, offset: int) -> bool:
        """Whether the unfolded `offset` lies in the member that was read last."""
        return bool(self._members) and self._members[-1][0] <= offset

    def next_member(self) -> int | None:
        """Where in the file something like a member begins behind the one that was read last; None if nowhere."""
        at, window = (self._members[-1][1] if self._members else 0) + 1, b""
        self._file.seek(at)
        while block := self._file.read(_BLOCK):
            window += block
            found = window.find(GZIP)
            if found >= 0:
                return at + found
            kept = window[-(len(GZIP) - 1) :]
            at, window = at + len(window) - len(kept), kept
        return None

    def _fill(self) -> bool:
        block = self._file.read(_BLOCK)
        self._raw += block
        self._read_to += len(block)
        return bool(block)

    def _next_member(self) -> bool:
        while len(self._raw) < len(GZIP) and self._fill():
            pass
        if not self._raw.strip(b"\x00"):  # padding, as tapes leave it
            while self._fill():
                self._raw = self._raw.lstrip(b"\x00")
            self._raw = self._raw.lstrip(b"\x00")
        if not self._raw:
            return self._end(None)
        self._members.append((self._out, self._read_to - len(self._raw)))
        if not self._raw.startswith(GZIP[:2]):
            return self._end("bytes that are no gzip data follow")
        self._member = zlib.decompressobj(_GZIP_WINDOW)
        return True

    def _unfold(self, most: int) -> bytes:
        assert self._member is not None
        if not self._raw and not self._fill():
            self._end("the compressed data break off")
            return b""
        try:
            found = self._member.decompress(self._raw, most)
        except zlib.error as error:
            self._end(f"the compressed data are damaged ({error})")
            return b""
        if self._member.eof:
            self._raw, self._member = self._member.unused_data, None
        else:
            self._raw = self._member.unconsumed_tail
        self._watch_ratio(len(found))
        return found

    def _watch_ratio(self, more: int) -> None:
        begun, at = self._members[-1]
        unfolded, compressed = self._out + more - begun, self._read_to - len(self._raw) - at
        if unfolded > FREE_BYTES and unfolded > MAX_RATIO * compressed:
            self._end(f"the data unfold to more than {MAX_RATIO} times their size, as only a bomb does")

    def _end(self, fault: str | None) -> bool:
        self._over, self.fault = True, fault
        return False
