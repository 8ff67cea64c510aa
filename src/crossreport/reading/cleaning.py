"""A page's pieces in; what is no part of its report dropped or cut out with reasons, and its headline found."""

from crossreport.model import Capture, Rejection
from crossreport.reading.chat import mark_chat
from crossreport.reading.draft import Draft, Piece, kept_runs
from crossreport.reading.drafting import draft_of
from crossreport.reading.forms import mark_form
from crossreport.reading.furniture import mark_furniture
from crossreport.reading.headline import mark_headline
from crossreport.reading.inline import cut_inline
from crossreport.reading.judgement import mark_unlikely
from crossreport.reading.notes import mark_notes
from crossreport.reading.oneline import split_heads
from crossreport.reading.outlet import Metadata
from crossreport.reading.repeats import mark_repeats
from crossreport.reading.subheads import mark_subheads
from crossreport.reading.tables import mark_table_lines


def is_plain(capture: Capture) -> bool:
    """Whether a page comes as text, so that nothing but its lines tells furniture from report."""
    return capture.media_type != "text/html"


def mark_lines(draft: Draft, metadata: Metadata, *, plain: bool) -> Piece | None:
    """Drop whole lines that are furniture; give the headline."""
    split_heads(draft)
    if plain:
        mark_table_lines(draft)
        mark_chat(draft)
        mark_form(draft)
        mark_notes(draft)
    mark_subheads(draft)
    mark_furniture(draft, plain=plain)
    if plain:
        mark_unlikely(draft)
    return mark_headline(draft, metadata.title, plain=plain)


def mark_passages(draft: Draft, title: Piece | None) -> None:
    """Cut furniture and repeats out of the lines that are kept."""
    cut_inline(draft)
    mark_repeats(draft, title)


def main_blocks(capture: Capture) -> list[str]:
    """What the report says without its headline, a passage each, whatever its language; repeats are still among it."""
    drafted = draft_of(capture)
    if isinstance(drafted, Rejection):
        return []
    draft, metadata = drafted
    mark_lines(draft, metadata, plain=is_plain(capture))
    cut_inline(draft)
    return [
        draft.text[start:end]
        for piece in draft.kept()
        if piece.kind != "title"
        for start, end in kept_runs(piece, draft.text)
    ]
