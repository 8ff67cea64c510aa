"""Number words and ordinals in, numbers out; the small ones, of which times are counted, as constants for patterns.

What a number means beside its noun, the grounding room decides.
"""

from functools import cache

from msgspec import Struct

from crossreport.words.loader import load

UP_TO_TWELVE = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
UP_TO_TWELFTH = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth"),
            *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
        ),
        1,
    )
}


class _Numerals(Struct, frozen=True):
    cardinals: dict[str, int]
    ordinals: dict[str, int]


@cache
def _numerals() -> _Numerals:
    return load("numbers.yaml", _Numerals)


def cardinals() -> dict[str, int]:
    """Number words and what they count, from zero to ninety.

    >>> cardinals()["seventeen"]
    17
    """
    return _numerals().cardinals


def ordinals() -> dict[str, int]:
    """Ordinals and their numbers, up to the twentieth.

    >>> ordinals()["third"]
    3
    """
    return _numerals().ordinals
