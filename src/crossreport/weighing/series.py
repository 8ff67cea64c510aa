"""Cumulative figures in, toll series out: one scope counted by different speakers at different times.

A growing series is no contradiction: people went on dying, or more deaths became known. A shrinking one is noted.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from crossreport.model import Figure, Finding, Reason, content_id
from crossreport.names import fold_name
from crossreport.weighing.corpus import Corpus
from crossreport.weighing.interval import interval, reads
from crossreport.weighing.tolls import ANYBODY
from crossreport.weighing.voices import origin
from crossreport.words.spoken import numeral


class _Point(NamedTuple):
    day: str
    value: float
    figure: Figure


def toll_series(corpus: Corpus) -> list[Finding]:
    """Findings of kind toll_series, and contradictions where a later count is lower than an earlier one."""
    found = []
    for points in _series(corpus):
        distinct = _distinct(points)
        if len({point.day for point in distinct}) > 1 and len({point.value for point in distinct}) > 1:
            found.append(_series_finding(distinct, corpus))
            found += _drops(distinct, corpus)
    return sorted(found, key=lambda finding: finding.id)


def _series(corpus: Corpus) -> list[list[_Point]]:
    """Points of one place, measure, kind of people and start, in the order of time."""
    found: dict[tuple[str, ...], list[_Point]] = defaultdict(list)
    for figure in sorted(corpus.figure.values(), key=lambda one: one.id):
        value = next((one for one in (figure.best, figure.low, figure.high) if one is not None), None)
        day = corpus.first_day(figure.page)
        counted = figure.cumulative and figure.part_of is None and figure.bound != "vague"
        if counted and value is not None and day and figure.scope.place:
            found[_scope(figure)].append(_Point(day, value, figure))
    return [sorted(points, key=lambda point: (point.day, point.value, point.figure.id)) for points in _merged(found)]


def _scope(figure: Figure) -> tuple[str, ...]:
    kind = "people" if figure.of.kind in ANYBODY else figure.of.kind
    place = fold_name(figure.scope.place or "")
    first, slash, _ = (figure.scope.when or "").partition("/")
    if not first:
        return place, figure.measure, kind, ""
    closed = first if not slash and len(first.strip("~?%")) == len("2014") else ""  # a year of its own; else a start
    return place, figure.measure, kind, first.strip("~?%")[:7], closed


def _merged(found: dict[tuple[str, ...], list[_Point]]) -> list[list[_Point]]:
    """Figures that name no start, or its year only, go with the one series of their scope that fits, if just one."""
    series: dict[tuple[str, ...], list[_Point]] = dict(found)
    for key in sorted((key for key in found if len(key[3]) < len("2011-03") and not _closed(key)), reverse=True):
        candidates = [other for other in series if other[:3] == key[:3] and _refines(other, key)]
        if len(candidates) == 1:
            series[candidates[0]] = series[candidates[0]] + series.pop(key)
    return [series[key] for key in sorted(series)]


def _closed(key: tuple[str, ...]) -> bool:
    return bool(key[4:] and key[4])


def _refines(other: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return not _closed(other) and len(other[3]) > len(key[3]) and other[3].startswith(key[3])


def _distinct(points: Sequence[_Point]) -> list[_Point]:
    """The first point of each value."""
    seen: dict[float, _Point] = {}
    for point in points:
        seen.setdefault(point.value, point)
    return sorted(seen.values(), key=lambda point: (point.day, point.value))


def _series_finding(points: Sequence[_Point], corpus: Corpus) -> Finding:
    said = "; ".join(f"{reads(point.figure)} ({_speaker(point, corpus)}, {_day(point, corpus)})" for point in points)
    scope = points[0].figure.scope
    growing = not any(_falls(one, later, corpus) for one, later in pairwise(points))
    reason = (
        Reason("growing", "a count that goes on may grow: no contradiction")
        if growing
        else Reason("shrinking", "a later count is lower than an earlier one")
    )
    since = f" since {scope.when.partition('/')[0]}" if scope.when else ""
    text = f"{points[0].figure.measure.capitalize()} in {scope.place}{since}: {said}."
    members = tuple(point.figure.id for point in points)
    return Finding(content_id("finding", "toll_series", *members), "toll_series", members, text, (reason,))


def _drops(points: Sequence[_Point], corpus: Corpus) -> list[Finding]:
    found = []
    for one, later in pairwise(points):
        here, there = interval(one.figure), interval(later.figure)
        if _falls(one, later, corpus) and here is not None and there is not None and not here.meets(there):
            members = (one.figure.id, later.figure.id)
            text = (
                f"{_speaker(later, corpus)} gives {numeral(later.value)} on {later.day}, fewer than the "
                f"{numeral(one.value)} that {_speaker(one, corpus)} gave on {one.day}."
            )
            key = content_id("finding", "contradiction", "shrinking", *members)
            found.append(Finding(key, "contradiction", members, text, (Reason("number", "a cumulative toll shrinks"),)))
    return found


def _falls(one: _Point, later: _Point, corpus: Corpus) -> bool:
    """Whether a count surely made later is lower, beyond what vague words leave open."""
    vague = "vague" in (one.figure.bound, later.figure.bound)
    return not vague and later.value < one.value and corpus.surely_later(later.figure.page, one.figure.page)


def _day(point: _Point, corpus: Corpus) -> str:
    return corpus.page[point.figure.page].published.edtf


def _speaker(point: _Point, corpus: Corpus) -> str:
    return origin(point.figure.attribution, corpus.page[point.figure.page], corpus).name
