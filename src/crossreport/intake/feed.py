"""An RSS or Atom file in, one page an entry out, by feedparser. Nothing that the feed points to is fetched."""

import html
import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from crossreport.intake.limits import MAX_FEED_BYTES
from crossreport.intake.part import Part, part_name, statement
from crossreport.model import Rejection

_ENTITY = re.compile(rb"<!ENTITY", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def read_feed(stream: BinaryIO, name: str) -> Iterator[Part | Rejection]:
    """The entries of a feed, each with the fullest text that the feed gives of it."""
    data = stream.read(MAX_FEED_BYTES + 1)
    if len(data) > MAX_FEED_BYTES:
        yield Rejection(name, "too_large", f"The feed has more than {MAX_FEED_BYTES // 2**20} MiB. Split it.")
        return
    if _ENTITY.search(data):
        says = "The feed declares entities of its own, which can unfold without end or name other files. Remove them."
        yield Rejection(name, "entities", says)
        return
    feed = _parsed(data)
    if feed is None or not feed.entries:
        why = str(getattr(feed, "bozo_exception", "") or "").splitlines()
        says = f"The feed has no entries that can be read{f' ({why[0]})' if why else ''}. Save each article instead."
        yield Rejection(name, "no_entries", says)
        return
    outlet = statement("outlet", feed.feed.get("title"), "the feed's title")
    language = statement("language", feed.feed.get("language"), "the feed's language")
    for number, entry in enumerate(feed.entries, 1):
        yield _part(entry, f"#{number}", name, outlet + language)


def _parsed(data: bytes) -> Any:
    import feedparser

    try:
        return feedparser.parse(io.BytesIO(data))
    except (ValueError, LookupError, RecursionError, AssertionError, AttributeError, TypeError, KeyError):
        return None


def _part(entry: Any, position: str, name: str, outer: tuple[Any, ...]) -> Part | Rejection:
    link = entry.get("link") or None
    url = link if link and link.lower().startswith(("http://", "https://")) and " " not in link else None
    body = max((*(one.get("value") or "" for one in entry.get("content", [])), entry.get("summary") or ""), key=len)
    title = " ".join(html.unescape(_TAG.sub(" ", entry.get("title") or "")).split())
    if not body.strip():
        says = f"The entry {title!r} has no text, only its headline. Save its page, or give its address with --fetch."
        return Rejection(part_name(name, position, url), "no_text", says)
    said = statement("title", title, "the feed's entry") + statement("author", entry.get("author"), "the feed's entry")
    said += statement("published", entry.get("published"), "the feed's entry")
    said += statement("updated", dict.get(entry, "updated"), "the feed's entry")
    inner = entry.get("source", {}).get("title")
    said += statement("outlet", inner, "the feed's entry") if inner else ()
    head = (
        f"<h1>{html.escape(title)}</h1>\n"
        if title and title.casefold() not in body[: 3 * len(title)].casefold()
        else ""
    )
    document = f"<!DOCTYPE html><html><head><title>{html.escape(title)}</title></head><body><article>{head}{body}"
    data = f"{document}</article></body></html>".encode("utf-8", "replace")
    return Part(position, data, url, said + outer, media_type="text/html", charset="utf-8")
