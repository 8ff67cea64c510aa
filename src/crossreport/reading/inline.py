"""Pieces in; furniture within running text cut out: dates and bylines at its head, captions, tags, tails.

Only what is certain is cut: a caption needs its picture credit, a byline its cue. Real text stays.
"""

import re
from functools import cache
from itertools import pairwise

from crossreport.reading.dateline import find_dateline
from crossreport.reading.draft import Draft, Piece
from crossreport.reading.furniture import lexicon
from crossreport.reading.sentences import sentences
from crossreport.reading.sources import SourceKind, names_in
from crossreport.reading.written_dates import header_dates
from crossreport.words.needed import Sieve

ZONE = 700  # characters that count as head or tail of a report
_MOST_CAPTION = 60  # words
_MOST_BEFORE_DATE = 3  # words before a header date that belong to it ("Print this page Tuesday 19 July 2016")
_CREDIT = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,70})[)\]]\.?")
_PICTURE = re.compile(
    r"(?i)\b(?:photos?|images?|pictures?|file|archive|getty|screen ?(?:grab|shot))\b|/(?:reuters|afp|ap|epa|anadolu)"
)
_AGENCY = re.compile(r"(?i)\b(?:reuters|afp|ap|aa|epa|dpa|anadolu|iha|dha|agenc(?:y|ies)|getty|xinhua|sana|tass)\b")
_FULL_DATE = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? (?:19|20)\d\d\b")
_CAPTION_OPEN = re.compile(
    r"(?:In )?(?:[Tt]his|[Aa]n?) (?:\w+ ){0,4}(?:photo|image|picture|grab|photograph|still)\b|(?:Still|File|"
    r"Handout|Archive) (?:image|photo|picture)|In this \w+ photo"
)
_REPORTS = re.compile(r"\b(?:said|says|told|according to|announced|confirmed|reported|added)\b")
_TAGS = re.compile(r"\b(?:Tags|Keywords|Topics):? (?=[A-Z])")
_FUNCTION = re.compile(
    r"\b(?:The|A|An|In|At|On|It|As|After|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|At least|"
    r"More|For|With)\b"
)
_MOST_TAG_WORDS = 18
_TAIL_FURNITURE = ("share", "newsletter", "copyright", "about_outlet")
_MOST_BETWEEN = 160  # characters
_ABOUT = re.compile(
    r"(?:The )?[A-Z][^.]{1,60}? is (?:the|an?) [^.]{0,120}\b(?:newspaper|daily|weekly|magazine|news (?:agency|"
    r"website|site|network)|"
    r"broadcaster|channel|network|publication)\b[^.]{0,200}\b(?:leading|premier|world|largest|launched|founded|award|exclusive|"
    r"coverage|readers|award-winning|independent|published)\b|(?:The )?[A-Z][^.]{1,60}? is (?:the|"
    r"an?) (?:(?:world|region|country)['’]?s|leading|"
    r"premier|largest)\b[^.]{0,120}\b(?:newspaper|daily|magazine|agency|network|website|broadcaster|publication)\b"
)
_OUTLET_KINDS: tuple[SourceKind, ...] = ("state_media", "public", "private", "party_channel", "agency")


@cache
def _spans() -> Sieve[tuple[str, str, re.Pattern[str]]]:
    rules = [(rule.reason, rule.at, re.compile(rule.pattern)) for rule in lexicon().spans]
    return Sieve((rule[2], rule) for rule in rules)


def cut_inline(draft: Draft) -> None:
    """Cut the furniture within the running text of the kept pieces."""
    prose = [piece for piece in draft.kept() if piece.prose and piece.kind == "paragraph"]
    if not prose:
        return
    first, last = prose[0], prose[-1]
    for piece in prose[:2]:
        _cut_head(draft.text, piece)
    for piece in prose:
        head = piece.start + ZONE if piece is first else piece.start
        tail = piece.end - ZONE if piece is last else piece.end
        _cut_patterns(draft.text, piece, head, tail)
    _close_tail(last)
    _cut_captions(draft.text, first)
    _cut_tags(draft.text, first)
    _cut_about_outlet(draft.text, last)


def _cut_head(text: str, piece: Piece) -> None:
    """A date, a byline or both before the first sentence."""
    dateline = find_dateline(text, piece.start, piece.end)
    for header in header_dates(text, piece.start, piece.end):
        if dateline and dateline.date and header.start < dateline.span.end:
            continue
        before = text[piece.start : header.start]
        start = piece.start if len(before.split()) <= _MOST_BEFORE_DATE else header.start
        if header.end - start < piece.end - piece.start:
            piece.cut(start, header.end, "date_line")


def _cut_patterns(text: str, piece: Piece, head: int, tail: int) -> None:
    for reason, at, pattern in _spans().fitting(text[piece.start : piece.end]):
        for found in pattern.finditer(text, piece.start, piece.end):
            if at == "any" or (at == "head" and found.start() < head) or (at == "tail" and found.start() >= tail):
                _cut(piece, found.start(), found.end(), reason)


def _close_tail(piece: Piece) -> None:
    """What little stands between and behind two pieces of tail furniture is furniture too."""
    tail = [
        cut
        for cut in piece.cuts
        if cut.reason in _TAIL_FURNITURE and cut.start > piece.start + (piece.end - piece.start) // 2
    ]
    if len(tail) < 2:
        return
    for one, other in pairwise(tail):
        if one.end < other.start <= one.end + _MOST_BETWEEN:
            piece.cut(one.end, other.start, "tail")
    if piece.end - tail[-1].end <= _MOST_BETWEEN:
        _cut(piece, tail[-1].end, piece.end, "tail")


def _cut(piece: Piece, start: int, end: int, reason: str) -> None:
    if start < end and not any(cut.start <= start and end <= cut.end for cut in piece.cuts):
        piece.cut(start, end, reason)


def _cut_captions(text: str, piece: Piece) -> None:
    """Captions near the head: from the sentence's beginning to the picture credit that closes it."""
    begin = max((cut.end for cut in piece.cuts if cut.start <= piece.start), default=piece.start)
    for found in _CREDIT.finditer(text, begin, min(piece.end, begin + ZONE)):
        if found.end() > piece.end - 200 and piece.end - begin > 400:
            continue
        start = _sentence_start(text, begin, found.start())
        if any(_dates_report(text, at, found.end(), piece.end) for at in (begin, start)):
            continue
        caption = text[start : found.start()]
        if len(caption.split()) <= _MOST_CAPTION and _is_caption(caption, found.group("inside")):
            _cut(piece, start, found.end(), "caption")


def _dates_report(text: str, start: int, credit_end: int, end: int) -> bool:
    """Whether brackets hold the agency of the dateline with which a report begins there, not a picture's credit."""
    start += len(text[start:credit_end]) - len(text[start:credit_end].lstrip())
    dateline = find_dateline(text, start, end)
    return dateline is not None and dateline.span.end >= credit_end


def _is_caption(caption: str, credit: str) -> bool:
    if _REPORTS.search(caption) and not _CAPTION_OPEN.match(caption.lstrip()):
        return False
    if _PICTURE.search(credit):
        return True
    if not _AGENCY.search(credit) or not caption.strip():
        return False
    opens = _CAPTION_OPEN.match(caption.lstrip()) is not None
    return opens or _FULL_DATE.search(caption) is not None or _present_tense(caption)


def _present_tense(caption: str) -> bool:
    """Whether one of a caption's first words is a verb of captions in the present tense."""
    words = re.findall(r"[a-z]+", caption)[:6]
    return any(word in lexicon().caption_verbs for word in words)


def _sentence_start(text: str, begin: int, end: int) -> int:
    """Start of the last sentence before `end`: a credit belongs to the sentence that it closes."""
    parts = sentences(text, begin, end)
    if not parts:
        return end
    start, last = parts[-1]
    if last - start < 25 and len(parts) > 1 and re.match(r"[A-Z][a-z]+\.? \d", text[start:last]):
        return parts[-2][0]  # "… in Qamishli. July 27 2016. (Agency)"
    return start


def _cut_tags(text: str, piece: Piece) -> None:
    """A list of tags up to the sentence that follows: capitals and names, no function word."""
    found = _TAGS.search(text, piece.start, min(piece.end, piece.start + ZONE))
    if found is None:
        return
    stop = text.find(". ", found.end(), piece.end)
    opener = _FUNCTION.search(text, found.end(), piece.end)
    ends = [end for end in (stop + 1 if stop > 0 else 0, opener.start() if opener else 0) if end]
    if ends and len(text[found.start() : min(ends)].split()) <= _MOST_TAG_WORDS:
        _cut(piece, found.start(), min(ends), "tags")


def _cut_about_outlet(text: str, piece: Piece) -> None:
    """The outlet's words about itself at the end ("X is the leading daily newspaper …")."""
    for start, end in sentences(text, max(piece.start, piece.end - ZONE), piece.end):
        if start > piece.start and _ABOUT.match(text, start, end) and names_in(text, start, end, _OUTLET_KINDS):
            _cut(piece, start, piece.end, "about_outlet")
            return
