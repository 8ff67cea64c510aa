"""The timeline: first and last days of events in, columns and bars out.

A column stands for a day, a week, a month or a year and has two heights: how many events surely lie in it, and how many
may. An event whose days are not known is counted beside it, never put anywhere.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from msgspec import Struct

from crossreport.brief.dates import parse, spread
from crossreport.brief.timeline import Axis
from crossreport.web.wording import typed
from crossreport.words.spoken import MONTHS

WIDTH, HEIGHT, LEFT, FOOT = 960.0, 150.0, 34.0, 24.0
Unit = Literal["day", "week", "month", "year"]
WIDEST: tuple[tuple[Unit, int], ...] = (("day", 92), ("week", 550), ("month", 2600))  # days of a whole timeline
CALENDAR = 36525  # days: a wider interval says nothing
ROW, TOP, LABEL, LONGEST_LABEL = 20.0, 26.0, 300.0, 46
BREAKS = 8  # stretches of an axis


class Column(Struct, frozen=True):
    """One stretch of the axis; `low` events surely happened in it, `high` may have."""

    first: str
    last: str
    says: str
    low: int
    high: int
    x: float
    width: float
    low_y: float
    high_y: float


class Columns(Struct, frozen=True):
    """All columns, what their `tallest` counts, where labels of the axis go, and how many events have no days."""

    unit: Unit
    columns: tuple[Column, ...]
    tallest: int
    ticks: tuple[tuple[float, str], ...]
    undated: int


class Bar(Struct, frozen=True):
    """One event: pale if its day is not sure, for it may be any of those that it covers."""

    event: str
    label: str
    y: float
    x: float
    width: float
    grade: str
    wide: bool
    title: str


class Bars(Struct, frozen=True):
    """The bars of some events on one axis."""

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]
    height: float


def columns(bounds: Iterable[tuple[str, str]]) -> Columns | None:
    """The columns of events with these first and last days (ISO, empty: open); None if none of them has both."""
    given = list(bounds)
    dated = [(first, last) for one in given if (first := parse(one[0])) and (last := parse(one[1])) and first <= last]
    dated = [(first, last) for first, last in dated if (last - first).days <= CALENDAR]
    if not dated:
        return None
    earliest, latest = min(first for first, _ in dated), max(last for _, last in dated)
    unit = _unit((latest - earliest).days)
    starts = _starts(earliest, latest, unit)
    low, edges = [0] * len(starts), [0] * (len(starts) + 1)
    at = {start: index for index, start in enumerate(starts)}
    for first, last in dated:
        one, other = at[_start(first, unit)], at[_start(last, unit)]
        low[one] += one == other
        edges[one] += 1
        edges[other + 1] -= 1
    high, running = [], 0
    for edge in edges[:-1]:
        running += edge
        high.append(running)
    return _drawn(starts, unit, low, high, len(given) - len(dated))


def _drawn(starts: Sequence[date], unit: Unit, low: Sequence[int], high: Sequence[int], undated: int) -> Columns:
    tallest, wide = max(high), (WIDTH - LEFT) / len(starts)
    found = []
    for index, start in enumerate(starts):
        last = _next(start, unit) - timedelta(1)
        tops = [round((HEIGHT - FOOT) * (1 - 0.92 * count / tallest), 1) for count in (low[index], high[index])]
        x, bar = round(LEFT + index * wide, 1), round(max(wide - 1, 0.8), 1)
        says = spread(start.isoformat(), last.isoformat())
        found.append(Column(start.isoformat(), last.isoformat(), says, low[index], high[index], x, bar, *tops))
    begins = [(one.x, start) for one, start in zip(found, starts, strict=True)]
    return Columns(unit, tuple(found), tallest, _ticks(begins, unit), undated)


def bars(rows: Sequence[Any]) -> Bars | None:
    """One bar an event, on an axis that holds them all; None if none has days."""
    held = [(row, first, last) for row in rows if (first := parse(row["earliest"])) and (last := parse(row["latest"]))]
    held = [one for one in held if 0 <= (one[2] - one[1]).days <= CALENDAR]
    if not held:
        return None
    axis = Axis([(first, last) for _, first, last in held], LABEL)
    if len(axis.stretches) > BREAKS:  # one long stretch then, for breaks would take all the room
        axis = Axis([(min(one[1] for one in held), max(one[2] for one in held))], LABEL)
    drawn = tuple(_bar(row, first, last, index, axis) for index, (row, first, last) in enumerate(held))
    ticks = tuple((tick.x, "" if tick.side == "end" else tick.label) for tick in axis.ticks())
    return Bars(drawn, ticks, axis.breaks(), TOP + ROW * len(drawn) + 6)


def _bar(row: Any, first: date, last: date, index: int, axis: Axis) -> Bar:
    name = typed(row["label"]) + (f", {row['place']}" if row["place"] else "")
    x = axis.x(first)
    return Bar(
        row["id"],
        name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1] + "…",
        round(TOP + ROW * index + ROW / 2, 1),
        x,
        round(max(axis.x(last) + axis.width(last) - x, 4.0), 1),
        row["grade"],
        last > first,
        f"{name}: {spread(row['earliest'], row['latest'])}",
    )


def _ticks(begins: Sequence[tuple[float, date]], unit: Unit) -> tuple[tuple[float, str], ...]:
    """Labels of the axis that do not run into each other."""
    found: list[tuple[float, str]] = []
    edge, year = 0.0, None
    for x, day in begins:
        label = {"day": f"{day.day} {MONTHS[day.month - 1][:3]}", "week": f"{day.day} {MONTHS[day.month - 1][:3]}",
                 "month": MONTHS[day.month - 1][:3], "year": ""}[unit]  # fmt: skip
        label = f"{label} {day.year}".strip() if day.year != year or unit == "year" else label
        if x >= edge and x + len(label) * 6.2 <= WIDTH:
            found.append((x, label))
            edge, year = x + len(label) * 6.2 + 14, day.year
    return tuple(found)


def _unit(length: int) -> Unit:
    return next((unit for unit, days in WIDEST if length <= days), "year")


def _starts(first: date, last: date, unit: Unit) -> list[date]:
    found, day = [], _start(first, unit)
    while day <= last:
        found.append(day)
        day = _next(day, unit)
    return found


def _start(day: date, unit: Unit) -> date:
    if unit == "week":
        return day - timedelta(day.weekday())
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[unit]


def _next(start: date, unit: Unit) -> date:
    if unit in ("day", "week"):
        return start + timedelta(7 if unit == "week" else 1)
    if unit == "year":
        return start.replace(year=start.year + 1)
    return (start + timedelta(31)).replace(day=1)
