"""How many a report tells killed or wounded, as a person says it: words in, low, best and high out, and the figure that
stands for them.

A person's toll takes the place of all whole figures of that measure that the machine put to the report; a part of one
of them ("among them 12 children") becomes a part of it. The figure keeps the passage of what it replaces, or the
report's, where the machine had none.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from crossreport.model import Counted, EventReport, Figure, Scope, content_id
from crossreport.model.figure import Bound

TOLLS = ("killed", "wounded")
DIVIDES = "/"
OPEN = "-"
_HOW = "give a number, low-high, or low/best/high, with - for an open end: 12, 10-15, 10/12/15, 10/-/-"
_RANGE = re.compile(r"([\d,]+)\s*[-–]\s*([\d,]+)")
_LARGEST = 1e9


class Toll(Struct, frozen=True):
    """Persons, with an open end where it is None; never all three open."""

    low: float | None
    best: float | None
    high: float | None


def read_toll(words: str) -> dict[str, float | None]:
    """What the words mean.

    Raises:
        ValueError: they are no numbers, or low, best and high are out of order; says what can be given.
    """
    ends = _RANGE.fullmatch(words)
    if DIVIDES in words:
        parts = [part.strip() for part in words.split(DIVIDES)]
    else:
        parts = [ends[1], OPEN, ends[2]] if ends else [words, words, words]
    if len(parts) != 3:
        raise ValueError(f"{words!r} is no toll: {_HOW}")
    low, best, high = (_number(part, words) for part in parts)
    if low is None and high is None and best is not None:
        low = high = best
    if (low, best, high) == (None, None, None):
        raise ValueError(f"{words!r} is no toll: {_HOW}")
    in_order(low, best, high)
    return {"low": low, "best": best, "high": high}


def in_order(low: float | None, best: float | None, high: float | None) -> None:
    """Refuse a low that is above best or high, or a best above high.

    Raises:
        ValueError: they are out of order; names them.
    """
    given = [(name, value) for name, value in (("low", low), ("best", best), ("high", high)) if value is not None]
    for (one, less), (other, more) in pairwise(given):
        if less > more:
            raise ValueError(f"{one} {less:g} is more than {other} {more:g}: low, best and high must rise")


def _number(part: str, words: str) -> float | None:
    if part in ("", OPEN, "–", "?"):
        return None
    plain = part.replace(",", "")
    if not (plain.isascii() and plain.isdecimal() and float(plain) <= _LARGEST):
        raise ValueError(f"{words!r} is no toll: {_HOW}")
    return float(plain)


def said_toll(held: dict[str, Any]) -> str:
    """The numbers in words.

    >>> said_toll({"low": 12, "best": 12, "high": 12}), said_toll({"low": 10, "best": 12, "high": None})
    ('12', '10/12/-')
    """
    ends = [OPEN if held[name] is None else f"{held[name]:.0f}" for name in ("low", "best", "high")]
    return ends[0] if len(set(ends)) == 1 else DIVIDES.join(ends)


def whole(report: str, measure: str, figures: Iterable[Figure]) -> list[Figure]:
    """The figures of a report that are no part of another and no total of many events."""
    found = [one for one in figures if one.event_report == report and one.measure == measure and not one.cumulative]
    names = {one.id for one in found}
    return [one for one in found if one.part_of not in names]


def toll_of(report: str, measure: str, figures: Iterable[Figure]) -> Any:
    """What the figures say: None, a toll, or a list of them where voices or groups differ; as JSON holds it."""
    tolls = [msgspec.to_builtins(Toll(one.low, one.best, one.high)) for one in whole(report, measure, figures)]
    return (tolls[0] if len(tolls) == 1 else tolls) if tolls else None


def with_toll(
    report: EventReport, measure: str, toll: Toll | None, judgement: str, figures: Sequence[Figure]
) -> tuple[Figure, ...]:
    """The figures with a person's toll in place of the machine's; None: the passage counts nobody."""
    gone = whole(report.id, measure, figures)
    names = {one.id for one in gone}
    kept = [one for one in figures if one.id not in names]
    if toll is None:
        return tuple(one for one in kept if one.part_of not in names)
    made = _figure(report, measure, toll, judgement, gone)
    return (*(replace(one, part_of=made.id) if one.part_of in names else one for one in kept), made)


def _figure(report: EventReport, measure: str, toll: Toll, judgement: str, gone: Sequence[Figure]) -> Figure:
    kinds = {one.of.kind for one in gone}
    first = gone[0] if gone else None
    of = first.of if first is not None and len(kinds) == 1 else Counted("", "people")
    words = f"{said_toll(msgspec.to_builtins(toll))} (corrected)"  # never taken for words of the page
    return Figure(
        content_id("figure", judgement, report.id, measure), report.page, report.id, measure, of,  # type: ignore[arg-type]
        toll.low, toll.best, toll.high, words, _bound(toll), first.scope if first else Scope(None, None), False, None,
        first.attribution if first else report.attribution, report.status, first.span if first else report.span,
        report.confidence,
    )  # fmt: skip


def _bound(toll: Toll) -> Bound:
    if toll.high is None:
        return "at_least" if toll.low is not None else "about"
    return "up_to" if toll.low is None else "exact"
