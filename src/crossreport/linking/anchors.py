"""Clusters in, the day that a page without a sure date shares with dated pages out, and its times read by that day.

A page that tells of an attack "on Wednesday" and may have been written in any of six weeks takes the week of the dated
page that tells of the same attack. What its words cannot say stays as wide as it was; the
page's own date is not touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from crossreport.linking.calendar_words import hint
from crossreport.linking.cluster import Cluster
from crossreport.linking.features import Features
from crossreport.linking.times import SEASON, WEEK, Window
from crossreport.model import When

HALF_WEEK = 3  # days to each side in which a weekday is one day
ANCHORED = "day_of_linked_page"  # the rule of a time that was read by another page's day


def anchors(clusters: Iterable[Cluster]) -> dict[str, int]:
    """Page to the day that it shares with a dated page; none if its happenings point to different weeks."""
    found: dict[str, set[int]] = defaultdict(set)
    for one in clusters:
        windows = [member.hard.window for member in one.members if member.hard.window is not None]
        exact = {window.earliest for window in windows if window.exact}
        for member in one.members:
            window = member.hard.window
            if len(exact) == 1 and window is not None and exact <= window.among:
                found[member.report.page] |= exact
    return {page: max(days) for page, days in sorted(found.items()) if max(days) - min(days) <= WEEK}


def read_by(reports: Sequence[Features], days: Mapping[str, int]) -> list[Features]:
    """`reports` with the wide times of anchored pages read by the day that their page shares with a dated one."""
    return [_read(one, days[one.report.page]) if one.report.page in days else one for one in reports]


def _read(one: Features, anchor: int) -> Features:
    window, when = one.hard.window, one.when
    if window is None or when is None or not window.among:
        return one
    own = hint(when.span.quote) if when.span is not None else None
    reach = SEASON if own is not None and own.dated else HALF_WEEK
    meant = frozenset(day for day in window.among if abs(day - anchor) <= reach)
    if not meant:
        return one
    if len(meant) > 1 or own is None:
        return one._replace(hard=one.hard._replace(window=window._replace(among=meant)))
    return _on(one, when, min(meant))


def _on(one: Features, when: When, day: int) -> Features:
    name = str(date.fromordinal(day))
    narrow = When(f"{name}~", name, name, "day", ANCHORED, when.span)
    return one._replace(
        hard=one.hard._replace(window=Window(day, day, exact=False, among=frozenset({day}))), when=narrow
    )
