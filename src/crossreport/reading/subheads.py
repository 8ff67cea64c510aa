"""Lines that head the parts of a bulletin or a list: nothing but a place or a day, and right below it what is told.

They look like a site's labels and date lines, which go one by one; two of a kind with reporting below each stay.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from crossreport.gazetteer.countries import country_code
from crossreport.reading.dateline import known_place
from crossreport.reading.draft import Draft, Piece
from crossreport.reading.written_dates import MONTH, WEEKDAY, written_dates

# How many different ones a page must have; a day with its year may be another story's, and an hour when it was posted.
LEAST_PLACES, LEAST_DAYS, LEAST_DATES, LEAST_HOURS = 2, 2, 3, 3
MOST_WORDS = 5
LEAST_REPORT = 3  # paragraphs
LONGEST_CHRONICLE = timedelta(days=92)  # a quarter, the longest time that bulletins go through day by day
_YEAR = r"(?:,? ?(?P<year>(?:19|20)\d\d))?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?){_YEAR}"
_HOUR = r"\d{1,2}[:.h]\d\d(?: ?(?:hrs|h|[ap]\.?m\.?|GMT|UTC|local time))?"
_CLOCK = rf"(?:,? ?(?:at )?{_HOUR})?"
_WHERE = r"(?:[ ,–-]{1,3}[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?"
_DAY = re.compile(rf"(?:{WEEKDAY}\.?,? )?(?:the )?{_DATE}{_CLOCK}{_WHERE} ?:?")
_POSTED = re.compile(rf"(?:19|20)\d\d,? ?(?:at )?{_HOUR} ?:?$")
_LEVEL = (
    r"(?:[Rr]egion|[Pp]rovince|[Gg]overnorate|[Ss]tate|[Oo]blast|[Dd]istrict|[Dd]epartment|[Tt]erritory|[Dd]ivision)"
)
_DIVISION = re.compile(rf"(?:the )?(?:[A-Z][\w'’-]+ ){{1,3}}{_LEVEL} ?:?|{_LEVEL} of (?:[A-Z][\w'’-]+ ?){{1,3}}:?")
_NAME = re.compile(r"[A-Z][\w'’-]*(?:[ -][A-Z(][\w'’)-]*){0,3} ?:?")


def mark_subheads(draft: Draft) -> None:
    """Keeps such lines, and the sentence below each, from what drops furniture."""
    _keep(draft, _day, LEAST_DAYS)
    _keep(draft, _dated, LEAST_DATES)
    _keep_running(draft)
    _keep(draft, _hour, LEAST_HOURS)
    _keep(draft, _place, LEAST_PLACES)


def _keep(draft: Draft, head_of: Callable[[str], str | None], least: int) -> None:
    found = []
    for piece, behind in zip(draft.pieces, draft.pieces[1:], strict=False):
        if piece.dropped is None and not piece.sentence and len(piece.words) <= MOST_WORDS + 2:
            name = head_of(" ".join(piece.text.split()))
            if name is not None:
                found.append((name, piece, behind))
    if len({name for name, _, behind in found if _tells(behind)}) < least:
        return
    below = _below_report(draft, found[0][1])
    for name, piece, behind in found:
        if not _POSTED.search(name):  # the day and hour of a post is its date line
            piece.heads = piece.entry = True
        elif below:
            continue  # comments: the line scorer judges them
        behind.entry = behind.entry or _tells(behind)


def _below_report(draft: Draft, first: Piece) -> bool:
    """Whether a report stands above the first of such lines, which comments below it have as a channel's posts do."""
    return sum(piece.prose for piece in draft.pieces if piece.end <= first.start) >= LEAST_REPORT


def _keep_running(draft: Draft) -> None:
    """Two days with their year head a chronicle, too, if they run on: days of posts and of related stories run back."""
    found = [
        (piece, day, behind)
        for piece, behind in zip(draft.pieces, draft.pieces[1:], strict=False)
        if piece.dropped is None and piece.heading != 1 and (day := _only_day(draft, piece)) is not None
    ]
    for run in (found, found[1:]):  # the page's own day may stand above
        days = [day for _, day, behind in run if _tells(behind)]
        if len(days) < LEAST_DAYS or len(days) < len(run) or not _runs_on(days):
            continue
        for piece, _, behind in run:
            piece.heads = piece.entry = behind.entry = True
        return


def _only_day(draft: Draft, piece: Piece) -> date | None:
    """The day with its year that a line without any other word is."""
    if len(piece.words) > MOST_WORDS:
        return None
    days = written_dates(draft.text, piece.start, piece.end)
    if len(days) != 1 or days[0].day is None or days[0].year is None:
        return None
    around = draft.text[piece.start : days[0].start] + draft.text[days[0].end : piece.end]
    if any(character.isalnum() for character in around):
        return None
    return date(days[0].year, days[0].month, days[0].day)


def _runs_on(days: Sequence[date]) -> bool:
    return all(one < two for one, two in pairwise(days)) and days[-1] - days[0] <= LONGEST_CHRONICLE


def _tells(piece: Piece) -> bool:
    """Whether a line reports something."""
    listed = _BULLET.match(piece.text) is not None and len(piece.words) >= MOST_WORDS
    return piece.dropped is None and (piece.sentence or piece.prose or piece.tells or listed)


_BULLET = re.compile(r"[•▪◦‣*·–—-]\s+\S")


def _day(line: str) -> str | None:
    found = _DAY.fullmatch(line)
    return line if found is not None and found["year"] is None else None


def _dated(line: str) -> str | None:
    found = _DAY.fullmatch(line)
    return line if found is not None and found["year"] is not None else None


def _hour(line: str) -> str | None:
    return line if re.fullmatch(_HOUR, line) is not None else None


def _place(line: str) -> str | None:
    name = line.rstrip(": ")
    if len(name.split()) > MOST_WORDS:
        return None
    if _DIVISION.fullmatch(line) is not None:
        return name
    return name if _NAME.fullmatch(line) is not None and (country_code(name) or known_place(name)) else None
