"""Every pattern of the code and its lexicons against strings made to keep it busy (R8).

For each repetition within a pattern: a string that leads there, the repeated part many times, and an end that cannot
match. Each string is searched, and matched whole: a whole match fails where a search ends early, and what `match` does
is the first step of a search. A pattern whose time grows with more than the square of the length is broken; so is one
that takes long. `exponential` is the quick part: only repetitions that can fall into parts in several ways, on short
strings, where time that doubles with every few characters shows in milliseconds.
"""

import math
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

from torture.collected import collected
from torture.pumps import Pumps
from torture.trial import Trial

SMALL = (10, 14, 18, 22, 26, 30, 34)  # repetitions: an exponential one shows, and holds nobody
SIZES = (*SMALL, 50, 100, 200, 400, 800, 1600)
ENOUGH = 0.1  # seconds after which a string is made no longer
SECONDS = 2.0  # for one search of the longest string
WORST = 2.5  # exponent of growth: a square is 2, and a little for the noise
LEAST = 0.02  # seconds from which a growth can be told from noise
CUBE = 3  # what cannot be felt at the longest string though it grew like that is tried no further
QUICK = 0.003  # seconds: a power of three takes far less on the longest of the small strings
EXPLODES = 4.5  # exponent on small strings: doubling with every body is 9 between 10 and 14, 21 between 30 and 34
AGAIN = 3  # measures of what seems to explode
ENDS = ("\x00", "!", " ")


def trials(_seed: int) -> Iterator[Trial]:
    """A trial is one pattern."""
    for pattern in _by_length():  # long ones take minutes
        yield Trial(f"{pattern.pattern[:100]!r}", broke(pattern))


def exponential(_seed: int) -> Iterator[Trial]:
    """A trial is one pattern, on small strings only."""
    for pattern in _by_length():
        yield Trial(f"{pattern.pattern[:100]!r}", explodes(pattern))


def _by_length() -> list[re.Pattern[Any]]:
    return sorted(collected(), key=lambda one: (len(one.pattern), str(one.pattern)))


def broke(pattern: re.Pattern[Any]) -> str:
    """The first of a pattern's repetitions that is too bad."""
    for lead, body in Pumps(pattern.pattern, pattern.flags).all():
        for use, end in ((use, end) for use in (pattern.search, pattern.fullmatch) for end in ENDS):
            growth, foreseen = _growth(use, _as(pattern, lead), _as(pattern, body), _as(pattern, end))
            if growth > WORST or foreseen > SECONDS:
                said = f"{use.__name__} of {lead!r} + {SIZES[-1]} × {body!r} + {end!r}"
                return f"{foreseen:.2g} s on {said}, growth {growth:.1f}"
    return ""


def explodes(pattern: re.Pattern[Any]) -> str:
    """The first of a pattern's repetitions whose time explodes."""
    for lead, body in Pumps(pattern.pattern, pattern.flags, twofold=True).all():
        for use, end in ((use, end) for use in (pattern.search, pattern.fullmatch) for end in ENDS):
            found = _explosion(use, _as(pattern, lead), _as(pattern, body), _as(pattern, end))
            if found:
                return f"{use.__name__} of {lead!r} + n × {body!r} + {end!r}: {found}"
    return ""


def _as(pattern: re.Pattern[Any], text: str) -> Any:
    return text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


def _growth(use: Callable[[Any], object], lead: Any, body: Any, end: Any) -> tuple[float, float]:
    """The exponent with which time grows, and the seconds that the longest string takes, or would take."""
    before, smaller = 0.0, 0
    for size in SIZES:
        took = _timed(use, lead + body * size + end)
        if took >= ENOUGH or size == SIZES[-1]:
            if took < LEAST or not before:
                return 0.0, took
            growth = _exponent(before, took, smaller, size)
            return growth, took * (SIZES[-1] / size) ** growth
        if size > SMALL[-1] and took * (SIZES[-1] / size) ** CUBE < LEAST:
            return 0.0, took
        before, smaller = took, size
    return 0.0, 0.0


def _explosion(use: Callable[[Any], object], lead: Any, body: Any, end: Any) -> str:
    before, smaller = 0.0, 0
    for size in SMALL:
        took = _timed(use, lead + body * size + end)
        if took >= QUICK and before:  # a busy machine makes one measure long, or the one before short
            took = min(took, *(_timed(use, lead + body * size + end) for _ in range(AGAIN)))
            before = max(before, _timed(use, lead + body * smaller + end))
        if took >= QUICK and before and _exponent(before, took, smaller, size) > EXPLODES:
            return f"{before * 1000:.2g} ms at n = {smaller}, {took * 1000:.2g} ms at {size}"
        if took >= ENOUGH:
            break
        before, smaller = took, size
    return ""


def _exponent(before: float, took: float, smaller: int, size: int) -> float:
    return math.log(took / max(before, 1e-5)) / math.log(size / smaller)


def _timed(use: Callable[[Any], object], text: Any) -> float:
    began = time.thread_time()
    use(text)
    return time.thread_time() - began
