"""Expressions of time in a sentence: which words they are and by which rule they are read.

In: the text of a sentence. Out: expressions in order, not overlapping; the longest reading of a passage wins. What day
they mean is decided in resolve.py.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from crossreport.grounding.numbers.words import alternatives, number_words, plain
from crossreport.grounding.times.words import Rule, grammar, time_words, weekday_pattern
from crossreport.words.needed import Later, Sieve

LOOK = 60  # characters before and behind an expression that can tell whether it is a time
Edge = Literal["", "since", "until", "by", "before", "after", "range"]


class Expression(NamedTuple):
    """Words of time: offsets into the sentence (`core` is where the time itself begins, behind "since" or "until")."""

    start: int
    end: int
    core: int
    name: str
    op: str
    args: tuple[int, ...]
    words: Mapping[str, str | None]
    edge: Edge = ""


@lru_cache(maxsize=1024)  # a page's sentences are read for times and again for quantities
def read_expressions(text: str) -> tuple[Expression, ...]:
    """Every expression of time in a sentence, in order."""
    found = [
        (match.start() - match.end(), order, match, rule)
        for order, rule in _rules().fitting(text)
        for match in rule.pattern.finditer(text)
    ]
    kept = _named_days(text)
    taken = bytearray(len(text))  # 1 where an expression has been read
    for named in kept:
        taken[named.start : named.end] = bytes([1]) * (named.end - named.start)
    for _, _, match, rule in sorted(found, key=lambda item: (item[0], item[1], item[2].start())):
        start, end = match.span()
        if any(taken[start:end]) or not _is_time(text, match, rule.op):
            continue
        taken[start:end] = bytes([1]) * (end - start)
        kept.append(Expression(start, end, start, rule.name, rule.op, rule.args, match.groupdict()))
    kept = _with_hours(text, sorted(kept, key=lambda item: item.start))
    return tuple(_with_edge(text, expression) for expression in kept)


def _with_hours(text: str, found: list[Expression]) -> list[Expression]:
    """ "At 7 a.m. this morning", "yesterday around 5 p.m.": an hour beside a day is of that day and no other."""
    kept: list[Expression] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is None or {last.op, one.op} != {"clock", _other(last, one)} or not _beside(text, last, one):
            kept.append(one)
        else:
            day = one if last.op == "clock" else last
            kept[-1] = day._replace(start=last.start, end=one.end, core=last.start)
    return kept


def _other(one: Expression, other: Expression) -> str:
    """The rule of what stands beside an hour, if it tells one day."""
    day = other if one.op == "clock" else one
    return day.op if day.op in _SINGLE_DAYS else ""


def _beside(text: str, one: Expression, other: Expression) -> bool:
    return _BETWEEN.fullmatch(text, one.end, other.start) is not None


_SINGLE_DAYS = frozenset({"offset", "last_night", "weekday", "date", "date_iso", "overnight_single"})
_BETWEEN = re.compile(r"(?:\s?\([^()]{3,20}\))?,?\s(?:(?:at|on|around|about|approximately|by|local time)\s)*")


Fields = dict[str, str | None]
Named = tuple[Later, str, Fields]


@cache
def _rules() -> Sieve[tuple[int, Rule]]:
    return Sieve(((rule.pattern, (order, rule)) for order, rule in enumerate(grammar())), "times")


@cache
def _names() -> Sieve[Named]:
    """A pattern for each named day, with the fields that its calendar rule reads."""
    found: list[Named] = []
    for day in time_words().named_days:
        fixed: Fields = {"month": str(day.month), "day": _text(day.day), "once": _text(day.once), "rank": day.rank}
        fixed |= {"weekday_number": _text(day.weekday), "about": "~" if day.about else None}
        found.append((_name_pattern(day.names), "named_day", fixed))
    for feast in time_words().feasts:
        counted: Fields = {"feast": feast.feast, "offset": str(feast.offset), "days": str(feast.days)}
        found.append((_name_pattern(feast.names), "feast", counted))
    for moon in time_words().islamic:
        moving: Fields = {"month": str(moon.month), "day": _text(moon.day), "days": str(moon.days)}
        found.append((_name_pattern(moon.names), "islamic_day", moving))
    return Sieve(((named[0], named) for named in found), "named-days")


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


def _name_pattern(names: tuple[str, ...]) -> Later:
    """A name, with its year, its eve, or one of its days ("the first day of", "the last Friday of")."""
    either = alternatives(names).replace("'", "['’]?")
    ranks = alternatives([*number_words().ordinals, "last", "final"])
    part = rf"(?:the\s+)?(?P<nth>{ranks}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:day|(?P<weekday>{weekday_pattern()}))\s+of\s+"
    eve = r"(?P<eve>(?:the\s+)?eve\s+of\s+)"
    return Later(
        rf"(?<![\w-])(?:{part}|{eve})?(?:the\s+)?{either}(?:,?\s+(?P<year>(?:19|20)\d\d))?(?![\w-])", re.IGNORECASE
    )


def _named_days(text: str) -> list[Expression]:
    """Named days, the longer name first ("Christmas Eve" before "Christmas")."""
    read = []
    for pattern, op, fields in _names().fitting(text):
        for match in pattern.finditer(text):
            words = {**fields, **match.groupdict()}
            read.append(Expression(match.start(), match.end(), match.start(), op, op, (), words))
    kept: list[Expression] = []
    for one in sorted(read, key=lambda found: (found.start - found.end, found.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept


def _is_time(text: str, match: re.Match[str], op: str) -> bool:
    """Whether words that fit a rule are a time here and not a count, a name or a sum."""
    before, behind = text[max(0, match.start() - LOOK) : match.start()], text[match.end() : match.end() + LOOK]
    words = match.groupdict()
    if words.get("spoken_year") and op == "year":
        return _is_spoken_year(before, behind)
    if op == "year" and _is_hour(words.get("year") or "", before + match.group()):
        return False
    if op in ("year", "year_range") and not words.get("phase") and not re.match(r"\s*(?:BC|B\.C)", behind):
        return _is_year(before, behind, match)
    if op in ("year", "year_range", "century", "decade") and re.match(r"\s*(?:BC|B\.C|BCE)\b", behind):
        return False
    if op == "weekday":
        return _is_weekday(before, behind, words)
    if op == "decade":
        return re.search(r"\b(?:his|her|their|my|our)\s+(?:early |mid |late |mid-)?$", before, re.I) is None
    if op == "later" and plain(words["way"] or "") == "on":
        return re.match(r"\s*(?:[.,;:)]|$)", behind) is not None
    if op == "reference" and plain(match.group()) == "soon":
        return _still_to_come().search(before) is not None
    if op in ("duration", "length_event", "later"):
        return re.match(r"[\s–-]*(?:old|olds|of\s+age)\b", behind) is None
    if op == "offset" and "today" in match.group().lower():
        return not match.group()[0].isupper() or not before.strip() or before.rstrip()[-1] in ".:\"“”'‘’–—-"
    return True


@cache
def _still_to_come() -> re.Pattern[str]:
    """ "Will soon meet", "is to be freed soon": in what is told as past, "soon" points to no time ahead."""
    helpers = alternatives([*time_words().future.auxiliaries, "to", "can", "may"])
    return re.compile(rf"(?<![\w])(?:{helpers})\s+(?:[\w'’-]+\s+){{0,4}}$", re.IGNORECASE)


def _is_hour(digits: str, text: str) -> bool:
    """ "At around 1100": an hour, as no news tells of so old a year "about"."""
    near = re.search(r"\b(?:at|around|about|approximately)\s+\d{4}$", text, re.IGNORECASE)
    return near is not None and digits.isdecimal() and int(digits) < OLDEST


OLDEST = 1500  # years of which news tells with "around"


def _is_year(before: str, behind: str, match: re.Match[str]) -> bool:
    """A bare year needs a word of time, a bracket or a comma before it, and nothing counted behind it."""
    words = time_words()
    following = re.match(r"\s+([A-Za-z]+)", behind)
    if following and following[1].lower() in words.counted_nouns:
        return False
    if following and re.search(r"\b(?:more|less|fewer) than\s*$", before):
        return following[1] in number_words().function_words  # "destroyed more than 2000 oil tankers"
    if re.match(r"\s*(?:%|percent|per cent|million|billion|-strong)|[,.]\d|/\d", behind):
        return False
    if not match.group()[0].isdigit() or match.groupdict().get("year2") or _YEARS.fullmatch(match.group()):
        return True
    if not before.strip() and re.match(r"\s*[:,]", behind):
        return True
    last = re.search(r"([\w'’]+)[\s(\[–-]*$", before)
    if re.search(r"[(\[]\s*$", before) or (not before.strip() and not behind.strip()):
        return True
    return last is not None and (last[1].lower() in words.year_guards or last[1].lower().endswith(("'s", "’s")))


_YEARS = re.compile(r"\d{4}–\d\d")  # "1914–18": with that dash no month of a year


def _is_spoken_year(before: str, behind: str) -> bool:
    """ "In nineteen ninety-six", but not "two thousand people" or "in two thousand villages"."""
    last = re.search(r"([\w'’]+)\s*$", before)
    if re.search(r"(?:hundred|thousand|million)(?:\s+and)?\s*$", before, re.IGNORECASE):
        return False  # "two hundred and two thousand and twenty-one" goes on counting
    following = re.match(r"\s+([a-z]+)", behind)
    noun = following is not None and following[1] not in number_words().function_words
    return not noun and last is not None and last[1].lower() in time_words().year_guards - {"than", "for", "a"}


def _is_weekday(before: str, behind: str, words: Mapping[str, str | None]) -> bool:
    name = words["weekday"] or ""
    last = re.search(r"([\w'’]+)\s*$", before)
    previous = last[1].lower() if last else ""
    if previous in time_words().not_weekdays and previous != "the":
        return False
    if len(name.rstrip("s")) <= 4 and name.rstrip("s")[-1] != "y":  # "Sun", "Sat", "Mon"
        return (
            previous in ("on", "last", "next", "this")
            or re.match(r"\.?,?\s+\d", behind) is not None
            or bool(words["part"])
        )
    return not (name.endswith("s") and words.get("part") is None and _is_habit(previous, behind))


def _is_habit(previous: str, behind: str) -> bool:
    """ "on Fridays," is every Friday; "Fridays attack" and "on Fridays blast" are lost apostrophes."""
    return previous == "on" and re.match(r"\s+[a-z]+", behind) is None


@cache
def _edge_pattern() -> re.Pattern[str]:
    edges = time_words().edges
    groups = "|".join(rf"(?P<{edge}>{alternatives(words)})" for edge, words in edges.items() if edge != "from")
    return re.compile(rf"(?<![\w-])(?:{groups})\s+(?:(?:at\s+least|about|around|the|on|in|at)\s+)*$", re.IGNORECASE)


def _with_edge(text: str, expression: Expression) -> Expression:
    """The expression with the "since", "until", "by", "before" or "after" that stands before it."""
    first = max(0, expression.start - LOOK)
    found = _edge_pattern().search(text[first : expression.start])
    inside = re.match(r"(since|until|before|after|by)\s+", text[expression.start : expression.end], re.IGNORECASE)
    if inside and expression.op in ("clock", "season"):
        return expression
    if found is None or expression.op in ("duration", "length_event", "clock", "running_year"):
        return expression
    edge: Edge = next(edge for edge in ("since", "until", "by", "before", "after") if found[edge])
    if edge in ("after", "before", "by") and _HOUR.match(text, expression.start):
        return expression  # "shortly after 9 p.m. on Tuesday": the hour bounds the deed, not the day
    if edge in ("after", "by") and _names_event(text[expression.end : expression.end + LOOK]):
        return expression
    return expression._replace(start=first + found.start(), edge=edge)


_HOUR = re.compile(
    r"\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?\s?m\b|hrs?\b|hours\b|o['’]clock\b|GMT\b|UTC\b)|\d{1,2}:\d\d", re.IGNORECASE
)


def _names_event(behind: str) -> bool:
    """ "after Tuesday's attack", "killed by Tuesday's attack": the time belongs to an event and is no edge."""
    following = re.match(r"(?P<of>['’]s\b)?\s+(?P<noun>[a-z]+)", behind)
    return following is not None and (
        following["of"] is not None or following["noun"] not in number_words().function_words
    )
