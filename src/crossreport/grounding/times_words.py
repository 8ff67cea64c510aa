"""The grammar of news time, typed: `words/data/times.yaml` as structs and as the patterns that read it."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct, field

from crossreport.grounding.quantities_words import alternatives, number_words, plain
from crossreport.words.loader import load


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
    cues: tuple[str, ...]


class RuleWords(Struct, frozen=True):
    """One rule of the grammar: its name, the pattern with `{classes}`, and the calendar rule that gives its value."""

    name: str
    op: str
    pattern: str
    args: tuple[int, ...] = ()


class NamedDay(Struct, frozen=True):
    """A day with a name; without `year` it is the one nearest to the report."""

    names: tuple[str, ...]
    month: int
    day: int
    year: int | None = None
    about: bool = False


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
    edges: dict[str, tuple[str, ...]]
    rules: tuple[RuleWords, ...]
    named_days: tuple[NamedDay, ...]
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
def _classes() -> dict[str, str]:
    """The pattern of each `{class}`, without its group."""
    words, numbers = time_words(), number_words()
    month = _calendar_forms(words.months, guarded=True)
    abbreviations = alternatives(word for forms in words.months.values() for word in forms.abbreviated)
    guards = [re.escape(word).replace(r"\ ", r"\s+") for word in words.month_guards]
    behind = "|".join(rf"(?<=\b{guard}\s)" for guard in guards if r"\s+" not in guard and "'" not in guard)
    sure = alternatives(word for forms in words.months.values() for word in forms.plain)
    count = alternatives([*number_words().cardinals, *words.vague_counts])
    year = r"(?:1[0-9]|20)\d\d"
    return {
        "month": month,
        "plain_month": rf"(?:(?i:{sure})|(?:{behind}){month})(?!\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?!:))",
        "abbreviation": abbreviations,
        "weekday": _calendar_forms(words.weekdays, guarded=True),
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.:]\d|,\d)",
        "dd": r"(?:3[01]|[12]\d|0[1-9])",
        "mm": r"(?:1[0-2]|0[1-9])",
        "a": r"(?:3[01]|[12]\d|0?[1-9])",
        "b": r"(?:3[01]|[12]\d|0?[1-9])",
        "yy": r"\d\d",
        "year": year,
        "of_year": r"(?:of )?(?:(?:the )?(?:last|this|next|that|the same|the previous|the following) year)",
        "this_month": r"(?:this|last|next|the|that|the same) month",
        "n": rf"(?:\d+(?:\.\d+)?|(?:a|an)(?:\s+(?:few|couple of|couple|number of|handful of|dozen|half))?|half an?|(?:several|two|a few) dozen|"
        rf"(?:{alternatives(w for w, v in numbers.cardinals.items() if v >= 20)}[\s-]+)?{count}(?:\s+of)?(?:\s+and\s+a\s+half|(?:\s+or\s+|\s+to\s+|-){count})?|\d+(?:-|\s+to\s+|\s+or\s+)\d+)",
        "about": rf"(?:{alternatives(w for m in numbers.modifiers for w in m.before)}|just|only|barely|least)",
        "unit": alternatives([*words.units.values(), *words.units]),
        "one_unit": alternatives(words.units),
        "season": alternatives(words.seasons),
        "part": alternatives(words.parts_of_day),
        "phase": rf"(?:(?:very )?(?:early|late|mid|middle)|{alternatives(p for ps in words.phases.values() for p in ps)}|around)",
        "ordinal": rf"(?:{alternatives([*list(numbers.ordinals)[:5], 'last', 'final', 'opening'])}|[1-5](?:st|nd|rd|th))",
        "ordinal_number": rf"(?:{alternatives(numbers.ordinals)}|\d+(?:st|nd|rd|th))",
        "week_dir": r"(?:last|this|next|the previous|the following|previous|following)",
        "part_of_year": r"(?:first|second|third|fourth|last|final) (?:half|quarter|months|part)|(?:first|second|last) (?:two|three|four|five|six|seven|eight|nine|ten) months|h[12]|q[1-4]",
        "decade": r"(?:1[5-9]|20)\d0['’]?s|['’][2-9]0s|(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
        "clock": rf"(?:(?:[01]?\d|2[0-4])(?::[0-5]\d|\.[0-5]\d(?=\s?(?:[ap]\.?m\b|gmt|utc|hrs)))(?!\d)(?::[0-5]\d)?(?:\s?(?:[ap]\.?m\b\.?|hrs?\b|hours\b))?|(?:1[0-2]|0?[1-9])\s?(?:[ap]\.m\.|[ap]m\b)|[0-2]\d[0-5]\d(?=\s?(?:gmt|utc|hrs|hours|local)))(?:,?\s?{alternatives(words.zones)})?",
    }


def _expand(pattern: str) -> str:
    """A rule's pattern with its classes put in as named groups; a blank stands for any white space."""

    def group(found: re.Match[str]) -> str:
        name = found[1]
        body = _classes()[name.rstrip("2") if name.rstrip("2") in _classes() else name].replace("(?P<", "(?:")
        return f"(?P<{name}>{body})"

    pieces = re.split(r"(\[[^\]]*\])", pattern)
    return re.sub(r"\{(\w+)\}", group, "".join(_loosen(piece) for piece in pieces))


def _loosen(piece: str) -> str:
    """Any white space for a blank, any dash for a hyphen, an apostrophe of any kind or none."""
    if piece.startswith("["):
        return piece.replace(" ", r"\s").replace("-", "–—-") if piece == "[ -]" else piece
    for plain_sign, loose in ((" ?", r"\s*"), (" ", r"\s+"), ("-", "[-–—]"), ("'", "['’]?")):
        piece = piece.replace(plain_sign, loose) if plain_sign != "-" else re.sub(r"-(?!–|—)", loose, piece)
    return piece


class Rule(Struct, frozen=True):
    """A rule ready to match."""

    name: str
    op: str
    args: tuple[int, ...]
    pattern: re.Pattern[str]


@cache
def grammar() -> tuple[Rule, ...]:
    """All rules in the order of the lexicon."""
    return tuple(
        Rule(
            rule.name,
            rule.op,
            rule.args,
            re.compile(rf"(?<![\w.$€£-])(?:{_expand(rule.pattern)})(?![\w])", re.IGNORECASE),
        )
        for rule in time_words().rules
    )


@cache
def _calendar_numbers() -> dict[str, int]:
    words = time_words()
    return {
        plain(form): number
        for table in (words.months, words.weekdays)
        for number, forms in table.items()
        for form in (*forms.plain, *forms.abbreviated, *forms.guarded)
    }


def calendar_number(name: str) -> int:
    """The number of a month (1-12) or weekday (1-7).

    >>> calendar_number("Sept"), calendar_number("Thursday")
    (9, 4)
    """
    return _calendar_numbers()[plain(name).rstrip(".")]


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
