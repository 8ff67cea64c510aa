"""Pieces in; the headline, subtitles and what stands around the report but belongs to no rule, marked.

A headline may be absent: a first long sentence is none, and no headline is better than a wrong one.
"""

import re

from crossreport.gazetteer.countries import country_code
from crossreport.reading.bodies import body_named
from crossreport.reading.dateline import find_dateline
from crossreport.reading.draft import Draft, Piece
from crossreport.reading.furniture import lexicon
from crossreport.reading.letterhead import RELEASE, describes_channel, is_label, letterhead, names_issuer, reference
from crossreport.reading.sources import source_by_domain, source_by_name
from crossreport.reading.written_dates import WEEKDAY, is_date_line, written_dates

_LEAD_WORDS = 150  # of the report: a headline shares its words with the lead
_MOST_TITLE_WORDS = 30
_LEAST_TITLE_WORDS = 3
_MASTHEAD = re.compile(r"\s+[|•·»«–—-]\s+(?P<outlet>[^|•·»«]{2,40})$")
_FRONT = re.compile(r"(?P<outlet>[^|:»–—-]{2,40}?)\s+[-|:»–—]+\s+")
_CREDIT = re.compile(r"[(\[][^()\[\]]{2,45}[)\]]")  # "(River Radio)" in a dateline makes no masthead a headline
_BARS = re.compile(r"\s*[|•·»«]\s*")
_LAST = re.compile(r"\s+[–—-]+\s+(?P<outlet>[^–—|]{2,40})$")
_SITE_BEHIND = re.compile(r"\s+[–—-]+\s+(?P<site>[\w-]+(?:\.[\w-]+)+)$")
_MOST_OUTLET_WORDS = 5
# Items of a box of highlights, requests to the reader and the words above every release are nobody's headline.
_NO_HEADLINE = re.compile(
    r"(?i)\s*(?:[•▪●*·◦‣–-]\s|please\s|for immediate release\b|forwarded (?:from|message)\b|"
    r"(?:prepared|compiled|produced|issued|published|edited) by\b)"
)
_SUBJECT = re.compile(
    r"(?i)^\s*(?:subject|subj)\s*:\s*(?:(?:re|fwd?)\s*:\s*)*(?=\S)"
)  # of an e-mail pasted with its header
_HEADING_SIGN = re.compile(r"^\s*#{1,6}\s+(?=\S)")  # of Markdown
_PARTS = re.compile(r"\s+[|•·–—-]+\s+")
_SERVICE = re.compile(r"(?i)\b(?:service|edition|programme|program|desk|transcript|broadcast|newscast|bulletin)\b")
_NUMBER = re.compile(r"\S*\d\S*")  # "017/RIVER/06/23"
_LEAST_ROW, _MOST_SECTION = 3, 2  # parts of a row of sections; words of each
_MOST_HEAD = 8  # lines of a letterhead
_BELOW_HEAD, _LEAST_MATTER = 4, 2  # lines; words of an update's headline beside "situation update"
_LINKED = 0.5  # share of links from which a short last piece is the site's
_STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "by",
        "with",
        "and",
        "or",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "it",
        "its",
        "this",
        "that",
        "these",
        "those",
        "after",
        "before",
        "over",
        "under",
        "near",
        "new",
        "more",
        "than",
        "says",
        "said",
        "say",
        "not",
        "no",
        "but",
        "who",
        "which",
        "their",
        "his",
        "her",
        "he",
        "she",
        "they",
        "into",
        "amid",
        "against",
        "between",
        "about",
        "during",
        "while",
        "will",
        "would",
        "could",
        "may",
        "can",
        "one",
        "two",
    ]
)


def content_words(text: str) -> set[str]:
    """The words of a text that carry its matter, casefolded."""
    words = {word.casefold() for word in re.findall(r"[^\W_]+", text)}
    return {word for word in words if len(word) > 2 and word not in _STOP}


def mark_headline(draft: Draft, hint: str | None = None, *, plain: bool = True) -> Piece | None:
    """The piece that is the headline; the lines around it are marked subtitle or dropped.

    `hint` is the title that an HTML page gives in its metadata. In a `plain` text what follows the last sentence is the
    page's tail; of an HTML page, whose main text is known, only headings and links are.
    """
    head = letterhead(draft) if plain else None
    if head is not None and head.dropped is None:
        head.dropped = "section_label"
    if head is not None:
        _keep_update(draft)
    kept = [piece for piece in draft.kept() if not piece.heads]
    first = next((i for i, piece in enumerate(kept) if _opens_report(piece)), None)
    if first is None:
        return _only_line(kept)
    if _said_again(kept[first], kept[first + 1 :][:1]):
        first += 1
    before = [piece for piece in kept[:first] if head is None or piece.text != head.text]
    title = _best(before, kept[first:], hint, headed=head is not None)
    if title is None and plain:
        title = _label_of_paper(draft, kept[first].start)
    for piece in kept[:first]:
        if title is None or piece is title:
            continue
        _place_head(piece, above=piece.start < title.start)
    if title is None:
        _drop_short(kept[:first], "section_label")
    else:
        title.kind = "title"
    _mark_inner(kept[first:], plain=plain)
    return title


def title_text(title: str, outlet: str | None = None) -> str:
    """The headline without the outlet's name and the section before or behind it ("… | Jordan Times").

    >>> title_text("The River Gazette | Five die in raid on a village | Region")
    'Five die in raid on a village'
    """
    title = _SUBJECT.sub("", _HEADING_SIGN.sub("", title))
    segments = [segment.strip() for segment in _BARS.split(title) if segment.strip()]
    undated = [each for each in segments if not (is_date_line(each) or _dated_label(each))]
    if 0 < len(undated) < len(segments):
        segments, title = undated, undated[0]
    if len(segments) > 1:
        told = [each for each in segments if not _names_outlet(each, outlet)] or segments
        title = max(told, key=lambda each: len(each.split()))
    site = _SITE_BEHIND.search(title)
    if site and source_by_domain(site.group("site")):
        title = title[: site.start()].strip()
        section = _LAST.search(title)  # "… - Pakistan - RIVER.COM"
        return title[: section.start()].strip() if section and country_code(section.group("outlet")) else title
    last = _LAST.search(title)
    if last and _names_outlet(last.group("outlet"), outlet):
        return title[: last.start()].strip()
    front = _FRONT.match(title)
    if front and (_names_outlet(front.group("outlet"), outlet) or is_date_line(front.group("outlet"))):
        return title_text(title[front.end() :], outlet)
    return title.strip()


def _names_outlet(segment: str, outlet: str | None) -> bool:
    """Whether a part of a title is the page's outlet, a registered one, or capitalised words that end in one's word."""
    plain = segment.strip().removeprefix("The ")
    if source_by_name(plain) or (outlet and plain.casefold() == outlet.casefold()):
        return True
    words = plain.split()
    ends = {words[0].casefold(), words[-1].casefold()} if 2 <= len(words) <= _MOST_OUTLET_WORDS else set()
    return bool(ends & lexicon().outlet_words) and segment.strip().startswith("The ") and plain.istitle()


def masthead(title: str) -> str | None:
    """The outlet's name behind a headline, or a registered one before it."""
    front = _FRONT.match(title)
    if front and source_by_name(front.group("outlet")):
        return front.group("outlet")
    found = _MASTHEAD.search(title)
    return found.group("outlet").strip() if found else None


def _keep_update(draft: Draft) -> None:
    """Below a letterhead "Situation update - Lakes and Hills" is a headline, be it short and without a verb."""
    for piece in draft.pieces[1:_BELOW_HEAD]:
        if (piece.dropped or "").startswith("furniture") and _is_update(piece):
            piece.dropped = None


def _label_of_paper(draft: Draft, report: int) -> Piece | None:
    """Where no line is a headline, what a paper calls itself below its letterhead: "SITREP 117", "Press Statement"."""
    for piece in draft.pieces[:_MOST_HEAD]:
        if piece.start >= report:
            break
        if is_label(piece) and not (_NO_HEADLINE.match(piece.text) or names_issuer(piece)):
            piece.dropped = None
            return piece
    return None


def _is_update(piece: Piece) -> bool:
    """Whether a line names a kind of release and, beside it, what it is on."""
    found = RELEASE.search(piece.text)
    rest = piece.text[: found.start()] + piece.text[found.end() :] if found else ""
    return (
        len(content_words(_NUMBER.sub(" ", rest))) >= _LEAST_MATTER
        and _could_be_title(piece)
        and not written_dates(piece.text)
    )


def _opens_report(piece: Piece) -> bool:
    return piece.prose and not piece.heading and not (piece.text.isupper() and len(piece.words) <= _MOST_TITLE_WORDS)


def _only_line(kept: list[Piece]) -> Piece | None:
    """A page without a paragraph: its first line is the headline if it is no sentence and something follows."""
    if len(kept) > 1 and _could_be_title(kept[0]) and len(kept[0].words) >= _LEAST_TITLE_WORDS:
        kept[0].kind = "title"
        return kept[0]
    return None


def _could_be_title(piece: Piece) -> bool:
    if _NO_HEADLINE.match(piece.text) or _dated_label(piece.text) or reference(piece.text):
        return False
    words = len(piece.words)
    ends_open = piece.text.isupper() or not re.search(r"(?<!\.)[.;:,]$", piece.text)
    return 2 <= words <= _MOST_TITLE_WORDS and (ends_open or piece.heading > 0)


def _dated_label(line: str) -> bool:
    """Whether a line is a section's label with a date and nothing more: "Analysis    Saturday, 27 September 1997"."""
    dates = written_dates(line)
    rest = line[: dates[0].start] + line[dates[-1].end :] if dates else line
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", rest) if not re.fullmatch(WEEKDAY, word)}
    return bool(dates) and words <= lexicon().menu_words | lexicon().not_outlets | lexicon().frames


def _best(before: list[Piece], body: list[Piece], hint: str | None, *, headed: bool) -> Piece | None:
    """The line before the report that shares most with its lead, the first of equals.

    `headed`: the page has a letterhead; below one, and below a masthead, a line with a
    number that shares nothing with the report is an address or a date.
    """
    opening = " ".join(piece.text for piece in body)[: _LEAD_WORDS * 8]
    lead = content_words(_CREDIT.sub(" ", opening))
    candidates = [
        piece
        for piece in before
        if (_could_be_title(piece) or _said_again(piece, body))
        and not (_is_place_of(piece, body) or body_named(piece.text) or _is_service(piece))
        and not (describes_channel(piece.text.strip()) or _is_row(piece))
    ]
    candidates = [piece for piece in candidates if not country_code(piece.text)] or candidates
    scored = [(_score(piece, lead, hint), -piece.start, piece) for piece in candidates]
    below = headed or any(score < 0 for score, *_ in scored)
    told = [each for each in scored if each[0] != 0 or _stands_alone(each[2], below=below)]
    best = max(told, key=lambda entry: entry[:2], default=None)
    return best[2] if best else None


def _stands_alone(piece: Piece, *, below: bool) -> bool:
    """Whether a line that shares nothing with the report can be its headline; `below` a masthead or letterhead."""
    return len(piece.words) > _LEAST_TITLE_WORDS and not (below and re.search(r"\d", piece.text))


def _said_again(piece: Piece, body: list[Piece]) -> bool:
    """A line with a full stop is a headline if the report begins with it once more."""
    words = [word.casefold() for word in piece.words]
    opening = [word.casefold() for word in body[0].words[: len(words) + 12]] if body else []
    starts = range(max(len(opening) - len(words) + 1, 0))
    again = any(opening[i : i + len(words)] == words for i in starts)
    return again and _LEAST_TITLE_WORDS < len(words) <= _MOST_TITLE_WORDS


def _is_place_of(piece: Piece, body: list[Piece]) -> bool:
    """Whether the line is the address of a letterhead with which the report's dateline begins once more."""
    line = " ".join(piece.text.split())
    opening = " ".join(body[0].text.split()) if body else ""
    if not opening.casefold().startswith(line.casefold()):
        return False
    dateline = find_dateline(opening, 0, len(opening))
    return dateline is not None and dateline.place is not None and dateline.span.end >= len(line)


def _score(piece: Piece, lead: set[str], hint: str | None) -> int:
    words = content_words(piece.text)
    shared = min(len(words & lead), 6)
    hinted = 10 if hint and words and len(words & content_words(hint)) >= 0.7 * len(words) and len(words) > 2 else 0
    return hinted + shared + (3 if piece.heading == 1 else 0) + _is_update(piece) - _is_masthead(piece)


def _is_masthead(piece: Piece) -> bool:
    """Whether a line is capitalised words with one at an end that outlets are called by: "THE RIVER REVIEW"."""
    return _bears_outlet(piece.text)


def _bears_outlet(line: str) -> bool:
    words = line.strip().removeprefix("The ").removeprefix("THE ").split()
    short = 2 <= len(words) <= _MOST_OUTLET_WORDS and all(_is_large(word) for word in words)
    return short and bool({words[0].casefold(), words[-1].casefold()} & lexicon().outlet_words)


def _is_large(word: str) -> bool:
    """Whether a word is written as in a name: "River", "al-Nahr", "&"."""
    return word in ("&", "of") or any(part[:1].isupper() for part in word.split("-"))


def _is_row(piece: Piece) -> bool:
    """Whether a line is a row of a site's sections: "Advocacy | Reports | Maps"."""
    parts = _BARS.split(piece.text)
    return len(parts) >= _LEAST_ROW and all(len(part.split()) <= _MOST_SECTION for part in parts)


def _is_service(piece: Piece) -> bool:
    """Whether a line is a masthead with its edition: "RADIO RIVER — ENGLISH SERVICE FOR THE DIASPORA"."""
    first, *others = _PARTS.split(piece.text)
    words = [word for other in others for word in re.findall(r"[^\W\d_]+", other)]
    large = sum(word[0].isupper() for word in words)
    return bool(words) and _bears_outlet(first) and large * 2 > len(words) and bool(_SERVICE.search(others[-1]))


def _place_head(piece: Piece, *, above: bool) -> None:
    """A line beside the headline: a second deck is a subtitle, anything shorter a label of the site."""
    if above and not piece.sentence:
        piece.dropped = "section_label"
    elif len(piece.words) >= 5:
        piece.kind = "subtitle" if not piece.sentence else "paragraph"
    else:
        piece.dropped = "section_label"


def _drop_short(pieces: list[Piece], reason: str) -> None:
    for piece in pieces:
        if len(piece.words) < 5 and not piece.sentence:
            piece.dropped = reason


def _mark_inner(body: list[Piece], *, plain: bool) -> None:
    """Crossheads become subtitles; what follows the last sentence without being one is the page's tail."""
    last = max((i for i, piece in enumerate(body) if _ends_report(piece)), default=0)
    while last + 1 < len(body) and body[last + 1].short_sentence:
        last += 1
    for piece in body[:last]:
        if piece.heading or not (piece.prose or piece.sentence or _list_item(piece)):
            piece.kind = "subtitle"
    for piece in body[last + 1 :]:
        if plain or piece.heading or piece.links > _LINKED:
            piece.dropped = "tail"


def _ends_report(piece: Piece) -> bool:
    return piece.prose or piece.sentence or piece.tells or piece.entry


def _list_item(piece: Piece) -> bool:
    """Items of a list and lines of speech are text, though they end without a full stop."""
    return piece.entry or bool(re.match(r"""[-–—•*·▪●]\s|\d+[.)]\s|["'“‘]""", piece.text)) or piece.terminal
