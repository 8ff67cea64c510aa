"""Our times as TIMEX3 would write them: extent, type and value. A mapping for measuring, no part of the product.

TIMEX3 annotates the words without the preposition before them, tells parts of the day and hours in the value, writes
durations for lengths, and knows references (PRESENT_REF …) and sets, none of which a coder's `When` holds.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from crossreport.grounding.numbers.words import plain
from crossreport.grounding.times.count import count_of
from crossreport.grounding.times.read import Expression
from crossreport.grounding.times.resolve import Resolved
from crossreport.grounding.times.words import calendar_number, time_words, unit_of

UNITS = {
    "seconds": "TS",
    "hours": "TH",
    "minutes": "TM",
    "days": "D",
    "nights": "D",
    "weeks": "W",
    "fortnights": "W",
} | {
    "months": "M",
    "quarters": "Q",
    "years": "Y",
    "decades": "DE",
    "centuries": "CE",
    "weekends": "WE",
}
PARTS = {
    "morning": "TMO",
    "mornings": "TMO",
    "afternoon": "TAF",
    "afternoons": "TAF",
    "evening": "TEV",
    "night": "TNI",
} | {
    "evenings": "TEV",
    "nights": "TNI",
    "noon": "T12:00",
    "midday": "T12:00",
    "midnight": "T24:00",
    "dawn": "TMO",
    "overnight": "TNI",
}
SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
EVERY = {"hourly": "hours", "daily": "days", "nightly": "nights", "weekly": "weeks", "monthly": "months"} | {
    "fortnightly": "fortnights",
    "yearly": "years",
}
LENGTHS = frozenset({"duration", "length_event", "past", "coming", "following", "unit_length"})
TIMED = frozenset({"part_of_day", "clock"})
RANGES = frozenset({"day_range", "month_range", "year_range", "weekday_range"})
_FRONT = re.compile(
    r"(?:(?:in|during|within|for|throughout|from|between|on|by|after|before|since|until|lasting|lasted|of)\s+"
    r"|over\s+(?=the\b)|at\s+(?!least\b|the\s+very\b)|(?:just|only|barely)\s+)",
    re.IGNORECASE,
)
_BACK = re.compile(r"\byears? (?:ago|earlier|before)$|\byear-(?:ago|earlier)\b")
_LINK = re.compile(r"\s*[-–—]\s*|\s+(?:to|and|through|until|till)\s+", re.IGNORECASE)
_UP_TO = re.compile(r"\s+(?:to|ending|ended|through|until|up to)\s+(?:on\s+)?(?:the\s+)?", re.IGNORECASE)


class Timex(NamedTuple):
    """One TIMEX3: offsets into the sentence, type and value."""

    start: int
    end: int
    kind: str
    value: str


def timexes(text: str, expression: Expression, resolved: Resolved) -> list[Timex]:
    """What TIMEX3 would annotate for one expression; the two ends of a range are two times."""
    start, end = expression.core, expression.end
    while front := _FRONT.match(text, start, end):
        start = front.end()
    the = re.match(r"the\s+", text[start:end], re.IGNORECASE)
    if the and ((expression.op == "month" and not expression.words.get("phase")) or "-quarter" in text[start:end]):
        start += the.end()
    if expression.op == "up_to" and (link := _UP_TO.search(text, start, end)):
        return _length_and_end(expression, resolved, (start, link.start(), link.end(), end))
    if text[start:end].endswith(("'s", "’s")) and expression.op not in ("decade",):
        end -= 2
    if expression.op in RANGES and resolved.when is not None and (link := _LINK.search(text, start + 1, end)):
        return _ends(expression, resolved, (start, link.start(), link.end(), end))
    value = _value(expression, resolved, text[start:end])
    return [Timex(start, end, _kind(expression, value), value)]


def _length_and_end(expression: Expression, resolved: Resolved, cuts: tuple[int, int, int, int]) -> list[Timex]:
    """ "The nine months ended 30 June": a length, and the day or month up to which it was counted."""
    first, middle, again, end = cuts
    last = (resolved.when.latest if resolved.when else None) or ""
    day = last if expression.words.get("day") else last[:7]
    return [Timex(first, middle, "DURATION", _duration(expression.words)), Timex(again, end, "DATE", day)]


def _ends(expression: Expression, resolved: Resolved, cuts: tuple[int, int, int, int]) -> list[Timex]:
    """Each end of a range, as fine as the range was written."""
    when = resolved.when
    assert when is not None
    assert when.earliest is not None
    assert when.latest is not None
    length = {"month_range": 7, "year_range": 4}.get(expression.op, 10)
    first, middle, again, end = cuts
    return [Timex(first, middle, "DATE", when.earliest[:length]), Timex(again, end, "DATE", when.latest[:length])]


def _kind(expression: Expression, value: str) -> str:
    if expression.op == "set":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value[4:] and not value.endswith("_REF") else "DATE"


def _value(expression: Expression, resolved: Resolved, text: str) -> str:
    words = expression.words
    if expression.op == "set":
        return _set(words)
    if expression.op == "ancient":
        return _ancient(words)
    if expression.op in ("present", "reference"):
        return {"present": "PRESENT_REF", "past_reference": "PAST_REF"}.get(expression.name, "FUTURE_REF")
    if expression.name in ("ucdp_recently", "ucdp_past_few_days") and expression.op != "past":
        return _reference(plain(text))
    if expression.op == "past" and re.match(r"(?:the )?(?:most )?recent days\b", plain(text)):
        return "PAST_REF"  # but recent weeks, months and years are PXW, PXM, PXY
    if expression.op in LENGTHS or (words.get("unit") and resolved.when is None and expression.op != "running_year"):
        return _duration(words)
    if expression.op == "ago" and _vague(words):
        return "PAST_REF"
    when = resolved.when
    if when is None or when.earliest is None or when.latest is None:
        return ""
    return _dated(expression, when.edtf, date.fromisoformat(when.earliest), date.fromisoformat(when.latest), text)


def _ancient(words: Mapping[str, str | None]) -> str:
    """Before Christ: the year, a decade of it, or a century, with parts of the year as in later ones."""
    if words.get("ordinal_number"):
        return f"BC{(count_of(words['ordinal_number'] or '') or 1) - 1:02.0f}"
    year = words["ancient_year"] or ""
    if year.endswith("s"):
        return f"BC{int(year[:-1]):04d}"[:-1]
    value = f"BC{int(year):04d}"
    if words.get("season"):
        return f"{value}-{SEASONS[str(time_words().seasons[plain(words['season'] or '')])]}"
    return f"{value}-{calendar_number(words['month'] or ''):02d}" if words.get("month") else value


def _vague(words: Mapping[str, str | None]) -> bool:
    named = plain(words.get("n") or "several").split()
    return any(word in named for word in ("few", "several", "some", "number", "many"))


def _reference(text: str) -> str:
    """ "Recently" and "a few days ago" are past references; "the past few days" is a length."""
    if re.search(r"\b(?:past|last|previous|recent)\b.*\bdays$", text):
        return "PXD" if "couple" not in text else "P2D"
    return "PAST_REF"


def _dated(expression: Expression, edtf: str, first: date, last: date, text: str) -> str:
    words, op = expression.words, expression.op
    named = _quarter(text, first, last) or _whole(expression, edtf, first)
    if named:
        return named
    if op == "around" and (last - first).days == 2:
        return (first + timedelta(days=1)).isoformat()  # "around Nov. 1" is written as that day
    if first == last or op in ("weekday", "offset", "part_of_today", "overnight"):
        return first.isoformat() + _time(words, text)
    return edtf.rstrip("~").split("/")[0].rstrip("~")


def _quarter(text: str, first: date, last: date) -> str:
    """A quarter or half of a year has a value of its own."""
    length = 12 * (last.year - first.year) + last.month - first.month + 1
    lower = plain(text)
    if (length == 3 and ("quarter" in lower or (first.month % 3 == 1 and _BACK.search(lower)))) or re.fullmatch(
        r".*\bq[1-4]\b.*", lower
    ):
        return f"{first.year}-Q{(first.month + 2) // 3}"
    return f"{first.year}-H{1 if first.month == 1 else 2}" if length == 6 and "half" in lower else ""


def _whole(expression: Expression, edtf: str, first: date) -> str:
    """Weeks, months, seasons, years, decades and centuries as TIMEX3 writes them."""
    words, op = expression.words, expression.op
    told = plain(words.get("told") or "")
    unit = unit_of(words.get("unit") or "") if op in ("ago", "later", "ahead") else ""
    if op == "century":
        return edtf[:2]
    if op == "decade":
        return f"{first.year // 10}"
    if unit == "decades":
        return f"{first.year // 10}" if op == "ago" else f"{first.year}"
    if op == "season":
        return f"{edtf[:4]}-{SEASONS.get(edtf[-2:], '')}"
    if op in ("week", "weekend") or told in ("week", "weekend") or unit == "weeks":
        week = first.isocalendar()
        return f"{week.year}-W{week.week:02d}" + ("-WE" if op == "weekend" or told == "weekend" else "")
    if op in ("month", "relative_month", "week_of_month") or told == "month" or unit == "months":
        return f"{first:%Y-%m}"
    if op in ("year", "relative_year") or told == "year" or unit == "years":
        return f"{first:%Y}"
    if told in ("day", "night", "morning", "afternoon", "evening"):
        return first.isoformat() + PARTS.get(told, "")
    return ""


def _time(words: Mapping[str, str | None], text: str) -> str:
    """The hour of the value: a clock, else a part of the day."""
    clock = words.get("clock")
    if clock:
        found = re.match(r"(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?\s*([ap])?", plain(clock))
        if found and not re.match(r"\d{4}", clock):
            hour = int(found[1]) % 12 + 12 * (found[4] == "p") if found[4] else int(found[1])
            return f"T{hour:02d}:{found[2] or '00'}"
        return f"T{clock[:2]}:{clock[2:4]}" if found else ""
    for word in re.findall(r"[a-z]+", plain(text)):
        if word in PARTS:
            return PARTS[word]
    if re.search(r"\b(?:early|small|first) hours\b", plain(text)):
        return "TMO"
    return "TNI" if re.search(r"\btonight\b", plain(text)) else ""


def _duration(words: Mapping[str, str | None]) -> str:
    unit = unit_of(words.get("unit") or words.get("one_unit") or "")
    named = words.get("n")
    count = count_of(named) if named else None
    vague = _vague(words)
    if count == 0.5 and unit in ("hours", "days", "years"):
        return {"hours": "PT30M", "days": "PT12H", "years": "P6M"}[unit]
    short = UNITS.get(unit, "")
    if not short:
        return ""
    number = "X" if vague or count is None else f"{count:g}"
    if not named and plain(words.get("unit") or "") != unit:
        number = "1"
    return f"PT{number}{short[1]}" if short in ("TH", "TM", "TS") else f"P{number}{short}"


def _set(words: Mapping[str, str | None]) -> str:
    """Sets: "every Friday" is XXXX-WXX-5, "each July" XXXX-07, "daily" P1D."""
    if words.get("month"):
        return f"XXXX-{calendar_number(words['month'] or ''):02d}"
    if words.get("weekday"):
        return f"XXXX-WXX-{calendar_number(words['weekday'] or '')}" + PARTS.get(plain(words.get("part") or ""), "")
    if words.get("season"):
        return f"XXXX-{SEASONS[str(time_words().seasons[plain(words['season'] or '')])]}"
    unit = unit_of(words.get("unit") or words.get("one_unit") or "")
    if words.get("every") and not unit:
        unit = EVERY.get(plain(words["every"] or ""), "")
    return _duration({"n": words.get("n") or "one", "unit": unit})
