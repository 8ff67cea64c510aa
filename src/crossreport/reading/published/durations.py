"""Clues from durations: "now in its fifth year", "almost four years of war", "four months … since mid-September".

A duration dates a page only with its beginning: a date in the report itself, or the beginning of a war that it names.
"""

import re
from datetime import date, timedelta

import numpy as np

from crossreport.reading.published.clue import Clue, Passage, Reading
from crossreport.reading.published.days import (
    EXCLUDED,
    FIRST,
    LAST,
    Costs,
    add_months,
    free,
    index_of,
    lag_since,
    outside,
    stepped,
)
from crossreport.reading.published.facts import facts, facts_named
from crossreport.reading.written_dates import MONTH, month_number
from crossreport.words.numerals import UP_TO_TWELFTH, UP_TO_TWELVE

_NUMBER = rf"(?P<n>{'|'.join(UP_TO_TWELVE)}|\d{{1,2}})"
_APPROX = r"(?P<how>almost|nearly|more than|over|some|about|around|at least|past|last)? ?"
_WAR = (
    r"(?:conflict|war|crisis|fighting|uprising|insurgency|civil war|violence|unrest|revolt|rebellion|"
    r"bloodshed|turmoil|militancy|strife)"
)
_IN_YEAR = re.compile(
    rf"\b(?:in|into|enter(?:s|ed|ing)?) (?:its|the|their) "
    rf"(?P<nth>{'|'.join(UP_TO_TWELFTH)}|\d{{1,2}}(?:st|nd|rd|th)) year\b"
)
_OF_WAR = re.compile(
    rf"\b{_APPROX}{_NUMBER}(?: |-)(?:and (?P<half>a half)(?: |-))?(?P<half2>half-)?years?(?:-old)?(?: of|"
    rf" of (?:the|a|deadly|bloody|brutal))?(?: \w+)? {_WAR}\b"
)
_BEGAN = re.compile(
    rf"\b(?:since|began in|started in|erupted in|broke out in|from) (?P<part>early |mid-?|"
    rf"late )?(?P<m>{MONTH}),? (?P<y>(?:19|20)\d\d)"
)
_BEGAN_YEAR = re.compile(
    r"\b(?:since|began in|started in|erupted in|broke out in) (?:early |mid-?|late )?(?P<y>(?:19|20)\d\d)"
)
_MONTHS_LONG = re.compile(rf"\b(?:past|last|over|for|nearly|almost|about) (?:the )?(?:past |last )?{_NUMBER} months\b")
_SINCE_MONTH = re.compile(rf"\bsince (?P<part>early |mid-?|late )?(?P<m>{MONTH})\b(?! \d)(?!,? (?:19|20)\d\d)")
_INTO = re.compile(
    rf"\b{_APPROX}{_NUMBER} (?P<unit>weeks|months) (?:into|after|since|of) (?:the |a |its |their )?"
    rf"(?:\w+ ){{0,2}}?(?:{_WAR})\b"
)
# "on the 1,000th day of the war", "day 500 of the invasion"
_NTH_DAY = re.compile(
    r"(?i)\b(?:(?P<n>\d{1,2}[,.]?\d{3}|\d{1,4})(?:st|nd|rd|th)[- ]day|day (?P<m>\d{1,2}[,.]?\d{3}|\d{1,4})) "
    rf"(?:of|into|since) (?:\S+ ){{0,4}}?(?:{_WAR}|invasion|offensive|campaign|siege|operation)\b"
)
_DAY_SLACK = 1  # a day is counted from the first or after it, and told a day early
_DAYS_OF = {"weeks": 7, "months": 30}
_NEAR = 4  # sentences between a duration and its beginning
_ROUNDED_UP = 8  # months by which a bare "six-year war" can be rounded up
_SLIP = 20  # days that a writer rounds away at either end
# A stretch is told when it is over rather than before, unless the words say "nearly".
_BEFORE_TARGET = ((3, 0), (7, 5), (14, 7), (40, 9))
_AFTER_TARGET = ((5, 0), (10, 4), (16, 5), (25, 6), (40, 9))


def duration_clues(reading: Reading) -> list[Clue]:
    """Clues from durations with a beginning."""
    began = _beginning(reading)
    clues = []
    if began:
        for passage in reading.body():
            clues += _in_year(reading, passage, began) + _years_of_war(reading, passage, began)
            clues += _into_war(reading, passage, began)
    return [*clues[:3], *_nth_day(reading), *_months_since(reading)]


def _nth_day(reading: Reading) -> list[Clue]:
    """ "the 100th day of the war": counted from the beginning of a war that the report names by its own day."""
    for passage in reading.body():
        found = _NTH_DAY.search(passage.text)
        if found is None:
            continue
        wars = [
            fact
            for fact in facts()
            if fact.kind == "conflict" and fact.exact and (fact.named_in(passage.text) or fact.named_in(reading.text))
        ]
        if not wars:
            continue
        number = int(re.sub(r"[,.]", "", found.group("n") or found.group("m")))
        here = [war for war in wars if war.named_in(passage.text)] or wars
        war = max(here, key=lambda fact: (fact.first, fact.name))
        target = war.first + timedelta(days=number - 1)
        slack = timedelta(days=_DAY_SLACK)
        span = reading.span(passage, *found.span())
        says = f"“{span.quote}”, counted from {war.first} ({war.name}): {target}, give or take a day."
        return [Clue("nth_day", span, says, outside(target - slack, target + slack, EXCLUDED, EXCLUDED))]
    return []


def _beginning(reading: Reading) -> tuple[date, date] | None:
    """First and last possible day of the beginning that the durations count from."""
    for passage in reading.body():
        for found in _BEGAN.finditer(passage.text):
            if re.search(_WAR, passage.text) or re.search(r"\b(?:kill|claim|live|dead|death)", passage.text):
                first = date(int(found.group("y")), month_number(found.group("m")), 1)
                return first, add_months(first, 1) - timedelta(days=1)
    wars = [fact for fact in facts_named(reading.text) if fact.kind == "conflict"]
    if not wars:
        return _began_year(reading)
    war = max(wars, key=lambda fact: (fact.mentions(reading.text), fact.name))
    return war.first, war.first


def _began_year(reading: Reading) -> tuple[date, date] | None:
    for passage in reading.body():
        found = _BEGAN_YEAR.search(passage.text)
        if found and re.search(_WAR, passage.text):
            return date(int(found.group("y")), 1, 1), date(int(found.group("y")), 12, 31)
    return None


def _clue(reading: Reading, passage: Passage, found: re.Match[str], first: date, last: date) -> Clue:
    costs = outside(first - timedelta(days=_SLIP), last + timedelta(days=_SLIP), EXCLUDED, EXCLUDED)
    span = reading.span(passage, *found.span())
    return Clue("duration", span, f"“{span.quote}”: written from {first} to {last}, give or take some weeks.", costs)


def _in_year(reading: Reading, passage: Passage, began: tuple[date, date]) -> list[Clue]:
    clues = []
    for found in _IN_YEAR.finditer(passage.text):
        nth = found.group("nth")
        years = UP_TO_TWELFTH[nth] if nth in UP_TO_TWELFTH else int(nth[:-2])
        first, last = add_months(began[0], 12 * (years - 1)), add_months(began[1], 12 * years)
        clues.append(_clue(reading, passage, found, first, last))
    return clues


def _years_of_war(reading: Reading, passage: Passage, began: tuple[date, date]) -> list[Clue]:
    """ "almost four years of war": the half year before the anniversary; "five-year war": to a year after it."""
    clues = []
    for found in _OF_WAR.finditer(passage.text):
        months = 12 * _count(found.group("n")) + (6 if found.group("half") or found.group("half2") else 0)
        if months < 12:
            continue
        low, high = _window(found.group("how"), months)
        clues.append(_clue(reading, passage, found, add_months(began[0], low), add_months(began[1], high)))
    return clues


def _into_war(reading: Reading, passage: Passage, began: tuple[date, date]) -> list[Clue]:
    """ "four months into the war": about that long after its beginning."""
    clues = []
    for found in _INTO.finditer(passage.text):
        unit = _DAYS_OF[found.group("unit")]
        length = timedelta(days=unit * _count(found.group("n")))
        clues.append(_clue(reading, passage, found, began[0] + length - timedelta(days=unit), began[1] + length))
    return clues


def _window(how: str | None, months: int) -> tuple[int, int]:
    if how in ("almost", "nearly"):
        return months - 7, months
    if how in ("more than", "over", "at least"):
        return months, months + 12
    return months - _ROUNDED_UP, months + 12


def _count(word: str) -> int:
    return int(word) if word.isdigit() else UP_TO_TWELVE[word]


def _months_since(reading: Reading) -> list[Clue]:
    """ "over the past four months" near "since mid-September": the page is about that long after, in any year."""
    body = reading.body()
    since = [(i, found) for i, passage in enumerate(body) for found in _SINCE_MONTH.finditer(passage.text)]
    long = [(i, found) for i, passage in enumerate(body) for found in _MONTHS_LONG.finditer(passage.text)]
    pairs = [(s, m) for s in since for m in long if abs(s[0] - m[0]) <= _NEAR]
    if not pairs:
        return []
    (i, start), (_, months) = min(pairs, key=lambda pair: (abs(pair[0][0] - pair[1][0]), pair[0][0]))
    nearly = re.search(r"nearly|almost|about", months.group()) is not None
    costs = _after_start(start, _count(months.group("n")), nearly=nearly)
    span = reading.span(body[i], *start.span())
    says = f"“{months.group()}” and “{start.group()}”: written about {months.group('n')} months after."
    return [Clue("months_since", span, says, costs)]


def _after_start(start: re.Match[str], months: int, *, nearly: bool) -> Costs:
    """Costs by the distance from the rounded end of the stretch, in every year."""
    day = {"e": 5, "m": 15, "l": 25}.get((start.group("part") or "")[:1].casefold(), 15)
    slack = 0 if start.group("part") else 12
    first = [date(year, month_number(start.group("m")), day) for year in range(FIRST.year, LAST.year)]
    targets = [index_of(add_months(begin, months)) for begin in first]
    after = lag_since(targets)
    before = lag_since([len(free()) - 1 - target for target in targets])[::-1]
    late = stepped(np.maximum(after - slack, 0).astype(np.int32), _AFTER_TARGET, EXCLUDED)
    early = stepped(
        np.maximum(before - slack, 0).astype(np.int32), _AFTER_TARGET if nearly else _BEFORE_TARGET, EXCLUDED
    )
    return np.minimum(late, early).astype(np.int32)
