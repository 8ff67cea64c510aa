"""A capture in, the pieces of its text and what it says about itself out; or why it could not be taken apart."""

import re

import msgspec

from crossreport.model import Capture, Rejection
from crossreport.reading.child import child
from crossreport.reading.collected import with_statements
from crossreport.reading.draft import Draft
from crossreport.reading.extractor import Extracted
from crossreport.reading.main_text import mark_main_text
from crossreport.reading.outlet import Metadata
from crossreport.reading.pdf import read_pdf
from crossreport.reading.text import decode, draft_of_text


def draft_of(capture: Capture) -> tuple[Draft, Metadata] | Rejection:
    """The draft by the capture's media type. Parsers of HTML and PDF run in the child process."""
    if capture.media_type == "application/pdf":
        layer = read_pdf(capture)
        if isinstance(layer, Rejection):
            return layer
        return draft_of_text(layer.text), with_statements(Metadata(title=layer.title), capture)
    if capture.media_type == "text/plain":
        draft = draft_of_text(decode(capture))
        return draft, with_statements(Metadata(address=_pasted_address(draft)), capture)
    found = _html(capture)
    return found if isinstance(found, Rejection) else (found[0], with_statements(found[1], capture))


def _pasted_address(draft: Draft) -> str | None:
    """The link that alone is the first line of a text: where whoever pasted the page had found it."""
    line = draft.pieces[0].text.strip() if draft.pieces else ""
    return line if _LINK.fullmatch(line) else None


_LINK = re.compile(r"(?i)(?:(?:url|link|source): ?)?(?:https?://|www\.)[^\s<>]+\.[^\s<>]+")


def _html(capture: Capture) -> tuple[Draft, Metadata] | Rejection:
    answer = child.ask("html", decode(capture).encode("utf-8", "replace"), parts=2)
    if not answer.parts:
        says = f"{answer.says}. Save the page's text as a .txt file."
        return Rejection(capture.name, "unparsed", says)
    draft, metadata = msgspec.json.decode(answer.parts[0], type=tuple[Draft, Metadata])
    found = msgspec.json.decode(answer.parts[1], type=Extracted) if len(answer.parts) > 1 else None
    if found and found.wider:
        draft, metadata = found.wider
    mark_main_text(draft, found)
    day = found.date if found else None
    if day and not any(rule == "metadata_published" for rule, _ in metadata.dates):
        metadata = msgspec.structs.replace(metadata, dates=(*metadata.dates, ("markup_date", day)))
    return draft, metadata
