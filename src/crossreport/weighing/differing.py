"""A corroborated event's figures in, how its independent voices differ on them out: by number, by whom, by what time.

Voices that agree that it happened need not agree on how many. Where their ranges exclude one another that is a dispute;
here stands what is less: "at least 5" and "9", soldiers and civilians, the displaced of a day and those of a month.
Counts of different times are never compared.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from crossreport.model import Figure, Reason
from crossreport.weighing.fallen import apart
from crossreport.weighing.interval import interval, names_one, reads
from crossreport.weighing.telling import Telling
from crossreport.weighing.tolls import Count, anybody, kin, lesser
from crossreport.weighing.voices import origin

MATERIAL = 1.2  # times: voices whose numbers lie nearer to one another count alike, within rounding
RULE = "figures_differ"
DAY = len("2016-09-14")
WEEK = 7  # days


def figures_differ(telling: Telling, found: Sequence[Count]) -> Iterator[Reason]:
    """A reason for each way in which two voices differ; who count different groups do not contradict each other."""
    distinct: dict[tuple[object, ...], Count] = {}
    for count in found:
        figure = count.figure
        distinct.setdefault((count.bloc, interval(figure), figure.of.kind, figure.scope.when, kin(count)), count)
    for one, other in combinations(distinct.values(), 2):
        if lesser(one, other, found) or lesser(other, one, found):
            continue
        how = _how(one, other, telling)
        if how is not None:
            yield _reason(one, other, how)
    for one, other in combinations(_displaced(telling), 2):
        if one.bloc != other.bloc and _differ_on_displaced(one.figure, other.figure):
            yield _reason(one, other, "number" if same_time(one.figure, other.figure) else "times")


def _how(one: Count, other: Count, telling: Telling) -> str | None:
    if one.bloc == other.bloc or one.voice.key == other.voice.key:
        return None
    if not same_time(one.figure, other.figure):
        return "times"
    if apart(one.side, other.side, telling):
        return "groups"
    kinds = {one.figure.of.kind, other.figure.of.kind}
    if len(kinds) > 1 and not kinds <= anybody(telling.event):
        differ = not kinds & anybody(telling.event) or material(one.figure, other.figure)
        return "groups" if differ else None
    return "number" if material(one.figure, other.figure) else None


def same_time(one: Figure, other: Figure) -> bool:
    """Whether two figures can be compared: neither speaks of a stretch of time that the other does not.

    Days are no stretch: outlets misdate one another by a day and mean the same dead. Nor is a week that holds the other
    one's days: "earlier this week" is a day that the page did not care to name.
    """
    here, there = one.scope.when, other.scope.when
    if here is None or there is None or here == there:
        return True
    mine, theirs = _days(here), _days(there)
    if mine is None or theirs is None:
        return False
    apart = mine[0] > theirs[1] or theirs[0] > mine[1]
    return (mine[0] == mine[1] and theirs[0] == theirs[1]) or (not apart and max(map(_length, (mine, theirs))) <= WEEK)


def _days(when: str) -> tuple[int, int] | None:
    """First and last day of an EDTF day or interval of days, as ordinals; None for anything wider or open."""
    first, _, last = when.partition("/")
    ends = [part.strip("~?%") for part in (first, last or first)]
    if any(len(end) != DAY for end in ends):
        return None
    begin, end = (date.fromisoformat(part).toordinal() for part in ends)
    return begin, end


def _length(days: tuple[int, int]) -> int:
    return days[1] - days[0]


def material(one: Figure, other: Figure, *, of_one_side: bool = False) -> bool:
    """Whether the numbers that two figures name lie further apart than rounding and late deaths put them; with
    `of_one_side` "a soldier" is all that a side says to have lost.
    """
    here, there = _named(one), _named(other)
    if here is None or there is None or "vague" in (one.bound, other.bound):
        return False
    if not of_one_side and (names_one(one) or names_one(other)):
        return False
    if any(_closed_over(figure, value) for figure, value in ((one, there), (other, here))):
        return False
    return max(here, there) > MATERIAL * min(here, there)


def _closed_over(figure: Figure, value: float) -> bool:
    """Whether a range with two ends that differ holds the value."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return False
    return figure.low <= value <= figure.high


def _named(figure: Figure) -> float | None:
    return next((value for value in (figure.best, figure.low, figure.high) if value is not None), None)


def _displaced(telling: Telling) -> list[Count]:
    found: dict[str, Count] = {}
    for testimony in telling.testimonies:
        for figure in telling.corpus.figures_of.get(testimony.report.id, []):
            if figure.measure == "displaced" and figure.part_of is None and interval(figure) is not None:
                page = telling.corpus.page[figure.page]
                voice = origin(figure.attribution, page, telling.corpus) if figure.attribution else testimony.voice
                found.setdefault(testimony.bloc, Count(figure, voice, testimony.bloc))
    return list(found.values())


def _differ_on_displaced(one: Figure, other: Figure) -> bool:
    return not same_time(one, other) or material(one, other)


WORDS = {
    "number": "corroborated on the event, figures differ",
    "groups": "corroborated on the event, figures are of different groups",
    "times": "corroborated on the event, figures are of different times",
}


def _reason(one: Count, other: Count, how: str) -> Reason:
    given = "; ".join(f"{count.voice.spoken} gave “{_words(count.figure)}”" for count in (one, other))
    return Reason(RULE, f"{WORDS[how]}: {given}")


def _words(figure: Figure) -> str:
    words, thing = reads(figure), figure.of.text.strip()
    return words if not thing or thing.casefold() in words.casefold() else f"{words} {thing}"
