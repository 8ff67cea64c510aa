"""A record without the names of private persons, for those who review it and are not to see them.

In: a record, and an empty one. Out: the second, filled. Every letter of such a name is a block, in the texts and in all
that was read from them; so every passage stays where it was. What the pages were captured as is not copied: the copy's
captures are its own texts. Judgements come along, and linked results. Inputs that were turned away do not.
"""

from msgspec import Struct
from msgspec.structs import replace

from crossreport.model import Capture, CodedPage, digest
from crossreport.privacy import redacted
from crossreport.record import Record


class Copied(Struct, frozen=True):
    """How many pages were copied, how many names are blocked out, how many rejected inputs were left behind."""

    pages: int
    names: int
    rejections: int


def copy_without_names(source: Record, target: Record) -> Copied:
    """Fill an empty record with all of another but the names of private persons.

    Raises:
        ValueError: the target holds something already.
    """
    if target.last_entry():
        raise ValueError("the copy must go into a new record")
    found = redacted(source.coded_pages(judged=False), source.linked(), source.judgements(superseded=True))
    for coded in found.pages:
        target.add_page(*_captured(coded))
    if found.judgements:
        target.judge_all(found.judgements)
    target.replace_linked(found.linked, through=target.last_entry())
    return Copied(len(found.pages), found.names, len(source.rejections()))


def _captured(coded: CodedPage) -> tuple[Capture, CodedPage]:
    """The text of the page as if it had been captured so, and the page that says so."""
    data = coded.page.text.encode()
    name = coded.page.name
    capture = Capture(digest(data), name, "text/plain", data, "utf-8", "a text without private names", coded.page.url)
    return capture, replace(coded, page=replace(coded.page, capture=capture.id))
