"""HTML in, the body's visible text with its pieces and the page's metadata out. Order as in the document."""

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from crossreport.reading.draft import Draft, Piece
from crossreport.reading.outlet import Metadata
from crossreport.reading.tables import Row, table_rows

# fmt: off
_SKIP = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "head", "select",
    "option", "button", "textarea", "audio", "video", "map",
})
_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "label", "legend", "input",
})
# fmt: on
_REGION = {"nav": "menu", "footer": "footer", "aside": "aside", "form": "form", "figcaption": "caption"}
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_SPACE = re.compile(r"\s+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class _Run:
    """Text of one block while it is gathered."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked = 0


def draft_of_html(source: str, *, shown_by_scripts: bool = False) -> tuple[Draft, Metadata]:
    """The pieces of the visible text, one a block element, and what the page says about itself.

    `shown_by_scripts`: with what is hidden until a script shows it, or shown where no script runs. A blank
    line of preformatted text ends a piece.
    """
    tree = _parse(source)
    if tree is None:
        return Draft("", []), Metadata()
    builder = _Builder(shown_by_scripts)
    body = tree.find(".//body")
    builder.walk(body if body is not None else tree)
    builder.flush()
    return Draft("".join(builder.texts), builder.pieces), metadata_of(tree)


def _parse(source: str) -> Any:
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", "", source.replace("\x00", ""))
    try:
        return lxml.html.document_fromstring(cleaned, parser=lxml.html.HTMLParser(huge_tree=True, remove_comments=True))
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError):
        return None


class _Builder:
    """Walks the tree without recursion limits: an explicit stack of elements and tails."""

    def __init__(self, shown_by_scripts: bool) -> None:
        self.shown_by_scripts = shown_by_scripts
        self.preformatted = 0
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.run = _Run()
        self.region: str | None = None
        self.heading = 0
        self.listed = 0
        self.rows: dict[Any, Row] = {}

    def walk(self, root: Any) -> None:
        """Gather the text below `root`."""
        stack: list[tuple[str, Any, Any]] = [("enter", root, None)]
        links = 0
        while stack:
            what, node, saved = stack.pop()
            if what == "tail":
                self._add(node, linked=links > 0)
            elif what == "leave":
                links -= node.tag == "a"
                self._leave(node, saved)
            elif node in self.rows:
                self._row(self.rows[node])
            elif isinstance(node.tag, str) and self._shows(node):
                links += node.tag == "a"
                saved = (self.region, self.heading)
                self._enter(node)
                self._add(node.text, linked=links > 0)
                stack.append(("leave", node, saved))
                for child in reversed(node):
                    stack.append(("tail", child.tail, None))
                    stack.append(("enter", child, None))

    def _shows(self, node: Any) -> bool:
        if self.shown_by_scripts:
            return node.tag not in _SKIP or node.tag == "noscript"
        return node.tag not in _SKIP and not _hidden(node)

    def flush(self, row: Row | None = None) -> None:
        """End the block that is gathered: a row of a table of incidents, or any other."""
        text = unicodedata.normalize("NFC", _SPACE.sub(" ", "".join(self.run.parts)).strip())
        if text:
            start = self.length
            links = min(self.run.linked / len(text), 1.0)
            piece = Piece(start, start + len(text), text, heading=self.heading, links=links)
            piece.region, piece.entry, piece.listed = self.region, row is not None, self.listed > 0
            piece.dropped = row.dropped if row is not None else None
            self.pieces.append(piece)
            self.texts.append(text + "\n")
            self.length = start + len(text) + 1
        self.run = _Run()

    def _add(self, text: str | None, *, linked: bool) -> None:
        for index, part in enumerate(_BLANK_LINE.split(text or "") if self.preformatted else [text or ""]):
            if index:
                self.flush()
            self.run.parts.append(part)
            self.run.linked += len(_SPACE.sub(" ", part).strip()) if linked else 0

    def _row(self, row: Row) -> None:
        self.flush()
        self._add(row.text, linked=False)
        self.flush(row)

    def _enter(self, node: Any) -> None:
        if node.tag not in _BLOCK:
            return
        self.flush()
        self.rows |= table_rows(node) if node.tag == "table" else {}
        self.preformatted += node.tag == "pre"
        self.listed += node.tag == "li"
        self.region = _region(node) or self.region
        found = _HEADING.match(node.tag)
        if found:
            self.heading = int(found.group(1))

    def _leave(self, node: Any, saved: tuple[str | None, int]) -> None:
        if node.tag in _BLOCK:
            self.flush()
            self.preformatted -= node.tag == "pre"
            self.listed -= node.tag == "li"
            self.region, self.heading = saved


def _region(node: Any) -> str | None:
    role = (node.get("role") or "").casefold()
    if role in ("navigation", "banner", "contentinfo", "search", "complementary"):
        return "menu" if role == "navigation" else "aside"
    return _REGION.get(node.tag)


def _hidden(node: Any) -> bool:
    return node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "") is not None


def metadata_of(tree: Any) -> Metadata:
    """Title, site, address, author and dates from meta elements, JSON-LD and <time>."""
    meta = {
        (node.get("property") or node.get("name") or node.get("itemprop") or "").casefold(): node.get("content") or ""
        for node in reversed(tree.findall(".//meta"))
    }
    title = meta.get("og:title") or meta.get("twitter:title") or (tree.findtext(".//title") or "")
    link = tree.find(".//link[@rel='canonical']")
    address = meta.get("og:url") or (link.get("href") if link is not None else None)
    return Metadata(
        title=_SPACE.sub(" ", title).strip() or None,
        site=_SPACE.sub(" ", meta.get("og:site_name") or meta.get("application-name") or "").strip() or None,
        address=address,
        language=tree.get("lang"),
        author=meta.get("author") or None,
        dates=tuple(dict.fromkeys(_dates(tree, meta))),
    )


_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate", "publish-date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "date",
    "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished", "originalpublicationdate",
    "publication_date",
    "article_date_original",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified")


def _dates(tree: Any, meta: dict[str, str]) -> Iterator[tuple[str, str]]:
    linked = list(_json_dates(tree))
    yield from linked
    for names, rule in ((_PUBLISHED, "metadata_published"), (_MODIFIED, "metadata_updated")):
        if not any(found == rule for found, _ in linked):
            value = next((day for name in names if (day := _iso_day(meta.get(name)))), None)
            if value:
                yield rule, value
    times = [
        node.get("datetime") for node in tree.iter("time") if node.get("pubdate") is not None or _published_class(node)
    ]
    day = next((day for value in times if (day := _iso_day(value))), None)
    if day:
        yield "metadata_time", day


def _published_class(node: Any) -> bool:
    names = f"{node.get('class') or ''} {node.get('itemprop') or ''}".casefold()
    return any(word in names for word in ("publish", "entry-date", "posted", "post-date", "datepublished"))


def _iso_day(value: str | None) -> str | None:
    """The day of a metadata value as written, with its time and zone where it has them (no shift between zones)."""
    found = re.match(
        r"\s*((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?", value or ""
    )
    return "-".join(found.groups()[:3]) + (found.group(4) or "") if found else None


def _json_dates(tree: Any) -> Iterator[tuple[str, str]]:
    for node in tree.iter("script"):
        if (node.get("type") or "").casefold() != "application/ld+json":
            continue
        for name, rule in (("datePublished", "metadata_published"), ("dateModified", "metadata_updated")):
            for value in _values(node.text or "", name):
                day = _iso_day(value)
                if day:
                    yield rule, day
                    break


def _values(source: str, name: str) -> list[str]:
    """Values of a key anywhere in a JSON document; by pattern where the document is broken, as many are."""
    try:
        return list(_find(json.loads(source, strict=False), name))
    except (ValueError, RecursionError):
        return re.findall(rf'"{name}"\s*:\s*"([^"]+)"', source)


def _find(value: object, name: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            else:
                yield from _find(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _find(inner, name)
