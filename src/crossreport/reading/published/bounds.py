"""Clues from names that bound time: office-holders, groups, wars, agreements, battles, deaths, from `time_bounds.yaml`.

A title beside the name says that the term runs ("Foreign Minister X"); "former" says that it is over; a bare name says
nothing but that its bearer is known. An event bounds from below; with its own day or "last year" beside it, it dates.
"""

import re
from datetime import date, timedelta
from functools import cache

import numpy as np

from crossreport.model import Span
from crossreport.reading.own_words import rebuilt
from crossreport.reading.published.clue import Clue, Passage, Reading
from crossreport.reading.published.days import (
    EXCLUDED,
    RARE,
    TOLERANCE,
    UNLIKELY,
    Costs,
    index_of,
    lag_since,
    outside,
    stepped,
)
from crossreport.reading.published.facts import Fact, all_near, beside, facts, facts_named, pattern
from crossreport.reading.published.relative import month_after, time_since
from crossreport.reading.written_dates import WrittenDate, weekday_number, written_dates
from crossreport.words.spoken import MONTHS

_REACH = 60  # characters between a title and the name of its holder
_GRACE = timedelta(days=10)  # a page may tell of the last days of a term
_FORMER = re.compile(
    r"(?i)\b(?:former|ex|then|late|previous|deposed|ousted|outgoing|onetime|one-time|slain|predecessor|"
    r"successor|overthrown|toppled|exiled|"
    r"(?:detained|jailed|imprisoned)(?= (?:civilian |elected )?(?:president|leader|prime|state)))\b[- ]?"
)
_KILLED = re.compile(
    r"(?i)\b(?:(?:assassination|murder|killing|death|funeral) of|ousted|toppled|overthrew|assassinated|deposed) "
    r"(?:(?!of\b)[\w'’.-]+ ){0,4}$"
)
_WORD_BEFORE = re.compile(r"\b([A-Z][\w'’.-]*) $")
_HONORIFICS = (
    "mr mrs ms dr gen gen. general lt col colonel maj major captain sgt sheikh mullah sayyed sen president premier "
    "prime minister secretary chief envoy ambassador governor chairman commander leader king spokesman spokeswoman us "
    "the that when while but and as after mr. mrs. ms. dr. pm former acting interim under"
)
_FADES = timedelta(days=366)  # outlets keep an old name for a year, on FA-KES dev pages
_RETOLD = re.compile(r"(?i)\b(?:former(?:ly)?|then|once|previously|until|renamed|rebranded|known as|after|since|had)\b")
_AHEAD = re.compile(
    r"(?i)\b(?:upcoming|planned|scheduled|will|proposed|expected|forthcoming|next|plans? to|prepar\w+)\b"
)
_DIED_BEFORE = re.compile(
    r"(?i)\b(?:killing|death|assassination|murder|execution|funeral|martyrdom|body) of [^.;]{0,60}$|"
    r"\b(?:kill(?:ed|s)?|assassinated|executed|murdered|slain|late|dead)\b(?![^.;]*\bsaid\b)[^.;]{0,50}$"
)
_DIED_AFTER = re.compile(
    r"(?i)^(?:['’]?s)?(?![^.;]{0,60}\b(?:said|says|told|warned|vowed)\b)[^.;]{0,60}?"
    r"\b(?:(?:was|had been|has been|been|is) (?:\w+ )?(?:killed|assassinated|slain|murdered|executed|dead|shot)|died|"
    r"killed in|killed by|death|killing|assassination|murder)\b"
)
_DIED = re.compile(
    r"(?i)\b(?:kill(?:ed|ing|s)?|assassinat\w+|dead|died|death|dies|slain|murder(?:ed)?|executed|shot)\b"
)
_SPEAKS = re.compile(
    r"(?i)^[^.;]{0,60}\b(?:said|says|told|warned|vowed|announced|threatened|claimed|declared|tweeted|wrote)\b"
)
_LEADS = re.compile(
    r"(?i)\b(?:led|headed|commanded|run|according to|loyal to|commander|leader|chief|under)\W{1,3}(?:by )?$"
)
_SCHEDULED = re.compile(r"(?i)\b(?:election|referendum|talks|conference|summit|vote|negotiations)\b")
_ANNOUNCED = timedelta(days=120)  # a vote or talks are told long before their day
_RELATIVE = re.compile(r"\b(?P<which>last|this|past|earlier this) (?P<unit>year|month|week)\b")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]?s)?\b")
_BEGAN = re.compile(
    r"\b(?:began|begun|started|opened|launched|kicked off|erupted|broke out|declared|announced|convened)\b"
)
_SINCE = re.compile(r"\b(?:since|began|begun|started|erupted|broke out|launched)\b")
_WITHIN_YEAR = timedelta(days=330)
_PAST_YEAR = re.compile(r"\b(?:in|since|of|from|after|before|during) (?:\w+ ){0,2}(?:19|20)\d\d\b")


@cache
def _titles(fact: Fact) -> re.Pattern[str]:
    """An office's titles; "president" is not in "vice president" unless it is listed so."""
    return re.compile(
        r"(?i)(?<!\w)(?<!vice )(?<!vice-)(?<!deputy )(?:"
        + "|".join(re.escape(title) for title in fact.titles)
        + r")(?!\w)"
    )


@rebuilt
@cache
def _before_names() -> frozenset[str]:
    """Words with a capital that can stand before a surname without being another person's first name."""
    titles = {word.casefold() for fact in facts() for title in fact.titles for word in re.split(r"[\s-]+", title)}
    return frozenset(titles | set(_HONORIFICS.split()))


def bound_clues(reading: Reading) -> list[Clue]:
    """One clue for each fact that the report names."""
    whole = " ".join([reading.title, *(passage.text for passage in reading.body())])
    clues: list[Clue] = []
    for fact in facts_named(whole):
        finder = {"office": _office, "death": _death, "event": _event}.get(fact.kind, _exists)
        clue = finder(reading, fact)
        if clue:
            clues.append(clue)
    return [*_merged(clues), *_begun_wars(reading, whole)]


def _begun_wars(reading: Reading, whole: str) -> list[Clue]:
    """ "since the fighting began on 15 April", in a report on the land whose war began so."""
    wars = [fact for fact in facts() if fact.where and beside(fact.where).search(whole)]
    clues = []
    for passage in reading.body():
        cue = _SINCE.search(passage.text)
        if not cue or not wars:
            continue
        for written in written_dates(reading.text, passage.start, passage.end):
            fact = next((war for war in wars if _is_day_of(written, war.first)), None)
            if fact is None or written.year is not None:
                continue
            span = Span.of(reading.text, written.start, written.end)
            says = f"{fact.name} began on {fact.first} ({fact.source}), told without a year: within a year after."
            costs = outside(fact.first, fact.first + _WITHIN_YEAR, EXCLUDED, RARE)
            clues.append(Clue("war_begun", span, says, costs))
    return clues[:1]


def _merged(clues: list[Clue]) -> list[Clue]:
    """Facts that one passage may mean (two terms of one person, two rounds of talks) are alternatives, not a sum."""
    by_span: dict[tuple[str, int, int], Clue] = {}
    for clue in clues:
        assert clue.span is not None
        key = (clue.rule, clue.span.start, clue.span.end)
        other = by_span.get(key)
        if other is None:
            by_span[key] = clue
            continue
        says = f"{other.says} Or: {clue.says}"
        by_span[key] = Clue(clue.rule, clue.span, says, np.minimum(other.costs, clue.costs).astype(np.int32))
    return list(by_span.values())


def _office(reading: Reading, fact: Fact) -> Clue | None:
    """The first mention with its title decides; "former" beside it turns the term into a lower bound."""
    for passage in reading.body():
        for found in pattern(fact).finditer(passage.text):
            around = _around(passage.text, found)
            if not _titles(fact).search(around) or _other_person(passage.text, found, fact):
                continue
            span = reading.span(passage, *found.span())
            past = _PAST_YEAR.search(passage.text) is not None
            if _FORMER.search(_before(passage.text, found)) or _KILLED.search(_before(passage.text, found)):
                return _former(fact, span)
            if past:
                continue
            return _in_office(fact, span)
    return None


def _other_person(text: str, found: re.Match[str], fact: Fact) -> bool:
    """Whether a surname alone follows another first name: "Sara Duterte" is not the president of that name."""
    if " " in found.group() or found.group() == fact.name:
        return False
    before = _WORD_BEFORE.search(text[: found.start()])
    return before is not None and before.group(1).casefold() not in _before_names()


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - _REACH) : found.start()]


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - _REACH) : found.end() + _REACH]


def _in_office(fact: Fact, span: object) -> Clue:
    until = f"to {fact.last}" if fact.last else "on"
    costs = outside(fact.first - _GRACE, fact.last + _GRACE if fact.last else None, EXCLUDED, RARE + UNLIKELY)
    says = f"{fact.name} is named with the office that was held from {fact.first} {until} ({fact.source})."
    return Clue("in_office", span, says, costs)  # type: ignore[arg-type]


def _former(fact: Fact, span: object) -> Clue | None:
    if fact.last is None:
        return None
    says = f"{fact.name} is named as a former office-holder; the term ended on {fact.last} ({fact.source})."
    return Clue("former_office", span, says, outside(fact.last - _GRACE, None, RARE, 0))  # type: ignore[arg-type]


def _exists(reading: Reading, fact: Fact) -> Clue | None:
    """A group's or a war's name is a lower bound: nobody used it before; where it ended, it fades after that."""
    for passage in reading.body():
        found = next((hit for hit in pattern(fact).finditer(passage.text)), None)
        if found is None or not all_near(fact, passage.text):
            continue
        span = reading.span(passage, *found.span())
        if fact.kind == "situation":
            return _situation(passage.text, fact, span)
        if fact.kind == "conflict":
            says = f"{fact.name} has gone on since {fact.first} ({fact.source})."
            return Clue("war_goes_on", span, says, outside(fact.first, None, RARE + UNLIKELY, 0))
        until = f"; it ended or was renamed on {fact.last}" if fact.last else ""
        says = f"{fact.name} exists since {fact.first}{until} ({fact.source})."
        fading = fact.last + _FADES if fact.last and not _RETOLD.search(passage.text) else None
        return Clue("name_exists", span, says, outside(fact.first, fading, EXCLUDED, TOLERANCE + 1))
    return None


def _situation(text: str, fact: Fact, span: Span) -> Clue | None:
    """Who held a town, or fought for it, as a thing that goes on; told as past, it only bounds from below."""
    past = _PAST_YEAR.search(text) is not None or _RETOLD.search(text) is not None
    until = fact.last if fact.last and not past else None
    says = f"{fact.name}: so from {fact.first} to {fact.last or 'now'} ({fact.source})."
    return Clue("situation", span, says, outside(fact.first, until, RARE + UNLIKELY, RARE))


def _death(reading: Reading, fact: Fact) -> Clue | None:
    """A death that is told: not before it; with its weekday beside it, within the week after it."""
    for passage in reading.body():
        found = pattern(fact).search(passage.text)
        if not found or not _told_dead(passage.text, found):
            continue
        costs = outside(fact.first, None, RARE, 0)
        span = reading.span(passage, *found.span())
        says = f"The death of {fact.name} is told, which was on {fact.first} ({fact.source})."
        days = [weekday_number(day) for day in _WEEKDAY.findall(passage.text)]
        since = time_since(passage.text, fact.first, fact.first) if fact.exact else None
        if since is not None:
            costs = costs + since
            says = f"{says[:-1]}, with the time since."
        elif fact.first.weekday() in days:
            costs = costs + stepped(lag_since([index_of(fact.first)]), ((6, 0),), EXCLUDED)
            says = f"{says[:-1]}, the weekday that the report names: written within a week."
        return Clue("dated_death", span, says, costs)
    return None


def _told_dead(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence tells a death that can be this one's: who speaks or threatens in it is alive."""
    before, after = text[: found.start()], text[found.end() :]
    if _DIED_BEFORE.search(before) or _DIED_AFTER.match(after):
        return True
    return _DIED.search(text) is not None and not _SPEAKS.match(after) and not _LEADS.search(before)


def _event(reading: Reading, fact: Fact) -> Clue | None:
    """An event that is told as past: not before it; its own day or "last year" beside it dates the page."""
    for passage in reading.body():
        found = pattern(fact).search(passage.text)
        if not found or not all_near(fact, passage.text):
            continue
        span = reading.span(passage, *found.span())
        costs = _dated(reading, passage, fact)
        if costs is not None:
            says = f"{fact.name} ({fact.first}, {fact.source}) is told with its day or with the time since."
            return Clue("dated_event", span, says, costs)
        if _AHEAD.search(_around(passage.text, found)):
            continue
        if fact.aliases and not fact.near:
            says = f"{fact.name} began on {fact.first} ({fact.source}): not written before."
            return Clue("event_begun", span, says, outside(fact.first, None, RARE, 0))
    return None


def _dated(reading: Reading, passage: Passage, fact: Fact) -> Costs | None:
    """Costs from a day of the month that is the event's own, or from a relative time; None without either."""
    last = fact.last or fact.first
    for written in written_dates(reading.text, passage.start, passage.end):
        if written.year is None and fact.exact and _is_day_of(written, fact.first):
            ahead = _ANNOUNCED if _SCHEDULED.search(fact.name) else timedelta(0)
            return outside(fact.first - ahead, fact.first + timedelta(days=330), EXCLUDED, RARE)
    since = time_since(passage.text, fact.first, last)
    if since is not None and fact.exact:
        return since
    if _began_on(passage.text, fact):
        return stepped(lag_since([index_of(fact.first)]), ((6, 0),), EXCLUDED - UNLIKELY)
    relative = _RELATIVE.search(passage.text)
    if relative is None or _other_month(reading, passage, fact.first, last):
        return None
    unit, which = relative.group("unit"), relative.group("which")
    if unit == "year" and which == "last":
        return outside(date(fact.first.year + 1, 1, 1), date(last.year + 1, 12, 31), EXCLUDED, EXCLUDED)
    if unit == "year" and which in ("this", "earlier this"):
        return outside(fact.first, date(last.year, 12, 31), EXCLUDED, EXCLUDED)
    if unit == "month" and which == "last" and fact.exact:
        return outside(month_after(fact.first, 1), month_after(last, 2) - timedelta(days=1), RARE, UNLIKELY)
    if unit == "week" and which == "last" and fact.exact:
        return outside(fact.first, last + timedelta(days=13), RARE, UNLIKELY)
    return None


def _began_on(text: str, fact: Fact) -> bool:
    """Whether a sentence names the weekday on which the event was, or on which a longer one began."""
    one_day = fact.last == fact.first
    named = [weekday_number(name) for name in _WEEKDAY.findall(text)]
    return (one_day or _BEGAN.search(text) is not None) and fact.first.weekday() in named


def _is_day_of(written: WrittenDate, day: date) -> bool:
    if written.day is None:
        return False
    return abs((date(day.year, written.month, min(written.day, 28)) - day.replace(day=min(day.day, 28))).days) <= 1


def _other_month(reading: Reading, passage: Passage, first: date, last: date) -> bool:
    """Whether the sentence names a month in which the event was not."""
    months = {written.month for written in written_dates(reading.text, passage.start, passage.end)}
    named = months | {m for m in range(1, 13) if re.search(rf"\b{MONTHS[m - 1]}\b", passage.text)}
    held = {first.month, last.month} | set(range(first.month, last.month + 1))
    return bool(named) and not named & held
