"""The first paragraph in; its dateline out: "BEIRUT, Sept 23, (Agencies):", "GOMA, Congo (Reuters) -", "(AFP) -".

A place in capitals needs no agency, a place in small letters does, or a date, or a dash before a capital letter.
"""

import re

from msgspec import Struct

from crossreport.gazetteer import gazetteer
from crossreport.gazetteer.countries import country_code
from crossreport.model import Span
from crossreport.reading.sources import source_by_name
from crossreport.reading.written_dates import MONTH, SHORT_DAY, WEEKDAY

_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:[ /][A-ZÀ-Þ'’.-]{2,}){0,3}"
_TITLE = (
    r"(?:[A-Z][\w'’-]+|[Aa]l-[A-Z][\w'’-]+)(?:[ /-](?:[A-Z][\w'’-]+|of|the|city|d['’][A-Z]\w+|al-[A-Z][\w'’-]+)){0,4}"
)
_LAND = rf",\s?(?!(?:{WEEKDAY}|{MONTH})\b){_TITLE}(?:\.)?"
_COUNTRY = rf"(?:{_LAND})?"
_LANDS = rf"(?:(?:{_LAND}){{1,2}}|\s?\({_TITLE}\)(?=,|\s?[–—|-]\s?\w))?"  # ", Yobe State, Nigeria", " (Nigeria),"
_YEAR = r"(?:(?:,? \(?|/)(?:19|20)\d\d\b\)?)"
_DAY = rf"(?:{MONTH}(?:\. ?| )\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}\.?)"
_NUMERALS = r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_WRITTEN = rf"(?:{WEEKDAY}\.?,? )?(?:{SHORT_DAY}|{_DAY}{_YEAR}?|{_NUMERALS})"
_BEFORE_DATE = r"(?:,?\s|\.\s|\s?[|–—]\s?|\s-\s)"
# "19 Dey 1401 (9 January 2023)": the day in a calendar of its own, before the same day in brackets.
_OWN_CALENDAR = r"(?:\d{1,2} [A-Z][\w'’-]+(?: [\w'’-]+)? 1[34]\d\d (?=\())?\(?"
_DATE = rf"(?:{_BEFORE_DATE}{_OWN_CALENDAR}(?P<date>{_WRITTEN})\)?)"
_FULL = rf"(?:,\s(?P<date>(?:{WEEKDAY}\.?,? )?{_DAY}{_YEAR}))"
_NAME = r"(?P<agency>[^()\[\]\d][^()\[\]]{1,44})"
_AGENCY = rf"(?:,?\s?[(\[]{_NAME}[)\]])"
# "(Reuters)", "/TASS/", "| AFP", "/ AFP", "-- (AFP)": behind a day or a country no less certain than brackets.
_CREDIT = (
    r"(?:[,.]?\s?(?:(?:--|[–—-])\s?)?(?:"
    r"[(\[](?P<agency>[^()\[\]\d][^()\[\]]{1,44})[)\]]|/(?P<slashed>[A-Z][^/()\[\]]{1,44})/|"
    r"[/|]\s?(?P<barred>[A-Z]{2,}[a-z]*)))"
)
_WIDE_DASH = r"\s?(?:--|[–—]|-(?=\s))+\s?"  # no hyphen within a word
_DASH = r"\.?\s?[-–—:]+\s?"  # one way to read each dash: with "--" besides, time doubled with every two of them
_STOP = rf"(?:{_DASH}|\.\s)"
# "Front of X - military communiqué, 3 June 2023:": who makes a statement, and that it is one.
_STATEMENT = (
    r"[A-Z][\w'’-]+(?:[ -][\w'’&-]+){0,7}(?: ?[–—:|-] ?|, | )(?:\w+ ){0,2}"
    r"(?i:statement|communiqu[eé]|press release|bulletin|briefing|declaration)"
)
_NEAR = r"(?:(?:NEAR|OUTSIDE|IN|ON THE|AT THE|ABOARD) )"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NEAR}?(?P<place>{_UPPER}|{_TITLE}){_LANDS}{_CREDIT}(?:,\s|{_WIDE_DASH}|\s)(?P<date>{_WRITTEN})"
        rf"{_STOP}(?=[\"“'‘(\[\w])",  # "BAMAKO, Mali (AFP), 9 January 2023 - "
        rf"[(\[](?P<date>(?:{WEEKDAY}\.?,? )?(?:{_DAY}{_YEAR}|{_NUMERALS}))[)\]](?:{_DASH}|\s)(?=[\"“'‘A-Z])",
        rf"(?P<first>[A-Z]{{2,}}|[A-Z][a-z]+), (?P<place>{_TITLE}){_WIDE_DASH}(?=[\"“'‘A-Z])",
        rf"(?P<place>{_TITLE}){_COUNTRY}\s?\((?P<date>{_DAY}{_YEAR}?)\)(?:{_DASH}(?=[\"“'‘\w])|\s+(?=[A-Z]))",
        rf"{_NEAR}?(?P<place>{_UPPER}){_LANDS}{_DATE}?{_CREDIT}{_STOP}(?=[\"“'‘(\[\w])",
        rf"{_NEAR}?(?P<place>{_UPPER}){_LANDS}{_BEFORE_DATE}(?P<date>{WEEKDAY}),?{_AGENCY}{_DASH}(?=[\"“'‘(\w])",
        rf"(?P<place>{_UPPER}){_LANDS}{_DATE},?{_DASH}(?=[\"“'‘(\w])",
        rf"(?P<place>{_UPPER})(?:{_LAND}){{0,2}}(?!-[a-z]){_DASH}(?=[\"“'‘(\w])",
        rf"(?P<place>{_UPPER}){_COUNTRY}{_DATE}?,?{_AGENCY}\s+(?=[\"“'‘A-Z])",
        rf"(?P<place>{_TITLE}){_LANDS}{_DATE}{_CREDIT}(?:{_STOP}|\s+(?=[A-Z]))(?=[\"“'‘\w])",
        rf"(?P<place>{_TITLE}){_COUNTRY}{_CREDIT}{_DASH}(?=[\"“'‘\w])",
        rf"(?P<place>{_TITLE}){_LANDS}{_DATE}{_DASH}(?=[\"“'‘\w])",
        rf"(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?){_COUNTRY}\s?(?:--|[–—]|-(?=\s))+\s?(?=[\"“'‘A-Z])",
        rf"[(\[](?P<place>{_TITLE}){_COUNTRY}{_DATE}[)\]](?:{_DASH}|\s)(?=[\"“'‘\w])",
        rf"(?P<place>{_TITLE}){_COUNTRY}{_FULL}[.,]?\s(?=[\"“'‘A-Z])",
        rf"(?P<date>{_WRITTEN}){_CREDIT}{_DASH}(?=[\"“'‘\w])",
        rf"[(\[](?P<agency>[^()\[\]]{{2,45}})[)\]]{_DASH}(?=[\"“'‘\w])",
        rf"{_STATEMENT}(?:,| [–—|-])? ?\(?(?P<date>{_WRITTEN})\)?{_STOP}(?=[\"“'‘A-Z])",
    )
)
# The same as a line of its own, above the report.
_ALONE = re.compile(
    rf"[(\[]?(?P<place>{_TITLE})(?:,\s?(?!(?:{WEEKDAY}|{MONTH})\b){_TITLE}){{0,2}}(?:\s?\({_TITLE}\)(?=,))?"
    rf"(?:{_DATE}|\s?[–—-]?\s?\((?P<inside>{_DAY}{_YEAR}?))[)\]]?,?{_AGENCY}?\s?[.:–—-]*"
)
# The same within a line: what stands before it is the page's head, run together with the report.
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:[ /][A-ZÀ-Þ'’-]{2,}){0,3}"
_YEARLESS = rf"(?:{MONTH}\.? \d{{1,2}}|\d{{1,2}} {MONTH}\.?)(?:,? (?:19|20)\d\d)?"
_STRONG = re.compile(
    rf"(?<=\s){_CAPITALS}{_COUNTRY}(?:,?\s{_YEARLESS}|,?\s?[(\[][A-Z][^()\[\]]{{1,45}}[)\]]){{1,2}}"
    rf"{_WIDE_DASH}(?=[\"“'‘A-Z])"
)
# "BEIRUT At least 15 people": a town in capitals and nothing between it and the first sentence.
_BARE = re.compile(rf"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{{3,}}(?: [A-ZÀ-Þ'’-]{{2,}})?){_COUNTRY} (?=[A-Z][\w'’-]* [a-z0-9])")
# "* GOMA: ...", "Kherson region - ...": the head of a paragraph that tells of one place among several.
_BULLET = re.compile(
    rf"(?:[*•·▪●–—-]\s*)?(?P<place>{_TITLE}(?: (?:region|province|state|district|governorate|oblast|county|city))?)"
    rf"{_COUNTRY}\s?(?P<mark>:|--|[–—]|-(?=\s))+\s?(?=[\"“'‘\w])"
)
_DIVISION = re.compile(r"(?i) (?:region|province|state|district|governorate|oblast|county|city)$")
_LEAST_BULLETS = 2
_LEAST_PEOPLE = 15000  # of a town by which an agency dates its reports
_NO_PLACE = re.compile(
    r"(?i)(?:breaking|update\d?|urgent|exclusive|video|photos?|watch|live|opinion|analysis|note|read|"
    r"on|in|at|he|she|they|it|we|the|a|an|this|that|as|after|before|if|but|and|for|with|two|three|four|five|dozens)\b"
)
_SECTION = re.compile(r"(?i)(?:regional|national|international|local|world|politics|security|military|urgent)\b")
_POINT = re.compile(r"[^\W\d_]{4,}\.$")
_MOST = 90  # characters of a dateline


class Dateline(Struct, frozen=True):
    """The dateline with its parts; offsets in the page's text."""

    span: Span
    place: Span | None
    date: Span | None
    agency: Span | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which the passage begins."""
    for form in _FORMS:
        found = form.match(text, start, min(end, start + _MOST))
        if found and found.end() < end and _plausible(found):
            return _dateline(text, found)
    return None


def _plausible(found: re.Match[str]) -> bool:
    """Whether what stands before the first sentence can be a dateline: no word that opens a sentence or a label."""
    parts = found.groupdict()
    if parts.get("first"):
        return source_by_name(parts["first"]) is not None
    place = parts.get("place")
    return not _NO_PLACE.match(place or "") and (
        found.group().lstrip("[(").startswith(place or "") or _credit(parts) is not None
    )


def _credit(parts: dict[str, str | None]) -> str | None:
    """The group of a form that holds the agency; brackets that hold a country hold none."""
    name = next((name for name in ("agency", "slashed", "barred", "first") if parts.get(name)), None)
    return None if name is None or country_code(parts[name] or "") else name


def bare_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The town in capitals with which a report begins, if the gazetteer has a town of just that name."""
    found = _BARE.match(text, start, min(end, start + _MOST))
    if found is None or _NO_PLACE.match(found.group()):
        return None
    name = found.group("place").title()
    towns = [hit for hit in gazetteer().find(name) if hit.likeness >= 1 and hit.entry.population >= _LEAST_PEOPLE]
    return _dateline(text, found) if towns else None


def dateline_alone(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that fills a line, if the gazetteer knows its place: a section's name stands so, too."""
    found = _ALONE.fullmatch(text, start, end)
    if found is None or _NO_PLACE.match(found.group("place")):
        return None
    return _dateline(text, found) if known_place(found.group("place")) else None


def known_place(name: str) -> bool:
    """Whether the gazetteer has a place of just that name."""
    spelled = name.title() if name.isupper() else name
    return any(hit.likeness >= 1 for hit in gazetteer().find(spelled))


def is_roundup(text: str, heads: list[tuple[int, int]]) -> bool:
    """Whether several of these paragraphs open with a place each: bullets of a survey, not the page's dateline."""
    found = [match for start, end in heads if (match := _BULLET.match(text, start, min(end, start + _MOST)))]
    places = {
        (match.group("mark")[0] == ":", match.group("place").casefold())
        for match in found
        if not _NO_PLACE.match(match.group("place")) and known_place(_DIVISION.sub("", match.group("place")))
    }
    return max(sum(colon is kind for colon, _ in places) for kind in (True, False)) >= _LEAST_BULLETS


_WEEKDAY = re.compile(WEEKDAY)


def is_dated_list(text: str, heads: list[tuple[int, int]]) -> bool:
    """Whether these paragraphs open with days that differ: incidents, not the page's day.

    Days of one place are of releases that stand below each other, and the first is the page's.
    """
    items = (_DATED_ITEM.match(text, start, min(end, start + _MOST)) for start, end in heads)
    listed = [match.group("date") for match in items if match]
    if len(listed) > _LEAST_BULLETS and len(set(listed)) >= _LEAST_BULLETS:
        return True
    opened = (find_dateline(text, start, end) for start, end in heads)
    dated = [line for line in opened if line and line.date and line.agency is None]
    places = [line.place.quote for line in dated if line.place and not _WEEKDAY.fullmatch(line.place.quote)]
    days = {line.date.quote for line in dated if line.date}
    return len(days) >= _LEAST_BULLETS and len(places) == len(set(places))


_DATED_ITEM = re.compile(
    rf"(?:(?:#?\(?\d{{1,3}}[.)]|[•▪◦‣*·–—-])\s+)?[A-Z][^:;.!?\n–—]{{1,50}}?,\s(?P<date>{_WRITTEN}){_DASH}"
)


def dateline_within(text: str, start: int, end: int) -> int | None:
    """Where a dateline with a day or an agency begins within a passage, behind its first word; None without one."""
    found = _STRONG.search(text, start, end)
    return found.start() if found and not _NO_PLACE.match(found.group()) else None


def _dateline(text: str, found: re.Match[str]) -> Dateline:
    parts = found.groupdict()
    spans = {name: Span.of(text, *found.span(name)) for name in ("place", "date") if parts.get(name)}
    if parts.get("inside"):
        spans["date"] = Span.of(text, *found.span("inside"))
    credit = _credit(parts)
    if "place" in spans and _POINT.search(spans["place"].quote):  # "KYIV. July 9 (Agency)"
        spans["place"] = Span.of(text, spans["place"].start, spans["place"].end - 1)
    if "place" in spans and _SECTION.match(spans["place"].quote):
        del spans["place"]
    if "place" in spans and credit is None and _is_outlet(spans["place"].quote):  # "River Wire, 9 May 2020."
        spans["agency"] = spans.pop("place")
    stop = len(found.group().rstrip())
    span = Span.of(text, found.start(), found.start() + stop)
    agency = Span.of(text, *found.span(credit)) if credit else spans.get("agency")
    return Dateline(span, spans.get("place"), spans.get("date"), agency)


def _is_outlet(name: str) -> bool:
    """Whether a name that stands where a town does is an outlet's, and no town's."""
    return source_by_name(name) is not None and not known_place(name)
