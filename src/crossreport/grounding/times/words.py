"""The grammar of news time, typed: `words/data/times.yaml` as structs and as the patterns that read it."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct, field

from crossreport.grounding.numbers.words import alternatives, number_words, plain
from crossreport.words.calendar import calendar
from crossreport.words.loader import load
from crossreport.words.needed import Later


class Forms(Struct, frozen=True):
    """How a calendar name is written: `plain` in any case, the others only as given."""

    plain: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()  # also a word of its own: a date only where something else says so


class Future(Struct, frozen=True):
    """Words that put a time ahead of the report day."""

    auxiliaries: tuple[str, ...]
    conditional: tuple[str, ...]
    lemmas: frozenset[str]
    arranged: frozenset[str]  # in the simple present they tell of what is arranged: "the talks open on Monday"
    cues: tuple[str, ...]
    called: tuple[str, ...]
    held: tuple[str, ...]
    towards: tuple[str, ...]  # prepositions that lead to a day ahead, whatever the verb's tense


class RuleWords(Struct, frozen=True):
    """One rule of the grammar: its name, the pattern with `{classes}`, and the calendar rule that gives its value."""

    name: str
    op: str
    pattern: str
    args: tuple[int, ...] = ()


class NamedDay(Struct, frozen=True):
    """A day with a name, by day or by rank and weekday ("fourth", 4); `once`: the year of the one day that it names."""

    names: tuple[str, ...]
    month: int
    day: int | None = None
    rank: str | None = None
    weekday: int | None = None
    once: int | None = None
    about: bool = False


class FeastDay(Struct, frozen=True):
    """Days counted from a feast that grounding/times/feasts.py computes."""

    names: tuple[str, ...]
    feast: str
    offset: int = 0
    days: int = 1


class IslamicDay(Struct, frozen=True):
    """A month, or days of a month, of the Islamic calendar."""

    names: tuple[str, ...]
    month: int
    day: int | None = None
    days: int = 1


class TimeWords(Struct, frozen=True):
    """What `times.yaml` holds; its comments say what each part is for."""

    months: dict[int, Forms]
    weekdays: dict[int, Forms]
    month_guards: tuple[str, ...]
    units: dict[str, str]
    vague_counts: dict[str, int]
    seasons: dict[str, int]
    parts_of_day: tuple[str, ...]
    phases: dict[str, tuple[str, ...]]
    zones: tuple[str, ...]
    future: Future
    counted_nouns: frozenset[str]
    year_guards: frozenset[str]
    not_weekdays: frozenset[str]
    begin_words: tuple[str, ...]
    speech_words: tuple[str, ...]
    named_after_days: frozenset[str]
    edges: dict[str, tuple[str, ...]]
    classes: dict[str, str]
    rules: tuple[RuleWords, ...]
    named_days: tuple[NamedDay, ...]
    feasts: tuple[FeastDay, ...] = field(default_factory=tuple)
    islamic: tuple[IslamicDay, ...] = field(default_factory=tuple)


@cache
def time_words() -> TimeWords:
    """The lexicon, read once."""
    return load("times.yaml", TimeWords)


def _calendar_forms(table: dict[int, Forms], *, guarded: bool) -> str:
    parts = [rf"(?i:{alternatives(word for forms in table.values() for word in forms.plain)})"]
    exact = [word for forms in table.values() for word in forms.abbreviated + (forms.guarded if guarded else ())]
    return "(?:" + "|".join([*parts, rf"(?-i:{alternatives(exact)})", rf"(?-i:{_capitals(exact)})"]) + ")"


def _capitals(words: Iterable[str]) -> str:
    return alternatives(word.upper() for word in words)


@cache
def _lists() -> dict[str, str]:
    """The patterns that are lists of words, by class."""
    words, numbers = time_words(), number_words()
    month = _calendar_forms(words.months, guarded=True)
    sure = alternatives(word for forms in words.months.values() for word in forms.plain)
    behind = "|".join(rf"(?<=\b{guard}\s)" for guard in words.month_guards)
    return {
        "month": month,
        "plain_month": rf"(?:(?i:{sure})|(?:{behind}){month})(?!\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!:))",
        "weekday": _calendar_forms(words.weekdays, guarded=True),
        "unit": alternatives([*words.units.values(), *words.units]),
        "one_unit": alternatives(words.units),
        "season": alternatives(words.seasons),
        "part_word": alternatives(words.parts_of_day),
        "phase_words": alternatives(phase for phases in words.phases.values() for phase in phases),
        "zone": alternatives(words.zones),
        "modifier": alternatives(word for modifier in numbers.modifiers for word in modifier.before),
        "vague": alternatives(words.vague_counts),
        "cardinal": alternatives(numbers.cardinals),
        "teens": alternatives(word for word, value in numbers.cardinals.items() if 10 <= value < 20),
        "tens": alternatives(word for word, value in numbers.cardinals.items() if value >= 20),
        "ordinals": alternatives(numbers.ordinals),
    }


def weekday_pattern() -> str:
    """A pattern for the name of a weekday."""
    return _lists()["weekday"]


@cache
def _class(name: str) -> str:
    """The pattern of a class; "day2" is a second "day"."""
    known = name if name in _lists() or name in time_words().classes else name.removesuffix("2")
    if known in _lists():
        return _lists()[known]
    return re.sub(r"\{(\w+)\}", lambda found: _class(found[1]), _loosen(time_words().classes[known]))


def _expand(pattern: str) -> str:
    """A rule's pattern with its classes put in as named groups."""
    return re.sub(r"\{(\w+)\}", lambda found: f"(?P<{found[1]}>{_class(found[1])})", _loosen(pattern))


def _loosen(pattern: str) -> str:
    """Any white space for a blank, any dash for a hyphen; an apostrophe may be of any kind or missing."""
    return "".join(_loosen_piece(piece) for piece in re.split(r"(\[[^\]]*\])", pattern))


def _loosen_piece(piece: str) -> str:
    if piece.startswith("["):
        return r"[\s–—-]" if piece == "[ -]" else piece
    loose = piece.replace("-", "[-–—]").replace("'", "['’]?")
    return loose.replace(" ?", r"\s*").replace(" ", r"\s+")


class Rule(Struct, frozen=True):
    """A rule ready to match."""

    name: str
    op: str
    args: tuple[int, ...]
    pattern: Later


@cache
def grammar() -> tuple[Rule, ...]:
    """All rules in the order of the lexicon."""
    return tuple(
        Rule(
            rule.name,
            rule.op,
            rule.args,
            Later(rf"(?<![\w.$€£-])(?:{_expand(rule.pattern)})(?![\w])", re.IGNORECASE),
        )
        for rule in time_words().rules
    )


def calendar_number(name: str) -> int:
    """The number of a month (1-12) or weekday (1-7).

    >>> calendar_number("Sept"), calendar_number("Thursday")
    (9, 4)
    """
    bare, known = plain(name).rstrip("."), calendar()
    return known.months[bare] if bare in known.months else known.weekdays[bare]


def phase_of(words: str) -> str:
    """early, middle or late, by the words that name a part of a month or year."""
    bare = plain(words).removeprefix("very ").rstrip("-")
    for phase, forms in time_words().phases.items():
        if bare == phase or bare in forms or f"{bare} in" in forms:
            return phase
    return ""


def unit_of(words: str) -> str:
    """The plural name of a unit of time."""
    units = time_words().units
    bare = plain(words)
    return units.get(bare, bare)
