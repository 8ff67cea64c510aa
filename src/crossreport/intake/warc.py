"""A WARC or WET file in, its pages out, record by record by FastWARC.

A broken record or gzip member costs itself only: it is reported, and reading goes on at the next one. Requests,
metadata and the archive's own information are no pages and are passed over; a picture or script that was archived with
a page is named as such. A record is handed out only once the next one could be reached, so that no half of a record is
taken for a page.
"""

import base64
import hashlib
import io
from collections import deque
from collections.abc import Callable, Generator, Iterator
from typing import Any, BinaryIO

from msgspec import Struct

from crossreport.intake.gunzip import GZIP, Gunzip
from crossreport.intake.limits import FREE_BYTES, MAX_FAULTS, MAX_PAGE_BYTES, MAX_PDF_BYTES, MAX_RATIO
from crossreport.intake.part import Part, part_name, statement
from crossreport.model import MediaType, Rejection

_PAGES: dict[str, MediaType] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "application/pdf": "application/pdf",
}
_START = b"WARC/1."
_BLOCK = 64 * 1024
NEAR = 1000  # records of pages after which a text that was made of one is no longer known for it
_MOST = max(MAX_PAGE_BYTES, MAX_PDF_BYTES) + 64 * 1024  # a block: the page with its HTTP headers


class _Fault(Exception):
    """The stream cannot be followed from record to record any further."""


class _Place(Struct):
    """Where reading is: `at` in the file, `skip` unfolded bytes from there; `number` of the last record."""

    at: int = 0
    skip: int = 0
    number: int = 0


def read_warc(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    """The pages of a WARC file, compressed record by record, as a whole, or not at all."""
    stream.seek(0)
    zipped = stream.read(len(GZIP)) == GZIP
    place: _Place | None = _Place()
    pages = deque[str](maxlen=NEAR)  # ids of records that hold a page
    faults = 0
    while place is not None:
        source = Gunzip(stream, place.at) if zipped else _Plain(stream, place.at)
        place, fault = yield from _run(source, place, name, pages)
        if fault is None:
            continue
        faults += 1
        yield Rejection(f"{name}{fault[0]}", "damaged", fault[1])
        if faults == MAX_FAULTS and place is not None:
            says = f"More than {MAX_FAULTS} places of the archive are damaged; the rest was not read. Get it again."
            yield Rejection(f"{name}#rest", "damaged", says)
            return


class _Plain(io.RawIOBase):
    """The bytes of an uncompressed archive from `start` on, with the same questions as `Gunzip`."""

    fault: str | None = None

    def __init__(self, file: BinaryIO, start: int) -> None:
        super().__init__()
        file.seek(start)
        self._file, self._start = file, start

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, target: "bytearray | memoryview") -> int:  # type: ignore[override]
        """As many bytes as there are."""
        found = self._file.read(len(target))
        target[: len(found)] = found
        return len(found)

    def member_before(self, offset: int) -> tuple[int, int]:
        """Every byte can be reached by itself."""
        return offset, self._start + offset

    def in_last_member(self, _offset: int) -> bool:
        """There are no members."""
        return True


_Outcome = tuple[_Place | None, tuple[str, str] | None]


def _run(
    source: "Gunzip | _Plain", place: _Place, name: str, pages: deque[str]
) -> Generator[Part | Rejection, None, _Outcome]:
    """Records from `place` up to the end or a fault; returns where to go on, if anywhere, and the fault."""
    begun = _seek(source, place.skip)
    if begun is None:
        return _beyond(source, place.number), (f"#{place.number}", _words(source.fault)) if source.fault else None
    offset, head = begun
    held: Part | Rejection | None = None
    last = offset
    number = place.number
    try:
        for record in _records(_Joined(head, source)):
            if held is not None:
                yield held
            held, number, last = None, number + 1, offset + int(record.stream_pos)
            held = _part(record, f"#{number}", name, pages)
    except _Fault as error:
        if not source.fault:
            at, raw = source.member_before(last)
            beyond = _Place(raw, last - at + 1, number)
            if held is not None and not source.in_last_member(last):
                yield held  # its member is whole: what is broken stands in a later one, and is met again there
                return beyond, None
            beyond.number = broken = max(number, place.number + 1)
            return beyond, (f"#{broken}", _words(str(error)))
    # A record of a member that ended well is whole; one in the member that broke may not be.
    if held is not None and (not source.fault or not source.in_last_member(last)):
        yield held
    if source.fault:
        # The broken member's record has a number, whether its header could be read or not.
        broken = number if number > place.number and source.in_last_member(last) else number + 1
        return _beyond(source, broken), (f"#{broken}", _words(source.fault))
    return None, None


def _records(stream: Any) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator

    iterator = _guarded(lambda: iter(ArchiveIterator(stream, parse_http=False)))
    while (record := _guarded(lambda: next(iterator, None))) is not None:
        yield record


def _guarded(call: Callable[[], Any]) -> Any:
    """What FastWARC gives; its errors, and the panics of its Rust side, as a fault."""
    try:
        return call()
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        raise _Fault(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which is no Exception, and not importable
            raise
        raise _Fault("FastWARC gave up") from error


def _words(fault: str | None) -> str:
    return (
        f"The archive is damaged at this record: {fault}. What follows it is read all the same; get the archive again."
    )


def _beyond(source: "Gunzip | _Plain", number: int) -> _Place | None:
    """The next gzip member behind one that is damaged; None at the end."""
    following = source.next_member() if isinstance(source, Gunzip) and source.fault else None
    return None if following is None else _Place(following, 0, number)


def _seek(source: "Gunzip | _Plain", skip: int) -> tuple[int, bytes] | None:
    """Pass over `skip` bytes, then to the next line that begins a record: its offset, and what was read of it."""
    left = skip
    while left:
        passed = len(source.read(min(left, _BLOCK)) or b"")
        if not passed:
            return None
        left -= passed
    at, window = skip, b"\n" if skip == 0 else b""
    at -= len(window)
    while block := source.read(_BLOCK):
        window += block
        found = window.find(b"\n" + _START)
        if found >= 0:
            return at + found + 1, window[found + 1 :]
        at, window = at + max(0, len(window) - len(_START)), window[-len(_START) :]
    return None


class _Joined(io.RawIOBase):
    """Bytes that were read already, then the stream that they came from. FastWARC asks it where it is."""

    def __init__(self, head: bytes, rest: io.RawIOBase) -> None:
        super().__init__()
        self._head, self._rest, self._at = head, rest, 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, target: "bytearray | memoryview") -> int:  # type: ignore[override]
        if self._head:
            found, self._head = self._head[: len(target)], self._head[len(target) :]
        else:
            found = self._rest.read(len(target)) or b""
        target[: len(found)] = found
        self._at += len(found)
        return len(found)


def _part(record: Any, position: str, name: str, pages: deque[str]) -> Part | Rejection | None:
    """What one record gives; None for records that hold no page."""
    kind = str(record.record_type)
    url = record.headers.get("WARC-Target-URI", "").strip("<> ") or None
    if kind in ("warcinfo", "request", "metadata", "continuation", "unknown"):
        return None

    def refuse(rule: str, says: str) -> Rejection:
        return Rejection(part_name(name, position, url), rule, says)

    if kind == "revisit":
        says = "The archive says that the page had not changed since an earlier record, which holds its bytes."
        return refuse("revisit", says)
    if kind == "conversion" and record.headers.get("WARC-Refers-To", "") in pages:
        says = "The archive holds the page itself as an earlier record; this one is a text that was made of it."
        return refuse("conversion", says)
    pages.append(record.headers.get("WARC-Record-ID", "-"))
    length = int(record.content_length)
    if length > _MOST:
        return refuse("too_large", f"The record has {length:,} bytes; no page is that large.")
    block = _guarded(record.reader.read)
    if len(block) < length:
        return refuse("damaged", f"The record breaks off: {len(block):,} of {length:,} bytes. Get the archive again.")
    if not _digest_holds(record.headers.get("WARC-Block-Digest"), block):
        return refuse("digest_mismatch", "The record's bytes are not those that were archived: their hash differs.")
    return _page(record, block, position, url, refuse)


def _page(record: Any, block: bytes, position: str, url: str | None, refuse: Any) -> Part | Rejection:
    data, declared, charset = block, record.headers.get("Content-Type", ""), None
    if declared.startswith("application/http"):
        answer = _http(block)
        if isinstance(answer, str):
            return refuse("damaged", f"The archived answer of the server cannot be read: {answer}.")  # type: ignore[no-any-return]
        status, declared, charset, data = answer
        if status != 200:
            return refuse("http_status", f"The server answered with status {status}, not with a page.")  # type: ignore[no-any-return]
    media = declared.split(";")[0].strip().lower()
    if media and media not in _PAGES:
        return refuse("other_media", f"The archived file is {media}, no page.")  # type: ignore[no-any-return]
    date = record.headers.get("WARC-Date")
    said = statement("captured", date, "the archive's WARC-Date")
    said += statement("language", record.headers.get("WARC-Identified-Content-Language"), "the archive")
    # The server's word for text/plain is often wrong; for a whole document its own beginning decides.
    forced = _PAGES[media] if media in ("text/html", "application/xhtml+xml", "application/pdf") else None
    address = record.headers.get("WARC-IP-Address")
    return Part(position, data, url, said, date, address, forced, charset)


def _http(block: bytes) -> tuple[int, str, str | None, bytes] | str:
    """Status, content type, charset and body of an archived answer, unpacked; or what is wrong with it."""
    from fastwarc.warc import ArchiveIterator

    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    whole = head + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"
    try:
        record = _guarded(lambda: next(iter(ArchiveIterator(io.BytesIO(whole), auto_decode="all"))))
        body = _guarded(lambda: record.reader.read(_MOST))
    except _Fault as error:
        return str(error)
    if len(body) > FREE_BYTES and len(body) > MAX_RATIO * len(block):
        return f"it unfolds to more than {MAX_RATIO} times its size, as only a bomb does"
    status = record.http_headers.status_code if record.http_headers is not None else None
    if not isinstance(status, int):
        return "it has no status"
    return status, record.http_content_type or "", record.http_charset, body


def _digest_holds(stated: str | None, block: bytes) -> bool:
    """Whether the block has the hash that the archive states; True where it states none that we know."""
    algorithm, _, value = (stated or "").strip().partition(":")
    if algorithm.lower() not in ("sha1", "sha256"):
        return True
    found = hashlib.new(algorithm.lower(), block, usedforsecurity=False)
    known = (base64.b32encode(found.digest()).decode().rstrip("="), found.hexdigest().upper())
    return value.upper().rstrip("=") in known
