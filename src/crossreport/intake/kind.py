"""The head of a file in, what kind of file it is out. Content decides, never the file's extension."""

import re
from typing import Literal

from crossreport.intake.gunzip import GZIP
from crossreport.intake.media import is_json, wide_encoding

Kind = Literal["page", "warc", "gzip", "wacz", "json", "feed", "mbox", "message"]

_FEED = re.compile(
    rb"(?:<\?xml[^>]*\?>|<!--.*?-->|<!DOCTYPE\s+rss[^>]*>|\s)*+"  # possessive: a comment ends at its first end
    rb"<(?:rss|feed|rdf:RDF|[a-z0-9]+:feed|channel)\b",
    re.I | re.S,
)
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
# Headers that mail programs write and people do not: a pasted statement may begin with From, Date and Subject.
_MACHINE = frozenset(
    {
        b"message-id",
        b"mime-version",
        b"received",
        b"return-path",
        b"content-type",
        b"delivered-to",
        b"x-mailer",
        b"dkim-signature",
        b"list-id",
    }
)
_PEOPLE = frozenset({b"from", b"date", b"subject", b"to", b"sender"})


def kind_of(head: bytes) -> Kind:
    """The kind of the file that begins with `head`; what is no container is a page, or is refused as one."""
    if head.startswith(GZIP):
        return "gzip"
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return "wacz"
    if head.startswith(b"WARC/"):
        return "warc"
    if wide_encoding(head):
        return "page"
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if plain.lstrip()[:1] in (b"{", b"[") and is_json(plain):
        return "json"
    if _FEED.match(plain):
        return "feed"
    if plain.startswith(b"From ") and _is_message(plain[plain.find(b"\n") + 1 :]):
        return "mbox"
    return "message" if _is_message(plain) else "page"


def _is_message(head: bytes) -> bool:
    names = set()
    at = 0
    while found := _HEADER.match(head, at):
        names.add(found.group(1).lower())
        at = found.end()
    return bool(names & _MACHINE) and bool(names & _PEOPLE)
