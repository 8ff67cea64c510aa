"""The facts that bound time: `time_bounds.yaml` and a user's own file of the same form.

`from` and `to` are EDTF: a day, or a month or year where the sources leave the day open; then the bounds are its first
and last day. Refuses entries without a source, of an unknown kind, or that end before they begin.
"""

import re
from bisect import bisect_left
from calendar import monthrange
from datetime import date
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from crossreport.reading.own_words import own_text, rebuilt
from crossreport.words.actors import entries
from crossreport.words.loader import WordsError, load, parse

FactKind = Literal["office", "group", "conflict", "event", "death", "situation"]
_EDTF = re.compile(r"(?P<y>(?:19|20)\d\d)(?:-(?P<m>\d\d)(?:-(?P<d>\d\d))?)?")


class Fact(Struct, frozen=True, cache_hash=True, forbid_unknown_fields=True, rename={"first": "from", "last": "to"}):
    """A name and the days between which it holds. `titles` (of offices) and `near` (of others) must stand by it.

    `near` is a list of alternatives lists: one word of each must be in the sentence. `where` (of wars) are names whose
    mention anywhere in the report says that a beginning told with the war's own day is that war's. `exact` says that
    the sources give the day on which it began.
    """

    name: str
    kind: FactKind
    first: date
    source: str
    last: date | None = None
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    near: tuple[tuple[str, ...], ...] = field(default_factory=tuple)
    where: tuple[str, ...] = ()
    exact: bool = True

    def named_in(self, text: str) -> bool:
        """Whether a text names it."""
        return any(word in text for word in _rarest(self)) and pattern(self).search(text) is not None

    def mentions(self, text: str) -> int:
        """How often a text names it."""
        return sum(1 for _ in pattern(self).finditer(text))


_WORD = re.compile(r"\w+")


@rebuilt
@cache
def facts() -> tuple[Fact, ...]:
    """All facts, the user's last."""
    shipped = _facts(load("time_bounds.yaml", list[dict[str, Any]]), "time_bounds.yaml")
    own = own_text("facts")
    return (
        shipped if own is None else (*shipped, *_facts(parse(own.text, list[dict[str, Any]], name=own.name), own.name))
    )


@rebuilt
@cache
def _by_rare_word() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Numbers of facts by whole words of a text, and by what is more than one word to `_WORD` ("U.N.", "d'Ivoire")."""
    whole: dict[str, list[int]] = {}
    other: dict[str, list[int]] = {}
    for number, fact in enumerate(facts()):
        for word in _rarest(fact):
            (whole if _WORD.fullmatch(word) else other).setdefault(word, []).append(number)
    return whole, other


def facts_named(text: str) -> list[Fact]:
    """The facts that a text names, in their order."""
    whole, other = _by_rare_word()
    maybe = {number for word in whole.keys() & set(_WORD.findall(text)) for number in whole[word]}
    maybe |= {number for word, numbers in other.items() if word in text for number in numbers}
    return [fact for number in sorted(maybe) if pattern(fact := facts()[number]).search(text)]


def _facts(entries: list[dict[str, Any]], name: str) -> tuple[Fact, ...]:
    return tuple(_fact(entry, f"{name}, entry {n}") for n, entry in enumerate(entries, 1))


def _fact(entry: dict[str, Any], where: str) -> Fact:
    where = f"{where} ({entry.get('name', 'no name')})"
    values = dict(entry)
    if "from" in entry:
        values["from"], values["exact"] = _bound(entry["from"], where, end=False)
    if entry.get("to") is not None:
        values["to"], _ = _bound(entry["to"], where, end=True)
    try:
        fact = msgspec.convert(values, Fact)
    except msgspec.ValidationError as error:
        raise WordsError(f"{where}: {error}") from error
    problem = _problem(fact)
    if problem:
        raise WordsError(f"{where}: {problem}")
    return fact


def _problem(fact: Fact) -> str | None:
    if not fact.source.strip() or not fact.name.strip():
        return "name and source are needed"
    if fact.last is not None and fact.last < fact.first:
        return f"it ends ({fact.last}) before it begins ({fact.first})"
    if fact.kind == "office" and not fact.titles:
        return "an office needs titles: the words that stand beside the name"
    return None


def _bound(value: Any, where: str, *, end: bool) -> tuple[date, bool]:
    """The first or last day of an EDTF day, month or year; whether it is a day."""
    found = _EDTF.fullmatch(str(value))
    if found is None:
        raise WordsError(f"{where}: {value!r} is no date: give a day (2015-01-30), month (2015-01) or year (2015)")
    year, month, day = (int(part) if part else None for part in found.group("y", "m", "d"))
    assert year is not None
    try:
        if day is not None and month is not None:
            return date(year, month, day), True
        last = month or 12
        return (date(year, last, monthrange(year, last)[1]) if end else date(year, month or 1, 1)), False
    except ValueError as error:
        raise WordsError(f"{where}: {value!r} is no day of the calendar") from error


@cache
def _rarest(fact: Fact) -> tuple[str, ...]:
    """The longest word of each name: a text without any of them does not name the fact, and is not searched."""
    names = fact.aliases if fact.near and fact.aliases else (fact.name, *fact.aliases)
    return tuple(sorted({max(re.split(r"[\s-]+", name), key=len) for name in names}))


@rebuilt
@cache
def pattern(fact: Fact) -> re.Pattern[str]:
    """The fact's names, as written."""
    names = sorted(
        {*(fact.aliases or ()), *(() if fact.near and fact.aliases else (fact.name,))}, key=lambda n: (-len(n), n)
    )
    spelled = [
        (_not_within(name) if fact.kind == "group" else "") + _spelled(name) + _not_longer(name) for name in names
    ]
    return re.compile(r"(?<![\w-])(?:" + "|".join(spelled) + r")(?!\w)")


def _spelled(name: str) -> str:
    return r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", name))


def _not_within(name: str) -> str:
    """Bars what makes it the end of another group's name: no "People's Defence Force" in Uganda's army."""
    return "".join(rf"(?<!{re.escape(opening)} )" for opening in _openings().get(name, ()))


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """What stands before an end of an actor's name in names of actors that do not bear that end alone, too."""
    found: dict[str, set[str]] = {}
    for entry in entries().values():
        names = {entry.name, *entry.aliases}
        for words in (name.split() for name in names):
            for at in range(1, len(words)):
                if " ".join(words[at:]) not in names and all(w[0].isupper() and "-" not in w for w in words[:at]):
                    found.setdefault(" ".join(words[at:]), set()).add(" ".join(words[:at]))
    return {end: tuple(sorted(openings)) for end, openings in found.items()}


def _not_longer(name: str) -> str:
    """Bars what makes it another group's or person's name: "Islamic State" is not in "Islamic State of Iraq"."""
    opening = f"{name} "
    names = _all_names()
    tails = []
    for longer in names[bisect_left(names, opening) :]:
        if not longer.startswith(opening):
            break
        tails.append(longer[len(opening) :])
    return rf"(?![\s-]+(?:{'|'.join(map(_spelled, tails))})(?!\w))" if tails else ""


@rebuilt
@cache
def _all_names() -> list[str]:
    """The names of groups and persons, sorted."""
    bearers = (fact for fact in facts() if fact.kind in ("group", "office", "death"))
    return sorted({name for fact in bearers for name in (fact.name, *fact.aliases)})


@cache
def beside(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words that must stand near a name; their endings are free."""
    return re.compile(r"(?i)(?<!\w)(?:" + "|".join(re.escape(word) for word in words) + r")")


def all_near(fact: Fact, text: str) -> bool:
    """Whether each of the lists in `near` has a word in a text."""
    return all(beside(words).search(text) for words in fact.near)
