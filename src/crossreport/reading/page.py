"""A capture in, the page out: what counts of its text, what was dropped and why, whose it is, when it was written.

Refuses pages that are not in English and pages that hold no report; both with the reason.
"""

import re

from msgspec.structs import replace

from crossreport.model import Capture, Page, Published, Rejection, content_id
from crossreport.reading.cleaning import is_plain, mark_lines, mark_passages
from crossreport.reading.credits import find_credits
from crossreport.reading.dateline import (
    Dateline,
    bare_dateline,
    dateline_alone,
    find_dateline,
    is_dated_list,
    is_roundup,
)
from crossreport.reading.draft import Draft, Piece, blocks_of, dropped_of, kept_runs
from crossreport.reading.drafting import draft_of
from crossreport.reading.furniture import lexicon
from crossreport.reading.headline import title_text
from crossreport.reading.language import mark_foreign, page_language
from crossreport.reading.letterhead import is_label
from crossreport.reading.outlet import Metadata, find_outlet
from crossreport.reading.published.clue import Passage, Reading
from crossreport.reading.published.infer import contradicted, given_published, infer_published
from crossreport.reading.sentences import sentences
from crossreport.reading.written_dates import MONTH, is_date_line, written_dates

_ROLES = {
    "date_line": "header",
    "byline": "header",
    "timestamp": "header",
    "copyright": "legal",
    "caption": "caption",
    "photo_id": "photo",
    "footer": "legal",
}
# What may stand behind the day at the end of a line: the time, with its zone.
_CLOCK = re.compile(
    r"(?:[\s,|–—-]*(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: ?\(?(?:[A-Z]{2,4}\b|local time))?)?[\s)\].]*"
)
# Before a day that ends a span of days: the line says what is covered, and no day of its own.
_SPAN = re.compile(rf"(?i)(?:\b(?:to|until|till|through|and|since|from|by|before|after)|(?:\d|\b{MONTH}) ?[–—-]) ?\Z")
# Before a day that is an event's rather than the line's ("The raid of 5 May 2024 in Juba").
_WITHIN = re.compile(
    r"(?i)\b(?:on|in|of|at|since|from|until|by|to|after|before|between|and|for|around|during|about)\s*\Z"
)
_MARKS = re.compile(r"\s+[·|•–—/]\s+")
_MOST_HEAD = 20  # words of a line that gives the page's day beside other things
# Furniture around a report that holds a full date gives the page's day, where no date line does.
_DATED = frozenset({"section_label", "tail", "boilerplate", "contact", "credit", "tags", "share", "menu", "counter"})


def read_page(capture: Capture, *, published: str | None = None) -> Page | Rejection:
    """Read one page. `published` (ISO day or EDTF) overrides what the page says about its own date.

    Raises:
        ValueError: `published` is no date.
    """
    given = given_published(published) if published is not None else None
    drafted = draft_of(capture)
    if isinstance(drafted, Rejection):
        return drafted
    draft, metadata = drafted
    title = mark_lines(draft, metadata, plain=is_plain(capture))
    if not draft.kept():
        return Rejection(
            capture.name, "no_text", "The page holds no report: nothing but furniture. Save the page again."
        )
    language = page_language(draft)
    if language != "en":
        says = f"The page is in the language {language!r}; only English is read. Its bytes are kept as captured."
        return Rejection(capture.name, "not_english", says)
    mark_foreign(draft)
    mark_passages(draft, title)
    return _page(capture, draft, metadata, title, given)


def outlet_of(capture: Capture) -> str | None:
    """The page's outlet alone, whatever its language."""
    marked = _marked(capture)
    if isinstance(marked, Rejection):
        return None
    draft, metadata, title = marked
    return find_outlet(draft, capture.name, title.text if title else None, metadata, _dateline(draft))


def date_page(capture: Capture) -> Published | Rejection:
    """The page's own date alone, whatever its language, and also where it holds no report."""
    marked = _marked(capture)
    if isinstance(marked, Rejection):
        return marked
    draft, metadata, title = marked
    reading = _reading(draft, capture.name, metadata, _dateline(draft), title.text if title else "")
    return infer_published(replace(reading, said=capture.said, read=page_language(draft) == "en"))


def _marked(capture: Capture) -> tuple[Draft, Metadata, Piece | None] | Rejection:
    """The draft with its furniture marked, before anything is refused."""
    drafted = draft_of(capture)
    if isinstance(drafted, Rejection):
        return drafted
    draft, metadata = drafted
    title = mark_lines(draft, metadata, plain=is_plain(capture))
    mark_passages(draft, title)
    return draft, metadata, title


def _page(capture: Capture, draft: Draft, metadata: Metadata, title: Piece | None, given: Published | None) -> Page:
    text = draft.text
    dateline = _dateline(draft)
    outlet = find_outlet(draft, capture.name, title.text if title else None, metadata, dateline)
    heading = title.text if title is not None else metadata.title
    named = title_text(heading, outlet) if heading else None
    reading = _reading(draft, capture.name, metadata, dateline, named or "")
    found = infer_published(replace(reading, said=capture.said))
    shown = dateline if dateline and not _among_bullets(draft, dateline) else None
    return Page(
        id=content_id("page", capture.id, content_id("text", text)),
        capture=capture.id,
        name=capture.name,
        outlet=outlet,
        title=named,
        language="en",
        text=text,
        blocks=blocks_of(draft),
        dropped=dropped_of(draft),
        published=found if given is None else contradicted(given, found),
        dateline=shown.span if shown else None,
        dateline_place=shown.place if shown else None,
        credits=find_credits(draft, dateline),
        url=capture.url,
    )


def _dateline(draft: Draft) -> Dateline | None:
    """The dateline stands at the beginning of one of the first kept runs of the report."""
    paragraphs = [piece for piece in draft.kept() if piece.kind == "paragraph"]
    pieces = [piece for piece in paragraphs if piece.prose][:3]
    last = pieces[-1].start if pieces else -1
    for piece in paragraphs:
        for start, end in _beginnings(draft, piece)[:3] if piece.start <= last else ():
            found = find_dateline(draft.text, start, end)
            if found and (piece.prose or found.agency or found.date):  # a short line needs more than a dash
                unsigned = found.date is not None and found.agency is None
                return None if unsigned and is_dated_list(draft.text, _runs(paragraphs, draft)) else found
    runs = kept_runs(pieces[0], draft.text) if pieces else []
    bare = bare_dateline(draft.text, *runs[0]) if runs else None
    return bare or _line_above(draft, pieces[0].start if pieces else 0)


def _line_above(draft: Draft, end: int) -> Dateline | None:
    """The dateline that stands on a dropped line of its own between headline and report."""
    lines = [piece for piece in draft.pieces if piece.dropped == "date_line" and piece.start < end]
    found = [line for piece in lines if (line := dateline_alone(draft.text, piece.start, piece.end))]
    return found[-1] if found else None


def _among_bullets(draft: Draft, dateline: Dateline) -> bool:
    """Whether a dateline is but the first of several places with which the paragraphs of a survey open."""
    if dateline.agency is not None or dateline.date is not None:
        return False
    heads = _runs([piece for piece in draft.kept() if piece.kind == "paragraph"], draft)
    return is_roundup(draft.text, heads)


def _runs(pieces: list[Piece], draft: Draft) -> list[tuple[int, int]]:
    return [run for piece in pieces for run in kept_runs(piece, draft.text)]


def _beginnings(draft: Draft, piece: Piece) -> list[tuple[int, int]]:
    """Where a dateline can stand: at the head of a run, or of one of its first sentences (behind a summary)."""
    found = []
    for start, end in kept_runs(piece, draft.text):
        found += [(first, end) for first, _ in sentences(draft.text, start, end)[:3]]
    return found


def _reading(draft: Draft, name: str, metadata: Metadata, dateline: Dateline | None, title: str) -> Reading:
    """The passages that may date the page, with what they are."""
    passages = _heads(draft)
    for piece in draft.pieces:
        role = _ROLES.get(piece.dropped or "")
        if piece.dropped is not None and role:
            passages.append(_passage(draft.text, piece.start, piece.end, role))
        if piece.dropped is not None:
            continue
        passages += [
            _passage(draft.text, cut.start, cut.end, _ROLES[cut.reason]) for cut in piece.cuts if cut.reason in _ROLES
        ]
        for start, end in kept_runs(piece, draft.text):
            role = "title" if piece.kind == "title" else "body"
            passages += [_passage(draft.text, *where, role) for where in sentences(draft.text, start, end)]
    passages += _dated_furniture(draft, passages)
    address = f"{name} {metadata.address}" if metadata.address and metadata.address not in name else name
    return Reading(draft.text, address, tuple(sorted(passages, key=lambda p: p.start)), dateline, metadata.dates, title)


def _heads(draft: Draft) -> list[Passage]:
    """The short lines above the report, where releases are numbered."""
    first = next((piece.start for piece in draft.kept() if piece.prose), 0)
    return [_passage(draft.text, each.start, each.end, "head") for each in draft.pieces if each.start < first]


def _dated_furniture(draft: Draft, passages: list[Passage]) -> list[Passage]:
    """Dropped lines with a full date, as headers, if no header has one and they all give the same day."""
    if any(_days(draft.text, passage.start, passage.end) for passage in passages if passage.role == "header"):
        return []
    lines = [piece for piece in draft.pieces if piece.dropped in _DATED or _gives_day(draft, piece)]
    dated = [(piece, days) for piece in lines if (days := _days(draft.text, piece.start, piece.end))]
    if len({day for _, days in dated for day in days}) != 1:
        return []
    return [_passage(draft.text, dated[0][0].start, dated[0][0].end, "header")]


def _gives_day(draft: Draft, piece: Piece) -> bool:
    """Whether a line above the report is no sentence and gives its day ("Statement 4 - Juba, 5 May 2024").

    A day that no preposition ties to a word may have other things behind it ("5 May 2024 by admin in Security").

    A headline does so as that of an issue ("Morning bulletin, 5 May 2024"): others may end with the day of their event.
    """
    first = next((each.start for each in draft.kept() if each.prose), 0)
    if piece.start >= first or piece.sentence or piece.tells:
        return False
    if piece.dropped is not None:
        return piece.dropped == "not_main_text" and _day_between_marks(piece.text)
    issue = is_label(piece) or not lexicon().issues.isdisjoint(word.casefold() for word in piece.words)
    if piece.kind == "title" and not issue:
        return _day_between_marks(piece.text)
    dates = written_dates(draft.text, piece.start, piece.end)
    if not dates or _SPAN.search(draft.text, piece.start, dates[-1].start):
        return False
    if _CLOCK.fullmatch(draft.text, dates[-1].end, piece.end):
        return True
    alone = len(dates) == 1 and len(piece.words) <= _MOST_HEAD
    return alone and not _WITHIN.search(draft.text, piece.start, dates[0].start)


def _day_between_marks(line: str) -> bool:
    """Whether one part of a line is a day and nothing more: "The Faro · Wednesday, 11 June 2025 · Palma"."""
    parts = [part.strip() for part in _MARKS.split(line)]
    return len(parts) > 1 and sum(is_date_line(part) for part in parts) == 1


def _days(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The full dates of a passage."""
    return [
        (found.year, found.month, found.day) for found in written_dates(text, start, end) if found.year and found.day
    ]


def _passage(text: str, start: int, end: int, role: str) -> Passage:
    return Passage(start, end, role, text[start:end])
