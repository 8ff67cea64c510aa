"""Bytes in, media type out, or the reason why these bytes are no page. Content decides, never the file's extension."""

import csv
import json
import re

from crossreport.intake.limits import MAX_CONTROL_SHARE, MAX_PAGE_BYTES, MAX_PDF_BYTES, MAX_TEXT_LINE_BYTES, SNIFF_BYTES
from crossreport.model import MediaType

SUPPORTED = "Pages are plain text, HTML or PDF"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"ID3", "a media file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"WARC/", "a web archive within another file"),
)
# Possessive: a comment ends at its first end, or many of them could be told apart in more ways than there is time.
_HTML_START = re.compile(
    rb"\s*+(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(
    rb"</?(?:p|div|a|span|br|h[1-6]|table|tr|td|script|style|meta|ul|li|img|article|section)\b[^<]*>", re.I
)
PDF = b"%PDF-"
_PDF_WITHIN = 1024  # bytes: readers accept a PDF that begins behind a short preamble
_XML_START = re.compile(rb"\s*<(?:\?xml|rss|feed|urlset)\b", re.I)
_CONTROLS = bytes(sorted(frozenset(range(32)) - {7, 8, 9, 10, 12, 13, 27}))
LEAST_ROWS, MOST_ROWS = 3, 50  # rows: two lines alike are chance; fifty are enough
LONGEST_NAME = 40  # characters of a column's name
ALIKE = 0.9  # of the rows: real tables have a broken one here and there
_MIN_TAGS = 6  # a text that quotes a tag or two stays text


class NotAPage(ValueError):
    """Bytes that are no page; `rule` is a short code, the message a sentence with what to do."""

    def __init__(self, rule: str, says: str) -> None:
        super().__init__(says)
        self.rule = rule


def media_type(data: bytes, said: MediaType | None = None) -> MediaType:
    """The media type of a page's bytes; `said` is the container's word, which settles what a fragment is.

    Raises:
        NotAPage: empty, binary, structured data, or a line that no page of prose has.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xfe\xff"):
        raise NotAPage("empty", "The input is empty. Save the page again and check that it has text.")
    head = data[:SNIFF_BYTES]
    if PDF in head[:_PDF_WITHIN]:
        return "application/pdf"
    _refuse_binary(head)
    if said == "application/pdf":
        raise NotAPage("binary", "The input is said to be a PDF document, and does not begin like one.")
    if said == "text/html" or _HTML_START.match(_plain(head)):
        return "text/html"
    _refuse_structured(head)
    if len(_HTML_TAG.findall(_plain(head))) >= _MIN_TAGS:
        return "text/html"
    _refuse_long_line(data)
    return "text/plain"


def most_bytes(head: bytes) -> int:
    """How many bytes a page that begins like this may have."""
    return MAX_PDF_BYTES if PDF in head[:_PDF_WITHIN] else MAX_PAGE_BYTES


def wide_encoding(head: bytes) -> str | None:
    """`utf-16` or `utf-32` by byte order mark or by the pattern of NULs that Latin text leaves; else None."""
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = head[: len(head) // 2 * 2]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _plain(head: bytes) -> bytes:
    """The head with wide encodings narrowed, so that ASCII patterns match."""
    if wide_encoding(head):
        return head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head.removeprefix(b"\xef\xbb\xbf")


def _refuse_binary(head: bytes) -> None:
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            raise NotAPage("binary", f"The input is {what}. {SUPPORTED}: save its text as .txt or .html.")
    if wide_encoding(head):
        return
    if b"\x00" in head or len(head) - len(head.translate(None, _CONTROLS)) > MAX_CONTROL_SHARE * len(head):
        raise NotAPage("binary", f"The input is binary data, no text. {SUPPORTED}: save its text as .txt or .html.")


def _refuse_structured(head: bytes) -> None:
    if _XML_START.match(_plain(head)):
        raise NotAPage("structured", f"The input is an XML file, no page and no feed. {SUPPORTED}: save each article.")
    if _is_table(_plain(head)):
        raise NotAPage(
            "structured",
            f"The input is a table (CSV or TSV), not a page. {SUPPORTED}: save the text of each article as a file.",
        )
    first = _plain(head).lstrip()[:1]
    if first in b"{[" and is_json(_plain(head)):
        raise NotAPage(
            "structured", f"The input is JSON within another file, not a page. {SUPPORTED}: unpack it first."
        )


def _is_table(head: bytes) -> bool:
    """Whether the lines are rows of one table: as many short cells in each, parted by tabs, commas or semicolons.

    Prose has commas too, but not equally many a line, and a space behind each.
    """
    lines = [line for line in head.decode("latin-1").splitlines() if line.strip()]
    rows = lines[:-1] if len(head) >= SNIFF_BYTES else lines
    return any(_is_table_by(rows[:MOST_ROWS], delimiter) for delimiter in "\t,;|")


def _is_table_by(lines: list[str], delimiter: str) -> bool:
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return False
    least = 2 if delimiter == "\t" else 3
    if len(rows) < LEAST_ROWS or len(rows[0]) < least:
        return False
    head = rows[0]
    named = all(cell.strip() and len(cell) <= LONGEST_NAME and not cell.startswith(" ") for cell in head)
    alike = sum(len(row) == len(head) for row in rows)
    return named and not head[-1].rstrip().endswith((".", "!", "?")) and alike >= ALIKE * len(rows)


def is_json(head: bytes) -> bool:
    """Whether the head, or its first line, is a JSON object or list. A cut document still shows by its first key."""
    if re.match(rb'\s*(?:\[\s*)?\{\s*"[^"\n]{1,80}"\s*:', head):
        return True
    try:
        return isinstance(json.loads(head.split(b"\n", 1)[0]), list | dict)
    except RecursionError:
        return True
    except ValueError:
        return False


def _refuse_long_line(data: bytes) -> None:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        if end - start > MAX_TEXT_LINE_BYTES:
            raise NotAPage(
                "long_line",
                f"A line has {end - start:,} bytes; more than {MAX_TEXT_LINE_BYTES:,} is no page of prose. "
                "Split the input into one file a page.",
            )
        start = end + 1
