"""Calendar rules that count from the report day or from the time told before: months, years, ago, later, lengths.

As calendar.py: words and context in, first and last day out, None where the words do not settle it.
"""

from datetime import date, timedelta

from crossreport.grounding.numbers.words import plain
from crossreport.grounding.times.calendar import Context, Days, Rule, Words
from crossreport.grounding.times.count import DAYS_OF, ONE_DAY, count_of, counts_of, is_vague, shift_months, shift_unit
from crossreport.grounding.times.weeks import WEEK, week_of
from crossreport.grounding.times.words import unit_of
from crossreport.grounding.times.years import YEARS
from crossreport.words.edtf import last_of_month

LONGEST_COUNTED = timedelta(days=31)  # a longer time told before has no week before or behind it
QUARTER, NINE_MONTHS = timedelta(days=80), timedelta(days=300)  # what is called "the quarter" or "the period"
PHASE_OF = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}


def relative_month(words: Words, context: Context) -> Days | None:
    """Earlier this month: the 1st to the day before the report (UCDP); last month; the end of the month."""
    direction, shift = plain(words["dir"] or ""), plain(words.get("shift") or "")
    if direction == "the" and context.told is not None:
        first = context.told[0].replace(day=1)
    else:
        first = shift_months(context.day.replace(day=1), {"last": -1, "next": 1}.get(direction, 0))
    end = last_of_month(first.year, first.month)
    if shift in ("early", "beginning", "start"):
        return Days(first, first + 9 * ONE_DAY)
    if shift == "middle":
        return Days(first + 9 * ONE_DAY, first + 19 * ONE_DAY)
    if shift in ("late", "end"):
        return Days(first + 14 * ONE_DAY, end)
    if direction != "this":
        return Days(first, end)
    return _so_far(context, first, end, shift)


def _so_far(context: Context, first: date, end: date, shift: str) -> Days:
    """The part of a running month or year that the report can mean."""
    if shift == "later" or (context.ahead and shift != "earlier"):
        return Days(context.day, end)
    last = context.day - ONE_DAY if shift == "earlier" else context.day
    return Days(first, max(first, last))  # written on the 1st, "earlier this month" is that day


def relative_year(words: Words, context: Context) -> Days | None:
    """Last year, earlier this year, late last year, the end of that year."""
    direction, shift = plain(words.get("dir") or ""), plain(words.get("shift") or "")
    told = direction in ("the previous", "the same", "that", "the")
    if told and context.told is None and direction != "the":
        return None
    base = context.told[0].year if told and context.told else context.day.year
    number = base + {"last": -1, "next": 1, "the previous": -1}.get(direction, 0)
    if words.get("phase") or shift in PHASE_OF:
        phase = words.get("phase") or PHASE_OF[shift]
        return YEARS["year"]({"year": f"{number:04d}", "phase": phase}, context)
    first, end = date(number, 1, 1), date(number, 12, 31)
    return _so_far(context, first, end, shift) if direction == "this" else Days(first, end)


def relative_quarter(words: Words, context: Context) -> Days | None:
    """This, last or next quarter."""
    step = {"last": -1, "latest": -1, "previous": -1, "next": 1, "coming": 1}.get(plain(words["dir"] or ""), 0)
    first = shift_months(date(context.day.year, context.day.month - (context.day.month - 1) % 3, 1), 3 * step)
    end = shift_months(first, 2)
    return Days(first, last_of_month(end.year, end.month))


def told_quarter(words: Words, context: Context) -> Days | None:
    """The quarter, the year-earlier period: the months told before, or the same months a year before them.

    Where none were told, the quarter is the last that was over when the page was written.
    """
    told = context.told
    if told is None or not QUARTER <= told[1] - told[0] <= NINE_MONTHS:
        end = context.day.replace(month=context.day.month - (context.day.month - 1) % 3, day=1) - ONE_DAY
        told = (shift_months(end.replace(day=1), -2), end)
    if not words.get("back"):
        return Days(*told)
    first, last = (shift_months(day, -12) for day in told)
    return Days(first, last_of_month(last.year, last.month))


def past(words: Words, context: Context) -> Days | None:
    """The past 24 hours, past two days, past week, recent weeks, the past four months (UCDP)."""
    unit, count = unit_of(words["unit"] or ""), _counted(words)
    if count is None:
        return None
    named, plural = words.get("n"), _in_plural(words)
    day = context.day
    if unit in ("seconds", "minutes"):
        return Days(day, day)
    if unit == "hours":  # 24 hours: the report day and the day before; 48 and 72: two days before
        return Days(
            day - (1 if count <= 24 else min(2, round(count / 24)) if count <= 72 else round(count / 24)) * ONE_DAY, day
        )
    if unit in ("days", "nights"):
        return Days(day - count * ONE_DAY, day - ONE_DAY) if count > 1 or plural else Days(day - ONE_DAY, day)
    if unit in DAYS_OF:
        return Days(day - (int(count) * DAYS_OF[unit] - 1) * ONE_DAY, day)
    days = _since_shift(day, -count, unit)
    if unit == "months" and days is not None and days.first is not None and is_vague(named):
        first = max(days.first, date(day.year, 1, 1))  # UCDP: the past few months never reach across a year's end
        return Days(first, day, f"{first.year:04d}-{first.month:02d}~/{day.isoformat()}")
    return days


def _counted(words: Words) -> float | None:
    """How many units are told; a bare "weeks" is three, a bare "week" one. None for a word that counts nothing."""
    named = words.get("n")
    return count_of(named) if named else (UNTOLD if _in_plural(words) else 1.0)


UNTOLD = 3.0  # of a bare plural, as UCDP takes "the past months"


def _in_plural(words: Words) -> bool:
    return plain(words["unit"] or "") == unit_of(words["unit"] or "")


def _since_shift(day: date, count: float, unit: str) -> Days | None:
    """From `count` units before the day up to the day; the start is only as fine as the unit, so it carries "~"."""
    start = shift_unit(day, count, unit)
    if start is None:
        return None
    if unit in ("months", "quarters"):
        start = start.replace(day=1)
        return Days(start, day, f"{start.year:04d}-{start.month:02d}~/{day.isoformat()}")
    return Days(start.replace(month=1, day=1), day, f"{start.year:04d}~/{day.isoformat()}")


def coming(words: Words, context: Context) -> Days | None:
    """The coming weeks, the next 48 hours."""
    unit, count = unit_of(words["unit"] or ""), _counted(words)
    if count is None:
        return None
    if unit in ("hours", "minutes", "seconds"):
        return Days(context.day, context.day + max(1, round(count / 24)) * ONE_DAY if unit == "hours" else context.day)
    end = shift_unit(context.day, count, unit)
    return Days(context.day, end) if end else None


def following(words: Words, context: Context) -> Days | None:
    """In the following two days: those behind the time told before; the coming ones where none is told."""
    named = words.get("n")
    count = count_of(named) if named else UNTOLD
    if context.told is None or count is None:
        return None if context.past else coming(words, context)
    first = context.told[1] + ONE_DAY
    end = shift_unit(context.told[1], count, unit_of(words["unit"] or ""))
    if end is None or end < first:
        return None
    return Days(first, end, None if named else f"{first.isoformat()}/{end.isoformat()}~")


def ago(words: Words, context: Context) -> Days | None:
    """Five months ago: that month, about; two weeks ago: that week; three days ago: that day.

    Beside a quarter ("in the third quarter, up from 200 a year ago") a year ago is that quarter of the year before.
    """
    unit = unit_of(words["unit"] or "")
    named = words.get("n")
    counts = counts_of(named) if named else (UNTOLD, UNTOLD)
    if unit == "years" and counts == (1, 1) and context.told is not None and _is_quarter(context.told):
        return told_quarter({"back": "a year"}, context)
    if counts is None:
        return None
    if is_vague(named):
        return _around_shift(context.day, -counts[1], unit, vague=True)
    return _about(words, _joined(*(_around_shift(context.day, -count, unit) for count in counts)))


def _joined(one: Days | None, two: Days | None) -> Days | None:
    """From the one to the other: "two or three days ago" is no single day."""
    if one is None or two is None or one == two:
        return one
    firsts, lasts = [one.first, two.first], [one.last, two.last]
    return Days(min(day for day in firsts if day), max(day for day in lasts if day))


def _about(words: Words, days: Days | None) -> Days | None:
    """The days with a mark where the count is rough: "about ten days ago" is no sure day."""
    if days is None or days.first is None or days.first != days.last or not words.get("about"):
        return days
    return Days(days.first, days.last, f"{days.first.isoformat()}~")


def ago_to_the_day(words: Words, context: Context) -> Days | None:
    """A year ago today: that very day."""
    count = count_of(words["n"] or "")
    target = shift_unit(context.day, -count, unit_of(words["unit"] or "")) if count is not None else None
    return Days(target, target) if target is not None else None


def _is_quarter(told: tuple[date, date]) -> bool:
    first, last = told
    quarter = first.day == 1 and first.month % 3 == 1 and last.month == first.month + 2 and last.year == first.year
    return quarter and last == last_of_month(last.year, last.month)


def _around_shift(day: date, count: float, unit: str, *, vague: bool = False) -> Days | None:
    """The day, week, month or year that lies `count` units off, as fine as the unit says."""
    if unit in ("seconds", "minutes", "hours"):
        if unit != "hours" or abs(count) < 6:
            return Days(day, day)
        edge = day + round(count / 24 + (0.5 if count > 0 else -0.5)) * ONE_DAY
        return Days(min(day, edge), max(day, edge))
    target = shift_unit(day, count, unit)
    if target is None:
        return None
    if vague:
        first, last = (target, day - ONE_DAY) if count < 0 else (day + ONE_DAY, target)
        return Days(first, last, f"{first.isoformat()}~/{last.isoformat()}~") if first <= last else None
    if unit in ("days", "nights"):
        return Days(target, target)
    if unit in DAYS_OF:
        monday = week_of(target)
        return Days(monday, monday + 6 * ONE_DAY)
    if unit == "months":
        first = target.replace(day=1)
        return Days(first, last_of_month(first.year, first.month), f"{first.year:04d}-{first.month:02d}~")
    return Days(date(target.year, 1, 1), date(target.year, 12, 31), f"{target.year:04d}~")


def ahead(words: Words, context: Context) -> Days | None:
    """Two weeks from now."""
    count = count_of(words["n"] or "")
    return (
        None
        if count is None
        else _around_shift(context.day, count, unit_of(words["unit"] or ""), vague=is_vague(words["n"]))
    )


def later(words: Words, context: Context) -> Days | None:
    """Two days later, a week earlier: counted from the time told before; "days later" says no day."""
    counts, unit = counts_of(words.get("n") or ""), unit_of(words["unit"] or "")
    if context.told is None:
        return None
    if counts is None:
        return _same_day(context.told, unit)
    way = -1 if plain(words["way"] or "") in ("earlier", "before", "previously", "prior") else 1
    days = _joined(*(_shift_told(context.told, way * count, unit) for count in counts))
    if days is None or not is_vague(words.get("n")) or days.first is None or days.last is None:
        return _about(words, days)
    return Days(days.first, days.last, f"{days.first.isoformat()}~/{days.last.isoformat()}~")


def _same_day(told: tuple[date, date], unit: str) -> Days | None:
    """ "Hours later": the day told before, about."""
    if unit not in ("hours", "minutes", "seconds") or told[0] != told[1]:
        return None
    return Days(*told, f"{told[0].isoformat()}~")


def _shift_told(told: tuple[date, date], count: float, unit: str) -> Days | None:
    """The told time moved; a told month or year moves whole."""
    first, last = told
    if unit in ("seconds", "minutes", "hours"):
        return Days(first, last + (ONE_DAY if abs(count) >= 6 else timedelta()))
    if unit in ("days", "nights") and first == last:
        moved = first + round(count) * ONE_DAY
        return Days(moved, moved)
    if unit in ("months", "years") and (last - first).days >= 27:
        begin, end = shift_unit(first, count, unit), shift_unit(last, count, unit)
        if begin and end and first.day == 1:
            end = last_of_month(end.year, end.month)
        return Days(begin, end) if begin and end else None
    if first != last and unit in ("days", "nights", "weeks", "fortnights"):
        begin, end = shift_unit(first, count, unit), shift_unit(last, count, unit)
        return Days(begin, end) if begin and end else None
    return _around_shift(first, count, unit)


def told_unit(words: Words, context: Context) -> Days | None:
    """The next day, the same week, that night, the year before: the unit of the time told before, or its neighbour."""
    if context.told is None:
        return None
    unit = plain(words["told"] or "")
    way = plain(words["way"] or "").removeprefix("very ")
    step = {"next": 1, "following": 1, "after": 1, "later": 1, "same": 0, "that": 0}.get(way, -1)
    first, last = context.told
    base = last if step > 0 and last - first <= WEEK else first
    if unit in ("day", "night", "morning", "afternoon", "evening"):
        if last - first > WEEK:
            return None
        return Days(first, last) if step == 0 else Days(base + step * ONE_DAY, base + step * ONE_DAY)
    if unit == "week":
        if step and last - first > LONGEST_COUNTED:
            return None  # "the following week" of a year is no week of January
        monday = week_of(base) + step * WEEK
        return Days(monday, monday + 6 * ONE_DAY)
    if unit == "weekend":
        saturday = week_of(base) + 5 * ONE_DAY + step * WEEK
        return Days(saturday, saturday + ONE_DAY) if last - first <= WEEK else None
    if unit == "month":
        start = shift_months(base.replace(day=1), step)
        return Days(start, last_of_month(start.year, start.month))
    return Days(date(base.year + step, 1, 1), date(base.year + step, 12, 31))


def length_event(words: Words, context: Context) -> Days | None:
    """Five-day offensive: five days including the report day (UCDP), months likewise; a ten-year war dates nothing."""
    count, unit = count_of(words["n"] or ""), unit_of(words["one_unit"] or "")
    if count is None:
        return None
    if context.begun and context.told is not None and unit == "days":
        return Days(context.told[0], context.told[0] + (round(count) - 1) * ONE_DAY)
    if context.ahead:
        return None
    if unit in ("seconds", "minutes", "hours"):
        return Days(context.day - (ONE_DAY if unit == "hours" and count >= 12 else timedelta()), context.day)
    if unit in DAYS_OF:
        return Days(context.day - (round(count * DAYS_OF[unit]) - 1) * ONE_DAY, context.day)
    return _since_shift(context.day, -count, unit) if unit == "months" else None


def length(_words: Words, _context: Context) -> Days | None:
    """For four months: how long, not when."""
    return None


def running_year(_words: Words, _context: Context) -> Days | None:
    """In its fifth year: says when it began, not when something happened."""
    return None


def then(_words: Words, context: Context) -> Days | None:
    """Since then, until then: the time told before."""
    return Days(*context.told) if context.told else None


def no_day(_words: Words, _context: Context) -> Days | None:
    """Every Friday, now, in the near future: a time that names no day of its own."""
    return None


def clock(_words: Words, context: Context) -> Days | None:
    """An hour of the day that is being told."""
    if context.told is None or context.told[0] != context.told[1]:
        return None
    return Days(*context.told)


RELATIVE: dict[str, Rule] = {
    "relative_month": relative_month,
    "relative_year": relative_year,
    "relative_quarter": relative_quarter,
    "told_quarter": told_quarter,
    "past": past,
    "coming": coming,
    "following": following,
    "ago": ago,
    "ago_to_the_day": ago_to_the_day,
    "ahead": ahead,
    "later": later,
    "told": told_unit,
    "length_event": length_event,
    "duration": length,
    "running_year": running_year,
    "then": then,
    "set": no_day,
    "present": no_day,
    "reference": no_day,
    "ancient": no_day,
    "clock": clock,
}
