"""A page's name for its outlet, where no register knows it: first line, title, copyright line, byline, own reporting.

A name needs a word that outlets are called by ("Post", "Radio"), or its repetition on the page, or the top of the page.
Refuses labels of sections and releases, and never takes a name out of running text but "told the X".
"""

import re
from itertools import takewhile

from crossreport.gazetteer.countries import country_code
from crossreport.reading.bodies import body_named
from crossreport.reading.chat import channel_of
from crossreport.reading.dateline import Dateline, known_place
from crossreport.reading.draft import Draft, Piece
from crossreport.reading.furniture import lexicon, rule_of
from crossreport.reading.letterhead import MOST_ISSUER, RELEASE, channel_name, is_channel, letterhead, names_issuer
from crossreport.reading.sources import source_by_name
from crossreport.reading.written_dates import written_dates

_TOP = 4  # lines
_MOST_WORDS = 6
_WORD = r"[^\W\d_a-zß-ÿ][\w'’&-]*(?:\.\w+)*"
_NAME = rf"(?:The )?{_WORD}(?: (?:{_WORD}|of|the|del|de|du|for|and|al|&)){{0,5}}"
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)(?: ?(?:©|\([cC]\)))?[\s,:]*"
    rf"(?:\d{{4}}(?: ?[-–] ?\d{{4}})?)?[\s,:]*(?:by )?(?P<name>{_NAME})"
)
_ENDS = re.compile(
    r"(?i)[.,\s]*(?:\ball rights\b.*|\b(?:inc|ltd|llc|co|plc|gmbh)\.?\s*|\bcontact\b.*|\bterms\b.*|\bprivacy\b.*)$"
)
_BYLINE = re.compile(
    rf"^(?i:by )?(?i:an? |our )?(?i:staff |special )?(?i:reporters?|correspondents?|writers?)"
    rf"[, ]+(?:(?i:of|for|at) )?(?P<name>{_NAME})$|"
    rf"^(?i:by )?(?P<own>{_NAME}?),? (?i:staff|newsroom|news desk|web desk|correspondents?|reporters?)$"
)
_SOURCE = re.compile(rf"^(?i:source|origin|publisher|published by|from) ?: ?(?P<name>{_NAME})\s*(?:<[^<>\s]+>\s*)?$")
_TOLD = re.compile(rf"\b(?:told|tells|informed) (?:the )?(?P<name>{_NAME})")
_SITE = re.compile(r"(?:www\.)?(?P<name>[^\W\d_][\w-]{2,30})\.[a-z]{2,}(?:\.[a-z]{2,})?", re.I)
_NUMBERED = re.compile(rf"(?P<name>{_NAME}?),? (?:[Nn]o\.?|[Ii]ssue|[Nn]umber|#) ?\d+")
_FREQUENCY = re.compile(
    r"(?i)\s*\b(?:(?:FM|AM) ?)?\d{2,4}(?:\.\d{1,2})? ?(?:FM|AM|MHz|kHz)\b|\s*\b(?:FM|AM) ?\d{2,4}(?:\.\d{1,2})?$"
)
_HEADS = frozenset({"section_label", "not_main_text"})
_PRODUCED = re.compile(
    rf"^(?i:(?:this (?:report|bulletin|update|document|note|brief|list) (?:is|was|has been) )?"
    rf"(?:produced|prepared|compiled|issued|published) by ?:? )(?:the )?(?P<name>{_NAME})"
)
_EDITION = re.compile(r"\s*(?:\([^()]*\)|,[^,]*\b(?:[Ee]dition|[Pp]ages?|[Ss]ervice)\b.*)$")
_HEADER = re.compile(r"\s*[|•·»>›/]\s*")
_SEPARATOR = re.compile(r"\s+[|•·»«›>–—-]\s+|\s*\|\s*|:\s+")
_MEDIUM = re.compile(r"^\[[^\[\]]{2,20}\]\s+")  # "[Telegram] River Wire"


def page_name(draft: Draft, title: str | None, dateline: Dateline | None = None) -> str | None:
    """The outlet's name for itself; None without a sure sign of it."""
    own = (
        [channel_of(draft)],
        _copyrights(draft),
        _closing(draft),
        [_issuer(draft)] if not is_channel(draft) else [],
        [_letterhead(draft)],
        _top(draft),
        _below_title(draft),
        _in_title(draft, title),
        _numbered(title),
        _bylines(draft),
        _produced(draft),
    )
    for names in (*own, _agency(draft, dateline), _told(draft)):
        found = [name for name in names if name]
        if found:
            return _written(draft, found[0])
    return None


def _copyrights(draft: Draft) -> list[str | None]:
    passages = [piece.text for piece in draft.pieces if piece.dropped is not None]
    passages += [draft.text[cut.start : cut.end] for piece in draft.pieces for cut in piece.cuts]
    return [
        _checked(draft, _ENDS.sub("", found.group("name")), least=1)
        for passage in passages
        for found in _COPYRIGHT.finditer(passage)
    ]


def _closing(draft: Draft) -> list[str | None]:
    """A name that stands alone behind a copyright sign below the report, whatever it is made of."""
    end = max((piece.end for piece in draft.kept() if piece.prose), default=0)
    lines = [piece.text.strip() for piece in draft.pieces if piece.dropped is not None and piece.start >= end]
    found = [match for line in lines if len(line.split()) <= _MOST_WORDS and (match := _COPYRIGHT.match(line))]
    return [_checked(draft, _ENDS.sub("", match.group("name")), least=1, sure=True) for match in found]


def _issuer(draft: Draft) -> str | None:
    """The unit or office that heads a press release."""
    top = draft.pieces[:_TOP]
    below = draft.pieces[: _TOP * 2]
    lines = [
        piece for piece in below if (piece.dropped is not None or piece.kind != "paragraph") and not piece.sentence
    ]
    released = any(RELEASE.search(piece.text) for piece in lines if len(piece.words) <= MOST_ISSUER)
    for index, piece in enumerate(top if released else []):
        heads = piece.dropped in _HEADS or (index == 0 and piece.kind == "title")
        if heads and names_issuer(piece) and not RELEASE.search(piece.text):
            return _as_line(piece) if len(piece.words) <= MOST_ISSUER else None
    return None


def _letterhead(draft: Draft) -> str | None:
    """The first line of a channel's page, or a line that is the name of an office and nothing more."""
    head = letterhead(draft)
    if head is None:
        return None
    return (channel_name(head) if is_channel(draft) else _as_line(head)) or None


def _as_line(piece: Piece) -> str:
    """The line, without the initials behind its name ("River Movement - M12")."""
    line = " ".join(piece.text.strip(" |:-–—").split())
    name, *behind = _SEPARATOR.split(line)
    return name if len(behind) == 1 and len(behind[0].split()) == 1 else line


def _produced(draft: Draft) -> list[str | None]:
    """ "This report is produced by OCHA Sudan in collaboration with …"."""
    found = (_PRODUCED.match(piece.text) for piece in draft.pieces)
    return [_checked(draft, match.group("name"), least=1, sure=True) for match in found if match]


def _top(draft: Draft) -> list[str | None]:
    """The first lines of the page above its headline, or the first segment of such a line."""
    names: list[str | None] = []
    for index, piece in enumerate(draft.pieces[:_TOP]):
        if piece.kind == "title":
            break
        if piece.dropped == "section_label" or (index == 0 and piece.dropped is None and not piece.prose):
            names.append(body_named(piece.text))
            first, *others = (segment.strip("[] ") for segment in _SEPARATOR.split(_MEDIUM.sub("", piece.text)))
            least = 1 if index == 0 and not others and _above_day(draft) and not known_place(first) else 2
            names.append(_checked(draft, first, least=least, sure=index == 0 and rule_of(piece) is None))
            ours = index == 0 and _is_country(first)  # "Republic of X - Ministry of Defence, Press Office"
            names += [_checked(draft, other.split(",")[0], least=2, sure=ours) for other in others if index == 0]
        elif index == 0 and piece.dropped == "menu" and len(_SEPARATOR.split(piece.text)) > 1:
            names.append(_checked(draft, _SEPARATOR.split(piece.text)[0], least=2))
        elif index == 0 and (piece.dropped or "").startswith("furniture"):
            least = (
                1 if _said(draft, piece.text.strip()) > 1 else 2
            )  # "RiverNet" above "[RiverNet, Friday, 17 October]"
            names.append(_checked(draft, piece.text, least=least, sure=_heads_menu(draft) and rule_of(piece) is None))
        elif index == 0 and piece.dropped == "byline" and piece.text.isupper():
            names.append(_checked(draft, piece.text, least=2))  # "THE FRONTIER REPORTER"
    return names


def _below_title(draft: Draft) -> list[str | None]:
    """A name that stands alone between headline and report, or with nothing but a day: "River Wire, 12 June 2023"."""
    at = next((n for n, piece in enumerate(draft.pieces) if piece.kind == "title"), len(draft.pieces))
    lines = draft.pieces[at + 1 : at + 1 + _TOP]
    return [_checked(draft, _without_day(piece.text), least=2) for piece in lines if piece.dropped in _BELOW]


_BELOW = frozenset({"section_label", "date_line"})


def _without_day(line: str) -> str:
    """The line without the day behind a name and what follows it: "River Wire | 12 June 2023, 22:15"."""
    dates = written_dates(line)
    return line[: dates[0].start].strip(" ,|·•–—-(") if dates and dates[0].start else line


def _above_day(draft: Draft) -> bool:
    """Whether the second line gives the page's day, and a headline follows: "Riverfront", "04.08.2022, 17:45"."""
    second, third = (*draft.pieces[1:3], None, None)[:2]
    return second is not None and second.dropped == "date_line" and third is not None and third.kind == "title"


def _heads_menu(draft: Draft) -> bool:
    """Whether the second line is a row of sections ("News · Border · Opinion"): the first names the site."""
    second = draft.pieces[1] if len(draft.pieces) > 1 else None
    return second is not None and second.dropped is not None and len(_ROW.findall(second.text)) >= _LEAST_SECTIONS


_ROW = re.compile(r" [·•|/>»] ")
_LEAST_SECTIONS = 2  # marks between sections


def _in_title(draft: Draft, title: str | None) -> list[str | None]:
    segments = _SEPARATOR.split(title or "")
    if len(segments) < 2:
        return []
    last = segments[-1].strip()
    site = _SITE.fullmatch(last)
    if site:
        return [_checked(draft, site.group("name"), least=1, sure=True)]
    first = segments[0].strip()
    if len(segments) == 2 and RELEASE.search(last):
        return [_checked(draft, first, least=2, sure=True)]  # "Shelter Cluster Kisala: Flash Update No. 3"
    heads = draft.pieces[0].kind == "title" and all(_capital(word) for word in first.split())  # a masthead, no headline
    return [_checked(draft, segment, least=2) for segment in ((first, last) if heads else (last, first))]


def header_name(draft: Draft, tab: str | None) -> str | None:
    """What stands both last in `<title>` and first in a line above the headline ("River Post | Local | Police").

    The first part counts, too, if nothing but a label follows ("River Command - official").
    """
    first, *others = map(_edition_off, _SEPARATOR.split(" ".join((tab or "").split())))
    labelled = others and not any(word[0].isupper() for part in others for word in part.split())
    name = first if labelled else (others or [""])[-1]
    if not name or _key(name) not in _headers(draft) or not _can_be_site(name.split(), sure=True):
        return None
    return name


def _headers(draft: Draft) -> set[str]:
    """How the lines above the headline begin, headings aside."""
    above = takewhile(lambda piece: piece.kind != "title", draft.pieces[:_TOP])
    return {_key(_HEADER.split(piece.text.strip())[0]) for piece in above if not piece.heading}


def _edition_off(name: str) -> str:
    """A site's name without its edition: "El Faro (English)", "Gazette of the Lakes, English pages"."""
    return _EDITION.sub("", name).strip()


def tab_name(title: str | None, tab: str | None) -> str | None:
    """What `<title>` gives beside a headline: "Bridge hit in Port Amal - Radio Amal" over "Bridge hit, two dead".

    The headline of the tab shares words with that of the page; its last segment, no part of that headline, is then
    the site's name. Behind the page's own headline, word for word, one word is enough ("| Reuters").
    """
    headline, whole = (" ".join((line or "").split()) for line in (title, tab))
    *before, last = _SEPARATOR.split(whole)
    last = _edition_off(last)
    words, told = last.split(), {_key(word) for word in headline.split()}
    same = bool(headline) and whole.startswith(headline)
    if not before or not words or not headline or (not same and last.casefold() in headline.casefold()):
        return None
    shared = {_key(word) for part in before for word in part.split()} & told
    if not same and (len(shared) < _SHARED or len(words) < _LEAST_NAME):
        return None
    return last if len(whole) > len(headline) and _can_be_site(words, same) and not written_dates(last) else None


def _can_be_site(words: list[str], sure: bool) -> bool:
    """Not of labels alone; where the tab's headline is another, of none ("Breaking News Live")."""
    keys, labels = {_key(word) for word in words}, lexicon().not_outlets | lexicon().menu_words
    labelled = bool(keys & lexicon().not_outlets) or keys <= labels if sure else bool(keys & labels)
    # Behind the page's own headline a part of the world is a section alone ("Middle East"), not within a name.
    section = bool(keys) and keys <= labels | lexicon().bearings if sure else _names_section(words)
    refused = labelled or section or (sure and _is_country(" ".join(words)))
    named = sure and bool(keys & (lexicon().outlet_words | lexicon().issuers))
    return (
        len(words) <= (_MOST_NAMED if named else _MOST_NAME) and not refused and all(_capital(word) for word in words)
    )


_LEAST_NAME, _MOST_NAME = 2, 5  # words of a site's name; one may be a section's, but behind the page's own headline
_MOST_NAMED = 9  # of an office's or outlet's, as a word of it says: "Media Centre of the Ministry of Defence, Kisala"
_SHARED = 2  # words of two headlines of one report


def _numbered(title: str | None) -> list[str | None]:
    """A bulletin whose headline is its name and number."""
    found = _NUMBERED.match(title or "")
    words = found.group("name").split() if found else []
    return [" ".join(words)] if words and _key(words[-1]) in lexicon().outlet_words else []


def _agency(draft: Draft, dateline: Dateline | None) -> list[str | None]:
    """The agency of the dateline: a page that shows no other outlet is its own.

    In brackets behind place and day stands nothing but an agency, be its name of one word.
    """
    named = dateline.agency.quote if dateline and dateline.agency else ""
    source = source_by_name(named)
    dated = dateline is not None and dateline.place is not None and dateline.date is not None
    return [source.name if source else _checked(draft, named, least=1 if dated else 2, sure=dated)]


def _bylines(draft: Draft) -> list[str | None]:
    lines = [
        piece.text.strip()
        for piece in draft.pieces
        if piece.dropped in ("byline", "credit", "tail", "section_label", "contact")
    ]
    found = [match for line in lines for pattern in (_BYLINE, _SOURCE) if (match := pattern.match(line))]
    return [
        _checked(draft, match.groupdict().get("name") or match.groupdict().get("own") or "", least=1) for match in found
    ]


def _told(draft: Draft) -> list[str | None]:
    """Whom a source told, if it is one unregistered outlet: pages of partisan outlets name themselves so."""
    names = {
        name
        for piece in draft.kept()
        for found in _TOLD.finditer(piece.text)
        if (name := _checked(draft, _longest(found.group("name")), least=2)) and source_by_name(name) is None
    }
    return [names.pop()] if len(names) == 1 else []


def _longest(words: str) -> str:
    """A name up to the last word that outlets are called by: what follows may belong to the sentence."""
    parts = words.split()
    last = max((i for i, part in enumerate(parts) if _key(part) in lexicon().outlet_words), default=-1)
    return " ".join(parts[: last + 1])


def _checked(draft: Draft, name: str, *, least: int, sure: bool = False) -> str | None:
    """The name, if it can be an outlet's: capitalised, short, no label, no date; with a sign that it is one."""
    whole = name.strip(" .,;:|–—-")
    name = _FREQUENCY.sub("", whole)
    words = name.split()
    if not least <= len(words) <= _MOST_WORDS or written_dates(name) or any(c.isdigit() for c in name):
        return None
    if _is_country(name):
        return None
    keys = {_key(word) for word in words}
    labels = lexicon().not_outlets | lexicon().menu_words
    if (
        keys & lexicon().not_outlets
        or keys <= labels
        or (_names_section(words) and not (sure and _heads_menu(draft)))
        or not all(_capital(word) for word in words)
    ):
        return None
    if keys & lexicon().outlet_words or sure or _said(draft, name) > 1 or source_by_name(name):
        return whole
    return None


def _is_country(name: str) -> bool:
    """Whether a name, no code of three letters, is a country's."""
    return len(name) > _CODE and country_code(name) is not None


_CODE = 3  # letters


def _names_section(words: list[str]) -> bool:
    """ "Middle East News", "Eastern Region": a part of the world with no word behind it that only outlets have."""
    last, own = _key(words[-1]), lexicon()
    named = last in own.outlet_words and last not in own.menu_words | own.issues
    return not named and bool({_key(word) for word in words} & own.bearings)


def _said(draft: Draft, name: str) -> int:
    """In how many dropped lines of the page a name stands."""
    return sum(name.casefold() in piece.text.casefold() for piece in draft.pieces if piece.dropped is not None)


def _capital(word: str) -> bool:
    return word in lexicon().small_words - _ADRIFT or word == "&" or word[0].isupper()


def _key(word: str) -> str:
    return word.strip(".,:'’").casefold()


def _written(draft: Draft, name: str) -> str:
    """The registered name; a name in capitals as the page writes it elsewhere, else in small letters."""
    source = source_by_name(name)
    if source:
        return source.name
    if not name.isupper() or len(name) < 6:
        return name.removeprefix("The ")
    found = re.search(re.escape(name), draft.text.replace(name, ""), re.IGNORECASE)
    return (found.group() if found else _in_small_letters(draft, name)).removeprefix("The ")


_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)")
_ROMAN = re.compile(r"(?=[IVXL])X{0,3}(?:IX|IV|V?I{0,3})|XL|L")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,}")
_ADRIFT = frozenset({"on", "at", "by", "from"})  # of headlines rather than of names
_MOST_ACRONYM = 7  # letters


def _in_small_letters(draft: Draft, name: str) -> str:
    """A name in capitals as titles are written, but for numerals and what the page's sentences keep in capitals."""
    prose = [piece for piece in draft.kept() if piece.prose and not piece.text.isupper()]
    running = {word for piece in prose for word in piece.words if word.isupper()}
    return " ".join(_cased(word, running, first=at == 0) for at, word in enumerate(name.split()))


def _cased(word: str, running: set[str], *, first: bool) -> str:
    bare = word.strip("()[].,;:")
    if _ORDINAL.fullmatch(bare):
        return word.lower()
    if not first and bare.lower() in lexicon().small_words:
        return word.lower()
    short = len(bare) <= _MOST_ACRONYM and bare in running and not known_place(bare.title())  # "In LIMA, a bomb …"
    initials = word == f"({bare})" and len(bare) <= _MOST_ACRONYM
    if short or initials or _ROMAN.fullmatch(bare) or _NO_VOWEL.fullmatch(bare):
        return word
    return word.title().replace("'S", "'s").replace("’S", "’s")
