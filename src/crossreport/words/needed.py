"""Which of many patterns can match a text at all: those whose needed words it holds.

In: compiled patterns. Out: for each, words of which one must stand in any text that it matches, read off the pattern
itself; a text without them is not searched. It decides nothing: it never leaves out a pattern that would match.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any, ClassVar, Generic, TypeVar

from crossreport.words.kept import kept

_Held = TypeVar("_Held")
Words = frozenset[str]  # lower case, ASCII

_ODD = re.compile("[\u0130\u0131\u017f\u212a]")  # letters beyond ASCII that match i, s or k where case is ignored
_LETTERS = 26
_LONG = 6  # letters from which a longer word is no rarer
_REPEATS = frozenset(
    getattr(_constants, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(_constants, name)
)


class Later:
    """A pattern that is compiled when it is first searched for: most pages need few of a grammar's."""

    made: ClassVar[list["Later"]] = []  # all of them, for those who want them ready

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, int(flags)
        self.made.append(self)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self.pattern, self.flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text)


class Sieve(Generic[_Held]):
    """Patterns with what each stands for, in their order. What a named sieve's patterns need is kept between runs."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str] | Later, _Held]], name: str | None = None) -> None:
        given = tuple(patterns)
        needs = _needs([pattern for pattern, _ in given], name)
        self._held = tuple((words, held) for words, (_, held) in zip(needs, given, strict=True))
        self._words = tuple(sorted({word for words, _ in self._held for word in words or ()}))

    def fitting(self, text: str) -> list[_Held]:
        """What the patterns stand for that can match in `text`."""
        if _ODD.search(text):
            return [held for _, held in self._held]
        lowered = text.lower()
        present = {word for word in self._words if word in lowered}
        return [held for words, held in self._held if words is None or not words.isdisjoint(present)]


def _needs(patterns: Sequence[re.Pattern[str] | Later], name: str | None) -> list[Words | None]:
    if name is None:
        return [needed_words(pattern) for pattern in patterns]
    rules = files("crossreport.words").joinpath("needed.py").read_bytes()
    follows = [sys.version.encode(), rules, *(f"{one.flags} {one.pattern}".encode() for one in patterns)]
    found = kept(f"needed-{name}", follows, lambda: [_listed(needed_words(pattern)) for pattern in patterns])
    return [None if words is None else frozenset(words) for words in found]


def _listed(words: Words | None) -> list[str] | None:
    return None if words is None else sorted(words)


def needed_words(pattern: re.Pattern[str] | Later) -> Words | None:
    """Words of which every match has one near it, whatever its case; None if the pattern needs no word.

    >>> sorted(needed_words(re.compile(r"(?i)(early|late)[ -](?:in )?May \\d+")))
    ['early', 'late']
    """
    return _in_sequence(_parser.parse(pattern.pattern, pattern.flags))


def _in_sequence(items: Iterable[tuple[Any, Any]]) -> Words | None:
    """The rarest of what the parts need, neighbouring letters taken together."""
    found: list[Words] = []
    run = ""
    for op, value in items:
        if op is _constants.LITERAL and value < 128:
            run += chr(value).lower()
            continue
        words = _in_part(op, value)
        found += [frozenset({run})] if run else []
        found += [words] if words else []
        run = ""
    found += [frozenset({run})] if run else []
    return min(found, key=_likelihood) if found else None


def _in_part(op: Any, value: Any) -> Words | None:
    if op is _constants.BRANCH:
        return _in_all(value[1])
    if op is _constants.SUBPATTERN:
        return _in_sequence(value[-1])
    if op in _REPEATS:
        return _in_sequence(value[2]) if value[0] > 0 else None
    if op is _constants.ASSERT and value[0] > 0:  # what stands before may be outside of the searched range
        return _in_sequence(value[1])
    return None


def _in_all(branches: Sequence[Any]) -> Words | None:
    words = [_in_sequence(branch) for branch in branches]
    return frozenset().union(*(each for each in words if each)) if all(words) else None


def _likelihood(words: Words) -> tuple[float, int]:
    """How often one of the words stands in a text, by their lengths; blanks say little."""
    return sum(_LETTERS ** -min(len(word.replace(" ", "")), _LONG) for word in words), len(words)
