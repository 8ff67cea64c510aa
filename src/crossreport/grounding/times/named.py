"""Days with a name: fixed ones, feasts that move, and those of the Islamic calendar by arithmetic.

The tabular Islamic calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29, 16 July 622)
can differ by a day from the sighted moon: its days carry "~". Source of the arithmetic: Reingold and Dershowitz,
Calendrical Calculations, chapter "The Islamic calendar".
"""

from collections.abc import Callable
from datetime import date

from crossreport.grounding.numbers.words import plain
from crossreport.grounding.times.calendar import Context, Days, Rule, Words, nth_weekday
from crossreport.grounding.times.count import ONE_DAY, count_of
from crossreport.grounding.times.feasts import feast
from crossreport.grounding.times.words import calendar_number

EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram of year 1 in the Gregorian calendar of `datetime`
MONTH_LENGTH = 30  # of Ramadan, as long as it can be


def islamic_date(year: int, month: int, day: int) -> date:
    """The Gregorian day of a date of the tabular Islamic calendar.

    >>> islamic_date(1437, 9, 1).isoformat()
    '2016-06-07'
    """
    days = 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(EPOCH - 1 + days + day)


def named_day(words: Words, context: Context) -> Days | None:
    """Christmas Eve, 9/11, Thanksgiving: of its own year, else the nearest up to the report, or ahead of it."""
    month = int(words["month"] or 0)

    def of(year: int) -> date:
        if words.get("rank"):
            return nth_weekday(date(year, month, 1), words["rank"] or "", int(words["weekday_number"] or 0))
        return date(year, month, int(words["day"] or 0))

    year = _year(words)
    happened = words.get("once")
    if happened and context.day < of(int(happened)):  # a page older than the day that the name now means
        year = None
    elif happened and year is None:
        year = int(happened)
    return _part(words, _days(of, year, context, 1, about=bool(words.get("about"))))


def feast_day(words: Words, context: Context) -> Days | None:
    """Easter, Good Friday, Passover: in a given year, else the last that has begun, or the next one ahead."""
    name, offset = words["feast"] or "", int(words["offset"] or 0)
    length = int(words["days"] or 1)
    return _part(words, _days(lambda year: feast(name, year) + offset * ONE_DAY, _year(words), context, length))


def _year(words: Words) -> int | None:
    return int(words["year"] or 0) if words.get("year") else None


def _days(
    of: Callable[[int], date], year: int | None, context: Context, length: int, *, about: bool = False
) -> Days | None:
    """The days of something that comes once a year."""
    starts = [of(year)] if year else [of(context.day.year + step) for step in (-1, 0, 1)]
    start = _near(starts, context)
    if start is None:
        return None
    last = start + (length - 1) * ONE_DAY
    return Days(start, last, f"{start.isoformat()}~" if about else None)


def _near(starts: list[date], context: Context) -> date | None:
    """The only one, else the last that has begun, or the next one ahead."""
    if len(starts) == 1:
        return starts[0]
    fits = [day for day in starts if day >= context.day][:1] if context.ahead else []
    fits = fits or [day for day in starts if day <= context.day][-1:]
    return fits[0] if fits else None


def islamic_day(words: Words, context: Context) -> Days | None:
    """Ramadan, Eid al-Fitr: in a given year, else the last that has begun, or the next one ahead."""
    month = int(words["month"] or 0)
    number = int(words.get("day") or 1)
    length = int(words.get("days") or 1) if words.get("day") else MONTH_LENGTH
    about = (_year(words) or context.day.year) - 579
    starts = [islamic_date(about + step, month, number) for step in range(-3, 4)]
    if words.get("year"):
        starts = [start for start in starts if start.year == int(words["year"] or 0)]
        if len(starts) != 1:  # two in one year, or none: the year does not settle it
            return None
    start = _near(starts, context)
    if start is None:
        return None
    last = start + (length - 1) * ONE_DAY
    whole = _part(words, Days(start, last))
    return Days(whole.first, whole.last, _marked(whole)) if whole else None


def _marked(days: Days) -> str:
    assert days.first is not None
    assert days.last is not None
    first, last = f"{days.first.isoformat()}~", f"{days.last.isoformat()}~"
    return first if first == last else f"{first}/{last}"


def _part(words: Words, days: Days | None) -> Days | None:
    """The eve, the first day, or the last Friday of the named days."""
    if days is None or days.first is None or days.last is None:
        return days
    if words.get("eve"):
        return Days(days.first - ONE_DAY, days.first - ONE_DAY)
    rank = plain(words.get("nth") or "")
    if not rank:
        return days
    inside = [days.first + step * ONE_DAY for step in range((days.last - days.first).days + 1)]
    if words.get("weekday"):
        inside = [day for day in inside if day.isoweekday() == calendar_number(words["weekday"] or "")]
    index = -1 if rank in ("last", "final") else int(count_of(rank) or 0) - 1
    return Days(inside[index], inside[index]) if -1 <= index < len(inside) and inside else None


NAMED: dict[str, Rule] = {"named_day": named_day, "feast": feast_day, "islamic_day": islamic_day}
