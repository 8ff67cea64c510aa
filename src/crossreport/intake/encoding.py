"""Bytes in, encoding and the rule that found it out. The bytes stay as they are; reading replaces a broken one."""

import codecs
import re

from crossreport.intake.limits import MAX_REPLACED_SHARE, META_BYTES, SNIFF_BYTES
from crossreport.intake.media import NotAPage, wide_encoding
from crossreport.model import MediaType

_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
# What the web calls these is not what they are: https://encoding.spec.whatwg.org/#names-and-labels
_WEB_LABELS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_WEB_LABELS |= {"iso-8859-9": "cp1254", "iso-8859-11": "cp874", "windows-874": "cp874", "gb2312": "gb18030"}
# What Python can decode and no page is written in; some of these raise errors of their own.
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem", "utf-7"}
)


def find_encoding(data: bytes, media_type: MediaType, charset: str | None = None) -> tuple[str, str]:
    """Encoding and reason: "bom", "meta", "header", "utf-8", "detected", with a note where bytes had to be replaced.

    `charset` is what the server or the mail said; a page's own word goes before it. A PDF decodes by its own rules.

    Raises:
        NotAPage: too many bytes fit no encoding for the text to be evidence.
    """
    if media_type == "application/pdf":
        return "pdf", "pdf"
    if data.startswith(codecs.BOM_UTF8):
        return _checked(data, "utf-8-sig", "bom")
    wide = wide_encoding(data[:SNIFF_BYTES])
    if wide:
        return _checked(data, wide, "bom" if wide in ("utf-16", "utf-32") else "detected")
    if _decodes(data, "utf-8"):
        return "utf-8", "utf-8"
    declared, rule = (_declared(data) if media_type == "text/html" else None), "meta"
    if declared is None and charset:
        declared, rule = _known(charset), "header"
    if declared and _decodes(data, declared):
        return declared, rule
    if _mostly_utf8(data):
        return _checked(data, "utf-8", "utf-8")
    return _checked(data, declared or _detected(data), rule if declared else "detected")


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:META_BYTES])
    return _known(found.group(1).decode("ascii")) if found else None


def _known(label: str) -> str | None:
    label = _WEB_LABELS.get(label.lower(), label.lower())
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding and found.name not in _NO_CHARSETS else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few broken places: whole sequences outnumber the broken ones."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > 2 * broken


def _detected(data: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    return _known(detect_encoding(data) or "cp1252") or "cp1252"


def _checked(data: bytes, encoding: str, rule: str) -> tuple[str, str]:
    """The encoding with its reason; says how many bytes must be replaced, or refuses."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken > MAX_REPLACED_SHARE * len(text):
        raise NotAPage(
            "undecodable",
            f"{broken:,} of {len(text):,} characters fit no known encoding ({encoding} comes nearest). "
            "Save the page again as UTF-8.",
        )
    return encoding, f"{rule}; {broken} undecodable characters replaced" if broken else rule
