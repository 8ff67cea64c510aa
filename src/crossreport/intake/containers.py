"""An opened file in, its parts out: one for a page, one a page for a container. Only gzip may hold a container."""

import hashlib
import io
from collections.abc import Iterator
from typing import BinaryIO, cast

from crossreport.intake.feed import read_feed
from crossreport.intake.gunzip import Gunzip
from crossreport.intake.jsonl import read_json
from crossreport.intake.kind import Kind, kind_of
from crossreport.intake.limits import SNIFF_BYTES
from crossreport.intake.mail import read_mbox, read_message
from crossreport.intake.media import NotAPage, most_bytes
from crossreport.intake.part import Part, Reader
from crossreport.intake.wacz import read_wacz
from crossreport.intake.warc import read_warc
from crossreport.model import Rejection

_READERS: dict[Kind, Reader] = {
    "warc": read_warc,
    "wacz": read_wacz,
    "json": read_json,
    "feed": read_feed,
    "mbox": read_mbox,
    "message": read_message,
}
_BLOCK = 1024 * 1024


class Opened:
    """A file that can be read from its beginning as often as needed; its hash is taken once, when asked for."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.is_page = False  # known once its parts are read
        self._digest: str | None = None

    def is_container(self) -> bool:
        """Whether it may hold several pages; where the stream stands does not change."""
        at = self.stream.tell()
        self.stream.seek(0)
        kind = kind_of(self.stream.read(SNIFF_BYTES))
        self.stream.seek(at)
        return kind != "page"

    def digest(self) -> str:
        """The hash of the whole file; where the stream stands does not change."""
        if self._digest is None:
            at = self.stream.tell()
            self.stream.seek(0)
            summed = hashlib.sha256()
            while block := self.stream.read(_BLOCK):
                summed.update(block)
            self.stream.seek(at)
            self._digest = "sha256:" + summed.hexdigest()
        return self._digest


def parts_in(opened: Opened, name: str, whole: Part | None = None) -> Iterator[Part | Rejection]:
    """The parts of a file. `whole` is what is known of it if it is one page.

    Raises:
        NotAPage: it is compressed, and what it holds cannot be unpacked or is compressed again.
    """
    stream = opened.stream
    stream.seek(0)
    head = stream.read(SNIFF_BYTES)
    kind = kind_of(head)
    stream.seek(0)
    if kind == "gzip":
        yield from _unzipped(stream, name)
    elif kind == "page":
        opened.is_page = True
        yield whole or Part("", stream.read(most_bytes(head) + 1))
    else:
        yield from _READERS[kind](stream, name)


def _unzipped(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    head = io.BufferedReader(Gunzip(stream), SNIFF_BYTES).read(SNIFF_BYTES)
    kind = kind_of(head)
    if kind == "warc":
        yield from read_warc(stream, name)
        return
    if kind in ("gzip", "wacz"):
        raise NotAPage("nested", "The input is an archive within an archive. Unpack it once, and give what it holds.")
    unzipped = Gunzip(stream)
    with io.BufferedReader(unzipped, SNIFF_BYTES) as reader:
        if kind == "page":
            data = reader.read(most_bytes(head) + 1)
            if unzipped.fault:
                raise NotAPage("damaged", f"The input cannot be unpacked: {unzipped.fault}. Get it again.")
            yield Part("", data)
            return
        yield from _READERS[kind](cast(BinaryIO, reader), name)
        if unzipped.fault:
            yield Rejection(f"{name}#rest", "damaged", f"The rest cannot be unpacked: {unzipped.fault}. Get it again.")
