"""Number expressions in a sentence: which words, what they say literally.

In: the text of a sentence. Out: readings in order, not overlapping. Who is counted is left to coding; whether a
number is a date, an age or a label is decided by the filters of filters.py.
"""

import re
from functools import cache
from typing import NamedTuple

from crossreport.grounding.numbers.numerals import DIGITS, numeral_pattern, numeral_value
from crossreport.grounding.numbers.words import Modifier, Vague, alternatives, number_words, plain
from crossreport.model import Bound

LOOK = 80  # characters before a range that can tell that it is a change
RANGE_SIGN = r"(?<=\d)\s*[-–—]\s*(?=\d)"


class Reading(NamedTuple):
    """A number expression: offsets into the sentence, of the whole and of its number; and the literal interval."""

    start: int
    end: int
    head: int
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    rule: str
    unit: str | None = None


@cache
def _modifier_table() -> dict[str, Modifier]:
    return {plain(words): modifier for modifier in number_words().modifiers for words in modifier.before}


@cache
def _tail_table() -> dict[str, Modifier]:
    return {plain(words): modifier for modifier in number_words().modifiers for words in modifier.behind}


@cache
def _vague_table() -> dict[str, Vague]:
    return {plain(words): vague for vague in number_words().vague for words in vague.words}


@cache
def expression_pattern() -> re.Pattern[str]:
    """One expression: modifiers, then a range, a numeral or a vague count, then what may stand behind it."""
    words = number_words()
    before = alternatives(_modifier_table())
    loose = alternatives(words.transparent)
    scale = alternatives([*words.scales, *words.groups])
    vague = alternatives(_vague_table())
    numeral = rf"(?:{numeral_pattern()})"
    symbols = alternatives(word for word in words.currencies if not word[-1].isalpha())
    short = {code for code in words.currencies if code.isalpha() and len(code) <= 3}  # "Rs", "NIS"
    codes = alternatives(sorted({*words.currencies.values(), *short, "us$"}))
    glued = alternatives(unit for unit in words.units if unit.isalpha() and len(unit) <= 3)  # "120mm"
    money = rf"(?:(?P<sign>(?:{codes}\s?|us)?{symbols}|{codes}(?=\s?\d))\s?)"
    return re.compile(
        rf"(?<![\w.,$€£-])(?:(?P<before>{before})\s+)?(?:(?:{loose})\s+)?(?:(?P<inner>{before})\s+)?{money}?"
        rf"(?:(?P<between>between)\s+(?P<least>{numeral})\s+and\s+(?P<most>{numeral})"
        rf"|(?P<low>{numeral})(?P<link>\s+(?:to|or)\s+|{RANGE_SIGN})(?P<high>{numeral})(?:\s+(?P<shared>{scale})\b)?"
        rf"|(?P<times>{alternatives(words.vague_times)})\s+(?P<scale>{scale})\b(?!\s+of\s+{scale})"
        rf"|(?P<vague>{vague})\b"
        rf"|(?P<alone>{alternatives(words.vague_counts_alone)})\b"
        rf"|(?P<number>{numeral})(?P<short>[mb]\b)?)"
        rf"(?:(?P<behind>\s*\+|\s?-?{alternatives(word for word in _tail_table() if word != '+')})(?![\w-]))?"
        rf"(?!(?!{glued}\b)[\w/]|[-–](?=\d)|\.\d|,\d)",
        re.IGNORECASE,
    )


def read_quantities(text: str) -> list[Reading]:
    """Every number expression of a sentence, in order."""
    found: list[Reading] = []
    position = 0
    pattern = expression_pattern()
    while match := pattern.search(text, position):
        found.extend(_readings(match))
        position = max(match.end(), match.start() + 1)
    return found


def _readings(match: re.Match[str]) -> list[Reading]:
    """One reading, or two where "from A to B" tells a change and not a range."""
    if match["low"] is not None and _is_change(match):
        return [_exact(match, "low", match.start("low")), _exact(match, "high", match.start("high"))]
    reading = _plain_reading(match)
    return [reading] if reading is not None else []


def _is_change(match: re.Match[str]) -> bool:
    """ "rose from 10 to 15", and anything whose second number is not the larger one."""
    if numeral_value(match["low"]) >= _upper(match):
        return True
    ahead = match.string[max(0, match.start() - LOOK) : match.start()].lower()
    return " to " in match["link"] and re.search(r"\bfrom\s*$", ahead) is not None and _tells_change(ahead)


def _tells_change(text: str) -> bool:
    return re.search(rf"\b{alternatives(number_words().changes)}\b", text) is not None


def _exact(match: re.Match[str], group: str, start: int) -> Reading:
    value = numeral_value(match[group])
    end = match.end() if group == "high" else match.end(group)
    return Reading(start, end, match.start(group), value, value, value, "exact", "exact")


def _upper(match: re.Match[str]) -> float:
    value = numeral_value(match["high"])
    words = number_words()
    shared = match["shared"]
    return value * {**words.scales, **words.groups}[plain(shared)] if shared else value


def _plain_reading(match: re.Match[str]) -> Reading | None:
    low, best, high, rule, head = _interval(match)
    bound: Bound = "exact" if low == best == high and low is not None else "vague"
    modifier = _modifier(match)
    if modifier is not None:
        low, best, high, bound = _bounded(modifier.bound, low, best, high)
        rule = modifier.rule or (modifier.bound if rule in ("exact", "range", "between", "either") else rule)
    unit = _currency(match["sign"]) if match["sign"] else None
    return Reading(_start(match), match.end(), head, low, best, high, bound, rule, unit)


_HANDED = re.compile(
    r"\b(?:turn|hand|sign|carr|cross|look|run|ran|g[ai]v|t[ao]k|took|bring|brought)\w*\s+$", re.IGNORECASE
)


def _handed_over(match: re.Match[str]) -> bool:
    """ "Turned over three rifles": the word belongs to the verb and bounds no number."""
    return plain(match["before"] or "") == "over" and _HANDED.search(match.string[: match.start()]) is not None


def _start(match: re.Match[str]) -> int:
    """The passage begins with its first modifier, sign or number: "another" and "a total of" stay outside."""
    if match["before"] and not _handed_over(match):
        return match.start()
    groups = ("inner", "sign", "between", "low", "times", "vague", "alone", "number")
    return min(match.start(group) for group in groups if match[group] is not None)


def _interval(match: re.Match[str]) -> tuple[float | None, float | None, float | None, str, int]:
    """What the number itself says, before any modifier; with its rule and offset."""
    words = number_words()
    if match["least"] is not None:
        return (
            _shared_scale(match["least"], match["most"]),
            None,
            numeral_value(match["most"]),
            "between",
            match.start("least"),
        )
    if match["low"] is not None:
        return *_range(match), match.start("low")
    if match["times"] is not None:
        return *_some_hundred(match), match.start("times")
    if match["vague"] is not None:
        vague = _vague_table()[plain(match["vague"])]
        return vague.low, vague.best, vague.high, vague.rule, match.start("vague")
    if match["alone"] is not None:
        value = float(words.vague_counts_alone[plain(match["alone"])])
        return value, value, value, "exact", match.start("alone")
    value = numeral_value(match["number"])
    if match["short"]:
        value *= words.money_scales[match["short"].lower()]
    return value, value, value, "exact", match.start("number")


def _range(match: re.Match[str]) -> tuple[float, None, float, str]:
    words = number_words()
    low, high = numeral_value(match["low"]), _upper(match)
    shared = match["shared"] or _scale_behind(match["high"])
    if shared and low < 1000 and not _scale_behind(match["low"]):  # "2 to 3 million", "two or three dozen"
        low *= {**words.scales, **words.groups}[plain(shared)]
    return low, None, high, "either" if "or" in match["link"] else "range"


def _shared_scale(least: str, most: str) -> float:
    """ "Between two and three dozen": the scale of the larger number counts for both."""
    words, low = number_words(), numeral_value(least)
    shared = _scale_behind(most)
    if shared and not _scale_behind(least) and low < numeral_value(most) / {**words.scales, **words.groups}[shared] + 1:
        low *= {**words.scales, **words.groups}[shared]
    return low


def _scale_behind(numeral: str) -> str | None:
    words = number_words()
    last = plain(numeral).split()[-1]
    return last if last in words.scales or last in words.groups else None


def _some_hundred(match: re.Match[str]) -> tuple[float, None, float, str]:
    """ "several hundred" is [300, -, 999], "several dozen" [36, -, 99]."""
    words = number_words()
    scale = {**words.scales, **words.groups}[plain(match["scale"])]
    ceiling = 99 if scale < 100 else scale * 10 - 1
    rule = "several" if plain(match["times"]) == "several" else "few"
    return words.vague_times[plain(match["times"])] * scale, None, ceiling, f"{rule}_{plain(match['scale'])}"


def _modifier(match: re.Match[str]) -> Modifier | None:
    """The modifier that sets the bound: the outer one, unless it only says "about" ("perhaps more than 200")."""
    groups = ("inner",) if _handed_over(match) else ("before", "inner")
    found = [_modifier_table()[plain(match[group])] for group in groups if match[group]]
    if found:
        return found[-1] if found[0].bound == "about" else found[0]
    return _tail_table()[plain(match["behind"]).removeprefix("-").strip()] if match["behind"] else None


def _bounded(
    bound: Bound, low: float | None, best: float | None, high: float | None
) -> tuple[float | None, float | None, float | None, Bound]:
    """The interval under a modifier. A vague count keeps the end that the modifier leaves alone."""
    if low is None and best is None and high is None:
        return None, None, None, "vague"
    if bound in ("at_least", "more_than"):
        return low, best, None, bound
    if bound == "up_to":
        return None, None, high, bound
    if bound == "nearly":
        return None, high if low == best == high else None, high, bound
    return (None, best, None, bound) if low == best == high else (low, best, high, bound)


def _currency(sign: str) -> str:
    words = number_words()
    bare = plain(sign).replace(" ", "")
    for symbol, code in words.currencies.items():
        if bare in (symbol, code.lower()):
            return code
    return next((code for symbol, code in words.currencies.items() if bare.endswith(symbol)), "USD")


__all__ = ["DIGITS", "Reading", "read_quantities"]
