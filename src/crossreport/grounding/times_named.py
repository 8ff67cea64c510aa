"""Days with a name: fixed ones, and those of the Islamic calendar by arithmetic.

The tabular Islamic calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29, 16 July 622)
can differ by a day from the sighted moon: its days carry "~". Source of the arithmetic: Reingold and Dershowitz,
Calendrical Calculations, chapter "The Islamic calendar".
"""

from datetime import date

from crossreport.grounding.times_calendar import Context, Days, Rule, Words
from crossreport.grounding.times_count import ONE_DAY

EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram of year 1 in the Gregorian calendar of `datetime`


def islamic_date(year: int, month: int, day: int) -> date:
    """The Gregorian day of a date of the tabular Islamic calendar.

    >>> islamic_date(1437, 9, 1).isoformat()
    '2016-06-07'
    """
    days = 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(EPOCH - 1 + days + day)


def named_day(words: Words, context: Context) -> Days | None:
    """Christmas Eve, 9/11: of its own year, else the nearest up to the report, or ahead of it."""
    month, number = int(words["month"] or 0), int(words["day"] or 0)
    year = int(words["year"]) if words.get("year") else _near(context, month, number)  # type: ignore[arg-type]
    day = date(year, month, number)
    return Days(day, day, f"{day.isoformat()}~" if words.get("about") else None)


def _near(context: Context, month: int, number: int) -> int:
    this = date(context.day.year, month, number)
    if context.ahead:
        return context.day.year + (this < context.day)
    return context.day.year - (this > context.day)


def islamic_day(words: Words, context: Context) -> Days | None:
    """Ramadan, Eid al-Fitr: in a given year, else the last that has begun, or the next one ahead."""
    month = int(words["month"] or 0)
    number, length = int(words.get("day") or 1), int(words.get("days") or 1) if words.get("day") else 30
    about = (int(words["year"]) if words.get("year") else context.day.year) - 579  # type: ignore[arg-type]
    starts = [islamic_date(about + step, month, number) for step in range(-3, 4)]
    if words.get("year"):
        fits = [start for start in starts if start.year == int(words["year"] or 0)]
    elif context.ahead:
        fits = [start for start in starts if start >= context.day][:1]
    else:
        fits = [start for start in starts if start <= context.day][-1:]
    if len(fits) != 1:  # two in one year, or none: the year does not settle it
        return None
    last = fits[0] + (length - 1) * ONE_DAY
    text = f"{fits[0].isoformat()}~/{last.isoformat()}~" if last > fits[0] else f"{fits[0].isoformat()}~"
    return Days(fits[0], last, text)


NAMED: dict[str, Rule] = {"named_day": named_day, "islamic_day": islamic_day}
