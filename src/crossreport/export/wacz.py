"""The evidence as a WACZ 1.1.1 file: every captured page unchanged, indexed and hashed.

In: coded pages and a way to get their captures. Out: a zip with `archive/data.warc.gz` (the bytes as resource
records, and the text that every span points into as conversion records), a CDXJ index, `pages/pages.jsonl`,
`datapackage.json` and its digest. The same record gives the same bytes: times are the pages' own days, ids come from
hashes.
"""

import gzip
import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from typing import IO
from urllib.parse import quote, urlsplit

import msgspec
from msgspec import Struct

from crossreport.export.leftout import LeftOut
from crossreport.model import Capture, CodedPage, Page

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold: files carry no clock
UNDATED = "1970-01-01"  # a WARC record needs a date; this one stands for a page whose day is open
_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"  # what an address may hold beside letters, digits and -._
_WARC = "archive/data.warc.gz"


class Entry(Struct, frozen=True):
    """Where a page's bytes lie in the archive: `offset` and `length` of its gzip member."""

    url: str
    stamp: str
    mime: str
    digest: str
    offset: int
    length: int


def write(stream: IO[bytes], pages: Sequence[CodedPage], capture_of: Callable[[str], Capture | None]) -> list[LeftOut]:
    """Write the archive; returns the pages whose bytes the record no longer holds."""
    warc, entries, kept, left_out = io.BytesIO(), [], [], []
    warc.write(_member(_record("warcinfo", None, UNDATED, "application/warc-fields", b"software: Crossreport\r\n")))
    for coded in pages:
        capture = capture_of(coded.page.capture)
        if capture is None:
            left_out.append(LeftOut(coded.page.id, "the record does not hold its bytes"))
            continue
        entries.append(_put(warc, coded.page, capture))
        kept.append(coded.page)
    _pack(stream, warc.getvalue(), entries, kept)
    return left_out


def url_of(page: Page) -> str:
    """The page's address; a page from a file gets one that names its capture."""
    if page.url:
        return quote(page.url, safe=_IN_ADDRESSES)
    return f"urn:crossreport:{page.capture}/{quote(page.name)}"


def key_of(url: str) -> str:
    """The address as an index sorts it, the host turned round: "org,example)/a?b"; others stay as they are."""
    try:
        parts = urlsplit(url.lower())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return url
    if not parts.hostname:
        return url
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    return f"{host}{port}){parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")


def _day(page: Page) -> str:
    return page.published.latest or page.published.earliest or UNDATED


def _put(warc: io.BytesIO, page: Page, capture: Capture) -> Entry:
    offset, url = warc.tell(), url_of(page)
    member = _member(_record("resource", url, _day(page), capture.media_type, capture.data))
    warc.write(member)
    of = _id("resource", url, capture.data)
    warc.write(_member(_record("conversion", url, _day(page), "text/plain; charset=utf-8", page.text.encode(), of)))
    stamp = _day(page).replace("-", "") + "000000"
    return Entry(url, stamp, capture.media_type, capture.id, offset, len(member))


def _id(kind: str, url: str | None, body: bytes) -> str:
    """A record's id, made of what it holds."""
    digest = hashlib.sha256(body).hexdigest()
    made = hashlib.sha256(f"{kind} {url} {digest}".encode()).hexdigest()[:32]
    return f"<urn:uuid:{made[:8]}-{made[8:12]}-{made[12:16]}-{made[16:20]}-{made[20:]}>"


def _record(kind: str, url: str | None, day: str, mime: str, body: bytes, of: str | None = None) -> bytes:
    digest = hashlib.sha256(body).hexdigest()
    id_ = _id(kind, url, body)
    headers = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: {id_}", f"WARC-Date: {day}T00:00:00Z"]
    headers += [f"WARC-Target-URI: {url}"] if url else []
    headers += [f"WARC-Refers-To: {of}"] if of else []
    headers += [f"WARC-Block-Digest: sha256:{digest}", f"Content-Type: {mime}", f"Content-Length: {len(body)}"]
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def _member(record: bytes) -> bytes:
    return gzip.compress(record, mtime=0)


def _pack(stream: IO[bytes], warc: bytes, entries: Sequence[Entry], pages: Sequence[Page]) -> None:
    files = {
        _WARC: warc,
        "indexes/index.cdx.gz": gzip.compress(_index(entries), mtime=0),
        "pages/pages.jsonl": _pages(pages),
    }
    package = msgspec.json.encode(_package(files))
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(package).hexdigest()}"}
    files |= {"datapackage.json": package, "datapackage-digest.json": msgspec.json.encode(digest)}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data)


def _index(entries: Sequence[Entry]) -> bytes:
    """CDXJ: a sortable key, the time, and where the record lies."""
    lines = []
    for entry in entries:
        where = {
            "url": entry.url,
            "mime": entry.mime,
            "status": "200",
            "digest": entry.digest,
            "length": str(entry.length),
            "offset": str(entry.offset),
            "filename": "data.warc.gz",
        }
        lines.append(f"{key_of(entry.url)} {entry.stamp} {msgspec.json.encode(where).decode()}\n")
    return "".join(sorted(lines)).encode()


def _pages(pages: Sequence[Page]) -> bytes:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    rows = [
        {"id": page.id, "url": url_of(page), "ts": f"{_day(page)}T00:00:00Z", "title": page.title or page.name}
        for page in pages
    ]
    return b"".join(msgspec.json.encode(row) + b"\n" for row in (head, *rows))


def _package(files: dict[str, bytes]) -> dict[str, object]:
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": "Crossreport",
        "resources": [
            {
                "name": name.rpartition("/")[2].lower(),
                "path": name,
                "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
                "bytes": len(data),
            }
            for name, data in files.items()
        ],
    }
