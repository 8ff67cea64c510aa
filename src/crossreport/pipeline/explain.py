"""Pages with all that was weighed on them: what `crossreport explain` shows.

In: files, a text, or a page as a record holds it. Out: one `Explained` a page, read with today's rules.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from crossreport.model import Analysis, Capture, CodedPage, Duplicate, Page, Rejection
from crossreport.pipeline import parts
from crossreport.pipeline.options import Options

if TYPE_CHECKING:
    from crossreport.coding.explaining import Considered


class Explained(Struct, frozen=True):
    """A page with its syntax, its records, and every happening that was considered."""

    coded: CodedPage
    analysis: Analysis
    considered: "tuple[Considered, ...]"


def explain_inputs(
    paths: "list[str | Path]", options: Options, text: str | None = None
) -> Iterator[Explained | Rejection]:
    """The pages in these files, or in `text` if there are no paths."""
    parts.use_own(options.own, check=True)
    stdin = None if text is None else BytesIO(text.encode("utf-8"))
    for found in parts.take_in(paths or ["-"], stdin, options):
        page = parts.read(found, options.published) if isinstance(found, Capture) else found
        if isinstance(page, Page):
            yield explain_page(page)
        elif not isinstance(page, Duplicate):
            yield page


def explain_page(page: Page, held: CodedPage | None = None) -> Explained:
    """A page that was read; `held` are the records of it that a record holds, corrections of persons included."""
    analysis = parts.analyse(page)
    mentions = parts.ground(page, analysis)
    coded = held or parts.code(page, analysis, mentions)
    return Explained(coded, analysis, tuple(parts.consider(page, analysis, mentions)))
