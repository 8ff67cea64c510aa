"""When: one row an event, one bar for its day or interval, on an axis that is broken where nothing happens."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from crossreport.brief.dates import parse, spread
from crossreport.brief.entries import Entry
from crossreport.model.statuses import FIRM
from crossreport.words.spoken import MONTHS

RIGHT, ROW, TOP = 970.0, 19.0, 26.0
WIDTH, TICK_CHARACTER = 978.0, 5.6  # pixels of the drawing, and of a character of a tick's label
CHARACTER, INDENT = 6.2, 18.0  # pixels of a row's label; between label and axis
GAP = 20  # days without an event after which the axis breaks
BREAK = 26.0  # pixels of a break
LONGEST = 31  # days: a longer interval, or an open one, is told but not drawn, for it would press all others together
MOST = 40  # rows: beyond, only what the pages are about is drawn
WIDE = 3  # days: from here on a bar is pale, for its day is uncertain or it lasted
LONGEST_LABEL = 52  # characters
STRETCH = 72.0  # pixels of the label of a stretch, "11 Jun 2023", with some air
STEPS = (1, 2, 5, 7, 14, 31, 92, 183)  # days from tick to tick
COARSE = 31  # days: from this step on a tick says its month only
PAD = 1  # days before and after each stretch


class Bar(Struct, frozen=True):
    """One event's row."""

    event: str
    label: str
    y: float
    x: float
    width: float
    grade: str
    hollow: bool
    wide: bool
    title: str


class Tick(Struct, frozen=True):
    """A day on the axis."""

    x: float
    label: str
    major: bool
    side: str = "middle"  # SVG's text-anchor


class Timeline(Struct, frozen=True):
    """Rows, ticks and breaks of the axis, in pixels; `left_out` events have no drawable time,
    `further` ones are those beyond what can be read at a glance."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...]
    left: float
    height: float
    left_out: int
    further: int = 0


def timeline(entries: Sequence[Entry]) -> Timeline | None:
    """The timeline of these events; None if none has a time that can be drawn."""
    spans = [(entry, *bounds) for entry in entries if (bounds := _bounds(entry))]
    timed = len(spans)
    if len(spans) > MOST:
        spans = [one for one in spans if one[0].core][:MOST] or spans[:MOST]
    if not spans:
        return None
    spans.sort(key=lambda one: (one[1], one[2], one[0].short.text, one[0].event.id))
    left = round(max(len(_label(entry)) for entry, _, _ in spans) * CHARACTER + INDENT, 1)
    axis = Axis([(first, last) for _, first, last in spans], left)
    bars = tuple(_bar(entry, first, last, index, axis) for index, (entry, first, last) in enumerate(spans))
    height = TOP + ROW * len(bars) + 8
    return Timeline(bars, axis.ticks(), axis.breaks(), left, height, len(entries) - timed, timed - len(bars))


def _bounds(entry: Entry) -> tuple[date, date] | None:
    when = entry.event.when
    if when is None:
        return None
    first, last = parse(when.earliest), parse(when.latest)
    if first is None or last is None or last < first or (last - first).days > LONGEST:
        return None
    return first, last


class Axis:
    """Days to pixels over stretches of days, with a break between any two."""

    def __init__(self, spans: Sequence[tuple[date, date]], left: float) -> None:
        self.left = left
        self.stretches: list[tuple[date, date]] = []
        for first, last in sorted(spans):
            if self.stretches and (first - self.stretches[-1][1]).days <= GAP:
                self.stretches[-1] = (self.stretches[-1][0], max(last, self.stretches[-1][1]))
            else:
                self.stretches.append((first, last))
        pad = timedelta(days=PAD)
        self.stretches = [(first - pad, last + pad) for first, last in self.stretches]
        self.scales = self._scales(RIGHT - left - BREAK * (len(self.stretches) - 1))

    def _scales(self, room: float) -> list[float]:
        """Pixels of a day, for each stretch: one scale, but a short stretch is as wide as its first label if it can."""
        days = [(last - first).days + 1 for first, last in self.stretches]
        least = min(STRETCH, room / len(days))
        short = {at for at, count in enumerate(days) if count * room / sum(days) < least}
        rest = sum(count for at, count in enumerate(days) if at not in short)
        scale = (room - least * len(short)) / rest if rest else room / sum(days)
        return [least / count if at in short and rest else scale for at, count in enumerate(days)]

    def width(self, day: date) -> float:
        """Pixels of this day."""
        for (_, last), scale in zip(self.stretches, self.scales, strict=True):
            if day <= last:
                return scale
        return self.scales[-1]

    def x(self, day: date) -> float:
        """The left edge of a day."""
        x = self.left
        for (first, last), scale in zip(self.stretches, self.scales, strict=True):
            if day <= last:
                return round(x + (day - first).days * scale, 1)
            x += ((last - first).days + 1) * scale + BREAK
        return round(x - BREAK, 1)

    def breaks(self) -> tuple[float, ...]:
        """The middles of the breaks."""
        return tuple(round(self.x(first) - BREAK / 2, 1) for first, _ in self.stretches[1:])

    def ticks(self) -> tuple[Tick, ...]:
        """A tick every so many days that labels have room; year and month are said anew wherever they change."""
        return _with_room([mark for at in range(len(self.stretches)) for mark in self._marks(at)])

    def _marks(self, at: int) -> Iterator[tuple[float, date, bool, bool]]:
        """Of one stretch: where, which day, whether the stretch begins there, whether days are too close to be told."""
        (first, last), scale = self.stretches[at], self.scales[at]
        step = next((n for n in STEPS if n * scale >= 26), STEPS[-1])
        first += timedelta(days=PAD) if step >= COARSE else timedelta()
        for number in range((last - first).days // step + 1):
            day = first + timedelta(days=number * step)
            yield round(self.x(day) + (scale / 2 if number else 0), 1), day, not number, step >= COARSE


def _with_room(marks: Sequence[tuple[float, date, bool, bool]]) -> tuple[Tick, ...]:
    """Ticks whose labels do not run into each other; the rest keep their line only."""
    kept: list[Tick] = []
    edge, said = 0.0, None
    for x, day, begins, coarse in marks:
        label, major = _tick_label(day, None if begins else said, coarse=coarse)
        wide = len(label) * TICK_CHARACTER
        last = x + (wide if major else wide / 2) > WIDTH
        first = x - wide if last else x if major else x - wide / 2
        free = first > edge
        kept.append(Tick(x, label if free else "", major, "end" if last else "start" if major else "middle"))
        if free:
            edge, said = first + wide + 6, day
    return tuple(kept)


def _tick_label(day: date, said: date | None, *, coarse: bool) -> tuple[str, bool]:
    """What a tick says beside the label before it, and whether it says more than a day."""
    month = MONTHS[day.month - 1][:3]
    if said is None or said.year != day.year:
        return (f"{month} {day.year}" if coarse else f"{day.day} {month} {day.year}"), True
    if coarse:
        return month, True
    return (str(day.day), False) if said.month == day.month else (f"{day.day} {month}", True)


def _label(entry: Entry) -> str:
    label = entry.heading + (f", {entry.event.place.name}" if entry.event.place else "")
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"


def _bar(entry: Entry, first: date, last: date, index: int, axis: Axis) -> Bar:
    x, end = axis.x(first), axis.x(last) + axis.width(last)
    return Bar(
        event=entry.event.id,
        label=_label(entry),
        y=round(TOP + ROW * index + ROW / 2, 1),
        x=x,
        width=round(max(end - x, 5.0), 1),
        grade=entry.event.grade,
        wide=(last - first).days >= WIDE,
        hollow=entry.event.status not in FIRM,
        title=f"{entry.short.text} ({spread(first.isoformat(), last.isoformat())})",
    )
