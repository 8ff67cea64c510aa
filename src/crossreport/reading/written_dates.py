"""Text in, written calendar dates out: day, month and year as far as they are there, with their place.

Reads what is unambiguous; "6/09/2013" gives both readings. Never fills in a part that is not written.
"""

import re
from calendar import monthrange
from datetime import date

from msgspec import Struct

from crossreport.reading.calendars import foreign_dates
from crossreport.words.spoken import MONTHS

_MONTHS = [month.lower() for month in MONTHS]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|"
    r"SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?|"
    r"MON(?:DAY)?|TUE(?:SDAY)?|WED(?:NESDAY)?|THU(?:RSDAY)?|FRI(?:DAY)?|SAT(?:URDAY)?|SUN(?:DAY)?)"
)
_YEAR = r"(?P<y{n}>(?:19|20)\d\d)"
_DMY = (
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)?[ /-](?P<m1>{MONTH})\.?"
    rf"(?:,?[ /-]?\(?{_YEAR.format(n=1)}\b\)?)?"
)
_MDY = rf"(?P<m2>{MONTH})(?:\. ?| )(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:(?:,? ?\(?|/){_YEAR.format(n=2)}\b\)?)?"
_MDY_GLUED = rf"(?P<m5>{MONTH})\.? (?P<d5>\d{{2}}){_YEAR.format(n=5)}\b"  # "Feb 092015"
_CAPITAL_MONTH = (
    r"(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|"
    r"OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
# "LIMA, 3 FEB 89 (EFE)": a year of two digits, as monitoring services wrote it; behind a place's comma and before an
# agency in brackets, in capitals also before a dash or the line's end: elsewhere the two digits may count something.
_CREDITED = r"(?=\s*[(\[][A-Z])"
_CLOSED = r"(?=\s*(?:$|[(\[\r\n–—]|-(?!\d)))"
SHORT_DAY = rf"\d{{1,2}} (?:{_CAPITAL_MONTH}\.? \d\d{_CLOSED}|{MONTH}\.? \d\d{_CREDITED})"
_SHORT = rf"(?<=[A-Za-z)], )(?P<short>{SHORT_DAY})"
_LAST_SHORT = 35  # "35" is 2035, "36" is 1936
_MY = rf"(?P<m3>{MONTH})\.?,? {_YEAR.format(n=3)}\b"
_ISO = rf"{_YEAR.format(n=4)}[-/.](?P<m4>\d{{1,2}})[-/.](?P<d4>\d{{1,2}})(?!\d)"
_NUM = r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y6>(?:19|20)\d\d)"
# "09.01.23", "Monday 9/1/23, 14:20": at the end of a date line alone; elsewhere such numerals may number something.
_NUM_SHORT = (
    r"(?:(?<![^\n])|(?<=day )|(?<=day, )|(?<=[A-Za-z], )|(?<=[|:] ))(?P<sa>\d{1,2})"
    rf"(?:(?P<ss>[./])(?P<sb>\d{{1,2}})(?P=ss)|-(?P<sm>{MONTH})-)"
    r"(?P<sy>\d\d)(?=(?:(?:,| \||,? at)? \d{1,2}[:.]\d\d)?[ \t\r]*(?:\n|$))"
)
_RANGED = rf"(?:(?<=[^\w-]\d-)|(?<=[^\w-]\d\d-))(?=\d{{1,2}} {MONTH})"  # the last day of "10-14 June 2024"
_ANY = re.compile(
    rf"(?:(?<![\w-])|{_RANGED})(?:(?P<w>{WEEKDAY})\.?,? (?:the )?)?"
    rf"(?:{_NUM_SHORT}|{_SHORT}|{_MDY_GLUED}|{_MDY}|{_DMY}|{_MY}|{_ISO}|{_NUM})"
)
_ZONE = r"(?:GMT|UTC|KSA|EST|EDT|BST|CET|IRST|Beirut|local time)"
_TIME = (
    rf"(?:(?:T|,? ?(?:at |[-–—] |\| )?)(?:{_ZONE} ?)?\(?\d{{1,2}}[:.h]?\d{{2}}(?:[:.]?\d{{2}})?"
    rf"(?: ?[apAP]\.?[mM]\.?)?\)?"
    rf"(?:Z\b| ?[+-]\d\d:?\d\d\b| ?\(?{_ZONE}[^A-Za-z]{{0,8}}\)?)?)"
)
_LABEL = (
    r"(?:last |first |date of |\()?(?:publication|published|updated?|posted|modified|created|released|issued|filed|"
    r"uploaded|submitted|situation|as|reporting|edition|date|time)(?: as)?(?: (?:on|at|of|date|time))?(?: ?[:|-] ?| )"
)
_BY = r"(?:,? by (?:[A-Z][\w'’.-]+ ){2}(?=[A-Z0-9]))"
_HEADER = re.compile(
    rf"(?P<label>(?i:(?<!\w){_LABEL}(?:\d{{3,4}} )?))?(?P<core>(?P<date>{_ANY.pattern})(?:{_TIME}){{0,3}}\)?)"
    rf"(?P<by>{_BY})?[\s.,|–-]*"
)
_BYLINED = re.compile(
    rf"(?:{_ANY.pattern})(?:{_TIME}){{0,2}}[\s,|–-]*(?:(?i:by) [^.!?]{{2,40}})?\."
)  # with a full stop
_PREPOSITION = re.compile(
    r"(?:\b(?i:on|in|of|since|from|until|till|by|to|after|before|between|and|for|around|during|about|dated)\s*|[,(]\s*|"
    r"(?<!\s)[–-]\s*|[–-])$"
)
# What may stand before the date in a date line: a name or two behind a separator, or who posted it.
_NAMED_BEFORE = re.compile(
    r"(?:(?:(?:[A-Z][\w'’.-]*|al-[A-Z]\w+|of|the|\d{1,5})[ ,]*){1,3}(?:\([A-Z][A-Za-z ]+\))?|\d{1,2}[:.]\d\d)"
    r"\s?[|•·,:–—-]\s*$"
)
_POSTED_BY = re.compile(
    r"(?i)^(?:posted|published|written|submitted|filed|uploaded|reported|added|created|by)\b[^.!?]{1,60}?(?:\b(?:on|at)\b|[|•·,:–—-])\s*"
    r"(?:(?:last )?updated|posted|published)?\s?:?\s*$"
)
_AGENCY_BEHIND = re.compile(r"(?<=[\d)])\s?[,|–—-]*\s?[(\[][A-Z][^()\[\]]{1,45}[)\]]\s*[.,:|–—-]*$")
_PUBLISHED_IN = re.compile(
    r"(?i)(?:(?:this|the) (?:story|article|report) (?:was )?)?(?:first |originally )?published\b"
)
_GOES_ON = re.compile(r"\s*(?:[a-z;)%]|\((?!updated)|,\s*[a-z])|\.\s*\(")
_TIME_FIRST = re.compile(r"(?i)^(?:(?:last )?updated?:?|published:?)? ?\d{1,2}[:.]\d{2}(?: ?[ap]m)? ?[,/|–-]? (?=\S)")
_SIGNED = re.compile(
    r"(?i)(?<=\d)[\s,|–—-]+by(?: [^\s(]+){1,5}(?: \((?:with|and|from) [^()]{2,40}\)?)?$"
)  # ", by the editors (with News Agency)"
_ENDS_SENTENCE = re.compile(r"(?<!\b[A-Za-z]\.[mM])[.!?]\s*$")
_MOST_DATE_LINE = 16  # words
_MOST_AROUND = 6  # words of a date line beside the date itself
HEAD = 280  # characters at the beginning of a report within which a page's own date can stand


class WrittenDate(Struct, frozen=True):
    """A date as written; parts that are not written are None. `other` is the second reading of "6-09-2013"."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    weekday: int | None = None  # 0 = Monday
    label: str = ""
    other: tuple[int, int] | None = None  # (day, month)
    slack: int = 0  # days by which a computed calendar can be off


def month_number(word: str) -> int:
    """1-12 for an English month name or its abbreviation."""
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.casefold()[:3]))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for an English weekday name or its abbreviation."""
    return next(i for i, name in enumerate(_DAYS) if name.startswith(word.casefold()[:3]))


def written_dates(text: str, start: int = 0, end: int | None = None) -> list[WrittenDate]:
    """Every written date of a passage that exists in the calendar."""
    found = (_date(match) for match in _ANY.finditer(text, start, len(text) if end is None else end))
    return sorted(
        [date for date in found if date is not None] + _foreign(text, start, end), key=lambda date: date.start
    )


def _foreign(text: str, start: int, end: int | None) -> list[WrittenDate]:
    """Dates with month names of other languages or calendars."""
    return [
        WrittenDate(f.start, f.end, f.day.day, f.day.month, f.day.year, slack=f.slack)
        for f in foreign_dates(text, start, end)
    ]


def header_dates(text: str, start: int, end: int) -> list[WrittenDate]:
    """Full dates that a passage carries as a header does: "Published July 27 2016", "… AFP Saturday 25 Jun 2016 …".

    At its beginning, with a label, or in its head between a headline and the first sentence; never within a sentence.
    """
    found = (_header(text, start, match) for match in _HEADER.finditer(text, start, end))
    return [date for date in found if date is not None]


def is_date_line(line: str) -> bool:
    """Whether a short line is a date with what stands by it in page headers: a label, a time, a byline, a section."""
    line = _AGENCY_BEHIND.sub("", line.strip("[( "))
    line = _TIME_FIRST.sub("", line.strip("[]() "))
    if _PUBLISHED_IN.match(line) or _BYLINED.fullmatch(line):
        line = line.rstrip(". ")
    line = _SIGNED.sub("", line) if line[:1].isdigit() else line
    if len(line.split()) > _MOST_DATE_LINE or _ENDS_SENTENCE.search(line):
        return False
    places = [found.span() for found in _HEADER.finditer(line) if _date(found) is not None]
    places += [(found.start, found.end) for found in _foreign(line, 0, None)]
    if not places:
        return False
    first, last = min(places)[0], max(end for _, end in places)
    before, around = line[:first], line[:first].split() + line[last:].split()
    if not before or _POSTED_BY.match(before) or line[:3].casefold() == "by ":
        return len(around) <= _MOST_AROUND
    return not around or (_NAMED_BEFORE.fullmatch(before) is not None and not line[last:].strip())


def _header(text: str, start: int, match: re.Match[str]) -> WrittenDate | None:
    date = _date(match)
    if date is None or date.day is None or date.year is None:
        return None
    if match.group("by") is None and _GOES_ON.match(text, match.end("core")):
        return None
    label = (match.group("label") or "").strip(" :|-(").casefold()
    first = match.start() == start
    before = text[max(start, match.start() - 12) : match.start()]
    in_head = match.start() <= start + HEAD and not _PREPOSITION.search(before)
    ends = text[match.end("core") : match.end("core") + 1] == "."
    if not (label or first or (in_head and not ends) or _under_head(text, start, match)):
        return None
    return WrittenDate(match.start(), match.end(), date.day, date.month, date.year, date.weekday, label, date.other)


def _under_head(text: str, start: int, match: re.Match[str]) -> bool:
    """ "Tumaco, Nariño, May 8, 2025" on a line of its own under headline and byline, a blank line behind it."""
    line = text.rfind("\n", start, match.start()) + 1
    alone = line > start and text[match.end("core") :].startswith("\n\n") and match.start() <= start + _HEAD_LINES
    return alone and _PLACES.fullmatch(text, line, match.start()) is not None


_HEAD_LINES = 400  # characters of headline, kicker and byline over such a line; set on own pages
_PLACES = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*(?: (?:de|del|la|las|los|al|el|and|of))*,? ){1,6}")


def _date(match: re.Match[str]) -> WrittenDate | None:
    part = match.groupdict()
    weekday = weekday_number(part["w"]) if part["w"] else None
    if part["a"]:
        # With dots the day comes first everywhere; with hyphens, too, in all 32 page heads of FA-KES that settle it.
        day_first = bool({".", "-"} & set(match.group()[-len("00.0000") :]))
        return _numeric(match, int(part["a"]), int(part["b"]), int(part["y6"]), weekday, day_first=day_first)
    if part["short"]:
        return _short(match, weekday)
    if part["sa"]:
        of, month = _whole_year(part["sy"]), part["sm"]
        second = month_number(month) if month else int(part["sb"])
        return _numeric(match, int(part["sa"]), second, of, weekday, day_first=part["ss"] != "/")
    month = next(part[f"m{n}"] for n in range(1, 6) if part[f"m{n}"])
    number = int(month) if month.isdigit() else month_number(month)
    day = next((int(part[f"d{n}"]) for n in (1, 2, 4, 5) if part[f"d{n}"]), None)
    year = next((int(part[f"y{n}"]) for n in range(1, 6) if part[f"y{n}"]), None)
    if not _exists(day, number, year):
        return None
    return WrittenDate(match.start(), match.end(), day, number, year, weekday)


def _short(match: re.Match[str], weekday: int | None) -> WrittenDate | None:
    """ "3 FEB 89"."""
    day, month, short = match.group("short").split()
    year = _whole_year(short)
    if not _exists(int(day), month_number(month), year):
        return None
    return WrittenDate(match.start(), match.end(), int(day), month_number(month), year, weekday)


def _whole_year(short: str) -> int:
    return int(short) + (2000 if int(short) <= _LAST_SHORT else 1900)


def _numeric(
    match: re.Match[str], a: int, b: int, year: int, weekday: int | None, *, day_first: bool
) -> WrittenDate | None:
    """Day first, as most of the world writes; the month-first reading is kept where it exists."""
    orders = ((a, b),) if day_first else ((a, b), (b, a))
    readings = [(day, month) for day, month in orders if _exists(day, month, year)]
    on_it = [(day, month) for day, month in readings if date(year, month, day).weekday() == weekday]
    readings = on_it or readings
    if not readings:
        return None
    other = readings[1] if len(readings) > 1 and readings[1] != readings[0] else None
    return WrittenDate(match.start(), match.end(), readings[0][0], readings[0][1], year, weekday, other=other)


def _exists(day: int | None, month: int, year: int | None) -> bool:
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year or 2024, month)[1])
