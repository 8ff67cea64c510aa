"""Numerals: one number written in digits, words or both, and its value.

In: a text that `NUMERAL` matched. Out: the number. Which bound its neighbours set is not decided here.
"""

import re
from functools import cache

from crossreport.grounding.numbers.words import alternatives, number_words, plain

# "1,600", "1 600" with a no-break or thin space, "210000", "3.5"; never a part of a longer token.
# With a plain space only whole thousands: "12 000", but not "on 5 May 200 people" and "5 300".
# Arabic and Persian digits count as digits; "٬" groups thousands there and "٫" opens the fraction.
DIGITS = (
    r"(?:\d{1,3}(?:[,\u066c]\d{3})+(?:[.\u066b]\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+"
    r"|[1-9]\d{0,2}(?: \d{3})? 000(?![\d,.]?\d)|\d+(?:[.\u066b]\d+)?)"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


@cache
def numeral_pattern() -> str:
    """A pattern for one numeral, without what must stand around it."""
    words = number_words()
    cardinal, scale, group = (alternatives(table) for table in (words.cardinals, words.scales, words.groups))
    short = alternatives(words.short_scales)
    fraction = alternatives(words.fractions)
    tens = alternatives(word for word, value in words.cardinals.items() if value >= 20)
    ones = alternatives(word for word, value in words.cardinals.items() if 1 <= value <= 9)
    small = rf"(?:{tens}(?:[\s-]+{ones}\b)?|{cardinal}\b)"
    tail = rf"(?:\s+(?:and\s+)?{small})?"
    spelled = rf"{small}(?:[\s-]+{scale}\b{tail})*"
    counted = rf"(?:(?:a|an)\s+)?{scale}\b{tail}"
    return "|".join(
        (
            rf"(?:(?:a|one|three|{DIGITS})[\s-]+)?{fraction}\s+(?:of\s+)?a\s+{scale}\b",
            rf"(?:a|one)\s+{scale}\s+and\s+a\s+half\b",
            rf"(?:{cardinal}|{DIGITS})\s+and\s+a\s+half\s+{scale}\b",
            rf"(?:half\s+a|a|{DIGITS}|{spelled})\s+{group}\b",
            rf"{DIGITS}(?:\s*-?\s*{scale}\b(?:\s+{scale}\b)?|{short}\b)?",
            rf"{spelled}\b",
            rf"{counted}\b",
        )
    )


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(numeral_pattern(), re.IGNORECASE)


def is_numeral(text: str) -> bool:
    """Whether `text` is one whole numeral."""
    return _numeral().fullmatch(text.strip()) is not None


def numeral_value(text: str) -> float:
    """The number that a numeral says.

    Raises:
        ValueError: `text` is no numeral.

    >>> numeral_value("a quarter of a million"), numeral_value("1,600"), numeral_value("sixty-two")
    (250000.0, 1600.0, 62.0)
    """
    if not is_numeral(text):
        raise ValueError(f"{text!r} is no numeral")
    parts = _parts(text)
    if "and" in parts and "half" in parts:  # "a million and a half", "two and a half million"
        words = number_words()
        scale = next(words.scales[part] for part in parts if part in words.scales)
        return round(_sum([part for part in parts if part not in ("and", "half")]) + scale / 2, 6)
    return _sum(parts)


def grouped_by_points(text: str) -> float | None:
    """The number that "1.200" is if its point groups thousands; None if it cannot.

    >>> grouped_by_points("1.200"), grouped_by_points("1.5")
    (1200.0, None)
    """
    bare = text.strip()
    return float(bare.replace(".", "")) if _THOUSANDS.fullmatch(bare) and not bare.startswith("0") else None


def _parts(text: str) -> list[str]:
    bare = plain(text) if " " in text else text.lower()
    bare = re.sub(r"(?<=\d)[,\u066c\u00a0\u202f\u2009 ](?=\d{3})", "", bare).replace("\u066b", ".")
    return re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+", bare)


def _sum(parts: list[str]) -> float:
    """Left to right: numbers add up, a hundred or dozen multiplies what stands before it, a scale closes a group."""
    words = number_words()
    scales = {**words.scales, **words.short_scales, **words.groups}
    total, group, seen = 0.0, 0.0, False
    for part in parts:
        if part in scales:
            factor = scales[part]
            group = (group if seen else 1.0) * factor
            if factor >= 1000 and factor not in words.groups.values():
                total, group, seen = total + group, 0.0, False
                continue
        elif part in words.fractions:
            group = (group if seen and group else 1.0) * words.fractions[part]
        elif part in ("a", "an", "of", "and"):
            continue
        else:
            group += words.cardinals[part] if part in words.cardinals else float(part)
        seen = True
    return round(total + group, 6)
