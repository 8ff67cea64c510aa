"""E-mail in, its pages out: a message's text, its attached pages, and the messages within a message or an mbox.

A message's day says when it was sent, not when a page in it was written. Broken messages cost themselves only.
"""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.policy import compat32
from typing import Any, BinaryIO

from crossreport.intake.fields import headed
from crossreport.intake.limits import MAX_MESSAGE_BYTES, MAX_MESSAGE_DEPTH, MAX_PARTS, MAX_STATEMENT
from crossreport.intake.part import Part, part_name, statement
from crossreport.model import MediaType, Rejection, Statement

_PAGES: dict[str, MediaType] = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "application/pdf": "application/pdf",
}
_BOUNDARY = re.compile(rb"\bboundary\s*=", re.I)
Message = Any  # email.message.Message; what its payload is depends on what the message says of itself
_LINE = 64 * 1024
_LEAST_PLAIN = 0.3  # of the HTML alternative's letters: a plain alternative with less is a stub ("view in browser")
_TAG = re.compile(rb"<[^<>]*>")


def read_mbox(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    """The messages of an mbox, one after another."""
    for number, data in enumerate(_messages(stream), 1):
        yield from _message(data, f"#{number}", name)


def read_message(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    """One message."""
    yield from _message(stream.read(MAX_MESSAGE_BYTES + 1), "", name)


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Each message begins behind a line "From …" that follows a blank line; no more than one byte too many is kept."""
    gathered = bytearray()
    blank = True
    while line := stream.readline(_LINE):
        if blank and line.startswith(b"From "):
            if gathered:
                yield bytes(gathered)
            gathered, blank = bytearray(), False
            continue
        blank = not line.strip()
        if len(gathered) <= MAX_MESSAGE_BYTES:
            gathered += line.removeprefix(b">") if line.startswith(b">From ") else line
    if gathered:
        yield bytes(gathered)


def _message(data: bytes, position: str, name: str) -> Iterator[Part | Rejection]:
    if len(data) > MAX_MESSAGE_BYTES:
        says = f"The message has more than {MAX_MESSAGE_BYTES // 2**20} MiB. Save its attachments as files."
        yield Rejection(name + position, "too_large", says)
        return
    if len(_BOUNDARY.findall(data)) > MAX_PARTS:
        says = f"The message has more than {MAX_PARTS} layers of parts, as no real message has."
        yield Rejection(name + position, "too_many_parts", says)
        return
    try:
        message = BytesParser(policy=compat32).parsebytes(data)
        yield from _Mail(name).pages(message, position, 0)
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError) as error:
        says = f"The message cannot be taken apart ({type(error).__name__}). Save its text as a file."
        yield Rejection(name + position, "broken_message", says)


class _Mail:
    """Counts the parts of one message, those of messages within it included."""

    def __init__(self, name: str) -> None:
        self.name, self.count = name, 0

    def pages(self, message: Message, position: str, depth: int) -> Iterator[Part | Rejection]:
        """The text of the message, then each attachment, as they stand."""
        said = _said(message)
        bodies, attached = _sorted(message)
        body = _body(bodies, _title(said))
        if body is not None:
            data, kind, charset = body
            yield Part(position, data, None, said, _header(message, "Date"), media_type=kind, charset=charset)
        elif not attached:
            yield Rejection(self.name + position, "no_text", "The message has no text and nothing attached.")
        for part in attached:
            self.count += 1
            if self.count > MAX_PARTS:
                says = f"The message has more than {MAX_PARTS} parts; the rest was not read. Save them as files."
                yield Rejection(f"{self.name}{position}#rest", "too_many_parts", says)
                return
            yield from self._attachment(part, f"{position or '#1'}.{self.count + 1}", said, depth)

    def _attachment(
        self, part: Message, position: str, said: tuple[Statement, ...], depth: int
    ) -> Iterator[Part | Rejection]:
        file = part.get_filename() or None
        file = _decoded(file) if file else None
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            if depth >= MAX_MESSAGE_DEPTH:
                says = f"The message lies in more than {MAX_MESSAGE_DEPTH} others. Save it as a file of its own."
                yield Rejection(self.name + position, "too_deep", says)
            elif isinstance(inner, list) and inner:
                yield from self.pages(inner[0], position, depth + 1)
            return
        kind = _PAGES.get(part.get_content_type())
        if kind is None:
            says = f"The attachment {file or 'without a name'} is {part.get_content_type()}, no page."
            yield Rejection(part_name(self.name, position, file), "other_media", says)
            return
        without_title = tuple(one for one in said if one.kind != "title")
        data = _payload(part)
        where = f"{position} {file}" if file else position
        yield Part(where, data, None, without_title, None, media_type=kind, charset=part.get_content_charset())


def _sorted(message: Message) -> tuple[list[Message], list[Message]]:
    """The parts that are the message's own text, and those that are attached to it; containers are opened."""
    bodies: list[Message] = []
    attached: list[Message] = []
    stack: list[Message] = [message]
    while stack:
        part = stack.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            stack.extend(reversed(inner))
        elif part.get_content_type() in ("text/plain", "text/html") and not part.get_filename():
            bodies.append(part)
        else:
            attached.append(part)
    return bodies, attached


def _body(bodies: list[Message], title: str | None) -> tuple[bytes, MediaType, str | None] | None:
    """The message's text: the plain parts together, or the HTML part where it holds far more."""
    plain = [part for part in bodies if part.get_content_type() == "text/plain" and _payload(part).strip()]
    marked = [part for part in bodies if part.get_content_type() == "text/html" and _payload(part).strip()]
    said = sum(len(_payload(part)) for part in plain)
    if marked and said < _LEAST_PLAIN * len(_TAG.sub(b"", _payload(marked[0]))):
        return _payload(marked[0]), "text/html", marked[0].get_content_charset()
    if not plain:
        return None
    text = "\n\n".join(_text(part) for part in plain)
    return headed(title, text).encode("utf-8", "replace"), "text/plain", "utf-8"


def _payload(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _text(part: Message) -> str:
    data = _payload(part)
    for charset in (part.get_content_charset(), "utf-8", "cp1252"):
        try:
            return data.decode(charset or "utf-8")
        except (LookupError, ValueError):
            continue
    return data.decode("utf-8", "replace")


def _said(message: Message) -> tuple[Statement, ...]:
    said = statement("title", _header(message, "Subject"), "the mail's Subject")
    said += statement("sent", _header(message, "Date"), "the mail's Date")
    return said + statement("author", _header(message, "From"), "the mail's From")


def _title(said: tuple[Statement, ...]) -> str | None:
    return next((one.value for one in said if one.kind == "title"), None)


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    return _decoded(str(value)) if value is not None else None


def _decoded(value: str) -> str:
    """A header's words; as written where its encoding is broken."""
    short = value[:MAX_STATEMENT]
    try:
        found = str(make_header(decode_header(short)))
    except (ValueError, LookupError, MessageError):
        found = short
    return " ".join(found.encode("utf-8", "replace").decode("utf-8").split())
