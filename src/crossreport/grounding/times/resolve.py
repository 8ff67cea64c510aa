"""From an expression of time to days, against a report day that may itself be known only as an interval.

In: an expression, the context of the page. Out: a `Resolved`: first and last day, EDTF, the rule, and what was doubted.
A value that depends on the report day is worked out for every day that the page can be from: one answer is that answer,
several are the interval that they span, marked "~". Without any report day such a value stays unresolved.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from crossreport.grounding.times.calendar import CALENDAR, Context, Days
from crossreport.grounding.times.count import ONE_DAY
from crossreport.grounding.times.named import NAMED
from crossreport.grounding.times.read import Expression
from crossreport.grounding.times.relative import RELATIVE
from crossreport.grounding.times.weeks import WEEKS
from crossreport.grounding.times.years import YEARS
from crossreport.model import Published, Reason, When
from crossreport.words import edtf

LONGEST_WALK = 31  # days of an uncertain report date that are tried one by one; beyond, its two ends
# Report days with nothing in common: a value that is the same on all of them does not depend on the report day.
_PROBES = (date(1912, 2, 7), date(1987, 11, 19), date(2044, 7, 30))

_RULES = {**CALENDAR, **YEARS, **WEEKS, **RELATIVE, **NAMED}


class Anchor(NamedTuple):
    """The days on which the page can have been written; None = open on that side."""

    first: date | None
    last: date | None

    @classmethod
    def of(cls, published: Published) -> "Anchor":
        """The anchor that a page's own date gives."""
        earliest, latest = published.earliest, published.latest
        return cls(date.fromisoformat(earliest) if earliest else None, date.fromisoformat(latest) if latest else None)

    def days(self) -> tuple[date, ...]:
        """Report days to try: each one of a short interval, the ends of a long one."""
        if self.first is None or self.last is None or (self.last - self.first).days > LONGEST_WALK:
            return tuple(end for end in (self.first, self.last) if end is not None)
        return tuple(self.first + step * ONE_DAY for step in range((self.last - self.first).days + 1))


class Resolved(NamedTuple):
    """Days of an expression; `when` None if they are not settled, with the reasons."""

    when: When | None
    reasons: tuple[Reason, ...]


def resolve(expression: Expression, anchor: Anchor, context: Context) -> Resolved:
    """What days the expression means. `context.day` is ignored: the anchor gives the report day."""

    def on(day: date) -> Days | None:
        return _edged(expression, _apply(expression, context._replace(day=day)), day)

    probes = {on(day) for day in _PROBES}
    if len(probes) == 1 and (only := probes.pop()) is not None:
        return Resolved(_when(expression, only), ())
    return _against(expression, anchor, on)


def _apply(expression: Expression, context: Context) -> Days | None:
    try:
        return _RULES[expression.op](expression.words, context._replace(args=expression.args))
    except (ValueError, OverflowError):  # beyond the calendar: year 0, 30 February
        return None


def _against(expression: Expression, anchor: Anchor, on: Callable[[date], Days | None]) -> Resolved:
    tried = anchor.days()
    if not tried:
        return Resolved(None, (Reason("no_anchor", "counts from the page's own date, which is not known"),))
    values = [on(day) for day in tried]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return Resolved(None, (_unsettled(expression),))
    if len(set(known)) == 1 and None not in anchor:
        says = f"counted from the report day, {edtf.span_days(anchor.first, anchor.last)}"
        return Resolved(_when(expression, known[0]), (Reason("report_day", says),))
    return _spread(expression, anchor, known)


def _spread(expression: Expression, anchor: Anchor, values: list[Days]) -> Resolved:
    """The interval that all possible report days span; open where the report date is open."""
    if all(value.first is None for value in values):  # "until Friday"
        return _spread_end(expression, anchor, values)
    firsts, lasts = [value.first for value in values], [value.last for value in values]
    first = None if anchor.first is None or None in firsts else min(day for day in firsts if day)
    last = None if anchor.last is None or None in lasts else max(day for day in lasts if day)
    if first is None and last is None:
        return Resolved(None, (Reason("no_anchor", "counts from the page's own date, which is not known"),))
    text = f"{_end(values, 0, first)}/{_end(values, 1, last)}" if first != last else edtf.span_days(first, last, "~")
    says = f"the page's own date is known only as {edtf.span_days(anchor.first, anchor.last)}"
    return Resolved(_when(expression, Days(first, last, text)), (Reason("anchor_interval", says),))


def _spread_end(expression: Expression, anchor: Anchor, values: list[Days]) -> Resolved:
    """The last of the days that all possible report days give for an interval without a beginning."""
    lasts = [value.last for value in values if value.last]
    if anchor.last is None or not lasts:
        return Resolved(None, (Reason("no_anchor", "counts from the page's own date, which is not known"),))
    says = f"the page's own date is known only as {edtf.span_days(anchor.first, anchor.last)}"
    days = Days(None, max(lasts), f"../{max(lasts).isoformat()}~")
    return Resolved(_when(expression, days), (Reason("anchor_interval", says),))


def _end(values: list[Days], side: int, day: date | None) -> str:
    """One end of the interval: as every report day writes it if they agree, else the outermost day with "~"."""
    if day is None:
        return ".."
    written = {(value.edtf or edtf.span_days(value.first, value.last)).split("/")[-side] for value in values}
    return written.pop() if len(written) == 1 else f"{day.isoformat()}~"


def _unsettled(expression: Expression) -> Reason:
    if expression.op in ("duration", "length_event"):
        return Reason("duration", "says how long, not when")
    if expression.op == "running_year":
        return Reason("duration", "says since when it goes on, not when something happened")
    if expression.op == "set":
        return Reason("set", "says how often, not when")
    if expression.op in ("present", "reference"):
        return Reason("reference", "points to now, to the past or to what is to come, and names no day")
    if expression.op == "ancient":
        return Reason("ancient", "lies before the calendar that days are counted in")
    if expression.op == "date_numeric":
        return Reason("day_month_order", "day and month could stand in either order")
    if expression.op in (
        "later",
        "told",
        "then",
        "season",
        "told_quarter",
        "weekday",
        "weekday_of_week",
        "told_weekday",
    ):
        return Reason("no_reference", "counts from another time, which the text does not settle")
    if expression.op == "clock":
        return Reason("hour", "an hour of a day that the text does not settle")
    return Reason("unsettled", "the words do not settle a day")


def _edged(expression: Expression, days: Days | None, report: date) -> Days | None:
    """The days under "since", "until", "by", "before" or "after"."""
    if days is None or not expression.edge:
        return days
    if expression.edge == "since":
        return _open_start(_week_before(days) if _bare_weekday(expression, days, report) else days, report)
    if expression.edge in ("until", "by"):
        return Days(None, days.last)
    if expression.edge == "before":
        return Days(None, days.first - ONE_DAY) if days.first else None
    return Days(days.first, max(report, days.first)) if days.first else None


def _bare_weekday(expression: Expression, days: Days, report: date) -> bool:
    """ "Since Thursday", written on a Thursday: on that of the week before, unless a part of the day is named."""
    named = any(expression.words.get(part) for part in ("part", "dir", "hour", "clock"))
    length = expression.end - expression.core
    return expression.op == "weekday" and not named and length <= _LONGEST_WEEKDAY and days.first == days.last == report


_LONGEST_WEEKDAY = len("Wednesday")


def _week_before(days: Days) -> Days:
    week = timedelta(days=7)
    return Days(days.first - week, days.last - week) if days.first and days.last else days


def _open_start(days: Days, report: date) -> Days | None:
    """Since Thursday: Thursday to the report day (UCDP)."""
    if days.first is None or days.first > report:
        return None
    begin = days.first.isoformat()
    if days.edtf and "/" not in days.edtf:
        begin = days.edtf
    elif days.last and days.first != days.last:
        whole = edtf.span_days(days.first, days.last)
        begin = whole if "/" not in whole else begin
    return Days(days.first, report, f"{begin}/{report.isoformat()}")


def _when(expression: Expression, days: Days) -> When:
    text = days.edtf or edtf.span_days(days.first, days.last)
    earliest, latest = edtf.bounds(text)
    rule = (
        expression.name if not expression.edge else f"{'ucdp_' if expression.edge == 'since' else ''}{expression.edge}"
    )
    return When(text, earliest, latest, edtf.precision(days.first, days.last), rule)
