"""Calendar rules: what an expression of time means, given the report day.

Each rule takes the words of one match (by class), the context, and the rule's numbers, and gives first and last day,
both included. None: the words do not settle it. Weeks run from Monday; UCDP GED 19.1 appendix 2 is followed where it
speaks. Nothing here knows text offsets or pages.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from crossreport.grounding.numbers.words import plain
from crossreport.grounding.times.count import (
    DAYS_OF,
    ONE_DAY,
    count_of,
    day_number,
    day_of,
    shift_months,
    shift_unit,
    year_number,
)
from crossreport.grounding.times.words import calendar_number, phase_of, unit_of
from crossreport.words.edtf import last_of_month

SOON = timedelta(days=75)  # how far ahead a bare "5 June" may lie without a verb that says so (TempEval-3 train)


class Context(NamedTuple):
    """The report day, whether the verb points ahead, and the days of the time told before (None: none told)."""

    day: date
    ahead: bool = False
    past: bool = False  # the verb is in the past: a date that names no year lies behind
    told: tuple[date, date] | None = None
    args: tuple[int, ...] = ()  # the numbers of the rule
    begun: bool = False  # the sentence tells the day on which the thing began: it is `told`
    dated: bool = False  # the time told before stands in this sentence and names its year
    chronicle: bool = False  # the page tells of years past: dates without a year follow the time told before
    tale: bool = False  # the paragraph told a time with its year, long past, and nothing since that counts from now


class Days(NamedTuple):
    """First and last day; `edtf` where the calendar has a name for it or the value carries a mark."""

    first: date | None
    last: date | None
    edtf: str | None = None


Words = Mapping[str, str | None]
Rule = Callable[[Words, Context], Days | None]


def _exactly(day: date) -> Days:
    return Days(day, day)


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), last_of_month(year, month))


def offset(_words: Words, context: Context) -> Days | None:
    """Today, yesterday, the other day: a fixed number of days from the report."""
    return _exactly(context.day + context.args[0] * ONE_DAY)


def offset_range(_words: Words, context: Context) -> Days | None:
    """Recently, past few days: fixed days around the report."""
    return Days(context.day + context.args[0] * ONE_DAY, context.day + context.args[1] * ONE_DAY)


def year_near(context: Context, month: int, day: int, words: Words) -> int | None:
    """The year of a date that names none: the last such day up to the report, the next one if the verb points ahead."""
    of_year = words.get("of_year")
    if of_year:
        return year_of(plain(of_year), context)
    if context.chronicle and context.told is not None:
        return _year_told(context.told, month, day)
    if context.dated and context.told is not None:
        first, last = context.told
        told = _year_told(context.told, month, day)
        if first <= (day_of(told, month, day) or date(told, month, 28)) <= last + FOLLOWS:
            return told  # "on July 11, 1995, and on July 16"
    year = context.day.year
    this = day_of(year, month, day) or date(year, month, 28)
    if context.tale and (told_year := _year_of_tale(context, month, day)):
        return told_year
    if context.ahead and not context.day - BEHIND <= this < context.day:
        return year if this >= context.day else year + 1
    if this <= context.day:
        return year + _soon(context, shift_months(this, 12))
    return year if _soon(context, this) or this - context.day <= AHEAD else year - 1


BEHIND = timedelta(days=120)  # nobody plans for a date that comes in eight months and was so lately, without its year
HALF_A_YEAR = timedelta(days=183)
MONTHS_BEHIND = 4  # the same for months
AHEAD = timedelta(days=7)  # a date that lies so little behind the page's own day is never one of the year before
BACKWARDS = 1.5  # a step back in a tale weighs so much more than one on (set by reasoning, not fitted)
FOLLOWS = timedelta(days=62)  # a date without a year so soon after one with its year is of the same story
YEAR = 365  # days


def _year_of_tale(context: Context, month: int, day: int) -> int | None:
    """The year of the tale in which the date follows soon on the time told before; None if it is as near to the report.

    "On 7 October 2023 … On 24 November a truce began" of a page of June 2025; in one of December 2024 it could be both.
    """
    if context.told is None:
        return None
    first, last = context.told
    told = _year_told(context.told, month, day)
    then = day_of(told, month, day) or date(told, month, 28)
    behind = (context.day - date(context.day.year, month, min(day, 28))).days % YEAR
    follows = last - first <= FOLLOWS and first <= then <= last + FOLLOWS and then < context.day
    return told if follows and FOLLOWS.days < behind < YEAR - FOLLOWS.days else None


def _soon(context: Context, day: date) -> bool:
    """Whether a date that no verb puts in the past is likelier the one ahead, because it is near."""
    return not context.past and timedelta() < day - context.day <= SOON


def _year_told(told: tuple[date, date], month: int, day: int) -> int:
    """In a chronicle: the year in which the date lies nearest to the time told before; tales go on rather than back."""
    first, last = told
    if last - first > SOON:
        return first.year
    middle = first + (last - first) / 2
    years = (first.year, first.year + 1, first.year - 1)

    def far(year: int) -> timedelta:
        apart = (day_of(year, month, min(day, 28)) or middle) - middle
        return apart if apart >= timedelta() else -apart * BACKWARDS

    return min(years, key=far)


def year_of(phrase: str, context: Context) -> int:
    """The year that "last year", "the same year" names."""
    if "last" in phrase:
        return context.day.year - 1
    if "next" in phrase:
        return context.day.year + 1
    if "this" in phrase or context.told is None:
        return context.day.year
    step = -1 if "previous" in phrase else 1 if "following" in phrase else 0
    return context.told[0].year + step


def on_date(words: Words, context: Context) -> Days | None:
    """A day of a month, with or without its year."""
    month = int(words["mm"] or 0) if words.get("mm") else calendar_number(words["month"] or "")
    number = day_number(words.get("day") or words.get("dd") or words.get("day_word") or "0")
    year = int(words["year"] or 0) if words.get("year") else year_near(context, month, number, words)
    found = day_of(year, month, number) if year else None
    return _exactly(found) if found else None


def numeric_date(words: Words, context: Context) -> Days | None:
    """13/2/2015; settled where one order is possible, or one alone lies near the report or in the past."""
    year = int(words["year"]) if words.get("year") else 2000 + int(words["yy"] or 0)  # type: ignore[arg-type]
    one, two = int(words["a"] or 0), int(words["b"] or 0)
    readings = {found for found in (day_of(year, two, one), day_of(year, one, two)) if found}
    near = {found for found in readings if abs(found - context.day) <= timedelta(days=7)}
    past = {found for found in readings if found <= context.day}
    sure = next((found for found in (readings, near, past) if len(found) == 1), None)
    return _exactly(sure.pop()) if sure else None


def around(words: Words, context: Context) -> Days | None:
    """Around 2 July: the day before to the day after (UCDP)."""
    found = on_date(words, context)
    if found is None or found.first is None:
        return None
    return Days(found.first - ONE_DAY, found.first + ONE_DAY)


def day_of_month(words: Words, context: Context) -> Days | None:
    """The 5th of this month; "on the 5th" alone is the last 5th up to the report, in a chronicle the told month's."""
    if words.get("this_month"):
        base = _month_base(plain(words["this_month"] or ""), context)
    elif context.chronicle:
        base = context.told[0] if context.told else None
    else:
        base = _month_near(context, int(words["day"] or 0))
    found = day_of(base.year, base.month, int(words["day"] or 0)) if base else None
    return _exactly(found) if found else None


def _month_near(context: Context, number: int) -> date:
    """The month of "the 5th": that of the day told before or the next, else of the last such day up to the report.

    A verb that points ahead makes it the next such day.
    """
    day, told = context.day, context.told
    if context.ahead:
        return day if number >= day.day else shift_months(day.replace(day=1), 1)
    if told is not None and told[1] - told[0] <= NIGHT and (context.tale or day - told[1] <= HALF_A_YEAR):
        then = told[0] if number >= told[0].day else shift_months(told[0].replace(day=1), 1)
        if (day_of(then.year, then.month, number) or day) <= day:
            return then
    return day if number <= day.day else shift_months(day, -1)


NIGHT = timedelta(days=1)  # a day, or the night between two


def _month_base(phrase: str, context: Context) -> date | None:
    first = context.day.replace(day=1)
    if "last" in phrase:
        return shift_months(first, -1)
    if "next" in phrase:
        return shift_months(first, 1)
    if "this" in phrase or (context.told is None and phrase == "the month"):
        return first
    return context.told[0] if context.told else None


def day_range(words: Words, context: Context) -> Days | None:
    """January 26-29, between 3 March and 5 April."""
    month = calendar_number(words["month"] or "")
    month2 = calendar_number(words["month2"] or "") if words.get("month2") else month
    one, two = int(words["day"] or 0), int(words["day2"] or 0)
    if words.get("year2") or words.get("year"):
        last_year = int(words.get("year2") or words["year"] or 0)
    else:
        near = year_near(context, month, one, words)
        last_year = near + (month2 < month) if near else 0
    first_year = int(words["year"] or 0) if words.get("year") else last_year - (month2 < month)
    first, last = day_of(first_year, month, one), day_of(last_year, month2, two)
    return Days(first, last) if first and last and first <= last else None


def month(words: Words, context: Context) -> Days | None:
    """May, early March 2014, last December, February last year."""
    number = calendar_number(words.get("month") or words.get("plain_month") or "")
    return _phase_of_month(_month_year(words, context, number), number, words.get("phase"))


def quarter(words: Words, context: Context) -> Days | None:
    """The third quarter: the last one that has begun, or the next if the verb points ahead."""
    rank = {"first": 1, "second": 2, "third": 3, "fourth": 4}[plain(words["nth"] or "")]
    begin = date(context.day.year, 3 * rank - 2, 1)
    expected = context.ahead and begin - context.day <= HALF_A_YEAR  # in January, "the fourth quarter" is the last one
    year = context.day.year - (begin > context.day and not expected) - bool(words.get("back"))
    if words.get("of_year"):
        year = year_of(plain(words["of_year"] or ""), context)
    return Days(date(year, 3 * rank - 2, 1), last_of_month(year, 3 * rank))


def _month_year(words: Words, context: Context, number: int) -> int:
    if words.get("year") or words.get("spoken_year"):
        return year_number(words.get("year") or words.get("spoken_year") or "")
    direction = plain(words.get("dir") or "")
    day = context.day
    if "last" in direction or "past" in direction:
        return day.year if number < day.month else day.year - 1
    if "next" in direction or "coming" in direction:
        return day.year if number > day.month else day.year + 1
    if direction == "this":
        return day.year
    if not words.get("of_year") and context.tale and (told := _year_of_tale(context, number, 28)):
        return told
    if not words.get("of_year") and not context.chronicle:
        months = (number - day.month) % 12  # to the next such month
        if (context.ahead and not 0 < -months % 12 <= MONTHS_BEHIND) or (not context.past and 0 < months <= 2):
            return day.year + (number < day.month)
        return day.year - (number > day.month)
    return year_near(context, number, 31, words) or day.year


def _phase_of_month(year: int, number: int, phase: str | None) -> Days:
    """UCDP: early March is 1-10, the middle 10-20, late from the 15th to the end."""
    whole = _month(year, number)
    which = phase_of(phase) if phase else ""
    if which == "early":
        return Days(whole.first, date(year, number, 10))
    if which == "middle":
        return Days(date(year, number, 10), date(year, number, 20))
    return Days(date(year, number, 15), whole.last) if which == "late" else whole


def month_range(words: Words, context: Context) -> Days | None:
    """From March to June 2014."""
    one, two = calendar_number(words["month"] or ""), calendar_number(words["month2"] or "")
    last_year = int(words["year2"] or 0) if words.get("year2") else _month_year({}, context, two)
    first_year = int(words["year"] or 0) if words.get("year") else last_year - (one > two)
    first = _phase_of_month(first_year, one, words.get("phase")).first
    last = _phase_of_month(last_year, two, words.get("phase2")).last
    return Days(first, last) if first and last and first <= last else None


def week_of_month(words: Words, context: Context) -> Days | None:
    """First week of August: 1-7 (UCDP); the last one is the last seven days."""
    if words.get("this_month"):
        base = _month_base(plain(words["this_month"] or ""), context)
        if base is None:
            return None
        year, number = base.year, base.month
    else:
        number = calendar_number(words["month"] or "")
        year = _month_year(words, context, number)
    end = last_of_month(year, number)
    which = {
        "1": 1,
        "2": 2,
        "3": 3,
        "4": 4,
        "5": 5,
        "first": 1,
        "opening": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
    }
    name = plain(words["ordinal"] or "")
    week = which.get(name) or which.get(name[:1])
    if week is None:
        return Days(end - 6 * ONE_DAY, end)
    first = date(year, number, 7 * week - 6)
    return Days(first, min(end, first + 6 * ONE_DAY))


def weekday_of_month(words: Words, context: Context) -> Days | None:
    """The second Friday of October 2019, the last Sunday of this month."""
    if words.get("this_month"):
        first = _month_base(plain(words["this_month"] or ""), context)
    else:
        number = calendar_number(words["month"] or "")
        first = date(_month_year(words, context, number), number, 1)
    return _exactly(nth_weekday(first, words["rank"] or "", calendar_number(words["weekday"] or ""))) if first else None


RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def nth_weekday(first: date, rank: str, weekday: int) -> date:
    """The weekday of that rank in the month of `first`; rank "last" counts from the end.

    Raises:
        ValueError: there is no fifth.

    >>> nth_weekday(date(2015, 11, 1), "fourth", 4).isoformat()
    '2015-11-26'
    """
    if plain(rank) == "last":
        end = last_of_month(first.year, first.month)
        return end - (end.isoweekday() - weekday) % 7 * ONE_DAY
    begin = first.replace(day=1)
    day = (weekday - begin.isoweekday()) % 7 + 7 * RANKS[plain(rank)] - 6
    return begin.replace(day=day)


def half_of_month(words: Words, context: Context) -> Days | None:
    """The first half of May: 1-15; of the month: of the one told before."""
    first = _named_month(words, context)
    if first is None:
        return None
    middle, end = first.replace(day=15), last_of_month(first.year, first.month)
    return Days(first, middle) if plain(words["half"] or "") == "first" else Days(middle + ONE_DAY, end)


def _named_month(words: Words, context: Context) -> date | None:
    """The first day of "May 2014", "this month", "the month"."""
    if words.get("this_month"):
        base = _month_base(plain(words["this_month"] or ""), context)
        return base.replace(day=1) if base else None
    number = calendar_number(words["month"] or "")
    return date(_month_year(words, context, number), number, 1)


def days_in_month(words: Words, context: Context) -> Days | None:
    """The last two weeks of June, the first three days of the month."""
    first, count = _named_month(words, context), count_of(words["n"] or "")
    if first is None or count is None:
        return None
    length, end = round(count * DAYS_OF[plain(words["unit"] or "")]), last_of_month(first.year, first.month)
    if length > end.day:
        return None
    if plain(words["side"] or "") in ("first", "opening"):
        return Days(first, first + (length - 1) * ONE_DAY)
    return Days(end - (length - 1) * ONE_DAY, end)


def up_to(words: Words, context: Context) -> Days | None:
    """The two weeks to 20 September, the 12 months to June 2015: all of them, and not their last day."""
    end = on_date(words, context) if words.get("day") else month(words, context)
    count, unit = count_of(words["n"] or ""), unit_of(words["unit"] or "")
    if end is None or end.last is None or count is None:
        return None
    begin = shift_unit(end.last + ONE_DAY, -count, unit)
    return Days(begin, end.last) if begin and begin <= end.last else None


def week_at_day(words: Words, context: Context) -> Days | None:
    """The week ending 5 May: seven days up to it; the week of 5 May: seven days from it."""
    day = on_date(words, context)
    if day is None or day.first is None:
        return None
    if plain(words["at"] or "") in ("of", "from", "beginning", "starting", "commencing"):
        return Days(day.first, day.first + 6 * ONE_DAY)
    return Days(day.first - 6 * ONE_DAY, day.first)


CALENDAR: dict[str, Rule] = {
    "offset": offset,
    "offset_range": offset_range,
    "date": on_date,
    "date_numeric": numeric_date,
    "around": around,
    "day_of_month": day_of_month,
    "day_range": day_range,
    "month": month,
    "month_range": month_range,
    "week_of_month": week_of_month,
    "weekday_of_month": weekday_of_month,
    "half_of_month": half_of_month,
    "days_in_month": days_in_month,
    "week_at_day": week_at_day,
    "up_to": up_to,
    "quarter": quarter,
}

__all__ = ["CALENDAR", "Context", "Days", "Rule", "Words"]
