"""Two times in, one factor out: the same day, windows that meet, or days that exclude one another."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from crossreport.linking.factor import Factor
from crossreport.model import Published, When

FEW_DAYS = 4
NEWS_DAYS = 3  # what a page tells as news without a day may be that old
LATE, SMALL_HOURS = "late", "small_hours"  # the ends of a day at which a night runs over midnight
NIGHT = 2  # days that "in the night of 4 to 5 June" spans
WEEK, MONTH, SEASON = 10, 31, 92  # days; "early May" and "last week" count as a week
SELDOM = 50  # a window has as many days for each that its words can mean, if they name a day of the month
FAR_PAST, FAR_FUTURE = 0, date.max.toordinal()


class Window(NamedTuple):
    """Days as ordinals, both included; `exact` if one day is meant without reserve.

    `among` holds the days of a wide window that its words can mean ("Wednesday"); empty if they do not say.
    """

    earliest: int
    latest: int
    exact: bool
    among: frozenset[int] = frozenset()
    widened: bool = False  # one day that is not sure, with a day to each side
    news: bool = False  # the page's own day: it names no other
    end: str = ""  # of one day, which is told of a night: `LATE` or `SMALL_HOURS`

    @property
    def days(self) -> int:
        """Length in days."""
        return self.latest - self.earliest + 1

    @property
    def sharp(self) -> bool:
        """Whether it is narrow enough to tell a happening from the next of its kind."""
        return self.days <= FEW_DAYS


@lru_cache(maxsize=65536)
def ordinal(day: str) -> int:
    """The ordinal of an ISO date."""
    return date.fromisoformat(day[:10]).toordinal()


def window(when: When | None) -> Window | None:
    """The days of `when`; None if it is open on both sides or missing. "~" and "?" widen a day by one each side."""
    if when is None or (when.earliest is None and when.latest is None):
        return None
    earliest = ordinal(when.earliest) if when.earliest else FAR_PAST
    latest = ordinal(when.latest) if when.latest else FAR_FUTURE
    unsure = any(sign in when.edtf for sign in "~?%")
    if earliest == latest and unsure:
        return Window(earliest - 1, latest + 1, exact=False, widened=True)
    return Window(earliest, latest, exact=earliest == latest and not unsure)


def days(published: Published) -> Window | None:
    """The days on which a page can have been written; None if one end is open."""
    if published.earliest is None or published.latest is None:
        return None
    return Window(ordinal(published.earliest), ordinal(published.latest), exact=False)


def compare_times(one: Window | None, other: Window | None) -> Factor:
    """How far two times speak for one happening."""
    if one is None or other is None:
        return Factor("time_unknown", "one gives no day")
    if one.exact and other.exact:
        if one.earliest == other.earliest:
            return Factor("day_same", f"both on {date.fromordinal(one.earliest)}")
        if over_midnight(one, other):
            return _one_night(one, other)
        return Factor("days", _apart(one, other), bar=True)
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    if gap == 1 and one.sharp and other.sharp and not _older_news(one, other):
        return Factor("days_next", "a day apart, and one day is not exact")
    if gap > 0 and _older_news(one, other):
        return Factor("days_news", "one page names no day, and tells as news what another dates some days before it")
    if gap > 0:
        return Factor("days", _apart(one, other), bar=True)
    if (one.widened or one.exact) and (other.widened or other.exact):
        return _unsure_days(one, other)
    if one[:2] == other[:2] and one.sharp and not (one.widened or other.widened):
        return Factor("days_equal", f"both from {_day(one.earliest)} to {_day(one.latest)}")
    meant = compare_meant(one, other)
    if meant is not None:
        return meant
    if any(day.exact and night.days == NIGHT and not night.widened for day, night in ((one, other), (other, one))):
        return Factor("days_night", "one gives the day, the other a night with the day before or after it")
    if one[:2] == other[:2] and not one.sharp and one.days <= SEASON:
        return Factor("window_equal", "both give the same stretch of time")
    return Factor(_overlap(max(one.days, other.days)), "their times meet")


def over_midnight(one: Window, other: Window) -> bool:
    """Whether a night that one of two days tells of runs into the other, or comes from it."""
    first, second = sorted((one, other), key=lambda day: day.earliest)
    apart = second.earliest - first.earliest == 1 and one.exact and other.exact
    said = first.end == LATE or second.end == SMALL_HOURS
    return apart and said and first.end != SMALL_HOURS and second.end != LATE


def _one_night(one: Window, other: Window) -> Factor:
    if one.end and other.end:
        return Factor("days_night", "one gives the evening, the other the small hours behind it")
    return Factor("days_midnight", "one gives a night, the other the day that it runs into or comes from")


def _unsure_days(one: Window, other: Window) -> Factor:
    """Two single days, one of them at least not sure: a big town has its shelling on every day."""
    first, second = (found.earliest + found.widened for found in (one, other))
    if first == second:
        return Factor("day_about", f"both on {_day(first)} or thereabouts")
    return Factor("days_next", f"{abs(first - second)} days apart, and one day is not exact")


def _older_news(one: Window, other: Window) -> bool:
    """Whether one is the news of a page that names no day, and the other lies a few days before it."""
    return any(
        page.news and told.sharp and 0 < page.earliest - told.latest < NEWS_DAYS
        for page, told in ((one, other), (other, one))
    )


def compare_meant(one: Window, other: Window) -> Factor | None:
    """How far the words of two times can mean one day; None if they do not say."""
    ours, theirs = _meant(one), _meant(other)
    if ours is None or theirs is None or not (one.among or other.among):
        return None
    common = ours & theirs
    if not common:
        return Factor("days_misfit", "their words cannot mean one day")
    seldom = all(found.sharp or len(found.among) * SELDOM <= found.days for found in (one, other))
    if one.sharp or other.sharp:
        name = "date_fit" if seldom else "days_fit"
        return Factor(name, f"the words of both times can mean {date.fromordinal(min(common))}")
    if seldom:
        return Factor("days_fit", "the words of both times can mean one date")
    return Factor("days_may_fit", "the words of both times can mean one day")


def _meant(found: Window) -> frozenset[int] | None:
    if found.among:
        return found.among
    return frozenset(range(found.earliest, found.latest + 1)) if found.sharp else None


def compare_lasting(one: Window | None, other: Window | None) -> Factor:
    """How far two times at which something was going on speak for one siege, offensive or campaign."""
    if one is None or other is None:
        return Factor("lasting", "both tell it as going on")
    gap = max(one.earliest, other.earliest) - min(one.latest, other.latest)
    if gap > MONTH:
        return Factor("days", _apart(one, other), bar=True)
    return Factor("lasting", "both tell it as going on at about one time")


def _overlap(days: int) -> str:
    for limit, name in ((FEW_DAYS, "days_few"), (WEEK, "days_week"), (MONTH, "days_month"), (SEASON, "days_season")):
        if days <= limit:
            return name
    return "days_long"


def _apart(one: Window, other: Window) -> str:
    first, second = sorted((one, other))
    return f"one ends by {_day(first.latest)}, the other begins on {_day(second.earliest)}"


def _day(number: int) -> str:
    return str(date.fromordinal(max(1, number)))
