"""Strings made to keep a pattern busy: what leads to a repetition within it, and what that repeats.

In: a pattern. Out: pairs of lead and body, read off its parsed form. A body is a sample of what the repetition
repeats, a character for every set of its parts that take the same characters (so also each that two parts share, for
those can be told apart in many ways), or all that are shared, one behind the other.
"""

from collections.abc import Iterable, Iterator
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
OPEN = 20  # repetitions; a smaller bound is no open end
KINDS = 6  # samples of a repetition, at most
ALPHABET = "ab Az1\n\t_-–—‑'’\"“”‘.,;:!?/()[]{}<>@#$%&*+=|\\~éßاب١世\u0130·•"
NONE = "\x00"


class Pumps:
    """The pumps of one pattern; with `twofold` only of repetitions that can fall into parts in several ways."""

    def __init__(self, source: Any, flags: int, twofold: bool = False) -> None:
        self._tree = _parser.parse(source, flags)
        self._flags = flags
        self._twofold = twofold
        self._takes: dict[str, frozenset[str]] = {}
        letters = {chr(value) for op, value in _leaves(self._tree) if op is _constants.LITERAL}
        self._alphabet = tuple(dict.fromkeys([*ALPHABET, *sorted(letters)]))

    def all(self) -> list[tuple[str, str]]:
        """(lead, body), each once; of what leads to one body the shortest, the longest and one between."""
        leads: dict[str, set[str]] = {}
        for lead, body in self._within(self._tree, ""):
            leads.setdefault(body, set()).add(lead)
        return [(lead, body) for body in sorted(leads) for lead in _few(leads[body])]

    def _within(self, items: Iterable[tuple[Any, Any]], lead: str, inner: bool = False) -> Iterator[tuple[str, str]]:
        for op, value in items:
            if op in REPEATS:
                asked = inner or not self._twofold or _is_twofold(value[2])
                if value[1] > OPEN and asked:
                    yield from ((lead, body) for body in self._bodies(value[2]) if body)
                yield from self._within(value[2], lead, inner or (self._twofold and asked and value[1] > OPEN))
            else:
                for part in _parts(op, value):
                    yield from self._within(part, lead, inner)
            lead += self._one(op, value, 0)

    def _bodies(self, body: Any) -> set[str]:
        found = {self._sample(body, other) for other in range(KINDS)}
        leaves = {str(leaf): leaf for leaf in _leaves(body)}
        alike: dict[frozenset[str], str] = {}
        for char in self._alphabet:
            takers = frozenset(name for name, leaf in leaves.items() if char in self._taken(leaf))
            if takers:
                alike.setdefault(takers, char)
        shared = [char for takers, char in alike.items() if len(takers) > 1]
        return found | set(alike.values()) | {"".join(shared), "".join(reversed(shared))}

    def _taken(self, leaf: tuple[Any, Any]) -> frozenset[str]:
        """Characters of the alphabet that one part takes."""
        name = str(leaf)
        if name not in self._takes:
            tree = _parser.SubPattern(self._tree.state, [leaf])
            one = _compiler.compile(tree, self._flags)
            self._takes[name] = frozenset(char for char in self._alphabet if _matches(one, char))
        return self._takes[name]

    def _sample(self, items: Iterable[tuple[Any, Any]], other: int) -> str:
        """A string that the items match, roughly; `other` picks another of its kinds."""
        return "".join(self._one(op, value, other) for op, value in items)

    def _one(self, op: Any, value: Any, other: int) -> str:
        if op is _constants.LITERAL:
            return chr(value)
        if op in (_constants.NOT_LITERAL, _constants.ANY, _constants.IN):
            return self._of_class(op, value, other)
        if op is _constants.BRANCH:
            return self._sample(value[1][other % len(value[1])], other)
        if op is _constants.SUBPATTERN:
            return self._sample(value[-1], other)
        if op is _constants.ATOMIC_GROUP:
            return self._sample(value, other)
        if op in REPEATS:
            return self._sample(value[2], other) * max(1 if value[1] else 0, int(value[0]))
        return ""

    def _of_class(self, op: Any, value: Any, other: int) -> str:
        taken = self._taken((op, value))
        fit = [char for char in ("a", " ", "1") if char in taken] or [c for c in self._alphabet if c in taken]
        if fit:
            return fit[other % len(fit)]
        return chr(value[0][1][0]) if op is _constants.IN and value[0][0] is _constants.RANGE else "a"


def _parts(op: Any, value: Any) -> Iterable[Any]:
    if op is _constants.SUBPATTERN:
        return [value[-1]]
    if op is _constants.ATOMIC_GROUP:
        return [value]
    if op is _constants.BRANCH:
        return list(value[1])
    if op in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    if op is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return [value[2]] if op in REPEATS else []


def _leaves(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    for op, value in items:
        if op in (_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN):
            yield op, value
        for part in _parts(op, value):
            yield from _leaves(part)


def _is_twofold(items: Iterable[tuple[Any, Any]]) -> bool:
    """Whether these can take one string in more than one way, repeated."""
    for op, value in items:
        if op is _constants.BRANCH or (op in REPEATS and value[0] != value[1]):
            return True
        if any(_is_twofold(part) for part in _parts(op, value)):
            return True
    return False


def _matches(one: Any, char: str) -> bool:
    return one.match(char) is not None


def _few(leads: set[str]) -> list[str]:
    ordered = sorted(leads, key=lambda lead: (len(lead), lead))
    return sorted({ordered[0], ordered[len(ordered) // 2], ordered[-1]})
