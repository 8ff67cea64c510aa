"""Clues from a page's metadata, and from what htmldate makes of its markup, held against the days that the page shows.

A day in metadata stands where the page shows it, too, or where nothing speaks against it; a later change, a clock of
another zone or a day that only the markup holds leave a stretch. Calibrated on the dev third of htmldate's pages.
"""

import re
from datetime import date, timedelta

import numpy as np

from crossreport.reading.published.clue import Clue, Reading
from crossreport.reading.published.days import EXCLUDED, FIRST, LAST, RARE, UNLIKELY, Costs, free, index_of, lag_since
from crossreport.reading.published.headers import days_of, on_day, until
from crossreport.reading.written_dates import written_dates

_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<hour>\d\d):\d\d(?::\d\d)?(?:\.\d+)?(?P<zone>Z|[+-]00:?00|[+-]\d\d:?\d\d)?)?"
)
_BESIDE = EXCLUDED + 4
_UNIVERSAL = ("Z", "+00:00", "+0000", "-00:00")
# A stamp in universal time before the first hour can be of the day before in the Americas, after the last one of the
# next day in Asia.
_EARLIEST_HOUR, _LATEST_HOUR = 8, 20
# Of 96 pages whose day only htmldate finds: shown by the page as its only or latest day, 38 of 38 right; else 41 of 58,
# eleven of the wrong ones within two weeks, two more within two months.
_NEAR_MARKUP, _AROUND_MARKUP = 14, 62
_MOST_SHOWN = 2
_MONTHS = 12
_CORRECTED = timedelta(days=1)  # a change so soon is a correction


class _Days:
    """The days that the page shows anywhere, with how often; those of its address."""

    def __init__(self, reading: Reading) -> None:
        self.shown: dict[date, int] = {}
        for written in written_dates(reading.text):
            for day in days_of(written):
                self.shown[day] = self.shown.get(day, 0) + 1
        self._address = reading.name

    def in_address(self, day: date) -> bool:
        """Whether the address holds a day, in any of the forms that sites build."""
        numbers = (f"{day.year}{mark}{day.month:02d}{mark}{day.day:02d}" for mark in ("/", "-", "_", "", "."))
        return any(number in self._address for number in numbers)

    def supports(self, day: date) -> bool:
        """Whether the page shows a day, or its address does."""
        return day in self.shown or self.in_address(day)

    def sole(self, day: date) -> bool:
        """Whether the page shows a day, and at most one other, which is older; or its address holds it."""
        few = len(self.shown) <= _MOST_SHOWN and day == max(self.shown, default=None)
        return few or (self.in_address(day) and day in self.shown)


def metadata_clues(reading: Reading) -> list[Clue]:
    """The day of publication with what may move it; the last change alone; what htmldate found, where that is all."""
    values = [(rule, value, found) for rule, value in reading.metadata if (found := _parsed(value))]
    published = [each for each in values if each[0] in ("metadata_published", "metadata_time")]
    changed = [each for each in values if "update" in each[0] or "modified" in each[0]]
    if not values:
        return []
    days = _Days(reading)
    if published:
        # Lists of linked articles follow the article's own data.
        clue = _published(published[0][0], published[0][1], _day(published[0][2]), changed, days)
        return [clue, *(_mentioned(value) for _, value, _ in changed[:1])]
    clues = [_changed(rule, value, _day(found)) for rule, value, found in changed[:1]]
    for rule, value, found in values:
        if rule == "markup_date" and (_day(found).month, _day(found).day) != (1, 1):  # what htmldate makes of a year
            clues.append(_marked(value, _day(found), days))
    return clues


def _parsed(value: str) -> re.Match[str] | None:
    found = _VALUE.match(value)
    try:
        return found if found and FIRST <= _day(found) <= LAST else None
    except ValueError:
        return None


def _day(found: re.Match[str]) -> date:
    return date.fromisoformat(found.group("day"))


def _published(rule: str, value: str, day: date, changed: list[tuple[str, str, re.Match[str]]], days: _Days) -> Clue:
    says = f"The page's metadata give {value}"
    last = max((_day(found) for _, _, found in changed), default=day)
    shows_change = last in days.shown
    if last > day and (shows_change or (last - day > _CORRECTED and not days.supports(day))):
        says += f", and {last} as the last change, which the page {'shows' if shows_change else 'may have as its own'}."
        costs = np.minimum(on_day([day], _BESIDE, _BESIDE), _between(day, last)).astype(np.int32)
        return Clue("metadata_changed", None, says, costs)
    beside = _other_side(value, day, days)
    if beside is not None:
        says += f", its address {beside}: a stamp in universal time."
        return Clue("metadata_zone", None, says, on_day([day, beside], _BESIDE, _BESIDE))
    if days.supports(day):
        return Clue("metadata_published", None, f"{says}, which the page shows, too.", on_day([day], _BESIDE, _BESIDE))
    before, after, why = _zone(value)
    return Clue(f"{rule}_only", None, f"{says}{why}.", on_day([day], before, after))


def _zone(value: str) -> tuple[int, int, str]:
    """Costs of the day before and after a stamp that the page does not show, by its hour."""
    found = _VALUE.match(value)
    if found is None or found.group("hour") is None:
        return _BESIDE, _BESIDE, ""
    hour, universal = int(found.group("hour")), found.group("zone") in _UNIVERSAL
    if universal and hour < _EARLIEST_HOUR:
        return 0, _BESIDE, ", in universal time: perhaps the day before where the page was written"
    if universal and hour >= _LATEST_HOUR:
        return _BESIDE, 0, ", in universal time: perhaps the next day where the page was written"
    return _BESIDE, _BESIDE, ""


def _other_side(value: str, day: date, days: _Days) -> date | None:
    """The day beside that of a stamp in universal time, if the address holds that one."""
    found = _VALUE.match(value)
    if found is None or found.group("zone") not in _UNIVERSAL or days.in_address(day):
        return None
    return next((near for near in (day - _CORRECTED, day + _CORRECTED) if days.in_address(near)), None)


def _between(first: date, last: date) -> Costs:
    costs = on_day([first], _BESIDE, _BESIDE)
    costs[index_of(first) : index_of(last) + 1] = 0
    return costs


def _mentioned(value: str) -> Clue:
    return Clue("metadata_updated", None, f"The page's metadata give {value} as its last change.", free())


def _changed(rule: str, value: str, day: date) -> Clue:
    return Clue(rule, None, f"The page's metadata give {value} as its last change.", until(day, shown=False))


def _marked(value: str, day: date, days: _Days) -> Clue:
    """The day stands if the page shows it as its only or latest one; else it is the middle of a stretch."""
    says = f"The page's markup gives {value} as the likeliest day of publication (found by htmldate)"
    turned = _turned(day)
    if turned in days.shown and day not in days.shown:  # htmldate takes the numbers of "01.11.2023" in another order
        return Clue("markup_date", None, f"{says}; the page shows {turned}, the same numbers.", _shown(turned))
    if days.sole(day):
        return Clue("markup_date", None, f"{says}; it is the day that the page shows.", _shown(day))
    away = np.minimum(lag_since([index_of(day)]), lag_since([len(_capped(day)) - 1 - index_of(day)])[::-1])
    costs = np.where(away <= _NEAR_MARKUP, 0, np.where(away <= _AROUND_MARKUP, UNLIKELY, EXCLUDED)).astype(np.int32)
    return Clue("markup_date", None, f"{says}; the page does not show it as its own: about that day.", costs)


def _turned(day: date) -> date | None:
    """The day whose number is this one's month, and whose month is this one's number."""
    return date(day.year, day.day, day.month) if day.day <= _MONTHS else None


def _shown(day: date) -> Costs:
    """No neighbour of a day that the page prints, against weekdays alone."""
    return np.minimum(on_day([day], EXCLUDED, EXCLUDED), EXCLUDED).astype(np.int32)


def _capped(day: date) -> Costs:
    return np.minimum(on_day([day], RARE, RARE), EXCLUDED).astype(np.int32)


def settle(reading: Reading, clues: list[Clue]) -> list[Clue]:
    """The clues with those weakened that metadata show to be of another thing than the page.

    Date lines that contradict a day that metadata give and the page shows are those of comments and teasers; so are
    lines below the report that contradict the markup, and lines anywhere that contradict both the markup and the
    address or the copyright's year. A line that prints the stamp's day shares its zone.
    """
    own = next((clue for clue in clues if clue.rule in _SETTLED), None)
    clues = [_with_copyright(clue, clues) if clue.rule == "markup_date" else clue for clue in clues]
    marked = next((clue for clue in clues if clue.rule == "markup_date"), None)
    end = max((passage.end for passage in reading.body()), default=0)
    settled = []
    for clue in clues:
        if own is not None and clue.rule in _LINES:
            settled.append(_beside(clue, own))
        elif marked is not None and clue.rule in _LINES and _apart(clue, marked):
            below = clue.span is not None and clue.span.start > end
            doubted = below or any(_sides(other, marked, clue) for other in clues)
            settled.append(_weak(clue) if doubted else clue)
        else:
            settled.append(clue)
    return settled


def _with_copyright(marked: Clue, clues: list[Clue]) -> Clue:
    """The markup's day, less sure against the year of a later copyright line, where the page does not show the day."""
    line = next((clue for clue in clues if clue.rule == "copyright_year"), None)
    if line is None or np.count_nonzero(marked.costs == 0) == 1 or not _apart(line, marked):
        return marked
    level = max(UNLIKELY, int(line.costs[marked.costs == 0].min()))  # neither outvotes the other
    costs = np.where(line.costs == 0, np.minimum(marked.costs, level), marked.costs).astype(np.int32)
    says = f"{marked.says[:-1]}, or of the year of its copyright line."
    return Clue(marked.rule, marked.span, says, costs)


def _sides(other: Clue, marked: Clue, line: Clue) -> bool:
    """Whether a clue of its own kind fits the markup's day and no day of the line's."""
    return other.rule in _BESIDE_MARKUP and not _apart(other, marked) and _apart(other, line)


_BESIDE_MARKUP = frozenset({"address_date", "address_month", "copyright_year"})
_SETTLED = frozenset({"metadata_published", "metadata_changed", "metadata_zone"})
_LINES = frozenset({"header_date", "updated_line", "bulletin_day", "header_day"})


def _beside(clue: Clue, own: Clue) -> Clue:
    """A date line beside a day of metadata: what both allow, where they agree; else little."""
    if _apart(clue, own):
        return _weak(clue)
    if own.rule == "metadata_published" or clue.rule != "updated_line":
        return clue if own.rule != "metadata_zone" else Clue(clue.rule, clue.span, clue.says, own.costs)
    return Clue(clue.rule, clue.span, clue.says, free())


def _apart(clue: Clue, other: Clue) -> bool:
    """Whether no day is free of cost by both."""
    return bool((clue.costs + other.costs).all())


def _weak(clue: Clue) -> Clue:
    return Clue(clue.rule, clue.span, clue.says, np.minimum(clue.costs, RARE).astype(np.int32))
