"""Calendar rules for weekdays, nights, weekends and weeks.

As calendar.py: words and context in, first and last day out, None where the words do not settle it.
"""

from datetime import date

from crossreport.grounding.numbers.words import plain
from crossreport.grounding.times.calendar import Context, Days, Rule, Words
from crossreport.grounding.times.count import ONE_DAY, count_of
from crossreport.grounding.times.words import calendar_number

WEEK = 7 * ONE_DAY


def _weekday_from(context: Context, number: int, direction: str = "") -> date:
    """The last such weekday up to the report day; before it for "last", after it for "next" or a verb ahead."""
    back = (context.day.isoweekday() - number) % 7
    if direction in ("next", "coming", "this coming"):
        return context.day + (7 - back) * ONE_DAY
    if direction in ("last", "past", "this past"):
        return context.day - (back or 7) * ONE_DAY
    if context.ahead:
        return context.day + (-back % 7) * ONE_DAY
    return context.day - back * ONE_DAY


def weekday(words: Words, context: Context) -> Days | None:
    """On Thursday, Monday night, last Friday, Wednesday's."""
    number = calendar_number(words["weekday"] or "")
    direction = plain(words.get("dir") or "")
    if direction.startswith("the "):
        return _told_weekday(context, number, -1 if "previous" in direction else 1)
    if context.chronicle and context.told and not direction:
        return _told_weekday(context, number, 1)
    day = _weekday_from(context, number, direction)
    return Days(day, day)


def _told_weekday(context: Context, number: int, way: int) -> Days | None:
    if context.told is None or context.told[0] != context.told[1]:
        if way > 0:
            return None
        told = context.told[0] if context.told else context.day
    else:
        told = context.told[0]
    step = (way * (number - told.isoweekday())) % 7 or 7
    return Days(told + way * step * ONE_DAY, told + way * step * ONE_DAY)


def week_of(day: date) -> date:
    """The Monday of the week that holds the day."""
    return day - (day.isoweekday() - 1) * ONE_DAY


def weekday_of_week(words: Words, context: Context) -> Days | None:
    """Thursday last week, Sunday of this week."""
    direction = plain(words["week_dir"] or "")
    told = direction.removeprefix("the ") in ("previous", "following")
    if told and context.told is None:
        return None
    base = context.told[0] if told and context.told else context.day
    step = 1 if direction in ("next", "the following", "following") else 0 if direction == "this" else -1
    day = week_of(base) + step * WEEK + (calendar_number(words["weekday"] or "") - 1) * ONE_DAY
    return Days(day, day)


def weekday_ago(words: Words, context: Context) -> Days | None:
    """A Friday two weeks ago."""
    count = count_of(words["n"] or "")
    if count is None:
        return None
    day = week_of(context.day) - int(count) * WEEK + (calendar_number(words["weekday"] or "") - 1) * ONE_DAY
    return Days(day, day)


def told_weekday(words: Words, context: Context) -> Days | None:
    """The Friday before: that before the day told; where no day is told, it may be before whatever follows."""
    if context.told is None or context.told[0] != context.told[1]:
        return None
    return _told_weekday(context, calendar_number(words["weekday"] or ""), -1 if words["way"] == "before" else 1)


def around_weekday(words: Words, context: Context) -> Days | None:
    """Around Monday: the day before to the day after, as UCDP takes "around 2 July"."""
    day = _weekday_from(context, calendar_number(words["weekday"] or ""))
    return Days(day - ONE_DAY, day + ONE_DAY)


def week_at_weekday(words: Words, context: Context) -> Days | None:
    """The week to Sunday: seven days up to it; the week beginning Monday: seven days from it."""
    day = _weekday_from(context, calendar_number(words["weekday"] or ""))
    if plain(words["at"] or "") in ("beginning", "starting", "commencing"):
        return Days(day, day + 6 * ONE_DAY)
    return Days(day - 6 * ONE_DAY, day)


def weekdays_ago(words: Words, context: Context) -> Days | None:
    """Three Fridays ago: the third one back, the report day not counted."""
    count = count_of(words["n"] or "")
    if count is None or count < 1:
        return None
    day = _weekday_from(context, calendar_number(words["weekday"] or ""), "last") - (int(count) - 1) * WEEK
    return Days(day, day)


def weekday_range(words: Words, context: Context) -> Days | None:
    """From Monday to Wednesday: the last is the one that the report day settles."""
    one, two = calendar_number(words["weekday"] or ""), calendar_number(words["weekday2"] or "")
    if context.ahead:
        first = _weekday_from(context, one)
        return Days(first, first + ((two - one) % 7) * ONE_DAY)
    last = _weekday_from(context, two)
    return Days(last - ((two - one) % 7) * ONE_DAY, last)


def weekday_night(words: Words, context: Context) -> Days | None:
    """The night between Sunday and Monday: both days (UCDP)."""
    return weekday_range(words, context)


def overnight(words: Words, context: Context) -> Days | None:
    """Overnight Saturday: Saturday and Sunday; overnight into Sunday: the same."""
    if words.get("weekday2"):
        return weekday_range(words, context)
    day = _weekday_from(context, calendar_number(words["weekday"] or ""))
    if words.get("into"):
        return Days(day - ONE_DAY, day)
    return Days(day, min(day + ONE_DAY, context.day) if not context.ahead else day + ONE_DAY)


def weekend(words: Words, context: Context) -> Days | None:
    """Over the weekend: the last Saturday and Sunday that have begun (UCDP); the next ones if the verb points ahead."""
    direction = plain(words["dir"] or "")
    saturday = week_of(context.day) + 5 * ONE_DAY
    if "next" in direction or "coming" in direction or context.ahead:
        return (
            Days(saturday, saturday + ONE_DAY)
            if context.day < saturday
            else Days(saturday + WEEK, saturday + WEEK + ONE_DAY)
        )
    if context.day < saturday or ("last" in direction and context.day >= saturday):
        saturday -= WEEK
    return Days(saturday, saturday + ONE_DAY)


def week(words: Words, context: Context) -> Days | None:
    """This week: Monday to the report day; last week: Monday to Sunday; late last week: its Friday to Sunday (UCDP)."""
    direction, shift = plain(words["dir"] or ""), plain(words.get("shift") or "")
    step = {"last": -1, "next": 1, "before last": -2}.get(direction, 0)
    monday = week_of(context.day) + step * WEEK
    sunday = monday + 6 * ONE_DAY
    if shift in ("early", "beginning", "start", "middle", "late", "end") or (step and shift):
        return _third_of_week(monday, shift)
    if step:
        return Days(monday, sunday)
    if shift == "later" or context.ahead:
        return Days(context.day, sunday)
    last = context.day - ONE_DAY if shift == "earlier" else context.day
    return Days(monday, max(monday, last))  # written on a Monday, "earlier this week" is that day


def _third_of_week(monday: date, shift: str) -> Days:
    if shift in ("early", "earlier", "beginning", "start"):
        return Days(monday, monday + 2 * ONE_DAY)
    if shift == "middle":
        return Days(monday + 2 * ONE_DAY, monday + 3 * ONE_DAY)
    return Days(monday + 4 * ONE_DAY, monday + 6 * ONE_DAY)


WEEKS: dict[str, Rule] = {
    "weekday": weekday,
    "weekday_of_week": weekday_of_week,
    "weekday_ago": weekday_ago,
    "weekdays_ago": weekdays_ago,
    "told_weekday": told_weekday,
    "around_weekday": around_weekday,
    "week_at_weekday": week_at_weekday,
    "weekday_range": weekday_range,
    "weekday_night": weekday_night,
    "overnight": overnight,
    "weekend": weekend,
    "week": week,
}
