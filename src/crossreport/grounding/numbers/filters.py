"""Which number expressions count something: not ages, ordinals, labels, weapon types, phone numbers or times.

In: a sentence's text with a reading. Out: the reading, with the unit that follows it, or the reason to leave it out.
Times are left out by the caller, who knows them.
"""

import re
from functools import cache
from typing import Literal

from crossreport.grounding.numbers.numerals import grouped_by_points
from crossreport.grounding.numbers.read import Reading
from crossreport.grounding.numbers.words import alternatives, number_words, plain

Refusal = Literal["age", "kin", "label", "phone", "coordinate", "pronoun", "ordinal_group", "description", "equation"]

LOOK = 60  # characters before and behind an expression that can tell what it is

_PHONE = re.compile(r"(?:\+|\b00|\btel\w*[.:\s]+|\bphone[:\s]+|\bcall\s+)\(?\d[\d\s().-]{6,}\d", re.IGNORECASE)
_EQUATION = re.compile(r"\d\s*[+x×=*]\s*\d")
_AGE_BEHIND = re.compile(
    r"[\s-]*+(?:years?|months?|yrs?|weeks?|days?)?[\s-]*+(?:old\b|of\s+age\b|olds\b)", re.IGNORECASE
)
_NAME_AGE = re.compile(r"[A-Z](?:[\w'’-]+|\.),?\s*[,(]\s*$")  # "Jane Doe, 34,", "Jane D., 34,"
_NOT_ONE = re.compile(r"(?:\b(?:no|each|every|any|this|the|another|loved|day|back\s+to\s+square)\s+)$", re.IGNORECASE)
_THAT_ONE = re.compile(r"\b(?:that|which|by|at)\s+$", re.IGNORECASE)  # "said that one soldier died" counts him
_ALONE = re.compile(r"\s*(?:[^\w\s]|$|(?:of|who|which|that|is|was|were|has|had|and|or|in|on|by)\b)", re.IGNORECASE)
_ONE_OTHER = re.compile(
    r"\s+(?:another|day|hand|time|thing|must|can|could|should|may|might|more\s+time|way|or\s+another|side|point)\b|['’]s\b",
    re.IGNORECASE,
)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s(“\"'])(?P<label>{alternatives(number_words().labels)})[.,:#]?\s*[-–]?\s*$", re.IGNORECASE
    )


@cache
def _ages() -> re.Pattern[str]:
    return re.compile(
        rf"\b{alternatives(number_words().age_words)}\s+(?:(?:between|from|about|only|just)\s+)?$", re.IGNORECASE
    )


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(number_words().kin_words)}\s+of\s+$", re.IGNORECASE)


@cache
def _units() -> re.Pattern[str]:
    words = number_words()
    table = alternatives([*words.units, *words.currencies])
    return re.compile(rf"\s*+-?\s*+(?P<unit>{table})(?![\w])", re.IGNORECASE)


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"\s+{alternatives(number_words().tails)}\b(?!\s+than\b)", re.IGNORECASE)


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<about>more than|over|nearly|almost|about|around|less than|at least|some)\s+)?"
        r"(?P<head>(?:(?:a|one|two|three)[\s-])?(?:half|third|quarter|thirds|quarters)|most|the\s+majority|a\s+majority)"
        r"(?=\s+(?:of|its|their|the)\b(?!\s+an?\b))",
        re.IGNORECASE,
    )


_ONE_IN = re.compile(
    r"\b(?P<about>)(?P<head>(?:one|1)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:two|three|four|five|six|ten|\d{1,3}))"
    r"(?=\s+(?!days?\b|weeks?\b|months?\b|years?\b|hours?\b)[a-z]+)",
    re.IGNORECASE,
)


def refusal(text: str, reading: Reading) -> Refusal | None:
    """Why the expression counts nothing, or None if it does."""
    first = max(0, reading.start - LOOK)
    text = text[first : reading.end + LOOK]
    reading = reading._replace(start=reading.start - first, end=reading.end - first, head=reading.head - first)
    before, behind = text[: reading.start], text[reading.end :]
    number = text[reading.head : reading.end]
    if _is_age(text, reading, before, behind):
        return "age"
    if _kin().search(before):
        return "kin"
    if any(found.start() < reading.end and reading.start < found.end() for found in _PHONE.finditer(text)):
        return "phone"
    if re.match(r"\s*°", behind) or re.search(r"°\s*$", before):
        return "coordinate"
    if any(found.start() <= reading.head < found.end() for found in _EQUATION.finditer(text)):
        return "equation"
    if plain(number) == "one" and (_NOT_ONE.search(before) or _ONE_OTHER.match(behind) or _that_one(before, behind)):
        return "pronoun"
    if plain(number) in ("many", "few") and re.search(r"\b(?:as|so|how|too|very)\s+$", before, re.IGNORECASE):
        return "pronoun"
    if reading.low is not None and _is_label(before, behind):
        return "label"
    return "description" if _is_description(behind) else None


def _that_one(before: str, behind: str) -> bool:
    return bool(_THAT_ONE.search(before) and _ALONE.match(behind))


def _is_age(text: str, reading: Reading, before: str, behind: str) -> bool:
    if _AGE_BEHIND.match(behind) and re.match(
        r"[\s-]*(?:years?|months?|yrs?|weeks?|days?)[\s-]+(?:old|of\s+age)|-?olds?\b", behind, re.I
    ):
        return True
    if _ages().search(text[: reading.head]) or _PERSON_OF.search(before) or _SECOND_AGE.search(before):
        return True
    whole = reading.low is not None and reading.low == reading.high and reading.low < 120
    if whole and _one_of().search(before) and _GOES_ON.match(behind):
        return True
    if whole and text[reading.head].isdigit() and _bare_age(before, behind):
        return True
    named = _NAME_AGE.search(before) is not None and re.match(r"\s*(?:[,);.]|$)", behind) is not None
    told = _noun_age().search(before) is not None and re.match(r"\s*[,)]", behind) is not None
    return whole and (named or told) and text[reading.head].isdigit()


# "In Khan Younis 34 died": whom a place's name has behind it are counted.
_BEFORE_PLACES = r"(?i:in|at|near|of|from|to|around|across|outside|inside|the|over|for|on|by)"
_NAMED = rf"(?!{_BEFORE_PLACES}\b)(?:[A-Z][\w'’-]+\s+){{2,3}}"
_RANK = r"(?:[A-Z]\w*\.\s+)?"
_BARE_NAME = re.compile(
    rf"(?:^|[.,;:!?()“”\"]\s*|\b(?!{_BEFORE_PLACES}\b)[\w-]+\s+)"
    rf"{_NAMED}(?P<second>\d{{1,2}}\s+and\s+{_RANK}{_NAMED})?$"
)
_ONE_DOES = re.compile(r"\s+(?:was|is|has|had|died|who|whose)\b")  # "were" has a number of people before it
_AND_ANOTHER = re.compile(rf"\s+and\s+(?:(?:his|her)\s+[a-z]|{_RANK}{_NAMED}\d{{1,2}}\s+(?:were|are|have|had|died)\b)")
_TWO_DO = re.compile(r"\s+(?:were|are|have|had|died)\b")


def _bare_age(before: str, behind: str) -> bool:
    """ "Teacher Jane Doe 34 was found", "Jane Doe 24 and Sgt. Joe Bloggs 31 were": pages that lost their commas."""
    name = _BARE_NAME.search(before)
    if name is None:
        return False
    goes_on = (_TWO_DO,) if name["second"] else (_ONE_DOES, _AND_ANOTHER)
    return any(pattern.match(behind) for pattern in goes_on)


@cache
def _noun_age() -> re.Pattern[str]:
    """ "A farmer, 54, was hurt"."""
    return re.compile(rf"\b{alternatives(number_words().person_nouns)}\s*[,(]\s*$", re.IGNORECASE)


@cache
def _one_of() -> re.Pattern[str]:
    """ "A driver of 22 was hurt": one person; "a commander of 22 men" has men behind the number."""
    nouns = alternatives(number_words().person_nouns)
    return re.compile(rf"\b(?:an?|the|his|her|their)\s+(?:[a-z]+\s+)?{nouns}\s+of\s+$", re.IGNORECASE)


_GOES_ON = re.compile(r"\s*(?:[,.;)]|$)|\s+(?:was|is|has|had|who|whose|died|from|in|at|on|and|to)\b", re.IGNORECASE)
# "Two children aged four and seven".
_SECOND_AGE = re.compile(r"\baged\s+[\w-]+(?:,\s+[\w-]+)*,?\s+(?:and|to|or)\s+$", re.IGNORECASE)


_PERSON_OF = re.compile(r"\b(?:an?|the)\s+(?:[a-z]+\s+)?(?:man|woman|boy|girl|child|person|youth)\s+of\s+$", re.I)


def _is_label(before: str, behind: str) -> bool:
    """ "Brigade 101", "the brigade 101 said": a label word with a capital, or nothing counted behind."""
    label = _labels().search(before)
    if label is None:
        return False
    following = re.match(r"\s+(?:[A-Z][\w’'-]+\s+)?([a-z]+)", behind)  # "over the past day, 19 Ukrainian soldiers"
    return label["label"][0].isupper() or following is None or following[1] in number_words().function_words


def _is_description(behind: str) -> bool:
    """ "six-storey": a number that a hyphen ties to a noun, unless it counts members or measures."""
    tied = re.match(r"-([A-Za-z]+)", behind)
    if tied is None or _units().match(behind):
        return False
    return tied[1].lower() not in number_words().counting_suffixes


def with_unit(text: str, reading: Reading) -> Reading:
    """The reading with the unit that follows it ("percent", "USD", "km2") and its tail ("more", "others")."""
    words = number_words()
    found = _units().match(text, reading.end)
    if found and reading.unit is None:
        name = plain(found["unit"])
        unit = words.units.get(name) or words.currencies[name]
        return reading._replace(unit=unit, end=found.end())
    whole = grouped_by_points(text[reading.head : reading.end]) if reading.unit is None else None
    if whole is not None and reading.best is not None:  # "1.200 people": nobody is a fraction
        low, high = (whole if end == reading.best else end for end in (reading.low, reading.high))
        reading = reading._replace(low=low, best=whole, high=high)
    tail = _tails().match(text, reading.end)
    return reading._replace(end=tail.end()) if tail else reading


def read_shares(text: str) -> list[Reading]:
    """ "more than half of them": a share of something else, which says no number of its own."""
    return [
        Reading(found.start(), found.end(), found.start("head"), None, None, None, "vague", "share", "share")
        for pattern in (_fraction(), _ONE_IN)
        for found in pattern.finditer(text)
        if found.start() == 0 or not text[found.start() - 1].isalnum()
    ]
