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


def count_of(word: str) -> int | None:
    """What one word in front of a unit counts; None if it counts nothing.

    >>> count_of("a"), count_of("Three"), count_of("12"), count_of("several")
    (1, 3, 12, None)
    """
    low = word.lower()
    return int(low) if low.isdecimal() else 1 if low in ("a", "an") else cardinals().get(low)


def ordinals() -> dict[str, int]:
    """Ordinals and their numbers, up to the twentieth.

    >>> ordinals()["third"]
    3
    """
    return _numerals().ordinals
